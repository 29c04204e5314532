--TEST--
Compression: from the threshold up, and only when it makes the value shorter
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

$plain = new Codec('igbinary');
$rows = array_map(fn($i) => ['id' => $i, 'name' => "product number $i", 'price' => $i * 1.1, 'tags' => ['a', 'b', 'c']], range(1, 200));
foreach (['zstd', 'lz4'] as $compression) {
    try {
        $codec = new Codec('igbinary', $compression, compression_threshold: 100);
    } catch (\Rediskit\ConfigException $e) {
        continue;
    }
    $id = $compression === 'zstd' ? "\1" : "\2";
    // A string of 99 bytes stays text, one of 100 does not.
    var_dump($codec->encode(str_repeat('x', 99)) === str_repeat('x', 99), substr($codec->encode(str_repeat('x', 100)), 0, 8) === "\xFF\x40\x00$id\0\0\0\x64");
    // Serialized bytes count, not elements.
    var_dump(substr($codec->encode(range(1, 10)), 0, 4) === "\xFF\x40\x02\x00", substr($codec->encode([str_repeat('x', 200)]), 0, 4) === "\xFF\x40\x02$id");
    // What does not get shorter is stored as it is: random bytes as text, random bytes in an array with serializer's header.
    $random = 'random ' . random_bytes(5000);
    var_dump($codec->encode($random) === $random, $codec->encode([$random]) === $plain->encode([$random]));
    // Just compressible, but not by more than the envelope costs
    for ($i = 0; $i < 40; $i++) {
        $value = 'random ' . random_bytes(100) . str_repeat('x', $i);
        strlen($codec->encode($value)) <= strlen($value) || print("$compression makes a string longer\n");
        strlen($codec->encode([$value])) <= strlen($plain->encode([$value])) || print("$compression makes an array longer\n");
    }
    if ($compression === 'lz4') {
        $dense = (new Codec('igbinary', 'lz4', compression_level: 9))->encode($rows);
        var_dump(strlen($dense) < strlen($codec->encode($rows)), $plain->decode($dense) === $rows);
    }
    // A third of what PHP serializes
    var_dump(strlen($codec->encode($rows)) < strlen(serialize($rows)) / 3);
}
// Levels
$sizes = [];
foreach ([-50, 1, 3, 19] as $level) {
    $codec = new Codec('php', 'zstd', compression_level: $level);
    $sizes[] = strlen($codec->encode($rows));
    $codec->decode($codec->encode($rows)) === $rows || print("level $level\n");
}
var_dump($sizes[0] > $sizes[1], $sizes[0] > $sizes[3]);
// Those that need much memory: the compressor gives it back.
$varied = array_map(fn($i) => md5((string) $i), range(1, 60000));
$codec = new Codec('php', 'zstd', compression_level: 19);
var_dump($codec->decode($codec->encode($varied)) === $varied, $codec->decode($codec->encode($rows)) === $rows);
var_dump((new Codec('php', 'zstd', compression_level: 0))->encode($rows) === (new Codec('php', 'zstd', compression_level: 3))->encode($rows));
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
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
