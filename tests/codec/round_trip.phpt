--TEST--
Every kind of value comes back the same with every serializer, compression and MAC
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

$compressions = ['none', 'zstd'];
try {
    new Codec(compression: 'lz4');
    $compressions[] = 'lz4';
} catch (\Rediskit\ConfigException) {
}
$count = 0;
foreach (['auto', 'php', 'igbinary'] as $serializer) {
    foreach ($compressions as $compression) {
        foreach ([0, 1024, PHP_INT_MAX] as $threshold) {
            foreach ([null, 'a key of many bytes'] as $key) {
                $codec = new Codec($serializer, $compression, compression_threshold: $threshold, mac_key: $key);
                foreach (scalars() + structures() as $what => $value) {
                    $before = canonical($value);
                    $back = $codec->decode($codec->encode($value, 'k'), 'k');
                    if (canonical($back) !== $before) {
                        echo "$serializer $compression $threshold: '$what' came back different\n$before\n", canonical($back), "\n";
                    }
                    if (canonical($value) !== $before) {
                        echo "$serializer $compression $threshold: '$what' was changed by encode()\n";
                    }
                    $count++;
                }
            }
        }
    }
}
var_dump($count > 1000);
$codec = new Codec('igbinary');
$woken = $codec->decode($codec->encode(new Sleeper()));
var_dump($woken->woken);
$pair = $codec->decode($codec->encode(structures()['references']));
$pair['a'] = 9;
var_dump($pair['b']);
$shared = $codec->decode($codec->encode(structures()['shared']));
var_dump($shared[0] === $shared[1]);
// A reference as the argument itself
$value = [1, 2];
$alias = &$value;
var_dump($codec->decode($codec->encode($alias)) === [1, 2]);
gc_collect_cycles(); // memcheck counts cycles as leaks
?>
--EXPECT--
bool(true)
bool(true)
int(9)
bool(true)
bool(true)
