--TEST--
A pipeline or transaction whose callback throws sends nothing and leaves the connection as it was
--EXTENSIONS--
ctype
mbstring
tokenizer
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Support\Facades\Redis;

$server = Server::start();
laravel($server);
$server->cmd('PING');
$throw = function ($client) {
    $client->set('a', 1);
    throw new \LogicException('from the callback');
};
$connection = Redis::connection();
$attempts = [
    'pipeline' => fn () => $connection->pipeline($throw),
    'transaction' => fn () => $connection->transaction($throw),
    'transaction in a pipeline' => fn () => $connection->pipeline(fn () => $connection->transaction($throw)),
    'type error' => fn () => $connection->pipeline(fn ($pipe) => $pipe->set('a', 1)->lrange('a')),
];
foreach ($attempts as $name => $attempt) {
    $commands = $server->commands(function () use ($attempt) {
        try {
            $attempt();
        } catch (\LogicException | \ArgumentCountError $error) {
            echo get_class($error), "\n";
        }
    });
    show($name, [$commands, $connection->get('a')]);
}

// One round trip for all of it, whatever it holds.
$commands = $server->commands(fn () => $connection->transaction(fn ($transaction) => $transaction->set('a', 1)->incr('a')));
show('transaction', array_column($commands, 0));
?>
--EXPECT--
LogicException
pipeline: [[],null]
LogicException
transaction: [[],null]
LogicException
transaction in a pipeline: [[],null]
ArgumentCountError
type error: [[],null]
transaction: ["MULTI","SET","INCR","EXEC"]
