<?php
/* Small records, and what a dictionary trained with others of their kinds saves. No server is asked but for php-redis' sizes. */

namespace Rediskit\Bench;

use Rediskit\Codec;

require_once __DIR__ . '/../lib/records.inc';

$codec = fn(string $compression = 'none', ?string $dictionary = null) =>
    new Codec('igbinary', $compression, compression_threshold: 64, dictionary: $dictionary);
$train = fn(int $size = 65536) => Codec::train((new Records(1))->mixed(9000), $size, $codec());

/** One side of a comparison: 90 records, encoded or decoded in turn. */
$loop = function (\Closure $codec, bool $decode): \Closure {
    return function () use ($codec, $decode) {
        $codec = $codec();
        $records = (new Records(2))->mixed(90);
        $stored = array_map($codec->encode(...), $records);
        if (array_map($codec->decode(...), $stored) !== $records) {
            throw new \RuntimeException('the records did not come back');
        }
        return $decode
            ? function (int $n) use ($codec, $stored) {
                for ($i = 0; $i < $n; $i++) {
                    $codec->decode($stored[$i % 90]);
                }
            }
            : function (int $n) use ($codec, $records) {
                for ($i = 0; $i < $n; $i++) {
                    $codec->encode($records[$i % 90]);
                }
            };
    };
};
$sides = fn(bool $decode) => [
    'rediskit, igbinary' => $loop(fn() => $codec(), $decode),
    'rediskit, zstd' => $loop(fn() => $codec('zstd'), $decode),
    'rediskit, zstd, dictionary' => $loop(fn() => $codec('zstd', $train()), $decode),
];

return [
    new Probe('dictionary', 'bytes of a record, mean of 10,002 small ones; the dictionary is made of 9,000 others', function (Env $env) use ($codec, $train) {
        $kinds = (new Records(2))->ofEachKind(3334);
        $mean = fn(array $records, \Closure $size) => array_sum(array_map($size, $records)) / count($records);
        $redis = $env->phpredis(true);
        $from = hrtime(true);
        $dictionary = $train();
        $answer = [new Row('training 64 kB', round((hrtime(true) - $from) / 1e6), 'ms, once')];
        $us = function (int $times, \Closure $do) {
            $from = hrtime(true);
            for ($i = 0; $i < $times; $i++) {
                $do();
            }
            return round((hrtime(true) - $from) / 1e3 / $times, 1);
        };
        $record = $kinds['users'][0];
        $answer[] = new Row('first Codec with it, and encoding a record', $us(1, fn() => $codec('zstd', $dictionary)->encode($record)), 'us, once a process');
        $answer[] = new Row('further ones', $us(1000, fn() => $codec('zstd', $dictionary)->encode($record)), 'us');
        $answer[] = new Row('the same without a dictionary', $us(1000, fn() => $codec()->encode($record)), 'us');
        $sizes = [];
        foreach ([
            'serialize()' => fn($record) => strlen(serialize($record)),
            'php-redis, igbinary' => fn($record) => strlen($redis->_pack($record)),
            'php-redis, igbinary and lzf' => \Redis::COMPRESSION_LZF,
            'php-redis, igbinary and zstd' => \Redis::COMPRESSION_ZSTD,
            'rediskit, igbinary' => fn($record) => strlen($codec()->encode($record)),
            'rediskit, igbinary and zstd' => fn($record) => strlen($codec('zstd')->encode($record)),
            'rediskit, 16 kB dictionary' => (fn($small) => fn($record) => strlen($small->encode($record)))($codec('zstd', $train(16384))),
            'rediskit, 64 kB dictionary' => (fn($large) => fn($record) => strlen($large->encode($record)))($codec('zstd', $dictionary)),
        ] as $side => $size) {
            if (is_int($size)) {
                if (!$redis->setOption(\Redis::OPT_COMPRESSION, $size)) {
                    continue;
                }
                $size = fn($record) => strlen($redis->_pack($record));
            }
            $of = array_map(fn(array $records) => $mean($records, $size), $kinds);
            $sizes[$side] = array_sum($of) / count($of);
            $goal = $side === 'rediskit, 64 kB dictionary';
            $answer[] = new Row(
                $side,
                round($sizes[$side]),
                'B (' . implode(', ', array_map(fn($kind, $bytes) => sprintf('%s %.0f', $kind, $bytes), array_keys($of), $of)) . ')',
                $goal ? 'at most half of zstd alone' : null,
                $goal ? $sizes[$side] * 2 <= $sizes['rediskit, igbinary and zstd'] : null
            );
        }
        return $answer;
    }),
    new Comparison('dictionary-encode', 'encoding a small record', $sides(false)),
    new Comparison('dictionary-decode', 'decoding a small record', $sides(true)),
];
