--TEST--
Cache, on_event: a write tells for how long the value is stored, of many values each its own time
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start();
$told = [];
$cache = new Cache($server->dsn(), ['prefix' => 'c:', 'on_event' => function (string $event, string $key, array $details) use (&$told) {
    if ($event === 'write') {
        $told[$key] = $details['ttl'];
    }
}]);
$keys = array_map(fn($n) => "k$n", range(1, 20));
foreach (['a cache' => $cache, 'with tags' => $cache->tags('t')] as $name => $store) {
    $told = [];
    $store->rememberMany($keys, 1e5, fn($missing) => array_fill_keys($missing, 1), jitter: 1);
    $wrong = array_filter($keys, fn($key) => abs($told[$key] - $store->ttl($key)) > 60);
    $store->forever('forever', 1);
    $store->putMany(['many' => 1], 1e9);
    $store->increment('new', 1, 60);
    echo "$name: ", json_encode([count($told) - count($wrong), count(array_unique($told)) > 10, $told['forever'], $told['many'], $told['new']]), "\n";
}
$told = [];
$cache->rememberMany(['void', 'kept'], 60, fn($missing) => $cache->forget('void') ? [] : array_fill_keys($missing, 1));
echo json_encode($told), "\n";
?>
--EXPECT--
a cache: [23,true,null,1000000000,60]
with tags: [23,true,2592000,2592000,60]
{"kept":60}
