--TEST--
A transaction is one round trip; an aborted one says why; inside a pipeline it contributes one list
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require_once __DIR__ . '/../inc/proxy.inc';

use Rediskit\Client;

$server = Server::start();
$proxy = Proxy::to($server->socket);
$client = new Client($proxy->dsn());
$client->ping();

echo $proxy->trips(function () use ($client) {
    echo show($client->multi()->set('a', '1')->incr('a')->hGet('a', 'f')->zAdd('z', 1, 'm')->zRange('z', 0, -1, true)->exec()), "\n";
}), " round trip\n";
echo $proxy->trips(fn () => print(show($client->transaction(fn (Client $multi) => $multi->get('a')->hGetAll('h'))) . "\n")), " round trip\n";

echo "wire: ", json_encode($server->commands(fn () => $client->multi()->get('a')->exec())), "\n";

echo "inside a pipeline\n";
echo $proxy->trips(function () use ($client) {
    $client->pipeline()->get('a');
    echo show($client->multi() === $client), "\n";
    $client->incr('a')->incr('a');
    echo show($client->exec() === $client), "\n";
    $client->get('a');
    echo show($client->transaction(fn ($multi) => $multi->get('a')) === $client), "\n";
    echo show($client->multi()->set('a', 'dropped')->discard() === $client), "\n";
    echo show($client->get('a')->exec()), "\n";
}), " round trip\n";

echo "aborted\n";
attempt(fn () => $client->multi()->set('a', 1)->command('SET', 'only a key')->exec());
try {
    $client->multi()->command('NOSUCHCOMMAND')->exec();
} catch (\Rediskit\ExecAbortedException $error) {
    echo $error->getPrefix(), ' ', $error->getCommand(), "\n";
}
echo show($client->get('a')), "\n";
echo show($client->pipeline()->get('a')->multi()->command('SET', 'only a key')->exec()->get('a')->exec()), "\n";

echo "discarded\n";
echo $proxy->trips(fn () => $client->multi()->set('a', 'x')->discard()), " round trips\n";

echo "blocking commands do not block\n";
echo show($client->multi()->blPop('none', 5)->get('a')->exec()), "\n";
?>
--EXPECT--
[true, 2, Rediskit\WrongTypeException(WRONGTYPE Operation against a key holding the wrong kind of value (TYPE says what the key holds)), 1, ['m' => 1.0]]
1 round trip
['2', []]
1 round trip
wire: [["MULTI"],["GET","a"],["EXEC"]]
inside a pipeline
true
true
true
true
['2', [3, 4], '4', ['4'], '4']
1 round trip
aborted
Rediskit\ExecAbortedException: EXECABORT Transaction discarded because of previous errors. (ERR wrong number of arguments for 'set' command)
EXECABORT EXEC
'4'
['4', Rediskit\ExecAbortedException(EXECABORT Transaction discarded because of previous errors. (ERR wrong number of arguments for 'set' command)), '4']
discarded
0 round trips
blocking commands do not block
[NULL, '4']
