--TEST--
Answers that no Redis gives, refusals and cut connections in the middle of what takes several commands: an exception each, and nothing is believed
--EXTENSIONS--
pcntl
posix
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
with_answers('too short a generation', [$nil, "*2\r\n:1\r\n\$1\r\n1\r\n"], $remember);
with_answers('no last event', [$nil, "*3\r\n:2\r\n\$1\r\n1\r\n:500\r\n"], $remember);

echo "-- rememberMany\n";
$nils = "*2\r\n\$-1\r\n\$-1\r\n";
$ours = "*2\r\n:1\r\n\$32\r\n" . str_repeat('1', 32) . "\r\n";
$unknown = "-NOSCRIPT No matching script.\r\n";
$remember_many = fn(Cache $cache) => $cache->rememberMany(['a', 'b'], 60, fn() => ['a' => 1, 'b' => 2]);
with_answers('cut before the leases', [$nils], $remember_many);
with_answers('one lease refused', [$nils, $denied, $ours], $remember_many);
with_answers('two odd leases', [$nils, ":1\r\n", ":2\r\n"], $remember_many);
with_answers('all is well', [$nils, $ours, $ours, ":1\r\n", ":1\r\n"], $remember_many);
with_answers('all is well, with scripts the server did not know', [$nils, $unknown, $unknown, $ours, $ours, ":1\r\n", $unknown, ":1\r\n", ":1\r\n"], $remember_many);
with_answers('cut before the script was loaded', [$nils, $unknown, $unknown], $remember_many);
with_answers('cut when it was loaded', [$nils, $unknown, $unknown, $ours], $remember_many);
with_answers('no right to load it', [$nils, $unknown, $unknown, $denied], $remember_many);
with_answers('cut before the values were stored', [$nils, $ours, $ours], $remember_many);
with_answers('the second may not be stored', [$nils, $ours, $ours, ":1\r\n", $denied], $remember_many);

echo "-- a stale value\n";
$real = Server::start();
(new Cache($real->dsn(), ['prefix' => 'p:']))->remember('key', 0.001, fn() => 'stale', stale: 600);
usleep(3000);
$stored = $real->cmd('GET', 'p:key');
$stale = '$' . strlen($stored) . "\r\n$stored\r\n";
with_answers('no rights for its lease', [$stale, $denied], $remember);
with_answers('an odd answer for its lease', [$stale, ":1\r\n"], $remember);
with_answers('cut', [$stale], $remember);
with_answers('what came meanwhile cannot be decoded', [$stale, "*2\r\n:0\r\n\$2\r\n\xff\x40\r\n"], $remember);

echo "-- forget, for a user without scripts\n";
with_answers('cut', [$denied], fn($cache) => $cache->forget('key'));
with_answers('refused', [$denied, ":1\r\n", $denied, ":1\r\n", ":1\r\n", ":1\r\n"], fn($cache) => $cache->forget('key'));

echo "-- flush\n";
with_answers('no keys', ["*2\r\n\$1\r\n0\r\n:1\r\n"], fn($cache) => $cache->flush());
with_answers('too long a cursor', ["*2\r\n\$200\r\n" . str_repeat('1', 200) . "\r\n*0\r\n"], fn($cache) => $cache->flush());
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn() => throw new \DomainException('a signal'));
$page = "*2\r\n\$1\r\n5\r\n*1\r\n\$3\r\np:k\r\n";
$test = getmypid();
$server = ScriptServer::start(function (Peer $peer) use ($page, $test) {
    $peer->command();
    posix_kill($test, SIGUSR1);
    $peer->send($page);
    $peer->answerAll();
});
try {
    (new Cache($server->dsn(), ['prefix' => 'p:']))->flush();
} catch (\DomainException $exception) {
    echo $exception->getMessage(), " between two pages ends it: ", count($server->received()), " command\n";
}
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
too short a generation: Rediskit\ConnectionException: The server's answer to the script cache_lease is not what the script returns
no last event: Rediskit\ConnectionException: The server's answer to the script cache_lease is not what the script returns
-- rememberMany
cut before the leases: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
one lease refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
two odd leases: Rediskit\ConnectionException: The server's answer to the script cache_lease is not what the script returns
all is well: no exception: {"a":1,"b":2}
all is well, with scripts the server did not know: no exception: {"a":1,"b":2}
cut before the script was loaded: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
cut when it was loaded: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
no right to load it: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
cut before the values were stored: no exception: {"a":1,"b":2}
the second may not be stored: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
-- a stale value
no rights for its lease: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
an odd answer for its lease: no exception: stale
cut: no exception: stale
what came meanwhile cannot be decoded: Rediskit\CodecException: The stored value is corrupt: its header is cut off after 2 bytes (key "p:key")
-- forget, for a user without scripts
cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
-- flush
no keys: Rediskit\ConnectionException: The server's answer to SCAN is not a cursor and a list of keys
too long a cursor: Rediskit\ConnectionException: The server's answer to SCAN is not a cursor and a list of keys
a signal between two pages ends it: 1 command
refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
