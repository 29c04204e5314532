<?php

declare(strict_types=1);

namespace Rediskit\Laravel\Cache;

use Illuminate\Cache\RedisStore as LaravelRedisStore;
use Illuminate\Cache\RedisTaggedCache as LaravelRedisTaggedCache;
use Illuminate\Cache\RedisTagSet;
use Rediskit\Laravel\Connection;

/**
 * Laravel's redis cache store, whose tags need no constants of ext-redis. Over other clients it is Laravel's own.
 */
final class RedisStore extends LaravelRedisStore
{
    /** The same store, made by this class. */
    public static function copyOf(LaravelRedisStore $store): self
    {
        $copy = new self($store->redis, $store->prefix, $store->connection);
        // By name and all of them: the list differs between versions of Laravel.
        foreach (get_object_vars($store) as $property => $value) {
            $copy->{$property} = $value;
        }

        return $copy;
    }

    /**
     * @param  array<array-key, mixed>|mixed  $names
     */
    public function tags($names): LaravelRedisTaggedCache
    {
        $names = is_array($names) ? $names : func_get_args();

        return $this->connection() instanceof Connection
            ? new RedisTaggedCache($this, new RedisTagSet($this, $names))
            : parent::tags($names);
    }
}
