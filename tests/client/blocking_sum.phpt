--TEST--
The times that a pipeline's commands wait add up, however long they are
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

const COMMANDS = 1200;

$server = ScriptServer::start(function (Peer $peer) {
    for ($i = 0; $i < COMMANDS; $i++) {
        $peer->command();
    }
    $peer->send(str_repeat("*-1\r\n", COMMANDS));
    $peer->stall();
});
$pipeline = (new Client($server->dsn()))->pipeline();
for ($i = 0; $i < COMMANDS; $i++) {
    $pipeline->xRead(['stream' => '0'], null, PHP_INT_MAX); // UndefinedBehaviorSanitizer tells of a sum that overflows
}
var_dump(count($pipeline->exec()));
?>
--EXPECT--
int(1200)
