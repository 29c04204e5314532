--TEST--
Lock: wrong arguments, and what cannot be done with the object
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

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
attempt(fn() => new Lock(5, 'x'));
attempt(fn() => new Lock(new \stdClass(), 'x'));
attempt(fn() => new Lock('redis://host:notaport', 'x'));
attempt(fn() => new Lock($dsn, ''));
attempt(fn() => new Lock($dsn, 'x', 0.0));
attempt(fn() => new Lock($dsn, 'x', -1.0));
attempt(fn() => new Lock($dsn, 'x', NAN));
attempt(fn() => new Lock($dsn, 'x', INF));
attempt(fn() => new Lock($dsn, 'x', owner: ''));
attempt(fn() => new Lock($dsn, 'x', owner: "a\0b"));
attempt(fn() => new Lock($dsn, 'x', owner: str_repeat('x', 256)));
attempt(fn() => new Lock($dsn, 'x', owner: 'C:1'));

$lock = new Lock($dsn, 'x');
attempt(fn() => $lock->acquire(-0.1));
attempt(fn() => $lock->acquire(NAN));
attempt(fn() => $lock->refresh(0.0));
attempt(fn() => $lock->run(fn() => print('called'), -1.0));
attempt(fn() => $lock->run('no such function'));
attempt(fn() => $lock->__construct($dsn, 'y'));
attempt(fn() => clone $lock);
attempt(fn() => serialize($lock));
attempt(fn() => $lock->property = 1);

echo "-- another type under the key\n";
$server->cmd('RPUSH', '{x}:lock', 1);
attempt(fn() => $lock->acquire());
attempt(fn() => $lock->release());
echo "-- names of all kinds\n";
foreach (["\0\r\n \xff", '{a}b', '{', '}', '{}', '}{', 'a}b', str_repeat('n', 1000)] as $name) {
    echo json_encode((new Lock($dsn, $name))->run(fn($lock) => $lock->isHeld())), ' ';
}
echo "\n";
$fences = array_map('json_encode', preg_grep('/^.{1,9}:fence$/', $server->cmd('KEYS', '*[{}]:fence')));
sort($fences);
echo implode(' ', array_diff($fences, ['"{x}:fence"'])), "\n";
?>
--EXPECTF--
TypeError: Rediskit\Lock::__construct(): Argument #1 ($client) must be of type Rediskit\Client|string|array|null, int given
TypeError: Rediskit\Lock::__construct(): Argument #1 ($client) must be of type Rediskit\Client|string|array|null, stdClass given
Rediskit\ConfigException: %sport%s
ValueError: Rediskit\Lock::__construct(): Argument #2 ($name) cannot be empty
ValueError: Rediskit\Lock::__construct(): Argument #3 ($ttl) must be between 0.001 and 1000000000 seconds
ValueError: Rediskit\Lock::__construct(): Argument #3 ($ttl) must be between 0.001 and 1000000000 seconds
ValueError: Rediskit\Lock::__construct(): Argument #3 ($ttl) must be between 0.001 and 1000000000 seconds
ValueError: Rediskit\Lock::__construct(): Argument #3 ($ttl) must be between 0.001 and 1000000000 seconds
ValueError: Rediskit\Lock::__construct(): Argument #4 ($owner) must have 1 to 255 bytes, none of them NUL
ValueError: Rediskit\Lock::__construct(): Argument #4 ($owner) must have 1 to 255 bytes, none of them NUL
ValueError: Rediskit\Lock::__construct(): Argument #4 ($owner) must have 1 to 255 bytes, none of them NUL
ValueError: Rediskit\Lock::__construct(): Argument #4 ($owner) must not begin with "C:", which marks a lock that is being handed over
ValueError: Rediskit\Lock::acquire(): Argument #1 ($wait) must be greater than or equal to 0 (seconds)
ValueError: Rediskit\Lock::acquire(): Argument #1 ($wait) must be greater than or equal to 0 (seconds)
ValueError: Rediskit\Lock::refresh(): Argument #1 ($ttl) must be between 0.001 and 1000000000 seconds
ValueError: Rediskit\Lock::run(): Argument #2 ($wait) must be greater than or equal to 0 (seconds)
TypeError: Rediskit\Lock::run(): Argument #1 ($callback) must be a valid callback, function "no such function" not found or invalid function name
Error: A lock cannot be constructed twice
Error: Trying to clone an uncloneable object of class Rediskit\Lock
Exception: Serialization of 'Rediskit\Lock' is not allowed
Error: Cannot create dynamic property Rediskit\Lock::$property
-- another type under the key
Rediskit\WrongTypeException: %s
Rediskit\WrongTypeException: %s
-- names of all kinds
true true true true true true true true 
"{a}b}:fence" "{{}:fence" "{{}{}}:fence" "{{}}:fence" "{{}}}:fence"
