--TEST--
subscribe() calls back for each message until the callback has unsubscribed; other commands of the client go over other connections
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn(['prefix' => 'p:']));

/* Publishes each message once somebody listens to its channel. */
$publish = fn (array $messages) => function () use ($server, $messages) {
    foreach ($messages as [$channel, $message]) {
        wait_until(fn () => $server->cmd('PUBLISH', $channel, $message) > 0, 10, "a listener of $channel");
    }
};

/* Runs $listen in this process while another publishes. */
$meanwhile = function (array $messages, callable $listen) use ($publish) {
    parallel(1, $publish($messages), $listen);
};

echo "channels\n";
$meanwhile([['p:a', 'one'], ['p:b', "bin\0ary\r\n"], ['p:a', 'last']], function () use ($client) {
    $client->subscribe(['a', 'b'], function (...$arguments) use ($client) {
        [$same, $channel, $message] = $arguments;
        echo count($arguments), show($same === $client), " $channel ", show($message), "\n";
        // The client works as always meanwhile.
        echo show($client->incr('counter')), show($client->pipeline()->get('counter')->exec()), "\n";
        if ($message === 'last') {
            echo show($client->unsubscribe()), "\n";
        }
    });
});

echo "one by one\n";
$meanwhile([['p:a', '1'], ['p:b', '2']], function () use ($client) {
    $client->subscribe(['a', 'b'], function (Client $client, string $channel) {
        echo "$channel\n";
        $client->unsubscribe([substr($channel, 2)]);
    });
});

echo "patterns\n";
$meanwhile([['p:news.x', 'm']], function () use ($client) {
    $client->pSubscribe('news.*', function (Client $client, string $pattern, string $channel, string $message) {
        echo "$pattern $channel $message\n";
        $client->pUnsubscribe();
    });
});

echo "shard channels\n";
$connection = parallel(1, fn () => wait_until(fn () => $server->cmd('SPUBLISH', 'p:s', 'm') > 0), function () use ($client) {
    $client->sSubscribe('s', function (Client $client, string $channel, string $message) {
        echo "$channel $message\n";
        $client->sUnsubscribe('s');
    });
});

echo "the connection that listened serves again: ", show($client->get('counter')), ' ', $server->clients(), "\n";
?>
--EXPECT--
channels
3true p:a 'one'
1['1']
3true p:b 'bin\000ary\r\n'
2['2']
3true p:a 'last'
3['3']
true
one by one
p:a
p:b
patterns
p:news.* p:news.x m
shard channels
p:s m
the connection that listened serves again: '3' 2
