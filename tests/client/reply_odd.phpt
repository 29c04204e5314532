--TEST--
Replies of another form than the command promises harm nothing
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require_once __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

$cases = [
    'more values than fields' => ["*4\r\n\$1\r\na\r\n\$1\r\nb\r\n\$1\r\nc\r\n\$1\r\nd\r\n", fn ($client) => $client->hMGet('h', ['f', 'g'])],
    'fewer values than fields' => ["*1\r\n\$1\r\na\r\n", fn ($client) => $client->hMGet('h', ['f', 'g'])],
    'a field without value' => ["*3\r\n\$1\r\na\r\n\$1\r\n1\r\n\$1\r\nb\r\n", fn ($client) => $client->hGetAll('h')],
    'the same field twice' => ["*4\r\n\$1\r\na\r\n\$1\r\n1\r\n\$1\r\na\r\n\$1\r\n2\r\n", fn ($client) => $client->hGetAll('h')],
    'a list for a field' => ["*4\r\n*1\r\n:1\r\n\$1\r\n1\r\n:7\r\n\$1\r\n2\r\n", fn ($client) => $client->hGetAll('h')],
    'an error for a value' => ["*2\r\n\$1\r\na\r\n-ERR no\r\n", fn ($client) => array_map(gettype(...), $client->eval('return 1'))],
    'an error of 600 bytes' => ['-ERR ' . str_repeat('x', 600) . "\r\n", function ($client) {
        try {
            $client->get('k');
        } catch (\Rediskit\CommandException $error) {
            return strlen($error->getMessage());
        }
    }],
    'no value for a field' => ["*0\r\n", fn ($client) => $client->hMGet('h', ['f'])],
    'numbers for values' => ["*2\r\n:1\r\n\$1\r\n2\r\n", fn ($client) => $client->mGet(['k', 'l'])],
    'a value that is cut off' => ["*4\r\n\$1\r\na\r\n\$2\r\n\xFF\x41\r\n\$1\r\nb\r\n\$1\r\n1\r\n", fn ($client) => $client->hGetAll('h')],
    'a popped value that is cut off' => ["*2\r\n\$1\r\nk\r\n*2\r\n\$2\r\n\xFF\x41\r\n\$1\r\n1\r\n", fn ($client) => $client->lMPop(['k'], 'LEFT', 2)],
    'numbers for scores' => ["*2\r\n\$1\r\na\r\n:3\r\n", fn ($client) => $client->zRange('z', 0, -1, true)],
    'a rank and a score' => ["*2\r\n:3\r\n\$3\r\n1.5\r\n", fn ($client) => $client->zRank('z', 'member', true)],
    'no popped members' => ["*2\r\n\$1\r\nk\r\n*0\r\n", fn ($client) => $client->zMPop(['k'], 'MIN')],
    'names that are numbers' => ["*4\r\n\$1\r\na\r\n:1\r\n:2\r\n:3\r\n", fn ($client) => $client->xInfo('STREAM', 's')],
    'text for a list' => ["\$1\r\nx\r\n", fn ($client) => $client->hGetAll('h')],
    'scores that are none' => ["*4\r\n\$1\r\na\r\n\$3\r\nnan\r\n\$1\r\nb\r\n*0\r\n", fn ($client) => array_map(gettype(...), $client->zRange('z', 0, -1, true))],
    'entries that are none' => ["*3\r\n:1\r\n*2\r\n\$3\r\n1-1\r\n:5\r\n*2\r\n\$3\r\n2-1\r\n*2\r\n\$1\r\nf\r\n\$1\r\nv\r\n", fn ($client) => $client->xRange('x', '-', '+')],
    'streams that are none' => ["*2\r\n\$1\r\nx\r\n*0\r\n", fn ($client) => $client->xRead(['x' => '0'])],
    'text for the entries of a stream' => ["*1\r\n*2\r\n\$1\r\nx\r\n\$1\r\ny\r\n", fn ($client) => $client->xRead(['x' => '0'])],
    'a pop of one part' => ["*1\r\n\$1\r\nx\r\n", fn ($client) => $client->blPop('x', 1)],
    'a page without keys' => ["*1\r\n\$1\r\n0\r\n", function ($client) {
        $cursor = null;
        return $client->scan($cursor);
    }],
    'a page of lists' => ["*2\r\n\$1\r\n0\r\n*1\r\n*1\r\n\$1\r\na\r\n", fn ($client) => iterator_to_array($client->scanKeys())],
    'an answer to EXEC that is none' => ["+OK\r\n+QUEUED\r\n+OK\r\n", fn ($client) => $client->multi()->get('k')->exec()],
    'too few results of EXEC' => ["+OK\r\n+QUEUED\r\n*0\r\n", fn ($client) => $client->multi()->get('k')->exec()],
];
foreach ($cases as $name => [$bytes, $call]) {
    $server = ScriptServer::start(function (Peer $peer) use ($bytes) {
        $peer->command();
        if (str_starts_with($bytes, "+OK\r\n+QUEUED")) {
            $peer->command();
            $peer->command();
        }
        $peer->send($bytes);
        $peer->answerAll("+PONG\r\n");
    });
    $client = new Client($server->dsn(['serializer' => 'php']));
    echo "$name: ";
    attempt(fn () => $call($client));
    echo $client->ping() === true ? '' : "out of step\n";
}
?>
--EXPECT--
more values than fields: no exception: ['f' => 'a', 'g' => 'b']
fewer values than fields: no exception: ['f' => 'a']
a field without value: no exception: ['a' => 1]
the same field twice: no exception: ['a' => 2]
a list for a field: no exception: [7 => 2]
an error for a value: no exception: ['string', 'object']
an error of 600 bytes: no exception: 511
no value for a field: no exception: []
numbers for values: no exception: [1, 2]
a value that is cut off: Rediskit\CodecException: The stored value is corrupt: its header is cut off after 2 bytes (key "h")
a popped value that is cut off: Rediskit\CodecException: The stored value is corrupt: its header is cut off after 2 bytes (key "k")
numbers for scores: no exception: ['a' => 3.0]
a rank and a score: no exception: [3, 1.5]
no popped members: no exception: ['k', []]
names that are numbers: no exception: ['a' => 1]
text for a list: Rediskit\ConnectionException: The server answered HGETALL with string, which is not what Redis does: what is between us and it?
scores that are none: no exception: ['a' => 'double', 'b' => 'array']
entries that are none: no exception: ['1-1' => 5, '2-1' => ['f' => 'v']]
streams that are none: no exception: []
text for the entries of a stream: no exception: ['x' => 'y']
a pop of one part: no exception: ['x']
a page without keys: Rediskit\ConnectionException: The server's answer to SCAN is not a page
a page of lists: Rediskit\ConnectionException: The server's answer to SCAN is not a page
an answer to EXEC that is none: Rediskit\ConnectionException: The server's answer to EXEC does not match the commands queued
too few results of EXEC: Rediskit\ConnectionException: The server's answer to EXEC does not match the commands queued
