--TEST--
A script's error that begins like a server's refusal of the connection is an error of the script, and the script runs once
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());
foreach (['DENIED by policy', 'ERR quota: max number of clients reached'] as $message) {
    $client->set('runs', 0);
    attempt(fn () => $client->eval("redis.call('INCR', KEYS[1]); return redis.error_reply('$message')", ['runs'], 1));
    echo $client->get('runs'), ' run, ', $client->health()['pool']['connects'], " connection\n";
}
?>
--EXPECT--
Rediskit\CommandException: DENIED by policy
1 run, 1 connection
Rediskit\CommandException: ERR quota: max number of clients reached
1 run, 1 connection
