--TEST--
touch_interval: an unchanged session is renewed at most that often; without locking nothing is sent for it at all
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, SessionHandler, Sessions};

require __DIR__ . '/session.inc';
require __DIR__ . '/../inc/proxy.inc';

$server = session_server(['session.gc_maxlifetime' => 1000, 'rediskit.session.touch_interval' => 100]);
$key = session_key('a');
$proxy = Proxy::to($server->socket);
/** One unchanged request on a session that has $left seconds: what it sends, and how often the server renewed. */
function unchanged(?int $left): void
{
    global $server, $key;
    $before = $server->cmd('PTTL', $key);
    if ($left !== null) {
        $server->cmd('PEXPIRE', $key, $left * 1000);
        $before = $left * 1000;
    }
    $server->cmd('CONFIG', 'RESETSTAT');
    $steps = steps($server, fn() => with_session('a'));
    preg_match('/cmdstat_pexpire:calls=(\d+)/', $server->cmd('INFO', 'commandstats'), $found);
    $after = $server->cmd('PTTL', $key);
    printf("%-5s %-26s %s, %d PEXPIRE\n", $left === null ? 'as is' : $left, implode(', ', $steps), $after > $before ? 'renewed' : 'as it was', $found[1] ?? 0);
}
foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    echo $locking ? "locked\n" : "not locked\n";
    with_session('a', fn() => $_SESSION['n'] = $locking);
    unchanged(null);
    unchanged(950);
    unchanged(899);
    unchanged(null);
    ini_set('rediskit.session.dsn', $proxy->dsn());
    with_session('a');
    echo "round trips: ", $proxy->trips(fn() => with_session('a')), "\n";
    ini_set('rediskit.session.dsn', $server->dsn());
    echo "a time to live that was made shorter\n";
    ini_set('session.gc_maxlifetime', 500);
    with_session('a');
    var_dump($server->cmd('PTTL', $key) <= 500000);
    ini_set('session.gc_maxlifetime', 1000);
    echo "none at all\n";
    $server->cmd('PERSIST', $key);
    with_session('a');
    var_dump($server->cmd('PTTL', $key) > 990000);
    echo "gone meanwhile\n";
    session_id('a');
    session_start();
    $server->cmd('DEL', $key);
    $steps = steps($server, fn() => session_write_close());
    // Without locking nobody looks: it was there when it was read, and that was not long ago.
    echo implode(', ', $steps) ?: 'nothing', "\n";
    with_session('a', fn() => $_SESSION['n'] = $locking);
    echo "changed, and without lazy_write\n";
    $server->cmd('PEXPIRE', $key, 950000);
    echo implode(', ', steps($server, fn() => with_session('a', fn() => $_SESSION['n'] = 'new'))), "\n";
    var_dump($server->cmd('PTTL', $key) > 990000);
    ini_set('session.lazy_write', 0);
    echo implode(', ', steps($server, fn() => with_session('a'))), "\n";
    ini_set('session.lazy_write', 1);
    echo "an interval longer than half the time to live counts as half\n";
    ini_set('rediskit.session.touch_interval', 5000);
    unchanged(600);
    unchanged(499);
    ini_set('rediskit.session.touch_interval', 100);
    echo "a user's\n";
    with_session('u', fn() => Session::user($_SESSION['name'] = 'one'));
    echo implode(', ', steps($server, fn() => with_session('u'))), "\n";
    echo implode(', ', steps($server, fn() => with_session('u', fn() => Session::user('another')))), "\n";
    var_dump(count((new Sessions())->ofUser('another')));
    session_id('u');
    session_start();
    session_destroy();
}

echo "an object\n";
ini_set('rediskit.session.touch_interval', 0);
foreach ([true, false] as $locking) {
    $handler = new SessionHandler($server->dsn(), ttl: 1000, locking: $locking, touch_interval: 100);
    foreach ([950, 850] as $left) {
        $server->cmd('PEXPIRE', $key, $left * 1000);
        $steps = steps($server, fn() => $handler->updateTimestamp('a', $handler->read('a')));
        echo implode(', ', $steps), $server->cmd('PTTL', $key) > 990000 ? ', renewed' : '', "\n";
    }
    unset($handler);
}
?>
--EXPECT--
locked
as is open, touch                as it was, 0 PEXPIRE
950   open, touch                as it was, 0 PEXPIRE
899   open, touch                renewed, 1 PEXPIRE
as is open, touch                as it was, 0 PEXPIRE
round trips: 2
a time to live that was made shorter
bool(true)
none at all
bool(true)
gone meanwhile
touch, store
changed, and without lazy_write
open, store
bool(true)
open, store
an interval longer than half the time to live counts as half
600   open, touch                as it was, 0 PEXPIRE
499   open, touch                renewed, 1 PEXPIRE
a user's
open, touch
open, renew, ZREM, enlist
int(1)
not locked
as is GET, PTTL                  as it was, 0 PEXPIRE
950   GET, PTTL                  as it was, 0 PEXPIRE
899   GET, PTTL, PEXPIRE         renewed, 1 PEXPIRE
as is GET, PTTL                  as it was, 0 PEXPIRE
round trips: 1
a time to live that was made shorter
bool(true)
none at all
bool(true)
gone meanwhile
nothing
changed, and without lazy_write
GET, PTTL, SET
bool(true)
GET, PTTL, SET
an interval longer than half the time to live counts as half
600   GET, PTTL                  as it was, 0 PEXPIRE
499   GET, PTTL, PEXPIRE         renewed, 1 PEXPIRE
a user's
GET, PTTL
GET, PTTL, PEXPIRE +SET, ZREM, enlist
int(1)
an object
open, touch
open, touch, renewed
GET, PTTL
GET, PTTL, PEXPIRE, renewed
