--TEST--
Lock: a frozen waiter costs the time of its claim, then the next gets the lock, and it comes back into the queue itself
--EXTENSIONS--
posix
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$holder = new Lock($server->dsn(), 'x', 30.0);
$holder->acquire();

$results = parallel_results(2, function (int $number) use ($server) {
    $lock = new Lock($server->dsn(), 'x', 30.0);
    wait_until(fn() => (int) $server->cmd('ZCARD', '{x}:q') === $number, 10.0, 'my turn to queue');
    $lock->acquire(20.0) or throw new \Exception('not acquired');
    $server->cmd('RPUSH', 'order', $number);
    if ($number === 1) {
        // Until the one that was thawed has asked for the lock, found it held and queued again.
        wait_until(fn() => $server->cmd('EXISTS', 'thawed') && (int) $server->cmd('ZCARD', '{x}:q') === 1, 10.0, 'its return to the queue');
    }
    return $lock->release();
}, function (array $pids) use ($server, $holder) {
    $server->waitForBlocked(2);
    posix_kill($pids[0], SIGSTOP);
    $holder->release();
    echo substr($server->cmd('GET', '{x}:lock'), 0, 2), "\n";
    wait_until(fn() => $server->cmd('LLEN', 'order'), 5.0, 'the second waiter');
    posix_kill($pids[0], SIGCONT);
    $server->cmd('SET', 'thawed', 1);
});
echo implode(' ', $server->cmd('LRANGE', 'order', 0, -1)), "\n";
var_dump($results);
?>
--EXPECT--
C:
1 0
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
