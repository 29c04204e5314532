--TEST--
An array of options means what the DSN means; what frameworks pass is accepted as it is
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$server = Server::start(['user' => ['bob on >secret ~* &* +@all']], tcp: true);
$port = $server->port;
$tcp = ['host' => '127.0.0.1', 'port' => $port];
$arrays = [
    'our names' => $tcp + ['user' => 'bob', 'pass' => 'secret', 'db' => 1, 'name' => 'ours', 'timeout' => 0.5, 'persistent' => false],
    'port and database as text' => ['host' => '127.0.0.1', 'port' => "$port", 'database' => '2'],
    'IPv6 with and without brackets' => ['host' => '[::1]', 'port' => $port],
    'a path' => ['path' => $server->socket],
    'a path wins over a host, in any order' => ['path' => $server->socket, 'host' => '127.0.0.1', 'port' => 1],
    'a host that is a path, as for phpredis' => ['host' => $server->socket, 'port' => 0 + 1],
    'scheme unix, as for predis' => ['scheme' => 'unix', 'path' => $server->socket, 'host' => '127.0.0.1'],
    'scheme tcp' => ['scheme' => 'tcp'] + $tcp,
    'a scheme in the host, as for phpredis' => ['host' => 'tcp://127.0.0.1', 'port' => $port],
    "Laravel's defaults" => [
        'url' => null, 'host' => '127.0.0.1', 'username' => null, 'password' => null, 'port' => "$port", 'database' => '0', 'max_retries' => 3,
        'backoff_algorithm' => 'decorrelated_jitter', 'backoff_base' => 100, 'backoff_cap' => 1000, 'prefix' => 'laravel-',
        'read_timeout' => 0, 'timeout' => -1, 'persistent' => false, 'retry_interval' => 0,
    ],
    'empty texts are none' => $tcp + ['username' => '', 'password' => '', 'name' => '', 'url' => ''],
    'a url wins over what stands beside it' => ['url' => "redis://bob:secret@127.0.0.1:$port", 'host' => '10.0.0.1', 'database' => 5],
    'a url says no database: the one beside it stays' => ['database' => 6, 'dsn' => "unix://$server->socket"],
    'a stream context' => $tcp + ['context' => ['ssl' => ['verify_peer' => false, 'SNI_enabled' => true]]],
];
foreach ($arrays as $title => $array) {
    echo "$title: ";
    attempt(fn() => who(new Client($array)));
}
?>
--EXPECT--
our names: no exception: IPv4 user=bob db=1 name=ours
port and database as text: no exception: IPv4 user=default db=2 name=
IPv6 with and without brackets: no exception: IPv6 user=default db=0 name=
a path: no exception: unix user=default db=0 name=
a path wins over a host, in any order: no exception: unix user=default db=0 name=
a host that is a path, as for phpredis: no exception: unix user=default db=0 name=
scheme unix, as for predis: no exception: unix user=default db=0 name=
scheme tcp: no exception: IPv4 user=default db=0 name=
a scheme in the host, as for phpredis: no exception: IPv4 user=default db=0 name=
Laravel's defaults: no exception: IPv4 user=default db=0 name=
empty texts are none: no exception: IPv4 user=default db=0 name=
a url wins over what stands beside it: no exception: IPv4 user=bob db=5 name=
a url says no database: the one beside it stays: no exception: unix user=default db=6 name=
a stream context: no exception: IPv4 user=default db=0 name=
