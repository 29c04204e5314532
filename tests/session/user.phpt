--TEST--
Session::user() says whose a session is: in the same write as the session, once, kept by regenerate, gone with destroy
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, SessionHandler, Sessions};

require __DIR__ . '/session.inc';

$server = session_server();
$sessions = new Sessions();
function show(string $what, callable $work): void
{
    global $server;
    printf("%-34s %s\n", $what, implode(', ', steps($server, $work)));
}
function start(string $id): void
{
    session_id($id);
    session_start();
}
/** The ids among $candidates that the list of $user has. */
function ids(string|int $user, string ...$candidates): string
{
    global $sessions;
    $listed = array_column($sessions->ofUser($user), 'label', 'session');
    $names = [];
    foreach ($candidates as $id) {
        $handle = 'h_' . substr(hash('sha256', $id), 0, 40);
        if (isset($listed[$handle])) {
            $names[] = "$id ($listed[$handle])";
        }
    }
    count($names) === count($listed) or $names[] = 'and others';
    return implode(', ', $names);
}

foreach ([1, 0] as $locking) {
    echo $locking ? "locked\n" : "\nnot locked\n";
    $server->cmd('FLUSHALL');
    ini_set('rediskit.session.locking', $locking);
    show('new, login', fn() => with_session('a', function () {
        $_SESSION['n'] = 1;
        Session::user(7, 'Firefox on Linux');
    }));
    show('said again', fn() => with_session('a', fn() => Session::user('7')));
    show('said again, changed', fn() => with_session('a', function () {
        $_SESSION['n']++;
        Session::user(7, 'Firefox on Linux');
    }));
    show('not said', fn() => with_session('a', fn() => $_SESSION['n']++));
    show('not said, unchanged', fn() => with_session('a'));
    show('another label, unchanged', fn() => with_session('a', fn() => Session::user(7, 'Chrome')));
    show('a session of nobody', fn() => with_session('guest', fn() => $_SESSION['n'] = 1));
    show('login, unchanged', fn() => with_session('guest', fn() => Session::user(7)));
    echo ids(7, 'a', 'guest'), "\n";
    show('another user', fn() => with_session('guest', fn() => Session::user('bob')));
    echo ids(7, 'a', 'guest'), ' / ', ids('bob', 'guest'), "\n";
    show('logout', fn() => with_session('guest', fn() => Session::user(null)));
    echo ids(7, 'a', 'guest'), ' / ', ids('bob'), "\n";
    var_dump($server->cmd('EXISTS', session_key('guest') . ':meta'));
    var_dump(abs($server->cmd('PTTL', session_key('a')) - $server->cmd('PTTL', session_key('a') . ':meta')) < 1000);

    echo "taken back\n";
    show('abort', function () {
        start('a');
        Session::user('x');
        session_abort();
    });
    show('reset', function () {
        start('a');
        Session::user('x');
        session_reset();
        session_write_close();
    });
    echo ids(7, 'a'), ' / ', ids('x'), "\n";

    foreach ([0, 1] as $strict) {
        ini_set('session.use_strict_mode', $strict);
        echo $strict ? "strict\n" : "regenerate\n";
        foreach (['handler', 'object'] as $way) {
            $way === 'object' and session_set_save_handler(new SessionHandler());
            with_session("r-$way");
            ini_set('session.use_strict_mode', 0);
            with_session("r-$way", fn() => Session::user('r', 'Phone'));
            ini_set('session.use_strict_mode', $strict);
            $since = $sessions->ofUser('r')[0]['since'];
            show('with deletion', function () use ($way) {
                start("r-$way");
                session_regenerate_id(true);
                $_SESSION['x'] = 1;
                session_write_close();
            });
            $new = session_id();
            echo ids('r', "r-$way", $new) === "$new (Phone)" ? "followed\n" : "lost\n";
            var_dump($server->cmd('EXISTS', session_key("r-$way") . ':meta'));
            start($new);
            session_regenerate_id(false);
            session_write_close();
            $newest = session_id();
            echo ids('r', $new, $newest) === "$new (Phone), $newest (Phone)" ? "both\n" : "lost\n";
            var_dump($since === $sessions->ofUser('r')[0]['since']);
            start($newest);
            Session::user('r', 'Tablet');
            session_regenerate_id(true);
            Session::user('s');
            session_write_close();
            echo ids('r', $new) === "$new (Phone)" && ids('s', session_id()) === session_id() . ' ()' ? "new user\n" : "lost\n";
            $sessions->endUser('r');
            show('destroy', function () {
                start(session_id());
                session_destroy();
            });
            var_dump($server->cmd('EXISTS', 'session:user:{' . substr(hash('sha256', 's'), 0, 40) . '}'));
            // What was carried in vain is not given to the next session.
            with_session('next', fn() => $_SESSION['n'] = 1);
            var_dump($server->cmd('EXISTS', session_key('next') . ':meta'));
            session_set_save_handler(new \SessionHandler());
            ini_set('session.save_handler', 'rediskit');
        }
        ini_set('session.use_strict_mode', 0);
    }
}

echo "\nnot now\n";
ini_set('rediskit.session.locking', 1);
foreach ([
    fn() => Session::user(1),
    fn() => Session::ttl(),
    fn() => Session::remaining(),
    function () {
        session_id('a');
        session_start(['read_and_close' => true]);
        Session::user(1);
    },
    function () {
        start('a');
        Session::user('');
    },
    fn() => Session::user(1, str_repeat('x', 256)),
    fn() => Session::user(null, 'x'),
    fn() => Session::user([]),
] as $code) {
    try {
        $code();
        echo "no error\n";
    } catch (\Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
echo "forked\n";
[$result] = parallel_results(1, function () {
    try {
        Session::user(8);
    } catch (\Throwable $e) {
        return get_class($e);
    }
});
echo $result, "\n";
session_write_close();
echo ids(7, 'a'), ' / ', ids(8), "\n";
?>
--EXPECT--
locked
new, login                         open, store, enlist, store, enlist
said again                         open, renew
said again, changed                open, store
not said                           open, store
not said, unchanged                open, renew
another label, unchanged           open, renew, enlist
a session of nobody                open, store
login, unchanged                   open, renew, enlist
a (Chrome), guest ()
another user                       open, renew, ZREM, enlist
a (Chrome) / guest ()
logout                             open, renew, ZREM
a (Chrome) / 
int(0)
bool(true)
taken back
abort                              open, release
reset                              open, open, renew
a (Chrome) / 
regenerate
with deletion                      open, delete, ZREM, open, store, enlist
followed
int(0)
both
bool(true)
new user
destroy                            open, delete, ZREM
int(0)
int(0)
with deletion                      open, delete, ZREM, open, store, enlist
followed
int(0)
both
bool(true)
new user
destroy                            open, delete, ZREM
int(0)
int(0)
strict
with deletion                      open if stored, delete, ZREM, open, store, enlist
followed
int(0)
both
bool(true)
new user
destroy                            open if stored, delete, ZREM
int(0)
int(0)
with deletion                      open if stored, delete, ZREM, open, store, enlist
followed
int(0)
both
bool(true)
new user
destroy                            open if stored, delete, ZREM
int(0)
int(0)

not locked
new, login                         GET, SET +SET, enlist
said again                         GET, PEXPIRE +PEXPIRE
said again, changed                GET, SET +PEXPIRE
not said                           GET, SET +PEXPIRE
not said, unchanged                GET, PEXPIRE +PEXPIRE
another label, unchanged           GET, PEXPIRE +SET, enlist
a session of nobody                GET, SET
login, unchanged                   GET, PEXPIRE +SET, enlist
a (Chrome), guest ()
another user                       GET, PEXPIRE +SET, ZREM, enlist
a (Chrome) / guest ()
logout                             GET, PEXPIRE +DEL, ZREM
a (Chrome) / 
int(0)
bool(true)
taken back
abort                              GET
reset                              GET, GET, PEXPIRE +PEXPIRE
a (Chrome) / 
regenerate
with deletion                      GET, DEL, ZREM, GET, SET +SET, enlist
followed
int(0)
both
bool(true)
new user
destroy                            GET, DEL, ZREM
int(0)
int(0)
with deletion                      GET, DEL, ZREM, GET, SET +SET, enlist
followed
int(0)
both
bool(true)
new user
destroy                            GET, DEL, ZREM
int(0)
int(0)
strict
with deletion                      GET, DEL, ZREM, GET, SET +SET, enlist
followed
int(0)
both
bool(true)
new user
destroy                            GET, DEL, ZREM
int(0)
int(0)
with deletion                      GET, DEL, ZREM, GET, SET +SET, enlist
followed
int(0)
both
bool(true)
new user
destroy                            GET, DEL, ZREM
int(0)
int(0)

not now
Rediskit\LockException: No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\SessionHandler, and before session_write_close()
Rediskit\LockException: No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\SessionHandler, and before session_write_close()
Rediskit\LockException: No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\SessionHandler, and before session_write_close()
Rediskit\LockException: No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\SessionHandler, and before session_write_close()
ValueError: Rediskit\Session::user(): Argument #1 ($id) cannot be empty; null says that the session is nobody's
ValueError: Rediskit\Session::user(): Argument #2 ($label) must be at most 255 bytes
ValueError: Rediskit\Session::user(): Argument #2 ($label) must be null when argument #1 ($id) is null
TypeError: Rediskit\Session::user(): Argument #1 ($id) must be of type string|int|null, array given
forked
Rediskit\LockLostException
a (Chrome) /
