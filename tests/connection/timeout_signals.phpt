--TEST--
A signal every 10 ms neither ends a wait early nor makes it longer
--EXTENSIONS--
pcntl
posix
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

pcntl_async_signals(true);
$signals = 0;
pcntl_signal(SIGUSR1, function () use (&$signals) {
    $signals++;
});

$silent = ScriptServer::start(fn(Peer $peer) => $peer->stall());
$trickling = ScriptServer::start(function (Peer $peer) {
    $peer->command();
    $peer->trickle("\$1000\r\n" . str_repeat('x', 1000), 0.005);
});
$slow = ScriptServer::start(function (Peer $peer) {
    while (true) {
        $peer->command();
        $peer->pause(0.1);
        $peer->trickle("\$10\r\n0123456789\r\n", 0.005);
    }
});

$parent = getmypid();
$sender = pcntl_fork();
if ($sender === 0) {
    while (posix_kill($parent, SIGUSR1) && posix_getppid() === $parent) {
        usleep(10000);
    }
    kill_self();
}

foreach (['silent' => $silent, 'trickling' => $trickling] as $title => $server) {
    $client = new Client($server->dsn(['read_timeout' => 0.3]));
    [$took, $error] = timed(fn() => $client->get('key'), 0.3);
    echo "$title: ", get_debug_type($error), $took >= 0.299 && $took <= 0.35 ? ', in time' : ", took $took s instead of 0.3 s", "\n";
}
$client = new Client($slow->dsn(['read_timeout' => 2]));
echo 'slow: ', $client->get('key'), ' ', $client->get('key'), "\n";

posix_kill($sender, SIGKILL);
pcntl_waitpid($sender, $status);
var_dump($signals > 20);
?>
--EXPECT--
silent: Rediskit\TimeoutException, in time
trickling: Rediskit\TimeoutException, in time
slow: 0123456789 0123456789
bool(true)
