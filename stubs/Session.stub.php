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

    /**
     * Says whose session this is, at login, so that Sessions can list that user's sessions and end them. No round trip: it is sent in the
     * same write as the session itself, and remembered until another user, or null, is given.
     *
     *     session_regenerate_id(true);
     *     $_SESSION['user'] = $user->id;
     *     Rediskit\Session::user($user->id, 'Firefox on Linux');
     *
     * To say the same in every request costs nothing. It stays with the visitor when session_regenerate_id() changes the id; session_destroy()
     * ends it. session_abort(), session_reset() and read_and_close store nothing, this neither.
     *
     * @param string|int|null $id of the user, any bytes but not empty; only a hash of it is stored. 7 and '7' are the same. null: nobody's,
     *     as after a logout that keeps the session
     * @param string|null $label what to call this session in the user's list, at most 255 bytes, any; null: the one it has, as long as it is
     *     the same user's
     * @throws LockException when no session is open: before session_start(), after session_write_close(), with read_and_close
     * @throws LockLostException in a process forked after the session was opened: it is its parent's
     */
    public static function user(#[\SensitiveParameter] string|int|null $id, ?string $label = null): void
    {
    }

    /**
     * Sets or tells how many seconds this session is kept after each use, in place of session.gc_maxlifetime: "remember me for 30 days". No round
     * trip: it is sent in the same write as the session itself, and remembered for this session until it is set anew, also when
     * session_regenerate_id() changes the id.
     *
     *     Rediskit\Session::ttl(30 * 86400);
     *
     * The browser forgets the cookie by a rule of its own: session.cookie_lifetime, session_set_cookie_params().
     *
     * @param int|null $seconds from 1 to 3155760000, a hundred years; 0: as long as other sessions again; null: changes nothing
     * @return int how many it is kept for now, or will be once it is written
     * @throws LockException when no session is open
     * @throws LockLostException when they are set in a process forked after the session was opened: it is its parent's
     */
    public static function ttl(?int $seconds = null): int
    {
    }

    /**
     * The seconds until what is stored of this session is forgotten, if nobody uses it again. One round trip.
     *
     * @return float|null null: nothing is stored (yet), or what is stored never expires
     * @throws LockException when no session is open
     * @throws LockLostException in a process forked after the session was opened: it is its parent's
     * @throws ConnectionException
     */
    public static function remaining(): ?float
    {
    }
}
