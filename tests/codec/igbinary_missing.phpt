--TEST--
Without igbinary: auto is PHP's serializer, and what igbinary wrote is an error that says what to do
--SKIPIF--
<?php
if (extension_loaded('igbinary')) {
    die('skip unavailable: igbinary is built into this PHP');
}
?>
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

echo (new Codec())->encode([1]) === "\xFF\x40\x01\x00a:1:{i:0;i:1;}" ? "php\n" : "not php\n";
echo caught(fn() => new Codec('igbinary')), "\n";
echo caught(fn() => (new Codec())->decode("\xFF\x40\x02\x00\0\0\0\2\x14\x01\x06\x00\x06\x01")), "\n";
echo caught(fn() => (new Codec(compat: true))->decode("\0\0\0\2\x14\x01\x06\x00\x06\x01")), "\n";
// Scalars need no igbinary, whoever wrote them.
var_dump((new Codec())->decode("\xFF\x40\x01\x00d:0.1;"));
?>
--EXPECT--
php
ConfigException: The serializer igbinary is not available: install and load the igbinary extension, or set the option serializer to php
CodecException: The stored value was serialized by igbinary, which is not loaded: install and load the igbinary extension, or set the option serializer to php
CodecException: The stored value was serialized by igbinary, which is not loaded: install and load the igbinary extension, or set the option serializer to php
float(0.1)
