--TEST--
mac_key: a value is read only as it was signed, with the same key and under the same name, and nothing unsigned is unserialized
--EXTENSIONS--
rediskit
igbinary
--INI--
rediskit.mac_key=
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

class Loud
{
    public function __wakeup(): void
    {
        echo "unserialized!\n";
    }
}
$key = str_repeat('k', 32);
$codec = new Codec('php', mac_key: $key);
$stored = $codec->encode(['price' => 5], 'shop:price:1');

echo "as it was\n";
var_dump($codec->decode($stored, 'shop:price:1') === ['price' => 5]);
echo "the MAC is HMAC-SHA-256 over length of the name, name, header, payload\n";
$payload = 'a:1:{s:5:"price";i:5;}';
$mac = hash_hmac('sha256', pack('J', 12) . "shop:price:1\xFF\x48\x01\x00$payload", $key, true);
var_dump($stored === "\xFF\x48\x01\x00$mac$payload");

foreach ([0, 1, 'text', '123', null, 1.5, [1], new Point(), str_repeat('x', 5000)] as $value) {
    foreach (['php', 'igbinary', 'json', 'none'] as $serializer) {
        if ($serializer === 'none' && (is_array($value) || is_object($value))) {
            continue;
        }
        $signing = new Codec($serializer, 'zstd', mac_key: $key);
        $bytes = $signing->encode($value, 'k');
        ord($bytes[1]) & 0x08 || print("not signed\n");
        $same = $signing->decode($bytes, 'k');
        if ($serializer === 'php' || $serializer === 'igbinary') {
            canonical($same) === canonical($value) || print("$serializer is read differently\n");
        }
    }
}
echo "\nrefused\n";
$plain = new Codec('php');
$loud = new Loud();
foreach ([
    'another name' => [$codec, $stored, 'shop:price:2'],
    'no name' => [$codec, $stored, ''],
    'a byte moved from the payload into the name' => [$codec, substr($stored, 0, -1), 'shop:price:1}'],
    'another key' => [new Codec('php', mac_key: str_repeat('K', 32)), $stored, 'shop:price:1'],
    'a longer key' => [new Codec('php', mac_key: $key . 'k'), $stored, 'shop:price:1'],
    'unsigned envelope' => [$codec, $plain->encode($loud), 'k'],
    'plain text' => [$codec, 'text', 'k'],
    'a plain integer' => [$codec, '5', 'k'],
    'serialized text' => [$codec, serialize($loud), 'k'],
    'MAC taken off' => [$codec, "\xFF\x40\x01\x00" . substr($stored, 36), 'shop:price:1'],
    'MAC of zeros' => [$codec, "\xFF\x48\x01\x00" . str_repeat("\0", 32) . serialize($loud), 'k'],
] as $what => [$reader, $bytes, $name]) {
    echo "$what: ", caught(fn() => $reader->decode($bytes, $name)), "\n";
}
echo "\nsettings\n";
echo caught(fn() => new Codec(mac_key: 'short')), "\n";
echo caught(fn() => new Codec(mac_key: $key, compat: true)), "\n";
ini_set('rediskit.mac_key', $key);
var_dump((new Codec('php'))->encode(['price' => 5], 'shop:price:1') === $stored);
ini_set('rediskit.compat', 1);
echo caught(fn() => new Codec()), "\n";
// Two keys in turn
$other = new Codec('php', mac_key: str_repeat('o', 100), compat: false);
for ($i = 0; $i < 3; $i++) {
    var_dump($other->decode($other->encode($i, 'a'), 'a') === $i && $codec->decode($codec->encode($i, 'a'), 'a') === $i);
}
// The key shows nowhere.
ob_start();
var_dump($codec);
print_r($codec);
var_export((array) $codec);
try {
    new Codec(mac_key: 'a short secret');
} catch (\Throwable $e) {
    echo $e;
}
$shown = ob_get_clean();
var_dump(str_contains($shown, 'kkkk'), str_contains($shown, 'a short secret'));
?>
--EXPECT--
as it was
bool(true)
the MAC is HMAC-SHA-256 over length of the name, name, header, payload
bool(true)

refused
another name: CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "shop:price:2")
no name: CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key
a byte moved from the payload into the name: CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "shop:price:1}")
another key: CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "shop:price:1")
a longer key: CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "shop:price:1")
unsigned envelope: CodecException: The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else (key "k")
plain text: CodecException: The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else (key "k")
a plain integer: CodecException: The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else (key "k")
serialized text: CodecException: The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else (key "k")
MAC taken off: CodecException: The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else (key "shop:price:1")
MAC of zeros: CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "k")

settings
ConfigException: mac_key is too short: use at least 16 random bytes, for example those of bin2hex(random_bytes(32))
ConfigException: compat and mac_key exclude each other: what others wrote is not signed; switch one of them off
bool(true)
ConfigException: compat and mac_key exclude each other: what others wrote is not signed; switch one of them off
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
