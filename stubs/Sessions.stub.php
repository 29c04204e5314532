<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * What a shop asks of all of its sessions: how many visitors are here, where a user is logged in, "log out everywhere", what is in the session of
 * a visitor who calls support.
 *
 *     $sessions = new Rediskit\Sessions();
 *     foreach ($sessions->ofUser($user->id) as $device) {
 *         echo $device['label'], $device['current'] ? ' (this one)' : '', "\n";
 *     }
 *     $sessions->endUser($user->id, except: session_id());
 *
 * Which sessions a user has it knows from Session::user(). Everything is one round trip, of a user with more than 500 sessions one for each 500;
 * nothing searches the database (no KEYS, no SCAN). A session is named by its id, or by the handle that ofUser() gives it, which is safe to show
 * to the user: no id can be made of it.
 *
 * @strict-properties
 * @not-serializable
 */
final class Sessions
{
    /**
     * Reads the settings; talks to nobody yet.
     *
     * @param Client|string|array|null $client a Client, whose servers and prefix are used, or what Client's constructor takes; null: where
     *     session.save_handler = rediskit keeps them (rediskit.session.dsn, else session.save_path if it is a DSN, else what a Client uses)
     * @param string|null $prefix of the sessions' keys, after the Client's own prefix; null: rediskit.session.prefix
     * @throws ConfigException when $client is neither a valid DSN nor valid options
     */
    public function __construct(#[\SensitiveParameter] Client|string|array|null $client = null, ?string $prefix = null)
    {
    }

    /**
     * About how many sessions were used in the last $minutes minutes. One round trip.
     *
     * For this rediskit.session.track_active must be set to the number of minutes to look back, on all servers. Each opening of a session
     * then adds it to a count that takes 12 kB a minute at most, however many sessions there are, in the same write. It is an estimate
     * (HyperLogLog, standard error 0.81 %) of different sessions, not of requests, in the minute in progress and the $minutes before. A
     * session is counted from its second request on: programs that keep no cookies do not count. The clocks of the PHP servers
     * say which minute it is.
     *
     * @param int $minutes from 1 to rediskit.session.track_active
     * @throws ConfigException when rediskit.session.track_active is 0
     * @throws ConnectionException
     */
    public function active(int $minutes = 5): int
    {
    }

    /**
     * The sessions of a user, the one used last first. One round trip, and one more for each further 500 entries of
     * the list that it has to look at.
     *
     * - session: its handle, for end() and the others
     * - label: as given to Session::user(), '' if none was
     * - since: when Session::user() was first told this user (Unix time)
     * - last_used: when it was last written or renewed (Unix time, to about a second); after touch() with seconds of its own an estimate, no
     *   later than now
     * - remaining: seconds until it is forgotten if nobody uses it; null: never
     * - current: is it the one this request has open, or had
     * - open: does a request have it open (and locked) right now
     *
     * @param string|int $user as given to Session::user()
     * @param int $limit how many at most, from 1 to 10000
     * @return list<array{session: string, label: string, since: int, last_used: float, remaining: ?float, current: bool, open: bool}>
     * @throws ConnectionException
     */
    public function ofUser(#[\SensitiveParameter] string|int $user, int $limit = 100): array
    {
    }

    /**
     * Ends all sessions of a user: "log out everywhere", or with $except "log out all other devices". One round trip, and one more for each further
     * 500 sessions.
     *
     * Also ends those that a request has open: what it changed is not written, and a warning there says so.
     *
     * @param string|int $user as given to Session::user()
     * @param string|null $except a session to spare, by its id (session_id()) or handle
     * @return int how many there were
     * @throws ConnectionException not all may have been ended: repeat it
     */
    public function endUser(#[\SensitiveParameter] string|int $user, #[\SensitiveParameter] ?string $except = null): int
    {
    }

    /**
     * Ends one session, also when a request has it open. One round trip.
     *
     * @param string $session its id or handle
     * @param string|int|null $user end it only if it is this user's: for handles that a browser sent. null: whoever's it is
     * @return bool false: there was none, or it is not $user's
     * @throws ConnectionException
     */
    public function end(#[\SensitiveParameter] string $session, #[\SensitiveParameter] string|int|null $user = null): bool
    {
    }

    /**
     * Makes a session last from now as if it had just been used, or for $seconds. One round trip.
     *
     * @param string $session its id or handle
     * @param int|null $seconds from 1 to 3155760000, this once; null: what Session::ttl() set for it, else session.gc_maxlifetime
     * @return bool false: there is none
     * @throws ConnectionException
     */
    public function touch(#[\SensitiveParameter] string $session, ?int $seconds = null): bool
    {
    }

    /**
     * What is in a session: what $_SESSION is there, as it was last written. One round trip. Neither locks it nor touches this request's $_SESSION.
     *
     * It is decoded as session.serialize_handler says (php, php_binary, php_serialize or igbinary). Objects are not woken up: they come as
     * __PHP_Incomplete_Class; a session with objects in igbinary's format, or with one that only its class could read (\Serializable without
     * __serialize()), is refused.
     *
     * @param string $session its id or handle
     * @return array<array-key, mixed>|null null: there is none
     * @throws CodecException when it cannot be decoded; raw() can still show it
     * @throws ConnectionException
     */
    public function read(#[\SensitiveParameter] string $session): ?array
    {
    }

    /**
     * The text that is stored for a session, uncompressed and not decoded: also for what a framework stores. One round trip.
     *
     * @param string $session its id or handle
     * @return string|null null: there is none
     * @throws CodecException when it cannot be uncompressed, or its signature is wrong
     * @throws ConnectionException
     */
    public function raw(#[\SensitiveParameter] string $session): ?string
    {
    }

    /**
     * Is there such a session? One round trip.
     *
     * @param string $session its id or handle
     * @throws ConnectionException
     */
    public function exists(#[\SensitiveParameter] string $session): bool
    {
    }

    /**
     * The seconds until a session is forgotten, if nobody uses it. One round trip.
     *
     * @param string $session its id or handle
     * @return float|null null: there is none, or it never expires
     * @throws ConnectionException
     */
    public function remaining(#[\SensitiveParameter] string $session): ?float
    {
    }
}
