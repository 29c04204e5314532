--TEST--
remember(): signal handlers run while it waits, and may end the wait
--EXTENSIONS--
rediskit
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\parallel;

$server = Server::start();
$server->cmd('SET', '{c:k}:lease', str_repeat('x', 64), 'PX', 3600000 + 60000);
$children = parallel(1, function () use ($server) {
    pcntl_async_signals(true);
    pcntl_signal(SIGTERM, fn() => throw new DomainException('told to stop'));
    (new Cache($server->dsn(), ['prefix' => 'c:', 'wait' => INF]))->remember('k', 60, fn() => 'never');
}, function (array $pids) use ($server) {
    $server->waitForBlocked(1);
    posix_kill($pids[0], SIGTERM);
});
echo preg_replace('/ at .*/', '', $children[0]->error), "\n";
?>
--EXPECT--
DomainException: told to stop
