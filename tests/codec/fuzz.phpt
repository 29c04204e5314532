--TEST--
Random changes to stored values, two seconds of them: an exception or a value, never a crash or a warning of ours
--EXTENSIONS--
rediskit
igbinary
--INI--
memory_limit=256M
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

// A failure prints the seed: RK_FUZZ_SEED repeats it.
$seed = (int) (getenv('RK_FUZZ_SEED') ?: random_int(1, PHP_INT_MAX >> 1));
mt_srand($seed);
register_shutdown_function(function () use ($seed, &$done, &$bytes) {
    $done || print("stopped at seed $seed: " . bin2hex($bytes ?? '') . "\n");
});
set_error_handler(fn() => true);

$codecs = [];
$seeds = [];
foreach (without_corrupt_igbinary() ? ['php', 'json'] : ['php', 'igbinary', 'json'] as $serializer) {
    foreach ([['none', '*'], ['zstd', '*'], ['lz4', '*'], ['none', 'stdClass,Rediskit\Tests\Point']] as [$compression, $classes]) {
        try {
            $codecs[] = $codec = new Codec($serializer, $compression, compression_threshold: 30, max_value_size: 1 << 20, compat: true, allowed_classes: $classes);
        } catch (\Rediskit\ConfigException) {
            continue;
        }
        foreach (scalars() + structures() as $value) {
            try {
                $stored = $codec->encode($value);
                if (strlen($stored) < 3000) {
                    $seeds[] = $stored;
                    $seeds[] = substr($stored, 4); // as another client's
                }
            } catch (\Rediskit\CodecException) {
            }
        }
    }
}
$interesting = ["\0", "\1", "\x14", "\x16", "\x17", "\x1a", "\x1d", "\x22", "\x25", "\x27", "\x7F", "\x80", "\xFE", "\xFF", '{', '}', ':', ';', '"', '-', '9', 'a:', 'O:', 'R:1;', 'r:2;', "\xFF\xFF\xFF\xFF", "\0\0\0\2"];
$end = hrtime(true) + 2_000_000_000;
for ($rounds = 0; hrtime(true) < $end; $rounds++) {
    $bytes = $seeds[mt_rand(0, count($seeds) - 1)];
    for ($changes = mt_rand(1, 4); $changes > 0; $changes--) {
        $at = mt_rand(0, max(0, strlen($bytes) - 1));
        $bytes = match (mt_rand(0, 5)) {
            0 => substr_replace($bytes, chr(mt_rand(0, 255)), $at, 1),
            1 => substr_replace($bytes, $interesting[mt_rand(0, count($interesting) - 1)], $at, mt_rand(0, 2)),
            2 => substr($bytes, 0, $at),
            3 => substr_replace($bytes, substr($bytes, mt_rand(0, $at), mt_rand(0, 20)), $at, 0),
            4 => substr_replace($bytes, '', $at, mt_rand(1, 8)),
            5 => substr_replace($bytes, chr(ord($bytes[$at] ?? 'x') ^ 1 << mt_rand(0, 7)), $at, 1),
        };
    }
    $codec = $codecs[mt_rand(0, count($codecs) - 1)];
    try {
        $value = $codec->decode($bytes);
        $value = null;
    } catch (\Rediskit\CodecException) {
    } catch (\Throwable $e) {
        if (!$e instanceof \Exception && !$e instanceof \Error) {
            echo get_class($e), "\n";
        }
    }
}
$done = true;
var_dump($rounds > 1000);
// What was not touched still reads well.
var_dump((new Codec('igbinary'))->decode((new Codec('igbinary'))->encode(structures()['rows'])) === structures()['rows']);
gc_collect_cycles(); // memcheck counts cycles as leaks
?>
--EXPECT--
bool(true)
bool(true)
