--TEST--
Lock: a killed waiter costs nothing, the next one is woken by the same release
--EXTENSIONS--
posix
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$holder = new Lock($server->dsn(), 'x', 30.0);
$holder->acquire();

$children = parallel(3, function (int $number) use ($server) {
    $lock = new Lock($server->dsn(), 'x', 30.0);
    wait_until(fn() => (int) $server->cmd('ZCARD', '{x}:q') === $number, 10.0, 'my turn to queue');
    return $lock->acquire(20.0);
}, function (array $pids) use ($server, $holder) {
    $server->waitForBlocked(3);
    posix_kill($pids[0], 9);
    posix_kill($pids[1], 9);
    wait_until(fn() => (int) $server->info('blocked_clients') === 1, 10.0, 'the end of two waiters');
    $commands = $server->commands(fn() => $holder->release());
    // The release chose the first dead one. Two confirmations went on to the second and to the live one, the third saw that one awake.
    $confirmations = array_filter($commands, fn($c) => $c[0] === 'EVALSHA' && ($c[5] ?? '') === '{x}:w:');
    echo count($confirmations), " confirmations\n";
});
var_dump($children[0]->signal, $children[1]->signal, $children[2]->result);
var_dump($server->cmd('KEYS', '{x}:[qw]*'));
?>
--EXPECT--
3 confirmations
int(9)
int(9)
bool(true)
array(0) {
}
