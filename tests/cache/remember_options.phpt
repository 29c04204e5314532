--TEST--
remember(): beta refreshes early, jitter spreads expiries, cache_null: false keeps null out; options of the constructor and of the call
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);
$count = function (Cache $cache, string $key, int $times, ...$options) {
    $calls = 0;
    for ($i = 0; $i < $times; $i++) {
        $cache->remember($key, 60, function () use (&$calls) {
            usleep(20000);
            return ++$calls;
        }, ...$options);
    }
    return $calls;
};

// A beta of 100 and 20 ms of cost: 2 s early on average, of 60; so once in e^-30 calls. With a value of 1 s left, more often than not.
echo "beta\n";
var_dump($count($cache, 'never', 300, beta: 0), $count($cache, 'seldom', 300, beta: 100.0));
$early = function (?float $beta) use ($cache) {
    $calls = 0;
    $cache->forget('early');
    for ($i = 0; $i < 200 && $calls < 2; $i++) {
        $cache->remember('early', 1, function () use (&$calls) {
            usleep(20000);
            return ++$calls;
        }, beta: $beta);
        if ($cache->ttl('early') < 0.3) {
            return 'not early';
        }
    }
    return $calls;
};
var_dump($early(100.0));

echo "what is stored\n";
$stored = fn(string $key) => strlen($server->cmd('GET', "c:$key"));
$cache->remember('plain', 60, fn() => 7);
$cache->remember('soft', 60, fn() => 7, stale: 5);
$cache->remember('soft without cost', 60, fn() => 7, stale: 5, beta: 0);
$cache->remember('cost', 60, fn() => 7, beta: 1);
$cache->remember('for ever', null, fn() => 7, stale: 5);
$cache->flexible('flexible', [60, 120], fn() => 7);
foreach (['plain', 'soft', 'soft without cost', 'cost', 'for ever', 'flexible'] as $key) {
    echo "$key: ", $stored($key), ' bytes, ttl ', json_encode(($ttl = $cache->ttl($key)) ? 5 * ceil($ttl / 5) : $ttl), "\n";
}

echo "jitter\n";
$spread = function (Cache $cache, ...$options) {
    $ttls = [];
    for ($i = 0; $i < 200; $i++) {
        $cache->remember("j$i", 100, fn() => 1, ...$options);
        $ttls[] = $cache->ttl("j$i");
        $cache->forget("j$i");
    }
    return [min($ttls) >= 49.9, max($ttls) <= 100, max($ttls) - min($ttls) > 20];
};
echo json_encode([$spread($cache), $spread($cache, jitter: 0.5), $spread(new Cache($server->dsn(), ['prefix' => 'c:', 'jitter' => 0.5]))]), "\n";

echo "cache_null\n";
var_dump($cache->remember('null', 60, fn() => null), $cache->has('null'));
$cache->forget('null');
var_dump($cache->remember('null', 60, fn() => null, cache_null: false), $cache->has('null'));
$strict = new Cache($server->dsn(), ['prefix' => 'c:', 'cache_null' => false]);
var_dump($strict->rememberForever('null', fn() => null), $strict->has('null'), $strict->rememberForever('null', fn() => null, cache_null: true), $strict->has('null'));
$strict->remember('gone', 0.001, fn() => 'there', stale: 60);
usleep(3000);
var_dump($strict->remember('gone', 60, fn() => null, stale: 60), $strict->has('gone'));

echo "refusals\n";
foreach ([['stale' => -1], ['beta' => 101], ['jitter' => 1.5], ['cache_null' => 'no'], ['refresh' => 'later']] as $options) {
    try {
        new Cache($server->dsn(), $options);
    } catch (Rediskit\ConfigException $exception) {
        echo $exception->getMessage(), "\n";
    }
    if (!isset($options['cache_null'])) {
        try {
            $cache->remember('x', 60, fn() => 1, ...$options);
        } catch (ValueError $exception) {
            echo '  ', $exception->getMessage(), "\n";
        }
    }
}
foreach ([[1], [5, 1], [null, 5], [1, 2, 3], ['a', 5]] as $periods) {
    try {
        $cache->flexible('x', $periods, fn() => 1);
    } catch (ValueError | TypeError $exception) {
        echo $exception->getMessage(), "\n";
    }
}
?>
--EXPECT--
beta
int(1)
int(1)
int(2)
what is stored
plain: 1 bytes, ttl 60
soft: 20 bytes, ttl 65
soft without cost: 16 bytes, ttl 65
cost: 20 bytes, ttl 60
for ever: 1 bytes, ttl null
flexible: 16 bytes, ttl 120
jitter
[[true,true,false],[true,true,true],[true,true,true]]
cache_null
NULL
bool(true)
NULL
bool(false)
NULL
bool(false)
NULL
bool(true)
NULL
bool(false)
refusals
The option "stale" must be a number of seconds from 0 up
  Rediskit\Cache::remember(): Argument #6 ($stale) must be a number of seconds from 0 up
The option "beta" must be a number from 0 to 100
  Rediskit\Cache::remember(): Argument #7 ($beta) must be a number from 0 to 100
The option "jitter" must be a number from 0 to 1
  Rediskit\Cache::remember(): Argument #8 ($jitter) must be a fraction from 0 to 1
The option "cache_null" must be true or false, string given
The option "refresh" must be "now" or "after"
  Rediskit\Cache::remember(): Argument #10 ($refresh) must be "now" or "after"
Rediskit\Cache::flexible(): Argument #2 ($ttl) must be a list of two times to live: [fresh, stale]
Rediskit\Cache::flexible(): Argument #2 ($ttl) must be a list of two times to live, [fresh, stale], of which the second is not shorter than the first
Rediskit\Cache::flexible(): Argument #2 ($ttl) must be a list of two times to live: [fresh, stale], neither of them null
Rediskit\Cache::flexible(): Argument #2 ($ttl) must be a list of two times to live: [fresh, stale]
Rediskit\Cache::flexible(): Argument #2 ($ttl) must be of type DateInterval|DateTimeInterface|int|float|null, string given
