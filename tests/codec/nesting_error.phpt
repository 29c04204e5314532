--TEST--
512 levels of nesting are stored and read; deeper values are refused before they can end the stack
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

function arrays(int $levels): array
{
    for ($value = []; $levels > 1; $levels--) {
        $value = ['k' => $value];
    }
    return $value;
}
function objects(int $levels, string $class): object
{
    for ($value = new $class(); $levels > 1; $levels--) {
        $next = $value;
        $value = new $class();
        $class === Point::class ? $value->next = $next : $value->data = $next;
    }
    return $value;
}
foreach (['php', 'igbinary', 'json'] as $serializer) {
    echo "$serializer\n";
    $codec = new Codec($serializer);
    var_dump($codec->decode($codec->encode(arrays(512))) === arrays(512));
    echo caught(fn() => $codec->encode(arrays(513))), "\n";
    echo caught(fn() => $codec->encode(arrays(10000))), "\n";
    if ($serializer !== 'json') {
        // A Point has a list of its own, one level deeper. What an object says itself is looked at in the bytes.
        var_dump(canonical($codec->decode($codec->encode(objects(511, Point::class)))) === canonical(objects(511, Point::class)));
        echo caught(fn() => $codec->encode(objects(512, Point::class))), "\n";
        echo caught(fn() => $codec->encode(objects(5000, Point::class))), "\n";
        var_dump(canonical($codec->decode($codec->encode(objects(512, Magic::class)))) === canonical(objects(512, Magic::class)));
        echo caught(fn() => $codec->encode(objects(513, Magic::class))), "\n";
    }
}
echo "decode\n";
$codec = new Codec('igbinary');
foreach ([513, 100000] as $levels) {
    echo caught(fn() => $codec->decode("\xFF\x40\x02\x00\0\0\0\2" . str_repeat("\x14\x01\x06\x00", $levels) . "\x00")), "\n";
    echo caught(fn() => $codec->decode("\xFF\x40\x02\x00\0\0\0\2" . str_repeat("\x25", $levels) . "\x00")), "\n";
    echo caught(fn() => $codec->decode("\xFF\x40\x02\x00\0\0\0\2" . str_repeat("\x17\x08stdClass\x14\x01\x11\x01a", $levels) . "\x00")), "\n";
    echo caught(fn() => $codec->decode("\xFF\x40\x01\x00" . str_repeat('a:1:{i:0;', $levels) . 'N;' . str_repeat('}', $levels))), "\n";
    echo caught(fn() => $codec->decode("\xFF\x40\x01\x00" . str_repeat('O:8:"stdClass":1:{s:1:"a";', $levels) . 'N;' . str_repeat('}', $levels))), "\n";
    echo caught(fn() => $codec->decode("\xFF\x40\x03\x00" . str_repeat('[', $levels) . str_repeat(']', $levels))), "\n";
    echo caught(fn() => (new Codec('json'))->decode(str_repeat('[', $levels) . str_repeat(']', $levels))), "\n";
}
?>
--EXPECT--
php
bool(true)
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
bool(true)
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
bool(true)
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
igbinary
bool(true)
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
bool(true)
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
bool(true)
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
json
bool(true)
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
decode
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The stored value is corrupt: it is not well-formed igbinary data
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The stored value is corrupt: it is not well-formed igbinary data
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
