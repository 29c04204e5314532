--TEST--
Each allocation of a session's calls fails: a warning that says so, no crash, no leak, and the next call works
--EXTENSIONS--
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Client, SessionHandler};

require __DIR__ . '/../inc/allocations.inc';
require __DIR__ . '/../session/session.inc';

$server = session_server(['rediskit.session.lock_wait' => 0.01, 'rediskit.session.lock_ttl' => 5], ['hz' => 500], true);
$client = new Client($server->dsn());
$large = str_repeat('0123456789abcdef', 8192);
// The buffers of large requests are not kept: what comes next needs some again.
$failing = new Allocations($client, fn() => $client->pipeline()->set('large', $large)->exec());
$end = fn() => session_status() === PHP_SESSION_ACTIVE && @session_abort();
/* A lock that could not be released ends by itself, as the warning says; here, at once. */
$free = fn() => [$end(), $server->cmd('FLUSHALL')];
$start = function (array $data = ['a' => 1]) use ($end) {
    $end();
    session_id('id');
    session_start();
    $_SESSION = $data;
};
$stored = fn() => [$start(), session_write_close()];
$calls = [
    'start' => [function () {
        session_id('id');
        return [session_start(), $_SESSION, session_abort()];
    }, $stored],
    'start of a new one' => [function () {
        session_id(bin2hex(random_bytes(16)));
        return [session_start(), $_SESSION, session_abort()];
    }, $end],
    'start, large' => [function () {
        session_id('id');
        return [session_start(), strlen($_SESSION['large']), session_abort()];
    }, fn() => [$start(['large' => $large]), session_write_close()]],
    'read and close' => [function () {
        session_id('id');
        return [session_start(['read_and_close' => true]), $_SESSION];
    }, $stored],
    'write' => [session_write_close(...), $start],
    'write, large' => [session_write_close(...), fn() => $start(['large' => $large])],
    'write, unchanged' => [session_write_close(...), function () use ($stored) {
        $stored();
        session_id('id');
        session_start();
    }],
    'abort' => [session_abort(...), $start],
    'regenerate' => [fn() => session_regenerate_id(), $start],
    'regenerate and delete' => [fn() => session_regenerate_id(true), $start],
    'destroy' => [session_destroy(...), $start],
    'gc' => [fn() => is_int(session_gc()), $start],
];
foreach (['' => $server->dsn(), ', TCP' => $server->tcpDsn(['persistent' => 0, 'prefix' => 's:'])] as $kind => $dsn) {
    ini_set('rediskit.session.dsn', $dsn);
    foreach ($calls as $name => [$call, $prepare]) {
        $failing->each("$name$kind", $call, fn() => [$end(), $prepare()], $free);
        $end();
    }
}

$handler = fn() => new SessionHandler(['url' => $server->dsn(), 'persistent' => false]);
$failing->each('handler', function () use ($handler) {
    $h = $handler();
    $result = [$h->open('', 'PHPSESSID'), $h->read('other'), $h->write('other', 'a|i:1;'), $h->close()];
    return in_array(false, $result, true) ? false : $result[0];
}, fn() => $server->cmd('FLUSHALL'));
$failing->finish();
?>
--EXPECTF--
%d calls, %d failures, %d of them thrown
