--TEST--
A signal handler that forks while a session waits for its lock: the parent keeps its place in line, the child gets no session
--EXTENSIONS--
rediskit
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.session.lock_wait' => 3, 'rediskit.session.lock_ttl' => 60]);
$key = session_key('a');
$server->cmd('SET', $key, 'n|i:1;');
$parent = getmypid();
pcntl_async_signals(true);

foreach (['setting', 'object'] as $way) {
    if ($way === 'object') {
        session_set_save_handler(new \Rediskit\SessionHandler());
    }
    $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
    pcntl_signal(SIGUSR1, function () use ($server, $key, $way) {
        $pid = pcntl_fork();
        if ($pid) {
            pcntl_waitpid($pid, $status);
            echo "$way: the child ", $server->cmd('GETDEL', 'child'), '; ', $server->cmd('ZCARD', "$key:q"), " in line\n";
            $server->cmd('DEL', "$key:lock");
        }
    });
    if (pcntl_fork() === 0) {
        $server->waitForBlocked(1);
        posix_kill($parent, SIGUSR1);
        kill_self();
    }
    session_id('a');
    $started = @session_start();
    if (getmypid() !== $parent) {
        $server->cmd('SET', 'child', ($started ? 'started' : 'did not start') . (str_contains(error_get_last()['message'] ?? '', 'read') ? ', with a warning' : ''));
        exit;    // closes what there is
    }
    $_SESSION['n']++;
    echo json_encode([$started, session_write_close(), is_unlocked($server)]), ' ', $server->cmd('GET', $key), "\n";
}
?>
--EXPECT--
setting: the child did not start, with a warning; 1 in line
[true,true,true] n|i:2;
object: the child did not start, with a warning; 1 in line
[true,true,true] n|i:3;
