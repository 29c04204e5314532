--TEST--
Cache: what a missing key gives may be a closure, which is called only then; its exception reaches the caller
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

$server = Rediskit\Tests\Server::start();
$plain = new Rediskit\Cache($server->dsn(), ['prefix' => 'c:']);
$calls = 0;
$default = function () use (&$calls) {
    return 'default ' . ++$calls;
};
$throws = fn() => throw new RuntimeException('no default');
$shared = 'by reference';
$reference = function &() use (&$shared) {
    return $shared;
};

foreach ([$plain, $plain->tags('t')] as $cache) {
    $cache->putMany(['there' => 1, 'null' => null], 60);
    echo json_encode([$cache->get('there', $default), $cache->get('null', $default), $cache->pull('there', $default), $cache->many(['null' => $default]), $calls]), "\n";
    echo json_encode([$cache->get('gone', $default), $cache->pull('gone', $default), $cache->get('gone', $reference), $cache->get('gone', $default(...))]), "\n";
    echo json_encode($cache->many(['null' => $default, 'a' => $default, 'b' => $reference, 'c' => 'strtoupper', 'd' => [1], 'e'])), "\n";
    foreach ([fn() => $cache->get('gone', $throws), fn() => $cache->pull('gone', $throws), fn() => $cache->many(['a' => $default, 'b' => $throws, 'c' => $default])] as $work) {
        try {
            var_dump($work());
        } catch (RuntimeException $error) {
            echo $error->getMessage(), "\n";
        }
    }
    // It may use the cache, and the connection, itself.
    echo $cache->get('gone', fn() => $cache->put('now', 'there', 60) ? $cache->get('now') : null), "\n";
    $calls = 0;
}
?>
--EXPECT--
[1,null,1,{"null":null},0]
["default 1","default 2","by reference","default 3"]
{"null":null,"a":"default 4","b":"by reference","c":"strtoupper","d":[1],"e":null}
no default
no default
no default
there
[1,null,1,{"null":null},0]
["default 1","default 2","by reference","default 3"]
{"null":null,"a":"default 4","b":"by reference","c":"strtoupper","d":[1],"e":null}
no default
no default
no default
there
