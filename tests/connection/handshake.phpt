--TEST--
Logging in is one write and one wait; the whole of connecting has one deadline, that of the Client that asks
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';
require __DIR__ . '/../inc/proxy.inc';

$server = Server::start(['requirepass' => 'secret']);
$proxy = Proxy::to($server->socket);
var_dump($proxy->trips(fn() => (new Client("unix://:secret@$proxy->socket?db=2&name=me"))->ping()));

echo "-- what is sent\n";
$script = ScriptServer::start(fn(Peer $peer) => $peer->answerAll());
(new Client("unix://bob:secret@{$script->socket()}?db=2&name=me"))->ping();
(new Client("unix://:only@{$script->socket()}"))->ping();
(new Client("unix://{$script->socket()}"))->ping();
foreach ($script->received() as $command) {
    echo implode(' ', $command), "\n";
}

echo "-- a name the server does not take is no reason to fail\n";
$script = ScriptServer::start(function (Peer $peer) {
    $peer->expect('CLIENT', 'SETNAME', 'me');
    $peer->send("-ERR unknown command\r\n");
    $peer->answerAll("+PONG\r\n");
});
var_dump((new Client($script->dsn(['name' => 'me'])))->ping());

echo "-- replies that trickle in share the deadline\n";
$script = ScriptServer::start(function (Peer $peer) {
    for ($i = 0; $i < 3; $i++) {
        $peer->pause(0.15);
        $peer->send("+OK\r\n");
    }
    $peer->answerAll();
});
[$took, $error] = timed(fn() => (new Client("unix://u:p@{$script->socket()}?db=1&name=me&timeout=0.2"))->ping(), 0.2);
echo get_debug_type($error), $took > 0.199 && $took < 0.25 ? ' in time' : " after $took s", "\n";

echo "-- sending and waiting for the reply share the deadline\n";
$script = ScriptServer::start(function (Peer $peer) {
    $peer->pause(0.2);
    $peer->command();
    $peer->stall();
});
[$took, $error] = timed(fn() => (new Client($script->dsn(['read_timeout' => 0.3])))->set('key', str_repeat('x', 4 << 20)), 0.3);
echo get_debug_type($error), $took > 0.299 && $took < 0.35 ? ' in time' : " after $took s", "\n";

echo "-- a second Client to the same server has its own time to connect\n";
$silent = ScriptServer::start(fn(Peer $peer) => $peer->stall());
$patient = new Client($silent->dsn(['timeout' => 9, 'db' => 1]));
[$took, $error] = timed(fn() => (new Client($silent->dsn(['timeout' => 0.2, 'db' => 1])))->ping(), 0.2);
echo get_debug_type($error), $took > 0.199 && $took < 0.25 ? ' in time' : " after $took s", "\n";
?>
--EXPECT--
int(2)
-- what is sent
AUTH bob secret
SELECT 2
CLIENT SETNAME me
PING
AUTH only
PING
PING
-- a name the server does not take is no reason to fail
bool(true)
-- replies that trickle in share the deadline
Rediskit\TimeoutException in time
-- sending and waiting for the reply share the deadline
Rediskit\TimeoutException in time
-- a second Client to the same server has its own time to connect
Rediskit\TimeoutException in time
