<?php
/* remember(), warm and cold. */

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
