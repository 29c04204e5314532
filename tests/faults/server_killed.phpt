--TEST--
Server SIGKILL: nothing that may have been carried out is repeated or called a failure, and all works once it is back
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start(tcp: true);
$proxy = Proxy::to($server->socket, tcp: true);

echo "-- before it was asked\n";
$operations = new Operations($server->dsn(['timeout' => 1]));
$operations->each(fn() => $server->kill(), fn() => $server->restart());
echo "-- while it was asked\n";
$operations = new Operations($proxy->dsn(['timeout' => 1]));
$operations->each(fn() => $proxy->faultNextReply('kill', $server->pid()), fn() => $server->restart());
?>
--EXPECT--
-- before it was asked
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
Session start: not started (Connection refused)
Session write: not written (Connection refused)
-- while it was asked
Client get: ConnectionException
Client incr: OutcomeUnknownException
Client pipeline: OutcomeUnknownException
Client transaction: OutcomeUnknownException
Cache get: ConnectionException
Cache put: ConnectionException
Cache increment: OutcomeUnknownException
Cache remember: ConnectionException
Lock acquire: ConnectionException
Lock release: OutcomeUnknownException
Counter get: ConnectionException
Counter increment: OutcomeUnknownException
Session start: not started (Connection lost)
Session write: outcome unknown
