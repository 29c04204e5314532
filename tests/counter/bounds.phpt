--TEST--
Counter: no change crosses the floor or the ceiling
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Counter;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
function counter(mixed ...$options): Counter
{
    global $server;
    return new Counter($server->dsn(), 'x', ...$options);
}
function show(Counter $counter, ?int ...$results): void
{
    echo json_encode($results), ' ', $counter->get(), "\n";
}

$stock = counter(floor: 0);
$stock->set(10);
show($stock, $stock->decrement(4), $stock->decrement(7), $stock->decrement(6), $stock->decrement(), $stock->increment(3));
echo "-- nothing is stored when nothing changed\n";
$stock->reset();
show($stock, $stock->decrement());
var_dump($server->cmd('EXISTS', 'x'));
$seats = counter(ceiling: 3);
show($seats, $seats->increment(4), $seats->increment(3), $seats->increment(), $seats->decrement(10), $seats->increment(10), $seats->increment(11));
echo "-- both, and negative\n";
$both = counter(floor: -5, ceiling: -2);
$both->set(-5);
show($both, $both->decrement(), $both->increment(3), $both->increment(), $both->decrement(3), $both->decrement(2));
$point = counter(floor: 0, ceiling: 0);
$point->reset();
show($point, $point->increment(), $point->decrement());
echo "-- outside of the bounds: the way back is open, further out is not\n";
$server->cmd('SET', 'x', 50);
$within = counter(floor: 0, ceiling: 10);
show($within, $within->increment(), $within->decrement(45), $within->increment(6), $within->increment(5));
$server->cmd('SET', 'x', -50);
show($within, $within->decrement(), $within->increment(45), $within->decrement());
echo "-- set\n";
foreach ([-1, 11, 0, 10] as $value) {
    try {
        $within->set($value);
        echo $within->get(), "\n";
    } catch (\ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
[6,null,0,null,3] 3
-- nothing is stored when nothing changed
[null] 0
int(0)
[null,3,null,-7,3,null] 3
-- both, and negative
[null,-2,null,-5,null] -5
[null,null] 0
-- outside of the bounds: the way back is open, further out is not
[null,5,null,10] 10
[null,-5,null] -5
-- set
Rediskit\Counter::set(): Argument #1 ($value) must not be below the floor, 0
Rediskit\Counter::set(): Argument #1 ($value) must not be above the ceiling, 10
0
10
