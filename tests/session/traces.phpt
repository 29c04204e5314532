--TEST--
A session id shows neither in MONITOR, nor in SLOWLOG, nor as a key: only as a hash
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server([], ['slowlog-log-slower-than' => 0, 'slowlog-max-len' => 1000]);
$canary = 'canary0123456789';
$work = function () use ($canary) {
    foreach ([0, 1] as $strict) {
        foreach ([1, 0] as $locking) {
            ini_set('session.use_strict_mode', $strict);
            ini_set('rediskit.session.locking', $locking);
            with_session($canary, fn() => $_SESSION['n'] = 1);
            with_session($canary);
            session_id($canary);
            session_start();
            session_reset();
            session_abort();
            session_start(['read_and_close' => true]);
            session_start();
            session_regenerate_id();
            session_destroy();
            session_id($canary);
            session_start();
            session_destroy();
        }
    }
    ini_set('rediskit.session.locking', 1);
    ini_set('session.use_strict_mode', 0);
    session_set_save_handler($handler = new \Rediskit\SessionHandler());
    with_session($canary, fn() => $_SESSION['n'] = 1);
    $handler->validateId($canary);
    $handler->destroy($canary);
};
$commands = $server->commands($work);
var_dump(count($commands) > 20, str_contains(json_encode($commands), $canary));
$log = json_encode($server->cmd('SLOWLOG', 'GET', -1), JSON_PARTIAL_OUTPUT_ON_ERROR);
var_dump(str_contains($log, session_key($canary)), str_contains($log, $canary));
with_session($canary, fn() => $_SESSION['n'] = 1);
var_dump(in_array(session_key($canary), $server->cmd('KEYS', '*')), $server->cmd('GET', session_key($canary)));
?>
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
string(6) "n|i:1;"
