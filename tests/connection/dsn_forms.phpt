--TEST--
Every form of DSN reaches the server it names, with its user, database and name
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$server = Server::start(['user' => ['bob on >p@ss/wo?rd#%&:x ~* &* +@all']], tcp: true);
$port = $server->port;
$secret = rawurlencode('p@ss/wo?rd#%&:x');
$dsns = [
    "redis://127.0.0.1:$port",
    "tcp://127.0.0.1:$port/3",
    "redis://localhost:$port/?db=4",
    "redis://[::1]:$port/5?name=with%2Dcode",
    "[::1]:$port",
    "127.0.0.1:$port",
    "127.0.0.1:$port/2?client_name=short",
    "redis://bob:$secret@127.0.0.1:$port",
    "redis://bob:p@ss%2Fwo%3Frd#%25&:x@127.0.0.1:$port",
    "REDIS://127.0.0.1:$port",
    "redis://%31%32%37.0.0.1:$port/%36",
    "$server->socket",
    "unix://$server->socket",
    "unix://$server->socket?db=7&name=here",
    "unix:$server->socket?database=8",
    "unix://bob:$secret@$server->socket?db=9",
    'unix://' . str_replace('/redis', '%2Fredis', $server->socket),
    "redis://127.0.0.1:$port?&persistent&&persistent=0&name=ends&",
];
foreach ($dsns as $dsn) {
    attempt(fn() => who(new Client($dsn)));
}

echo "-- the prefix is decoded, a plus stays one\n";
(new Client("unix://$server->socket?prefix=a%20b%2B+%26:"))->set('key', 'value');
var_dump($server->cmd('KEYS', '*'));
?>
--EXPECT--
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=default db=3 name=
no exception: IPv4 user=default db=4 name=
no exception: IPv6 user=default db=5 name=with-code
no exception: IPv6 user=default db=0 name=
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=default db=2 name=short
no exception: IPv4 user=bob db=0 name=
no exception: IPv4 user=bob db=0 name=
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=default db=6 name=
no exception: unix user=default db=0 name=
no exception: unix user=default db=0 name=
no exception: unix user=default db=7 name=here
no exception: unix user=default db=8 name=
no exception: unix user=bob db=9 name=
no exception: unix user=default db=0 name=
no exception: IPv4 user=default db=0 name=ends
-- the prefix is decoded, a plus stays one
array(1) {
  [0]=>
  string(10) "a b++&:key"
}
