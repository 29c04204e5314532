--TEST--
Counter: wrong arguments, and what cannot be done with the object
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Counter;

require __DIR__ . '/../inc/server.inc';

function attempt(callable $work): void
{
    try {
        $work();
        echo "no error\n";
    } catch (\Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}

$server = Server::start();
$dsn = $server->dsn();
attempt(fn() => new Counter(1.5, 'x'));
attempt(fn() => new Counter($dsn, ''));
attempt(fn() => new Counter($dsn, 'x', 2, 1));
attempt(fn() => new Counter($dsn, 'x', ttl: 0));
attempt(fn() => new Counter($dsn, 'x', ttl: -1.5));
attempt(fn() => new Counter($dsn, 'x', ttl: NAN));
attempt(fn() => new Counter($dsn, 'x', ttl: 2e9));
attempt(fn() => new Counter($dsn, 'x', ttl: '1 minute'));
$counter = new Counter($dsn, 'x', 1, 1, null);
attempt(fn() => $counter->increment(0));
attempt(fn() => $counter->increment(-1));
attempt(fn() => $counter->decrement(-1));
attempt(fn() => $counter->decrement(PHP_INT_MIN));
attempt(fn() => $counter->__construct($dsn, 'y'));
attempt(fn() => clone $counter);
attempt(fn() => serialize($counter));
attempt(fn() => $counter->property = 1);
echo $server->cmd('DBSIZE'), "\n";
?>
--EXPECT--
TypeError: Rediskit\Counter::__construct(): Argument #1 ($client) must be of type Rediskit\Client|string|array|null, float given
ValueError: Rediskit\Counter::__construct(): Argument #2 ($name) cannot be empty
ValueError: Rediskit\Counter::__construct(): Argument #4 ($ceiling) must be greater than or equal to argument #3 ($floor)
ValueError: Rediskit\Counter::__construct(): Argument #5 ($ttl) must be between 0.001 and 1000000000 seconds, or null
ValueError: Rediskit\Counter::__construct(): Argument #5 ($ttl) must be between 0.001 and 1000000000 seconds, or null
ValueError: Rediskit\Counter::__construct(): Argument #5 ($ttl) must be between 0.001 and 1000000000 seconds, or null
ValueError: Rediskit\Counter::__construct(): Argument #5 ($ttl) must be between 0.001 and 1000000000 seconds, or null
TypeError: Rediskit\Counter::__construct(): Argument #5 ($ttl) must be of type int|float|null, string given
ValueError: Rediskit\Counter::increment(): Argument #1 ($by) must be greater than 0; use decrement() for the other direction
ValueError: Rediskit\Counter::increment(): Argument #1 ($by) must be greater than 0; use decrement() for the other direction
ValueError: Rediskit\Counter::decrement(): Argument #1 ($by) must be greater than 0; use increment() for the other direction
ValueError: Rediskit\Counter::decrement(): Argument #1 ($by) must be greater than 0; use increment() for the other direction
Error: A counter cannot be constructed twice
Error: Trying to clone an uncloneable object of class Rediskit\Counter
Exception: Serialization of 'Rediskit\Counter' is not allowed
Error: Cannot create dynamic property Rediskit\Counter::$property
0
