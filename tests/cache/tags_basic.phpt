--TEST--
Cache::tags(): values that are there until one of their tags is flushed, with the methods and round trips of Cache
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
$t = $cache->tags('b', 'a');
// From here on the server knows the scripts.
$t->put('warm', 1);
$t->pull('warm');
$t->remember('warm', 60, fn() => 1);
$t->increment('x');
$t->forget('warm');
function trips(string $what, callable $work): void
{
    global $proxy;
    $trips = $proxy->trips(function () use ($work, &$result) {
        $result = $work();
    });
    echo "$what: ", json_encode($result), ", $trips\n";
}
trips('put', fn() => $t->put('a', ['x' => 1.5]));
trips('get', fn() => $t->get('a'));
trips('get other', fn() => $cache->tags('a')->get('a'));
trips('get untagged', fn() => $cache->get('a'));
trips('has', fn() => $t->has('a'));
trips('ttl, days', fn() => round($t->ttl('a') / 86400));
trips('touch', fn() => $t->touch('a', 60));
trips('touch', fn() => $t->touch('nix', 60));
trips('ttl', fn() => 5 * ceil($t->ttl('a') / 5));
trips('add', fn() => $t->add('a', 3));
trips('flush', fn() => $cache->tags('a')->flush());
trips('get', fn() => $t->get('a'));
trips('forget dead', fn() => $t->forget('a'));
trips('remember', fn() => $t->remember('r', 60, fn() => [1]));
trips('remember hit', fn() => $t->remember('r', 60, fn() => [2]));
trips('flush', fn() => $t->flush());
trips('remember cold', fn() => $t->remember('r', 60, fn() => [3]));
trips('remember hit', fn() => $t->remember('r', 60, fn() => [4]));
trips('remember, flushed meanwhile', fn() => $t->remember('r2', 60, function () use ($cache) {
    $cache->tags('b')->flush();
    return 5;
}));
trips('get', fn() => $t->get('r2'));
trips('put', fn() => $t->put('n', 40));
trips('incr', fn() => $t->increment('n', 2));
trips('incr', fn() => $t->increment('new', 2, 10));
trips('incr', fn() => $t->decrement('new', 5, 10));
trips('get', fn() => [$t->get('n'), $t->get('new'), 5 * ceil($t->ttl('new') / 5)]);
trips('putMany', fn() => $t->putMany(['p' => 1, 'q' => 'x']));
trips('many', fn() => $t->many(['p', 'q', 'z' => 7]));
trips('pull', fn() => $t->pull('q'));
trips('many', fn() => $t->rememberMany(['p', 'q', 5], 60, fn($m) => array_fill_keys($m, 'c')));
trips('many', fn() => $t->rememberMany(['p', 'q', 5], 60, fn($m) => array_fill_keys($m, 'd')));
$t->flush();
trips('many', fn() => $t->rememberMany(['p', 'q', 5], 60, fn($m) => array_fill_keys($m, 'd')));
trips('many', fn() => $t->many(['p', 'q', 5]));
$s = new Cache($proxy->dsn(), ['prefix' => 's:', 'mac_key' => str_repeat('x', 32)]);
$t = $s->tags(['one', 'two']);
trips('put', fn() => $t->put('a', 'signed'));
trips('get', fn() => $t->get('a'));
trips('remember', fn() => $t->remember('b', 60, fn() => [1]));
trips('get', fn() => $t->get('b'));
?>
--EXPECT--
put: true, 1
get: {"x":1.5}, 1
get other: null, 1
get untagged: null, 1
has: true, 1
ttl, days: 30, 1
touch: true, 1
touch: false, 1
ttl: 60, 1
add: false, 1
flush: true, 1
get: null, 1
forget dead: false, 1
remember: [1], 3
remember hit: [1], 1
flush: true, 1
remember cold: [3], 3
remember hit: [3], 1
remember, flushed meanwhile: 5, 4
get: null, 1
put: true, 1
incr: 42, 1
incr: 2, 1
incr: -3, 1
get: [42,-3,10], 3
putMany: true, 1
many: {"p":1,"q":"x","z":7}, 1
pull: "x", 1
many: {"p":1,"q":"c","5":"c"}, 3
many: {"p":1,"q":"c","5":"c"}, 1
many: {"p":"d","q":"d","5":"d"}, 3
many: {"p":"d","q":"d","5":"d"}, 1
put: true, 2
get: "signed", 1
remember: [1], 3
get: [1], 1
