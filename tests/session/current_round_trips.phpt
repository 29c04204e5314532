--TEST--
What Rediskit\Session asks of the open session in round trips: user(), ttl() and isReadOnly() none, extendLock() and remaining() one
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Session;

require __DIR__ . '/session.inc';
require __DIR__ . '/../inc/proxy.inc';

$server = session_server();
$proxy = Proxy::to($server->socket);
ini_set('rediskit.session.dsn', $proxy->dsn());
foreach ([1, 0] as $locking) {
    echo $locking ? "locked\n" : "not locked\n";
    ini_set('rediskit.session.locking', $locking);
    with_session('a', function () {
        $_SESSION['n'] = 1;
        Session::user(1);
        Session::extendLock();    // the server knows all scripts after this
    });
    foreach ([
        'nothing' => fn() => null,
        'remaining' => fn() => Session::remaining(),
        'extendLock' => fn() => Session::extendLock(),
        'isReadOnly' => fn() => Session::isReadOnly(),
        'user, the same' => fn() => Session::user(1),
        'user, another' => fn() => Session::user(2, 'label'),
        'user, nobody' => fn() => Session::user(null),
        'ttl, set' => fn() => Session::ttl(100),
        'ttl, asked' => fn() => Session::ttl(),
    ] as $what => $work) {
        $during = 0;
        $whole = $proxy->trips(function () use ($work, $proxy, &$during) {
            with_session('a', function () use ($work, $proxy, &$during) {
                $during = $proxy->trips($work);
            });
        });
        printf("  %-14s %d of %d\n", $what, $during, $whole);
    }
}
?>
--EXPECT--
locked
  nothing        0 of 2
  remaining      1 of 3
  extendLock     1 of 3
  isReadOnly     0 of 2
  user, the same 0 of 2
  user, another  0 of 2
  user, nobody   0 of 2
  ttl, set       0 of 2
  ttl, asked     0 of 2
not locked
  nothing        0 of 2
  remaining      1 of 3
  extendLock     0 of 2
  isReadOnly     0 of 2
  user, the same 0 of 2
  user, another  0 of 2
  user, nobody   0 of 2
  ttl, set       0 of 2
  ttl, asked     0 of 2
