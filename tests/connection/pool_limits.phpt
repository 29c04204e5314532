--TEST--
More connections than rediskit.pool_size or the server's maxclients: an exception that says so, and all is well afterwards
--INI--
rediskit.pool_size=2
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

$server = Server::start(['requirepass' => 'secret'], tcp: true);
$dsn = $server->tcpDsn(user: ':secret@');
$replace = ["$server->port" => 'PORT'];

echo "-- the pool\n";
$clients = [new Client($dsn), new Client($dsn), new Client($dsn)];
$clients[0]->watch('a');
$clients[1]->watch('a');
attempt(fn() => $clients[2]->ping(), $replace);
$clients[1]->unwatch();
attempt(fn() => $clients[2]->ping());

echo "-- others have a pool of their own\n";
attempt(fn() => (new Client($server->tcpDsn(['db' => 1], ':secret@')))->ping());
unset($clients);

echo "-- the server\n";
$small = Server::start(['maxclients' => 4], tcp: true);
$others = [];
for ($left = 4 - (int) $small->info('connected_clients'); $left > 0; $left--) {
    $others[] = $small->connect();
}
$replace = ["$small->port" => 'PORT'];
attempt(fn() => (new Client($small->tcpDsn(['retries' => 0])))->ping(), $replace);
attempt(fn() => (new Client($small->tcpDsn(['retries' => 0, 'db' => 1])))->incr('n'), $replace);
attempt(fn() => (new Client($small->tcpDsn(['retries' => 0])))->incr('n'), $replace);
array_pop($others)->close();
wait_until(fn() => (int) $small->info('connected_clients') < 4);
attempt(fn() => (new Client($small->tcpDsn()))->incr('n'));

echo "-- whenever the server says it, before or after it was asked\n";
foreach (['-ERR max number of clients reached', '-DENIED Redis is running in protected mode because...'] as $line) {
    $early = ScriptServer::start(function (Peer $peer) use ($line) {
        $peer->send("$line\r\n");
        $peer->close();
    });
    $late = ScriptServer::start(function (Peer $peer) use ($line) {
        $peer->command();
        $peer->send("$line\r\n");
        $peer->close();
    });
    foreach ([$early, $late] as $script) {
        attempt(fn() => (new Client($script->dsn(['retries' => 0])))->incr('n'), [$script->socket() => 'SOCKET']);
        attempt(fn() => (new Client($script->dsn(['retries' => 0])))->pipeline()->incr('n')->incr('m')->exec(), [$script->socket() => 'SOCKET']);
        attempt(fn() => (new Client($script->dsn(['retries' => 0, 'db' => 1])))->incr('n'), [$script->socket() => 'SOCKET']);
    }
}
?>
--EXPECT--
-- the pool
Rediskit\PoolExhaustedException: All 2 connections to redis://127.0.0.1:PORT/0 are in use (watch(), subscribe() and fibers each hold one): end some, or raise rediskit.pool_size
no exception: true
-- others have a pool of their own
no exception: true
-- the server
Rediskit\ConnectionException: redis://127.0.0.1:PORT/0 refused the connection, max number of clients reached: raise maxclients there, or lower the number of workers
Rediskit\ConnectionException: redis://127.0.0.1:PORT/1 refused the connection, max number of clients reached: raise maxclients there, or lower the number of workers
Rediskit\ConnectionException: redis://127.0.0.1:PORT/0 refused the connection, max number of clients reached: raise maxclients there, or lower the number of workers
no exception: 1
-- whenever the server says it, before or after it was asked
Rediskit\ConnectionException: unix://SOCKET?db=0 refused the connection, max number of clients reached: raise maxclients there, or lower the number of workers
Rediskit\ConnectionException: unix://SOCKET?db=0 refused the connection, max number of clients reached: raise maxclients there, or lower the number of workers
Rediskit\ConnectionException: unix://SOCKET?db=1 refused the connection, max number of clients reached: raise maxclients there, or lower the number of workers
Rediskit\ConnectionException: unix://SOCKET?db=0 refused the connection, max number of clients reached: raise maxclients there, or lower the number of workers
Rediskit\ConnectionException: unix://SOCKET?db=0 refused the connection, max number of clients reached: raise maxclients there, or lower the number of workers
Rediskit\ConnectionException: unix://SOCKET?db=1 refused the connection, max number of clients reached: raise maxclients there, or lower the number of workers
Rediskit\ConnectionException: unix://SOCKET?db=0 refused the connection, it is in protected mode: give it a password (requirepass), or bind it to an address that only this machine reaches
Rediskit\ConnectionException: unix://SOCKET?db=0 refused the connection, it is in protected mode: give it a password (requirepass), or bind it to an address that only this machine reaches
Rediskit\ConnectionException: unix://SOCKET?db=1 refused the connection, it is in protected mode: give it a password (requirepass), or bind it to an address that only this machine reaches
Rediskit\ConnectionException: unix://SOCKET?db=0 refused the connection, it is in protected mode: give it a password (requirepass), or bind it to an address that only this machine reaches
Rediskit\ConnectionException: unix://SOCKET?db=0 refused the connection, it is in protected mode: give it a password (requirepass), or bind it to an address that only this machine reaches
Rediskit\ConnectionException: unix://SOCKET?db=1 refused the connection, it is in protected mode: give it a password (requirepass), or bind it to an address that only this machine reaches
