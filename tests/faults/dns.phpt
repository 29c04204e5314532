--TEST--
A host name that does not resolve: every class says so, and that nothing was sent
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

(new Operations('redis://:SECRET@nosuch.invalid?retries=0'))->eachAlone();
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
Session start: not started (look up)
Session write: not started
