<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * What a program asks of the session it has open, beyond PHP's own functions.
 *
 *     session_start();
 *     foreach ($orders as $order) {
 *         export($order);
 *         Rediskit\Session::extendLock();
 *     }
 *
 * It finds the session that was opened last and has not been closed, however it was opened: with session.save_handler = rediskit, with a
 * Rediskit\SessionHandler given to session_set_save_handler(), with one inside a handler of yours, or with one that a framework uses by
 * itself. There are static methods only, and no objects.
 *
 * @strict-properties
 * @not-serializable
 */
final class Session
{
    /** Not to be called: there are no objects of this class. */
    private function __construct()
    {
    }

    /**
     * Makes the lock of the open session end $seconds from now, so that a long request (an export, an upload) keeps its session. One round trip.
     *
     * Called in time it may be repeated as often as needed. Redis forgets a lock that was not extended: another request may have opened and
     * changed the session since. Then the answer is false, and closing the session will write nothing and warn.
     *
     * @param float|null $seconds from 0.001 to 1000000; null: as long as the lock lasts when it is taken (rediskit.session.lock_ttl). It may be
     *     less than what is left.
     * @return bool true: nobody else can open the session until then. Also where sessions are not locked at all
     *     (rediskit.session.locking = 0): there is nothing to lose then, and nothing is sent. false: this request does not hold the lock (any
     *     more), and what it changes in the session will not be stored
     * @throws LockException when no session is open: before session_start(), after session_write_close(), with read_and_close
     * @throws LockLostException in a process forked after the session was opened: it is its parent's
     * @throws ConnectionException
     */
    public static function extendLock(?float $seconds = null): bool
    {
    }

    /**
     * Is it known that what this request changes in the open session will not be stored? No round trip.
     *
     * So it is where another request kept the lock for too long (rediskit.session.on_lock_timeout = readonly), where Redis was away
     * (rediskit.session.on_error = readonly-empty), once extendLock() found the lock lost, and in a process forked after the session was opened.
     *
     * @throws LockException when no session is open
     */
    public static function isReadOnly(): bool
    {
    }
}
