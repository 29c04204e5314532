--TEST--
Cache::increment() and decrement(): integers only, the time to live stays, what is no integer says so
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\parallel_results;

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);
var_dump($cache->increment('n'), $cache->increment('n', 10), $cache->decrement('n', 20), $cache->increment('n', -1), $cache->get('n'));
$cache->put('n', 7, 60);
var_dump($cache->increment('n'), $cache->ttl('n') > 59);
$cache->put('n', PHP_INT_MAX - 1);
var_dump($cache->increment('n') === PHP_INT_MAX);

$cache->put('list', [1]);
$cache->put('float', 1.5);
$cache->put('numeric', '12');
$cache->put('bool', true);
$server->cmd('RPUSH', 'c:real', 'x');
foreach (['n', 'list', 'float', 'numeric', 'bool', 'real'] as $key) {
    try {
        var_dump($cache->increment($key));
    } catch (Rediskit\CommandException $error) {
        echo get_class($error), ' ', $error->getPrefix(), ' ', $error->getCommand(), ': ', $error->getMessage(), "\n";
    }
}
$cache->forget('n');
parallel_results(4, function () use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
    for ($i = 0; $i < 250; $i++) {
        $cache->increment('n');
    }
});
var_dump($cache->get('n'));

echo "a time to live for what is new\n";
var_dump($cache->increment('t', 2, 60));
var_dump(5 * ceil($cache->ttl('t') / 5), $cache->increment('t', 1, 3600), 5 * ceil($cache->ttl('t') / 5), $cache->decrement('t2', 5, new DateInterval('PT1H')), 5 * ceil($cache->ttl('t2') / 5));
$cache->put('big', 2 ** 53);
var_dump($cache->increment('big', 1, 60) === 2 ** 53 + 1);
foreach ([fn() => $cache->increment('t', 1, 0), fn() => $cache->increment('list', 1, 60), fn() => $cache->increment('t', 1, 'soon')] as $work) {
    try {
        var_dump($work());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

echo "where values are signed\n";
$signed = new Cache($server->dsn(), ['prefix' => 'c:', 'mac_key' => str_repeat('k', 16)]);
foreach ([fn() => $signed->increment('new'), fn() => $signed->decrement('new', 1, 60), fn() => $signed->get('new')] as $work) {
    try {
        var_dump($work());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECTF--
int(1)
int(11)
int(-9)
int(-10)
int(-10)
int(8)
bool(true)
bool(true)
Rediskit\CommandException ERR INCRBY: %soverflow%S
Rediskit\CommandException ERR INCRBY: The value of "c:list" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented
Rediskit\CommandException ERR INCRBY: The value of "c:float" is not an integer: %s
Rediskit\CommandException ERR INCRBY: The value of "c:numeric" is not an integer: %s
Rediskit\CommandException ERR INCRBY: The value of "c:bool" is not an integer: %s
Rediskit\WrongTypeException WRONGTYPE INCRBY: %s
int(1000)
a time to live for what is new
int(2)
float(60)
int(3)
float(60)
int(-5)
float(3600)
bool(true)
ValueError: Rediskit\Cache::increment(): Argument #3 ($ttl) must leave something: a counter that is gone at once counts nothing
Rediskit\CommandException: The value of "c:list" is not an integer: %s
TypeError: Rediskit\Cache::increment(): Argument #3 ($ttl) must be of type DateInterval|DateTimeInterface|int|float|null, string given
where values are signed
Rediskit\ConfigException: The value of "c:new" cannot be incremented and decremented, for there is a mac_key and the server signs no sums: use a Rediskit\Counter, or a cache without the key
Rediskit\ConfigException: The value of "c:new" cannot be incremented and decremented, for there is a mac_key and the server signs no sums: use a Rediskit\Counter, or a cache without the key
NULL
