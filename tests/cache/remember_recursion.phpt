--TEST--
remember() of the key being computed is an error that says so, of another key it is fine
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);
$again = new Cache($server->dsn(), ['prefix' => 'c:']);
$elsewhere = new Cache($server->dsn(['db' => 1]), ['prefix' => 'c:']);

function attempt(callable $work): void
{
    global $server;
    try {
        echo $work();
    } catch (Rediskit\LockException $error) {
        echo get_class($error), ': ', $error->getMessage();
    }
    echo ', leases left: ', json_encode($server->cmd('KEYS', '*:lease')), "\n";
}

attempt(fn() => $cache->remember('k', 60, fn() => $cache->remember('k', 60, fn() => 'inner')));
attempt(fn() => $cache->remember('k', 60, fn() => $again->remember('k', 0, fn() => 'inner')));
attempt(fn() => $cache->remember('k', 60, fn() => $cache->remember('other', 60, fn() => $cache->remember('k', 60, fn() => 'innermost'))));
attempt(fn() => $cache->remember('k1', 60, fn() => 'outer ' . $cache->remember('k2', 60, fn() => 'inner ' . $cache->remember('k3', 60, fn() => 'innermost'))));
attempt(fn() => $cache->remember('k4', 60, fn() => 'outer ' . $elsewhere->remember('k4', 60, fn() => 'another database')));
attempt(fn() => $cache->remember('k5', 60, function () use ($cache) {
    $cache->put('k5', 'put meanwhile');
    return 'outer, ' . $cache->remember('k5', 60, fn() => 'never called');
}));
$cache->remember('k6', 0.001, fn() => 'stale', stale: 600);
usleep(3000);
attempt(fn() => implode($cache->rememberMany(['k6'], 60, fn() => ['k6' => 'new, while it was ' . implode($cache->rememberMany(['k6'], 60, fn() => ['k6' => 'never called'], stale: 600))], stale: 600)));

echo "fibers: ";
$compute = fn() => $cache->remember('fiber', 60, function () {
    Fiber::suspend();
    return 'first';
});
$first = new Fiber($compute);
$first->start();
attempt(fn() => $cache->remember('fiber', 60, fn() => 'second'));
$first->resume();
echo $first->getReturn(), ' ', $cache->get('fiber'), "\n";

echo "in three databases at a time: ";
$fibers = [];
foreach ([0, 1, 2] as $db) {
    $there = new Cache($server->dsn(['db' => $db]), ['prefix' => 'c:']);
    $fibers[] = $fiber = new Fiber(fn() => $there->remember('threefold', 60, fn() => "database $db, " . Fiber::suspend()));
    $fiber->start();
}
foreach (['first', 'second', 'third'] as $n => $ended) {
    $fibers[$n]->resume("ended $ended");
    echo $fibers[$n]->getReturn(), '; ';
}
attempt(fn() => $cache->remember('threefold', 60, fn() => 'never called'));

echo "a fiber that is abandoned frees its lease: ";
$fiber = new Fiber(fn() => $cache->remember('abandoned', 60, fn() => Fiber::suspend()));
$fiber->start();
unset($fiber);
gc_collect_cycles();
attempt(fn() => $cache->remember('abandoned', 60, fn() => 'computed'));
?>
--EXPECT--
Rediskit\LockException: remember() was called for the key "c:k" while this process is computing that very key: it would wait for itself. Neither the callback nor, while it is suspended, another fiber may ask the cache for it, leases left: []
Rediskit\LockException: remember() was called for the key "c:k" while this process is computing that very key: it would wait for itself. Neither the callback nor, while it is suspended, another fiber may ask the cache for it, leases left: []
Rediskit\LockException: remember() was called for the key "c:k" while this process is computing that very key: it would wait for itself. Neither the callback nor, while it is suspended, another fiber may ask the cache for it, leases left: []
outer inner innermost, leases left: []
outer another database, leases left: []
outer, put meanwhile, leases left: []
new, while it was stale, leases left: []
fibers: Rediskit\LockException: remember() was called for the key "c:fiber" while this process is computing that very key: it would wait for itself. Neither the callback nor, while it is suspended, another fiber may ask the cache for it, leases left: ["{c:fiber}:lease"]
first first
in three databases at a time: database 0, ended first; database 1, ended second; database 2, ended third; database 0, ended first, leases left: []
a fiber that is abandoned frees its lease: computed, leases left: []
