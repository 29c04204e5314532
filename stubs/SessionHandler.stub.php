<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * PHP sessions in Redis as an object, for session_set_save_handler() and for frameworks that want a \SessionHandlerInterface.
 *
 *     session_set_save_handler(new Rediskit\SessionHandler('redis://10.0.0.5', lock_wait: 5.0));
 *     session_start();
 *
 * It keeps sessions exactly as `session.save_handler = rediskit` does, under the same keys, so the two can share them: one round trip locks and reads, one
 * writes and releases. Settings that are not given are those of the INI (rediskit.session.*). Objects cannot be cloned or serialized.
 *
 * Like any save handler it warns (E_WARNING) and returns false where something fails, and what is stored stays as it is. A
 * session whose reading failed is not written until it was read again. In a process forked after a session was read, that session is not written.
 *
 * Used without ext/session, as frameworks do: read() locks, and write(), destroy(), close(), reading another id and the object's end release.
 * write() of an id that was not read takes the lock, writes and releases.
 *
 * @strict-properties
 * @not-serializable
 */
final class SessionHandler implements \SessionHandlerInterface, \SessionIdInterface, \SessionUpdateTimestampHandlerInterface
{
    /**
     * Reads the settings; talks to nobody yet.
     *
     * @param Client|string|array|null $client a Client, whose servers and prefix are used, or what Client's constructor takes; null:
     *     rediskit.session.dsn, or what a Client uses where that is not set
     * @param int|null $ttl seconds a session is kept after it was last written or renewed; null: session.gc_maxlifetime
     * @param bool|null $locking whether a session is locked from reading to writing, so that no parallel request's changes are lost
     * @param float|null $lock_ttl seconds after which the lock of a request that died is free again (0.001 to 1000000); 0.0: automatic, that is 60, and
     *     more where max_execution_time is more
     * @param float|null $lock_wait seconds to wait for a lock; 0.0: one try
     * @param string|null $prefix of the keys, after the Client's own prefix
     * @param Compression|string|null $compression of what is stored: none, zstd or lz4
     * @param string|null $on_lock_timeout what reading does when the lock was not to be had within $lock_wait: fail; readonly: it gives the data with a notice,
     *     and nothing is written
     * @param string|null $on_error what reading does when Redis cannot be reached: fail; readonly-empty: it gives '' with a warning, and nothing is written
     * @param int|null $touch_interval seconds between renewals of the time to live of data that do not change; 0: at each use
     * @param int|null $new_ttl seconds a session is kept that was stored only once, so that visitors who never come back take no room; 0: as any
     * @param string|null $compat prefix of the keys of phpredis' sessions, such as "PHPREDIS_SESSION:", to be read where there is no session of ours; '': none
     * @throws ConfigException when $client is neither a valid DSN nor valid options, or a setting makes no sense
     */
    public function __construct(
        #[\SensitiveParameter] Client|string|array|null $client = null,
        ?int $ttl = null,
        ?bool $locking = null,
        ?float $lock_ttl = null,
        ?float $lock_wait = null,
        ?string $prefix = null,
        Compression|string|null $compression = null,
        ?string $on_lock_timeout = null,
        ?string $on_error = null,
        ?int $touch_interval = null,
        ?int $new_ttl = null,
        ?string $compat = null
    ) {
    }

    /**
     * Does nothing, for the constructor said where sessions are kept. No round trip.
     *
     * @param string $path not used
     * @param string $name not used
     */
    public function open(string $path, string $name): bool
    {
    }

    /** Releases the lock, unless writing did. One round trip, or none. */
    public function close(): bool
    {
    }

    /**
     * Locks the session and returns its data, '' when there are none. One round trip; three when the lock had to be waited for.
     *
     * @return string|false false: it could not be read, or was locked by others for longer than lock_wait
     */
    public function read(string $id): string|false
    {
    }

    /**
     * Stores the data and releases the lock. One round trip.
     *
     * @return bool false: nothing was stored: the lock ran out meanwhile, the server could not be reached … true without storing anything: the data were
     *     opened read-only and did not change, or Redis was away when they were read (on_error: readonly-empty)
     */
    public function write(string $id, string $data): bool
    {
    }

    /**
     * Deletes the session and releases its lock. One round trip.
     *
     * What PHP could not decode stays stored: PHP destroys such sessions, and only the lock is released then.
     */
    public function destroy(string $id): bool
    {
    }

    /**
     * Does nothing: Redis deletes what is older than its ttl. No round trip.
     *
     * @return int 0
     */
    public function gc(int $max_lifetime): int|false
    {
    }

    /** A new random id by session.sid_length and session.sid_bits_per_character. No round trip. */
    public function create_sid(): string
    {
    }

    /**
     * Tells whether there is a session of this id, and if so locks it and keeps its data for read(), which then sends nothing. One round trip; none for an
     * id that create_sid() just made.
     *
     * When it could not be found out the answer is true and read() fails: a "no" would make PHP give the user a new session.
     */
    public function validateId(string $id): bool
    {
    }

    /**
     * Renews the time to live of data that did not change, and releases the lock. One round trip.
     *
     * @param string $data stored after all if the session has gone meanwhile
     */
    public function updateTimestamp(string $id, string $data): bool
    {
    }
}
