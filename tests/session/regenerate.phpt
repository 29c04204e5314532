--TEST--
session_regenerate_id(), with and without deleting, and session_destroy(): the old lock is released, waiting requests go on, the data move
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
foreach ([0, 1] as $strict) {
    ini_set('session.use_strict_mode', $strict);
    foreach ([true, false] as $delete) {
        ini_set('session.use_strict_mode', 0);
        with_session("old$strict", fn() => $_SESSION['n'] = 1);
        ini_set('session.use_strict_mode', $strict);
        session_id("old$strict");
        session_start();
        // A request on the old id that came meanwhile.
        [$seen] = parallel_results(1, function () use ($strict) {
            session_abort();
            session_id("old$strict");
            session_start();
            return [$_SESSION, session_id() === "old$strict"];
        }, function () use ($server, $delete) {
            $server->waitForBlocked(1);
            var_dump(session_regenerate_id($delete));
        });
        echo json_encode($seen), "\n";
        $id = session_id();
        $_SESSION['n']++;
        session_write_close();
        var_dump($id !== "old$strict", $server->cmd('GET', session_key($id)), is_unlocked($server));
    }
}

echo "destroyed\n";
foreach ([0, 1] as $strict) {
    ini_set('session.use_strict_mode', 0);
    with_session('gone', fn() => $_SESSION = ['n' => 1]);
    ini_set('session.use_strict_mode', $strict);
    session_id('gone');
    session_start();
    [$id] = parallel_results(1, function () {
        session_abort();
        session_id('gone');
        session_start();
        $_SESSION['m'] = 1;
        $id = session_id();
        session_write_close();
        return $id;
    }, function () use ($server) {
        $server->waitForBlocked(1);
        session_destroy();
    });
    echo json_encode([$id === 'gone', $server->cmd('GET', session_key('gone')), $server->cmd('GET', session_key($id)), is_unlocked($server)]), "\n";
}
?>
--EXPECT--
bool(true)
[[],true]
bool(true)
string(6) "n|i:2;"
bool(true)
bool(true)
[{"n":1},true]
bool(true)
string(6) "n|i:2;"
bool(true)
bool(true)
[[],false]
bool(true)
string(6) "n|i:2;"
bool(true)
bool(true)
[{"n":1},true]
bool(true)
string(6) "n|i:2;"
bool(true)
destroyed
[true,"m|i:1;","m|i:1;",true]
[false,null,"m|i:1;",true]
