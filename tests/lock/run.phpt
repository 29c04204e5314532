--TEST--
Lock: run() calls back under the lock and releases it, however the callback ends
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$dsn = $server->dsn();
$lock = new Lock($dsn, 'x', 30.0);

echo "-- result, argument, round trips\n";
var_dump($lock->run(fn(Lock $given) => [$given === $lock, $given->isHeld()]), $lock->isHeld(), $lock->token());
var_dump($server->roundTrips(fn() => $lock->run(fn() => null)));
$result = [str_repeat('x', 10)];
var_dump($lock->run(fn() => $result) === $result);

echo "-- no connection is held meanwhile\n";
$lock->run(function () use ($dsn, $server) {
    var_dump($server->clients());
    (new Lock($dsn, 'y'))->acquire();
    var_dump($server->clients());
});

echo "-- exception\n";
try {
    $lock->run(fn() => throw new \DomainException('mine'));
} catch (\DomainException $error) {
    var_dump($error->getMessage(), $error->getPrevious(), $lock->isHeld());
}

echo "-- held already: still held afterwards\n";
$lock->acquire();
var_dump($lock->run(fn() => $lock->run(fn() => 'inner')), $lock->isHeld());
$lock->release();
var_dump($lock->run(function () use ($lock) {
    $lock->run(fn() => null);
    return $lock->isHeld();
}));
var_dump($lock->isHeld());

echo "-- released by the callback\n";
var_dump($lock->run(fn() => $lock->release()));

echo "-- not free\n";
$other = new Lock($dsn, 'x', 30.0);
$other->acquire();
try {
    $lock->run(fn() => print('called'), 0.01);
} catch (\Rediskit\LockTimeoutException $error) {
    echo get_parent_class($error), ': ', $error->getMessage(), "\n";
}
$other->release();

echo "-- lost meanwhile\n";
try {
    $lock->run(fn() => $server->cmd('SET', '{x}:lock', 'thief'));
} catch (\Rediskit\LockLostException $error) {
    echo get_parent_class($error), ': ', $error->getMessage(), "\n";
}
var_dump($server->cmd('GETDEL', '{x}:lock'));
echo "-- lost meanwhile, and the callback threw: its exception counts\n";
try {
    $lock->run(function () use ($server) {
        $server->cmd('DEL', '{x}:lock');
        throw new \DomainException('mine');
    });
} catch (\DomainException $error) {
    var_dump($error->getMessage(), $error->getPrevious());
}
?>
--EXPECT--
-- result, argument, round trips
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
bool(false)
NULL
int(2)
bool(true)
-- no connection is held meanwhile
int(1)
int(1)
-- exception
string(4) "mine"
NULL
bool(false)
-- held already: still held afterwards
string(5) "inner"
bool(true)
bool(true)
bool(false)
-- released by the callback
bool(true)
-- not free
Rediskit\LockException: The lock "x" was not free within 0.01 seconds
-- lost meanwhile
Rediskit\LockException: The lock "x" was lost while the callback ran: its lease of 30000 ms ended, or somebody released it by force. Give it a longer ttl, or call refresh() from time to time
string(5) "thief"
-- lost meanwhile, and the callback threw: its exception counts
string(4) "mine"
NULL
