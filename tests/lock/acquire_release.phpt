--TEST--
Lock: acquire, refresh and release are one round trip each, and only the owner counts
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$lock = new Lock($server->dsn(['prefix' => 'app:']), 'job', 20.0);
$other = new Lock($server->dsn(['prefix' => 'app:']), 'job', 20.0);

echo "-- before\n";
var_dump($lock->token(), $lock->isHeld(), $lock->remaining(), $lock->release(), $lock->refresh());

echo "-- held\n";
var_dump($lock->acquire());
$token = $lock->token();
var_dump(abs($token - microtime(true) * 1e6) < 60e6, $lock->isHeld(), $lock->remaining() > 19.0 && $lock->remaining() <= 20.0);
var_dump($server->cmd('GET', 'app:{job}:lock') === $lock->owner(), strlen($lock->owner()));
var_dump($other->acquire(), $other->token(), $other->isHeld(), $other->remaining(), $other->refresh(), $other->release());
var_dump($lock->isHeld());

echo "-- refreshed\n";
var_dump($lock->refresh(100.5), $lock->remaining() > 99.0, $lock->refresh(), $lock->remaining() <= 20.0);

echo "-- released\n";
var_dump($lock->release(), $lock->release(), $lock->token(), $lock->isHeld());
var_dump($other->acquire(), $other->token() > $token);
$token = $other->token();
$server->cmd('DEL', 'app:{job}:fence', 'app:{job}:lock');
var_dump($lock->acquire(), $lock->token() > $token);

echo "-- a token never goes back, even when the stored one is ahead of the clock\n";
$lock->release();
$server->cmd('SET', 'app:{job}:fence', '8000000000000000');
$lock->acquire();
var_dump($lock->token());

echo "-- round trips\n";
var_dump(
    $server->roundTrips(fn() => $lock->refresh()),
    $server->roundTrips(fn() => $lock->isHeld()),
    $server->roundTrips(fn() => $lock->remaining()),
    $server->roundTrips(fn() => $lock->release()),
    $server->roundTrips(fn() => $lock->acquire()),
    $server->roundTrips(fn() => $other->acquire()),
    $server->roundTrips(fn() => [$lock->owner(), $lock->token()])
);
?>
--EXPECT--
-- before
NULL
bool(false)
float(0)
bool(false)
bool(false)
-- held
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
int(32)
bool(false)
NULL
bool(false)
float(0)
bool(false)
bool(false)
bool(true)
-- refreshed
bool(true)
bool(true)
bool(true)
bool(true)
-- released
bool(true)
bool(false)
NULL
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
-- a token never goes back, even when the stored one is ahead of the clock
int(8000000000000001)
-- round trips
int(1)
int(1)
int(1)
int(1)
int(1)
int(1)
int(0)
