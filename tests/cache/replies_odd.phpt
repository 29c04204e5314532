--TEST--
Answers that no Redis gives, refusals and cut connections in the middle of what takes several commands: an exception each, and nothing is believed
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Cache;
use Rediskit\Client;

require __DIR__ . '/../connection/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

/** Runs $work on a Cache whose server answers command by command so; after the last answer it closes the connection. */
function with_answers(string $title, array $answers, callable $work): void
{
    $server = ScriptServer::answering($answers);
    echo "$title: ";
    attempt(fn() => $work(new Cache(new Client($server->dsn(['retries' => 0])), ['prefix' => 'p:'])), [$server->socket() => 'SOCKET', 'has reset the' => 'has closed the']);
}

$nil = "\$-1\r\n";
$denied = "-NOPERM this user has no permissions\r\n";
$remember = fn(Cache $cache) => $cache->remember('key', 60, fn() => 'computed');

echo "-- one command\n";
with_answers('a number for a value', [":5\r\n"], fn($cache) => $cache->get('key'));
with_answers('text for a number', ["\$1\r\nx\r\n"], fn($cache) => $cache->increment('key'));

echo "-- touch\n";
with_answers('cut', [], fn($cache) => $cache->touch('key', null));
with_answers('refused', [$denied, ":1\r\n"], fn($cache) => $cache->touch('key', null));
with_answers('text for a number', [":1\r\n", "\$1\r\nx\r\n"], fn($cache) => $cache->touch('key', null));

echo "-- many\n";
with_answers('cut', [], fn($cache) => $cache->many(['a', 'b']));
with_answers('refused', [$denied], fn($cache) => $cache->many(['a', 'b']));
with_answers('too few', ["*1\r\n\$1\r\na\r\n"], fn($cache) => $cache->many(['a', 'b']));
with_answers('no list', ["\$1\r\na\r\n"], fn($cache) => $cache->many(['a', 'b']));

$long = array_fill_keys(array_map(fn($n) => str_repeat((string) $n, 100000), range(10, 70)), 1);
with_answers('so many to remove that they take two messages, cut', [], fn($cache) => $cache->putMany($long, 0));

echo "-- remember\n";
with_answers('a number', [$nil, ":1\r\n"], $remember);
with_answers('an unknown kind', [$nil, "*2\r\n:7\r\n\$1\r\n1\r\n"], $remember);
with_answers('no generation', [$nil, "*2\r\n:1\r\n:1\r\n"], $remember);
with_answers('too long a generation', [$nil, "*2\r\n:1\r\n\$200\r\n" . str_repeat('1', 200) . "\r\n"], $remember);
with_answers('no last event', [$nil, "*3\r\n:2\r\n\$1\r\n1\r\n:500\r\n"], $remember);

echo "-- forget, for a user without scripts\n";
with_answers('cut', [$denied], fn($cache) => $cache->forget('key'));
with_answers('refused', [$denied, ":1\r\n", $denied, ":1\r\n", ":1\r\n", ":1\r\n"], fn($cache) => $cache->forget('key'));

echo "-- flush\n";
with_answers('no keys', ["*2\r\n\$1\r\n0\r\n:1\r\n"], fn($cache) => $cache->flush());
with_answers('too long a cursor', ["*2\r\n\$200\r\n" . str_repeat('1', 200) . "\r\n*0\r\n"], fn($cache) => $cache->flush());
with_answers('refused', ["*2\r\n\$1\r\n5\r\n*1\r\n\$3\r\np:k\r\n", $denied, "*2\r\n\$1\r\n0\r\n*0\r\n"], fn($cache) => $cache->flush());
?>
--EXPECT--
-- one command
a number for a value: Rediskit\ConnectionException: The server answered with int where a value was expected
text for a number: Rediskit\ConnectionException: The server answered with string where an integer was expected
-- touch
cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection before it said a word; has it reached maxclients?
refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
text for a number: Rediskit\ConnectionException: The server answered with string where an integer was expected
-- many
cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection before it said a word; has it reached maxclients?
refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
too few: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
no list: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
so many to remove that they take two messages, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection before it said a word; has it reached maxclients?
-- remember
a number: Rediskit\ConnectionException: The server's answer to the script cache_lease is not what the script returns
an unknown kind: Rediskit\ConnectionException: The server's answer to the script cache_lease is not what the script returns
no generation: Rediskit\ConnectionException: The server's answer to the script cache_lease is not what the script returns
too long a generation: Rediskit\ConnectionException: The server's answer to the script cache_lease is not what the script returns
no last event: Rediskit\ConnectionException: The server's answer to the script cache_lease is not what the script returns
-- forget, for a user without scripts
cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
-- flush
no keys: Rediskit\ConnectionException: The server's answer to SCAN is not a cursor and a list of keys
too long a cursor: Rediskit\ConnectionException: The server's answer to SCAN is not a cursor and a list of keys
refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
