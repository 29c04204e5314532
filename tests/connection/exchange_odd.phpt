--TEST--
Odd turns of an exchange: last words before a close, bytes behind a reply, rubbish while a request leaves, a reply awaited for ever
--EXTENSIONS--
pcntl
posix
--INI--
rediskit.max_reply_size=16384
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

/** Names of this run => what stands for them. */
function names(ScriptServer $server): array
{
    return [$server->socket() => 'SOCKET'];
}

echo "-- said before it closed: it explains nothing; the command, which was not sent, is repeated\n";
foreach (["+OK\r\n", "-ERR something else\r\n", "\$5\r\nab"] as $words) {
    $closed = temp_dir() . '/closed';
    $server = ScriptServer::start(function (Peer $peer) use ($words, $closed) {
        if ($peer->number > 0) {
            $peer->answerAll(":1\r\n");
        }
        $peer->expect('PING');
        $peer->send("+PONG\r\n");
        $peer->pause(0.05);
        $peer->send($words);
        try {
            $peer->close();
        } finally {
            touch($closed);
        }
    });
    $client = new Client($server->dsn());
    $client->ping();
    wait_until(fn() => file_exists($closed));
    attempt(fn() => $client->incr('n'));
    echo $server->connections(), "\n";
}

echo "-- a refusal that comes while a long request leaves: nothing of it was carried out, so it is repeated\n";
$large = str_repeat('x', 8 << 20);
foreach ([fn(Client $client) => $client->rPush('list', $large), fn(Client $client) => $client->pipeline()->rPush('list', $large)->incr('n')->exec()] as $work) {
    $server = ScriptServer::start(function (Peer $peer) {
        if ($peer->number > 0) {
            $peer->answerAll(":1\r\n");
        }
        $peer->pause(0.1);
        $peer->send("-ERR max number of clients reached\r\n");
        $peer->pause(0.1);
        $peer->close();
    });
    attempt(fn() => $work(new Client($server->dsn())), names($server));
    echo $server->connections(), "\n";
}

echo "-- more behind a reply than a reply may have\n";
$server = ScriptServer::start(function (Peer $peer) {
    $peer->command();
    $peer->send("+PONG\r\n\$20000\r\n" . str_repeat('x', 20000));
    $peer->stall();
});
attempt(fn() => (new Client($server->dsn()))->ping());

echo "-- a list's first byte, and then something else\n";
$server = ScriptServer::start(function (Peer $peer) {
    $peer->command();
    $peer->command();
    $peer->send('*');
    $peer->pause(0.05);
    $peer->send("\$5\r\nhello\r\n+OK\r\n");
    $peer->stall();
});
attempt(fn() => (new Client($server->dsn(['retries' => 0])))->pipeline()->get('a')->set('b', 'c')->exec());

echo "-- rubbish while a long pipeline leaves\n";
$server = ScriptServer::start(function (Peer $peer) {
    $peer->pause(0.05);
    $peer->send("@rubbish\r\n");
    $peer->stall();
});
$pipeline = (new Client($server->dsn(['retries' => 0])))->pipeline()->set('k', str_repeat('x', 8 << 20));
attempt(fn() => $pipeline->exec(), names($server));

echo "-- nobody takes the connection, or what is sent\n";
$full = stream_socket_server('tcp://127.0.0.1:0', $errno, $error, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, stream_context_create(['socket' => ['backlog' => 0]]));
$address = stream_socket_get_name($full, false);
$waiting = stream_socket_client("tcp://$address");
attempt(fn() => (new Client("redis://$address?timeout=0.1&retries=0"))->ping(), [$address => 'ADDRESS']);
$server = ScriptServer::start(fn(Peer $peer) => $peer->stall());
attempt(fn() => (new Client($server->dsn(['read_timeout' => 0.1, 'retries' => 0])))->set('k', str_repeat('x', 8 << 20)), names($server));

echo "-- refused in the handshake for a reason of its own\n";
$server = ScriptServer::start(function (Peer $peer) {
    $peer->expect('SELECT', '3');
    $peer->send("-LOADING Redis is loading the dataset in memory\r\n");
    $peer->stall();
});
attempt(fn() => (new Client($server->dsn(['db' => 3])))->ping(), names($server));

echo "-- for ever: a request that leaves in pieces, a pipeline, a time limit\n";
$server = Server::start();
$client = new Client($server->dsn());
$long = str_repeat('k', 8 << 20);
$client->rPush($long, 'pushed');
var_dump($client->bLMove($long, 'other', 'LEFT', 'LEFT', 0));
$client->rPush('list', 'a', 'b');
var_dump($client->pipeline()->blPop('list', 0)->blPop('list', 0)->exec() === [['list', 'a'], ['list', 'b']]);
// In a process of its own: what a fatal error leaves behind is PHP's, and nothing for valgrind.
$code = 'set_time_limit(30); (new Rediskit\Client(' . var_export($server->dsn(), true) . '))->blPop("nothing", 0);';
$process = proc_open([...php_command(), '-r', $code], [], $pipes);
$server->waitForBlocked(1);
posix_kill(proc_get_status($process)['pid'], SIGPROF); // what the timer of the limit sends
var_dump(proc_close($process));
?>
--EXPECTF--
-- said before it closed: it explains nothing; the command, which was not sent, is repeated
no exception: 1
2
no exception: 1
2
no exception: 1
2
-- a refusal that comes while a long request leaves: nothing of it was carried out, so it is repeated
no exception: 1
2
no exception: [1,1]
2
-- more behind a reply than a reply may have
Rediskit\CommandException: The reply is larger than rediskit.max_reply_size (16384 bytes): fetch less at a time (a SCAN, a range), or raise the setting
-- a list's first byte, and then something else
Rediskit\ConnectionException: Protocol error: the peer does not speak RESP2 (Bad multi-bulk length); is it really a Redis server?
-- rubbish while a long pipeline leaves
Rediskit\ConnectionException: Protocol error: the peer does not speak RESP2 (Protocol error, got "@" as reply type byte); is it really a Redis server?
-- nobody takes the connection, or what is sent
Rediskit\TimeoutException: No connection to ADDRESS in time: is the address right, and does no firewall drop packets? The option timeout sets how long to try
Rediskit\TimeoutException: write error on connection to unix:SOCKET: it takes no more bytes and the time is over
-- refused in the handshake for a reason of its own
Rediskit\LoadingException: LOADING Redis is loading the dataset in memory (the server has just started: try again in a while)
-- for ever: a request that leaves in pieces, a pipeline, a time limit
string(6) "pushed"
bool(true)

Fatal error: Maximum execution time of 30 seconds exceeded in %s on line %d
int(255)
