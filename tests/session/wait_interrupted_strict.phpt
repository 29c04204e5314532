--TEST--
In strict mode a session waits while its id is validated: a signal handler may end it there, too, and no lock is left
--EXTENSIONS--
rediskit
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.session.lock_wait' => 5, 'rediskit.session.lock_ttl' => 60, 'session.use_strict_mode' => 1]);
$key = session_key('a');
$server->cmd('SET', $key, 'n|i:1;');
pcntl_async_signals(true);

$deeds = [
    'nothing' => fn() => null,
    'close' => fn() => session_write_close(),
    'abort' => fn() => session_abort(),
    'destroy' => fn() => session_destroy(),
    'regenerate' => fn() => session_regenerate_id(true),
];
foreach (['setting', 'object'] as $way) {
    if ($way === 'object') {
        session_set_save_handler(new \Rediskit\SessionHandler());
        unset($deeds['close']);    // PHP refuses to call a handler from inside a handler, and leaks what it would have handed over
    }
    foreach ($deeds as $what => $work) {
        $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
        pcntl_signal(SIGUSR1, function () use ($work, $server, $key) {
            $server->cmd('DEL', "$key:lock");
            @$work();
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
        $result = @session_start();
        pcntl_waitpid($pid, $status);
        $active = session_status() === PHP_SESSION_ACTIVE;
        echo "$way $what: ", json_encode($result), $active ? ', active' : '', "\n";
        if ($active) {
            session_write_close();
        }
        wait_until(fn() => is_unlocked($server), 1.0, 'the release');
        // And the session works as before.
        with_session('a', fn() => $_SESSION['n']++);
    }
}
echo $server->cmd('GET', $key), "\n";
?>
--EXPECT--
setting nothing: true, active
setting close: false
setting abort: false
setting destroy: false
setting regenerate: false
object nothing: true, active
object abort: false
object destroy: false
object regenerate: false
n|i:10;
