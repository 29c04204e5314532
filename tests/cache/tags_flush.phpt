--TEST--
Tags: any of several voids a value; other sets are other values; evicted versions make values miss and bring none back; a flush is one command for 10,000 values
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{parallel_results, wait_until};

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);

foreach ([['a'], ['b'], ['c'], ['a', 'c'], ['unknown']] as $flushed) {
    $cache->tags('a', 'b', 'c')->put('k', 'value', 60);
    $cache->tags(...$flushed)->flush();
    echo implode('+', $flushed), ' flushed: ', $cache->tags('a', 'b', 'c')->get('k', 'void'), "\n";
}

echo "sets of tags: ";
$cache->tags('a', 'b')->put('set', 'of a and b', 60);
foreach ([['b', 'a'], [['a'], 'b', 'b'], ['a'], ['a', 'b', 'c'], ['ab'], ['a:b']] as $set) {
    echo json_encode($cache->tags(...$set)->get('set')), ' ';
}
$cache->put('set', 'untagged');
echo json_encode([$cache->get('set'), $cache->tags('b', 'a')->get('set')]), "\n";

echo "evicted: ";
$tagged = $cache->tags('x', 'y');
$tagged->put('k', 'first', 60);
$server->cmd('DEL', 'c:tagged:@x');
echo json_encode($tagged->get('k')), ' ', json_encode($tagged->has('k')), ' ';
$tagged->put('other', 'second', 60);              // makes a new version
echo json_encode([$tagged->get('k'), $tagged->get('other')]), ' ';
$cache->tags('x')->flush();
$server->cmd('DEL', 'c:tagged:@x', 'c:tagged:@y');
$tagged->put('third', 'third', 60);
echo json_encode($tagged->many(['k', 'other', 'third'])), ' ', $tagged->remember('k', 60, fn() => 'new'), ' ', $tagged->get('k'), "\n";

echo "what others write: ";
foreach (['', 'text', "\xff\x44\x01", "\xff\x44\x01\x00\xff\xff", "\xff\x40\x01\x00i:1;"] as $foreign) {
    $tagged->put('f', 1, 60);
    $name = $server->cmd('KEYS', 'c:tagged:[0-9a-f]*:f')[0];
    $server->cmd('SET', $name, $foreign);
    echo json_encode([$tagged->get('f'), $tagged->add('f', 'added', 60), $tagged->get('f')]), ' ';
    $server->cmd('SET', $name, $foreign);
    echo json_encode([$tagged->remember('f', 60, fn() => 'computed'), $tagged->increment('g')]), ' ';
}
echo "\n";

echo "void values: ";
$tagged->putMany(['a' => 1, 'b' => 2, 'c' => 3, 'd' => 4], 60);
$cache->tags('y')->flush();
echo json_encode([$tagged->pull('a', 'gone'), $tagged->touch('b', 100), $tagged->forget('c'), $tagged->ttl('d'), $tagged->missing('d'), $tagged->add('d', 'added'), $tagged->increment('b')]), "\n";
$tagged->putMany(['a' => 1, 'b' => 2], 0);
echo json_encode($tagged->many(['a', 'b'])), ' ', json_encode([$tagged->add('z', 1, 0), $tagged->put('d', 1, 0), $tagged->has('d'), $tagged->touch('d', null)]), "\n";

$many = $cache->tags('many', 'x');
$many->warm((function () {
    for ($i = 0; $i < 10000; $i++) {
        yield "item $i" => $i;
    }
})(), 600);
$commands = $server->commands(fn() => $cache->tags('many')->flush());
echo '10,000 values: ', count($commands), ' command, ', $commands[0][0], ', left: ', json_encode(array_filter($many->many(array_map(fn($i) => "item $i", range(0, 9999))))), "\n";

$tagged->forever('life', 1);
$tagged->put('longer', 1, 1e9);
echo 'lives: ', round($tagged->ttl('life') / 86400), ' ', round($tagged->ttl('longer') / 86400), ' days; keys without a time to live: ',
    json_encode(array_values(array_filter($server->cmd('KEYS', 'c:tagged:*'), fn($key) => $server->cmd('PTTL', $key) < 0))), "\n";
$server->cmd('PEXPIRE', 'c:tagged:@x', 1000);
$tagged->put('life', 1);
echo 'a version lives as long as its values: ', $server->cmd('PTTL', 'c:tagged:@x') > 86400000 * 30 ? 'yes' : 'no', "\n";
$server->cmd('PEXPIRE', 'c:tagged:@x', 1000);
$tagged->touch('life', 100);
echo 'after touch(): ', $server->cmd('PTTL', 'c:tagged:@x') > 86400000 * 30 ? 'yes' : 'no', "\n";
$cache->flush();
echo 'flush() of the cache: ', json_encode($server->cmd('KEYS', 'c:*')), "\n";
?>
--EXPECT--
a flushed: void
b flushed: void
c flushed: void
a+c flushed: void
unknown flushed: value
sets of tags: "of a and b" "of a and b" null null null null ["untagged","of a and b"]
evicted: null false [null,"second"] {"k":null,"other":null,"third":"third"} new new
what others write: [null,true,"added"] ["computed",1] [null,true,"added"] ["computed",2] [null,true,"added"] ["computed",3] [null,true,"added"] ["computed",4] [null,true,"added"] ["computed",5] 
void values: ["gone",false,false,0,true,true,1]
{"a":null,"b":null} [false,true,false,false]
10,000 values: 1 command, SET, left: []
lives: 30 30 days; keys without a time to live: []
a version lives as long as its values: yes
after touch(): yes
flush() of the cache: []
