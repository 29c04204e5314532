--TEST--
RST in place of a reply: what may be repeated is, the rest has an unknown outcome
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start();
foreach (['tcp' => true, 'unix' => false] as $over => $tcp) {
    echo "-- $over\n";
    $proxy = Proxy::to($server->socket, tcp: $tcp);
    (new Operations($proxy->dsn()))->each(fn() => $proxy->faultNextReply('reset'));
}
?>
--EXPECT--
-- tcp
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
-- unix
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
