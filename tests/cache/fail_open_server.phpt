--TEST--
Cache, on_error: 'miss': a server that is killed, stopped, never answers or cannot serve costs one attempt each rediskit.retry_after; it is used again when it is back
--EXTENSIONS--
rediskit
posix
pcntl
--INI--
rediskit.retry_after=1000
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/script_server.inc';
use Rediskit\{Cache, Client};
use Rediskit\Tests\{Peer, ScriptServer, Server};
use function Rediskit\Tests\wait_until;

$options = ['prefix' => 'c:', 'on_error' => 'miss'];
$skipped = fn() => Cache::stats()['skipped'];
/** What one call of each kind gives. */
$ask = fn(Cache $cache) => json_encode([$cache->get('k', 'default'), $cache->put('l', 1), $cache->remember('k', 60, fn() => 'computed')]);

echo "killed\n";
$server = Server::start();
$cache = new Cache($server->dsn(), $options);
$cache->put('k', 'stored');
echo $ask($cache), "\n";
$server->kill();
echo $ask($cache), ', not tried: ', $skipped(), "\n";
try {
    (new Cache($server->dsn(), ['prefix' => 'c:']))->get('k');
} catch (Rediskit\ConnectionException $error) {
    echo "others try: ", strtok($error->getMessage(), ':'), "\n";
}
$server->restart();
echo 'back, and left alone: ', $ask($cache), "\n";
ini_set('rediskit.retry_after', 0.001);
usleep(2000);
$cache->forever('k', 'stored');
ini_set('rediskit.retry_after', 1000);
echo 'tried again: ', $ask($cache), "\n";

echo "somebody else's success counts\n";
$server->kill();
$cache->get('k');
$server->restart();
$client = new Client($server->dsn());
$client->set('c:k', 'stored');
echo $ask($cache), "\n";

echo "stopped\n";
$slow = Server::start();
$cache = new Cache($slow->dsn(['read_timeout' => 0.2]), $options);
$cache->put('k', 'stored');
$slow->freeze();
$before = $skipped();
echo $ask($cache), ', not tried: ', $skipped() - $before, "\n";
$slow->thaw();
echo 'a client: ', (new Client($slow->dsn()))->get('c:k'), ', then the cache: ', $ask($cache), "\n";

echo "attempts to connect, of ten calls each\n";
foreach ([1000, 0] as $pause) {
    ini_set('rediskit.retry_after', $pause);
    $closing = ScriptServer::start(fn(Peer $peer) => $peer->close(), '127.0.0.1');
    $cache = new Cache($closing->dsn(['name' => 'x']), $options); // with a name to send, logging in is part of connecting
    for ($i = 0; $i < 10; $i++) {
        $cache->get('k');
    }
    echo "$pause: ", wait_until(fn() => $closing->connections()), "\n";
}
ini_set('rediskit.retry_after', 1000);

echo "what the server says\n";
foreach (['LOADING', 'MASTERDOWN', 'CLUSTERDOWN', 'READONLY', 'BUSY', 'OOM', 'MISCONF', 'NOREPLICAS', 'TRYAGAIN', 'ERR', 'NOPERM'] as $word) {
    $refusing = ScriptServer::start(fn(Peer $peer) => $peer->answerAll("-$word it says\r\n"));
    try {
        echo "$word: ", $ask(new Cache($refusing->dsn(), $options)), "\n";
    } catch (Rediskit\CommandException $error) {
        echo "$word: ", get_class($error), "\n";
    }
}
?>
--EXPECT--
killed
["stored",true,"stored"]
["default",false,"computed"], not tried: 2
others try: Connection refused by unix
back, and left alone: ["default",false,"computed"]
tried again: ["stored",true,"stored"]
somebody else's success counts
["stored",true,"stored"]
stopped
["default",false,"computed"], not tried: 2
a client: stored, then the cache: ["stored",true,"stored"]
attempts to connect, of ten calls each
1000: 1
0: 10
what the server says
LOADING: ["default",false,"computed"]
MASTERDOWN: ["default",false,"computed"]
CLUSTERDOWN: ["default",false,"computed"]
READONLY: ["default",false,"computed"]
BUSY: ["default",false,"computed"]
OOM: ["default",false,"computed"]
MISCONF: ["default",false,"computed"]
NOREPLICAS: ["default",false,"computed"]
TRYAGAIN: ["default",false,"computed"]
ERR: ERR: Rediskit\CommandException
NOPERM: NOPERM: Rediskit\NoPermissionException
