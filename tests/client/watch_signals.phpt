--TEST--
A signal handler that uses the client while a watching connection waits for its reply: it meets neither the reply nor the connection's end
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());
$client->set('x', 'value of x');

$handlers = [
    'a command' => fn () => $client->get('x'),
    'close()' => fn () => $client->close(),
    'discard()' => fn () => $client->multi()->discard(),
    'unwatch()' => fn () => $client->unwatch(),
    'a transaction that throws' => fn () => $client->transaction(fn () => throw new \LogicException('mine')),
];
pcntl_async_signals(true);
foreach ($handlers as $what => $handler) {
    echo "$what\n";
    pcntl_signal(SIGUSR1, function () use ($handler, $server) {
        attempt($handler);
        $server->cmd('RPUSH', 'list', 'an item');
    });
    $client->watch('k');
    $parent = getmypid();
    $pid = pcntl_fork();
    if ($pid === 0) {
        $server->waitForBlocked(1);
        posix_kill($parent, SIGUSR1);
        kill_self();
    }
    echo show($client->blPop('list', 0)), show($client->get('x')), show($client->multi()->get('x')->exec()), "\n";
    pcntl_waitpid($pid, $status);
}
echo $client->health()['pool']['leased'], "\n";
?>
--EXPECT--
a command
Rediskit\ConnectionException: GET cannot be sent over the connection that watch() holds: another command waits there for its reply, or was cut off by a fatal error; use another client
['list', 'an item']'value of x'['value of x']
close()
no exception: NULL
['list', 'an item']'value of x'['value of x']
discard()
no exception: true
['list', 'an item']'value of x'['value of x']
unwatch()
Rediskit\ConnectionException: UNWATCH cannot be sent over the connection that watch() holds: another command waits there for its reply, or was cut off by a fatal error; use another client
['list', 'an item']'value of x'['value of x']
a transaction that throws
LogicException: mine
['list', 'an item']'value of x'['value of x']
0
