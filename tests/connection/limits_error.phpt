--TEST--
Answers that are too large, too deep or no RESP at all end the connection, not the process
--INI--
memory_limit=64M
rediskit.max_reply_size=1M
rediskit.max_reply_depth=6
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

$replies = [
    'a bulk of 2 GB, claimed' => "\$2000000000\r\n" . str_repeat('x', 100),
    'a bulk of 3 MB' => "\$3000000\r\n" . str_repeat('x', 3000000) . "\r\n",
    'an array of a billion, claimed' => "*1000000000\r\n:1\r\n",
    'many arrays of a million, claimed' => str_repeat("*1000000\r\n", 100),
    'nested 7 deep' => str_repeat("*1\r\n", 7) . ":1\r\n",
    'an endless line' => '+' . str_repeat('x', 2000000),
    'a negative length' => "\$-5\r\n",
    'a length that is no number' => "\$abc\r\nabc\r\n",
    'a number that is none' => ":12x\r\n",
    'HTTP' => "HTTP/1.1 400 Bad Request\r\n\r\n",
    'a bulk that does not end' => "\$3\r\nabcdef\r\n",
    'nothing but newlines' => "\r\n\r\n",
];
foreach ($replies as $title => $bytes) {
    $server = ScriptServer::start(function (Peer $peer) use ($bytes) {
        $peer->command();
        $peer->send($bytes);
        $peer->answerAll("+another's\r\n");
    });
    echo "$title: ";
    // For the rest of what these claim it would wait.
    $wait = preg_match('/^a.*claimed$/', $title) ? 0.3 : 20;
    $client = new Client($server->dsn(['read_timeout' => $wait, 'retries' => 0]));
    attempt(fn() => $client->get('key'), [$server->socket() => 'SOCKET']);
}
echo 'nested 6 deep: ';
$server = ScriptServer::start(function (Peer $peer) {
    $peer->command();
    $peer->send(str_repeat("*1\r\n", 6) . ":1\r\n");
});
attempt(fn() => (new Client($server->dsn()))->command('COMMAND'));
var_dump(memory_get_peak_usage() < 16 << 20);
?>
--EXPECTF--
a bulk of 2 GB, claimed: Rediskit\TimeoutException: read error on connection to unix:SOCKET: no answer in time; %s
a bulk of 3 MB: Rediskit\CommandException: The reply is larger than rediskit.max_reply_size (1048576 bytes): fetch less at a time (a SCAN, a range), or raise the setting
an array of a billion, claimed: Rediskit\TimeoutException: read error on connection to unix:SOCKET: no answer in time; %s
many arrays of a million, claimed: Rediskit\CommandException: The reply is nested deeper than this build reads (6 levels at most; hiredis before 1.0 reads 8): the connection was closed
nested 7 deep: Rediskit\CommandException: The reply is nested deeper than this build reads (6 levels at most; hiredis before 1.0 reads 8): the connection was closed
an endless line: Rediskit\ConnectionException: Protocol error: the peer does not speak RESP2 (a line of more than 64 kB); is it really a Redis server?
a negative length: Rediskit\ConnectionException: Protocol error: the peer does not speak RESP2 (%s); is it really a Redis server?
a length that is no number: Rediskit\ConnectionException: Protocol error: the peer does not speak RESP2 (%s); is it really a Redis server?
a number that is none: Rediskit\ConnectionException: Protocol error: the peer does not speak RESP2 (%s); is it really a Redis server?
HTTP: Rediskit\ConnectionException: Protocol error: the peer does not speak RESP2 (%s); is it really a Redis server?
a bulk that does not end: no exception: abc
nothing but newlines: Rediskit\ConnectionException: Protocol error: the peer does not speak RESP2 (%s); is it really a Redis server?
nested 6 deep: no exception: [[[[[[1]]]]]]
bool(true)
