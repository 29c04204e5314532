--TEST--
Counter: the time to live begins when the counter comes into being, and changes do not prolong it
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Counter;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$pttl = fn() => $server->cmd('PTTL', 'x');
foreach ([['ttl' => 100], ['ttl' => 100.5, 'floor' => -10, 'ceiling' => 10]] as $options) {
    $counter = new Counter($server->dsn(), 'x', ...$options);
    foreach (['increment', 'decrement'] as $method) {
        $counter->reset();
        $counter->$method(2);
        var_dump($pttl() > 99_000 && $pttl() <= 100_500, $counter->ttl() > 99.0 && $counter->ttl() <= 100.5);
        $server->cmd('PEXPIRE', 'x', 50_000);
        $counter->$method();
        var_dump($pttl() <= 50_000);
    }
    $counter->set(3);
    var_dump($pttl() > 99_000);
    $server->cmd('PERSIST', 'x');
    $counter->increment();
    var_dump($counter->ttl());
}
echo "-- set without a time to live takes it away\n";
$counter->set(1);
(new Counter($server->dsn(), 'x'))->set(1);
var_dump($pttl());
echo "-- after its time it begins anew\n";
$short = new Counter($server->dsn(), 'short', ttl: 0.05);
$short->increment(7);
wait_until(fn() => $short->get() === 0);
var_dump($short->ttl(), $short->increment());
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
NULL
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
NULL
-- set without a time to live takes it away
int(-1)
-- after its time it begins anew
NULL
int(1)
