--TEST--
A process whose DSN keeps changing keeps the connections of 32 that nobody uses any more, those used last
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$server = Server::start();
$names = fn() => preg_match_all('/ name=worker(\d+)/', $server->cmd('CLIENT', 'LIST'), $match) ? array_map(intval(...), $match[1]) : [];
$used = new Client($server->dsn(['name' => 'worker0']));
$used->ping();
for ($i = 1; $i <= 40; $i++) {
    (new Client($server->dsn(['name' => "worker$i"])))->ping();
}
wait_until(fn() => count($names()) === 33, what: 'the end of the others');
$left = $names();
sort($left);
var_dump($left === [0, ...range(9, 40)], $used->ping(), $used->health()['pool']['connects']);
?>
--EXPECT--
bool(true)
bool(true)
int(1)
