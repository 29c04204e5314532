--TEST--
Cache::flush() leaves a lock's waiters their place in the queue, and what wakes them
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Cache;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);
foreach (['x', '{tag}x'] as $name) {
    $holder = $cache->lock($name, 30.0);
    $holder->acquire();
    parallel_results(1, function () use ($cache, $name) {
        $lock = $cache->lock($name, 30.0);
        $lock->acquire(20.0) or throw new \Exception('not acquired');
        $lock->forceRelease();
    }, function () use ($server, $cache, $holder) {
        $server->waitForBlocked(1);
        // As if the wake-up were on its way.
        $wake = 'c:{x}:w:' . str_repeat('a', 32);
        $server->cmd('RPUSH', $wake, 'token');
        $cache->put('value', 1);
        echo $cache->flush(), ' removed, queue: ', implode(' ', $server->cmd('KEYS', '*:q')), ', ', $server->cmd('DEL', $wake), " wake list\n";
        $holder->release();
    });
}
?>
--EXPECT--
1 removed, queue: c:{x}:q, 1 wake list
1 removed, queue: c:{tag}x:q, 1 wake list
