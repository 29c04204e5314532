--TEST--
A signal every 10 ms: no call ends early or late, none is repeated, every reply is right
--EXTENSIONS--
session
pcntl
posix
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start();
$proxy = Proxy::to($server->socket);
pcntl_async_signals(true);
$signals = 0;
pcntl_signal(SIGUSR1, function () use (&$signals) {
    $signals++;
});
$parent = getmypid();
$sender = pcntl_fork();
if ($sender === 0) {
    while (posix_getppid() === $parent && posix_kill($parent, SIGUSR1)) {
        usleep(10000);
    }
    kill_self();
}

echo "-- slow replies\n";
$slow = new Operations($proxy->dsn(), 'slow:');
$slow->each(fn() => $proxy->delay(0.025), fn() => $proxy->delay(0));
echo "-- no reply\n";
(new Operations($server->dsn(['read_timeout' => 0.06, 'timeout' => 0.06]), 'frozen:'))
    ->each(fn() => $server->freeze(), fn() => $server->thaw(), deadline: 0.06, twice: Operations::RELEASING);

posix_kill($sender, SIGKILL);
pcntl_waitpid($sender, $status);
echo $server->cmd('GET', 'slow:n') === $slow->times('Client incr', 'Client pipeline', 'Client transaction')
    && $server->cmd('GET', 'slow:cache:n') === $slow->times('Cache increment') ? "once each\n" : "MORE THAN ONCE\n";
var_dump($signals > 20);
?>
--EXPECT--
-- slow replies
Client get: text
Client incr: true
Client pipeline: 2
Client transaction: 2
Cache get: text
Cache put: true
Cache increment: true
Cache remember: text
Lock acquire: true
Lock release: true
Counter get: true
Counter increment: true
Session start: started
Session write: written
-- no reply
Client get: TimeoutException, in time
Client incr: OutcomeUnknownException, in time
Client pipeline: OutcomeUnknownException, in time
Client transaction: OutcomeUnknownException, in time
Cache get: TimeoutException, in time
Cache put: TimeoutException, in time
Cache increment: OutcomeUnknownException, in time
Cache remember: TimeoutException, in time
Lock acquire: TimeoutException, in time
Lock release: OutcomeUnknownException, in time
Counter get: TimeoutException, in time
Counter increment: OutcomeUnknownException, in time
Session start: not started (no answer in time), in time
Session write: outcome unknown, in time
once each
bool(true)
