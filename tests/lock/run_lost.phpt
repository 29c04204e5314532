--TEST--
Lock: run() says that the lock was lost also when the callback has met that already, or has got the lock anew since
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Lock, LockLostException};

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$lose = fn(string $to) => $server->cmd('SET', '{x}:lock', $to, 'PX', 60000);
$gone = fn() => $server->cmd('DEL', '{x}:lock');
foreach ([
    'refreshed, lost' => fn(Lock $lock) => [$lose('thief'), $lock->refresh()],
    'refreshed, gone' => fn(Lock $lock) => [$gone(), $lock->refresh()],
    'released, lost' => fn(Lock $lock) => [$lose('thief'), $lock->release()],
    'acquired again, lost' => fn(Lock $lock) => [$lose('thief'), $lock->acquire()],
    'acquired again, gone' => fn(Lock $lock) => [$gone(), $lock->acquire()],
    'run inside, lost' => fn(Lock $lock) => [$lose('thief'), $lock->refresh(), $gone(), $lock->run(fn() => true)],
    'run inside, lost there' => fn(Lock $lock) => $lock->run(fn(Lock $lock) => [$lose('thief'), $lock->refresh()]),
    'refreshed' => fn(Lock $lock) => [null, $lock->refresh()],
    'released' => fn(Lock $lock) => [null, $lock->release()],
    'released, and then taken' => fn(Lock $lock) => [$lock->release(), $lose('next'), $lock->acquire()],
    'acquired again' => fn(Lock $lock) => [null, $lock->acquire()],
    'released, acquired again' => fn(Lock $lock) => [$lock->release(), $lock->acquire()],
] as $what => $callback) {
    $gone();
    $lock = new Lock($server->dsn(), 'x', 30.0);
    for ($times = 1; $times <= 2; $times++) {
        try {
            $result = $lock->run($callback);
            echo "$what: ", json_encode(end($result)), "\n";
        } catch (LockLostException) {
            echo "$what: LockLostException\n";
        }
        $server->cmd('GET', '{x}:lock') === $lock->owner() and print("held\n");
        $gone();
    }
}
?>
--EXPECT--
refreshed, lost: LockLostException
refreshed, lost: LockLostException
refreshed, gone: LockLostException
refreshed, gone: LockLostException
released, lost: LockLostException
released, lost: LockLostException
acquired again, lost: LockLostException
acquired again, lost: LockLostException
acquired again, gone: LockLostException
acquired again, gone: LockLostException
run inside, lost: LockLostException
run inside, lost: LockLostException
run inside, lost there: LockLostException
run inside, lost there: LockLostException
refreshed: true
refreshed: true
released: true
released: true
released, and then taken: false
released, and then taken: false
acquired again: true
acquired again: true
released, acquired again: true
released, acquired again: true
