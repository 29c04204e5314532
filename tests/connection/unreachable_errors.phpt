--TEST--
What keeps a socket from being made or connected is told with what to do: rights, descriptors, a wrong kind of socket, no time
--EXTENSIONS--
posix
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$server = Server::start(tcp: true);
$dir = temp_dir();
$names = [$dir => 'DIR', $server->socket => 'SOCKET', "$server->port" => 'PORT'];

echo "-- rights\n";
chmod($server->socket, 0);
chmod($server->dir, 0711);
$root = posix_geteuid() === 0 && posix_seteuid(65534);
attempt(fn() => (new Client($server->dsn()))->ping(), $names);
$root && posix_seteuid(0);
chmod($server->socket, 0700);
attempt(fn() => (new Client("redis://255.255.255.255:$server->port"))->ping(), $names);

echo "-- descriptors\n";
$limits = posix_getrlimit();
$connected = new Client($server->dsn());
$connected->ping();
posix_setrlimit(POSIX_RLIMIT_NOFILE, 0, $limits['hard openfiles']);
attempt(fn() => (new Client($server->dsn(['name' => 'other'])))->ping(), $names);
attempt(fn() => (new Client($server->tcpDsn()))->ping(), $names);
attempt(fn() => (new Client("redis://nosuch.invalid:$server->port"))->ping(), $names);
attempt(fn() => $connected->blPop('nothing', 1), $names);
posix_setrlimit(POSIX_RLIMIT_NOFILE, $limits['soft openfiles'], $limits['hard openfiles']);

echo "-- not a stream\n";
$datagrams = stream_socket_server("udg://$dir/datagrams.sock", $errno, $error, STREAM_SERVER_BIND);
attempt(fn() => (new Client("unix://$dir/datagrams.sock"))->ping(), $names);

echo "-- tried again and again, within the time of one command\n";
[$took, $error] = timed(fn() => (new Client("unix://$dir/none.sock?retries=100&read_timeout=0.05"))->ping());
echo get_class($error), "\n";
var_dump($took < 5); // a hundred pauses are twenty seconds

echo "-- no time left\n";
attempt(fn() => (new Client($server->tcpDsn(['timeout' => '0.000001'])))->ping(), $names);
?>
--EXPECTF--
-- rights
Rediskit\ConnectionException: No permission to connect to unix:SOCKET: see unixsocketperm in Redis' configuration and the groups of PHP's user
Rediskit\ConnectionException: %r(Cannot connect|No permission to connect)%r to 255.255.255.255:PORT: %s
-- descriptors
Rediskit\ConnectionException: Cannot connect to unix:SOCKET: too many open files in this process or machine (see ulimit -n)
Rediskit\ConnectionException: Cannot connect to 127.0.0.1:PORT: too many open files in this process or machine (see ulimit -n)
Rediskit\ConnectionException: Cannot look up the host "nosuch.invalid" (%s): check its spelling and this machine's name server
Rediskit\OutcomeUnknownException: BLPOP was sent and no whole reply came (read error on connection to unix:SOCKET: Invalid argument): it may or may not have been carried out; look before you repeat it
-- not a stream
Rediskit\ConnectionException: Cannot connect to unix:DIR/datagrams.sock: Protocol wrong type for socket
-- tried again and again, within the time of one command
Rediskit\ConnectionException
bool(true)
-- no time left
Rediskit\TimeoutException: No connection to 127.0.0.1:PORT in time: is the address right, and does no firewall drop packets? The option timeout sets how long to try
