--TEST--
Lock: acquiring what the object holds extends it; an owner given by the user is not taken for this object
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$lock = new Lock($server->dsn(), 'a', 20.0);
$lock->acquire();
$token = $lock->token();
$lock->refresh(1.0);
var_dump($lock->acquire(), $lock->token() === $token, $lock->remaining() > 10.0);
echo "-- one release releases\n";
var_dump($lock->release(), $lock->isHeld());
echo "-- taken anew after it was lost\n";
$lock->acquire();
$server->cmd('DEL', '{a}:lock');
var_dump($lock->acquire(), $lock->token() > $token);

echo "-- shared owner: the lock is not had twice, but can be passed on\n";
$first = new Lock($server->dsn(), 'b', 20.0, 'web-1');
$second = new Lock($server->dsn(), 'b', 20.0, 'web-1');
var_dump($first->acquire(), $second->acquire(), $second->acquire(0.01), $first->acquire());
var_dump($second->isHeld(), $second->refresh(30.0), $second->remaining() > 20.0, $second->owner(), $second->token());
var_dump($second->release(), $first->isHeld(), $first->release());
echo "-- and a shared owner waits in turn\n";
$first->acquire();
parallel_results(2, function () use ($server) {
    $lock = new Lock($server->dsn(), 'b', 20.0, 'web-1');
    $lock->acquire(10.0) or throw new \Exception('not acquired');
    $server->cmd('RPUSH', 'tokens', $lock->token());
    $lock->release();
}, function () use ($server, $first) {
    $server->waitForBlocked(2);
    $first->release();
});
var_dump(count(array_unique($server->cmd('LRANGE', 'tokens', 0, -1))));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
-- one release releases
bool(true)
bool(false)
-- taken anew after it was lost
bool(true)
bool(true)
-- shared owner: the lock is not had twice, but can be passed on
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
string(5) "web-1"
NULL
bool(true)
bool(false)
bool(false)
-- and a shared owner waits in turn
int(2)
