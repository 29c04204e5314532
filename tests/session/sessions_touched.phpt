--TEST--
touch() with seconds of its own does not make a session look used in the future, or before it was
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, Sessions};

require __DIR__ . '/session.inc';

$server = session_server();
$sessions = new Sessions();
$before = time();
foreach ([1, 0] as $own) {
    with_session("a$own", function () use ($own) {
        $_SESSION['n'] = 1;
        Session::user(7);
        $own and Session::ttl(500);
    });
    foreach ([20, 60, 500, 86400, 3155760000] as $seconds) {
        $sessions->touch("a$own", $seconds);
        [$entry] = $sessions->ofUser(7);
        printf("%d: kept %s, used %s\n", $seconds, $entry['remaining'] > $seconds - 1 && $entry['remaining'] <= $seconds ? 'so long' : $entry['remaining'],
            $entry['last_used'] >= $before && $entry['last_used'] <= microtime(true) ? 'now' : $entry['last_used'] - $before);
    }
    $sessions->end("a$own");
}
?>
--EXPECT--
20: kept so long, used now
60: kept so long, used now
500: kept so long, used now
86400: kept so long, used now
3155760000: kept so long, used now
20: kept so long, used now
60: kept so long, used now
500: kept so long, used now
86400: kept so long, used now
3155760000: kept so long, used now
