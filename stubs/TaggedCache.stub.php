<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * A cache whose values are there until one of their tags is flushed. Cache::tags() makes it.
 *
 *     $cache->tags('news', "author:$id")->remember("article:$id", 3600, fn () => …);
 *     $cache->tags('news')->flush();
 *
 * Its methods are those of Cache, with the same arguments, answers, exceptions and options. What is stored with a set of tags is found with the
 * same set (in any order) and no other, and not by the Cache itself, whose flush() removes it nevertheless.
 *
 * A value lives for 30 days at most, whatever its time to live: what was flushed is in the way of nobody, but it is in memory until its time
 * to live ends, or until it is stored anew.
 *
 * Writing needs scripts (EVAL, EVALSHA); get(), many(), has(), missing(), ttl(), touch(), forget() and flush() do not.
 *
 * @strict-properties
 * @not-serializable
 */
final class TaggedCache
{
    /** Only Cache::tags() makes one. */
    private function __construct()
    {
    }

    /**
     * Reads a value; as in Cache. One round trip.
     *
     * @param mixed $default what a missing key gives; a Closure is called for it
     *
     * @implementation-alias Rediskit\Cache::get
     */
    public function get(string $key, mixed $default = null): mixed
    {
    }

    /**
     * Reads many values at once; as in Cache. One round trip.
     *
     * @param array $keys list of keys, or key => default (a Closure is called for it)
     * @return array key => value, in the order asked for
     *
     * @implementation-alias Rediskit\Cache::many
     */
    public function many(array $keys): array
    {
    }

    /**
     * Stores a value of the versions its tags have at that moment.
     *
     * One round trip; two with a mac_key, and then a flush between them voids the value, as it should.
     *
     * @return bool true; what fails throws, or gives false with on_error: 'miss'
     *
     * @implementation-alias Rediskit\Cache::put
     */
    public function put(string $key, mixed $value, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): bool
    {
    }

    /**
     * Stores many values at once: one round trip up to 8 MB of encoded values, then one for each further 8 MB; one more with a mac_key.
     *
     * @param array $values key => value
     * @return bool true; what fails throws, or gives false with on_error: 'miss'
     *
     * @implementation-alias Rediskit\Cache::putMany
     */
    public function putMany(array $values, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): bool
    {
    }

    /**
     * Stores a value unless there is one that no flush has voided. Round trips as put().
     *
     * @return bool was it stored?
     * @throws OutcomeUnknownException when the connection broke before the answer came
     *
     * @implementation-alias Rediskit\Cache::add
     */
    public function add(string $key, mixed $value, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): bool
    {
    }

    /**
     * Stores a value for as long as one with tags may live: 30 days.
     *
     * @return bool true; what fails throws, or gives false with on_error: 'miss'
     *
     * @implementation-alias Rediskit\Cache::forever
     */
    public function forever(string $key, mixed $value): bool
    {
    }

    /**
     * Reads a value, and when it is missing, or one of its tags was flushed, computes it: once in the cluster, however many ask. As in Cache.
     *
     * The value gets the versions that its tags had before the computation began: a flush meanwhile voids it, and who asks after that flush waits
     * for the computation at most, but does not get its value.
     *
     * Round trips as in Cache: hit one, computing three.
     *
     * @param callable $compute without arguments
     * @throws LockException when the callback asks for the very key being computed, and it is missing
     *
     * @implementation-alias Rediskit\Cache::remember
     */
    public function remember(string $key, \DateInterval|\DateTimeInterface|\Closure|int|float|null $ttl, callable $compute, ?float $wait = null, ?float $compute_ttl = null, ?float $stale = null, ?float $beta = null, ?float $jitter = null, ?bool $cache_null = null, ?string $refresh = null): mixed
    {
    }

    /**
     * remember() for as long as a value with tags may live: 30 days.
     *
     * @param callable $compute without arguments
     * @throws LockException when the callback asks for the very key being computed
     *
     * @implementation-alias Rediskit\Cache::rememberForever
     */
    public function rememberForever(string $key, callable $compute, ?float $wait = null, ?float $compute_ttl = null, ?bool $cache_null = null): mixed
    {
    }

    /**
     * remember() for many keys, as in Cache: all there, one round trip; else three.
     *
     * @param array $keys list of keys (string or int)
     * @param callable $compute gets the list of missing keys, returns an array key => value
     * @return array key => value, in the order asked for
     * @throws LockException when the callback asks for one of these keys, and it is missing
     *
     * @implementation-alias Rediskit\Cache::rememberMany
     */
    public function rememberMany(array $keys, \DateInterval|\DateTimeInterface|int|float|null $ttl, callable $compute, ?float $wait = null, ?float $compute_ttl = null, ?float $stale = null, ?float $beta = null, ?float $jitter = null, ?bool $cache_null = null): array
    {
    }

    /**
     * Stores many values, 500 at a time, as in Cache.
     *
     * @param \Traversable|array $values key (string or int) => value
     * @param callable|null $progress called after each round trip with the number of values stored so far
     * @return int how many values were stored
     *
     * @implementation-alias Rediskit\Cache::warm
     */
    public function warm(\Traversable|array $values, \DateInterval|\DateTimeInterface|int|float|null $ttl = null, ?callable $progress = null): int
    {
    }

    /**
     * Reads a value, computes it when it is missing, and when it is stale serves it and has it refreshed after the request; as in Cache.
     *
     * A flush of a tag voids the stale value, too.
     *
     * @param array $ttl two times to live, both counted from now: from when the value is stale, and from when it is gone
     * @param callable $compute without arguments
     * @throws LockException when the callback asks for the very key being computed, and it is missing
     *
     * @implementation-alias Rediskit\Cache::flexible
     */
    public function flexible(string $key, array $ttl, callable $compute, ?float $wait = null, ?float $compute_ttl = null, ?string $refresh = null): mixed
    {
    }

    /**
     * Removes a value, and voids computations of it that are in progress. One round trip.
     *
     * @return bool was it there?
     *
     * @implementation-alias Rediskit\Cache::forget
     */
    public function forget(string $key): bool
    {
    }

    /**
     * Reads a value and removes it, atomically: of many callers one gets it. One round trip, by a script.
     *
     * @param mixed $default what a missing key gives; a Closure is called for it
     * @throws OutcomeUnknownException when the connection broke before the answer came: the value may be lost
     *
     * @implementation-alias Rediskit\Cache::pull
     */
    public function pull(string $key, mixed $default = null): mixed
    {
    }

    /**
     * Is there a value, be it null? One round trip.
     *
     * @implementation-alias Rediskit\Cache::has
     */
    public function has(string $key): bool
    {
    }

    /**
     * Is there none? One round trip.
     *
     * @implementation-alias Rediskit\Cache::missing
     */
    public function missing(string $key): bool
    {
    }

    /**
     * Gives a value a new time to live, counted from now; null: 30 days. One round trip.
     *
     * @return bool was it there?
     *
     * @implementation-alias Rediskit\Cache::touch
     */
    public function touch(string $key, \DateInterval|\DateTimeInterface|int|float|null $ttl): bool
    {
    }

    /**
     * How long a value will live, unless a tag is flushed. One round trip.
     *
     * @return float|null seconds; 0.0: there is no value
     *
     * @implementation-alias Rediskit\Cache::ttl
     */
    public function ttl(string $key): ?float
    {
    }

    /**
     * Adds to an integer, which is 0 when it is missing or one of its tags was flushed; the time to live of one that is there stays.
     *
     * Atomic, and exact in 64 bits. One round trip, by a script.
     *
     * @param \DateInterval|\DateTimeInterface|int|float|null $ttl of one that is missing; null: 30 days
     * @return int|false the sum; false only with on_error: 'miss': not counted
     * @throws CommandException when what is stored is no integer, or the sum none of 64 bits
     * @throws ConfigException with a mac_key
     * @throws OutcomeUnknownException when the connection broke before the answer came
     *
     * @implementation-alias Rediskit\Cache::increment
     */
    public function increment(string $key, int $by = 1, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): int|false
    {
    }

    /**
     * Subtracts from an integer; as increment().
     *
     * @param \DateInterval|\DateTimeInterface|int|float|null $ttl of one that is missing; null: 30 days
     * @return int|false the difference; false only with on_error: 'miss': not counted
     * @throws CommandException when what is stored is no integer, or the difference none of 64 bits
     * @throws ConfigException with a mac_key
     * @throws OutcomeUnknownException when the connection broke before the answer came
     *
     * @implementation-alias Rediskit\Cache::decrement
     */
    public function decrement(string $key, int $by = 1, \DateInterval|\DateTimeInterface|int|float|null $ttl = null): int|false
    {
    }

    /**
     * Voids every value that has one of these tags, whatever others it has: one command a tag, in one round trip, however many values there are.
     *
     * It holds from the moment this returns, also for values that are being computed: they do not come back.
     *
     * @return bool true; what fails throws, or gives false with on_error: 'miss'
     */
    public function flush(): bool
    {
    }

    /**
     * A lock of the cache, as Cache::lock() makes it: tags make no difference.
     *
     * @param float|null $ttl length of the lease in seconds; null: the option lock_ttl
     * @param string|null $owner who holds it; null: random
     *
     * @implementation-alias Rediskit\Cache::lock
     */
    public function lock(string $name, ?float $ttl = null, ?string $owner = null): Lock
    {
    }
}
