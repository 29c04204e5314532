--TEST--
The lock lasts for lock_ttl; 0 follows max_execution_time, also what set_time_limit() made of it, is 60 at least and never endless
--EXTENSIONS--
rediskit
session
--INI--
max_execution_time=0
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, SessionHandler};

require __DIR__ . '/session.inc';

$server = session_server();
$lock = session_key('a') . ':lock';
/** Seconds the lock has, to the next ten. */
function lasts(): int
{
    global $server, $lock;
    return (int) (ceil($server->cmd('PTTL', $lock) / 10000) * 10);
}
function open(): int
{
    session_id('a');
    session_start();
    $lasts = lasts();
    session_abort();
    return $lasts;
}

echo "automatic\n";
foreach ([0, 5, 50, 60, 300, 7200, 86400, 1000000000, -1] as $limit) {
    ini_set('max_execution_time', $limit);
    echo "$limit: ", open(), "\n";
}
ini_set('max_execution_time', 0);
set_time_limit(900);
echo 'set_time_limit(900): ', open(), "\n";

echo "changed while the session is open\n";
set_time_limit(100);
session_id('a');
session_start();
$before = lasts();
set_time_limit(500);
var_dump($before, lasts(), Session::extendLock(), lasts());
session_reset();
var_dump(lasts());
session_abort();

echo "set\n";
foreach (['20', '0.5', '90'] as $seconds) {
    ini_set('rediskit.session.lock_ttl', $seconds);
    echo "$seconds: ", open(), "\n";
}

echo "an object\n";
foreach ([null, 0.0, 20.0] as $seconds) {
    $handler = new SessionHandler($server->dsn(), lock_ttl: $seconds);
    set_time_limit(200);
    $handler->read('a');
    var_dump(lasts());
    unset($handler);
}
?>
--EXPECT--
automatic
0: 60
5: 60
50: 60
60: 70
300: 310
7200: 7210
86400: 86400
1000000000: 86400
-1: 60
set_time_limit(900): 910
changed while the session is open
int(110)
int(110)
bool(true)
int(510)
int(510)
set
20: 20
0.5: 10
90: 90
an object
int(90)
int(210)
int(20)
