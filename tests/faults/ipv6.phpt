--TEST--
A server that listens on IPv6 alone, by its address and by a name that has an IPv4 address too
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start(['bind' => '::1'], tcp: true);
foreach (['[::1]', 'localhost'] as $host) {
    echo "-- $host\n";
    (new Operations($server->tcpDsn(host: $host)))->eachAlone();
}
echo preg_match_all('/laddr=\[::1\]:/', $server->cmd('CLIENT', 'LIST')) === $server->clients() ? "all over IPv6\n" : $server->cmd('CLIENT', 'LIST');
?>
--EXPECT--
-- [::1]
Client get: text
Client incr: true
Client pipeline: 2
Client transaction: 2
Cache get: text
Cache put: true
Cache increment: true
Cache remember: text
Lock acquire: true
Lock release: true
Counter get: true
Counter increment: true
Session start: started
Session write: written
-- localhost
Client get: text
Client incr: true
Client pipeline: 2
Client transaction: 2
Cache get: text
Cache put: true
Cache increment: true
Cache remember: text
Lock acquire: true
Lock release: true
Counter get: true
Counter increment: true
Session start: started
Session write: written
all over IPv6
