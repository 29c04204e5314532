--TEST--
Lock: waiters get it in the order in which they came, also those who sleep for more than one slice
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$holder = new Lock($server->dsn(), 'x', 30.0);
$holder->acquire();

parallel_results(6, function (int $number) use ($server) {
    $lock = new Lock($server->dsn(), 'x', 30.0);
    wait_until(fn() => (int) $server->cmd('ZCARD', '{x}:q') === $number, 10.0, 'my turn to queue');
    $lock->acquire(20.0) or throw new \Exception('not acquired');
    $server->cmd('RPUSH', 'order', $number);
    $server->cmd('RPUSH', 'tokens', $lock->token());
    $lock->release();
}, function () use ($server, $holder) {
    $server->waitForBlocked(6);
    $first = $server->cmd('ZRANGE', '{x}:q', 0, -1, 'WITHSCORES');
    // Everybody has slept to the end of a slice and registered again, at the old place.
    $evals = fn() => (int) preg_replace('/.*cmdstat_eval:calls=(\d+).*/s', '$1', $server->cmd('INFO', 'commandstats'));
    wait_until(fn() => $evals() >= 12, 10.0, 'second registrations');
    $server->waitForBlocked(6);
    echo $server->cmd('ZRANGE', '{x}:q', 0, -1, 'WITHSCORES') === $first ? "places kept\n" : "places lost\n";
    $holder->release();
});
echo implode(' ', $server->cmd('LRANGE', 'order', 0, -1)), "\n";
$tokens = $server->cmd('LRANGE', 'tokens', 0, -1);
$sorted = $tokens;
sort($sorted);
echo $tokens === $sorted && count(array_unique($tokens)) === 6 ? "tokens rise\n" : "tokens do not rise\n";
?>
--EXPECT--
places kept
0 1 2 3 4 5
tokens rise
