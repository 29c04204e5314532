--TEST--
While a session waits for its lock, signal handlers may do what they like with it, and the time limit ends the wait
--EXTENSIONS--
rediskit
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Session;

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.session.lock_wait' => 5, 'rediskit.session.lock_ttl' => 60]);
$key = session_key('a');
with_session('a', fn() => [$_SESSION['n'] = 1, Session::user('someone')]);
pcntl_async_signals(true);

foreach (['setting', 'object'] as $way) {
    if ($way === 'object') {
        session_set_save_handler($object = new \Rediskit\SessionHandler());
    }
    foreach ([
        'nothing' => fn() => null,
        'close' => fn() => session_write_close(),
        'abort' => fn() => session_abort(),
        'destroy' => fn() => session_destroy(),
        'regenerate' => fn() => session_regenerate_id(true),
        'validate' => fn() => isset($object) && print(json_encode($object->validateId('other')) . ' '),
        'throw' => fn() => throw new \LogicException('thrown'),
    ] as $what => $work) {
        $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
        pcntl_signal(SIGUSR1, function () use ($work, $server, $key) {
            $server->cmd('DEL', "$key:lock");
            $work();
        });
        // The child says when we sleep in the queue.
        $parent = getmypid();
        $pid = pcntl_fork();
        if ($pid === 0) {
            $server->waitForBlocked(1);
            posix_kill($parent, SIGUSR1);
            preg_match('/^id=(\d+) .* flags=b/m', $server->cmd('CLIENT', 'LIST'), $match);
            $server->cmd('CLIENT', 'UNBLOCK', $match[1]);
            kill_self();
        }
        session_id('a');
        $result = $error = null;
        $warnings = warnings(function () use (&$result, &$error) {
            try {
                $result = session_start();
            } catch (\LogicException $e) {
                $error = $e->getMessage();
            }
        });
        pcntl_waitpid($pid, $status);
        $active = session_status() === PHP_SESSION_ACTIVE;
        echo "$way $what: ", json_encode($result), $error, $active ? ', active' : '', "\n";
        if ($active) {
            session_write_close();
        }
        // Long before the lock's own time is over.
        wait_until(fn() => is_unlocked($server), 1.0, 'the release');
        // And the session works as before.
        with_session('a', fn() => [$_SESSION['n']++, Session::user('someone')]);
    }
}
ini_set('session.save_handler', 'rediskit');
var_dump(with_session('a'));

echo "time limit\n";
$server->cmd('SET', "$key:lock", 'another', 'PX', 3000);
echo run_php('
    session_id("a");
    register_shutdown_function(fn() => print(count(error_get_last())));
    pcntl_async_signals(true);
    pcntl_signal(SIGALRM, fn() => trigger_error("limit", E_USER_ERROR));
    pcntl_alarm(1);
    session_start();
', ['rediskit.session.lock_wait' => 2.9, 'display_errors' => 0] + session_ini($server), $exit), " $exit\n";
// The place in the queue was given up, or is taken back when its turn would come.
$server->cmd('DEL', "$key:lock");
var_dump(with_session('a'));
?>
--EXPECT--
setting nothing: true, active
setting close: false
setting abort: false
setting destroy: false
setting regenerate: false
setting validate: true, active
setting throw: nullthrown
object nothing: true, active
object close: false
object abort: false
object destroy: false
object regenerate: false
false object validate: true, active
object throw: nullthrown
array(1) {
  ["n"]=>
  int(15)
}
time limit
4 255
array(1) {
  ["n"]=>
  int(15)
}
