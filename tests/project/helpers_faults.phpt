--TEST--
The test helpers script a server's bytes and make a network fail
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/script_server.inc';
require __DIR__ . '/../inc/proxy.inc';

$script = ScriptServer::start(function (Peer $peer) {
    if ($peer->number === 1) {
        $peer->stall();
    }
    $peer->expect('get', 'key');
    $peer->trickle("\$3\r\nabc\r\n", 0.001);
    $peer->command();
    $peer->close();
});
$client = new RespClient("unix://{$script->socket()}");
var_dump($client->command('GET', 'key'));
try {
    $client->command('INCR', "n\n");
} catch (\RuntimeException $error) {
    echo $error->getMessage(), "\n";
}
$stalled = new RespClient("unix://{$script->socket()}", 0.05);
try {
    $stalled->command('PING');
} catch (\RuntimeException $error) {
    echo $error->getMessage(), "\n";
}
var_dump($script->connections(), json_encode($script->received()), $script->received(1));
$tcp = ScriptServer::start(fn(Peer $peer) => $peer->answerAll("-ERR no\r\n"), '127.0.0.1');
try {
    (new RespClient("tcp://127.0.0.1:{$tcp->port()}"))->command('PING');
} catch (RespError $error) {
    echo $error->getMessage(), "\n";
}

echo "-- proxy\n";
$server = Server::start();
$proxy = Proxy::to($server->socket);
$client = new RespClient("unix://$proxy->socket");
var_dump($proxy->trips(function () use ($client) {
    $client->command('PING');
    $client->sendRaw("PING\r\nPING\r\n");
    $client->read();
    $client->read();
}));
$proxy->loseNextReply();
try {
    $client->command('INCR', 'n');
} catch (\RuntimeException $error) {
    echo $error->getMessage(), "\n";
}
var_dump($server->cmd('GET', 'n'));
$client = new RespClient("unix://$proxy->socket", 0.05);
$client->command('PING');
var_dump($proxy->connections());
$proxy->stall();
$client->send('PING');
try {
    $client->read();
} catch (\RuntimeException $error) {
    echo $error->getMessage(), "\n";
}
$proxy->resume();
var_dump($client->read());
$proxy->refuse();
try {
    (new RespClient("unix://$proxy->socket"))->command('PING');
} catch (\RuntimeException $error) {
    echo $error->getMessage(), "\n";
}
var_dump($proxy->connections());

echo "-- a script that expects something else\n";
$wrong = ScriptServer::start(fn(Peer $peer) => $peer->expect('SET', 'key', 'value'));
$client = new RespClient("unix://{$wrong->socket()}");
try {
    $client->command('SET', 'key', 'other');
} catch (\RuntimeException $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
string(3) "abc"
the server closed the connection
no reply in time
int(2)
string(30) "[["GET","key"],["INCR","n\n"]]"
array(0) {
}
ERR no
-- proxy
int(2)
the server closed the connection
string(1) "1"
int(1)
no reply in time
string(4) "PONG"
the server closed the connection
int(0)
-- a script that expects something else
the server closed the connection
script server: expected ["SET","key","value"], got ["SET","key","other"]
