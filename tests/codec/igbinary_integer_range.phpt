--TEST--
An integer in igbinary data that no int holds is corrupt: igbinary would make it 0 and warn
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;
use Rediskit\CodecException;

$codec = new Codec('igbinary', 'none');
foreach (["\x20\x7F" => 'fits', "\x20\x80" => 'positive', "\x21\x80" => 'least', "\x21\x81" => 'negative'] as $begin => $name) {
    echo "-- $name\n";
    $number = $begin . ($name === 'fits' ? str_repeat("\xFF", 7) : str_repeat("\0", 7));
    foreach ([$number, "\x14\1\6\0$number", "\x14\1$number\0"] as $tokens) {
        try {
            var_dump($codec->decode("\xFF\x40\x02\x00\0\0\0\2$tokens") === igbinary_unserialize("\0\0\0\2$tokens"));
        } catch (CodecException $e) {
            echo $e->getMessage(), "\n";
        }
    }
}
?>
--EXPECT--
-- fits
bool(true)
bool(true)
bool(true)
-- positive
The stored value is corrupt: it is not well-formed igbinary data
The stored value is corrupt: it is not well-formed igbinary data
The stored value is corrupt: it is not well-formed igbinary data
-- least
bool(true)
bool(true)
bool(true)
-- negative
The stored value is corrupt: it is not well-formed igbinary data
The stored value is corrupt: it is not well-formed igbinary data
The stored value is corrupt: it is not well-formed igbinary data
