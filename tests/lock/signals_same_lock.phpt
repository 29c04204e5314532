--TEST--
Lock: a signal handler that acquires the very lock its object waits for ends the wait, with the lock
--EXTENSIONS--
posix
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$parent = getmypid();
pcntl_async_signals(true);
foreach ([null, 'me'] as $owner) {
    $lock = new Lock($server->dsn(), 'x', 60.0, $owner);
    $server->cmd('SET', '{x}:lock', 'another', 'PX', 60000);
    $token = null;
    pcntl_signal(SIGUSR1, function () use ($server, $lock, &$token) {
        $server->cmd('DEL', '{x}:lock');
        echo 'in the handler: ', json_encode($lock->acquire()), "\n";
        $token = $lock->token();
    });
    if (pcntl_fork() === 0) {
        $server->waitForBlocked(1);
        posix_kill($parent, SIGUSR1);
        kill_self();
    }
    $acquired = $lock->acquire(5);
    echo 'after it: ', json_encode($acquired), ', ', $lock->token() === $token ? 'the same token' : 'another token', "\n";
    var_dump($lock->release(), $server->cmd('KEYS', '{x}:[qwl]*'));
}
?>
--EXPECT--
in the handler: true
after it: true, the same token
bool(true)
array(0) {
}
in the handler: true
after it: true, the same token
bool(true)
array(0) {
}
