--TEST--
remember(): the time to live may be a closure over the value, a moment, or nothing left
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

foreach ([
    'closure' => fn($value) => $value['ttl'],
    'closure, an interval' => fn($value) => new DateInterval('PT30S'),
    'closure, for ever' => fn($value) => null,
    'closure, nothing left' => fn($value) => 0,
    'interval' => new DateInterval('PT30S'),
    'moment' => new DateTimeImmutable('+29 seconds'),
    'null' => null,
    '0' => 0,
    '-1' => -1,
] as $name => $ttl) {
    $value = $cache->remember($name, $ttl, fn() => ['ttl' => 90]);
    echo "$name: ", json_encode($value), ', ', $cache->has($name) ? json_encode($cache->ttl($name) === null ? null : ceil($cache->ttl($name) / 30) * 30) : 'not stored', "\n";
}

echo "a moment that passes during the computation: ";
$cache->remember('moment 2', new DateTimeImmutable('+50 milliseconds'), function () {
    usleep(60000);
    return 1;
});
var_dump($cache->has('moment 2'));

echo "with nothing left it needs no lease: ";
echo json_encode(array_diff(array_column($server->commands(fn() => $cache->remember('0', 0, fn() => fn() => 'cannot be stored')), 0), ['AUTH'])), "\n";

echo "with nothing left those who wait get the value all the same: ";
$results = parallel_results(5, function (int $number) use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
    return $cache->remember('shared', fn() => 0, function () use ($server, $number) {
        $server->cmd('INCR', 'computed');
        $server->waitForBlocked(4);
        return str_repeat('x', 100000);
    });
});
echo $server->cmd('GET', 'computed'), ' computed, ', count(array_filter($results, fn($result) => strlen($result) === 100000)), " have it, ",
    $cache->has('shared') ? 'stored' : 'not stored', "\n";

foreach ([fn() => 'soon', fn() => NAN, fn() => throw new Exception('from the closure')] as $ttl) {
    try {
        $cache->remember('bad', $ttl, fn() => 1);
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
try {
    $cache->remember('bad', 'soon', fn() => print 'computed in vain');
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
echo "and the lease is free: ", json_encode($server->cmd('KEYS', '*:lease')), "\n";

echo "what a closure must not return:\n";
final class Unmade extends DateInterval
{
    public function __construct()
    {
    }
}
foreach (['x', NAN, 2e12, new Unmade()] as $ttl) {
    try {
        $cache->remember('not stored', fn() => $ttl, fn() => 1);
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
var_dump($cache->has('not stored'));
?>
--EXPECTF--
closure: {"ttl":90}, 90
closure, an interval: {"ttl":90}, 30
closure, for ever: {"ttl":90}, null
closure, nothing left: {"ttl":90}, not stored
interval: {"ttl":90}, 30
moment: {"ttl":90}, 30
null: {"ttl":90}, null
0: {"ttl":90}, not stored
-1: {"ttl":90}, not stored
a moment that passes during the computation: bool(false)
with nothing left it needs no lease: ["GET"]
with nothing left those who wait get the value all the same: 1 computed, 5 have it, not stored
TypeError: A time to live must be of type DateInterval|DateTimeInterface|int|float|null, string returned
ValueError: A time to live must be a finite number of seconds; null is for ever
Exception: from the closure
Rediskit\Cache::remember(): Argument #2 ($ttl) must be of type DateInterval|DateTimeInterface|int|float|null, string given
and the lease is free: []
what a closure must not return:
TypeError: A time to live must be of type DateInterval|DateTimeInterface|int|float|null, string returned
ValueError: A time to live must be a finite number of seconds; null is for ever
ValueError: A time to live must be at most 1000000000000 seconds; null is for ever
%S%SError: %s has not been correctly initialized by %s
bool(false)
