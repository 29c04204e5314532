--TEST--
An OK where a number or a list belongs is refused
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require_once __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;
use Rediskit\ConnectionException;

$server = ScriptServer::start(function (Peer $peer) {
    while (true) {
        $peer->command();
        $peer->send("+OK\r\n");
    }
});
$client = new Client($server->dsn());
foreach (['setRange' => ['k', 0, 'v'], 'strLen' => ['k'], 'hGetAll' => ['k'], 'lRange' => ['k', 0, -1]] as $method => $arguments) {
    try {
        var_dump($client->$method(...$arguments));
    } catch (ConnectionException $e) {
        echo strtok($e->getMessage(), ','), "\n";
    }
}
var_dump($client->set('k', 'v'));
?>
--EXPECT--
The server answered SETRANGE with bool
The server answered STRLEN with bool
The server answered HGETALL with bool
The server answered LRANGE with bool
bool(true)
