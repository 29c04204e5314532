--TEST--
Options can be read and changed by name; secrets cannot be read; select() and auth() move the client
--INI--
rediskit.timeout=2.5
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start(['user' => ['bob on >builder ~* +@all']]);
$client = new Client(['path' => $server->socket, 'prefix' => 'p:', 'read_timeout' => 1.5, 'name' => 'worker', 'retries' => 3]);

foreach (['path', 'host', 'port', 'scheme', 'database', 'username', 'name', 'timeout', 'read_timeout', 'retries', 'persistent', 'nil_as_false', 'prefix', 'serializer', 'compression', 'compression_level', 'compression_threshold', 'max_value_size', 'allowed_classes', 'compat'] as $name) {
    echo "$name: ", str_replace($server->socket, 'SOCKET', show($client->getOption($name))), "\n";
}
echo show($client->getOption('PREFIX')), "\n";
attempt(fn () => $client->getOption('password'));
attempt(fn () => $client->getOption('mac_key'));
attempt(fn () => $client->getOption('colour'));

echo "changes\n";
$client->set('k', 'v');
echo show($client->setOption('prefix', 'q:')), show($client->get('k')), show($client->_prefix('k')), show($client->setOption('prefix', null)), show($client->get('p:k')), show($client->setOption('prefix', 'p:')), "\n";
echo show($client->setOption('serializer', 'json')), show($client->set('json', ['a' => [1, 2.5, null]])), show($client->get('json')), show($server->cmd('GET', 'p:json')), "\n";
echo show($client->setOption('serializer', \Rediskit\Serializer::Php)), show($client->getOption('serializer')), show($client->set('php', ['x'])), show($client->get('php')), "\n";
echo show($client->setOption('serializer', 'none')), show($client->setOption('nil_as_false', true)), show($client->get('none')), show($client->setOption('nil_as_false', false)), "\n";
echo show($client->setOption('read_timeout', 0.1)), show($client->getOption('read_timeout')), "\n";
echo show($client->setOption('allowed_classes', ['stdClass', 'ArrayObject'])), show($client->getOption('allowed_classes')), show($client->setOption('allowed_classes', '*')), "\n";
$other = new Client($server->dsn());
echo show($other->setOption('url', $server->dsn(['db' => 5]))), show($other->getOption('database')), preg_match('/ db=5 /', $other->client('INFO')), "\n";
echo show($client->_unpack($client->_pack('text'))), show($client->setOption('serializer', 'json')), show($client->_pack([1])), show($client->_unpack('[1]')), show($client->setOption('serializer', 'none')), "\n";
attempt(fn () => $client->_pack([1]));
attempt(fn () => $client->_unpack("\xFF"));
attempt(fn () => $client->setOption('serializer', 'yaml'));
attempt(fn () => $client->setOption('serialiser', 'php'));
attempt(fn () => $client->setOption('prefix', new \stdClass()));
echo show($client->getOption('prefix')), show($client->getOption('serializer')), "\n";

echo "objects made before keep their options\n";
$client->setOption('prefix', 'one:');
$counter = new \Rediskit\Counter($client, "counter");
$client->setOption('prefix', 'two:');
$counter->increment();
echo show($server->cmd('KEYS', 'one:*') !== []), show($server->cmd('KEYS', 'two:*')), "\n";
$client->setOption('prefix', '');

echo "select\n";
$client->set('k', 'in 0');
echo show($client->select(3)), show($client->get('k')), show($client->getOption('database')), show($client->set('k', 'in 3')), show($client->select(0)), show($client->get('k')), show($server->cmd('SELECT', 3)), show($server->cmd('GET', 'k')), "\n";
attempt(fn () => $client->select(-1));
try {
    $client->select(99);
} catch (\Rediskit\ConfigException $error) {
    echo get_class($error), ' ', show(str_contains($error->getMessage(), 'database 99')), "\n";
}
echo show($client->getOption('database')), show($client->get('k')), "\n";

echo "auth\n";
echo show($client->acl('WHOAMI')), show($client->auth(['bob', 'builder'])), show($client->acl('WHOAMI')), show($client->getOption('username')), "\n";
foreach (['wrong', ['wrong'], ['bob', 'wrong'], ['user' => 'bob', 'pass' => 'wrong']] as $credentials) {
    try {
        $client->auth($credentials);
        echo "accepted\n";
    } catch (\Rediskit\AuthenticationException $error) {
        echo get_class($error), show(str_contains($error->getMessage(), 'wrong')), "\n";
    }
}
echo show($client->auth(['user' => 'bob', 'pass' => 'builder'])), show($client->acl('WHOAMI')), "\n";
attempt(fn () => $client->auth([]));
attempt(fn () => $client->auth(null));
attempt(fn () => $client->auth(['bob', 5]));

echo "close\n";
$client->ping();
$before = $server->clients();
$client->close();
wait_until(fn () => $server->clients() < $before);
echo show($client->ping()), "\n";
?>
--EXPECT--
path: 'SOCKET'
host: NULL
port: NULL
scheme: 'unix'
database: 0
username: NULL
name: 'worker'
timeout: 2.5
read_timeout: 1.5
retries: 3
persistent: true
nil_as_false: false
prefix: 'p:'
serializer: 'none'
compression: 'none'
compression_level: NULL
compression_threshold: NULL
max_value_size: NULL
allowed_classes: NULL
compat: NULL
'p:'
Rediskit\ConfigException: The option "password" is a secret and can't be read
Rediskit\ConfigException: The option "mac_key" is a secret and can't be read
Rediskit\ConfigException: There is no option "colour" that can be read
changes
trueNULL'q:k'true'v'true
truetrue['a' => [1, 2.5, NULL]]'{"a":[1,2.5,null]}'
true'php'true['x']
truetruefalsetrue
true0.1
true'stdClass,ArrayObject'true
true51
'text'true'[1]'[1]true
Rediskit\CodecException: Cannot store an array without a serializer: set the option serializer to igbinary, php or json, or store it with Cache
no exception: '\377'
Rediskit\ConfigException: Unknown serializer "yaml": use auto, php, igbinary, json or none
Rediskit\ConfigException: Unknown option "serialiser": did you mean "serializer"?
Rediskit\ConfigException: The option "prefix" must be a string, a number or a bool, stdClass given
'p:''none'
objects made before keep their options
true[]
select
trueNULL3truetrue'in 0''OK''in 3'
ValueError: Rediskit\Client::select(): Argument #1 ($database) must be the number of a database
Rediskit\ConfigException true
0'in 0'
auth
'default'true'bob''bob'
Rediskit\AuthenticationExceptionfalse
Rediskit\AuthenticationExceptionfalse
Rediskit\AuthenticationExceptionfalse
Rediskit\AuthenticationExceptionfalse
true'bob'
TypeError: Rediskit\Client::auth(): Argument #1 ($credentials) must be a password, [password] or [user, password]
TypeError: Rediskit\Client::auth(): Argument #1 ($credentials) must be a password, [password] or [user, password]
TypeError: Rediskit\Client::auth(): Argument #1 ($credentials) must be a password, [password] or [user, password]
close
true
