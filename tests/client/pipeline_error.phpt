--TEST--
What a pipeline cannot do is said clearly, and an exception in its callback sends nothing
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());
$client->ping();

echo "without a pipeline\n";
attempt(fn () => $client->exec());
attempt(fn () => $client->discard());

echo "nested\n";
$client->pipeline();
attempt(fn () => $client->pipeline());
$client->multi();
attempt(fn () => $client->multi());
attempt(fn () => $client->pipeline());
$client->discard();
$client->discard();

echo "not to be queued\n";
$client->pipeline();
$cursor = null;
foreach (
    [
        fn () => $client->scan($cursor), fn () => $client->hScan('h', $cursor), fn () => iterator_to_array($client->scanKeys()), fn () => $client->watch('k'), fn () => $client->unwatch(), fn () => $client->select(1),
        fn () => $client->auth('x'), fn () => $client->setOption('prefix', 'x'), fn () => $client->subscribe('c', fn () => null),
    ] as $call
) {
    attempt($call);
}
$client->discard();

echo "callback throws\n";
echo $server->roundTrips(function () use ($client) {
    attempt(fn () => $client->pipeline(function ($pipe) {
        $pipe->set('k', 'v');
        throw new \LogicException('mine');
    }));
    attempt(fn () => $client->transaction(function ($multi) {
        $multi->set('k', 'v');
        throw new \LogicException('mine too');
    }));
    attempt(fn () => $client->pipeline(function ($pipe) {
        $pipe->multi()->set('k', 'v');
    }));
    attempt(fn () => $client->transaction(function ($multi) {
        $multi->set('k', 'v')->discard();
    }));
}), " commands\n";
echo show($client->get('k')), "\n";

echo "a transaction that throws leaves the pipeline around it\n";
$client->pipeline()->set('before', 1);
attempt(fn () => $client->transaction(function ($multi) {
    $multi->set('k', 'v');
    throw new \LogicException('inner');
}));
echo show($client->set('after', 2)->exec()), show($client->mGet(['before', 'k', 'after'])), "\n";

echo "abandoned\n";
(new Client($server->dsn()))->pipeline()->set('k', 'lost');
echo show($client->get('k')), "\n";

echo "exit in the callback\n";
run_php('$client = new Rediskit\Client(' . var_export($server->dsn(), true) . '); $client->pipeline(function ($pipe) { $pipe->set("k", "v"); exit; });');
echo show($client->get('k')), "\n";
?>
--EXPECT--
without a pipeline
Rediskit\CommandException: exec() without multi() or pipeline()
Rediskit\CommandException: discard() without multi() or pipeline()
nested
Rediskit\CommandException: pipeline() inside a pipeline: call exec() or discard() first
Rediskit\CommandException: multi() inside a transaction: they can't be nested
Rediskit\CommandException: pipeline() inside a transaction: call exec() or discard() first
not to be queued
Rediskit\CommandException: SCAN can't be queued: call exec() or discard() first
Rediskit\CommandException: HSCAN can't be queued: call exec() or discard() first
Rediskit\CommandException: SCAN can't be queued: call exec() or discard() first
Rediskit\CommandException: watch() can't be queued: call exec() or discard() first
Rediskit\CommandException: unwatch() can't be queued: call exec() or discard() first
Rediskit\CommandException: select() can't be queued: call exec() or discard() first
Rediskit\CommandException: auth() can't be queued: call exec() or discard() first
Rediskit\CommandException: setOption() can't be queued: call exec() or discard() first
Rediskit\CommandException: subscribe() can't be queued: call exec() or discard() first
callback throws
LogicException: mine
LogicException: mine too
Rediskit\CommandException: The pipeline's callback left a transaction open: call exec() or discard() in it; nothing was sent
Rediskit\CommandException: The transaction's callback has ended the transaction itself
0 commands
NULL
a transaction that throws leaves the pipeline around it
LogicException: inner
[true, true]['1', NULL, '2']
abandoned
NULL
exit in the callback
NULL
