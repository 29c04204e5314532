--TEST--
Claims of an envelope are checked before memory is taken: sizes, bombs, unknown ids, versions and fields
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

$codec = new Codec('php', 'zstd', compression_threshold: 0);
$small = new Codec('php', 'zstd', compression_threshold: 0, max_value_size: 1000);
$zeros = $codec->encode(str_repeat("\0", 100000));
$frame = substr($zeros, 8);

echo "Header\n";
foreach ([
    'nothing behind the magic byte' => "\xFF",
    'cut off in the fixed part' => "\xFF\x40\x01",
    'cut off in the length' => "\xFF\x40\x00\x01\x00\x00",
    'cut off in the soft expiry' => "\xFF\x41\x01\x00\x00\x00\x00",
    'cut off in the cost' => "\xFF\x42\x01\x00\x00",
    'cut off in the tags' => "\xFF\x44\x01\x00\xFF\xFFabc",
    'cut off in the MAC' => "\xFF\x48\x01\x00" . str_repeat('m', 31),
    'version 0' => "\xFF\x00\x01\x00N;",
    'version 2' => "\xFF\x80\x01\x00N;",
    'a dictionary' => "\xFF\x50\x01\x01\x00\x00\x00\x05\x00\x00\x00\x01abc",
    'the highest id' => "\xFF\x50\x01\x01\x00\x00\x00\x05\xFF\xFF\xFF\xFFabc",
    'the id 0' => "\xFF\x50\x01\x01\x00\x00\x00\x05\x00\x00\x00\x00abc",
    'with lz4' => "\xFF\x50\x01\x02\x00\x00\x00\x05\x00\x00\x00\x01abc",
    'uncompressed' => "\xFF\x50\x01\x00\x00\x00\x00\x01abc",
    'half an id' => "\xFF\x50\x01\x01\x00\x00\x00\x05\x00\x00",
    'an unknown field' => "\xFF\x60\x01\x00N;",
    'unknown serializer' => "\xFF\x40\x09\x00N;",
    'unknown compressor' => "\xFF\x40\x01\x07\x00\x00\x00\x02N;",
    'no payload' => "\xFF\x40\x01\x00",
] as $what => $bytes) {
    echo "$what: ", caught(fn() => $codec->decode($bytes)), "\n";
}
echo "\nSizes\n";
memory_reset_peak_usage();
$before = memory_get_peak_usage();
foreach ([
    'more than the limit' => [$small, $zeros],
    '4 GB claimed, frame says otherwise' => [$codec, "\xFF\x40\x00\x01\xFF\xFF\xFF\xFF$frame"],
    '60 MB claimed, frame says otherwise' => [$codec, "\xFF\x40\x00\x01\x03\x93\x87\x00$frame"],
    'less claimed than there is' => [$codec, "\xFF\x40\x00\x01\x00\x00\x00\x10$frame"],
    'frame claims 1 GiB' => [$codec, "\xFF\x40\x00\x01\x40\x00\x00\x00\x28\xB5\x2F\xFD\xA0\x00\x00\x00\x40\x01\x00\x00"],
    'frame that does not say its size' => [$codec, "\xFF\x40\x00\x01\x00\x00\x00\x05\x28\xB5\x2F\xFD\x00\x58\x29\x00\x00hello"],
    'two frames' => [$codec, $zeros . $frame],
    'bytes behind the frame' => [$codec, $zeros . 'x'],
    'no frame' => [$codec, "\xFF\x40\x00\x01\x00\x00\x00\x05hello"],
    'uncompressed, larger than the limit' => [$small, (new Codec('php'))->encode(range(1, 500))],
    'written, larger than the limit' => [fn() => $small->encode(str_repeat('x', 1001)), null],
    'serialized, larger than the limit' => [fn() => $small->encode(range(1, 500)), null],
] as $what => [$target, $bytes]) {
    echo "$what: ", caught(fn() => $bytes === null ? $target() : $target->decode($bytes)), "\n";
}
echo "\nCounts\n";
foreach ([
    'array' => "\xFF\x40\x01\x00a:99999999:{i:0;N;}",
    'array, more digits than 64 bits' => "\xFF\x40\x01\x00a:99999999999999999999999:{i:0;N;}",
    'negative' => "\xFF\x40\x01\x00a:-1:{}",
    'string' => "\xFF\x40\x01\x00s:99999999:\"a\";",
    'escaped string' => "\xFF\x40\x01\x00S:9:\"a\\41\\4",
    'object' => "\xFF\x40\x01\x00O:8:\"stdClass\":99999999:{}",
    'own bytes' => "\xFF\x40\x01\x00C:11:\"ArrayObject\":99999999:{x}",
] as $what => $bytes) {
    echo "$what: ", caught(fn() => $codec->decode($bytes)), "\n";
}
var_dump(memory_get_peak_usage() - $before < 2 << 20);
?>
--EXPECT--
Header
nothing behind the magic byte: CodecException: The stored value is corrupt: its header is cut off after 1 bytes
cut off in the fixed part: CodecException: The stored value is corrupt: its header is cut off after 3 bytes
cut off in the length: CodecException: The stored value is corrupt: its header is cut off after 6 bytes
cut off in the soft expiry: CodecException: The stored value is corrupt: its header is cut off after 7 bytes
cut off in the cost: CodecException: The stored value is corrupt: its header is cut off after 5 bytes
cut off in the tags: CodecException: The stored value is corrupt: its header is cut off after 9 bytes
cut off in the MAC: CodecException: The stored value is corrupt: its header is cut off after 35 bytes
version 0: CodecException: The stored value is not readable: its envelope has version 0 and this rediskit knows 1; it was written by another version or by another program
version 2: CodecException: The stored value is not readable: its envelope has version 2 and this rediskit knows 1; it was written by another version or by another program
a dictionary: CodecException: The stored value needs the dictionary 1, which is not among those given: add it to the option dictionary, behind the one that writes
the highest id: CodecException: The stored value needs the dictionary 4294967295, which is not among those given: add it to the option dictionary, behind the one that writes
the id 0: CodecException: The stored value is corrupt: compressor 1 with the dictionary 0, which cannot be
with lz4: CodecException: The stored value is corrupt: compressor 2 with the dictionary 1, which cannot be
uncompressed: CodecException: The stored value is corrupt: compressor 0 with the dictionary 1, which cannot be
half an id: CodecException: The stored value is corrupt: its header is cut off after 10 bytes
an unknown field: CodecException: The stored value is corrupt, or was written by a newer rediskit: its header has fields that are not known here (flags 0x20)
unknown serializer: CodecException: The stored value is corrupt, or was written by a newer rediskit: unknown serializer 9
unknown compressor: CodecException: The stored value is corrupt, or was written by a newer rediskit: unknown compressor 7
no payload: CodecException: The stored value is corrupt: it is not well-formed serialized text

Sizes
more than the limit: CodecException: The stored value is too large: it says it has 100000 bytes when decompressed, and max_value_size allows 1000
4 GB claimed, frame says otherwise: CodecException: The stored value is too large: it says it has 4294967295 bytes when decompressed, and max_value_size allows 67108864
60 MB claimed, frame says otherwise: CodecException: The stored value is corrupt: its 22 bytes of zstd data do not hold the 60000000 bytes it says
less claimed than there is: CodecException: The stored value is corrupt: its 22 bytes of zstd data do not hold the 16 bytes it says
frame claims 1 GiB: CodecException: The stored value is too large: it says it has 1073741824 bytes when decompressed, and max_value_size allows 67108864
frame that does not say its size: CodecException: The stored value is corrupt: its 14 bytes of zstd data do not hold the 5 bytes it says
two frames: CodecException: The stored value is corrupt: zstd cannot decompress it
bytes behind the frame: CodecException: The stored value is corrupt: zstd cannot decompress it
no frame: CodecException: The stored value is corrupt: its 5 bytes of zstd data do not hold the 5 bytes it says
uncompressed, larger than the limit: CodecException: The stored value is too large: it has 5790 bytes, and max_value_size allows 1000
written, larger than the limit: CodecException: The value is too large: it has 1001 bytes and max_value_size allows 1000
serialized, larger than the limit: CodecException: The value is too large: it has 5790 bytes and max_value_size allows 1000

Counts
array: CodecException: The stored value is corrupt: it is not well-formed serialized text
array, more digits than 64 bits: CodecException: The stored value is corrupt: it is not well-formed serialized text
negative: CodecException: The stored value is corrupt: it is not well-formed serialized text
string: CodecException: The stored value is corrupt: it is not well-formed serialized text
escaped string: CodecException: The stored value is corrupt: it is not well-formed serialized text
object: CodecException: The stored value is corrupt: it is not well-formed serialized text
own bytes: CodecException: The stored value is corrupt: it is not well-formed serialized text
bool(true)
