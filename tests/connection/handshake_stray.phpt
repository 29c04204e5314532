--TEST--
A server that answers more than the handshake asked for is left: what came first would be taken for the reply to a command
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

foreach ([false, true] as $later) {
    $server = ScriptServer::start(function (Peer $peer) use ($later) {
        $peer->expect('SELECT', '1');
        $peer->send("+OK\r\n*2\r\n\$5\r\nother\r\n" . ($later ? '' : "\$1\r\n1\r\n"));
        $peer->command();
        $peer->send(($later ? "\$1\r\n1\r\n" : '') . "*2\r\n\$4\r\nmine\r\n*0\r\n");
        $peer->stall();
    });
    $client = new Client($server->dsn(['db' => 1, 'retries' => 0, 'read_timeout' => 1]));
    attempt(fn() => $client->command('SCAN', 0), [$server->socket() => 'SOCKET']);
}
?>
--EXPECT--
Rediskit\ConnectionException: unix://SOCKET?db=1 answered more than it was asked: what is between us and it?
Rediskit\ConnectionException: unix://SOCKET?db=1 answered more than it was asked: what is between us and it?
