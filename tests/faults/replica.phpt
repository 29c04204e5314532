--TEST--
A read-only replica, one that has lost its primary, and a primary that becomes one
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$port = free_port();
$server = Server::start();
$operations = new Operations($server->dsn());
echo "-- demoted while in use\n";
$operations->each(fn() => $server->cmd('REPLICAOF', '127.0.0.1', $port), fn() => $server->cmd('REPLICAOF', 'NO', 'ONE'));
echo "-- demoted, and serves no stale data\n";
$server->cmd('CONFIG', 'SET', 'replica-serve-stale-data', 'no');
$operations->each(fn() => $server->cmd('REPLICAOF', '127.0.0.1', $port), fn() => $server->cmd('REPLICAOF', 'NO', 'ONE'));
?>
--EXPECT--
-- demoted while in use
Client get: text
Client incr: ReadOnlyException
Client pipeline: 2
Client transaction: ExecAbortedException
Cache get: text
Cache put: ReadOnlyException
Cache increment: ReadOnlyException
Cache remember: ReadOnlyException
Lock acquire: ReadOnlyException
Lock release: ReadOnlyException
Counter get: true
Counter increment: ReadOnlyException
Session start: not started (READONLY)
Session write: not written (READONLY)
-- demoted, and serves no stale data
Client get: ClusterDownException
Client incr: ReadOnlyException
Client pipeline: 2
Client transaction: ExecAbortedException
Cache get: ClusterDownException
Cache put: ReadOnlyException
Cache increment: ReadOnlyException
Cache remember: ClusterDownException
Lock acquire: ClusterDownException
Lock release: ClusterDownException
Counter get: ClusterDownException
Counter increment: ClusterDownException
Session start: not started (MASTERDOWN)
Session write: not written (MASTERDOWN)
