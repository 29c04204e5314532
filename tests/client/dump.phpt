--TEST--
Dumps show where a client leads and no secrets; it cannot be cloned, serialized or given properties
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start(['user' => ['bob on >sesame ~* +@all']]);
$client = new Client(['path' => $server->socket, 'username' => 'bob', 'password' => 'sesame', 'prefix' => 'p:', 'serializer' => 'json', 'mac_key' => null]);
$hide = fn (string $text) => preg_replace(['/string\(\d+\) "unix/', '/#\d+/'], ['string "unix', '#'], str_replace($server->socket, 'SOCKET', $text));

ob_start();
var_dump($client);
echo $hide(ob_get_clean());
$client->watch('k');
$client->multi()->get('k')->get('l');
echo $hide(print_r($client, true));
$client->discard();

echo show((array) $client), show(get_object_vars($client)), json_encode($client), "\n", var_export($client, true), "\n";
foreach (
    [
        fn () => clone $client, fn () => serialize($client), fn () => unserialize('O:15:"Rediskit\Client":0:{}'), fn () => $client->colour = 'red', fn () => $client->__construct(),
        fn () => (new \ReflectionClass(Client::class))->newInstanceWithoutConstructor()->get('k'), fn () => (new \ReflectionClass(Client::class))->newInstanceWithoutConstructor()->pipeline(),
    ] as $attempt
) {
    try {
        echo show($attempt()), "\n";
    } catch (\Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
    if ($error ?? null) {
        echo strpos(print_r($error->getTrace(), true), 'sesame') === false ? '' : "the secret shows\n";
    }
}
?>
--EXPECT--
object(Rediskit\Client)# (7) {
  ["endpoint"]=>
  string "unix://SOCKET?db=0"
  ["prefix"]=>
  string(2) "p:"
  ["serializer"]=>
  string(4) "json"
  ["compression"]=>
  string(4) "none"
  ["mode"]=>
  string(9) "immediate"
  ["queued"]=>
  int(0)
  ["watching"]=>
  bool(false)
}
Rediskit\Client Object
(
    [endpoint] => unix://SOCKET?db=0
    [prefix] => p:
    [serializer] => json
    [compression] => none
    [mode] => multi
    [queued] => 3
    [watching] => 1
)
[][]{}
\Rediskit\Client::__set_state(array(
))
Error: Trying to clone an uncloneable object of class Rediskit\Client
Exception: Serialization of 'Rediskit\Client' is not allowed
Exception: Unserialization of 'Rediskit\Client' is not allowed
Error: Cannot create dynamic property Rediskit\Client::$colour
Error: Rediskit\Client::__construct() can be called only once
ReflectionException: Class Rediskit\Client is an internal class marked as final that cannot be instantiated without invoking its constructor
ReflectionException: Class Rediskit\Client is an internal class marked as final that cannot be instantiated without invoking its constructor
