--TEST--
remember(): when the computing process is killed, another takes over as its lease runs out
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{kill_self, parallel};

$server = Server::start();
$began = microtime(true);
$children = parallel(8, function () use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:', 'compute_ttl' => 0.7]);
    return $cache->remember('k', 60, function () use ($server) {
        $server->waitForBlocked(7 - ($nth = (int) $server->cmd('INCR', 'computed') - 1));
        if ($nth === 0) {
            $server->cmd('SET', 'killed at', (string) microtime(true));
            kill_self();
        }
        return 'value';
    });
});
$values = array_filter($children, fn($child) => $child->result === 'value');
echo count(array_filter($children, fn($child) => $child->signal === 9)), ' killed, ', count($values), ' have the value, computed ',
    $server->cmd('GET', 'computed'), "\n";
echo microtime(true) - $began < 5 ? 'in time' : 'too late', "\n";
echo json_encode($server->cmd('KEYS', '*:lease')), "\n";
?>
--EXPECT--
1 killed, 7 have the value, computed 2
in time
[]
