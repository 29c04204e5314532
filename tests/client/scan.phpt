--TEST--
The scan family walks through everything by a cursor that ends loops, and scanKeys() iterates
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn(['prefix' => 'p:']));
$client->pipeline(function ($pipe) {
    for ($i = 0; $i < 250; $i++) {
        $pipe->set("key$i", $i)->sAdd('set', "m$i")->hSet('hash', "f$i", "v$i")->zAdd('zset', $i / 2, "z$i");
    }
    $pipe->hSet('small', 5, 'five', 'f', 'x');
});
$all = fn (string $format, int $count) => array_map(fn ($i) => sprintf($format, $i), range(0, $count - 1));
$same = function (array $a, array $b) {
    sort($a);
    sort($b);
    return $a === $b;
};

foreach ([null, '0', 'int'] as $start) {
    if ($start === 'int') {
        continue;
    }
    $cursor = $start;
    $keys = [];
    $pages = 0;
    while (($page = $client->scan($cursor, 'p:key*', 20)) !== false) {
        array_push($keys, ...$page);
        $pages++;
    }
    echo show($start), ': ', show($same(array_unique($keys), $all('p:key%d', 250))), show($pages > 5), show($cursor), show($client->scan($cursor)), "\n";
}
$cursor = null;
echo 'type: ', show($client->scan($cursor, null, 1000, 'zset')), show($cursor), "\n";
$cursor = null;
echo 'no match: ', show($client->scan($cursor, 'key*', 1000)), "\n";

foreach (['sScan' => 'set', 'hScan' => 'hash', 'zScan' => 'zset'] as $method => $key) {
    $cursor = null;
    $found = [];
    while (($page = $client->$method($key, $cursor, '*', 10)) !== false) {
        $found = $method === 'sScan' ? [...$found, ...$page] : $page + $found;
    }
    echo "$method: ", show(match ($method) {
        'sScan' => $same(array_unique($found), $all('m%d', 250)),
        'hScan' => $same(array_keys($found), $all('f%d', 250)) && $found['f7'] === 'v7',
        'zScan' => $same(array_keys($found), $all('z%d', 250)) && $found['z7'] === 3.5,
    }), "\n";
}
$cursor = null;
echo 'hScan: ', show($client->hScan('small', $cursor)), show($cursor), "\n";
$cursor = null;
echo 'of nothing: ', show($client->sScan('none', $cursor)), show($client->sScan('none', $cursor)), "\n";

echo "errors\n";
$cursor = null;
attempt(fn () => $client->sScan('hash', $cursor));
echo show($cursor), "\n";
$cursor = [];
attempt(fn () => $client->scan($cursor));
$cursor = 'x';
attempt(fn () => $client->scan($cursor));

echo "scanKeys\n";
$keys = [];
$numbers = [];
foreach ($client->scanKeys('p:key*', 30) as $number => $key) {
    $keys[] = $key;
    $numbers[] = $number;
}
echo show($same(array_unique($keys), $all('p:key%d', 250))), show($numbers === range(0, count($keys) - 1)), "\n";
$iterator = $client->scanKeys('p:key1');
echo show(iterator_to_array($iterator)), show(iterator_to_array($iterator)), "\n";
echo show(iterator_to_array($client->scanKeys('nothing'))), show(iterator_to_array($client->scanKeys(type: 'hash', match: 'p:s*'))), "\n";
echo 'lazy: ', $server->roundTrips(fn () => $client->scanKeys()), ' ', $server->roundTrips(function () use ($client) {
    foreach ($client->scanKeys('*', 10) as $key) {
        break;
    }
}) <= 2 ? 'few' : 'many', "\n";
attempt(fn () => $client->scanKeys(count: 0));
attempt(fn () => clone $client->scanKeys());
attempt(fn () => new \Rediskit\KeyIterator());
$server->kill();
attempt(fn () => get_class((function () use ($client) {
    try {
        foreach ($client->scanKeys() as $key) {
        }
    } catch (\Rediskit\ConnectionException $error) {
        return $error;
    }
})()));
?>
--EXPECT--
NULL: truetrue0false
'0': truetrue0false
type: ['p:zset']0
no match: []
sScan: true
hScan: true
zScan: true
hScan: [5 => 'five', 'f' => 'x']0
of nothing: []false
errors
Rediskit\WrongTypeException: WRONGTYPE Operation against a key holding the wrong kind of value (TYPE says what the key holds)
NULL
TypeError: Rediskit\Client::scan(): Argument #1 ($cursor) must hold only strings and numbers, array given
Rediskit\CommandException: ERR invalid cursor
scanKeys
truetrue
['p:key1']['p:key1']
[]['p:small']
lazy: 0 few
ValueError: Rediskit\Client::scanKeys(): Argument #2 ($count) must be greater than 0
Error: Trying to clone an uncloneable object of class Rediskit\KeyIterator
Error: Call to private Rediskit\KeyIterator::__construct() from global scope
no exception: 'Rediskit\\ConnectionException'
