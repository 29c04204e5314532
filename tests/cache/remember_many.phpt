--TEST--
rememberMany(): one round trip to read, one for leases, one to store; stale values, others' computations, exceptions, odd results
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{parallel_results, run_php, wait_until};

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);
$square = function (array $missing) {
    echo 'computes ', json_encode($missing), "\n";
    return array_combine($missing, array_map(fn($n) => "value of $n", $missing));
};
$show = function (callable $work) use ($server) {
    $result = null;
    $reads = $server->info('total_reads_processed');
    try {
        $result = $work();
    } catch (Throwable $exception) {
        $result = get_class($exception) . ': ' . $exception->getMessage();
    }
    echo json_encode($result), ', ', $server->info('total_reads_processed') - $reads - 1, "\n";
};
$show(fn() => count($cache->rememberMany(['scripts', 'are', 'loaded'], 60, $square)));
$show(fn() => $cache->rememberMany(['a', 'b', 3, 'a'], 60, $square));
$show(fn() => $cache->rememberMany(['a', 'c', '3', 'd'], 60, $square));
$show(fn() => $cache->rememberMany(['d', 'a'], 60, $square));
$show(fn() => $cache->rememberMany([], 60, $square));
var_dump($server->cmd('KEYS', '*:lease'), 5 * ceil($cache->ttl('d') / 5));
$show(fn() => $cache->rememberMany(['zero'], 0, $square));
var_dump($cache->has('zero'));
$show(fn() => $cache->rememberMany(['zero'], 0, fn() => $cache->remember('zero', 60, fn() => 1)));

echo "what the callback leaves out, null\n";
$show(fn() => $cache->rememberMany(['x', 'y'], 60, fn() => ['y' => null, 'other' => 1]));
$show(fn() => $cache->many(['x' => 'none', 'y' => 'none', 'other' => 'none']));
$show(fn() => $cache->rememberMany(['y2'], 60, fn() => ['y2' => null], cache_null: false));
var_dump($cache->has('y2'));

echo "stale\n";
$make_stale = function (string ...$keys) use ($cache) {
    foreach ($keys as $key) {
        $cache->forget($key);
        $cache->remember($key, 0.001, fn() => "old $key", stale: 60);
    }
    usleep(3000);
};
$make_stale('s1', 's2');
$show(fn() => $cache->rememberMany(['s1', 'a', 's2', 'new'], 60, $square, stale: 30));
$show(fn() => $cache->rememberMany(['s1', 's2'], 60, $square));
$make_stale('s1', 's2');
$cache->remember('s1', 60, function () use ($show, $cache, $square) {
    $show(fn() => $cache->rememberMany(['s1', 's2'], 60, $square));
    return 's1 by the holder';
}, stale: 30);
var_dump($cache->get('s1'));

echo "exceptions\n";
ini_set('error_log', $log = "$server->dir/php.log");
$fail = fn() => throw new DomainException('no');
$make_stale('s1', 's2');
$show(fn() => $cache->rememberMany(['s1', 's2', 'a'], 60, $fail));
echo preg_replace('/^\[.*?\] /', '', file_get_contents($log));
$show(fn() => $cache->rememberMany(['s1', 'missing'], 60, $fail));
$show(fn() => $cache->rememberMany(['missing'], 60, fn() => 'text'));
$show(fn() => $cache->rememberMany(['missing'], 60, fn() => ['missing' => fopen('php://memory', 'r')]));
$show(fn() => $cache->rememberMany(['missing'], 60, fn() => $cache->remember('missing', 1, fn() => 1)));
$show(fn() => $cache->rememberMany(['missing'], 60, fn() => $cache->rememberMany(['other', 'missing'], 1, fn() => [])));
$show(fn() => $cache->rememberMany([[]], 60, $fail));
var_dump($server->cmd('EXISTS', '{c:missing}:lease'));

echo "others compute some of them\n";
$results = parallel_results(2, function (int $number) use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
    if ($number === 0) {
        return $cache->remember('p2', 60, function () use ($server) {
            $server->cmd('RPUSH', 'leased', 1);
            $server->waitForBlocked(1);
            return 'by the other process';
        });
    }
    (new Rediskit\Client($server->dsn()))->blPop(['leased'], 30);
    return $cache->rememberMany(['p1', 'p2', 'p3'], 60, fn(array $missing) => array_fill_keys($missing, 'mine'));
});
echo json_encode($results), "\n";

echo "the other gives up: the callback is called again\n";
$results = parallel_results(2, function (int $number) use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
    if ($number === 0) {
        try {
            return $cache->remember('q2', 60, function () use ($server) {
                $server->cmd('RPUSH', 'leased', 1);
                $server->waitForBlocked(1);
                throw new DomainException('given up');
            });
        } catch (DomainException $exception) {
            return $exception->getMessage();
        }
    }
    (new Rediskit\Client($server->dsn()))->blPop(['leased'], 30);
    $calls = [];
    $values = $cache->rememberMany(['q1', 'q2'], 60, function (array $missing) use (&$calls) {
        $calls[] = $missing;
        return array_fill_keys($missing, 'mine');
    });
    return [$values, $calls];
});
echo json_encode($results), "\n";

echo "many and large\n";
$keys = array_map(fn($i) => "n$i", range(1, 3000));
$values = $cache->rememberMany($keys, 60, fn(array $missing) => array_fill_keys($missing, str_repeat('x', 5000)));
var_dump(count($values), array_unique(array_map('strlen', $values)) === ['n1' => 5000], count(array_filter($cache->many($keys))));
$server->kill();
try {
    $cache->rememberMany(['a'], 60, $square);
} catch (Rediskit\ConnectionException $exception) {
    echo get_class($exception), "\n";
}
?>
--EXPECT--
computes ["scripts","are","loaded"]
3, 7
computes ["a","b",3]
{"a":"value of a","b":"value of b","3":"value of 3"}, 3
computes ["c","d"]
{"a":"value of a","c":"value of c","3":"value of 3","d":"value of d"}, 3
{"d":"value of d","a":"value of a"}, 1
[], 0
array(0) {
}
float(60)
computes ["zero"]
{"zero":"value of zero"}, 1
bool(false)
"Rediskit\\LockException: remember() was called for the key \"c:zero\" while this process is computing that very key: it would wait for itself. Neither the callback nor, while it is suspended, another fiber may ask the cache for it", 2
what the callback leaves out, null
{"x":null,"y":null}, 3
{"x":"none","y":null,"other":"none"}, 1
{"y2":null}, 3
bool(false)
stale
computes ["s1","s2","new"]
{"s1":"value of s1","a":"value of a","s2":"value of s2","new":"value of new"}, 3
{"s1":"value of s1","s2":"value of s2"}, 1
computes ["s2"]
{"s1":"old s1","s2":"value of s2"}, 3
string(16) "s1 by the holder"
exceptions
{"s1":"old s1","s2":"old s2","a":"value of a"}, 5
rediskit: the cached value "c:s2" could not be refreshed, and is served stale: DomainException: no
"DomainException: no", 3
"TypeError: The callback must return an array key => value, string returned", 3
"Rediskit\\CodecException: A resource cannot be stored: store what is read from it (key \"c:missing\")", 3
"Rediskit\\LockException: remember() was called for the key \"c:missing\" while this process is computing that very key: it would wait for itself. Neither the callback nor, while it is suspended, another fiber may ask the cache for it", 4
"Rediskit\\LockException: remember() was called for the key \"c:missing\" while this process is computing that very key: it would wait for itself. Neither the callback nor, while it is suspended, another fiber may ask the cache for it", 4
"TypeError: Rediskit\\Cache::rememberMany(): Argument #1 ($keys) must be a list of keys (string or int) or an array key => default, but it has an element of type array", 0
int(0)
others compute some of them
["by the other process",{"p1":"mine","p2":"by the other process","p3":"mine"}]
the other gives up: the callback is called again
["given up",[{"q1":"mine","q2":"mine"},[["q1"],["q2"]]]]
many and large
int(3000)
bool(true)
int(3000)
Rediskit\ConnectionException
