--TEST--
Keys and property names of every width pass the look over igbinary's bytes; cut off they do not
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

$codec = new Codec('igbinary');
$array = [];
foreach ([1, 200, 300, 70000, 1 << 33] as $number) {
    $array += [$number => 'above', -$number => 'below', str_repeat('k', min($number, 70000)) => 'name'];
}
foreach ([$array, (object) $array] as $value) {
    $stored = $codec->encode($value);
    var_dump($codec->decode($stored) == $value);
}
foreach (["\x07", "\x09\0", "\x0b\0\1\0", "\x21\0\0\0\0\0\0\1", "\x0f\0", "\x10\0\0\0", "\x12\0", "\x13\0\0\0"] as $key) {
    foreach (["\x14\x01", "\x17\x08stdClass\x14\x01"] as $container) {
        try {
            $codec->decode("\xFF\x40\x02\x00\0\0\0\2$container$key");
            echo bin2hex($key), " was read\n";
        } catch (\Rediskit\CodecException) {
        }
    }
}
?>
--EXPECT--
bool(true)
bool(true)
