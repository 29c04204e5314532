--TEST--
Unknown host, refused port, missing socket: a typed exception that names the server and what to do
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$port = free_port();
$dir = temp_dir();
attempt(fn() => (new Client("redis://127.0.0.1:$port"))->ping(), ["$port" => 'PORT']);
attempt(fn() => (new Client("redis://[::1]:$port"))->ping(), ["$port" => 'PORT']);
attempt(fn() => (new Client("redis://localhost:$port"))->ping(), ["$port" => 'PORT']);
attempt(fn() => (new Client("redis://:SECRET@nosuch.invalid:$port"))->ping());
attempt(fn() => (new Client("unix://$dir/none.sock"))->ping(), [$dir => 'DIR']);
touch("$dir/file");
attempt(fn() => (new Client("unix://$dir/file"))->ping(), [$dir => 'DIR']);

echo "-- a name with several addresses: the one that answers is found\n";
$server = Server::start(['bind' => '::1'], tcp: true);
attempt(fn() => who(new Client("redis://localhost:$server->port")));
?>
--EXPECTF--
Rediskit\ConnectionException: Connection refused by 127.0.0.1:PORT: is Redis running there, and is this its port?
Rediskit\ConnectionException: Connection refused by [::1]:PORT: is Redis running there, and is this its port?
Rediskit\ConnectionException: Connection refused by localhost:PORT: is Redis running there, and is this its port?
Rediskit\ConnectionException: Cannot look up the host "nosuch.invalid" (%s): check its spelling and this machine's name server
Rediskit\ConnectionException: No socket at unix:DIR/none.sock: is Redis running, and is this the unixsocket of its configuration?
Rediskit\ConnectionException: Connection refused by unix:DIR/file: is Redis running there, and is this its socket?
-- a name with several addresses: the one that answers is found
no exception: IPv6 user=default db=0 name=
