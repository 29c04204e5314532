--TEST--
Whatever a peer answers to WATCH and UNWATCH, nothing of it is left behind
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';
require_once __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

const TIMES = 50;

$server = ScriptServer::start(function (Peer $peer) {
    for ($i = 0; $i < 2 * (TIMES + 1); $i++) {
        $peer->command();
        $peer->send("*2\r\n\$1000\r\n" . str_repeat('x', 1000) . "\r\n*1\r\n-ERR odd\r\n");
    }
});
$client = new Client($server->dsn());
$client->watch('key');
$client->unwatch();
$before = memory_get_usage();
for ($i = 0; $i < TIMES; $i++) {
    $client->watch('key');
    $client->unwatch();
}
var_dump(memory_get_usage() - $before < 1000 * TIMES);
?>
--EXPECT--
bool(true)
