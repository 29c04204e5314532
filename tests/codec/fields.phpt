--TEST--
The optional fields of an envelope, alone and together, lie between header and payload
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

$codec = new Codec('php');
$expiry = pack('J', 1700000000000);
$cost = pack('N', 250);
$tags = pack('n', 40) . str_repeat('t', 40);
foreach ([0 => '', 1 => $expiry, 2 => $cost, 4 => $tags, 3 => $expiry . $cost, 7 => $expiry . $cost . $tags] as $flags => $fields) {
    var_dump($codec->decode("\xFF" . chr(0x40 | $flags) . "\x01\x00{$fields}a:1:{i:0;i:1;}") === [1]);
    // The length of a compressed payload comes first.
    $compressed = (new Codec('php', 'zstd', compression_threshold: 0))->encode(str_repeat('x', 100));
    var_dump($codec->decode("\xFF" . chr(0x40 | $flags) . substr($compressed, 2, 6) . $fields . substr($compressed, 8)) === str_repeat('x', 100));
}
// Signed, with fields, for the key name "k"
$header = "\xFF\x4F\x01\x00$expiry$cost$tags";
$mac = hash_hmac('sha256', pack('J', 1) . "k{$header}i:5;", str_repeat('m', 20), true);
$signing = new Codec('php', mac_key: str_repeat('m', 20));
var_dump($signing->decode("$header{$mac}i:5;", 'k'));
$header[5] = "\x01";
echo caught(fn() => $signing->decode("$header{$mac}i:5;", 'k')), "\n";
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
int(5)
CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "k")
