--TEST--
Lock: when the holder is killed the lease ends, and the waiters go on
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
// Ends without releasing, as a killed process does.
run_php('(new Rediskit\Lock("' . $server->dsn() . '", "x", 0.8))->acquire();');
echo $server->cmd('EXISTS', '{x}:lock'), "\n";
$results = parallel_results(3, function () use ($server) {
    $lock = new Lock($server->dsn(), 'x', 30.0);
    $start = hrtime(true);
    $lock->acquire(10.0) or throw new \Exception('not acquired');
    $lock->release();
    return (hrtime(true) - $start) / 1e9;
});
var_dump(max($results) < 2.0);
?>
--EXPECT--
1
bool(true)
