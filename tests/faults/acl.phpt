--TEST--
Users without EVAL, SCRIPT or CLIENT: what can work works, the rest names what to grant
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start(['user' => [
    'noeval on nopass ~* &* +@all -eval -evalsha',
    'noevalsha on nopass ~* &* +@all -evalsha',
    'noscript on nopass ~* &* +@all -script',
    'noclient on nopass ~* &* +@all -client',
]], tcp: true);
foreach (['noeval', 'noevalsha', 'noscript', 'noclient'] as $user) {
    echo "-- $user\n";
    $operations = new Operations($server->tcpDsn(['name' => 'worker'], "$user:any@"), "$user:");
    $operations->eachAlone();
    $operations->inStep($user);
}
echo "-- and it is said how\n";
try {
    (new \Rediskit\Counter($server->tcpDsn([], 'noeval:any@'), 'n', 0))->decrement();
} catch (\Rediskit\NoPermissionException $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECTF--
-- noeval
Client get: text
Client incr: true
Client pipeline: 2
Client transaction: 2
Cache get: text
Cache put: true
Cache increment: true
Cache remember: NoPermissionException
Lock acquire: NoPermissionException
Lock release: NoPermissionException
Counter get: true
Counter increment: NoPermissionException
Session start: not started (needs EVAL)
Session write: not started
-- noevalsha
Client get: text
Client incr: true
Client pipeline: 2
Client transaction: 2
Cache get: text
Cache put: true
Cache increment: true
Cache remember: NoPermissionException
Lock acquire: NoPermissionException
Lock release: NoPermissionException
Counter get: true
Counter increment: NoPermissionException
Session start: not started (needs EVAL)
Session write: not started
-- noscript
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
-- noclient
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
-- and it is said how
The script counter_add needs EVAL and EVALSHA, which this server or user does not allow: grant +eval +evalsha (or @scripting) (NOPERM %r(this user|User noeval)%r has no permissions to run the 'evalsha' command)
