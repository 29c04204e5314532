--TEST--
Counter: get, set, increment, decrement, ttl and reset are one round trip each, on a plain integer
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Counter;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$counter = new Counter($server->dsn(['prefix' => 'app:']), 'hits');
var_dump($counter->get(), $counter->ttl(), $counter->reset());
var_dump($counter->increment(), $counter->increment(41), $counter->get(), $counter->decrement(50), $counter->decrement());
var_dump($server->cmd('GET', 'app:hits'), $counter->ttl());
$counter->set(1000);
var_dump($server->cmd('INCR', 'app:hits'), $counter->get());
var_dump($counter->reset(), $counter->get(), $server->cmd('EXISTS', 'app:hits'));

echo "-- round trips, without and with bounds and time to live\n";
foreach ([[], ['floor' => 0, 'ceiling' => 100, 'ttl' => 60]] as $options) {
    $counter = new Counter($server->dsn(), 'x', ...$options);
    $counter->increment(); // the server knows the script now
    echo implode(' ', array_column($server->commands(function () use ($counter) {
        $counter->set(5);
        $counter->get();
        $counter->increment(2);
        $counter->decrement(3);
        $counter->ttl();
        $counter->reset();
    }), 0)), "\n";
}
?>
--EXPECT--
int(0)
NULL
bool(false)
int(1)
int(42)
int(42)
int(-8)
int(-9)
string(2) "-9"
NULL
int(1001)
int(1001)
bool(true)
int(0)
int(0)
-- round trips, without and with bounds and time to live
SET GET INCRBY INCRBY PTTL DEL
SET GET EVALSHA EVALSHA PTTL DEL
