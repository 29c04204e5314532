--TEST--
Who waits for longer than lock_wait gets false and a warning; lock_wait=0 tries once; the place in the queue is given up
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.session.lock_wait' => '0.2']);
with_session('a', fn() => $_SESSION['n'] = 1);
$key = session_key('a');
$server->cmd('SET', "$key:lock", 'another', 'PX', 60000);

foreach ([0, 1] as $strict) {
    ini_set('session.use_strict_mode', $strict);
    foreach (['0.2', '0'] as $wait) {
        ini_set('rediskit.session.lock_wait', $wait);
        session_id('a');
        $began = microtime(true);
        $steps = steps($server, function () {
            foreach (warnings(fn() => var_dump(session_start())) as $warning) {
                echo $warning, "\n";
            }
        });
        $took = microtime(true) - $began;
        // Only the locked session was asked for: no new one was begun instead of it.
        var_dump($took >= (float) $wait, $wait !== '0' || $steps === [$strict ? 'open if stored' : 'open']);
        var_dump(session_status() === PHP_SESSION_NONE);
    }
}
var_dump($server->cmd('EXISTS', "$key:q"), $server->cmd('GET', "$key:lock"), $server->cmd('GET', $key));

// Not locking, it reads at once.
ini_set('rediskit.session.locking', 0);
var_dump(with_session('a'));
?>
--EXPECT--
bool(false)
session_start(): The session was not read: Another request has held the session's lock for longer than this one may wait (lock_wait, 0.2 seconds): let that one close its session sooner (session_write_close()), or raise rediskit.session.lock_wait
session_start(): Failed to read session data: rediskit (path: )
bool(true)
bool(true)
bool(true)
bool(false)
session_start(): The session was not read: Another request has held the session's lock for longer than this one may wait (lock_wait, 0 seconds): let that one close its session sooner (session_write_close()), or raise rediskit.session.lock_wait
session_start(): Failed to read session data: rediskit (path: )
bool(true)
bool(true)
bool(true)
bool(false)
session_start(): The session was not read: Another request has held the session's lock for longer than this one may wait (lock_wait, 0.2 seconds): let that one close its session sooner (session_write_close()), or raise rediskit.session.lock_wait
session_start(): Failed to read session data: rediskit (path: )
bool(true)
bool(true)
bool(true)
bool(false)
session_start(): The session was not read: Another request has held the session's lock for longer than this one may wait (lock_wait, 0 seconds): let that one close its session sooner (session_write_close()), or raise rediskit.session.lock_wait
session_start(): Failed to read session data: rediskit (path: )
bool(true)
bool(true)
bool(true)
int(0)
string(7) "another"
string(6) "n|i:1;"
array(1) {
  ["n"]=>
  int(1)
}
