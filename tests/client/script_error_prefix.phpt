--TEST--
A script's error that reads like a server's refusal is an error of the script, and the script runs once
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());
$messages = [
    'DENIED by policy', 'ERR quota: max number of clients reached', 'ERR max number of clients reached',
    'DENIED Redis is running in protected mode', 'READONLY for you', 'MASTERDOWN of mine',
];
foreach ($messages as $message) {
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
Rediskit\CommandException: ERR max number of clients reached
1 run, 1 connection
Rediskit\CommandException: DENIED Redis is running in protected mode
1 run, 1 connection
Rediskit\ReadOnlyException: READONLY for you (this server is a replica: connect to its primary to write)
1 run, 1 connection
Rediskit\ClusterDownException: MASTERDOWN of mine
1 run, 1 connection
