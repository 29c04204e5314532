--TEST--
Cache stores, reads and removes values, each in one round trip
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/proxy.inc';
use Rediskit\Cache;
use Rediskit\Tests\{Proxy, Server};

$server = Server::start();
$proxy = Proxy::to($server->socket);
$cache = new Cache($proxy->dsn(), ['prefix' => 'shop:']);
$cache->has('connects');

function trips(string $what, callable $work): void
{
    global $proxy;
    $trips = $proxy->trips(function () use ($work, &$result) {
        $result = $work();
    });
    echo "$what: ", json_encode($result), ", $trips\n";
}

trips('put', fn() => $cache->put('a', ['x' => 1.5]));
trips('get', fn() => $cache->get('a'));
trips('get, missing', fn() => $cache->get('b'));
trips('get, default', fn() => $cache->get('b', 'none'));
trips('has', fn() => $cache->has('a'));
trips('missing', fn() => $cache->missing('a'));
trips('add, taken', fn() => $cache->add('a', 1));
trips('add', fn() => $cache->add('c', 1, 60));
trips('forever', fn() => $cache->forever('d', true));
trips('ttl', fn() => $cache->ttl('d'));
trips('touch', fn() => $cache->touch('d', 60));
trips('touch, for ever', fn() => $cache->touch('d', null));
trips('touch, for ever again', fn() => $cache->touch('d', null));
trips('touch, missing', fn() => $cache->touch('nothing', null));
trips('pull', fn() => $cache->pull('a'));
trips('pull, gone', fn() => $cache->pull('a', 'none'));
$cache->forget('the script is known to the server from here on');
trips('forget', fn() => $cache->forget('c'));
trips('forget, gone', fn() => $cache->forget('c'));
trips('increment', fn() => $cache->increment('n', 5));
trips('decrement', fn() => $cache->decrement('n'));

echo "keys: ", implode(' ', $server->cmd('KEYS', '*')) === 'shop:d shop:n' || implode(' ', $server->cmd('KEYS', '*')) === 'shop:n shop:d'
    ? 'only those under the prefix' : 'wrong', "\n";

echo "values come back as they were:\n";
$object = new DateTimeImmutable('2024-05-06 07:08:09 UTC');
foreach ([null, false, true, 0, -7, PHP_INT_MAX, 1.0, 0.1, '', '123', '007', 'text', "\xff\x00", [], ['a' => [1, [2]]], $object] as $number => $value) {
    $cache->put("v$number", $value);
    $back = $cache->get("v$number", 'missing');
    if ($back !== $value && $back != $object) {
        echo "$number differs\n";
    }
    if (!$cache->has("v$number")) {
        echo "$number is not there\n";
    }
}
$cache->put('', 'an empty name is a name');
echo $server->cmd('GET', 'shop:'), "\n";
?>
--EXPECT--
put: true, 1
get: {"x":1.5}, 1
get, missing: null, 1
get, default: "none", 1
has: true, 1
missing: false, 1
add, taken: false, 1
add: true, 1
forever: true, 1
ttl: null, 1
touch: true, 1
touch, for ever: true, 1
touch, for ever again: true, 1
touch, missing: false, 1
pull: {"x":1.5}, 1
pull, gone: "none", 1
forget: true, 1
forget, gone: false, 1
increment: 5, 1
decrement: 4, 1
keys: only those under the prefix
values come back as they were:
an empty name is a name
