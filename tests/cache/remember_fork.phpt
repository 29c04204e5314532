--TEST--
remember(): a child forked by the callback neither fills nor releases what its parent computes
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);
$parent = getmypid();

foreach (['returns' => 'return "child";', 'throws' => 'throw new Exception("child");', 'exits' => 'exit(0);'] as $how => $end) {
    try {
        $value = $cache->remember($how, 60, function () use ($server, $how, $end) {
            $pid = pcntl_fork();
            if ($pid === 0) {
                return eval($end);
            }
            pcntl_waitpid($pid, $status);
            return 'parent, ' . $server->cmd('EXISTS', "c:$how") . ' value, ' . $server->cmd('EXISTS', "{c:$how}:lease") . ' lease';
        });
    } catch (Exception $error) {
        getmypid() !== $parent or throw $error;
    }
    if (getmypid() !== $parent) {
        // Not an ordinary end: what the test started is the parent's to stop.
        exec('kill -9 ' . getmypid());
    }
    echo "$how: $value, stored: ", $cache->get($how), "\n";
}
?>
--EXPECT--
returns: parent, 0 value, 1 lease, stored: parent, 0 value, 1 lease
throws: parent, 0 value, 1 lease, stored: parent, 0 value, 1 lease
exits: parent, 0 value, 1 lease, stored: parent, 0 value, 1 lease
