--TEST--
Cache::lock(): under the cache's prefix, beside a key of the same name, and not flushed
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\{Cache, Lock};
use Rediskit\Tests\Server;

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:', 'lock_ttl' => 70]);
$lock = $cache->lock('report');
var_dump($lock instanceof Lock, $lock->acquire(), ceil($lock->remaining() / 10));
var_dump($cache->remember('report', 60, fn() => 'a value of that name'), $cache->lock('report')->acquire());
var_dump($cache->flush(), $lock->isHeld(), $cache->lock('report', 50, $lock->owner())->release(), $lock->isHeld());
var_dump(ceil(($short = $cache->lock('short', 30.0))->acquire() ? $short->remaining() / 10 : 0));
foreach ([['', 1.0], ['x', 0.0], ['x', 1.0, '']] as $arguments) {
    try {
        $cache->lock(...$arguments);
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECTF--
bool(true)
bool(true)
float(7)
string(20) "a value of that name"
bool(false)
int(1)
bool(true)
bool(true)
bool(false)
float(3)
Rediskit\Cache::lock(): Argument #1 ($name) cannot be empty
Rediskit\Cache::lock(): Argument #2 ($ttl) %s
Rediskit\Cache::lock(): Argument #3 ($owner) %s
