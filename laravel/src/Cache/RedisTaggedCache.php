<?php

declare(strict_types=1);

namespace Rediskit\Laravel\Cache;

use Illuminate\Cache\Events\CacheFlushed;
use Illuminate\Cache\Events\CacheFlushing;
use Illuminate\Cache\RedisTaggedCache as LaravelRedisTaggedCache;
use Illuminate\Cache\RedisTagSet;
use Rediskit\Laravel\Connection;

/**
 * Laravel's tagged cache with a flush() that asks nothing of ext-redis. What it stores is the same: each tag is a
 * sorted set of the names of the values that carry it.
 */
final class RedisTaggedCache extends LaravelRedisTaggedCache
{
    /** @var RedisStore */
    protected $store;

    /** @var RedisTagSet */
    protected $tags;

    /** So many values are removed at a time. */
    private const CHUNK = 1000;

    /**
     * Removes values and takes their names out of the tags' sets, in one step.
     * KEYS: the tags' sets, then the values. ARGV: how many sets, then the values' names in the sets. O(sets x values)
     */
    private const FLUSH = <<<'LUA'
        local sets = tonumber(ARGV[1])
        redis.call('DEL', unpack(KEYS, sets + 1))
        for i = 1, sets do
            redis.call('ZREM', KEYS[i], unpack(ARGV, 2))
        end
        LUA;

    public function flush(): bool
    {
        $connection = $this->store->connection();
        if (! $connection instanceof Connection) {
            return parent::flush();
        }

        $prefix = $this->store->getPrefix();
        $sets = [];
        /** @var string $name */
        foreach ($this->tags->getNames() as $name) {
            $sets[] = $prefix . $this->tags->tagId($name);
        }

        $this->announce(CacheFlushing::class);

        foreach ($this->tags->entries()->chunk(self::CHUNK) as $entries) {
            $names = $values = [];
            /** @var string $name */
            foreach ($entries as $name) {
                $names[] = $name;
                $values[] = $prefix . $name;
            }

            $connection->eval(
                self::FLUSH,
                count($sets) + count($values),
                ...$sets,
                ...$values,
                ...[count($sets), ...$names]
            );
        }

        $this->announce(CacheFlushed::class);

        return true;
    }

    /**
     * @param  class-string<CacheFlushing|CacheFlushed>  $event  of Laravel 12 and later
     */
    private function announce(string $event): void
    {
        if (class_exists($event)) {
            $this->event(new $event($this->getName()));
        }
    }
}
