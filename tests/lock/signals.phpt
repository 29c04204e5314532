--TEST--
Lock: signal handlers run while it waits, and may end the wait by throwing
--EXTENSIONS--
posix
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start(['user' => ['nonblocking on nopass ~* +@all -@blocking']], tcp: true);
$holder = new Lock($server->dsn(), 'x', 60.0);
$holder->acquire();
foreach ([$server->dsn(), $server->tcpDsn([], 'nonblocking:any@')] as $dsn) {
    $results = parallel_results(1, function () use ($server, $dsn) {
        pcntl_async_signals(true);
        pcntl_signal(SIGUSR1, function () use ($server, $dsn) {
            // The connection that waited is free for others here.
            $server->cmd('SET', 'handled', (string) (new Lock($dsn, 'y'))->acquire());
        });
        pcntl_signal(SIGUSR2, fn() => throw new \DomainException('stop waiting'));
        try {
            $server->cmd('SET', 'waiting', 1);
            (new Lock($dsn, 'x'))->acquire(INF);
        } catch (\DomainException $error) {
            return $error->getMessage();
        }
    }, function (array $pids) use ($server) {
        wait_until(fn() => $server->cmd('EXISTS', 'waiting'));
        posix_kill($pids[0], SIGUSR1);
        echo wait_until(fn() => $server->cmd('GETDEL', 'handled'), 5.0, 'the handler'), "\n";
        posix_kill($pids[0], SIGUSR2);
    });
    echo $results[0], "\n";
    print_r($server->cmd('KEYS', '{x}:[qw]*'));
    $server->cmd('DEL', '{y}:lock', 'waiting');
}
?>
--EXPECT--
1
stop waiting
Array
(
)
1
stop waiting
Array
(
)
