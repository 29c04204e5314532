--TEST--
A connection pinned by watch() is void in a forked child, and still good in the parent
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());
$client->watch('k');

[$child] = parallel_results(1, function () use ($client) {
    try {
        $client->multi()->set('k', 'child')->exec();
        return 'no exception';
    } catch (\Rediskit\ConnectionException $error) {
        return [$error->getMessage(), $client->set('other', 'child'), $client->multi()->get('other')->exec()];
    }
});
echo show($child), "\n";
echo show($client->multi()->set('k', 'parent')->get('other')->exec()), "\n";
?>
--EXPECT--
['Connection lost: the connection that watch() or subscribe() held is gone (it belongs to the parent process); start again', true, ['child']]
[true, 'child']
