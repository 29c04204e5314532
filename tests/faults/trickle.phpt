--TEST--
A reply that trickles in: the deadline of the command holds, by 50 ms
--EXTENSIONS--
session
pcntl
posix
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start();
$proxy = Proxy::to($server->socket);
(new Operations($proxy->dsn(['read_timeout' => 0.15])))->each(fn() => $proxy->faultNextReply('trickle'), deadline: 0.15);
?>
--EXPECT--
Client get: TimeoutException, in time
Client incr: OutcomeUnknownException, in time
Client pipeline: OutcomeUnknownException, in time
Client transaction: OutcomeUnknownException, in time
Cache get: TimeoutException, in time
Cache put: TimeoutException, in time
Cache increment: OutcomeUnknownException, in time
Cache remember: TimeoutException, in time
Lock acquire: TimeoutException, in time
Lock release: true, in time
Counter get: TimeoutException, in time
Counter increment: OutcomeUnknownException, in time
Session start: not started (no answer in time), in time
Session write: outcome unknown, in time
