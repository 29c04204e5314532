--TEST--
Lock: forceRelease() takes the lock from whoever holds it and wakes the next; who is just being handed it is left alone
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$holder = new Lock($server->dsn(), 'x', 30.0);
$repair = new Lock($server->dsn(), 'x');
var_dump($repair->forceRelease());
$holder->acquire();
var_dump(parallel_results(1, fn() => (new Lock($server->dsn(), 'x', 30.0))->acquire(20.0), function () use ($server, $repair) {
    $server->waitForBlocked(1);
    var_dump($repair->forceRelease());
}));
var_dump($holder->release(), $repair->forceRelease(), $server->cmd('EXISTS', '{x}:lock'));
echo "-- a claim\n";
$server->cmd('SET', '{x}:lock', 'C:somebody');
var_dump($repair->forceRelease(), $server->cmd('GET', '{x}:lock'));
echo "-- nobody there\n";
try {
    (new Lock('unix:///nowhere', 'x'))->forceRelease();
} catch (\Rediskit\ConnectionException $e) {
    echo get_class($e), "\n";
}
?>
--EXPECT--
bool(false)
bool(true)
array(1) {
  [0]=>
  bool(true)
}
bool(false)
bool(true)
int(0)
-- a claim
bool(false)
string(10) "C:somebody"
-- nobody there
Rediskit\ConnectionException
