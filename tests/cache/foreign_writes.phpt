--TEST--
Cache: what other programs write beside and in place of values, such as half a lease, times of any size and spoilt versions, holds nobody up
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:', 'wait' => 0.01]);

echo "leases that are none\n";
foreach (['', 'short', str_repeat('x', 63)] as $text) {
    foreach ([[], ['PX', 1e7]] as $life) {
        $server->cmd('SET', '{c:k}:lease', $text, ...$life);
        echo $cache->remember('k', 60, fn() => 'computed'), ' ', json_encode([$cache->has('k'), $server->cmd('KEYS', '*:lease')]), "\n";
        $cache->forget('k');
    }
}

echo "times\n";
$cache->remember('soft', 60, fn() => [1], stale: 60, beta: 1);
$template = $server->cmd('GET', 'c:soft');
foreach ([PHP_INT_MIN, -1, 1, PHP_INT_MAX] as $time) {
    foreach ([1, 0xffffffff] as $cost) {
        // Fixed part, then the time and the cost, then the payload.
        $server->cmd('SET', 'c:soft', substr($template, 0, 4) . pack('JN', $time, $cost) . substr($template, 16));
        echo $time, ': ', json_encode($cache->remember('soft', 60, fn() => 'computed', stale: 60)), "\n";
    }
}

echo "a version that is none: an error, and no lease is left\n";
$server->cmd('SET', 'c:tagged:@t', 'short');
foreach (['remember' => fn() => $cache->tags('t')->remember('k', 60, fn() => 'computed'), 'rememberMany' => fn() => $cache->tags('t')->rememberMany(['k'], 60, fn() => [])] as $name => $call) {
    try {
        $call();
    } catch (Rediskit\CommandException $error) {
        echo "$name(): ", strtok($error->getMessage(), ':'), ', leases ', json_encode($server->cmd('KEYS', '*:lease')), "\n";
    }
}
$cache->tags('t')->flush();
echo $cache->tags('t')->remember('k', 60, fn() => 'computed'), "\n";
?>
--EXPECT--
leases that are none
computed [true,[]]
computed [true,[]]
computed [true,[]]
computed [true,[]]
computed [true,[]]
computed [true,[]]
times
-9223372036854775808: "computed"
-9223372036854775808: "computed"
-1: "computed"
-1: "computed"
1: "computed"
1: "computed"
9223372036854775807: [1]
9223372036854775807: [1]
a version that is none: an error, and no lease is left
remember(): The versions of the tags are spoilt, leases []
rememberMany(): The versions of the tags are spoilt, leases []
computed
