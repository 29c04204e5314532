<?php

declare(strict_types=1);

namespace Rediskit\Laravel;

use Illuminate\Cache\CacheManager;
use Illuminate\Cache\RedisStore as LaravelRedisStore;
use Illuminate\Cache\Repository;
use Illuminate\Contracts\Foundation\Application;
use Illuminate\Redis\RedisManager;
use Illuminate\Support\ServiceProvider;
use Rediskit\Laravel\Cache\RedisStore;

/**
 * Makes the redis client `rediskit` known to Laravel: with REDIS_CLIENT=rediskit the Redis facade, CACHE_STORE=redis,
 * SESSION_DRIVER=redis, QUEUE_CONNECTION=redis, rate limits and broadcasting go through the extension, and ext-redis is
 * not needed. Nothing changes for an application whose client is another one.
 */
final class RediskitServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        // Laravel binds both closures to the manager, so they cannot be static.
        $this->callAfterResolving('redis', function (RedisManager $redis): void {
            $redis->extend('rediskit', function (): Connector {
                return new Connector();
            });
        });

        $this->callAfterResolving('cache', function (CacheManager $cache): void {
            $cache->extend('redis', function (Application $app, array $config): Repository {
                /** @var CacheManager $this */
                $repository = $this->createRedisDriver($config);
                $store = $repository->getStore();

                return $store instanceof LaravelRedisStore
                    ? $repository->setStore(RedisStore::copyOf($store))
                    : $repository;
            });
        });
    }
}
