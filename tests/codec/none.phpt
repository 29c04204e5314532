--TEST--
none: scalars are stored as text, arrays and objects are refused with the option to set
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;
use Rediskit\Serializer;

require __DIR__ . '/values.inc';

$codec = new Codec(Serializer::None);
foreach ([5, '5', '007', 'text', 1.5, 0.1, -0.0, INF, true, false, null] as $value) {
    echo var_export($value, true), ' -> ', var_export($codec->encode($value), true), ' -> ', var_export($codec->decode($codec->encode($value)), true), "\n";
}
foreach ([[1], new \stdClass(), fn() => 1, STDIN] as $value) {
    echo caught(fn() => $codec->encode($value)), "\n";
}
// Only what would be taken for an envelope, or for a value of another client, is put into one.
foreach (["\xFFabc", 'a:0:{}'] as $value) {
    echo bin2hex($codec->encode($value)), ' ', var_export($codec->decode($codec->encode($value)) === $value, true), "\n";
}
?>
--EXPECT--
5 -> '5' -> '5'
'5' -> '5' -> '5'
'007' -> '007' -> '007'
'text' -> 'text' -> 'text'
1.5 -> '1.5' -> '1.5'
0.1 -> '0.1' -> '0.1'
-0.0 -> '-0' -> '-0'
INF -> 'INF' -> 'INF'
true -> '1' -> '1'
false -> '' -> ''
NULL -> '' -> ''
CodecException: Cannot store an array without a serializer: set the option serializer to igbinary, php or json, or store it with Cache
CodecException: Cannot store an object without a serializer: set the option serializer to igbinary, php or json, or store it with Cache
CodecException: Cannot store an object without a serializer: set the option serializer to igbinary, php or json, or store it with Cache
CodecException: A resource cannot be stored: store what is read from it
ff400000ff616263 true
ff400000613a303a7b7d true
