--TEST--
A signal handler that forks while the client waits for ever: the child does not wait for its parent's reply, the parent gets it
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
$waits = [
    'blPop' => [fn () => $client->blPop('list', 0), fn () => $server->cmd('RPUSH', 'list', 'item')],
    'subscribe' => [
        fn () => $client->subscribe('channel', function ($client, $channel, $message) {
            echo "heard $message\n";
            $client->unsubscribe();
        }),
        fn () => $server->cmd('PUBLISH', 'channel', 'it'),
    ],
];
pcntl_async_signals(true);
$parent = getmypid();
foreach ($waits as $what => [$wait, $bring]) {
    echo "$what\n";
    pcntl_signal(SIGUSR1, function () use ($bring, &$child) {
        $child = pcntl_fork();
        if ($child) {
            try {
                wait_until(fn () => pcntl_waitpid($child, $status, WNOHANG) === $child, 5, 'the child to end');
            } catch (\Throwable) {
                posix_kill($child, SIGKILL);
                echo "the child waits, too\n";
            }
            $bring();
        }
    });
    $helper = pcntl_fork();
    if ($helper === 0) {
        wait_until(fn () => $server->cmd('PUBSUB', 'NUMSUB', 'channel')[1] || $server->info('blocked_clients'), 20, 'the wait');
        posix_kill($parent, SIGUSR1);
        kill_self();
    }
    try {
        echo show($wait()), "\n";
    } catch (\Rediskit\RediskitException $e) {
        echo getmypid() === $parent ? 'parent ' : 'child ', get_class($e), ': ', $e->getMessage(), "\n";
    }
    if (getmypid() !== $parent) {
        exit;
    }
    pcntl_waitpid($helper, $status);
}
?>
--EXPECT--
blPop
child Rediskit\OutcomeUnknownException: BLPOP was sent and no whole reply came (Connection lost: a signal handler forked while waiting, and the reply belongs to the parent process): it may or may not have been carried out; look before you repeat it
['list', 'item']
subscribe
child Rediskit\ConnectionException: Connection lost: a signal handler forked while waiting, and the reply belongs to the parent process
heard it
NULL
