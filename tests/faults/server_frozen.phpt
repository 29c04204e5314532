--TEST--
SIGSTOP: every call ends at its deadline; SIGCONT: the replies that come then are read by nobody
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
$operations = new Operations($server->dsn(['read_timeout' => 0.06, 'timeout' => 0.06]));
$operations->each(fn() => $server->freeze(), fn() => $server->thaw(), deadline: 0.06, twice: Operations::RELEASING);
// What was sent was carried out when it went on, once.
wait_until(fn() => $server->cmd('GET', 'n') === $operations->times('Client incr', 'Client pipeline', 'Client transaction'));
wait_until(fn() => $server->cmd('GET', 'cache:n') === $operations->times('Cache increment'));
echo "once each\n";
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
Lock release: OutcomeUnknownException, in time
Counter get: TimeoutException, in time
Counter increment: OutcomeUnknownException, in time
Session start: not started (no answer in time), in time
Session write: outcome unknown, in time
once each
