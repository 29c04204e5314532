<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * A cache of PHP values in Redis, with Laravel's names.
 *
 *     $cache = new Rediskit\Cache($redis, ['prefix' => 'shop:cache:']);
 *     $products = $cache->remember('products', 60, fn () => $db->query('…')->fetchAll());
 *
 * Keys are stored as prefix + key. Values are serialized (igbinary when it is loaded, else PHP's serializer) and, where a compression
 * is set, compressed from compression_threshold bytes up; integers and ordinary strings stay plain text, so other programs read them and increment() works. A stored null is a
 * value like any other: has() says true, remember() does not compute it again; only get()'s default cannot tell it from a missing key.
 *
 * A time to live is a number of seconds (int or float, down to a millisecond), a DateInterval from now, or the DateTimeInterface of expiry;
 * null keeps the value for ever; zero, a negative number or a moment in the past removes it.
 *
 * Each method is one round trip, unless it says otherwise. Calls go straight to the server, even while the Client they share connections with is
 * in a pipeline or a transaction. Unless on_error says otherwise, every method throws ConnectionException (TimeoutException, …) when the server cannot be reached,
 * CommandException (WrongTypeException when the key holds a list, …) when it refuses, and CodecException when a value cannot be encoded, or what is
 * stored is damaged or forbidden.
 *
 * @strict-properties
 * @not-serializable
 */
final class Cache
{
    /**
     * Describes a cache; talks to nobody yet.
     *
     * Options:
     *  - prefix (string, ''): goes before every key, behind the prefix of the Client or DSN. flush() needs it.
     *  - serializer, compression, compression_level, compression_threshold, max_value_size, allowed_classes, compat, mac_key: how values are
     *    stored, as in Client and php.ini; what is not set comes from the Client, then from php.ini.
     *  - compute_ttl (float, 10.0): see remember().
     *  - wait (float, 30.0): see remember().
     *  - stale (float, 0.0), beta (float), jitter (float, 0.0), cache_null (bool, true), refresh ('now' or 'after', 'now'): see remember().
     *  - lock_ttl (float, 10.0): the lease of lock().
     *  - on_error ('throw' or 'miss', 'throw'): with 'miss' a server that cannot be reached, or answers that it cannot serve now, has no values:
     *    reads give what a missing key gives, writes false (nothing was stored, removed, counted), remember() and its kind what they compute.
     *    Only lock() throws as ever. After a failed attempt to connect or a time-out there is no other for rediskit.retry_after seconds.
     *  - on_event (callable(string $event, string $key, array $details): void): called at the end of each method for what it did: hit, miss,
     *    stale, compute, write, forget, error; docs/cache.md has the details of each. What it does with caches itself is not told. Its
     *    exceptions reach the caller of the method.
     *  - interop (bool, false): every value is JSON text, for programs in other languages: the serializer is json, there is no compression, and
     *    what needs more than the text is refused with a ConfigException: stale, beta, flexible(), tags(), mac_key.
     *  - without a Client: also everything that Client's constructor takes (host, password, …).
     *
     * @param Client|string|null $client a Client, whose server, database and credentials are used as they are now; a DSN; null: REDIS_URL
     *     in the environment, else the ini setting rediskit.dsn, else 127.0.0.1:6379
     * @param array $options
     * @throws ConfigException for a bad DSN or option
     */
    public function __construct(#[\SensitiveParameter] Client|string|null $client = null, #[\SensitiveParameter] array $options = [])
    {
    }

    /**
     * Reads a value.
     *
     * @param mixed $default what a missing key gives; a Closure is called for it
     */
    public function get(string $key, mixed $default = null): mixed
    {
    }

    /**
     * Reads many values at once.
     *
     * `['a', 'b']` gives null for what is missing; `['a' => 0, 'b']` gives 0 for a missing a. A key that looks like an integer is an integer in the
     * result, as everywhere in PHP. One round trip; the server reads a thousand keys at a time, so that others get their turn.
     *
     * @param array $keys list of keys, or key => default (a Closure is called for it)
     * @return array key => value, in the order asked for
     */
    public function many(array $keys): array
    {
    }

    /**
     * Stores a value.
     *
     * A computation of the key in progress (remember()) does not overwrite it.
     *
     * @return bool true; what fails throws, or gives false with on_error: 'miss'
     */
    public function put(string $key, mixed $value, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): bool
    {
    }

    /**
     * Stores many values at once: one round trip up to 8 MB of encoded values, then one for each further 8 MB.
     *
     * Not a transaction: when it throws, some may be stored. A value that cannot be encoded throws before anything of its 8 MB is sent.
     *
     * @param array $values key => value
     * @return bool true; what fails throws, or gives false with on_error: 'miss'
     */
    public function putMany(array $values, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): bool
    {
    }

    /**
     * Stores a value unless the key is there already.
     *
     * @return bool was it stored? Never with a time to live of zero or less, which sends nothing.
     * @throws OutcomeUnknownException when the connection broke before the answer came
     */
    public function add(string $key, mixed $value, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): bool
    {
    }

    /**
     * Stores a value without a time to live.
     *
     * @return bool true; what fails throws, or gives false with on_error: 'miss'
     */
    public function forever(string $key, mixed $value): bool
    {
    }

    /**
     * Reads a value, and when it is missing computes it: once in the cluster, however many ask.
     *
     * One caller computes under a lease; the others sleep in a blocking read and are woken with the value. The callback gets no arguments and runs
     * while no connection is held; it may use this cache, for other keys. What it returns is stored (null and false too) and returned; when it
     * throws or exits, nothing is stored, one of those who wait computes next, and the exception goes to the caller.
     *
     * What may happen meanwhile: forget() of the key voids the computation: its value is returned and not stored. put() of the key wins over it.
     * A holder that dies, or computes for longer than $compute_ttl, loses its lease: one of those who wait computes too, and whoever is first
     * fills it for all. Who has waited for $wait seconds computes without further waiting. When the connection is lost after the callback
     * returned, its value is returned all the same.
     *
     * With $stale the value stays for that many seconds after its $ttl. One caller at a time then gets the right to refresh it; all others are
     * served the old value at once, and nobody waits. When the callback throws then, the old value is served, the error log says so, and nobody
     * tries again for a second. With $beta a value is refreshed early, by chance: the likelier, the longer it took to compute and the nearer its
     * expiry, so that one of many readers comes first (XFetch). Such values carry both times in their envelope, so they are not plain text,
     * even if they are numbers; which clock is meant is that of the machines PHP runs on.
     *
     * Hit: one round trip. Computing: three (read, lease, fill). Waiting: three, and one for each second of sleep; four for values over 64 kB.
     * Stale: one; two when the right to refresh is asked for and refused, which each process does at most every 50 ms; three for who refreshes. The
     * server must allow scripts, and for a cache with the prefix `p` the user must be allowed the keys `p*` and `{p*`.
     *
     * @param \DateInterval|\DateTimeInterface|\Closure|int|float|null $ttl a Closure is called with the computed value and returns the time to
     *     live. Nothing left: the value is returned, given to those who wait, and not stored.
     * @param callable $compute without arguments
     * @param float|null $wait seconds to wait for another's computation; 0: do not wait; INF: as long as it takes; null: the option
     * @param float|null $compute_ttl seconds that a computation may take before others stop waiting for it; null: the option
     * @param float|null $stale seconds after $ttl for which the old value is served while one caller refreshes it; null: the option
     * @param float|null $beta 0: never early; 1: as is best when all computations cost the same; up to 100: earlier. null: the option, and without
     *     one 1 for values with $stale, else 0
     * @param float|null $jitter the largest fraction (0 to 1) of $ttl to be taken off at random, so that values stored together do not
     *     expire together; null: the option
     * @param bool|null $cache_null false: when the callback returns null, that is returned (to those who wait, too) and not stored; null: the option
     * @param string|null $refresh when who got the right refreshes: 'now', and returns the new value; 'after' the request: returns the old
     *     value, see runDeferred(); null: the option
     * @throws LockException when the callback, or another fiber while it runs, asks for the very key being computed, and it is missing
     * @throws ConfigException for $stale or $beta with the option interop
     */
    public function remember(string $key, \DateInterval|\DateTimeInterface|\Closure|int|float|null $ttl, callable $compute, ?float $wait = null, ?float $compute_ttl = null, ?float $stale = null, ?float $beta = null, ?float $jitter = null, ?bool $cache_null = null, ?string $refresh = null): mixed
    {
    }

    /**
     * remember() without a time to live.
     *
     * @param callable $compute without arguments
     * @throws LockException when the callback asks for the very key being computed
     */
    public function rememberForever(string $key, callable $compute, ?float $wait = null, ?float $compute_ttl = null, ?bool $cache_null = null): mixed
    {
    }

    /**
     * remember() for many keys: one round trip to read, and when some are missing, one for their leases and one to store.
     *
     * The callback is called once, and at once, with all keys that are this caller's to compute, missing or stale. What others are computing is waited for
     * afterwards, key by key; what they do not deliver is computed by calling the callback again. Values over 8 MB in all are stored in several round trips.
     *
     * A key that the callback leaves out is null in the result, and is not stored. When it throws, and a stale value is there for each
     * key it was called with, those are served and the error log says so.
     *
     * @param array $keys list of keys (string or int)
     * @param callable $compute gets the list of missing keys, returns an array key => value
     * @param float|null $wait seconds to wait for others in all; as in remember(), as are the following
     * @return array key => value, in the order asked for
     * @throws LockException when the callback asks for one of these keys, and it is missing
     * @throws \TypeError when the callback returns no array
     * @throws ConfigException for $stale or $beta with the option interop
     */
    public function rememberMany(array $keys, \DateInterval|\DateTimeInterface|int|float|null $ttl, callable $compute, ?float $wait = null, ?float $compute_ttl = null, ?float $stale = null, ?float $beta = null, ?float $jitter = null, ?bool $cache_null = null): array
    {
    }

    /**
     * Stores many values, 500 at a time (and at most 8 MB): for jobs that fill a cache.
     *
     * Takes a generator, so that the values need not be in memory together. One round trip for each 500. When it throws, what was told to
     * $progress is stored.
     *
     *     $cache->warm($products(), 3600, fn (int $stored) => print("$stored\r"));
     *
     * @param \Traversable|array $values key (string or int) => value
     * @param callable|null $progress called after each round trip with the number of values stored so far
     * @return int how many values were stored
     */
    public function warm(\Traversable|array $values, \DateInterval|\DateTimeInterface|int|float|null $ttl = null, ?callable $progress = null): int
    {
    }

    /**
     * Reads a value, and computes it when it is missing; when it is stale, serves it and has it refreshed after the request.
     *
     * `flexible('report', [60, 600], $compute)` is remember() with a ttl of 60, stale for 540 seconds more, without early refreshes.
     *
     * Fresh: one round trip. Stale: one, and one more to ask for the right to refresh, which each process does at most every 50 ms. Missing: three,
     * as in remember().
     *
     * @param array $ttl two times to live, both counted from now: from when the value is stale, and from when it is gone
     * @param callable $compute without arguments
     * @param float|null $wait as in remember()
     * @param float|null $compute_ttl as in remember(). A refresh that comes later than this, at the end of a long request, may be the second one.
     * @param string|null $refresh 'after' (which null means here) the request, or 'now'
     * @throws LockException when the callback asks for the very key being computed, and it is missing
     * @throws ConfigException with the option interop
     */
    public function flexible(string $key, array $ttl, callable $compute, ?float $wait = null, ?float $compute_ttl = null, ?string $refresh = null): mixed
    {
    }

    /**
     * Refreshes what flexible(), or remember() with refresh: 'after', left for the end of the request.
     *
     * PHP does this by itself when the script ends: behind all shutdown functions it writes and closes the session, sends the response
     * (fastcgi_finish_request() and its like, where there is one), and then calls the callbacks. A program that serves many requests (a queue
     * worker, Octane) calls this after each one. Of one request at most 64 refreshes are left for later, further ones are done at once.
     *
     * An exception of a callback goes to the error log, and the value stays stale for a second before somebody tries again. An exit waits until
     * the other callbacks were called.
     *
     * @return int how many callbacks were called
     */
    public static function runDeferred(): int
    {
    }

    /**
     * What the caches of this process (under ZTS: of this thread) did, tagged ones included, whatever server they use, since it began or since
     * the last reset; not per request.
     *
     *  - hits: values that were found, stale ones included (many(): each). has(), ttl() and touch() do not count.
     *  - misses: values that were not, also because the server was not there (on_error: 'miss')
     *  - stale: of the hits, those that remember() and its kind found past their time to live
     *  - early: refreshes begun before that, by beta
     *  - computes, compute_time (seconds): calls of callbacks (rememberMany(): one for all its keys)
     *  - waits, wait_time (seconds): how often remember() waited for another's computation, and how long
     *  - writes: values that were stored, and increments
     *  - bytes_read, bytes_written: of values, as they are stored
     *  - errors: exchanges that failed, whether that was thrown or not
     *  - skipped: of these, those that were not tried, because of rediskit.retry_after
     *
     * No round trip. What the server counts is in Client::health(): hit_rate, evicted_keys.
     *
     * @param bool $reset begin anew at 0
     * @return array<string, int|float>
     */
    public static function stats(bool $reset = false): array
    {
    }

    /** What PHP calls when a script ends that left refreshes for then. */
    private static function finishRequest(): void
    {
    }

    /**
     * Removes a value, and voids computations of it that are in progress: what they read may be old.
     *
     * @return bool was it there?
     */
    public function forget(string $key): bool
    {
    }

    /**
     * Reads a value and removes it, atomically: of many callers one gets it.
     *
     * @param mixed $default what a missing key gives; a Closure is called for it
     * @throws OutcomeUnknownException when the connection broke before the answer came: the value may be lost
     */
    public function pull(string $key, mixed $default = null): mixed
    {
    }

    /** Is there a value, be it null? */
    public function has(string $key): bool
    {
    }

    /** Is there none? */
    public function missing(string $key): bool
    {
    }

    /**
     * Gives a value a new time to live, counted from now. One that becomes stale does so when it would have anyway.
     *
     * @return bool was it there?
     */
    public function touch(string $key, \DateInterval|\DateTimeInterface|int|float|null $ttl): bool
    {
    }

    /**
     * How long a value will live.
     *
     * @return float|null seconds; null: for ever; 0.0: there is no value
     */
    public function ttl(string $key): ?float
    {
    }

    /**
     * Adds to an integer, which is 0 when it is missing; the time to live of one that is there stays.
     *
     * @param \DateInterval|\DateTimeInterface|int|float|null $ttl of one that is missing; null: for ever. One script: the user must be allowed
     *     EVALSHA and EVAL.
     *
     * @return int|false the sum; false only with on_error: 'miss': not counted
     * @throws CommandException when what is stored is no integer, or the sum none of 64 bits
     * @throws ConfigException with a mac_key: the server cannot sign what it counts
     * @throws OutcomeUnknownException when the connection broke before the answer came
     */
    public function increment(string $key, int $by = 1, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): int|false
    {
    }

    /**
     * Subtracts from an integer, which is 0 when it is missing; the time to live of one that is there stays.
     *
     * @param \DateInterval|\DateTimeInterface|int|float|null $ttl of one that is missing; null: for ever. One script: the user must be allowed
     *     EVALSHA and EVAL.
     *
     * @return int|false the difference; false only with on_error: 'miss': not counted
     * @throws CommandException when what is stored is no integer, or the difference none of 64 bits
     * @throws ConfigException with a mac_key: the server cannot sign what it counts
     * @throws OutcomeUnknownException when the connection broke before the answer came
     */
    public function decrement(string $key, int $by = 1, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): int|false
    {
    }

    /**
     * Removes every key under this cache's own prefix, whoever wrote it, and voids computations in progress. Locks stay.
     *
     * Goes through the database in steps of a thousand keys (SCAN and UNLINK; never FLUSHDB), one round trip each, and one at the end. What is stored meanwhile may
     * stay or go.
     *
     * @return int how many keys were removed: values, and versions of tags
     * @throws ConfigException when the cache has no prefix of its own (the option prefix, or prefix= in the DSN it was given): the database, or
     *     the prefix of a Client, is shared with others
     */
    public function flush(): int
    {
    }

    /**
     * This cache, with tags: values stored through it are there until one of these tags is flushed.
     *
     *     $cache->tags('news', "author:$id")->remember("article:$id", 3600, fn () => …);
     *     $cache->tags("author:$id")->flush();   // the article is gone
     *
     * No round trip. A value is found with the same set of tags, in any order, and no other; see TaggedCache.
     *
     * @param array|string $names tags, or lists of tags; from 1 to 100, none of them empty
     * @throws \ValueError without a tag, with an empty one or with more than 100
     * @throws \TypeError for a tag that is not a string
     * @throws ConfigException with the option interop
     */
    public function tags(array|string ...$names): TaggedCache
    {
    }

    /**
     * A lock under this cache's prefix, which a key of the same name does not disturb. It is not taken yet: Lock::acquire(), Lock::run().
     *
     * @param float|null $ttl length of the lease in seconds; null: the option lock_ttl
     * @param string|null $owner who holds it; null: random
     */
    public function lock(string $name, ?float $ttl = null, ?string $owner = null): Lock
    {
    }
}
