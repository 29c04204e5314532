--TEST--
A message names the key of a value that cannot be stored, and nothing of what lies behind it
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';

use Rediskit\CodecException;

$server = Server::start();
$client = new \Rediskit\Client($server->dsn());

/* Of any length, so that the key ends at the end of the buffer too. */
$messages = [];
for ($length = 1; $length < 600; $length++) {
    $key = str_repeat('k', $length);
    foreach ([fn () => $client->set($key, [1]), fn () => $client->mSet([$key => [1]]), fn () => $client->hSet($key, 'field', [1])] as $store) {
        try {
            $store();
        } catch (CodecException $e) {
            $messages[] = preg_replace(['/k{100}\.\.\./', '/k+(?=")/'], ['(long)', '(short)'], $e->getMessage());
        }
    }
}
print_r(array_count_values($messages));
try {
    $client->set("a?b\n\xff", [1]);
} catch (CodecException $e) {
    echo substr($e->getMessage(), -13), "\n";
}
?>
--EXPECT--
Array
(
    [Cannot store an array without a serializer: set the option serializer to igbinary, php or json, or store it with Cache (key "(short)")] => 300
    [Cannot store an array without a serializer: set the option serializer to igbinary, php or json, or store it with Cache (key "(long)")] => 1497
)
(key "a?b??")
