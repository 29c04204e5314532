--TEST--
mac_key: an empty one given to a Client, a DSN or a Cache means none, whatever php.ini or the Client says; null means theirs
--EXTENSIONS--
rediskit
--INI--
rediskit.mac_key=a key of sixteen
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\{Cache, Client};
use Rediskit\Tests\Server;

$server = Server::start();
$signing = new Client($server->dsn(['serializer' => 'php']));
foreach ([
    'Client, not set' => $signing,
    'Client, null' => new Client(['path' => $server->socket, 'serializer' => 'php', 'mac_key' => null]),
    'Client, none' => new Client(['path' => $server->socket, 'serializer' => 'php', 'mac_key' => '']),
    'DSN, none' => new Client($server->dsn(['serializer' => 'php', 'mac_key' => ''])),
    'Cache, not set' => new Cache($server->dsn()),
    'Cache, none' => new Cache($server->dsn(), ['mac_key' => '']),
    'Cache of a Client that signs, not set' => new Cache($signing),
    'Cache of a Client that signs, none' => new Cache($signing, ['mac_key' => '']),
    'Cache of a Client with a key of its own, none' => new Cache(new Client($server->dsn(['serializer' => 'php', 'mac_key' => 'another of sixteen'])), ['mac_key' => '']),
    'Cache of a Client without, null' => new Cache(new Client($server->dsn(['mac_key' => ''])), ['mac_key' => null]),
] as $name => $store) {
    $store instanceof Client ? $store->set('k', [1]) : $store->put('k', [1]);
    echo "$name: ", ord($server->cmd('GETRANGE', 'k', 1, 1)) & 8 ? 'signed' : 'not signed', "\n";
}
?>
--EXPECT--
Client, not set: signed
Client, null: signed
Client, none: not signed
DSN, none: not signed
Cache, not set: signed
Cache, none: not signed
Cache of a Client that signs, not set: signed
Cache of a Client that signs, none: not signed
Cache of a Client with a key of its own, none: not signed
Cache of a Client without, null: not signed
