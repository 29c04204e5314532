--TEST--
A pipeline is one round trip; results come in order, each as the method would return it, failed ones as exception objects
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require_once __DIR__ . '/../inc/proxy.inc';

use Rediskit\Client;

$server = Server::start();
$proxy = Proxy::to($server->socket);
$client = new Client($proxy->dsn(['prefix' => 'p:']));
$client->ping();

echo $proxy->trips(function () use ($client) {
    $client->hMSet('h', ['f' => '1', 'g' => 'x']);
}), " round trip before\n";

echo $proxy->trips(function () use ($client) {
    $same = $client->pipeline();
    echo show($same === $client), show($client->set('a', 'x') === $client), "\n";
    echo show($client
        ->incr('n')->hGetAll('h')->hMGet('h', ['g', 'none'])->lPop('a')->mGet(['a', 'none'])->expire('a', 100)->zAdd('z', 1.5, 'm')->zRange('z', 0, -1, true)
        ->eval('return {1, {err = "ERR inside"}, "x"}')->command('GET', 'a')->get('none')
        ->exec()), "\n";
}), " round trip\n";

// With a callback; what it returns does not matter.
echo show($client->pipeline(function (Client $pipe) use ($client) {
    $pipe->get('a')->incr('n');
    echo show($pipe === $client), "\n";
    return 'ignored';
})), "\n";

// Nothing queued, nothing sent.
echo $server->roundTrips(function () use ($client) {
    echo show($client->pipeline()->exec()), show($client->pipeline(fn () => null)), show($client->multi()->exec()), show($client->transaction(fn () => null)), "\n";
    $client->pipeline()->get('a');
    echo show($client->discard()), "\n";
    echo show($client->pipeline(fn (Client $pipe) => $pipe->get('a')->discard())), "\n";
}), " commands for nothing\n";

// Back to single commands.
echo show($client->get('a')), "\n";

// Many commands: more than the socket holds.
$value = str_repeat('v', 1000);
$client->pipeline();
for ($i = 0; $i < 20000; $i++) {
    $client->set("k$i", $value . $i)->get("k$i");
}
$results = $client->exec();
$right = count($results) === 40000;
foreach ($results as $i => $result) {
    $right = $right && $result === ($i % 2 ? $value . intdiv($i, 2) : true);
}
echo show($right), "\n";
?>
--EXPECT--
1 round trip before
truetrue
[true, 1, ['f' => '1', 'g' => 'x'], ['g' => 'x', 'none' => NULL], Rediskit\WrongTypeException(WRONGTYPE Operation against a key holding the wrong kind of value (TYPE says what the key holds)), ['x', NULL], true, 1, ['m' => 1.5], [1, Rediskit\CommandException(ERR inside), 'x'], 'x', NULL]
1 round trip
true
['x', 2]
[][][][]
true
[]
0 commands for nothing
'x'
true
