--TEST--
Lists longer than what is reserved on a header's word alone are whole, in order, and can be appended to
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$client = new \Rediskit\Client($server->dsn());

foreach ([1, 1024, 1025, 2049, 5000] as $count) {
    $client->del('list', 'hash', 'zset');
    $numbers = range(0, $count - 1);
    $client->rPush('list', ...$numbers);
    $client->hMSet('hash', array_combine(array_map(fn ($n) => "f$n", $numbers), $numbers));
    $client->zAdd('zset', ...array_merge(...array_map(fn ($n) => [$n, "m$n"], $numbers)));

    $list = $client->lRange('list', 0, -1);
    $list[] = 'more';
    $cursor = null;
    echo "$count: ", json_encode([
        $list === [...array_map(strval(...), $numbers), 'more'],
        array_map(intval(...), $client->hGetAll('hash')) == array_combine(array_map(fn ($n) => "f$n", $numbers), $numbers),
        array_keys($client->zRange('zset', 0, -1, true)) === array_map(fn ($n) => "m$n", $numbers),
        count($client->zScan('zset', $cursor, null, 100000)),
        array_map(count(...), $client->pipeline()->lRange('list', 0, -1)->hGetAll('hash')->exec()),
    ]), "\n";
}
?>
--EXPECT--
1: [true,true,true,1,[1,1]]
1024: [true,true,true,1024,[1024,1024]]
1025: [true,true,true,1025,[1025,1025]]
2049: [true,true,true,2049,[2049,2049]]
5000: [true,true,true,5000,[5000,5000]]
