--TEST--
fork before and after the first use: parent and children each have connections of their own, and every reply is theirs
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start();
foreach (['before' => false, 'after' => true] as $when => $used) {
    echo "-- $when the first use\n";
    $operations = new Operations($server->dsn(['db' => (int) $used]), "$when:");
    $used && $operations->inStep('use');
    $run = function () use ($operations) {
        for ($i = 0; $i < 20; $i++) {
            $operations->inStep('fork');
        }
        ob_start();
        $operations->eachAlone();
        $operations->inStep('fork');
        return [ob_get_clean(), $operations->client->client('ID')];
    };
    $results = parallel_results(3, $run, function () use (&$own, $run) {
        $own = $run();
    });
    $results[] = $own;
    echo $own[0], count(array_unique(array_column($results, 0))) > 1 ? 'NOT ALL THE SAME' : 'all the same', ', ', count(array_unique(array_column($results, 1))), " connections\n";
}
?>
--EXPECT--
-- before the first use
Client get: text
Client incr: true
Client pipeline: 2
Client transaction: 2
Cache get: text
Cache put: true
Cache increment: true
Cache remember: text
Lock acquire: true
Lock release: true
Counter get: true
Counter increment: true
Session start: started
Session write: written
all the same, 4 connections
-- after the first use
Client get: text
Client incr: true
Client pipeline: 2
Client transaction: 2
Cache get: text
Cache put: true
Cache increment: true
Cache remember: text
Lock acquire: true
Lock release: true
Counter get: true
Counter increment: true
Session start: started
Session write: written
all the same, 4 connections
