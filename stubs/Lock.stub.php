<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * A lock that at most one owner holds, in Redis, with a lease that ends by itself.
 *
 *     $lock = new Rediskit\Lock($redis, "payment:$order", ttl: 10.0);
 *     $receipt = $lock->run(fn (Rediskit\Lock $lock) => $gateway->charge($order), wait: 5.0);
 *
 * Waiting is woken, never polled, and fair: who waits sleeps in a blocking command, and a release hands the lock to whoever has
 * waited longest. Each acquisition gets a fencing number, higher than all before: a store that refuses lower numbers than it has
 * seen is safe even from a holder whose lease ran out without its noticing.
 *
 * A lock is not released when its object is destroyed: its owner may be kept and passed to another process, which releases it by
 * `new Lock($redis, $name, owner: $owner)`. Objects cannot be cloned or serialized. In a forked child the parent's locks are void:
 * it neither releases nor refreshes them.
 *
 * What holds for one server: one holder, unless the server loses the key by eviction (use the policy noeviction, or a server of its own
 * for locks), by a failover, or by FLUSHALL. Names are stored as `prefix{name}:lock`, so they cannot collide with cache keys.
 *
 * @strict-properties
 * @not-serializable
 */
final class Lock
{
    /**
     * Describes a lock; takes nothing and talks to nobody yet.
     *
     * @param Client|string|array|null $client a Client, whose servers and prefix are used, or what Client's constructor takes
     * @param string $name what is locked
     * @param float $ttl length of the lease in seconds, from 0.001: how long the lock outlives a holder that died
     * @param string|null $owner who holds it; null: 32 random hexadecimal digits. 1 to 255 bytes without NUL, not beginning with "C:".
     *     All who know the owner of a lock may release and refresh it.
     * @throws ConfigException when $client is neither a valid DSN nor valid options
     */
    public function __construct(#[\SensitiveParameter] Client|string|array|null $client, string $name, float $ttl = 10.0, ?string $owner = null)
    {
    }

    /**
     * Takes the lock, waiting for it at most $wait seconds (0: one try; INF: as long as it takes).
     *
     * On an object that holds the lock already it extends the lease to the full ttl and returns true; the token stays. Acquisitions are not
     * counted: one release() releases. While waiting, signal handlers (pcntl_async_signals()) and time limits run at least once a second.
     *
     * One round trip when the lock is free; when it is handed over, two more, however long the wait is up to a second, and one for each
     * further second. Users whom the server's ACL denies blocking commands poll instead, with jitter and without fairness.
     *
     * @return bool false: another owner kept it for all that time
     * @throws ConnectionException
     * @throws CommandException e.g. NoPermissionException when the user may not run scripts
     * @throws OutcomeUnknownException only with an owner given to the constructor: the lock may be held until its lease ends. A random owner
     *     lets the request be repeated safely.
     */
    public function acquire(float $wait = 0.0): bool
    {
    }

    /**
     * Releases the lock, and wakes the longest waiter. One round trip, two or more when somebody waits.
     *
     * @return bool false: this owner did not hold it (any more), nothing was released
     * @throws ConnectionException
     * @throws OutcomeUnknownException when even asking a second time brought no answer; the lease ends by itself
     */
    public function release(): bool
    {
    }

    /**
     * Gives the lease a new length, counted from now. One round trip.
     *
     * @param float|null $ttl in seconds; null: the ttl of the constructor
     * @return bool false: this owner does not hold the lock any more
     * @throws ConnectionException
     */
    public function refresh(?float $ttl = null): bool
    {
    }

    /**
     * Asks the server whether this owner holds the lock. One round trip.
     *
     * @throws ConnectionException
     */
    public function isHeld(): bool
    {
    }

    /**
     * Asks the server how long the lease lasts. One round trip.
     *
     * @return float seconds; 0.0 when this owner does not hold the lock
     * @throws ConnectionException
     */
    public function remaining(): float
    {
    }

    /** Who this object is to the lock: what was given to the constructor, or 32 random hexadecimal digits. No round trip. */
    public function owner(): string
    {
    }

    /**
     * The fencing number of the last acquisition: higher than that of every earlier holder, about the server's clock in microseconds.
     * null before acquire() succeeded, after release() and once a refresh found the lock lost. No round trip.
     */
    public function token(): ?int
    {
    }

    /**
     * Takes the lock, calls $callback with this Lock and releases it, also when the callback throws or exits or a time limit ends the
     * request. What the callback throws passes through.
     *
     * When this object holds the lock already, it still does afterwards. When the callback released it, it is not released again.
     * No connection is held while the callback runs. Two round trips in all when the lock is free.
     *
     * @param callable $callback called with this Lock
     * @param float $wait seconds to wait for the lock, as for acquire()
     * @return mixed what the callback returned. It is returned also when the server cannot be reached for the release while the lease was
     *     still running: the work was protected, and the lease ends by itself.
     * @throws LockTimeoutException the lock was not free in time; the callback was not called
     * @throws LockLostException the lease ended, or the lock was taken away, while the callback ran: another may have done the same work
     *     meanwhile. The callback has run to its end; give the lock a longer ttl or call refresh() from time to time.
     * @throws ConnectionException
     * @throws OutcomeUnknownException the server could not be asked to release, and the lease may have ended before the callback did
     */
    public function run(callable $callback, float $wait = 0.0): mixed
    {
    }

    /**
     * Releases the lock whoever holds it, for repairs. One round trip, two or more when somebody waits.
     *
     * @return bool false: nobody held it
     * @throws ConnectionException
     */
    public function forceRelease(): bool
    {
    }
}
