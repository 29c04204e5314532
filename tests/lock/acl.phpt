--TEST--
Lock: keys stay inside the user's pattern; without @blocking it polls; without scripts it says what is missing
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start([
    'user' => [
        'narrow on nopass ~app:* +@all -@admin',
        'nonblocking on nopass ~app:* +@all -@blocking',
        'scriptless on nopass ~app:* +@all -@scripting',
        'elsewhere on nopass ~other:* +@all',
        'scriptsonly on nopass ~app:* +eval +evalsha',
    ],
], tcp: true);
$dsn = fn(string $user) => $server->tcpDsn(['prefix' => 'app:'], "$user:any@");

echo "-- narrow\n";
$holder = new Lock($dsn('narrow'), 'x', 30.0);
var_dump($holder->acquire());
parallel_results(1, function () use ($dsn) {
    $lock = new Lock($dsn('narrow'), 'x', 30.0);
    $lock->acquire(20.0) or throw new \Exception('not acquired');
    $lock->release();
}, function () use ($server, $holder) {
    $server->waitForBlocked(1);
    $holder->release();
});
var_dump($server->cmd('KEYS', '*'));

echo "-- nonblocking\n";
$holder->acquire();
$lock = new Lock($dsn('nonblocking'), 'x', 30.0);
var_dump($lock->acquire(0.2));
// At the most every 2.5 ms, at the least every 120 ms, and no ticket is left in the queue.
$tries = count(array_filter($server->commands(fn() => $lock->acquire(1.0)), fn($c) => $c[0] === 'EVALSHA'));
var_dump($tries > 8 && $tries < 60, $server->cmd('EXISTS', 'app:{x}:q'));
parallel_results(1, function () use ($dsn) {
    $lock = new Lock($dsn('nonblocking'), 'x', 30.0);
    $lock->acquire(20.0) or throw new \Exception('not acquired');
}, fn() => $holder->release());

echo "-- scriptless\n";
try {
    (new Lock($dsn('scriptless'), 'x'))->acquire();
} catch (\Rediskit\NoPermissionException $error) {
    echo $error->getPrefix(), ': ', strstr($error->getMessage(), ' (', true), "\n";
}
echo "-- a key or a command is missing, not EVAL\n";
foreach (['elsewhere', 'scriptsonly'] as $user) {
    try {
        (new Lock($dsn($user), 'x'))->acquire();
    } catch (\Rediskit\CommandException $error) {
        echo $error->getPrefix(), strpos($error->getMessage(), 'EVAL') ? ' about EVAL' : '', strrchr($error->getMessage(), '('), "\n";
    }
}
echo "-- EVAL and EVALSHA renamed away\n";
$server = Server::start(['rename-command' => ['EVAL ""', 'EVALSHA ""']]);
try {
    (new Lock($server->dsn(), 'x'))->acquire();
} catch (\Rediskit\CommandException $error) {
    echo get_class($error), ': ', strstr($error->getMessage(), ' (', true), "\n";
}
?>
--EXPECTF--
-- narrow
bool(true)
array(1) {
  [0]=>
  string(13) "app:{x}:fence"
}
-- nonblocking
bool(false)
bool(true)
int(0)
-- scriptless
NOPERM: The script lock_try needs EVAL and EVALSHA, which this server or user does not allow: grant +eval +evalsha
-- a key or a command is missing, not EVAL
NOPERM(grant it with ACL SETUSER, or connect as another user)
%s(the user needs the commands that the script runs: grant them with ACL SETUSER)
-- EVAL and EVALSHA renamed away
Rediskit\CommandException: The script lock_try needs EVAL and EVALSHA, which this server or user does not allow: grant +eval +evalsha
