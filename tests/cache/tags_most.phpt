--TEST--
Tags: a hundred of them are as good as one, and one more is refused
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start();
foreach (['plain' => [], 'signed' => ['mac_key' => str_repeat('k', 32)]] as $kind => $options) {
    $cache = new Cache($server->dsn(), ['prefix' => "$kind:"] + $options);
    $names = array_map(fn($number) => "tag $number", range(1, 100));
    $tagged = $cache->tags($names);
    $tagged->put('put', 1, 60);
    $tagged->putMany(['a' => 2, 'b' => 3], 60);
    $tagged->remember('remembered', 60, fn() => 4);
    $tagged->rememberMany(['many'], 60, fn() => ['many' => 5]);
    echo "$kind: ", json_encode([$tagged->get('put'), $tagged->many(['a', 'b']), $tagged->get('remembered'), $tagged->get('many'), $tagged->add('put', 6)]), "\n";
    if ($kind === 'plain') {
        echo "counted: ", json_encode([$tagged->increment('n', 7), $tagged->increment('n', 7)]), "\n";
    }
    $cache->tags('tag 57')->flush();
    echo "one flushed: ", json_encode([$tagged->get('put'), $tagged->many(['a', 'b'])]), "\n";
    $tagged->put('put', 8, 60);
    $tagged->flush();
    echo "all flushed: ", json_encode($tagged->get('put')), "\n";
    try {
        $cache->tags($names, 'one more');
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
plain: [1,{"a":2,"b":3},4,5,false]
counted: [7,14]
one flushed: [null,{"a":null,"b":null}]
all flushed: null
Rediskit\Cache::tags() takes at most 100 tags, 101 given
signed: [1,{"a":2,"b":3},4,5,false]
one flushed: [null,{"a":null,"b":null}]
all flushed: null
Rediskit\Cache::tags() takes at most 100 tags, 101 given
