--TEST--
A command is not repeated when making the new connection took all of its time; that connection is kept
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

$server = ScriptServer::start(function (Peer $peer) {
    $peer->expect('SELECT', '3');
    if ($peer->number === 0) {
        $peer->send("+OK\r\n");
        $peer->expect('GET', 'key');
        $peer->close();
    }
    $peer->pause(1.1);
    $peer->send("+OK\r\n");
    $peer->answerAll("\$5\r\nvalue\r\n");
});
$client = new Client($server->dsn(['db' => 3, 'read_timeout' => 1, 'timeout' => 10]));
attempt(fn() => $client->get('key'), [$server->socket() => 'SOCKET']);
echo count($server->received()), " commands over ", $server->connections(), " connections\n";
attempt(fn() => $client->get('key'), [$server->socket() => 'SOCKET']);
echo count($server->received()), " commands over ", $server->connections(), " connections\n";
?>
--EXPECT--
Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
3 commands over 2 connections
no exception: value
4 commands over 2 connections
