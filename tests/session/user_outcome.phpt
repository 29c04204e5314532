--TEST--
Session::user() when the answer of the write it goes with is lost, whole or its second half: session and list agree, and it is said
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, Sessions};

require __DIR__ . '/session.inc';
require __DIR__ . '/../inc/proxy.inc';

$server = session_server();
$sessions = new Sessions($server->dsn());
$proxy = Proxy::to($server->socket);
ini_set('rediskit.session.dsn', $proxy->dsn());
with_session('x', fn() => Session::user('x'));    // the server knows the scripts: what is lost is an answer of theirs
/** The users whose lists have a session, with its label. */
function listed(string ...$users): string
{
    global $sessions;
    $all = [];
    foreach ($users as $user) {
        foreach ($sessions->ofUser($user) as $session) {
            $all[] = "$user ($session[label])";
        }
    }
    return implode(', ', $all);
}
foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    foreach (['lose', 'half', 'reset'] as $fault) {
        echo $locking ? 'locked' : 'not locked', ", $fault\n";
        $server->cmd('FLUSHALL');
        foreach ([
            'login' => fn() => Session::user('u', 'first'),
            'another user' => fn() => Session::user('v', 'second'),
            'nobody' => fn() => Session::user(null),
        ] as $what => $work) {
            session_id('a');
            session_start();
            $_SESSION['done'] = $what;
            $work();
            $fault === 'lose' ? $proxy->loseNextReply() : $proxy->faultNextReply($fault);
            $told = preg_grep('/may or may not/', warnings(fn() => session_write_close()));
            printf("  %-14s %-5s list: %-12s data: %s\n", $what, $told ? 'told' : '-', listed('u', 'v'), $sessions->read('a')['done']);
        }
        // The destruction, too, takes it off the list.
        with_session('a', fn() => Session::user('u'));
        session_id('a');
        session_start();
        $fault === 'lose' ? $proxy->loseNextReply() : $proxy->faultNextReply($fault);
        warnings(fn() => session_destroy());
        session_status() === PHP_SESSION_ACTIVE and session_abort();
        echo '  destroyed: ', count($server->cmd('KEYS', '*')), " keys\n";
    }
}
?>
--EXPECT--
locked, lose
  login          told  list: u (first)    data: login
  another user   told  list: v (second)   data: another user
  nobody         told  list:              data: nobody
  destroyed: 0 keys
locked, half
  login          told  list: u (first)    data: login
  another user   told  list: v (second)   data: another user
  nobody         told  list:              data: nobody
  destroyed: 0 keys
locked, reset
  login          told  list: u (first)    data: login
  another user   told  list: v (second)   data: another user
  nobody         told  list:              data: nobody
  destroyed: 0 keys
not locked, lose
  login          -     list: u (first)    data: login
  another user   -     list: v (second)   data: another user
  nobody         -     list:              data: nobody
  destroyed: 0 keys
not locked, half
  login          -     list: u (first)    data: login
  another user   -     list: v (second)   data: another user
  nobody         -     list:              data: nobody
  destroyed: 0 keys
not locked, reset
  login          -     list: u (first)    data: login
  another user   -     list: v (second)   data: another user
  nobody         -     list:              data: nobody
  destroyed: 0 keys
