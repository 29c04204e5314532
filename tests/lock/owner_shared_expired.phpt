--TEST--
A lock whose lease ended is not extended because another object with the same owner has taken it since
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;
use Rediskit\Lock;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$client = new Client($server->dsn());
$first = new Lock($client, 'name', ttl: 0.05, owner: 'order 7');
$second = new Lock($client, 'name', ttl: 60, owner: 'order 7');
var_dump($first->acquire());
wait_until(fn () => $server->cmd('KEYS', '*:lock') === [], 5, 'the lease to end');
var_dump($second->acquire(), $first->acquire(), $first->token(), $second->acquire());
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
NULL
bool(true)
