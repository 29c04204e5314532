--TEST--
A value that memory_limit cannot bear is a CodecException, written or read, and not the end of the process
--EXTENSIONS--
rediskit
igbinary
--INI--
memory_limit=48M
rediskit.max_value_size=1G
rediskit.mac_key=
--SKIPIF--
<?php
if (getenv('USE_ZEND_ALLOC') === '0') {
    die('skip unavailable: memory_limit does nothing without the Zend allocator');
}
?>
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

/** @return string a zstd frame of so many zeros, made of blocks of one repeated byte each */
function zeros(int $size): string
{
    $frame = "\x28\xB5\x2F\xFD\xA0" . pack('V', $size);
    for ($left = $size; $left > 0; $left -= $block) {
        $block = min($left, 128 * 1024);
        $frame .= substr(pack('V', ($left === $block ? 1 : 0) | 1 << 1 | $block << 3), 0, 3) . "\0";
    }
    return $frame;
}
$short = fn(callable $f) => preg_replace('/\d{6,}/', 'N', caught($f));

$codec = new Codec('php', 'zstd');
$fits = zeros(10 << 20);
var_dump(strlen($codec->decode("\xFF\x40\x00\x01" . pack('N', 10 << 20) . $fits)));
foreach ([60 << 20, 500 << 20] as $size) {
    echo "frame of $size: ", $short(fn() => $codec->decode("\xFF\x40\x00\x01" . pack('N', $size) . zeros($size))), "\n";
    echo "the same as another client's: ", $short(fn() => (new Codec('php', compat: true))->decode(zeros($size))), "\n";
}
$big = str_repeat("\xFF\0", 15 << 20);
echo 'a copy with a header: ', $short(fn() => (new Codec('php'))->encode($big)), "\n";
echo 'a compressed copy: ', $short(fn() => $codec->encode($big)), "\n";
unset($big);
$stored = str_pad("\xFF\x40\x00\x00", 30 << 20, 'x');
echo 'a string in an envelope: ', $short(fn() => $codec->decode($stored)), "\n";
unset($stored);

$elements = 2000000; // 6 bytes each, and 36 when decoded
$tokens = fn() => "\xFF\x40\x02\x00\0\0\0\2\x16" . pack('N', $elements) . str_repeat("\x0a\0\0\0\1\0", $elements);
echo 'many elements, igbinary: ', $short(fn() => (new Codec('igbinary'))->decode($tokens())), "\n";
echo 'many strings, igbinary, where classes are looked at: ', $short(fn() => (new Codec('igbinary', allowed_classes: 'Some'))->decode("\xFF\x40\x02\x00\0\0\0\2\x16" . pack('N', $elements) . str_repeat("\6\1\x11\0", $elements))), "\n";
echo 'many elements, php: ', $short(fn() => (new Codec('php'))->decode("\xFF\x40\x01\x00a:$elements:{" . str_repeat('i:1;N;', $elements) . '}')), "\n";
echo 'many elements, json: ', $short(fn() => (new Codec('json'))->decode('[' . str_repeat('1,', $elements) . '1]')), "\n";
$name = 25 << 20;
foreach (['*', 'Some'] as $classes) {
    $long = str_pad("\xFF\x40\x01\x00O:$name:\"", $name + 16, 'A');
    $long .= '":0:{}';
    echo "a long name, classes $classes: ", $short(fn() => (new Codec('php', allowed_classes: $classes))->decode($long)), "\n";
    unset($long);
}
echo 'many small arrays, php: ', $short(fn() => (new Codec('php'))->decode("\xFF\x40\x01\x00a:200000:{" . str_repeat('i:1;a:1:{i:0;N;}', 200000) . '}')), "\n";
// Counts that fit are not what is taken: a list that becomes a table in its second element, a table that grows, with an end and without.
$elements = 600000;
echo 'no list after all, igbinary: ', $short(fn() => (new Codec('igbinary'))->decode("\xFF\x40\x02\x00\0\0\0\2\x16" . pack('N', $elements) . "\6\0\0\x11\1a\0" . str_repeat("\6\1\0", $elements - 2))), "\n";
for ($names = '"":1', $i = 0; $i < 530000; $i++) {
    $names .= ',"' . base_convert((string) $i, 10, 36) . '":1';
}
echo 'many names, json: ', $short(fn() => (new Codec('json'))->decode("{{$names}}")), "\n";
echo 'without an end: ', $short(fn() => (new Codec('json'))->decode("{{$names}")), "\n";
unset($names);
$big = str_repeat('x', 25 << 20);
echo 'a sample: ', $short(fn() => Codec::train([$big], 1024)), "\n";
echo 'large samples: ', $short(fn() => Codec::train((fn() => yield from array_fill(0, 16, str_repeat('y', 1 << 20)))(), 1024)), "\n";
$big = null;
$big = str_repeat('x', 41 << 20);
echo 'many samples: ', $short(fn() => Codec::train((function () {
    for ($i = 0; $i < 300000; $i++) {
        yield 'y';
    }
})(), 1024)), "\n";
unset($big);
var_dump((new Codec('igbinary'))->decode((new Codec('igbinary'))->encode(['still' => 'alive'])));
?>
--EXPECT--
int(10485760)
frame of 62914560: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
the same as another client's: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
frame of 524288000: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
the same as another client's: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
a copy with a header: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
a compressed copy: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
a string in an envelope: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
many elements, igbinary: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
many strings, igbinary, where classes are looked at: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
many elements, php: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
many elements, json: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
a long name, classes *: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
a long name, classes Some: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
many small arrays, php: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
no list after all, igbinary: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
many names, json: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
without an end: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
a sample: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
large samples: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
many samples: CodecException: Not enough memory for a value that needs about N bytes: raise memory_limit (N bytes), or store less in one value
array(1) {
  ["still"]=>
  string(5) "alive"
}
