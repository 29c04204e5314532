--TEST--
remember(): Redis goes away before, during and after the computation
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/proxy.inc';
use Rediskit\Cache;
use Rediskit\Tests\{Proxy, Server};
use function Rediskit\Tests\parallel_results;

$server = Server::start();
$proxy = Proxy::to($server->socket);
$cache = new Cache($proxy->dsn(['timeout' => 1, 'read_timeout' => 0.5]), ['prefix' => 'c:']);
$computed = 0;
$compute = function () use (&$computed) {
    return 'value ' . ++$computed;
};

echo "no connection is held while the callback runs: ";
echo $cache->remember('held', 60, function () use ($proxy, $cache) {
    $before = $proxy->connections();
    $cache->remember('nested', 60, fn() => $cache->put('x', 1));
    return "$before connection, " . $proxy->connections() . ' with nested calls';
}), "\n";

echo "cut while the callback runs: ";
echo $cache->remember('cut', 60, function () use ($proxy) {
    $proxy->cut();
    return 'value';
}), ', ', $cache->get('cut'), "\n";

echo "the reply to the fill is lost: ";
echo $cache->remember('lost', 60, function () use ($proxy) {
    $proxy->loseNextReply();
    return 'value';
}), ', stored: ', $server->cmd('GET', 'c:lost'), "\n";

echo "gone while the callback runs: ";
echo $cache->remember('gone', 60, function () use ($proxy) {
    $proxy->refuse();
    $proxy->cut();
    return 'value';
}), "\n";

echo "gone before: ";
try {
    $cache->remember('before', 60, $compute);
} catch (Rediskit\ConnectionException $error) {
    echo get_class($error), ", computed $computed\n";
}

echo "the server refuses the value: ";
$small = Server::start(['maxmemory' => '10mb', 'maxmemory-policy' => 'noeviction']);
$plain = new Cache($small->dsn(), ['prefix' => 'c:', 'compression' => 'none']);
try {
    $plain->remember('big', 60, function () use ($small) {
        for ($i = 0; (int) $small->info('used_memory') < 9 << 20; $i++) {
            $small->cmd('SET', "fill $i", str_repeat('x', 1 << 20));
        }
        return 'value';
    });
    echo "stored, ", $plain->get('big'), "\n";
    $small->cmd('CONFIG', 'SET', 'maxmemory', '1mb');
    $plain->remember('big 2', 60, $compute);
} catch (Rediskit\OutOfMemoryException $error) {
    echo get_class($error), ", computed $computed\n";
}
?>
--EXPECT--
no connection is held while the callback runs: 1 connection, 1 with nested calls
cut while the callback runs: value, value
the reply to the fill is lost: value, stored: value
gone while the callback runs: value
gone before: Rediskit\ConnectionException, computed 0
the server refuses the value: stored, value
Rediskit\OutOfMemoryException, computed 0
