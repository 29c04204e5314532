--TEST--
A peer that closes before or in the middle of an answer: what may be repeated is, the rest says it does not know
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

/** A server whose first $bad connections send $bytes and close, and whose later ones answer. */
function closing(int $bad, string $bytes): ScriptServer
{
    return ScriptServer::start(function (Peer $peer) use ($bad, $bytes) {
        if ($peer->number < $bad) {
            $peer->command();
            $peer->send($bytes);
            $peer->close();
        }
        $peer->answerAll("\$5\r\nfresh\r\n");
    });
}

foreach (['before' => '', 'in' => "\$5\r\nfre"] as $when => $bytes) {
    echo "-- $when the answer, idempotent: once more on a fresh connection\n";
    $server = closing(1, $bytes);
    attempt(fn() => (new Client($server->dsn()))->get('key'));
    var_dump($server->connections());

    echo "-- $when the answer, every time\n";
    $server = closing(9, $bytes);
    attempt(fn() => (new Client($server->dsn()))->get('key'), [$server->socket() => 'SOCKET']);
    var_dump($server->connections());
    $server = closing(9, $bytes);
    attempt(fn() => (new Client($server->dsn(['retries' => 3])))->get('key'), [$server->socket() => 'SOCKET']);
    var_dump($server->connections());

    echo "-- $when the answer, not idempotent: never sent again\n";
    $server = closing(1, $bytes);
    $client = new Client($server->dsn());
    attempt(fn() => $client->incr('key'), [$server->socket() => 'SOCKET']);
    var_dump(array_column($server->received(), 0), $client->get('key'));
}
?>
--EXPECTF--
-- before the answer, idempotent: once more on a fresh connection
no exception: fresh
int(2)
-- before the answer, every time
Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection before it said a word; has it reached maxclients?
int(2)
Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection before it said a word; has it reached maxclients?
int(4)
-- before the answer, not idempotent: never sent again
Rediskit\OutcomeUnknownException: %s was sent and no whole reply came (Connection lost: unix:SOCKET has closed the connection before it said a word; has it reached maxclients?): it may or may not have been carried out; look before you repeat it
array(1) {
  [0]=>
  string(4) "INCR"
}
string(5) "fresh"
-- in the answer, idempotent: once more on a fresh connection
no exception: fresh
int(2)
-- in the answer, every time
Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
int(2)
Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
int(4)
-- in the answer, not idempotent: never sent again
Rediskit\OutcomeUnknownException: %s was sent and no whole reply came (Connection lost: unix:SOCKET has closed the connection): it may or may not have been carried out; look before you repeat it
array(1) {
  [0]=>
  string(4) "INCR"
}
string(5) "fresh"
