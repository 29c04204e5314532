--TEST--
Two messages are there before the first one's unsubscribe() is answered: the answer to the second one's does not become another command's
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

$array = fn (string ...$parts) => '*' . count($parts) . "\r\n" . implode('', $parts);
$text = fn (string $text) => '$' . strlen($text) . "\r\n$text\r\n";
$answer = fn (string $kind, int $left) => $array($text($kind), $text('c'), ":$left\r\n");
$server = ScriptServer::start(function (Peer $peer) use ($array, $text, $answer) {
    while (true) {
        [$name, $argument] = $peer->command() + [1 => ''];
        switch ($name) {
            case 'SUBSCRIBE':
                $peer->send($answer('subscribe', 1));
                foreach (['1', '2'] as $message) {
                    $peer->send($array($text('message'), $text('c'), $text($message)));
                }
                break;
            case 'UNSUBSCRIBE':
                // The first one is answered when the second one is there, and that one's answer comes late.
                $peer->command();
                $peer->send($answer('unsubscribe', 0));
                usleep(50000);
                $peer->send($answer('unsubscribe', 0));
                break;
            case 'ECHO':
                $peer->send($text($argument));
                break;
            default:
                return;
        }
    }
});
foreach (['named' => ['c'], 'not named' => []] as $name => $leave) {
    $client = new Client($server->dsn());
    $heard = 0;
    $client->subscribe('c', function (Client $client) use ($leave, &$heard) {
        $heard++;
        $client->unsubscribe(...$leave);
    });
    echo "$name: $heard heard, ", implode(' ', array_map(fn (int $i) => $client->command('ECHO', (string) $i), range(1, 5))), "\n";
}
?>
--EXPECT--
named: 2 heard, 1 2 3 4 5
not named: 2 heard, 1 2 3 4 5
