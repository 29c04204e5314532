--TEST--
What a callback returns by reference comes back as a value
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use Rediskit\{Cache, Client, Lock};
use Rediskit\Tests\Server;

$server = Server::start();
$client = new Client($server->dsn());
$list = ['a', 'b'];
$by_reference = function & () use (&$list) { return $list; };

$result = [(new Lock($client, 'lock'))->run($by_reference)];
$result[] = (new Cache($client))->remember('key', 10, $by_reference);
$list = null;
var_dump($result === [['a', 'b'], ['a', 'b']]);
var_dump(ReflectionReference::fromArrayElement([(new Lock($client, 'lock'))->run($by_reference)], 0));
?>
--EXPECT--
bool(true)
NULL
