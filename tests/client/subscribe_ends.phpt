--TEST--
A subscription ends by an exception, exit, a time-out or a lost connection, and leaves nothing behind
--EXTENSIONS--
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());
$client->set('k', 'v');

$publisher = fn (string $channel) => fn () => wait_until(fn () => $server->cmd('PUBLISH', $channel, 'message') > 0);
$subscribers = fn () => $server->cmd('PUBSUB', 'NUMSUB', 'c')[1];

echo "the callback throws\n";
parallel(1, $publisher('c'), function () use ($client) {
    attempt(fn () => $client->subscribe('c', fn () => throw new \LogicException('mine')));
});
wait_until(fn () => $subscribers() === 0);
echo show($client->get('k')), "\n";

echo "outside a callback\n";
attempt(fn () => $client->unsubscribe());
attempt(fn () => $client->subscribe([], fn () => null));
attempt(fn () => $client->subscribe('c', 'no function'));
attempt(fn () => $client->subscribe('c', fn () => null, 0));

echo "inside a callback\n";
parallel(1, $publisher('c'), function () use ($client) {
    $client->subscribe('c', function (Client $client) {
        attempt(fn () => $client->subscribe('d', fn () => null));
        attempt(fn () => $client->select(1));
        attempt(fn () => $client->setOption('prefix', 'x'));
        attempt(fn () => $client->close());
        $client->unsubscribe();
    });
});

echo "silence\n";
$began = microtime(true);
attempt(fn () => $client->subscribe('c', fn () => null, 0.2));
$took = microtime(true) - $began;
echo show($took >= 0.2 && $took < 2), show($client->get('k')), "\n";
wait_until(fn () => $subscribers() === 0);

echo "exit\n";
parallel(1, $publisher('c'), function () use ($server) {
    echo run_php('$client = new Rediskit\Client(' . var_export($server->dsn(), true) . ');
        $client->subscribe("c", function () { echo "got it\n"; exit; });');
});

echo "lost connection\n";
parallel(1, function () use ($server, $subscribers) {
    wait_until(fn () => $subscribers() > 0);
    $server->cmd('CLIENT', 'KILL', 'TYPE', 'pubsub');
}, function () use ($client) {
    try {
        $client->subscribe('c', fn () => null);
    } catch (\Rediskit\ConnectionException $error) {
        echo get_class($error), "\n";
    }
});
echo show($client->get('k')), "\n";

echo "a signal handler ends the wait\n";
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => throw new \LogicException('signal'));
$me = getmypid();
parallel(1, function () use ($subscribers, $me) {
    wait_until(fn () => $subscribers() > 0);
    posix_kill($me, SIGUSR1);
}, fn () => attempt(fn () => $client->subscribe('c', fn () => null)));
echo show($client->get('k')), "\n";
?>
--EXPECT--
the callback throws
LogicException: mine
'v'
outside a callback
Rediskit\CommandException: This client is not subscribed: UNSUBSCRIBE is called inside a subscription's callback
ValueError: Rediskit\Client::subscribe(): Argument #1 ($channels) must not be empty
TypeError: Rediskit\Client::subscribe(): Argument #2 ($callback) must be a valid callback, function "no function" not found or invalid function name
ValueError: Rediskit\Client::subscribe(): Argument #3 ($timeout) must be greater than 0
inside a callback
Rediskit\CommandException: subscribe() can't be called from a subscribe() callback: use another client, or unsubscribe() first
Rediskit\CommandException: select() can't be called from a subscribe() callback: use another client, or unsubscribe() first
Rediskit\CommandException: setOption() can't be called from a subscribe() callback: use another client, or unsubscribe() first
Rediskit\CommandException: close() can't be called from a subscribe() callback: unsubscribe() first
silence
Rediskit\TimeoutException: No message came within 0.2 seconds: the subscription has ended
true'v'
exit
got it
lost connection
Rediskit\ConnectionException
'v'
a signal handler ends the wait
LogicException: signal
'v'
