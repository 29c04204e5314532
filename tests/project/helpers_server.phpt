--TEST--
The test helpers start a private server, count what clients send, and stop it
--EXTENSIONS--
openssl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';

$server = Server::start(['requirepass' => 'x', 'rename-command' => ['KEYS ""']], tcp: true, tls: true);
var_dump($server->cmd('SET', 'a', 1), $server->cmd('GET', 'a'), $server->cmd('LRANGE', 'no', 0, -1));
try {
    $server->cmd('KEYS', '*');
} catch (RespError $error) {
    echo $error->getMessage(), "\n";
}
$client = new RespClient("tcp://127.0.0.1:$server->port");
$client->command('AUTH', 'x');
var_dump($server->clients());

// What a script calls is not a round trip.
var_dump($server->commands(function () use ($client) {
    $client->command('EVAL', "return redis.call(\n'SET', KEYS[1], \"a\")", 1, 'k');
    $client->command('get', 'k');
}) === [['EVAL', "return redis.call(\n'SET', KEYS[1], \"a\")", '1', 'k'], ['GET', 'k']]);
var_dump($server->roundTrips(fn() => $client->command('GET', 'k')));

$children = parallel(3, function (int $number) use ($server) {
    if ($number === 2) {
        throw new \LogicException('two');
    }
    return [$number, $server->cmd('INCR', 'n') > 0];
});
echo json_encode($children), "\n";

$tls = stream_socket_client("tls://localhost:$server->tlsPort", context: stream_context_create([
    'ssl' => ['cafile' => Certificates::get()->ca],
]));
fwrite($tls, "PING\r\n");
var_dump(fgets($tls));

$server->restart();
var_dump($server->cmd('EXISTS', 'a'));
$pid = $server->pid();
$server->stop();
var_dump(file_exists("/proc/$pid"));

// A killed test takes its server with it.
$code = 'require ' . var_export(__DIR__ . '/../inc/server.inc', true) . ';'
    . 'echo Rediskit\Tests\Server::start()->pid(); flush(); exec("kill -9 " . getmypid());';
$pid = run_php($code, [], $exit);
var_dump($exit, (int) $pid > 0, wait_until(fn() => !file_exists("/proc/$pid"), 5.0, 'the end of the orphan'));
?>
--EXPECT--
string(2) "OK"
string(1) "1"
array(0) {
}
ERR unknown command 'KEYS', with args beginning with: '*' 
int(1)
bool(true)
int(1)
[{"result":[0,true],"error":null,"exit":0,"signal":null},{"result":[1,true],"error":null,"exit":0,"signal":null},{"result":null,"error":"LogicException: two at helpers_server.php:26","exit":255,"signal":null}]
string(34) "-NOAUTH Authentication required.
"
int(0)
bool(false)
int(137)
bool(true)
bool(true)
