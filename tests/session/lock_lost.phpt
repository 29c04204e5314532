--TEST--
A request that lost its lock writes, renews and deletes nothing, and is told; the other's data stay
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
with_session('a', fn() => $_SESSION['by'] = 'first');
$key = session_key('a');

foreach (['changed' => fn() => $_SESSION['by'] = 'late', 'unchanged' => fn() => 0] as $what => $work) {
    session_id('a');
    session_start();
    // The lease ended, and another request took the lock and wrote.
    $server->cmd('SET', "$key:lock", 'another');
    $server->cmd('SET', $key, 'by|s:5:"other";');
    $server->cmd('PEXPIRE', $key, 5000);
    $work();
    $result = null;
    echo "$what:\n", implode("\n", warnings(function () use (&$result) {
        $result = session_write_close();
    })), "\n";
    var_dump($result, $server->cmd('GET', $key), $server->cmd('GET', "$key:lock"), $server->cmd('PTTL', $key) <= 5000);
    $server->cmd('DEL', "$key:lock");
}

echo "deleted:\n";
session_id('a');
session_start();
$server->cmd('SET', "$key:lock", 'another');
echo implode("\n", warnings(function () {
    var_dump(session_destroy());
})), "\n";
var_dump($server->cmd('GET', $key));
$server->cmd('DEL', "$key:lock");

echo "regenerated:\n";
session_id('a');
session_start();
$server->cmd('DEL', "$key:lock");
echo implode("\n", warnings(function () {
    var_dump(session_regenerate_id());
})), "\n";
var_dump(session_status() === PHP_SESSION_NONE, $server->cmd('GET', $key));

echo "aborted, read again:\n";
session_id('a');
session_start();
$server->cmd('SET', "$key:lock", 'another');
var_dump(warnings(fn() => session_abort()), $server->cmd('GET', "$key:lock"));
$server->cmd('DEL', "$key:lock");
var_dump(with_session('a', fn() => $_SESSION['by']));

echo "a real lease that ends:\n";
ini_set('rediskit.session.lock_ttl', '0.05');
session_id('a');
session_start();
wait_until(fn() => !$server->cmd('EXISTS', "$key:lock"));
$_SESSION['by'] = 'late';
echo count(warnings(fn() => var_dump(session_write_close()))), " warnings\n";
var_dump(with_session('a', fn() => $_SESSION['by']), is_unlocked($server));
?>
--EXPECT--
changed:
session_write_close(): The session was not written: The session's lock was lost, so nothing was written and what is stored stays: this request held the session for longer than its lock lasts (lock_ttl, 60 seconds); close it sooner, call Rediskit\Session::extendLock() from time to time, or raise rediskit.session.lock_ttl
session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
bool(true)
string(15) "by|s:5:"other";"
string(7) "another"
bool(true)
unchanged:
session_write_close(): The session's time to live was not renewed: The session's lock was lost, so nothing was written and what is stored stays: this request held the session for longer than its lock lasts (lock_ttl, 60 seconds); close it sooner, call Rediskit\Session::extendLock() from time to time, or raise rediskit.session.lock_ttl
session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
bool(true)
string(15) "by|s:5:"other";"
string(7) "another"
bool(true)
deleted:
bool(false)
session_destroy(): The session was not destroyed: The session's lock was lost, so nothing was written and what is stored stays: this request held the session for longer than its lock lasts (lock_ttl, 60 seconds); close it sooner, call Rediskit\Session::extendLock() from time to time, or raise rediskit.session.lock_ttl
session_destroy(): Session object destruction failed
string(15) "by|s:5:"other";"
regenerated:
bool(false)
session_regenerate_id(): The session was not written: The session's lock was lost, so nothing was written and what is stored stays: this request held the session for longer than its lock lasts (lock_ttl, 60 seconds); close it sooner, call Rediskit\Session::extendLock() from time to time, or raise rediskit.session.lock_ttl
session_regenerate_id(): Session write failed. ID: rediskit (path: )
bool(true)
string(15) "by|s:5:"other";"
aborted, read again:
array(0) {
}
string(7) "another"
string(5) "other"
a real lease that ends:
bool(true)
2 warnings
string(5) "other"
bool(true)
