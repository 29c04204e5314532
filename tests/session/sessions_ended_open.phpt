--TEST--
A session that is ended while a request has it open stays ended, its lock goes to who waits, and the late request is told
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
function start(string $id): void
{
    session_id($id);
    session_start();
}
/** Does $work say that nothing was written? */
function said(callable $work): string
{
    return preg_grep('/nothing was written/', warnings($work)) ? 'told' : 'silent';
}
/** What is stored, but for lists and what is kept beside no data. */
function left(): string
{
    global $server;
    $left = array_filter($server->cmd('KEYS', '*'), fn(string $key) => str_ends_with($key, '}') && !str_contains($key, 'user:'));
    return $left ? ' left: ' . implode(' ', array_map(fn(string $key) => $server->cmd('GET', $key) ?: 'an empty session', $left)) : '';
}
$ways = [
    'end' => fn(string $id) => $sessions->end($id),
    'endUser' => fn(string $id) => $sessions->endUser($id) === 1,
];
foreach ([1, 0] as $locking) {
    foreach ($ways as $way => $end) {
        foreach (['handler', 'object'] as $kind) {
            ini_set('session.save_handler', 'rediskit');
            $kind === 'object' and session_set_save_handler(new SessionHandler(locking: (bool) $locking));
            echo $locking ? 'locked' : 'not locked', ", $way, $kind\n";
            ini_set('rediskit.session.locking', $locking);
            foreach ([
                'changed' => fn() => $_SESSION['n'] = 2,
                'unchanged' => fn() => null,
                'another user' => fn() => Session::user('another'),
                'another id, deleted' => fn() => session_regenerate_id(true),
                'another id, kept' => fn() => session_regenerate_id(false),
                'destroyed' => fn() => session_destroy(),
                'reset' => fn() => session_reset(),
            ] as $what => $change) {
                $server->cmd('FLUSHALL');
                with_session('victim', function () {
                    $_SESSION['n'] = 1;
                    Session::user('victim');
                });
                start('victim');
                $end('victim') or print("not ended\n");
                printf("  %-20s %s, closing: %s%s\n", $what, said($change), said(fn() => session_write_close()), left());
                $_SESSION = [];
            }
            session_set_save_handler(new \SessionHandler());
            ini_set('session.save_handler', 'rediskit');
        }
    }
}
ini_set('rediskit.session.locking', 1);
echo "one waits\n";
foreach ($ways as $way => $end) {
    with_session('w', function () {
        $_SESSION['n'] = 1;
        Session::user('w');
    });
    start('w');
    $server->cmd('CONFIG', 'RESETSTAT');
    [$seen] = parallel_results(1, function () {
        session_abort();
        start('w');
        $seen = $_SESSION;
        $_SESSION['new'] = 1;
        session_write_close();
        return $seen;
    }, function () use ($server, $end) {
        $server->waitForBlocked(1);
        $end('w');
    });
    // Who is not woken falls asleep a second time.
    echo json_encode($seen), str_contains($server->cmd('INFO', 'commandstats'), 'cmdstat_blpop:calls=1,') ? ' woken' : ' slept', "\n";
    echo said(fn() => session_write_close()), ' ';
    echo json_encode(with_session('w')), ' ', count($sessions->ofUser('w')), "\n";
    session_id('w');
    session_start();
    session_destroy();
}
var_dump(is_unlocked($server));
echo "time is over without a lock\n";
ini_set('rediskit.session.locking', 0);
with_session('t', fn() => $_SESSION['n'] = 1);
start('t');
$_SESSION['n'] = 2;
$server->cmd('PEXPIRE', session_key('t'), 1);
wait_until(fn() => !$server->cmd('EXISTS', session_key('t')));
echo said(fn() => session_write_close()), "\n";
var_dump($server->cmd('EXISTS', session_key('t')));
?>
--EXPECT--
locked, end, handler
  changed              silent, closing: told
  unchanged            silent, closing: told
  another user         silent, closing: told
  another id, deleted  told, closing: silent
  another id, kept     told, closing: silent
  destroyed            told, closing: silent
  reset                silent, closing: silent left: an empty session
locked, end, object
  changed              silent, closing: told
  unchanged            silent, closing: told
  another user         silent, closing: told
  another id, deleted  told, closing: silent
  another id, kept     told, closing: silent
  destroyed            told, closing: silent
  reset                silent, closing: silent left: an empty session
locked, endUser, handler
  changed              silent, closing: told
  unchanged            silent, closing: told
  another user         silent, closing: told
  another id, deleted  told, closing: silent
  another id, kept     told, closing: silent
  destroyed            told, closing: silent
  reset                silent, closing: silent left: an empty session
locked, endUser, object
  changed              silent, closing: told
  unchanged            silent, closing: told
  another user         silent, closing: told
  another id, deleted  told, closing: silent
  another id, kept     told, closing: silent
  destroyed            told, closing: silent
  reset                silent, closing: silent left: an empty session
not locked, end, handler
  changed              silent, closing: told
  unchanged            silent, closing: told
  another user         silent, closing: told
  another id, deleted  told, closing: silent
  another id, kept     told, closing: silent
  destroyed            silent, closing: silent
  reset                silent, closing: silent left: an empty session
not locked, end, object
  changed              silent, closing: told
  unchanged            silent, closing: told
  another user         silent, closing: told
  another id, deleted  told, closing: silent
  another id, kept     told, closing: silent
  destroyed            silent, closing: silent
  reset                silent, closing: silent left: an empty session
not locked, endUser, handler
  changed              silent, closing: told
  unchanged            silent, closing: told
  another user         silent, closing: told
  another id, deleted  told, closing: silent
  another id, kept     told, closing: silent
  destroyed            silent, closing: silent
  reset                silent, closing: silent left: an empty session
not locked, endUser, object
  changed              silent, closing: told
  unchanged            silent, closing: told
  another user         silent, closing: told
  another id, deleted  told, closing: silent
  another id, kept     told, closing: silent
  destroyed            silent, closing: silent
  reset                silent, closing: silent left: an empty session
one waits
[] woken
told {"new":1} 0
[] woken
told {"new":1} 0
bool(true)
time is over without a lock
told
int(0)
