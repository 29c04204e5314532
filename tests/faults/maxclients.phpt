--TEST--
maxclients: every class says so, knows that nothing was done, and works once there is room
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start(['maxclients' => 20], tcp: true);
$operations = new Operations($server->tcpDsn(['retries' => 0]));
$others = [];
$operations->each(
    function () use ($server, $operations, &$others) {
        $operations->client->close();
        $refused = fn() => substr_count($server->cmd('INFO', 'stats'), 'rejected_connections:0') === 0;
        $server->cmd('CONFIG', 'RESETSTAT');
        while (!$refused()) {
            $others[] = stream_socket_client("unix://$server->socket");
        }
    },
    function () use ($server, &$others) {
        $others = [];
        wait_until(fn() => (int) $server->info('connected_clients') < 5);
    }
);
?>
--EXPECT--
Client get: ConnectionException
Client incr: ConnectionException
Client pipeline: ConnectionException
Client transaction: ConnectionException
Cache get: ConnectionException
Cache put: ConnectionException
Cache increment: ConnectionException
Cache remember: ConnectionException
Lock acquire: ConnectionException
Lock release: ConnectionException
Counter get: ConnectionException
Counter increment: ConnectionException
Session start: not started (max number of clients)
Session write: not written (max number of clients)
