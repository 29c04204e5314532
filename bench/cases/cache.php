<?php
/* remember(), warm and cold; tags. */

namespace Rediskit\Bench;

use function Rediskit\Tests\parallel_results;

$key = 'bench:remember';

return [
    new Comparison(
        'remember',
        'remember(), warm, 100 bytes (the others: get, and setex on a miss)',
        [
            'rediskit' => function (Env $env) use ($key) {
                $cache = new \Rediskit\Cache($env->rediskit(), ['prefix' => 'rk:']);
                return function (int $n) use ($cache, $key) {
                    for ($i = 0; $i < $n; $i++) {
                        $cache->remember($key, 60, fn() => str_repeat('x', 100));
                    }
                };
            },
            'php-redis' => function (Env $env) use ($key) {
                $redis = $env->phpredis(true);
                return function (int $n) use ($redis, $key) {
                    for ($i = 0; $i < $n; $i++) {
                        if (($value = $redis->get($key)) === false) {
                            $redis->setex($key, 60, $value = str_repeat('x', 100));
                        }
                    }
                };
            },
            'predis' => function (Env $env) use ($key) {
                $redis = $env->predis();
                return function (int $n) use ($redis, $key) {
                    for ($i = 0; $i < $n; $i++) {
                        if (($value = $redis->get("predis:$key")) === null) {
                            $redis->setex("predis:$key", 60, $value = str_repeat('x', 100));
                        }
                    }
                };
            },
        ],
        goals: [new Goal('trips', 1), new Goal('instructions', 1.0, 'php-redis')]
    ),
    new Comparison(
        'tagged',
        'remember() with two tags, warm, 100 bytes (php-redis: the get that Laravel\'s tagged cache sends)',
        [
            'rediskit' => function (Env $env) use ($key) {
                $cache = (new \Rediskit\Cache($env->rediskit(), ['prefix' => 'rk:']))->tags('news', 'front');
                return function (int $n) use ($cache, $key) {
                    for ($i = 0; $i < $n; $i++) {
                        $cache->remember($key, 60, fn() => str_repeat('x', 100));
                    }
                };
            },
            'php-redis' => function (Env $env) use ($key) {
                $redis = $env->phpredis(true);
                return function (int $n) use ($redis, $key) {
                    for ($i = 0; $i < $n; $i++) {
                        if (($value = $redis->get($key)) === false) {
                            $redis->setex($key, 60, $value = str_repeat('x', 100));
                        }
                    }
                };
            },
        ],
        goals: [new Goal('trips', 1)]
    ),
    new Probe('flush', 'flushing a tag of 100,000 values', function (Env $env) {
        $redis = $env->rediskit();
        $stats = function (string ...$commands) use ($redis) {
            $sums = ['calls' => 0, 'usec' => 0];
            preg_match_all('/^cmdstat_(\S+?):calls=(\d+),usec=(\d+)/m', $redis->rawCommand('INFO', 'commandstats'), $found, PREG_SET_ORDER);
            foreach ($found as [, $command, $calls, $usec]) {
                if (in_array($command, $commands, true)) {
                    $sums = ['calls' => $sums['calls'] + $calls, 'usec' => $sums['usec'] + $usec];
                }
            }
            return $sums;
        };
        $count = 100000;
        $cache = new \Rediskit\Cache($redis, ['prefix' => 'rk:']);
        $tagged = $cache->tags('flushed', 'other');
        $tagged->warm((function () use ($count) {
            for ($i = 0; $i < $count; $i++) {
                yield "item:$i" => "value $i";
            }
        })(), 600);
        $redis->rawCommand('CONFIG', 'RESETSTAT');
        $from = hrtime(true);
        $cache->tags('flushed')->flush();
        $ours = (hrtime(true) - $from) / 1e6;
        $set = $stats('set');
        $left = count(array_filter($tagged->many(array_map(fn($i) => "item:$i", range(0, $count - 1))), fn($value) => $value !== null));

        // Laravel keeps the keys of a tag in a sorted set; a flush reads them in chunks of 1,000 and deletes these.
        $theirs = $env->phpredis();
        for ($i = 0; $i < $count; $i += 1000) {
            $values = $members = [];
            for ($n = $i; $n < $i + 1000; $n++) {
                $values["laravel:$n"] = "value $n";
                array_push($members, time() + 600, "laravel:$n");
            }
            $theirs->mset($values);
            $theirs->zAdd('laravel:tag', ...$members);
        }
        $redis->rawCommand('CONFIG', 'RESETSTAT');
        $from = hrtime(true);
        $trips = 0;
        $cursor = null;
        do {
            $members = $theirs->zScan('laravel:tag', $cursor, '*', 1000);
            $trips++;
            if ($members) {
                $theirs->del(array_keys($members));
                $trips++;
            }
        } while ($cursor);
        $theirs->del('laravel:tag');
        $took = (hrtime(true) - $from) / 1e6;
        $used = $stats('zscan', 'del');
        $redis->rawCommand('FLUSHDB');
        return [
            new Row('rediskit: round trips', (int) $set['calls'], '', 'exactly 1', (int) $set['calls'] === 1),
            new Row('rediskit: time on the server', $set['usec'] / 1000, 'ms', 'below 1', $set['usec'] < 1000),
            new Row('rediskit: time for the caller', round($ours, 2), 'ms'),
            new Row('rediskit: values still found', $left, '', 'exactly 0', $left === 0),
            new Row("as Laravel does with php-redis: round trips", $trips + 1),
            new Row("as Laravel does with php-redis: time on the server", round($used['usec'] / 1000), 'ms'),
            new Row("as Laravel does with php-redis: time for the caller", round($took), 'ms'),
        ];
    }),
    new Probe('cold', '50 processes ask for a cold key at once, computing takes 200 ms', function (Env $env) use ($key) {
        $computations = "$key:computations";
        $measure = function (\Closure $ask) use ($env, $computations) {
            $redis = $env->rediskit();
            $redis->del($computations);
            $times = parallel_results(50, function () use ($ask) {
                $from = hrtime(true);
                if ($ask() !== 'computed') {
                    throw new \RuntimeException('a wrong value');
                }
                return (hrtime(true) - $from) / 1e6;
            });
            return [(int) $redis->get($computations), max($times)];
        };
        $env->rediskit()->del("rk:$key", $key);
        [$ours, $slowest] = $measure(function () use ($env, $key, $computations) {
            return (new \Rediskit\Cache($env->rediskit(), ['prefix' => 'rk:']))->remember($key, 60, function () use ($env, $computations) {
                $env->rediskit()->incr($computations);
                usleep(200000);
                return 'computed';
            });
        });
        [$theirs, $theirSlowest] = $measure(function () use ($env, $key, $computations) {
            $redis = $env->phpredis();
            if (($value = $redis->get($key)) === false) {
                $redis->incr($computations);
                usleep(200000);
                $redis->setex($key, 60, $value = 'computed');
            }
            return $value;
        });
        return [
            new Row('rediskit: computations', $ours, '', 'exactly 1', $ours === 1),
            new Row('rediskit: slowest answer', round($slowest), 'ms'),
            new Row('php-redis, get and setex: computations', $theirs),
            new Row('php-redis, get and setex: slowest answer', round($theirSlowest), 'ms'),
        ];
    }),
];
