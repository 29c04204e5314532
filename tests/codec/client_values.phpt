--TEST--
Values through a server: text for others, signatures bound to keys, changed settings, other clients' values
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;
use Rediskit\Codec;

require __DIR__ . '/values.inc';
require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$with = fn(array $options) => new Client($server->dsn($options));

echo "A client without serializer passes every byte through\n";
$text = $with([]);
foreach (["\xFF\x40\x01\x00N;", "\xFF\xFF", 'a:1:{i:0;i:1;}', '5', random_bytes(3000)] as $bytes) {
    $text->set('b', $bytes);
    $server->cmd('GET', 'b') === $bytes && $text->get('b') === $bytes || print('changed: ' . bin2hex($bytes) . "\n");
}
echo caught(fn() => $text->set('b', [1])), "\n";

echo "With one, integers and strings are text and the rest is not\n";
$client = $with(['serializer' => 'igbinary']);
$client->set('n', 41);
var_dump($client->incr('n'), $client->get('n'), $server->cmd('GET', 'n'));
$client->set('s', 'text');
var_dump($server->cmd('GET', 's'));
$client->set('d', '41');
var_dump($client->get('d'));
echo caught(fn() => $client->incr('d')), "\n";
$client->mSet(['a' => [1], 'b' => null, 'c' => 1.5]);
var_dump($client->mGet(['a', 'b', 'c', 'none']) === [[1], null, 1.5, null]);
$client->hSet('h', 'f', ['x' => true]);
$client->rPush('l', [1], 'two', 3);
var_dump($client->hGetAll('h') === ['f' => ['x' => true]], $client->lRange('l', 0, -1) === [[1], 'two', 3]);

echo "Other settings read it too\n";
foreach ([['serializer' => 'php'], ['serializer' => 'php', 'compression' => 'zstd'], ['serializer' => 'json'], ['compression' => 'zstd', 'serializer' => 'igbinary']] as $options) {
    var_dump($with($options)->get('a') === [1]);
}

echo "A signed value belongs to its key, prefix included\n";
$key = bin2hex(random_bytes(16));
$signing = $with(['serializer' => 'php', 'mac_key' => $key]);
$signing->set('price:1', ['eur' => 5]);
$signing->set('price:2', ['eur' => 500]);
$server->cmd('COPY', 'price:2', 'price:1', 'REPLACE');
var_dump($signing->get('price:2') === ['eur' => 500]);
echo caught(fn() => $signing->get('price:1')), "\n";
echo caught(fn() => $signing->get('s')), "\n";
$prefixed = $with(['serializer' => 'php', 'mac_key' => $key, 'prefix' => 'price:']);
var_dump($prefixed->get('2') === ['eur' => 500]);
echo caught(fn() => $prefixed->mGet(['2', '1'])), "\n";
echo caught(fn() => $with(['serializer' => 'php', 'mac_key' => strrev($key) . 'x'])->get('price:2')), "\n";

echo "The key of php.ini protects every client that decodes\n";
$server->cmd('SET', 'envelope', "\xFF\x40\1\0a:0:{}");
ini_set('rediskit.mac_key', $key);
foreach ([['compression' => 'zstd'], ['dictionary' => [null, Codec::train(array_map(fn($i) => "sample $i of the text", range(1, 400)), 1024)]]] as $options) {
    $decoding = new Client(['path' => $server->socket] + $options);
    $decoding->set('signed', 'yes');
    echo $decoding->get('signed'), ' ', caught(fn() => $decoding->get('envelope')), "\n";
}
echo caught(fn() => $with(['compat' => true])), "\n";
var_dump(bin2hex($with([])->get('envelope')));
ini_restore('rediskit.mac_key');

echo "What Laravel stored\n";
$server->cmd('SET', 'laravel', serialize(['user' => 7]));
var_dump($client->get('laravel') === serialize(['user' => 7]), $with(['serializer' => 'php', 'compat' => 1])->get('laravel') === ['user' => 7]);
?>
--EXPECT--
A client without serializer passes every byte through
CodecException: Cannot store an array without a serializer: set the option serializer to igbinary, php or json, or store it with Cache (key "b")
With one, integers and strings are text and the rest is not
int(42)
int(42)
string(2) "42"
string(4) "text"
string(2) "41"
CommandException: ERR value is not an integer or out of range (counting needs a plain integer: with a serializer only an int is stored as one, with a mac_key nothing is)
bool(true)
bool(true)
bool(true)
Other settings read it too
bool(true)
bool(true)
bool(true)
bool(true)
A signed value belongs to its key, prefix included
bool(true)
CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "price:1")
CodecException: The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else (key "s")
bool(true)
CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "price:1")
CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "price:2")
The key of php.ini protects every client that decodes
yes CodecException: The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else (key "envelope")
yes CodecException: The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else (key "envelope")
ConfigException: compat and mac_key exclude each other: what others wrote is not signed; switch one of them off
string(20) "ff400100613a303a7b7d"
What Laravel stored
bool(true)
bool(true)
