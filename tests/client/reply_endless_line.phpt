--TEST--
A status or error line without an end is refused at 64 kB: looking for its end again with every piece would take time without end
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require_once __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

$cases = [
    'an error of 60 kB' => ['-ERR ' . str_repeat('x', 60000) . "\r\n", 2.5],
    'an error that does not end' => ['-ERR ' . str_repeat('x', 70000), 30],
    'a status that does not end' => [str_repeat('+', 70000), 30],
    'a number in a list that does not end' => ["*2\r\n:" . str_repeat('1', 70000), 30],
    'a text of 200 kB' => ["\$200000\r\n" . str_repeat('x', 200000) . "\r\n", 2.5],
    'a text of 200 kB in a list' => ["*1\r\n\$200000\r\n" . str_repeat('x', 200000) . "\r\n", 2.5],
];
foreach ($cases as $name => [$bytes, $timeout]) {
    $server = ScriptServer::start(function (Peer $peer) use ($bytes) {
        $peer->command();
        $peer->send($bytes);
        $peer->answerAll("+PONG\r\n");
    });
    $client = new Client($server->dsn(['read_timeout' => $timeout]));
    $begun = microtime(true);
    try {
        $value = $client->command('FOO');
        $value = is_array($value) ? $value[0] : $value;
        echo "$name: ", strlen($value), " bytes\n";
    } catch (\Exception $e) {
        echo "$name: ", get_class($e), preg_match('/\((a line [^)]+)\)/', $e->getMessage(), $match) ? ", $match[1]" : '', "\n";
    }
    echo microtime(true) - $begun < 20 ? '' : "waited for the end\n";
}
?>
--EXPECT--
an error of 60 kB: Rediskit\CommandException
an error that does not end: Rediskit\OutcomeUnknownException, a line of more than 64 kB
a status that does not end: Rediskit\OutcomeUnknownException, a line of more than 64 kB
a number in a list that does not end: Rediskit\OutcomeUnknownException, a line of more than 64 kB
a text of 200 kB: 200000 bytes
a text of 200 kB in a list: 200000 bytes
