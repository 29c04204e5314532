--TEST--
Lock: a signal handler that forks while it waits leaves the place in the queue to the parent, and the child waits no more
--EXTENSIONS--
posix
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Lock, LockException};

require __DIR__ . '/../inc/server.inc';

$server = Server::start(['user' => ['nonblocking on nopass ~* +@all -@blocking']], tcp: true);
$parent = getmypid();
pcntl_async_signals(true);

/** Sends the parent a signal as soon as it waits. */
function signal_parent(Server $server, callable $waits): void
{
    global $parent;
    if (pcntl_fork() === 0) {
        wait_until($waits);
        posix_kill($parent, SIGUSR1);
        kill_self();
    }
}

echo "A child that exits\n";
$server->cmd('SET', '{x}:lock', 'another', 'PX', 60000);
pcntl_signal(SIGUSR1, function () use ($server) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        exit;
    }
    pcntl_waitpid($pid, $status);
    echo count($server->cmd('ZRANGE', '{x}:q', 0, -1)), " in the queue\n";
    $server->cmd('DEL', '{x}:lock');
});
signal_parent($server, fn() => (bool) $server->cmd('ZCARD', '{x}:q'));
$lock = new Lock($server->dsn(), 'x');
var_dump($lock->acquire(5), $lock->release());

foreach (['queue' => $server->dsn(), 'poll' => $server->tcpDsn([], 'nonblocking:any@')] as $how => $dsn) {
    echo "A child that goes on, $how\n";
    $server->cmd('DEL', 'child');
    $server->cmd('SET', '{x}:lock', 'another', 'PX', 60000);
    pcntl_signal(SIGUSR1, function () use ($server, &$pid) {
        $pid = pcntl_fork();
        if ($pid) {
            pcntl_waitpid($pid, $status);
            $server->cmd('DEL', '{x}:lock');
        }
    });
    $calls = fn() => preg_match('/cmdstat_evalsha:calls=(\d+)/', $server->cmd('INFO', 'commandstats'), $match) ? (int) $match[1] : 0;
    $before = $calls();
    signal_parent($server, fn() => $how === 'queue' ? $server->cmd('ZCARD', '{x}:q') : $calls() > $before + 2);
    $lock = new Lock($dsn, 'x');
    $error = null;
    try {
        $acquired = $lock->acquire(5);
    } catch (LockException $error) {
    }
    if (getmypid() !== $parent) {
        $server->cmd('SET', 'child', $error?->getMessage() . ' ' . json_encode([$lock->isHeld(), $lock->acquire(0)]));
        kill_self();
    }
    var_dump($acquired, $lock->release());
    echo $server->cmd('GET', 'child'), "\n";
}
?>
--EXPECT--
A child that exits
1 in the queue
bool(true)
bool(true)
A child that goes on, queue
bool(true)
bool(true)
A signal handler forked this process while it waited for a lock: the place in the queue is the parent's, so ask for the lock anew [false,false]
A child that goes on, poll
bool(true)
bool(true)
A signal handler forked this process while it waited for a lock: the place in the queue is the parent's, so ask for the lock anew [false,false]
