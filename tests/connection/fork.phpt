--TEST--
A forked child makes its own connections and leaves its parent's alone, over TLS too
--EXTENSIONS--
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/certificates.inc';

$server = Server::start(tls: true);
foreach (['unix' => $server->dsn(), 'TLS' => $server->tlsDsn(['tls_ca_file' => Certificates::get()->ca])] as $over => $dsn) {
    echo "-- $over\n";
    $client = new Client($dsn);
    $own = $client->command('CLIENT', 'ID');
    $client->set('n', 0);
    $ids = parallel_results(4, function () use ($client) {
        for ($i = 0; $i < 200; $i++) {
            $client->incr('n');
            if ($client->echo("$i") !== "$i") {
                throw new \Exception('the reply of another');
            }
        }
        return $client->command('CLIENT', 'ID');
    }, function () use ($client) {
        for ($i = 0; $i < 200; $i++) {
            $client->incr('n');
        }
    });
    // The children are gone; the connection is as good as before.
    var_dump($client->get('n'), count(array_unique([$own, ...$ids])), $client->command('CLIENT', 'ID') === $own);
}
?>
--EXPECT--
-- unix
string(4) "1000"
int(5)
bool(true)
-- TLS
string(4) "1000"
int(5)
bool(true)
