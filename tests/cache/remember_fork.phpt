--TEST--
remember(), rememberMany(): a child forked by the callback neither fills nor releases what its parent computes
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

$remember = fn(string $key, callable $compute) => $cache->remember($key, 60, $compute);
$remember_many = fn(string $key, callable $compute) => $cache->rememberMany([$key], 60, fn() => [$key => $compute()])[$key];
foreach (['remember' => $remember, 'rememberMany' => $remember_many] as $name => $call) {
    foreach (['returns' => 'return "child";', 'throws' => 'throw new Exception("child");', 'exits' => 'exit(0);'] as $how => $end) {
        try {
            $value = $call("$name-$how", function () use ($server, $name, $how, $end) {
                $pid = pcntl_fork();
                if ($pid === 0) {
                    return eval($end);
                }
                pcntl_waitpid($pid, $status);
                return 'parent, ' . $server->cmd('EXISTS', "c:$name-$how") . ' value, ' . $server->cmd('EXISTS', "{c:$name-$how}:lease") . ' lease';
            });
        } catch (Exception $error) {
            getmypid() !== $parent or throw $error;
        }
        if (getmypid() !== $parent) {
            exit(0);
        }
        echo "$name, $how: $value, stored: ", $cache->get("$name-$how"), "\n";
    }
}
?>
--EXPECT--
remember, returns: parent, 0 value, 1 lease, stored: parent, 0 value, 1 lease
remember, throws: parent, 0 value, 1 lease, stored: parent, 0 value, 1 lease
remember, exits: parent, 0 value, 1 lease, stored: parent, 0 value, 1 lease
rememberMany, returns: parent, 0 value, 1 lease, stored: parent, 0 value, 1 lease
rememberMany, throws: parent, 0 value, 1 lease, stored: parent, 0 value, 1 lease
rememberMany, exits: parent, 0 value, 1 lease, stored: parent, 0 value, 1 lease
