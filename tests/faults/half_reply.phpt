--TEST--
Half a reply, then the end: the connection is closed, what may be repeated is, the rest has an unknown outcome
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start();
$proxy = Proxy::to($server->socket);
(new Operations($proxy->dsn()))->each(fn() => $proxy->faultNextReply('half'));
?>
--EXPECT--
Client get: text
Client incr: OutcomeUnknownException
Client pipeline: OutcomeUnknownException
Client transaction: OutcomeUnknownException
Cache get: text
Cache put: true
Cache increment: OutcomeUnknownException
Cache remember: text
Lock acquire: true
Lock release: true
Counter get: true
Counter increment: OutcomeUnknownException
Session start: started
Session write: outcome unknown
