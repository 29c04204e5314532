--TEST--
Lock and Counter use the connection and the prefix of a Client, also while that one queues
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Client, Counter, Lock};

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$client = new Client(['url' => $server->dsn(), 'prefix' => 'app:', 'serializer' => 'php', 'nil_as_false' => true]);
$lock = new Lock($client, 'x', 30.0);
$counter = new Counter($client, 'n', ceiling: 5);
$client->ping();
var_dump($lock->acquire(), $counter->get(), $counter->increment(5), $counter->increment(), $server->clients());
var_dump($server->cmd('GET', 'app:n'), $server->cmd('EXISTS', 'app:{x}:lock'));
echo "-- inside a pipeline and a transaction\n";
var_dump($client->pipeline(function (Client $client) use ($lock, $counter) {
    $client->set('a', 1);
    var_dump($counter->decrement(), $lock->refresh());
    $client->get('a');
}));
$client->multi();
var_dump($lock->isHeld());
$client->discard();
echo "-- the object outlives the Client\n";
unset($client);
var_dump($lock->release(), $counter->get());
echo "-- null: the configured server\n";
putenv('REDIS_URL=' . $server->dsn(['prefix' => 'env:']));
(new Counter(null, 'n'))->increment();
(new Lock(null, 'x'))->run(fn() => null);
var_dump($server->cmd('GET', 'env:n'), $server->cmd('EXISTS', 'env:{x}:fence'));
?>
--EXPECT--
bool(true)
int(0)
int(5)
NULL
int(1)
string(1) "5"
int(1)
-- inside a pipeline and a transaction
int(4)
bool(true)
array(2) {
  [0]=>
  bool(true)
  [1]=>
  int(1)
}
bool(true)
-- the object outlives the Client
bool(true)
int(4)
-- null: the configured server
string(1) "1"
int(1)
