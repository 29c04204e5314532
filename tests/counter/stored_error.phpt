--TEST--
Counter: what is stored and is no 64-bit integer is refused with its reason, and left as it is
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Counter;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$plain = new Counter($server->dsn(), 'x');
$bounded = new Counter($server->dsn(), 'x', floor: -100, ceiling: 100);
$timed = new Counter($server->dsn(), 'x', ttl: 10);
$messages = [];
foreach (['', 'abc', '1.5', '007', '-0', '+1', ' 1', '1 ', "1\n", '1e3', '9223372036854775808', '-9223372036854775809', '99999999999999999999', "\xff\x01"] as $value) {
    $server->cmd('SET', 'x', $value);
    $classes = [];
    foreach ([$plain->get(...), $plain->increment(...), $bounded->increment(...), $bounded->decrement(...), $timed->increment(...)] as $method) {
        try {
            $classes[] = $method();
        } catch (\Rediskit\CommandException $error) {
            $classes[] = substr(get_class($error), 9);
            $messages[] = $error->getPrefix() . ': ' . $error->getMessage();
        }
    }
    echo json_encode($value, JSON_INVALID_UTF8_SUBSTITUTE), ' ', implode(' ', array_unique($classes)), ' ',
        $server->cmd('GET', 'x') === $value ? 'kept' : 'changed', "\n";
}
print_r(array_unique($messages));

echo "-- another type\n";
$server->cmd('DEL', 'x');
$server->cmd('RPUSH', 'x', 1);
foreach ([$plain->get(...), $plain->increment(...), $bounded->increment(...), $timed->increment(...)] as $method) {
    try {
        $method();
    } catch (\Rediskit\WrongTypeException $error) {
        echo get_class($error), ' ', $error->getPrefix(), "\n";
    }
}
$plain->set(3);
var_dump($plain->get());
?>
--EXPECT--
"" CommandException kept
"abc" CommandException kept
"1.5" CommandException kept
"007" CommandException kept
"-0" CommandException kept
"+1" CommandException kept
" 1" CommandException kept
"1 " CommandException kept
"1\n" CommandException kept
"1e3" CommandException kept
"9223372036854775808" CommandException kept
"-9223372036854775809" CommandException kept
"99999999999999999999" CommandException kept
"\ufffd\u0001" CommandException kept
Array
(
    [0] => ERR: The counter "x" holds a value that is not a 64-bit integer: something else was stored under its key. Use another name, or reset() it
)
-- another type
Rediskit\WrongTypeException WRONGTYPE
Rediskit\WrongTypeException WRONGTYPE
Rediskit\WrongTypeException WRONGTYPE
Rediskit\WrongTypeException WRONGTYPE
int(3)
