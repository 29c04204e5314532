--TEST--
Requests and answers larger than the sockets hold pass each other, over unix, TCP and TLS
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/certificates.inc';

$server = Server::start(tcp: true, tls: true);
$value = str_repeat('0123456789abcdef', 1024);
$server->cmd('SET', 'value', $value);
$dsns = [
    'unix' => $server->dsn(['read_timeout' => 30]),
    'TCP' => $server->tcpDsn(['read_timeout' => 30]),
    'TLS' => $server->tlsDsn(['tls_ca_file' => Certificates::get()->ca, 'read_timeout' => 30]),
];
foreach ($dsns as $over => $dsn) {
    $client = new Client($dsn);
    // 16 MB each way: without reading while it sends, both sides would wait for the other.
    $pipeline = $client->pipeline();
    for ($i = 0; $i < 1000; $i++) {
        $pipeline->echo($value)->get('value');
    }
    $results = $pipeline->exec();
    echo "$over: ", count($results), ' ', count(array_unique($results)), ' ', $results[1999] === $value ? 'right' : 'wrong', "\n";

    $id = $client->command('CLIENT', 'ID');
    $large = str_repeat($value, 512);
    $client->set('large', $large);
    var_dump($client->get('large') === $large, $client->command('CLIENT', 'ID') === $id);
}
?>
--EXPECT--
unix: 2000 1 right
bool(true)
bool(true)
TCP: 2000 1 right
bool(true)
bool(true)
TLS: 2000 1 right
bool(true)
bool(true)
