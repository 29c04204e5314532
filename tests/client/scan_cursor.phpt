--TEST--
Cursors beyond 63 bits are kept as text
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require_once __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

$server = ScriptServer::start(function (Peer $peer) {
    $peer->expect('SCAN', '0');
    $peer->send("*2\r\n\$20\r\n18446744073709551615\r\n*1\r\n\$1\r\na\r\n");
    $peer->expect('SCAN', '18446744073709551615');
    $peer->send("*2\r\n\$19\r\n9223372036854775807\r\n*0\r\n");
    $peer->expect('SCAN', '9223372036854775807');
    $peer->send("*2\r\n\$1\r\n0\r\n*1\r\n\$1\r\nb\r\n");
});
$client = new Client($server->dsn());
$cursor = null;
while (($page = $client->scan($cursor)) !== false) {
    echo show($page), show($cursor), "\n";
}
?>
--EXPECT--
['a']'18446744073709551615'
[]9223372036854775807
['b']0
