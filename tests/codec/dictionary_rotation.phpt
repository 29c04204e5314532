--TEST--
Dictionaries in turn: the first writes, all read; a value whose dictionary is missing is an error that names it; null in front only reads
--EXTENSIONS--
rediskit
--INI--
rediskit.compression=
rediskit.mac_key=
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Cache, Client, Codec};

require __DIR__ . '/values.inc';
require __DIR__ . '/dictionary.inc';
require __DIR__ . '/../inc/server.inc';

$php = new Codec('php');
$old = Codec::train(shop_records(1000, 1), 4096, $php);
$new = Codec::train(shop_records(1000, 2), 8192, $php);
[$oldId, $newId] = [unpack('V', $old, 4)[1], unpack('V', $new, 4)[1]];
$value = shop_records(1, 3)[0];
$id = fn(string $stored): string => match (ord($stored[1]) & 0x10 ? unpack('N', $stored, 8)[1] : 0) {
    0 => 'none', $oldId => 'old', $newId => 'new',
};
$known = fn(string $message): string => strtr($message, [(string) $oldId => 'OLD', (string) $newId => 'NEW']);

$writers = ['old' => $old, 'new, old' => [$new, $old], 'null, old' => [null, $old], 'references' => [&$new, &$old]];
foreach ($writers as $what => $dictionaries) {
    $codecs[$what] = new Codec('php', dictionary: $dictionaries);
    echo "$what: ", $id($values[$what] = $codecs[$what]->encode($value)), "\n";
}
foreach ($codecs as $what => $codec) {
    foreach ($values as $by => $stored) {
        try {
            $codec->decode($stored, 'product:7') === $value || print("$what reads $by differently\n");
        } catch (\Rediskit\CodecException $e) {
            echo "$what reads $by: ", $known($e->getMessage()), "\n";
        }
    }
}
echo "\nwithout any: ", $known(caught(fn() => $php->decode($values['old']))), "\n";
echo 'other compressions go on with null: ', $id((new Codec('php', 'lz4', compression_threshold: 10, dictionary: [null, $old]))->encode($value)), "\n";

echo "\nClient and Cache\n";
$server = Server::start();
$raw = new Client($server->dsn());
$before = new Client($server->dsn(['serializer' => 'php']));
$client = new Client(['url' => $server->dsn(), 'serializer' => 'php', 'dictionary' => $old]);
$client->set('c', $value);
$client->hSet('h', 'field', $value);
echo $id($raw->get('c')), ' ', $id($raw->hGet('h', 'field')), "\n";
var_dump($client->get('c') === $value, $client->hGet('h', 'field') === $value, $client->getOption('dictionary') === [$old], $before->getOption('dictionary'));
echo $known(caught(fn() => $before->get('c'))), "\n";
$before->setOption('dictionary', [null, $old]);
var_dump($before->get('c') === $value, $before->getOption('dictionary') === [null, $old]);
$before->setOption('dictionary', null);
echo $known(caught(fn() => $before->get('c'))), "\n";
// One that moves text reads what another one stored with a dictionary, when it has it.
$text = new Client(['url' => $server->dsn(), 'dictionary' => [null, $old]]);
(new Client(['url' => $server->dsn(), 'dictionary' => $old]))->set('text', str_repeat('some text ', 30));
var_dump($text->get('text') === str_repeat('some text ', 30), $raw->strlen('text') < 100);

// A Cache has the dictionaries of its Client, or its own.
$cache = new Cache($client);
$cache->put('k', $value, 60);
echo $id($raw->get('k')), ' ';
$cache = new Cache($client, ['dictionary' => [$new, $old]]);
var_dump($cache->get('k') === $value);
$cache->put('k', $value, 60);
echo $id($raw->get('k')), ' ';
var_dump((new Cache($server->dsn(), ['serializer' => 'php', 'dictionary' => [null, $new]]))->get('k') === $value);
var_dump($cache->remember('r', 60, fn() => $value, stale: 10) === $value, $cache->remember('r', 60, fn() => 'other', stale: 10) === $value);
echo $id($raw->get('r')), "\n";
var_dump($cache->putMany(['a' => $value, 'b' => 5], 60), $cache->many(['a', 'b']) === ['a' => $value, 'b' => 5]);
$tagged = $cache->tags('shop', 'products');
$tagged->put('t', $value, 60);
var_dump($tagged->get('t') === $value);
$cache->tags('shop')->flush();
var_dump($tagged->get('t'));
$signed = new Cache($client, ['dictionary' => [$new, $old], 'mac_key' => str_repeat('k', 32)]);
$signed->put('s', $value, 60);
$signed->tags('shop', 'products')->put('t', $value, 60);
var_dump($signed->get('s') === $value, $signed->tags('shop', 'products')->get('t') === $value);
echo $known(caught(fn() => (new Cache($client, ['dictionary' => '']))->get('k'))), "\n";
// With interop values are JSON, whatever the Client has.
(new Cache($client, ['interop' => true]))->put('json', ['a' => 1], 60);
echo $raw->get('json'), "\n", caught(fn() => new Cache($client, ['interop' => true, 'dictionary' => $new])), "\n";

// Sessions are stored by their own settings, without a dictionary.
var_dump((new \Rediskit\Sessions($client))->exists(str_repeat('a', 32)), $client->get('c') === $value);
// The bytes show nowhere.
ob_start();
var_dump($client, $cache, $codecs['old']);
print_r($cache);
var_dump(strlen(ob_get_clean()) < 3000);
?>
--EXPECT--
old: old
new, old: new
null, old: none
references: new
old reads new, old: The stored value needs the dictionary NEW, which is not among those given: add it to the option dictionary, behind the one that writes (key "product:7")
old reads references: The stored value needs the dictionary NEW, which is not among those given: add it to the option dictionary, behind the one that writes (key "product:7")
null, old reads new, old: The stored value needs the dictionary NEW, which is not among those given: add it to the option dictionary, behind the one that writes (key "product:7")
null, old reads references: The stored value needs the dictionary NEW, which is not among those given: add it to the option dictionary, behind the one that writes (key "product:7")

without any: CodecException: The stored value needs the dictionary OLD, which is not among those given: add it to the option dictionary, behind the one that writes
other compressions go on with null: none

Client and Cache
old old
bool(true)
bool(true)
bool(true)
NULL
CodecException: The stored value needs the dictionary OLD, which is not among those given: add it to the option dictionary, behind the one that writes (key "c")
bool(true)
bool(true)
CodecException: The stored value needs the dictionary OLD, which is not among those given: add it to the option dictionary, behind the one that writes (key "c")
bool(true)
bool(true)
old bool(true)
new bool(true)
bool(true)
bool(true)
new
bool(true)
bool(true)
bool(true)
NULL
bool(true)
bool(true)
CodecException: The stored value needs the dictionary NEW, which is not among those given: add it to the option dictionary, behind the one that writes (key "k")
{"a":1}
ConfigException: The options "interop" and "dictionary" exclude each other: values are not compressed with interop
bool(false)
bool(true)
bool(true)
