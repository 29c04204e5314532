--TEST--
Settings of a Codec: names, enums, ranges, and what is unset comes from php.ini
--INI--
rediskit.serializer=auto
rediskit.compression=none
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;
use Rediskit\Compression;
use Rediskit\Serializer;

require __DIR__ . '/values.inc';

foreach (Serializer::cases() as $case) {
    echo "$case->name = $case->value, ";
}
foreach (Compression::cases() as $case) {
    echo "$case->name = $case->value, ";
}
echo "\n";
foreach ([
    fn() => new Codec('msgpack'),
    fn() => new Codec('PHP'),
    fn() => new Codec(''),
    fn() => new Codec('a name that is much longer than any other'),
    fn() => new Codec(compression: 'gzip'),
    fn() => new Codec(compression: "zstd\0"),
    fn() => new Codec(compression: 'zstd', compression_level: 23),
    fn() => new Codec(compression: 'zstd', compression_level: PHP_INT_MAX),
    fn() => new Codec(compression_threshold: -1),
    fn() => new Codec(max_value_size: 0),
    fn() => new Codec(allowed_classes: [1]),
    fn() => new Codec(Compression::Zstd),
    fn() => new Codec(5),
    fn() => clone new Codec(),
    fn() => serialize(new Codec()),
    function () {
        $codec = new Codec();
        $codec->unknown = 1;
    },
    fn() => (new \ReflectionClass(Codec::class))->newInstanceWithoutConstructor()->encode(1),
] as $make) {
    echo caught($make), "\n";
}
// The bare word none, which PHP's .ini reader makes an empty string of, is none too.
var_dump((new Codec('php'))->encode(str_repeat('x', 5000)) === str_repeat('x', 5000));
// Unset means php.ini's, at the time of construction.
$before = new Codec();
ini_set('rediskit.serializer', 'json');
ini_set('rediskit.compression', 'zstd');
ini_set('rediskit.compression_threshold', 50);
ini_set('rediskit.max_value_size', 2000);
ini_set('rediskit.allowed_classes', 'stdClass');
$after = new Codec();
var_dump(str_starts_with($before->encode([1]), "\xFF"), $after->encode([1]), strlen($after->encode(range(1, 100))) < 200);
echo caught(fn() => $after->encode(range(1, 1000))), "\n";
echo caught(fn() => (new Codec(Serializer::Php))->encode(new Point())), "\n";
var_dump((new Codec(Serializer::Php, Compression::None, max_value_size: 10000, allowed_classes: '*'))->encode([new Point()]) !== '');
// A Codec stays what it is: another one takes other settings.
try {
    $after->__construct('none');
} catch (\Error $e) {
    echo $e->getMessage(), "\n";
}
var_dump((new Codec('none'))->encode(5), caught(fn() => (new Codec('none'))->encode([])));
?>
--EXPECT--
Auto = auto, Php = php, Igbinary = igbinary, Json = json, None = none, None = none, Zstd = zstd, Lz4 = lz4, 
ConfigException: Unknown serializer "msgpack": use auto, php, igbinary, json or none
ConfigException: Unknown serializer "PHP": use auto, php, igbinary, json or none
ConfigException: Unknown serializer "?": use auto, php, igbinary, json or none
ConfigException: Unknown serializer "a name that is ": use auto, php, igbinary, json or none
ConfigException: Unknown compression "gzip": use none, zstd or lz4
ConfigException: Unknown compression "?": use none, zstd or lz4
ConfigException: compression_level 23 is out of range: zstd takes -100 to 22, 0 for its default
ValueError: Rediskit\Codec::__construct(): Argument #3 ($compression_level) must be between -100 and 100
ValueError: Rediskit\Codec::__construct(): Argument #4 ($compression_threshold) must be greater than or equal to 0
ValueError: Rediskit\Codec::__construct(): Argument #5 ($max_value_size) must be greater than 0
TypeError: Rediskit\Codec::__construct(): Argument #6 ($allowed_classes) must be a list of class names, int found in it
TypeError: Rediskit\Codec::__construct(): Argument #1 ($serializer) must be of type Rediskit\Serializer|string|null, Rediskit\Compression given
ConfigException: Unknown serializer "5": use auto, php, igbinary, json or none
Error: Trying to clone an uncloneable object of class Rediskit\Codec
Exception: Serialization of 'Rediskit\Codec' is not allowed
Error: Cannot create dynamic property Rediskit\Codec::$unknown
ReflectionException: Class Rediskit\Codec is an internal class marked as final that cannot be instantiated without invoking its constructor
bool(true)
bool(true)
string(3) "[1]"
bool(true)
CodecException: The value is too large: it has 3894 bytes and max_value_size allows 2000
CodecException: Objects of class Rediskit\Tests\Point are not allowed in stored values: add the class to the option allowed_classes if it should be
bool(true)
A Codec cannot be constructed twice
string(1) "5"
string(134) "CodecException: Cannot store an array without a serializer: set the option serializer to igbinary, php or json, or store it with Cache"
