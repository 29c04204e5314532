--TEST--
Who knows that the lock of its session was lost does not delete what another request has stored since
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Session;
use Rediskit\SessionHandler;

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.session.lock_wait' => 0]);
$key = session_key('a');
/** Another request has the session now, and has stored. */
function lost(): void
{
    global $server, $key;
    $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
    $server->cmd('SET', $key, 'by|s:5:"other";');
}
function check(string $what, callable $work): void
{
    global $server, $key;
    $server->cmd('FLUSHALL');
    with_session('a', fn() => $_SESSION['by'] = 'first');
    $result = null;
    foreach (warnings(function () use ($work, &$result) {
        $result = $work();
    }) as $warning) {
        echo "  $warning\n";
    }
    echo "$what: ", json_encode($result), ' ', json_encode($server->cmd('GET', $key)), "\n";
    @session_abort();
}
check('extendLock() told', function () {
    session_id('a');
    session_start();
    lost();
    return [Session::extendLock(), session_destroy()];
});
check('a handler whose write failed', function () {
    $handler = new SessionHandler();
    $handler->read('a');
    lost();
    return [@$handler->write('a', 'late'), $handler->destroy('a')];
});
check('a handler that could not read', function () {
    $handler = new SessionHandler();
    lost();
    return [@$handler->read('a'), $handler->destroy('a')];
});
check('read again, it may', function () use ($server, $key) {
    $handler = new SessionHandler();
    $handler->read('a');
    lost();
    $late = @$handler->write('a', 'late');
    $server->cmd('DEL', "$key:lock");
    return [$late, $handler->read('a'), $handler->destroy('a')];
});
check('never read, it may: an administrator ends a session', function () {
    lost();
    return (new SessionHandler())->destroy('a');
});
?>
--EXPECT--
  session_destroy(): The session was not destroyed: The session could not be read, or its lock was lost: until it is read again it is not deleted, for it may be another request's by now
  session_destroy(): Session object destruction failed
extendLock() told: [false,false] "by|s:5:\"other\";"
  Rediskit\SessionHandler::write(): The session was not written: The session's lock was lost, so nothing was written and what is stored stays: this request held the session for longer than its lock lasts (lock_ttl, 60 seconds); close it sooner, call Rediskit\Session::extendLock() from time to time, or raise rediskit.session.lock_ttl
  Rediskit\SessionHandler::destroy(): The session was not destroyed: The session could not be read, or its lock was lost: until it is read again it is not deleted, for it may be another request's by now
a handler whose write failed: [false,false] "by|s:5:\"other\";"
  Rediskit\SessionHandler::read(): The session was not read: Another request has held the session's lock for longer than this one may wait (lock_wait, 0 seconds): let that one close its session sooner (session_write_close()), or raise rediskit.session.lock_wait
  Rediskit\SessionHandler::destroy(): The session was not destroyed: The session could not be read, or its lock was lost: until it is read again it is not deleted, for it may be another request's by now
a handler that could not read: [false,false] "by|s:5:\"other\";"
  Rediskit\SessionHandler::write(): The session was not written: The session's lock was lost, so nothing was written and what is stored stays: this request held the session for longer than its lock lasts (lock_ttl, 60 seconds); close it sooner, call Rediskit\Session::extendLock() from time to time, or raise rediskit.session.lock_ttl
read again, it may: [false,"by|s:5:\"other\";",true] null
never read, it may: an administrator ends a session: true null
