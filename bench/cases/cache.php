<?php
/*
 * remember(), warm, cold and expiring, with tags, alone and for many keys.
 *
 * The crowds are processes of their own, so their wall times mean something on two idle cores only; how often was computed and who
 * waited means something everywhere.
 */

namespace Rediskit\Bench;

use function Rediskit\Tests\parallel_results;
use function Rediskit\Tests\wait_until;

$key = 'bench:remember';
$cache = fn(Env $env, array $options = []) => new \Rediskit\Cache($env->rediskit(), ['prefix' => 'rk:'] + $options);

/* What applications do with php-redis instead. */
$phpredis = function (Env $env) use ($key) {
    $redis = $env->phpredis(true);
    return function (int $n) use ($redis, $key) {
        for ($i = 0; $i < $n; $i++) {
            if (($value = $redis->get($key)) === false) {
                $redis->setex($key, 60, $value = str_repeat('x', 100));
            }
        }
    };
};

/* --- one key, warm ----------------------------------------------------------------------------------------------- */

$cases = [
    new Comparison(
        'remember',
        'remember(), warm, 100 bytes (the others: get, and setex on a miss)',
        [
            'rediskit' => function (Env $env) use ($cache, $key) {
                $cache = $cache($env);
                return function (int $n) use ($cache, $key) {
                    for ($i = 0; $i < $n; $i++) {
                        $cache->remember($key, 60, fn() => str_repeat('x', 100));
                    }
                };
            },
            'rediskit, Client::get()' => function (Env $env) use ($key) {
                $redis = $env->rediskit();
                $redis->set("rk:get:$key", str_repeat('x', 100));
                return function (int $n) use ($redis, $key) {
                    for ($i = 0; $i < $n; $i++) {
                        $compute = fn() => str_repeat('x', 100); // making the closure is no work of remember()'s
                        $redis->get("rk:get:$key") ?? $compute();
                    }
                };
            },
            'php-redis' => $phpredis,
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
        goals: [
            new Goal('trips', 1),
            new Goal('syscalls', 2),
            new Goal('instructions', 1.0, 'php-redis'),
            new Goal('instructions', 1.25, 'rediskit, Client::get()'),
        ]
    ),
];

/* --- tags ------------------------------------------------------------------------------------------------------- */

array_push(
    $cases,
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
            'php-redis' => $phpredis,
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
    })
);

/* --- many keys --------------------------------------------------------------------------------------------------- */

const MANY = 100;

/** @return list<string> */
$names = fn(string $prefix): array => array_map(fn(int $i) => "$prefix:$i", range(1, MANY));
$compute = fn(array $missing): array => array_fill_keys($missing, str_repeat('x', 100));
/** What people write who have no rememberMany(): MGET, and SETEX in a pipeline for what is missing. */
$byHand = function ($redis, array $keys) use ($compute): array {
    $values = array_combine($keys, $redis->mget($keys));
    $missing = array_keys(array_filter($values, fn($value) => $value === false || $value === null));
    if ($missing) {
        $computed = $compute($missing);
        $pipeline = $redis instanceof \Redis ? $redis->multi(\Redis::PIPELINE) : $redis->pipeline();
        foreach ($computed as $key => $value) {
            $pipeline->setex($key, 10, $value);
        }
        $redis instanceof \Redis ? $pipeline->exec() : $pipeline->execute();
        $values = array_replace($values, $computed);
    }
    return $values;
};
$ask = [
    'rediskit' => function (Env $env) use ($cache, $compute) {
        $cache = $cache($env);
        return fn(array $keys) => $cache->rememberMany($keys, 10, $compute);
    },
    'php-redis' => function (Env $env) use ($byHand) {
        $redis = $env->phpredis(true);
        return fn(array $keys) => $byHand($redis, $keys);
    },
    'predis' => function (Env $env) use ($byHand) {
        $redis = $env->predis();
        return fn(array $keys) => $byHand($redis, $keys);
    },
];
// Cold, three round trips: a write and a read each, and a wait for the server or a read more here and there. The server reads 16 kB at a time, so by
// its count, a trip of a hundred scripts is two.
foreach (['warm' => [new Goal('trips', 1)], 'cold' => [new Goal('syscalls', 10)]] as $state => $goals) {
    $sides = [];
    foreach ($ask as $side => $prepare) {
        $sides[$side] = function (Env $env) use ($prepare, $names, $state, $side) {
            $ask = $prepare($env);
            $run = bin2hex(random_bytes(4));
            $turn = 0;
            return function (int $n) use ($ask, $names, $state, $side, $run, &$turn) {
                for ($i = 0; $i < $n; $i++) {
                    $ask($names($state === 'warm' ? "many:$side" : "$side:$run:" . $turn++));
                }
            };
        };
    }
    $cases[] = new Comparison(
        "remember-many-$state",
        'rememberMany(), ' . MANY . " keys of 100 bytes, $state (the others: mget, and setex in a pipeline for what is missing)",
        $sides,
        count: 100,
        goals: $goals
    );
}

/* --- a cold key -------------------------------------------------------------------------------------------------- */

/** Processor seconds of this process, and of the server. */
$used = function (?\Rediskit\Client $server = null): float {
    if ($server) {
        preg_match_all('/^used_cpu_(?:sys|user):([\d.]+)/m', $server->command('INFO', 'cpu'), $match);
        return array_sum($match[1]);
    }
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
};
/**
 * A hundred connected processes ask at the same moment for what takes 200 ms to compute. None of them ends before all have their answer, as
 * no worker of a web server does: ending a process takes two milliseconds, for which the next would wait.
 *
 * @param \Closure(): (\Closure(\Closure): string) $connect returns what is given the computation and returns the value
 * @return array{int, float, float} how many computed; milliseconds from the end of the first computation to the last answer; milliseconds of
 *     processor time, the server's included
 */
$crowd = function (Env $env, \Closure $connect, int $bytes) use ($used): array {
    $ready = 'cold:ready:' . bin2hex(random_bytes(8));
    [$gate, $bar] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    [$exit, $door] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $redis = $env->rediskit();
    $work = function () use ($env, $connect, $bytes, $ready, $gate, $bar, $exit, $door, $used) {
        $computed = null;
        $compute = function () use (&$computed, $bytes) {
            usleep(200000);
            $value = random_bytes($bytes);
            $computed = hrtime(true);
            return $value;
        };
        $ask = $connect();
        fclose($bar);
        fclose($door);
        $env->rediskit()->incr($ready);
        fread($gate, 1);
        $before = $used();
        $value = $ask($compute);
        $end = hrtime(true);
        $cpu = $used() - $before;
        fwrite($exit, '.');
        fread($exit, 1);
        if (strlen($value) !== $bytes) {
            throw new \RuntimeException('a wrong value');
        }
        return [$computed, $end, $cpu];
    };
    $results = parallel_results(100, $work, function () use ($redis, $ready, $bar, $exit, $door, $used, &$server) {
        wait_until(fn() => (int) $redis->get($ready) === 100, 60, 'a hundred connections');
        $server = $used($redis);
        fclose($exit);
        fclose($bar);
        stream_set_timeout($door, 60);
        for ($answers = 0; $answers < 100 && ($more = fread($door, 100)) !== '' && $more !== false;) {
            $answers += strlen($more);
        }
        fclose($door);
    });
    $computed = array_filter(array_column($results, 0));
    return [
        count($computed),
        (max(array_column($results, 1)) - min($computed)) / 1e6,
        ($used($redis) - $server + array_sum(array_column($results, 2))) * 1e3,
    ];
};
foreach (['2 kB' => 2048, '64 kB' => 65536] as $size => $bytes) {
    $title = "100 processes ask for a cold key of $size at once, computing takes 200 ms";
    $cases[] = new Probe('cold-' . strtr($size, [' ' => '']), $title, function (Env $env) use ($crowd, $cache, $bytes) {
        $key = 'cold:' . bin2hex(random_bytes(8));
        $laravel = fn(string $client) => function () use ($env, $client, $key) {
            $cache = $env->laravel($client);
            $cache->get('connects');
            return fn(\Closure $compute) => $cache->remember($key, 60, $compute);
        };
        $sides = [
            'rediskit' => function () use ($env, $cache, $key) {
                $cache = $cache($env);
                $cache->get('connects');
                return fn(\Closure $compute) => $cache->remember($key, 60, $compute);
            },
            'php-redis, get and setex' => function () use ($env, $key) {
                $redis = $env->phpredis();
                return function (\Closure $compute) use ($redis, $key) {
                    if (($value = $redis->get($key)) === false) {
                        $redis->setex($key, 60, $value = $compute());
                    }
                    return $value;
                };
            },
            'Laravel with php-redis' => $laravel('phpredis'),
            'Laravel with predis' => $laravel('predis'),
        ];
        $rows = [];
        foreach ($sides as $side => $connect) {
            [$computed, $slowest, $cpu] = $crowd($env, $connect, $bytes);
            $goal = $side === 'rediskit';
            $rows[] = new Row("$side: computations", $computed, '', $goal ? 'exactly 1' : null, $goal ? $computed === 1 : null);
            $rows[] = new Row(
                '  last answer after the first value',
                round($slowest),
                'ms',
                $goal ? 'at most 100, on two idle cores' : null,
                $goal ? $slowest <= 100 : null
            );
            // What the crowd could do in 100 ms on two cores: sound under load, too.
            $rows[] = new Row('  processor time of all, and the server', round($cpu), 'ms', $goal ? 'at most 200' : null, $goal ? $cpu <= 200 : null);
        }
        return $rows;
    });
}

/* --- a hot key that expires again and again ---------------------------------------------------------------------- */

/**
 * Fifty workers ask for the same key every 10 ms; computing its value takes 50 ms.
 *
 * @param \Closure(): (\Closure(\Closure): mixed) $connect is called in each worker, and returns what asks
 * @param ?\Closure(): void $after what is done between two requests
 * @return list<Row>
 */
$hot = function (Env $env, string $side, \Closure $connect, ?\Closure $after = null, bool $goal = false): array {
    $seconds = $env->quick ? 1.5 : 4.0;
    $redis = $env->rediskit();
    $waits = fn(): int => preg_match('/^cmdstat_xread:calls=(\d+)/m', $redis->command('INFO', 'commandstats'), $match) ? (int) $match[1] : 0;
    $connect()(fn() => 'value');    // somebody was first
    $before = $waits();
    $results = parallel_results(50, function (int $worker) use ($connect, $after, $seconds) {
        $computations = $inside = 0;
        $latencies = [];
        $ask = $connect();
        $asking = false;
        $compute = function () use (&$computations, &$inside, &$asking) {
            $computations++;
            $inside += (int) $asking;
            usleep(50000);
            return 'value';
        };
        usleep($worker * 200);
        $end = hrtime(true) + (int) ($seconds * 1e9);
        while (($from = hrtime(true)) < $end) {
            $asking = true;
            $ask($compute);
            $asking = false;
            $latencies[] = (hrtime(true) - $from) / 1e6;
            if ($after) {
                $after();
            }
            usleep(10000);
        }
        return [$computations, $inside, $latencies];
    });
    // Whoever waits for another's computation sleeps in an XREAD, and nothing else reads a stream.
    $waited = $waits() - $before;
    $latencies = array_merge(...array_column($results, 2));
    return [
        new Row("$side: requests a second", round(count($latencies) / $seconds)),
        new Row('  computations', array_sum(array_column($results, 0))),
        new Row('  requests that computed before they answered', array_sum(array_column($results, 1))),
        new Row('  requests that waited for another\'s', $waited, '', $goal ? 'none' : null, $goal ? $waited === 0 : null),
        new Row(
            '  p50, p99, slowest',
            sprintf('%.2f  %.2f  %.1f', percentile($latencies, 0.5), percentile($latencies, 0.99), max($latencies)),
            'ms'
        ),
    ];
};
$cases[] = new Probe(
    'hot',
    "50 workers, each asking every 10 ms for a key that expires every 200 ms (Laravel's shortest: 1 s), computing takes 50 ms",
    function (Env $env) use ($hot, $cache) {
        /** @param \Closure(mixed, \Closure): mixed $ask */
        $side = fn(\Closure $open, \Closure $ask) => function () use ($open, $ask) {
            $cache = $open();
            return fn(\Closure $compute) => $ask($cache, $compute);
        };
        $ours = fn() => $cache($env);
        $laravel = fn() => $env->laravel('phpredis');
        $deferred = fn() => \Rediskit\Cache::runDeferred();
        $byHand = function (\Redis $redis, \Closure $compute) {
            if (($value = $redis->get('hot')) === false) {
                $redis->psetex('hot', 200, $value = $compute());
            }
            return $value;
        };
        return [
            ...$hot($env, 'rediskit, flexible()', $side($ours, fn($cache, $compute) => $cache->flexible('hot:f', [0.2, 2], $compute)), $deferred, true),
            ...$hot($env, 'rediskit, remember(stale: 2)', $side($ours, fn($cache, $compute) => $cache->remember('hot:s', 0.2, $compute, stale: 2)), null, true),
            ...$hot($env, 'rediskit, remember()', $side($ours, fn($cache, $compute) => $cache->remember('hot:r', 0.2, $compute))),
            ...$hot($env, 'php-redis, get and psetex', $side(fn() => $env->phpredis(), $byHand)),
            ...$hot($env, "Laravel's flexible()", $side($laravel, fn($cache, $compute) => $cache->flexible('hot:f', [1, 3], $compute)), fn() => laravel_end_of_request()),
            ...$hot($env, "Laravel's remember()", $side($laravel, fn($cache, $compute) => $cache->remember('hot:r', 1, $compute))),
        ];
    }
);
return $cases;
