--TEST--
A changed or cut off envelope raises CodecException or gives some value; it never crashes, warns or takes memory
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;
use Rediskit\CodecException;

require __DIR__ . '/values.inc';

set_error_handler(function (int $type, string $message): never {
    throw new \ErrorException("raised: $message");
});
$value = ['a' => 1, 'list' => [1.5, true, null, 'text', [[]]], 'point' => new Point(5), 'suit' => Suit::Hearts, 'again' => 'text'];
$value['same'] = $value['point'];
$value['ref'] = &$value['a'];

$tried = $refused = 0;
$try = function (Codec $codec, string $bytes) use (&$tried, &$refused): void {
    $tried++;
    $before = memory_get_usage();
    memory_reset_peak_usage();
    try {
        $codec->decode($bytes);
    } catch (CodecException) {
        $refused++;
    } catch (\Throwable $e) {
        // Names of classes, cases and properties that changed: PHP's and igbinary's decoders warn about those, and about nothing else.
        if (!preg_match('/Undefined constant|member variable name|__PHP_Incomplete_Class|dynamic property|is not an enum|does not exist|Class .* not found/i', $e->getMessage())) {
            echo get_class($e), ': ', $e->getMessage(), ' for ', bin2hex($bytes), "\n";
        }
    }
    if (memory_get_peak_usage() - $before > 4 << 20) {
        echo 'took ', memory_get_peak_usage() - $before, ' bytes for ', bin2hex($bytes), "\n";
    }
};
foreach (without_corrupt_igbinary() ? ['php', 'json'] : ['php', 'igbinary', 'json'] as $serializer) {
    foreach (['none', 'zstd', 'lz4'] as $compression) {
        try {
            $codec = new Codec($serializer, $compression, compression_threshold: 0, compat: true);
        } catch (\Rediskit\ConfigException) {
            continue;
        }
        $stored = $codec->encode($serializer === 'json' ? array_diff_key($value, ['suit' => 1]) : $value);
        for ($i = 0; $i < strlen($stored); $i++) {
            $try($codec, substr($stored, 0, $i));
            foreach ([0x00, 0x01, 0x7F, 0x80, 0xFF, ord($stored[$i]) ^ 1, ord($stored[$i]) + 1 & 0xFF, ord('9'), ord('{'), ord(':'), 0x14, 0x16, 0x25] as $byte) {
                $changed = $stored;
                $changed[$i] = chr($byte);
                $try($codec, $changed);
            }
            $try($codec, substr_replace($stored, '', $i, 1));
            $try($codec, substr_replace($stored, $stored[$i], $i, 0));
        }
        $try($codec, $stored . "\0");
    }
}
var_dump($tried > 10000, $refused > $tried / 4);

// With a MAC every single change is found.
$codec = new Codec('igbinary', mac_key: str_repeat('k', 32));
$stored = $codec->encode($value, 'key');
for ($i = 0, $missed = 0; $i < strlen($stored); $i++) {
    $changed = $stored;
    $changed[$i] = chr(ord($changed[$i]) ^ 0x10);
    foreach ([$changed, substr($stored, 0, $i)] as $bytes) {
        $missed += str_starts_with(caught(fn() => $codec->decode($bytes, 'key')), 'CodecException: ') ? 0 : 1;
    }
}
var_dump($missed);
gc_collect_cycles(); // memcheck counts cycles as leaks
?>
--EXPECT--
bool(true)
bool(true)
int(0)
