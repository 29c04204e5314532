--TEST--
Lock: a waiter is woken by the release, with three round trips and without polling
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$handOver = function () use ($server) {
    $holder = new Lock($server->dsn(), 'x', 30.0);
    $holder->acquire();
    parallel_results(1, function () use ($server) {
        $lock = new Lock($server->dsn(), 'x', 30.0);
        $lock->acquire(20.0) or throw new \Exception('not acquired');
        $lock->forceRelease();
    }, function () use ($server, $holder) {
        $server->waitForBlocked(1);
        $holder->release();
    });
};
$handOver(); // so that the server knows the scripts
$commands = $server->commands($handOver);
$names = array_column(array_filter($commands, fn($c) => $c[0] !== 'INFO'), 0);
// Holder: try. Waiter: try, register and sleep. Holder: release, confirm. Waiter: try, release. The last ones may cross.
echo implode(' ', $names), "\n";
echo "-- nothing is left of the waiting\n";
print_r($server->cmd('KEYS', '{x}:[qw]*'));
?>
--EXPECT--
EVALSHA EVALSHA EVAL BLPOP EVALSHA EVALSHA EVALSHA EVALSHA
-- nothing is left of the waiting
Array
(
)
