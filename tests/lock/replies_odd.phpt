--TEST--
Answers that no Redis gives and refusals in the middle of waiting for a lock: an exception, the queue is left, and who comes next is told
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../connection/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

/** Waits for a lock whose server gives these answers, and prints how that ends and what was sent. */
function acquire(string $title, array $answers): void
{
    $server = ScriptServer::answering($answers);
    echo "$title: ";
    attempt(fn() => (new Lock($server->dsn(['retries' => 0]), 'name'))->acquire(5.0));
    echo '  ', implode(', ', array_map(fn($words) => $words[0] . (str_starts_with($words[0], 'EVAL') ? " of $words[2] keys" : ''), $server->received())), "\n";
}

$taken = "*2\r\n:0\r\n:5000\r\n";
$registered = "*3\r\n:0\r\n\$1\r\n1\r\n:5000\r\n";
$nothing = "*-1\r\n";

acquire('a number for a pair', [":1\r\n"]);
acquire('refused at the queue', [$taken, "-NOPERM no permissions\r\n", $nothing, ":1\r\n"]);
acquire('a number for a ticket', [$taken, ":5\r\n", $nothing]);
acquire('a wake list that is none; the lock was being handed over, twice', [$taken, $registered, "-WRONGTYPE no list\r\n", ":2\r\n", ":2\r\n", ":1\r\n"]);
acquire('the same, and nobody confirms', [$taken, $registered, "-WRONGTYPE no list\r\n", ":2\r\n"]);
acquire('no sleep, so it is tried again', [$taken, $registered, "-NOPERM no blocking\r\n", ":1\r\n", $taken, "*2\r\n:1\r\n:7\r\n"]);
?>
--EXPECT--
a number for a pair: Rediskit\ConnectionException: The server's answer to the script lock_try is not a pair of integers
  EVALSHA of 3 keys
refused at the queue: Rediskit\NoPermissionException: NOPERM no permissions (grant it with ACL SETUSER, or connect as another user)
  EVALSHA of 3 keys, EVAL of 3 keys, BLPOP, EVALSHA of 3 keys
a number for a ticket: Rediskit\ConnectionException: The server's answer to the script wait_register is not a list
  EVALSHA of 3 keys, EVAL of 3 keys, BLPOP
a wake list that is none; the lock was being handed over, twice: Rediskit\WrongTypeException: WRONGTYPE no list (TYPE says what the key holds)
  EVALSHA of 3 keys, EVAL of 3 keys, BLPOP, EVALSHA of 3 keys, EVALSHA of 2 keys, EVALSHA of 2 keys
the same, and nobody confirms: Rediskit\WrongTypeException: WRONGTYPE no list (TYPE says what the key holds)
  EVALSHA of 3 keys, EVAL of 3 keys, BLPOP, EVALSHA of 3 keys, EVALSHA of 2 keys
no sleep, so it is tried again: no exception: true
  EVALSHA of 3 keys, EVAL of 3 keys, BLPOP, EVALSHA of 3 keys, EVALSHA of 3 keys, EVALSHA of 3 keys
