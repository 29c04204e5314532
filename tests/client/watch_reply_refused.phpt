--TEST--
A reply beyond a limit ends a watching connection, too: the rest of it is nobody's reply
--INI--
rediskit.max_reply_size=100K
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

$server = ScriptServer::start(function (Peer $peer) {
    if ($peer->command()[0] === 'WATCH') {
        $peer->send("+OK\r\n");
        $peer->expect('GET', 'large');
        $peer->send("\$200012\r\n" . str_repeat('x', 110000));
        $peer->command();
        $peer->send("\$6\r\nforged\r\n");
        $peer->stall();
    }
    $peer->send("\$4\r\nmine\r\n");
    $peer->stall();
});
foreach (['a command' => fn ($client) => $client->get('large'), 'a pipeline' => fn ($client) => $client->pipeline(fn ($p) => $p->get('large'))] as $what => $work) {
    $client = new Client($server->dsn(['retries' => 0, 'read_timeout' => 2]));
    $client->watch('key');
    echo "$what\n";
    attempt(fn () => $work($client));
    attempt(fn () => $client->get('x'));
    $client->close();
}
?>
--EXPECT--
a command
Rediskit\CommandException: The reply is larger than rediskit.max_reply_size (102400 bytes): fetch less at a time (a SCAN, a range), or raise the setting
no exception: 'mine'
a pipeline
Rediskit\CommandException: The reply is larger than rediskit.max_reply_size (102400 bytes): fetch less at a time (a SCAN, a range), or raise the setting
no exception: 'mine'
