--TEST--
Lock: run() releases when the callback exits, fails fatally, exceeds the time limit, or sits in a fiber that is abandoned
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$dsn = $server->dsn();

$cases = [
    'exit' => 'exit("bye");',
    'exit in a shutdown function' => 'register_shutdown_function(fn() => $lock->run(function () { echo "late"; exit; })); return 1;',
    'fatal' => 'trigger_error("over", E_USER_ERROR);',
    'time limit' => 'set_time_limit(1); while (true);',
    'memory limit' => '$s = "x"; while (true) { $s .= $s; }',
    'exception' => 'throw new Exception("uncaught");',
    'killed' => 'posix_kill(getmypid(), 9);',
];
foreach ($cases as $name => $body) {
    $output = run_php("
        \$lock = new Rediskit\\Lock('$dsn', 'x', 30.0);
        \$lock->run(function () use (&\$lock) { $body });
        echo 'went on';
    ", ['html_errors' => 0, 'memory_limit' => '16M'] + ($name === 'killed' && !extension_loaded('posix') ? ['extension' => 'posix'] : []), $exit, ['USE_ZEND_ALLOC' => '1']);
    printf("%s: %s (%s)\n", $name, preg_match('/Uncaught|^over|Maximum execution|Allowed memory|bye|late|over/', $output, $match) ? $match[0] : $output,
        $server->cmd('DEL', '{x}:lock') ? 'held' : 'free');
}

echo "-- fibers\n";
$lock = new \Rediskit\Lock($dsn, 'x', 30.0);
$fiber = new \Fiber(fn() => $lock->run(fn() => \Fiber::suspend($lock->isHeld())));
var_dump($fiber->start(), $lock->isHeld());
$fiber->resume('resumed');
var_dump($fiber->getReturn(), $lock->isHeld());
$fiber = new \Fiber(fn() => $lock->run(fn() => \Fiber::suspend()));
$fiber->start();
var_dump($lock->isHeld());
unset($fiber);
var_dump($lock->isHeld());
echo "-- a fatal error elsewhere while a fiber is suspended inside run()\n";
echo preg_match('/over/', run_php("
    \$lock = new Rediskit\\Lock('$dsn', 'x', 30.0);
    \$fiber = new Fiber(fn() => \$lock->run(fn() => Fiber::suspend()));
    \$fiber->start();
    trigger_error('over', E_USER_ERROR);
", [], $exit)), " $exit\n";
?>
--EXPECT--
exit: bye (free)
exit in a shutdown function: late (free)
fatal: over (free)
time limit: Maximum execution (free)
memory limit: Allowed memory (free)
exception: Uncaught (free)
killed:  (held)
-- fibers
bool(true)
bool(true)
string(7) "resumed"
bool(false)
bool(true)
bool(false)
-- a fatal error elsewhere while a fiber is suspended inside run()
1 255
