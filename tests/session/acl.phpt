--TEST--
The user that docs/sessions.md describes may do all that sessions do, waiting included, and nothing else
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

preg_match('/^    user sessions on >password (.*)$/m', file_get_contents(__DIR__ . '/../../docs/sessions.md'), $match);
$server = session_server([], ['user' => "sessions on >password $match[1]"], tcp: true);
ini_set('rediskit.session.dsn', $server->tcpDsn([], 'sessions:password@'));
foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    with_session('a', fn() => $_SESSION['n'] = 1);
    with_session('a');
    session_id('a');
    session_start();
    session_regenerate_id(true);
    session_reset();
    session_destroy();
    ini_set('session.use_strict_mode', 1);
    session_id('unknown');
    session_start();
    session_abort();
    ini_set('session.use_strict_mode', 0);
    (new \Rediskit\SessionHandler())->destroy('b');
    ini_set('rediskit.session.track_active', 1);
    $sessions = new \Rediskit\Sessions();
    for ($i = 0; $i < 3; $i++) {
        with_session('u', fn() => \Rediskit\Session::user($i % 2, 'label'));
    }
    session_id('u');
    session_start();
    \Rediskit\Session::remaining();
    \Rediskit\Session::extendLock();
    session_write_close();
    $answers = [$sessions->active(1), count($sessions->ofUser(0)), $sessions->touch('u', 5000), $sessions->read('u'), $sessions->exists('u'), $sessions->end('u', 0)];
    echo json_encode($answers), "\n";
    with_session('u', fn() => \Rediskit\Session::user(0));
    var_dump($sessions->endUser(0));
    ini_set('rediskit.session.track_active', 0);
}
ini_set('rediskit.session.locking', 1);
with_session('a', fn() => $_SESSION['n'] = 0);
parallel_results(4, function () {
    for ($i = 0; $i < 5; $i++) {
        with_session('a', fn() => $_SESSION['n']++);
    }
});
var_dump(with_session('a'));
// Waiting was woken, not polled: the server had no reason to refuse.
print_r(array_filter($server->cmd('ACL', 'LOG'), fn(array $entry) => in_array('sessions', $entry, true)));
?>
--EXPECT--
[1,1,true,[],true,true]
int(1)
[1,1,true,[],true,true]
int(1)
array(1) {
  ["n"]=>
  int(20)
}
Array
(
)
