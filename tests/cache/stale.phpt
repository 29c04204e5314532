--TEST--
remember() with stale: the old value is served while one refreshes it, nobody waits; what forget(), put() and exceptions do meanwhile
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
$calls = 0;
$next = function () use (&$calls) {
    return 'value ' . ++$calls;
};
/** Stores a value that is stale a millisecond later, and waits for that. */
$make_stale = function (string $key, mixed $value) use ($cache) {
    $cache->forget($key);
    $cache->remember($key, 0.001, fn() => $value, stale: 60);
    usleep(3000);
};
foreach (['EVALSHA of each script, once' => 'warm up'] as $key) {
    $make_stale($key, 1);
    $cache->remember($key, 60, fn() => 2, stale: 60);
}

echo "one refreshes\n";
var_dump($cache->remember('a', 60, $next, stale: 30));
var_dump($server->roundTrips(fn() => $cache->remember('a', 60, $next, stale: 30)), round($cache->ttl('a'), -1));
$make_stale('a', 'old');
var_dump($cache->get('a'));
$trips = $server->roundTrips(function () use ($cache, $next, &$value) {
    $value = $cache->remember('a', 60, $next, stale: 30);
});
var_dump($value, $trips, round($cache->ttl('a'), -1));
var_dump($cache->remember('a', 60, $next, stale: 30), $server->cmd('EXISTS', '{c:a}:lease'));

echo "touch() moves the end, not the beginning of being stale\n";
$make_stale('t', 'old');
var_dump($cache->touch('t', 600), round($cache->ttl('t'), -1), $cache->remember('t', 60, fn() => 'new', stale: 60));

echo "meanwhile others are served the old value\n";
$make_stale('b', 'old');
$value = $cache->remember('b', 60, function () use ($cache, $server) {
    echo 'from inside: ', $cache->remember('b', 60, fn() => 'never', stale: 30), "\n";
    [$others] = parallel_results(1, function () use ($server) {
        $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
        $read = fn() => $cache->remember('b', 60, fn() => 'never', stale: 30);
        return [$read(), $server->roundTrips($read), $read()];
    });
    echo 'another process: ', json_encode($others), "\n";
    return 'new';
}, stale: 30);
var_dump($value, $cache->get('b'));

echo "a value that came in between is taken\n";
$make_stale('c', 'old');
$other = new Cache($server->dsn(), ['prefix' => 'c:']);
$ran = [];
class Sleeper
{
    public static ?Closure $wake = null;
    public function __unserialize(array $data): void
    {
        if ($wake = self::$wake) {
            self::$wake = null;
            $wake();
        }
    }
    public function __serialize(): array
    {
        return ['x' => 1];
    }
}
$make_stale('c', new Sleeper);
Sleeper::$wake = fn() => $other->put('c', 'put while it was being decoded');
var_dump($cache->remember('c', 60, fn() => 'never', stale: 30));

echo "forget() and put() win over the refresh\n";
$make_stale('d', 'old');
var_dump($cache->remember('d', 60, fn() => $cache->forget('d') ? 'computed' : '?', stale: 30), $cache->get('d'));
$make_stale('d', 'old');
var_dump($cache->remember('d', 60, fn() => $cache->put('d', 'put') ? 'computed' : '?', stale: 30), $cache->get('d'));

echo "exceptions\n";
$log = $server->dir . '/php.log';
ini_set('error_log', $log);
$make_stale('e', 'old');
$fail = function () use (&$calls) {
    $calls++;
    throw new DomainException('the database is away');
};
$calls = 0;
var_dump($cache->remember('e', 60, $fail, stale: 30), $cache->remember('e', 60, $fail, stale: 30), $calls);
echo preg_replace('/^\[.*?\] /', '', file_get_contents($log));
var_dump($server->cmd('PTTL', '{c:e}:lease') - 3600000 <= 1000);
$again = wait_until(fn() => ($value = $cache->remember('e', 60, $next, stale: 30)) !== 'old' ? $value : false);
var_dump($again);
$cache->forget('e');
try {
    $cache->remember('e', 60, $fail, stale: 30);
} catch (DomainException $exception) {
    echo get_class($exception), ': ', $exception->getMessage(), "\n";
}

echo "the server goes away after the read\n";
Sleeper::$wake = null;
$make_stale('f', new Sleeper);
Sleeper::$wake = fn() => $server->kill();
var_dump(get_class($cache->remember('f', 60, fn() => 'never', stale: 30)));
?>
--EXPECT--
one refreshes
string(7) "value 1"
int(1)
float(90)
string(3) "old"
string(7) "value 2"
int(3)
float(90)
string(7) "value 2"
int(0)
touch() moves the end, not the beginning of being stale
bool(true)
float(600)
string(3) "new"
meanwhile others are served the old value
from inside: old
another process: ["old",1,"old"]
string(3) "new"
string(3) "new"
a value that came in between is taken
string(30) "put while it was being decoded"
forget() and put() win over the refresh
string(8) "computed"
NULL
string(8) "computed"
string(3) "put"
exceptions
string(3) "old"
string(3) "old"
int(1)
rediskit: the cached value "c:e" could not be refreshed, and is served stale: DomainException: the database is away
bool(true)
string(7) "value 2"
DomainException: the database is away
the server goes away after the read
string(7) "Sleeper"
