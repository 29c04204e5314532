--TEST--
watch() when the kept connection and its server are gone: an exception, and nothing stays pinned
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn(['retries' => 0]));
$client->ping();
$server->stop();
try {
    $client->watch('k');
} catch (\Rediskit\RediskitException $error) {
    echo get_class($error), "\n";
}
echo $client->health()['status'], ' ', $client->health()['pool']['leased'], "\n";
$server->restart();
echo show($client->watch('k')), show($client->multi()->set('k', 1)->exec()), "\n";
?>
--EXPECT--
Rediskit\ConnectionException
down 0
true[true]
