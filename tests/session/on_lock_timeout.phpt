--TEST--
on_lock_timeout=readonly: who waited for longer than lock_wait reads without the lock and writes nothing; the notice comes first, a warning only if something changed
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, SessionHandler};

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.session.lock_wait' => '0']);
with_session('a', fn() => $_SESSION['n'] = 1);
$key = session_key('a');
$hold = fn() => $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
$hold();
ini_set('rediskit.session.on_lock_timeout', 'readonly');

/** Runs $work in a session opened read-only; shows what was sent and said. */
function show(string $what, callable $work): void
{
    global $server;
    echo "-- $what\n";
    session_id('a');
    $said = [];
    $steps = steps($server, function () use ($work, &$said) {
        $said = warnings(function () use ($work) {
            var_dump(session_start());
            $work();
        });
    });
    echo implode(', ', $steps), "\n", preg_replace('/Another request.*/', '…', implode("\n", $said)), "\n";
}
foreach ([1, 0] as $lazy) {
    foreach ([0, 1] as $strict) {
        ini_set('session.lazy_write', $lazy);
        ini_set('session.use_strict_mode', $strict);
        show("unchanged, lazy_write=$lazy, strict=$strict", function () {
            var_dump($_SESSION, Session::isReadOnly(), Session::extendLock(), session_write_close());
        });
        show('changed', function () {
            $_SESSION['n'] = 'lost';
            var_dump(session_write_close());
        });
    }
}
ini_set('session.lazy_write', 1);
ini_set('session.use_strict_mode', 0);
show('aborted', fn() => session_abort());
show('destroyed', fn() => var_dump(session_destroy()));
show('a new id and deletion', fn() => var_dump(session_regenerate_id(true)));
show('a new id', function () use ($server) {
    var_dump(session_regenerate_id(), Session::isReadOnly());
    $_SESSION['n']++;
    session_write_close();
    var_dump($server->cmd('GET', session_key(session_id())));
});
show('a new id of changed data', function () {
    $_SESSION['n'] = 'lost';
    var_dump(session_regenerate_id(), session_status() === PHP_SESSION_NONE);
});
show('read again while it is free', function () use ($server, $key, $hold) {
    $server->cmd('DEL', "$key:lock");
    session_reset();
    var_dump(Session::isReadOnly());
    $_SESSION['n']++;
    session_write_close();
    $hold();
});
var_dump($server->cmd('GET', $key), $server->cmd('GET', "$key:lock"), $server->cmd('EXISTS', "$key:q"));

echo "-- the notice alone, after a real wait\n";
ini_set('rediskit.session.lock_wait', '0.1');
set_error_handler(function (int $type, string $message) {
    echo $type === E_NOTICE ? 'notice: ' : 'another: ', $message, "\n";
    return true;
});
session_id('a');
session_start();
session_write_close();

echo "-- when the process ends, by exit, an error and a fatal one\n";
foreach (['exit;', 'throw new Exception;', 'new DateTime("x");', 'abstract_nothing();'] as $end) {
    $output = run_php("session_id('a'); session_start(); \$_SESSION['n'] = 'lost'; ob_start(); $end", ['rediskit.session.on_lock_timeout' => 'readonly',
        'rediskit.session.lock_wait' => 0, 'display_errors' => 'stderr', 'log_errors' => 0] + session_ini($server));
    var_dump($server->cmd('GET', $key), $server->cmd('GET', "$key:lock"));
}

echo "-- a handler that makes exceptions of notices\n";
set_error_handler(fn(int $type, string $message) => throw new \ErrorException($message));
try {
    session_start();
} catch (\ErrorException $e) {
    echo strtok($e->getMessage(), ':'), "\n";
}
var_dump($_SESSION, session_write_close());
restore_error_handler();

echo "-- an object\n";
ini_set('rediskit.session.on_lock_timeout', 'fail');
$handler = new SessionHandler($server->dsn(), lock_wait: 0, on_lock_timeout: 'readonly');
$said = warnings(function () use ($handler) {
    var_dump($handler->read('a'), $handler->write('a', 'n|i:2;'), $handler->updateTimestamp('a', 'n|i:2;'), $handler->write('a', 'n|i:3;'));
    var_dump($handler->write('a', 'n|i:3;'), $handler->destroy('a'), $handler->close());
});
echo preg_replace('/Another request.*/', '…', implode("\n", $said)), "\n";
// Closed, it is as any: it waits for the lock to write.
var_dump(warnings(fn() => var_dump($handler->write('a', 'n|i:4;'))) !== []);
$server->cmd('DEL', "$key:lock");
var_dump($handler->read('a'), $handler->write('a', 'n|i:5;'), $server->cmd('GET', $key), is_unlocked($server));
?>
--EXPECT--
-- unchanged, lazy_write=1, strict=0
bool(true)
array(1) {
  ["n"]=>
  int(1)
}
bool(true)
bool(false)
bool(true)
open, GET
session_start(): The session is read-only: …
-- changed
bool(true)
bool(true)
open, GET
session_start(): The session is read-only: …
session_write_close(): The session was not written: What this request changed was not stored, for the session was opened read-only: another request had it (rediskit.session.on_lock_timeout = readonly)
session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
-- unchanged, lazy_write=1, strict=1
bool(true)
array(1) {
  ["n"]=>
  int(1)
}
bool(true)
bool(false)
bool(true)
open if stored, GET
session_start(): The session is read-only: …
-- changed
bool(true)
bool(true)
open if stored, GET
session_start(): The session is read-only: …
session_write_close(): The session was not written: What this request changed was not stored, for the session was opened read-only: another request had it (rediskit.session.on_lock_timeout = readonly)
session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
-- unchanged, lazy_write=0, strict=0
bool(true)
array(1) {
  ["n"]=>
  int(1)
}
bool(true)
bool(false)
bool(true)
open, GET
session_start(): The session is read-only: …
-- changed
bool(true)
bool(true)
open, GET
session_start(): The session is read-only: …
session_write_close(): The session was not written: What this request changed was not stored, for the session was opened read-only: another request had it (rediskit.session.on_lock_timeout = readonly)
session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
-- unchanged, lazy_write=0, strict=1
bool(true)
array(1) {
  ["n"]=>
  int(1)
}
bool(true)
bool(false)
bool(true)
open if stored, GET
session_start(): The session is read-only: …
-- changed
bool(true)
bool(true)
open if stored, GET
session_start(): The session is read-only: …
session_write_close(): The session was not written: What this request changed was not stored, for the session was opened read-only: another request had it (rediskit.session.on_lock_timeout = readonly)
session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
-- aborted
bool(true)
open, GET
session_start(): The session is read-only: …
-- destroyed
bool(true)
bool(false)
open, GET
session_start(): The session is read-only: …
session_destroy(): The session was not destroyed: …
session_destroy(): Session object destruction failed
-- a new id and deletion
bool(true)
bool(false)
open, GET
session_start(): The session is read-only: …
session_regenerate_id(): The session was not destroyed: …
session_regenerate_id(): Session object destruction failed. ID: rediskit (path: )
-- a new id
bool(true)
bool(true)
bool(false)
string(6) "n|i:2;"
open, GET, open, store, GET
session_start(): The session is read-only: …
-- a new id of changed data
bool(true)
bool(false)
bool(true)
open, GET
session_start(): The session is read-only: …
session_regenerate_id(): The session was not written: What this request changed was not stored, for the session was opened read-only: another request had it (rediskit.session.on_lock_timeout = readonly)
session_regenerate_id(): Session write failed. ID: rediskit (path: )
-- read again while it is free
bool(true)
bool(false)
open, GET, DEL, open, store, SET
session_start(): The session is read-only: …
string(6) "n|i:2;"
string(7) "another"
int(0)
-- the notice alone, after a real wait
notice: session_start(): The session is read-only: Another request has held the session's lock for longer than this one may wait (lock_wait, 0.1 seconds): let that one close its session sooner (session_write_close()), or raise rediskit.session.lock_wait
-- when the process ends, by exit, an error and a fatal one
string(6) "n|i:2;"
string(7) "another"
string(6) "n|i:2;"
string(7) "another"
string(6) "n|i:2;"
string(7) "another"
string(6) "n|i:2;"
string(7) "another"
-- a handler that makes exceptions of notices
session_start()
array(1) {
  ["n"]=>
  int(2)
}
bool(true)
-- an object
string(6) "n|i:2;"
bool(true)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
Rediskit\SessionHandler::read(): The session is read-only: …
Rediskit\SessionHandler::write(): The session was not written: What this request changed was not stored, for the session was opened read-only: another request had it (rediskit.session.on_lock_timeout = readonly)
Rediskit\SessionHandler::write(): The session was not written: What this request changed was not stored, for the session was opened read-only: another request had it (rediskit.session.on_lock_timeout = readonly)
Rediskit\SessionHandler::destroy(): The session was not destroyed: …
bool(false)
bool(true)
string(6) "n|i:2;"
bool(true)
string(6) "n|i:5;"
bool(true)
