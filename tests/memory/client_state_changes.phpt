--TEST--
User code that runs while keys and channels are read may change the client's state: select(), multi(), watch()
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use Rediskit\Client;
use Rediskit\Tests\Server;

/* A key whose text is made by running something. */
final class Key
{
    public function __construct(private Closure $work)
    {
    }

    public function __toString(): string
    {
        ($this->work)();

        return 'key';
    }
}

$server = Server::start();

/* The connection of a subscription belongs to the server and database it was made for; one that is not kept would be freed with them. */
$client = new Client($server->dsn(['persistent' => '0']));
try {
    $client->subscribe([new Key(fn () => $client->select(1))], fn () => 0, 0.05);
} catch (Rediskit\TimeoutException $e) {
    echo get_class($e), ', ', $client->getOption('database'), "\n";
}

/* watch() is never queued. */
$client = new Client($server->dsn());
$gone = WeakReference::create($client);
try {
    $client->watch('a', new Key(fn () => $client->multi()));
} catch (Rediskit\CommandException $e) {
    echo $e->getMessage(), "\n";
}
var_dump($client->set('a', 1)->exec());
$e = null;
$client = null;
var_dump($gone->get());

/* The connection that watches stays with the client, whoever watched first. */
$client = new Client($server->dsn());
$client->watch('a', new Key(fn () => $client->watch('b')));
$server->cmd('SET', 'b', '2');
var_dump($client->transaction(fn ($transaction) => $transaction->set('c', 1)));
?>
--EXPECT--
Rediskit\TimeoutException, 1
watch() can't be queued: call exec() or discard() first
array(1) {
  [0]=>
  bool(true)
}
NULL
NULL
