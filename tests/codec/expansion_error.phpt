--TEST--
A value of a megabyte that would take more than 60 is refused before memory is taken; nests of arrays that programs store are not
--EXTENSIONS--
rediskit
igbinary
--INI--
memory_limit=-1
rediskit.mac_key=
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

function peak(callable $f): int
{
    $before = memory_get_usage();
    memory_reset_peak_usage();
    echo caught($f), "\n";
    return memory_get_peak_usage() - $before;
}
$chains = 650; // of 511 arrays, one in another
$igbinary = "\xFF\x40\x02\x00\0\0\0\2\x16" . pack('N', $chains);
for ($i = 0; $i < $chains; $i++) {
    $igbinary .= "\x08" . pack('n', $i) . str_repeat("\x14\1\x0d", 510) . "\0";
}
$json = '[' . implode(',', array_fill(0, 1000, str_repeat('[', 511) . str_repeat(']', 511))) . ']';
foreach (['igbinary' => $igbinary, 'json' => $json] as $serializer => $stored) {
    echo "-- $serializer: ", strlen($stored) >> 10, " kB\n";
    $taken = peak(fn () => (new Codec($serializer, 'none'))->decode($stored));
    echo $taken < 4 << 20 ? "no memory taken\n" : "$taken bytes taken\n";
}
echo "-- it is not stored either\n";
$value = [];
for ($i = 0; $i < $chains; $i++) {
    $chain = [];
    for ($depth = 0; $depth < 509; $depth++) {
        $chain = ['' => $chain];
    }
    $value[] = $chain;
}
echo caught(fn () => (new Codec('igbinary', 'none'))->encode($value)), "\n";
$chain = [];
for ($depth = 0; $depth < 30; $depth++) {
    $chain = [$chain];
}
$list = array_fill(0, 15000, $chain);
echo caught(fn () => strlen((new Codec('json', 'none'))->encode($list)) . ' bytes are stored'), "\n";
// Empty arrays take no memory of their own.
$value = array_fill(0, 400000, []);
$codec = new Codec('json', 'none');
var_dump($codec->decode($codec->encode($value)) === $value);
unset($value, $chain, $list);
echo "-- brackets in a text are none\n";
$text = str_repeat('[{\\",', 40000);
var_dump((new Codec('json', 'none'))->decode(json_encode([$text])) === [$text]);
echo "-- a tree of letters\n";
$tree = [];
for ($i = 0; $i < 20000; $i++) {
    $node = &$tree;
    foreach (str_split(dechex(crc32("$i"))) as $letter) {
        $node = &$node[" $letter"];
    }
    unset($node);
}
foreach (['php', 'igbinary', 'json'] as $serializer) {
    $codec = new Codec($serializer, 'zstd');
    var_dump($codec->decode($codec->encode($tree)) == $tree);
}
?>
--EXPECTF--
-- igbinary: %d kB
CodecException: The value is refused: its %d bytes would take %d bytes of memory, as those of values do that are made to exhaust it
no memory taken
-- json: %d kB
CodecException: The value is refused: its %d bytes would take %d bytes of memory, as those of values do that are made to exhaust it
no memory taken
-- it is not stored either
CodecException: The value is refused: its %d bytes would take %d bytes of memory, as those of values do that are made to exhaust it
CodecException: The value is refused: its %d bytes would take %d bytes of memory, as those of values do that are made to exhaust it
bool(true)
-- brackets in a text are none
bool(true)
-- a tree of letters
bool(true)
bool(true)
bool(true)
