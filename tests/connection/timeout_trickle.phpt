--TEST--
One deadline a command: kept within 50 ms by silent, trickling, stalled and unreachable servers
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

/** Runs $work, which is to end by a time-out after $seconds. */
function measure(string $title, float $seconds, callable $work, array $replace = []): void
{
    [$took, $error] = timed($work, $seconds);
    echo "$title: ", $took >= $seconds - 0.001 && $took <= $seconds + 0.05 ? 'in time' : "took $took s instead of $seconds s", "\n";
    echo '  ', $error === null ? 'no exception' : strtr(get_class($error) . ': ' . $error->getMessage(), $replace), "\n";
}

$silent = ScriptServer::start(fn(Peer $peer) => $peer->stall());
$names = [$silent->socket() => 'SOCKET'];
measure('silent', 0.3, fn() => (new Client($silent->dsn(['read_timeout' => 0.3])))->get('key'), $names);
measure('silent, not idempotent', 0.3, fn() => (new Client($silent->dsn(['read_timeout' => 0.3])))->incr('key'), $names);
measure('shorter than a slice', 0.01, fn() => (new Client($silent->dsn(['read_timeout' => 0.01])))->get('key'), $names);
measure('at log-in', 0.2, fn() => (new Client($silent->dsn(['timeout' => 0.2, 'db' => 1])))->get('key'), $names);
measure('a request that does not fit the socket', 0.3,
    fn() => (new Client($silent->dsn(['read_timeout' => 0.3])))->set('key', str_repeat('x', 8 << 20)), $names);

$trickling = ScriptServer::start(function (Peer $peer) {
    $peer->command();
    $peer->trickle("\$1000\r\n" . str_repeat('x', 1000), 0.005);
});
$names = [$trickling->socket() => 'SOCKET'];
measure('trickling', 0.3, fn() => (new Client($trickling->dsn(['read_timeout' => 0.3])))->get('key'), $names);

$late = ScriptServer::start(function (Peer $peer) {
    $peer->command();
    $peer->pause(0.25);
    $peer->trickle("\$1000\r\n" . str_repeat('x', 1000), 0.005);
});
$names = [$late->socket() => 'SOCKET'];
measure('late, then trickling', 0.3, fn() => (new Client($late->dsn(['read_timeout' => 0.3])))->get('key'), $names);

$losing = fn(float $login) => ScriptServer::start(function (Peer $peer) use ($login) {
    $peer->expect('SELECT', '1');
    $second = $peer->number % 2 > 0;
    $peer->pause($second ? $login : 0);
    $peer->send("+OK\r\n");
    $peer->command();
    if ($second) {
        $peer->stall();
    }
    $peer->pause(0.2);
    $peer->close();
});
foreach (['lost, then silent' => [0, 0.3], 'lost, and too late for another attempt once connected' => [0.2, 0.4]] as $title => [$login, $seconds]) {
    $server = $losing($login);
    measure($title, $seconds, fn() => (new Client($server->dsn(['read_timeout' => 0.3, 'db' => 1])))->get('key'), [$server->socket() => 'SOCKET']);
}

// A listener whose queue is full leaves connects hanging.
$full = stream_socket_server('tcp://127.0.0.1:0', $errno, $error, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN,
    stream_context_create(['socket' => ['backlog' => 0]]));
$address = stream_socket_get_name($full, false);
$clients = [];
for ($i = 0; $i < 8; $i++) {
    $clients[] = @stream_socket_client("tcp://$address", $errno, $error, 0.05);
}
measure('a full backlog', 0.2, fn() => (new Client("redis://$address?timeout=0.2"))->ping(), [$address => 'ADDRESS']);

$path = temp_dir() . '/full.sock';
$full = stream_socket_server("unix://$path", $errno, $error, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN,
    stream_context_create(['socket' => ['backlog' => 1]]));
for ($i = 0; $i < 8; $i++) {
    $clients[] = @stream_socket_client("unix://$path", $errno, $error, 0, STREAM_CLIENT_ASYNC_CONNECT);
}
measure('a full backlog of a unix socket', 0.2, fn() => (new Client("unix://$path?timeout=0.2"))->ping(), [$path => 'SOCKET']);
?>
--EXPECTF--
silent: in time
  Rediskit\TimeoutException: read error on connection to unix:SOCKET: no answer in time; SLOWLOG GET shows slow commands, the option read_timeout sets how long to wait
silent, not idempotent: in time
  Rediskit\OutcomeUnknownException: %s was sent and no whole reply came (read error on connection to unix:SOCKET: no answer in time; SLOWLOG GET shows slow commands, the option read_timeout sets how long to wait): it may or may not have been carried out; look before you repeat it
shorter than a slice: in time
  Rediskit\TimeoutException: read error on connection to unix:SOCKET: no answer in time; SLOWLOG GET shows slow commands, the option read_timeout sets how long to wait
at log-in: in time
  Rediskit\TimeoutException: read error on connection to unix:SOCKET: no answer in time; SLOWLOG GET shows slow commands, the option read_timeout sets how long to wait
a request that does not fit the socket: in time
  Rediskit\TimeoutException: write error on connection to unix:SOCKET: it takes no more bytes and the time is over
trickling: in time
  Rediskit\TimeoutException: read error on connection to unix:SOCKET: no answer in time; SLOWLOG GET shows slow commands, the option read_timeout sets how long to wait
late, then trickling: in time
  Rediskit\TimeoutException: read error on connection to unix:SOCKET: no answer in time; SLOWLOG GET shows slow commands, the option read_timeout sets how long to wait
lost, then silent: in time
  Rediskit\TimeoutException: read error on connection to unix:SOCKET: no answer in time; SLOWLOG GET shows slow commands, the option read_timeout sets how long to wait
lost, and too late for another attempt once connected: in time
  Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
a full backlog: in time
  Rediskit\TimeoutException: No connection to ADDRESS in time: is the address right, and does no firewall drop packets? The option timeout sets how long to try
a full backlog of a unix socket: in time
  Rediskit\TimeoutException: No connection to unix:SOCKET in time: is the address right, and does no firewall drop packets? The option timeout sets how long to try
