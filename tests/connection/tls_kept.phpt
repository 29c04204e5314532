--TEST--
A kept TLS connection: found alive or dead without a round trip, closed with a goodbye
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/certificates.inc';

$server = Server::start(tls: true);
$dsn = $server->tlsDsn(['tls_ca_file' => Certificates::get()->ca]);
$client = new Client($dsn);
$id = $client->command('CLIENT', 'ID');
usleep(1050000);    // after a second it is looked at
var_dump($client->command('CLIENT', 'ID') === $id);

echo "-- closed by the server, with TLS' own goodbye\n";
$server->cmd('CLIENT', 'KILL', 'ID', $id);
usleep(1050000);
attempt(fn() => $client->incr('n'));
var_dump($client->command('CLIENT', 'ID') !== $id);

echo "-- at once, without a look: told from a broken reply\n";
$server->cmd('CLIENT', 'KILL', 'ID', $client->command('CLIENT', 'ID'));
attempt(fn() => $client->get('n'));

echo "-- ended as by a crash\n";
$port = $server->tlsPort;
$server->kill();
attempt(fn() => $client->get('n'), ["$port" => 'PORT']);

echo "-- a Client that is not persistent leaves at once\n";
$server->restart();
$single = new Client($server->tlsDsn(['tls_ca_file' => Certificates::get()->ca, 'persistent' => 0]));
$single->ping();
var_dump($server->clients());
unset($single);
wait_until(fn() => $server->clients() === 0);
?>
--EXPECT--
bool(true)
-- closed by the server, with TLS' own goodbye
no exception: 1
bool(true)
-- at once, without a look: told from a broken reply
no exception: 1
-- ended as by a crash
Rediskit\ConnectionException: Connection refused by localhost:PORT: is Redis running there, and is this its port?
-- a Client that is not persistent leaves at once
int(1)
