--TEST--
An integer in serialized text that no int holds is corrupt: PHP would make it the nearest one and warn
--EXTENSIONS--
rediskit
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;
use Rediskit\CodecException;

$codec = new Codec('php', 'none');
$compat = new Codec('php', 'none', compat: true);
foreach (['9223372036854775807', '-9223372036854775808', '9223372036854775808', '-9223372036854775809', '99999999999999999999', '000000000000000000000007'] as $digits) {
    echo "-- $digits\n";
    foreach (["i:$digits;", "a:1:{i:$digits;N;}", "a:1:{i:0;i:$digits;}"] as $text) {
        try {
            var_dump($codec->decode("\xFF\x40\x01\x00$text") === @unserialize($text));
        } catch (CodecException $e) {
            echo $e->getMessage(), "\n";
        }
    }
    var_dump(is_string($compat->decode("a:1:{i:$digits;N;}")));
}
?>
--EXPECT--
-- 9223372036854775807
bool(true)
bool(true)
bool(true)
bool(false)
-- -9223372036854775808
bool(true)
bool(true)
bool(true)
bool(false)
-- 9223372036854775808
The stored value is corrupt: it is not well-formed serialized text
The stored value is corrupt: it is not well-formed serialized text
The stored value is corrupt: it is not well-formed serialized text
bool(true)
-- -9223372036854775809
The stored value is corrupt: it is not well-formed serialized text
The stored value is corrupt: it is not well-formed serialized text
The stored value is corrupt: it is not well-formed serialized text
bool(true)
-- 99999999999999999999
The stored value is corrupt: it is not well-formed serialized text
The stored value is corrupt: it is not well-formed serialized text
The stored value is corrupt: it is not well-formed serialized text
bool(true)
-- 000000000000000000000007
bool(true)
bool(true)
bool(true)
bool(false)
