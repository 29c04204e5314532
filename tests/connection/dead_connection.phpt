--TEST--
A kept connection that died meanwhile is noticed before it is used, whatever the command
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$server = Server::start(tcp: true);
foreach (['unix' => $server->dsn(), 'tcp' => $server->tcpDsn()] as $over => $dsn) {
    echo "-- $over: the server was restarted, another second has passed\n";
    $client = new Client($dsn);
    $client->set('n', 1);
    $server->restart();
    usleep(1100000);
    attempt(fn() => $client->incr('n'));

    echo "-- $over: at once, what may be repeated\n";
    $client->set('n', 5);
    $server->restart();
    attempt(fn() => $client->get('n'));
}

echo "-- gone for good\n";
$server->kill();
attempt(fn() => $client->get('n'), ["$server->port" => 'PORT']);
attempt(fn() => $client->incr('n'), ["$server->port" => 'PORT']);
?>
--EXPECT--
-- unix: the server was restarted, another second has passed
no exception: 1
-- unix: at once, what may be repeated
no exception: null
-- tcp: the server was restarted, another second has passed
no exception: 1
-- tcp: at once, what may be repeated
no exception: null
-- gone for good
Rediskit\ConnectionException: Connection refused by 127.0.0.1:PORT: is Redis running there, and is this its port?
Rediskit\ConnectionException: Connection refused by 127.0.0.1:PORT: is Redis running there, and is this its port?
