--TEST--
An .env with REDIS_CLIENT=rediskit is all it takes: the package is discovered, ext-redis is not there
--EXTENSIONS--
ctype
mbstring
tokenizer
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Support\Facades\{Cache, Queue, RateLimiter, Redis, Session};

$server = Server::start();
$app = laravel($server);

show('ext-redis', [extension_loaded('redis'), class_exists('Redis'), class_exists('RedisException')]);
show('discovered', isset($app->getLoadedProviders()['Rediskit\Laravel\RediskitServiceProvider']));
show('connection', [get_class(Redis::connection()), get_class(Redis::connection()->client()), Redis::connection()->getName()]);
var_dump(Redis::connection() instanceof \Illuminate\Redis\Connections\PhpRedisConnection);
var_dump(Cache::getStore() instanceof \Illuminate\Cache\RedisStore);

Session::put('user', 7);
Session::save();
Cache::put('a', 1, 60);
Cache::tags('t')->put('a', 1, 60);
Cache::tags('t')->flush();
Queue::later(60, 'Job@handle');
RateLimiter::hit('limit');
// Locks have a connection of their own, the default one.
Cache::lock('lock', 60)->get();
show('keys of session, queue and lock, of cache and limit', [Redis::dbsize(), Redis::connection('cache')->dbsize()]);

// Another client in the same application is untouched by the package.
config(['cache.stores.file.path' => sys_get_temp_dir() . '/none']);
show('another store', get_class(Cache::store('array')->getStore()));
$app->make('redis')->setDriver('phpredis');
$app->make('redis')->purge('cache');
try {
    Cache::store('redis')->tags('t')->get('x');
} catch (\Error $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
ext-redis: [false,false,false]
discovered: true
connection: ["Rediskit\\Laravel\\Connection","Rediskit\\Client","default"]
bool(true)
bool(true)
keys of session, queue and lock, of cache and limit: [3,3]
another store: "Illuminate\\Cache\\ArrayStore"
Class "Redis" not found
