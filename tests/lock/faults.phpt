--TEST--
Lock: lost replies, a frozen server and a server that lets go of blocked clients
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/proxy.inc';

$server = Server::start();
$proxy = Proxy::to($server->socket);
$dsn = $proxy->dsn();

echo "-- the reply to acquire is lost: with a random owner it is safe to ask again\n";
$lock = new Lock($dsn, 'x', 30.0);
$lock->isHeld();
$proxy->loseNextReply();
var_dump($lock->acquire(), (string) $lock->token() === $server->cmd('GET', '{x}:fence'), $server->cmd('GET', '{x}:lock') === $lock->owner());

echo "-- the reply to release is lost\n";
$proxy->loseNextReply();
var_dump($lock->release(), $server->cmd('EXISTS', '{x}:lock'), $lock->token());

echo "-- the reply to release is lost, and the lock had been lost before\n";
$lock = new Lock($dsn, 'x', 0.05);
$lock->acquire();
wait_until(fn() => !$server->cmd('EXISTS', '{x}:lock'));
$proxy->loseNextReply();
var_dump($lock->release());

echo "-- with an owner somebody else may have too, the outcome is unknown\n";
$named = new Lock($dsn, 'named', 30.0, 'me');
$proxy->loseNextReply();
try {
    $named->acquire();
} catch (\Rediskit\OutcomeUnknownException $error) {
    echo get_class($error), "\n";
}
var_dump($named->token(), $named->isHeld(), $named->release());

echo "-- run() returns the result when only the release fails\n";
$lock = new Lock($dsn, 'x', 30.0);
var_dump($lock->run(function () use ($proxy) {
    $proxy->refuse();
    return 'done';
}));
$proxy->resume();
$server->cmd('DEL', '{x}:lock');
echo "-- but not when the lease may have ended by then\n";
$lock = new Lock($dsn, 'x', 0.05);
try {
    $lock->run(function () use ($proxy, $server) {
        wait_until(fn() => !$server->cmd('EXISTS', '{x}:lock'));
        $proxy->refuse();
    });
} catch (\Rediskit\ConnectionException | \Rediskit\OutcomeUnknownException) {
    echo "an exception\n";
}
$proxy->resume();

echo "-- UNBLOCKED while waiting: nothing was popped, go on waiting\n";
$holder = new Lock($server->dsn(), 'x', 30.0);
$holder->acquire();
$blocked = fn() => preg_match('/id=(\d+) .* flags=b/', $server->cmd('CLIENT', 'LIST'), $match) ? $match[1] : null;
var_dump(parallel_results(1, fn() => (new Lock($server->dsn(), 'x', 30.0))->acquire(20.0), function () use ($server, $holder, $blocked) {
    $id = wait_until($blocked);
    $server->cmd('CLIENT', 'UNBLOCK', $id, 'ERROR');
    $evals = fn() => (int) preg_replace('/.*cmdstat_eval:calls=(\d+).*/s', '$1', $server->cmd('INFO', 'commandstats'));
    $before = $evals();
    wait_until(fn() => $evals() > $before, 10.0, 'a second registration');
    $server->waitForBlocked(1);
    $holder->release();
}));
$server->cmd('DEL', '{x}:lock');

echo "-- killed connection while waiting: registered again on a fresh one\n";
$holder->acquire();
var_dump(parallel_results(1, fn() => (new Lock($server->dsn(), 'x', 30.0))->acquire(20.0), function () use ($server, $holder, $blocked) {
    $killed = wait_until($blocked);
    $server->cmd('CLIENT', 'KILL', 'ID', $killed);
    wait_until(fn() => $blocked() && $blocked() !== $killed, 10.0, 'another connection');
    $holder->release();
}));
$server->cmd('DEL', '{x}:lock');

echo "-- a server frozen while somebody waits: its own time-out on top of the sleep\n";
$holder->acquire();
var_dump(parallel(1, fn() => (new Lock($server->dsn(['read_timeout' => 0.3]), 'x', 30.0))->acquire(20.0), function () use ($server) {
    $server->waitForBlocked(1);
    $server->freeze();
})[0]->error);
$server->thaw();
?>
--EXPECTF--
-- the reply to acquire is lost: with a random owner it is safe to ask again
bool(true)
bool(true)
bool(true)
-- the reply to release is lost
bool(true)
int(0)
NULL
-- the reply to release is lost, and the lock had been lost before
bool(false)
-- with an owner somebody else may have too, the outcome is unknown
Rediskit\OutcomeUnknownException
NULL
bool(true)
bool(true)
-- run() returns the result when only the release fails
string(4) "done"
-- but not when the lease may have ended by then
an exception
-- UNBLOCKED while waiting: nothing was popped, go on waiting
array(1) {
  [0]=>
  bool(true)
}
-- killed connection while waiting: registered again on a fresh one
array(1) {
  [0]=>
  bool(true)
}
-- a server frozen while somebody waits: its own time-out on top of the sleep
string(%d) "Rediskit\TimeoutException: %s"
