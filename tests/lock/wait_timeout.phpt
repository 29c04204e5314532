--TEST--
Lock: who waits in vain gives up in time and leaves nothing behind
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$holder = new Lock($server->dsn(), 'x', 30.0);
$holder->acquire();
$lock = new Lock($server->dsn(), 'x', 30.0);

$start = hrtime(true);
var_dump($lock->acquire(1.2));
$seconds = (hrtime(true) - $start) / 1e9;
var_dump($seconds >= 1.2, $seconds < 3.0);
var_dump($lock->token(), $server->cmd('KEYS', '{x}:[qw]*'));
echo "-- try, register and sleep twice (a slice is a second), leave\n";
$commands = $server->commands(fn() => $lock->acquire(1.7));
echo implode(' ', array_column($commands, 0)), "\n";
echo "-- a wait too short for anything\n";
var_dump($lock->acquire(0.000001), $holder->isHeld());
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
NULL
array(0) {
}
-- try, register and sleep twice (a slice is a second), leave
EVALSHA EVAL BLPOP EVAL BLPOP EVALSHA
-- a wait too short for anything
bool(false)
bool(true)
