--TEST--
Bytes that nobody asked for end a watching connection: they are neither its next reply nor that of whoever gets it after EXEC
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

const PAGE = "*2\r\n\$1\r\n0\r\n*1\r\n\$%d\r\n%s\r\n";

// The connection that watches gets a page of another's with the answer to WATCH, or to EXEC.
$server = fn (string $with) => ScriptServer::start(function (Peer $peer) use ($with) {
    $stray = sprintf(PAGE, 6, 'forged');
    while (true) {
        $name = $peer->command()[0];
        $peer->send(match ($name) {
            'WATCH', 'MULTI' => "+OK\r\n",
            'EXEC' => "*1\r\n\$1\r\n1\r\n",
            'GET' => "+QUEUED\r\n",
            'SCAN' => sprintf(PAGE, 4, 'mine'),
        } . ($name === $with ? $stray : ''));
    }
});
$scan = function (Client $client) {
    $cursor = null;
    return $client->scan($cursor);
};
foreach (['WATCH', 'EXEC'] as $with) {
    echo "with $with\n";
    $client = new Client($server($with)->dsn(['retries' => 0, 'read_timeout' => 5]));
    attempt(fn () => $client->watch('key'));
    if ($with === 'EXEC') {
        attempt(fn () => $client->multi()->get('x')->exec());
    } else {
        attempt(fn () => $scan($client));
    }
    attempt(fn () => $scan($client));
    attempt(fn () => $scan($client));
}
?>
--EXPECT--
with WATCH
no exception: true
Rediskit\ConnectionException: Connection lost: the connection that watch() or subscribe() held is gone; start again
no exception: ['mine']
no exception: ['mine']
with EXEC
no exception: true
no exception: ['1']
no exception: ['mine']
no exception: ['mine']
