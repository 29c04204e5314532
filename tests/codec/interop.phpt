--TEST--
What one codec wrote, any other reads: changing the settings makes no stored value unreadable
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

$codecs = [];
foreach (['php', 'igbinary', 'json', 'none'] as $serializer) {
    foreach (['none', 'zstd', 'lz4'] as $compression) {
        foreach ([false, true] as $compat) {
            try {
                $codecs["$serializer $compression" . ($compat ? ' compat' : '')] = new Codec($serializer, $compression, compression_threshold: 0, compat: $compat);
            } catch (\Rediskit\ConfigException) {
            }
        }
    }
}
$codecs['signing'] = new Codec('igbinary', mac_key: str_repeat('k', 16)); // its values are read by those without a key
$count = 0;
foreach ($codecs as $from => $writer) {
    foreach ($codecs as $to => $reader) {
        if ($to === 'signing' && $from !== 'signing') {
            continue;
        }
        $json = [str_starts_with($from, 'json'), str_starts_with($to, 'json')];
        $none = [str_starts_with($from, 'none'), str_starts_with($to, 'none')];
        foreach (scalars() + structures() as $what => $value) {
            // json describes by setting, and none keeps no types: there the same text is what can be expected.
            if (($json[0] || $json[1]) || (($none[0] || $none[1]) && !is_string($value)) || ($none[0] && $none[0] !== $none[1])) {
                continue;
            }
            $back = $reader->decode($writer->encode($value));
            if (canonical($back) !== canonical($value)) {
                echo "'$what' written by $from, read by $to: ", canonical($back), "\n";
            }
            $count++;
        }
    }
}
var_dump($count > 10000);

// Envelopes are read by json and none too, and compressed json by all.
foreach (['php', 'igbinary'] as $serializer) {
    $stored = (new Codec($serializer))->encode(['a' => 1.5]);
    var_dump((new Codec('json'))->decode($stored) === ['a' => 1.5], (new Codec('none'))->decode($stored) === ['a' => 1.5]);
}
$stored = (new Codec('json', 'zstd', compression_threshold: 10))->encode(array_fill(0, 100, 'x'));
echo bin2hex(substr($stored, 0, 8)), "\n";
var_dump((new Codec('php'))->decode($stored) === array_fill(0, 100, 'x'));
gc_collect_cycles(); // memcheck counts cycles as leaks
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
ff40030100000191
bool(true)
