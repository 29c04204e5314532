--TEST--
What is stored as text, byte by byte, and what needs an envelope
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;
use Rediskit\Serializer;

require __DIR__ . '/values.inc';

foreach ([Serializer::Php, Serializer::Igbinary] as $serializer) {
    $codec = new Codec($serializer);
    foreach ([0, 7, -7, PHP_INT_MAX, PHP_INT_MIN, '', '-0', '007', '+5', ' 1', '1.5', 'a', "h\u{e9}", '9223372036854775808', "\0\xFF", str_repeat('x', 100000)] as $plain) {
        $codec->encode($plain) === (string) $plain || printf("%s %s is not stored as text\n", $serializer->name, var_export($plain, true));
        $codec->decode((string) $plain) === $plain || printf("%s %s is not read as it was\n", $serializer->name, var_export($plain, true));
    }
}
$codec = new Codec('igbinary');
foreach ([null, false, true, 1.5, -0.0, 3.0, 0.1, INF, -INF, NAN, '0', '123', '-5', "\xFF", "\xFFtext", 'i:5;', 'N;', 'a:0:{}', "\0\0\0\2x", [], [1]] as $value) {
    $stored = $codec->encode($value);
    printf("%-8s %s\n", is_float($value) ? $value : str_replace("\n", '', json_encode(is_string($value) ? bin2hex($value) : $value)), bin2hex($stored));
}
// Integers beyond 64 bits and other digits stay text, whatever is read into them.
var_dump($codec->decode('9223372036854775808'), $codec->decode('-9223372036854775808'), $codec->decode('00'), $codec->decode('-'));
?>
--EXPECT--
null     ff4001004e3b
false    ff400100623a303b
true     ff400100623a313b
1.5      ff400100643a312e353b
-0       ff400100643a2d303b
3        ff400100643a333b
0.1      ff400100643a302e313b
INF      ff400100643a494e463b
-INF     ff400100643a2d494e463b
NAN      ff400100643a4e414e3b
"30"     ff40000030
"313233" ff400000313233
"2d35"   ff4000002d35
"ff"     ff400000ff
"ff74657874" ff400000ff74657874
"693a353b" ff400000693a353b
"4e3b"   ff4000004e3b
"613a303a7b7d" ff400000613a303a7b7d
"0000000278" ff4000000000000278
[]       ff400200000000021400
[1]      ff40020000000002140106000601
string(19) "9223372036854775808"
int(-9223372036854775808)
string(2) "00"
string(1) "-"
