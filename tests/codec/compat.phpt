--TEST--
compat: values as phpredis 5.3 and Laravel stored them are read; the same bytes stored by rediskit stay strings
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

$array = ['a' => [1, 2], 'b' => str_repeat('x', 50)];
$hello = str_repeat('hello ', 20);
// Made by phpredis 5.3.7's _pack(): serializer, compression, value, bytes.
$samples = [
    ['php', 'none', 5, '693a353b'],
    ['php', 'none', 'abc', '733a333a22616263223b'],
    ['php', 'none', 1.5, '643a312e353b'],
    ['php', 'none', true, '623a313b'],
    ['php', 'none', null, '4e3b'],
    ['php', 'none', $array, '613a323a7b733a313a2261223b613a323a7b693a303b693a313b693a313b693a323b7d733a313a2262223b733a35303a227878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878223b7d'],
    ['php', 'zstd', 5, '28b52ffd2004210000693a353b'],
    ['php', 'zstd', $array, '28b52ffd20669501004402613a323a7b733a313a2261223b693a303b693a31323b7d62223b733a35303a2278223b7d0400e20205d5c6ce1920cc2f'],
    ['php', 'lz4', 5, 'd90400000040693a353b'],
    ['php', 'lz4', null, 'd002000000204e3b'],
    ['php', 'lz4', $array, '4e66000000d1613a323a7b733a313a2261223b0d0073693a303b693a31040031323b7d1e00af62223b733a35303a227801001c507878223b7d'],
    ['igbinary', 'none', 5, '000000020605'],
    ['igbinary', 'none', 'abc', '000000021103616263'],
    ['igbinary', 'none', $array, '0000000214021101611402060006010601060211016211327878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878'],
    ['igbinary', 'zstd', 1.5, '28b52ffd200d690000000000020c3ff8000000000000'],
    ['igbinary', 'zstd', $array, '28b52ffd204afd0000c8000000021402110161140206000601060106021101621132780100198131'],
    ['igbinary', 'lz4', true, '4205000000500000000205'],
    ['igbinary', 'lz4', $array, '2c4a000000ff0a00000002140211016114020600060106010602110162113278010019507878787878'],
    ['json', 'none', $array, '7b2261223a5b312c325d2c2262223a227878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878227d'],
    ['json', 'zstd', 'abc', '28b52ffd20052900002261626322'],
    ['json', 'zstd', $array, '28b52ffd2044cd0000987b2261223a5b312c325d2c2262223a2278227d01008dc012'],
    ['none', 'zstd', $hello, '28b52ffd20786d00003068656c6c6f2001002f692902'],
    ['none', 'zstd', '', '28b52ffd2000010000'],
    ['none', 'lz4', $hello, '63780000006f68656c6c6f2006005a50656c6c6f20'],
];
$lz4 = caught(fn() => new Codec(compression: 'lz4')) === 'no exception, but Rediskit\Codec ';
foreach ($samples as [$serializer, $compression, $value, $hex]) {
    $bytes = hex2bin($hex);
    if ($compression === 'lz4' && !$lz4) {
        continue;
    }
    foreach ($serializer === 'json' ? ['json'] : ['php', 'igbinary', 'none'] as $ours) {
        if ((new Codec($ours, compat: true))->decode($bytes) !== $value) {
            echo "$serializer $compression $hex is not read by $ours: ", caught(fn() => (new Codec($ours, compat: true))->decode($bytes)), "\n";
        }
    }
    $off = new Codec('igbinary', compat: false);
    $on = new Codec('igbinary', compat: true);
    $off->decode($bytes) === $bytes || print("$hex is not a string with compat off\n");
    // As a string of the application
    foreach ([$off, $on] as $writer) {
        foreach ([$off, $on] as $reader) {
            $reader->decode($writer->encode($bytes)) === $bytes || print("$hex does not come back as a string\n");
        }
    }
}
echo "Laravel\n";
$codec = new Codec('igbinary', compat: true);
var_dump($codec->decode('5'), $codec->decode('1.5'), $codec->decode(serialize(['user' => new Point(7)]))['user']->x, $codec->decode('s:6:"a:0:{}";'));

echo "Strings after all\n";
foreach (['a:1:{', 'a:b}', 'i:5', 'i:x;', 'N', 'N;N;', 'i:5;i:6;', 's:3:"ab";', "\0\0\0", "\0\0\0\3\5", "\x28\xB5\x2F", "\xD9\4\0\0\0", "\xD9\4\0\0\0\x40i:5", "\xD9\xFF\xFF\xFF\x1F\x40i:5;", 'C:1:"A":1:{x', 'O:1:{}', 'R:x;'] as $text) {
    $codec->decode($text) === $text || print("$text is not read as a string\n");
}
echo "Corrupt\n";
foreach (["\0\0\0\2\x14\5", "\x28\xB5\x2F\xFD\x20\x78xxxxx", 'a:1:{i:0;' . str_repeat('a:1:{i:0;', 600) . 'N;' . str_repeat('}', 601)] as $bytes) {
    echo caught(fn() => $codec->decode($bytes)), "\n";
}
echo "Limits hold here too\n";
echo caught(fn() => (new Codec('php', compat: true, allowed_classes: []))->decode(serialize([new Point()]))), "\n";
echo caught(fn() => (new Codec('php', compat: true, allowed_classes: []))->decode(igbinary_serialize([new Point()]))), "\n";
echo caught(fn() => (new Codec('php', compat: true, max_value_size: 100))->decode(hex2bin('28b52ffd20786d00003068656c6c6f2001002f692902'))), "\n";
?>
--EXPECT--
Laravel
int(5)
string(3) "1.5"
int(7)
string(6) "a:0:{}"
Strings after all
Corrupt
CodecException: The stored value is corrupt: it is not well-formed igbinary data
CodecException: The stored value is corrupt: zstd cannot decompress it
CodecException: The value is nested too deep: arrays and objects may be nested 512 levels
Limits hold here too
CodecException: Objects of class Rediskit\Tests\Point are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Point are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: The stored value is too large: it says it has 120 bytes when decompressed, and max_value_size allows 100
