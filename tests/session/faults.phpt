--TEST--
Redis away, a wrong password, a read-only or full server, a user without rights: a warning that says so, false, and what is stored stays
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.read_timeout' => '0.3', 'rediskit.timeout' => '0.3'], [
    'user' => ['bob on >right ~session:* +@all', 'jim on >pw ~session:* +get +set +pexpire +exists +del'],
], tcp: true);
$key = session_key('a');
with_session('a', fn() => $_SESSION['n'] = 1);

function attempt(string $what, array $ini): void
{
    global $server;
    foreach ($ini as $name => $value) {
        ini_set($name, $value);
    }
    echo "$what\n";
    session_id('a');
    $started = null;
    $warnings = warnings(function () use (&$started) {
        $started = session_start();
    });
    var_dump($started);
    if (str_contains(implode($warnings), 'SECRET')) {
        echo "  A PASSWORD SHOWS\n";
    }
    echo '  ', str_replace((string) $server->port, 'PORT', implode("\n  ", $warnings)), "\n";
}
attempt('refused', ['rediskit.session.dsn' => 'redis://user:SECRET@127.0.0.1:1']);
attempt('no such socket', ['rediskit.session.dsn' => 'unix:///nowhere/redis.sock']);
attempt('wrong password', ['rediskit.session.dsn' => $server->tcpDsn([], 'bob:WRONG@')]);
attempt('bad DSN', ['rediskit.session.dsn' => 'redis://bob:SECRET@host:99999999']);
attempt('unknown option', ['rediskit.session.dsn' => 'redis://bob:SECRET@host?lok=1']);
attempt('no scripting', ['rediskit.session.dsn' => $server->tcpDsn([], 'jim:pw@')]);
// That user can have sessions without locks.
ini_set('rediskit.session.locking', 0);
var_dump(with_session('a'));
ini_set('rediskit.session.locking', 1);

$server->cmd('REPLICAOF', '127.0.0.1', '1');
attempt('read-only', ['rediskit.session.dsn' => $server->dsn()]);
$server->cmd('REPLICAOF', 'NO', 'ONE');

echo "read-only when it is written\n";
session_id('a');
session_start();
$_SESSION['n'] = 2;
$server->cmd('REPLICAOF', '127.0.0.1', '1');
print_r(warnings(fn() => session_write_close()));
$server->cmd('REPLICAOF', 'NO', 'ONE');
$server->cmd('DEL', "$key:lock");

echo "full when it is written\n";
session_id('a');
session_start();
$_SESSION['n'] = 3;
$server->cmd('CONFIG', 'SET', 'maxmemory', 1);
print_r(warnings(fn() => session_write_close()));
$server->cmd('CONFIG', 'SET', 'maxmemory', 0);
var_dump($server->cmd('GET', $key), is_unlocked($server));

echo "not a session\n";
$server->cmd('RPUSH', session_key('list'), 'x');
session_id('list');
print_r(warnings(fn() => var_dump(session_start())));
var_dump(is_unlocked($server));

echo "frozen\n";
$server->freeze();
session_id('a');
$warnings = warnings(fn() => var_dump(session_start()));
$server->thaw();
var_dump(str_contains($warnings[0], 'read_timeout'));
// The request for the lock may arrive after all: so does its release, and nobody waits for a lock without an owner.
wait_until(fn() => is_unlocked($server));

echo "gone between reading and writing\n";
session_id('a');
session_start();
$_SESSION['n'] = 4;
$server->kill();
$warnings = warnings(fn() => session_write_close());
var_dump(count($warnings), str_contains($warnings[0], 'The session was not written'));
?>
--EXPECTF--
refused
bool(false)
  session_start(): The session was not read: Connection refused%s
  session_start(): Failed to read session data: rediskit (path: )
no such socket
bool(false)
  session_start(): The session was not read: %so socket%s
  session_start(): Failed to read session data: rediskit (path: )
wrong password
bool(false)
  session_start(): The session was not read: redis://127.0.0.1:PORT/0 refused the user name or password%s
  session_start(): Failed to read session data: rediskit (path: )
bad DSN
bool(false)
  session_start(): The session cannot be opened: %s
  session_start(): Failed to initialize storage module: rediskit (path: )
unknown option
bool(false)
  session_start(): The session cannot be opened: %s
  session_start(): Failed to initialize storage module: rediskit (path: )
no scripting
bool(false)
  session_start(): The session was not read: The script session_open needs EVAL and EVALSHA%s
  session_start(): Failed to read session data: rediskit (path: )
array(1) {
  ["n"]=>
  int(1)
}
read-only
bool(false)
  session_start(): The session was not read: READONLY%s
  session_start(): Failed to read session data: rediskit (path: )
read-only when it is written
Array
(
    [0] => session_write_close(): The session was not written: READONLY%s
    [1] => session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
    [2] => session_write_close(): The session's lock was not released and ends by itself after lock_ttl: READONLY%s
)
full when it is written
Array
(
    [0] => session_write_close(): The session was not written: OOM%s
    [1] => session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
)
string(6) "n|i:1;"
bool(true)
not a session
bool(false)
Array
(
    [0] => session_start(): The session was not read: WRONGTYPE%s
    [1] => session_start(): Failed to read session data: rediskit (path: )
)
bool(true)
frozen
bool(false)
bool(true)
gone between reading and writing
int(3)
bool(true)
