--TEST--
With a trained dictionary small values are stored at most half as large as by zstd alone, and come back as they were
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';
require __DIR__ . '/dictionary.inc';

$records = shop_records(1000, 2);
foreach (['php', 'igbinary', 'json'] as $serializer) {
    $dictionary = Codec::train(shop_records(2000, 1), 16384, new Codec($serializer));
    printf("%s: at most 16384 bytes: %s\n", $serializer, var_export(strlen($dictionary) <= 16384, true));
    $alone = new Codec($serializer, 'zstd', compression_threshold: 64);
    $with = new Codec($serializer, dictionary: $dictionary);
    $bytes = [0, 0];
    foreach ($records as $record) {
        $stored = $with->encode($record);
        $with->decode($stored) === $record || print("read differently\n");
        $alone->decode($alone->encode($record)) === $record || print("read differently without\n");
        $bytes[0] += strlen($alone->encode($record));
        $bytes[1] += strlen($stored);
    }
    echo 'half as large: ', var_export($bytes[1] * 2 <= $bytes[0], true), "\n";
    ord($stored[1]) === 0x50 || print("no flag\n");
    unpack('N', $stored, 8)[1] === unpack('V', $dictionary, 4)[1] || print("another id\n");
    substr($stored, 12, 5) === "\x28\xB5\x2F\xFD\x20" || print('not one frame with its size and without an id: ' . bin2hex(substr($stored, 12, 5)) . "\n");

    // Whatever else there is comes back, too: compressed or not.
    foreach ($serializer === 'json' ? [] : scalars() + structures() as $what => $value) {
        canonical($with->decode($with->encode($value))) === canonical($value) || print("$what is read differently\n");
    }
    foreach ([0, 63, 64, 65, 1000, 5000, 200_000, 3_000_000] as $length) {
        foreach ([str_repeat('x', $length), $length ? base64_encode(random_bytes($length)) : '', bin2hex($dictionary)] as $text) {
            $with->decode($with->encode($text)) === $text || print("$length bytes are read differently\n");
        }
    }
}
unset($value);
gc_collect_cycles(); // some of the values are in themselves
echo "\nthe threshold is 64 bytes\n";
foreach ([[], ['compression_threshold' => 1024], ['compression_threshold' => 0]] as $settings) {
    $codec = new Codec('php', ...$settings, dictionary: $dictionary);
    foreach ([20, 63, 64, 1023, 1024] as $length) {
        echo strlen($codec->encode(str_repeat('x', $length))) < $length ? 'smaller ' : 'plain ';
    }
    echo "\n";
}
echo "\nit is stored plain when that is not shorter\n";
$codec = new Codec('php', dictionary: $dictionary);
$noise = random_bytes(200);
var_dump($codec->encode("a$noise") === "a$noise", $codec->encode([1]) === "\xFF\x40\x01\x00a:1:{i:0;i:1;}");
echo "\nan empty list, an empty string and null mean none\n";
foreach ([[], '', null, [null]] as $none) {
    var_dump((new Codec('php', 'zstd', dictionary: $none))->encode(str_repeat('x', 1000)) === str_repeat('x', 1000));
}
?>
--EXPECT--
php: at most 16384 bytes: true
half as large: true
igbinary: at most 16384 bytes: true
half as large: true
json: at most 16384 bytes: true
half as large: true

the threshold is 64 bytes
plain plain smaller smaller smaller 
plain plain plain plain smaller 
plain smaller smaller smaller smaller 

it is stored plain when that is not shorter
bool(true)
bool(true)

an empty list, an empty string and null mean none
bool(true)
bool(true)
bool(true)
bool(true)
