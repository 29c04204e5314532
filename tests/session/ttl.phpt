--TEST--
Session::ttl() sets how long one session is kept, from its next write on and for good; Session::remaining() tells what is left
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, SessionHandler, Sessions};

require __DIR__ . '/session.inc';

$server = session_server(['session.gc_maxlifetime' => 100]);
function start(string $id): void
{
    session_id($id);
    session_start();
}
/** Seconds that data and meta of a session are kept, rounded up to five: 'none' where there is none. */
function kept(string $id): string
{
    global $server;
    $seconds = fn(int $ms) => $ms === -2 ? 'none' : 5 * ceil($ms / 5000);
    return $seconds($server->cmd('PTTL', session_key($id))) . ' ' . $seconds($server->cmd('PTTL', session_key($id) . ':meta'));
}
function attempt(callable $work): void
{
    try {
        var_dump($work());
    } catch (\Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

foreach ([1, 0] as $locking) {
    echo $locking ? "locked\n" : "not locked\n";
    $server->cmd('FLUSHALL');
    ini_set('rediskit.session.locking', $locking);
    start('a');
    $_SESSION['n'] = 1;
    var_dump(Session::ttl(), Session::remaining());
    session_write_close();
    echo kept('a'), "\n";

    start('a');
    var_dump(Session::remaining() > 99, Session::remaining() <= 100);
    var_dump(Session::ttl(5000), Session::ttl());
    echo 'not written yet: ', kept('a'), "\n";
    session_write_close();
    echo 'unchanged: ', kept('a'), "\n";
    with_session('a', fn() => $_SESSION['n']++);
    echo 'changed: ', kept('a'), "\n";
    echo 'costs nothing more: ', implode(' ', steps($server, fn() => with_session('a', fn() => Session::ttl(5000)))), ' ', kept('a'), "\n";
    start('a');
    session_regenerate_id(true);
    session_write_close();
    $new = session_id();
    echo 'another id: ', kept($new), ', the old one: ', kept('a'), "\n";
    echo 'shorter: ';
    with_session($new, fn() => Session::ttl(15));
    echo kept($new), "\n";
    echo 'as others: ';
    start($new);
    var_dump(Session::ttl(0));
    session_write_close();
    echo kept($new), "\n";
    echo 'of a new session: ';
    with_session('b', fn() => Session::ttl(35));
    echo kept('b'), "\n";
    echo 'aborted: ';
    start('b');
    Session::ttl(45);
    session_abort();
    echo kept('b'), "\n";
    echo 'with a user: ';
    with_session('b', fn() => Session::user('u'));
    with_session('b', fn() => Session::ttl(0));
    echo kept('b'), "\n";
    echo 'renewed now and then: ';
    ini_set('rediskit.session.touch_interval', 20);
    with_session('b');
    $server->cmd('PEXPIRE', session_key('b'), 90000);
    $server->cmd('PEXPIRE', session_key('b') . ':meta', 90000);
    with_session('b');
    echo kept('b'), ', ';
    with_session('b', fn() => Session::ttl(60));
    echo kept('b'), ', ';
    with_session('b', fn() => Session::ttl(0));
    echo kept('b'), "\n";
    echo 'login in a session that would be short-lived: ';
    ini_set('rediskit.session.new_ttl', 10);
    with_session('bot');
    with_session('c', fn() => Session::user('u'));
    with_session('d', fn() => Session::ttl(500));
    echo kept('bot'), ', ', kept('c'), ', ', kept('d'), "\n";
    ini_set('rediskit.session.new_ttl', 0);
    ini_set('rediskit.session.touch_interval', 0);
}
echo "by a handler with a time of its own\n";
session_set_save_handler(new SessionHandler(ttl: 20));
start('h');
var_dump(Session::ttl());
session_write_close();
echo kept('h'), "\n";
with_session('h', fn() => Session::ttl(40));
with_session('h');
echo kept('h'), "\n";
start('h');
$server->cmd('PERSIST', session_key('h'));
var_dump(Session::remaining());
attempt(fn() => Session::ttl(-1));
attempt(fn() => Session::ttl(3155760001));
attempt(fn() => Session::ttl(3155760000));
session_abort();
?>
--EXPECT--
locked
int(100)
NULL
100 none
bool(true)
bool(true)
int(5000)
int(5000)
not written yet: 100 none
unchanged: 5000 5000
changed: 5000 5000
costs nothing more: open renew 5000 5000
another id: 5000 5000, the old one: none none
shorter: 15 15
as others: int(100)
100 none
of a new session: 35 35
aborted: 35 35
with a user: 100 100
renewed now and then: 100 100, 60 60, 100 100
login in a session that would be short-lived: 100 none, 100 100, 500 500
not locked
int(100)
NULL
100 none
bool(true)
bool(true)
int(5000)
int(5000)
not written yet: 100 none
unchanged: 5000 5000
changed: 5000 5000
costs nothing more: GET PEXPIRE +PEXPIRE 5000 5000
another id: 5000 5000, the old one: none none
shorter: 15 15
as others: int(100)
100 none
of a new session: 35 35
aborted: 35 35
with a user: 100 100
renewed now and then: 100 100, 60 60, 100 100
login in a session that would be short-lived: 100 none, 100 100, 500 500
by a handler with a time of its own
int(20)
20 none
40 40
NULL
ValueError: Rediskit\Session::ttl(): Argument #1 ($seconds) must be between 1 and 3155760000 seconds, 0 for the usual time, or null to change nothing
ValueError: Rediskit\Session::ttl(): Argument #1 ($seconds) must be between 1 and 3155760000 seconds, 0 for the usual time, or null to change nothing
int(3155760000)
