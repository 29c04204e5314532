--TEST--
A session costs two round trips, changed or not, new or known, locked or not
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
function show(string $what, callable $work): void
{
    global $server;
    printf("%-28s %s\n", $what, implode(', ', steps($server, $work)));
}
function start(string $id, array $options = []): void
{
    session_id($id);
    session_start($options);
}

foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    echo $locking ? "locked\n" : "\nnot locked\n";
    show('new', fn() => with_session("a$locking", fn() => $_SESSION['n'] = 1));
    show('new and empty', fn() => with_session("b$locking"));
    show('known, changed', fn() => with_session("a$locking", fn() => $_SESSION['n']++));
    show('known, unchanged', fn() => with_session("a$locking"));
    show('known, empty, unchanged', fn() => with_session("b$locking"));
    ini_set('session.lazy_write', 0);
    show('unchanged, lazy_write=0', fn() => with_session("a$locking"));
    ini_set('session.lazy_write', 1);
    show('an id of ours', function () {
        session_id('');
        session_start();
        session_write_close();
    });
    show('abort', function () use ($locking) {
        start("a$locking");
        session_abort();
    });
    show('read_and_close', fn() => start("a$locking", ['read_and_close' => true]));
    show('reset', function () use ($locking) {
        start("a$locking");
        session_reset();
        session_write_close();
    });
    show('regenerate, delete', function () use ($locking) {
        start("c$locking");
        session_regenerate_id(true);
        session_write_close();
    });
    show('regenerate, keep', function () use ($locking) {
        start("d$locking");
        session_regenerate_id();
        session_write_close();
    });
    show('destroy', function () use ($locking) {
        start("a$locking");
        session_destroy();
    });
    show('session_create_id', function () use ($locking) {
        start("d$locking");
        session_create_id('x-');
        session_abort();
    });
    show('session_gc', function () use ($locking) {
        start("d$locking");
        var_dump(session_gc());
        session_abort();
    });

    ini_set('session.use_strict_mode', 1);
    show('strict, known', fn() => with_session("d$locking", fn() => $_SESSION['x'] = 1));
    show('strict, unknown', fn() => with_session("never$locking"));
    show('strict, an id of ours', function () {
        session_id('');
        session_start();
        session_reset();
        session_write_close();
    });
    show('strict, reset', function () use ($locking) {
        start("d$locking");
        session_reset();
        session_write_close();
    });
    show('strict, regenerate', function () use ($locking) {
        start("d$locking");
        session_regenerate_id(true);
        session_write_close();
    });
    ini_set('session.use_strict_mode', 0);
}
ini_set('rediskit.session.locking', 1);
echo "\nhanded over to a request that waits\n";
for ($round = 0; $round < 2; $round++) {
    $steps = steps($server, function () use ($server) {
        start('w');
        parallel_results(1, function () {
            session_abort();
            with_session('w', fn() => $_SESSION['n'] = 2);
        }, function () use ($server) {
            $server->waitForBlocked(1);
            $_SESSION['n'] = 1;
            session_write_close();
        });
    });
}
// Two requests: the one that waits opens in three, the other's close takes two, a script and the look whether the waiter lives.
$counts = array_count_values(array_diff($steps, ['AUTH', 'INFO']));
ksort($counts);
echo json_encode($counts), "\n";
var_dump(is_unlocked($server));
?>
--EXPECT--
locked
new                          open, store
new and empty                open, store
known, changed               open, store
known, unchanged             open, renew
known, empty, unchanged      open, store
unchanged, lazy_write=0      open, store
an id of ours                open, store
abort                        open, release
read_and_close               open, release
reset                        open, open, renew
regenerate, delete           open, delete, open, store
regenerate, keep             open, store, open, store
destroy                      open, delete
session_create_id            open, release
int(0)
session_gc                   open, release
strict, known                open if stored, store
strict, unknown              open if stored, open, store
strict, an id of ours        open, open, store
strict, reset                open if stored, open, renew
strict, regenerate           open if stored, delete, open, store

not locked
new                          GET, SET
new and empty                GET, SET
known, changed               GET, SET
known, unchanged             GET, PEXPIRE
known, empty, unchanged      GET, SET
unchanged, lazy_write=0      GET, SET
an id of ours                GET, SET
abort                        GET
read_and_close               GET
reset                        GET, GET, PEXPIRE
regenerate, delete           GET, DEL, GET, SET
regenerate, keep             GET, SET, GET, SET
destroy                      GET, DEL
session_create_id            GET
int(0)
session_gc                   GET
strict, known                GET, SET
strict, unknown              GET, GET, SET
strict, an id of ours        GET, GET, SET
strict, reset                GET, GET, PEXPIRE
strict, regenerate           GET, DEL, GET, SET

handed over to a request that waits
{"BLPOP":1,"open":3,"store":2,"wait":2}
bool(true)
