--TEST--
Lock: in a forked child the parent's lock is void: it neither releases nor refreshes, and has to queue like anybody
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$lock = new Lock($server->dsn(), 'random', 30.0);
$named = new Lock($server->dsn(), 'named', 30.0, 'me');
$unused = new Lock($server->dsn(), 'passed on', 30.0, 'you');
$lock->acquire();
$named->acquire();
(new Lock($server->dsn(), 'passed on', 30.0, 'you'))->acquire();
$owner = $lock->owner();

[$child] = parallel_results(1, fn() => [
    $server->roundTrips(fn() => [$lock->release(), $lock->refresh(), $lock->isHeld(), $named->release()]),
    [$lock->release(), $lock->refresh(), $lock->isHeld(), $lock->remaining(), $lock->token()],
    [$named->release(), $named->refresh(), $named->isHeld(), $named->token()],
    // Not acquired by the parent's object: the owner is what it was made for.
    [$unused->isHeld(), $unused->release()],
    [$lock->acquire(), $named->acquire(), $lock->owner() === $owner, $named->owner()],
    (function () use ($lock) {
        try {
            return $lock->run(fn() => 'called');
        } catch (\Rediskit\LockTimeoutException) {
            return 'not called';
        }
    })(),
]);
echo json_encode($child), "\n";
echo "-- the parent holds them still\n";
var_dump($lock->isHeld(), $named->isHeld(), $lock->owner() === $owner, $lock->release(), $named->release());
echo "-- a child can acquire for itself, and the parent's object does not release that\n";
[$child] = parallel_results(1, fn() => [$lock->acquire(), $lock->isHeld(), is_int($lock->token())]);
echo json_encode($child), "\n";
var_dump($lock->release(), $server->cmd('EXISTS', '{random}:lock'));
?>
--EXPECT--
[0,[false,false,false,0,null],[false,false,false,null],[true,true],[false,false,false,"me"],"not called"]
-- the parent holds them still
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
-- a child can acquire for itself, and the parent's object does not release that
[true,true,true]
bool(false)
int(1)
