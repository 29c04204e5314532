--TEST--
Lock: a server that forgot the scripts gets them again, while waiting too
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$lock = new Lock($server->dsn(), 'x', 30.0);
$steps = [$lock->acquire(...), $lock->refresh(...), $lock->isHeld(...), $lock->release(...), $lock->forceRelease(...)];
foreach ($steps as $step) {
    $server->cmd('SCRIPT', 'FLUSH');
    var_dump($step());
}
echo "-- handed over\n";
$lock->acquire();
$results = parallel_results(2, function () use ($server) {
    $lock = new Lock($server->dsn(), 'x', 30.0);
    $lock->acquire(20.0) or throw new \Exception('not acquired');
    $server->cmd('SCRIPT', 'FLUSH');
    return $lock->release();
}, function () use ($server, $lock) {
    $server->waitForBlocked(2);
    $server->cmd('SCRIPT', 'FLUSH');
    $lock->release();
});
var_dump($results);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
-- handed over
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
