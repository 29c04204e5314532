--TEST--
Counter: exact up to the ends of 64 bits, where the script's own numbers are not; never wraps
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
function attempt(callable $work): void
{
    try {
        var_dump($work());
    } catch (\Rediskit\CommandException $error) {
        echo get_class($error), ' ', $error->getPrefix(), ' ', $error->getMessage(), "\n";
    }
}

echo "-- beyond 2^53\n";
$counter = counter(floor: 9007199254740992, ceiling: 9007199254740995);
$counter->set(9007199254740993);
attempt(fn() => $counter->increment());
attempt(fn() => $counter->increment(2));
attempt(fn() => $counter->increment());
attempt(fn() => $counter->increment());
attempt(fn() => $counter->decrement(3));
attempt(fn() => $counter->decrement());
$fresh = counter(ttl: 100);
$fresh->reset();
attempt(fn() => $fresh->increment(9007199254740993));

echo "-- bounds at the ends\n";
$counter = counter(floor: PHP_INT_MIN, ceiling: PHP_INT_MAX);
$counter->set(PHP_INT_MAX - 1);
attempt(fn() => $counter->increment() === PHP_INT_MAX);
attempt(fn() => $counter->increment());
attempt(fn() => $counter->increment(PHP_INT_MAX));
attempt(fn() => $counter->decrement(PHP_INT_MAX));
attempt(fn() => $counter->decrement(PHP_INT_MAX) === -PHP_INT_MAX);
attempt(fn() => $counter->decrement() === PHP_INT_MIN);
attempt(fn() => $counter->decrement());
attempt(fn() => $counter->decrement(PHP_INT_MAX));
attempt(fn() => $counter->get() === PHP_INT_MIN);

echo "-- limits that no 64-bit value could meet\n";
$low = counter(ceiling: PHP_INT_MIN);
attempt(fn() => $low->increment());
$high = counter(floor: PHP_INT_MAX);
attempt(fn() => $high->decrement(PHP_INT_MAX));

echo "-- no bound in that direction\n";
foreach ([counter(), counter(ttl: 100), counter(floor: 0)] as $counter) {
    $counter->set(PHP_INT_MAX);
    attempt(fn() => $counter->increment());
    var_dump($counter->get() === PHP_INT_MAX);
}
$counter = counter(ceiling: 0);
$counter->set(PHP_INT_MIN);
attempt(fn() => $counter->decrement());
?>
--EXPECT--
-- beyond 2^53
int(9007199254740994)
NULL
int(9007199254740995)
NULL
int(9007199254740992)
NULL
int(9007199254740993)
-- bounds at the ends
bool(true)
NULL
NULL
int(0)
bool(true)
bool(true)
NULL
NULL
bool(true)
-- limits that no 64-bit value could meet
NULL
NULL
-- no bound in that direction
Rediskit\CommandException ERR The counter "x" cannot go beyond 64 bits: the change would overflow and was not made
bool(true)
Rediskit\CommandException ERR The counter "x" cannot go beyond 64 bits: the change would overflow and was not made
bool(true)
Rediskit\CommandException ERR The counter "x" cannot go beyond 64 bits: the change would overflow and was not made
bool(true)
Rediskit\CommandException ERR The counter "x" cannot go beyond 64 bits: the change would overflow and was not made
