<?php
/* Values that are encoded: a product list of 200 rows. */

namespace Rediskit\Bench;

$key = 'bench:rows';
$rows = product_rows();

/** Each side has a key of its own: they do not store the same bytes. */
$loop = function ($client, string $side) use ($key, $rows) {
    $key .= ":$side";
    $client->set($key, $rows);
    if ($client->get($key) != $rows) {
        throw new \RuntimeException('the rows did not come back');
    }
    return function (int $n) use ($client, $key) {
        for ($i = 0; $i < $n; $i++) {
            $client->get($key);
        }
    };
};

return [
    new Comparison(
        'rows',
        'get() of 200 rows, igbinary',
        [
            'rediskit' => fn(Env $env) => $loop($env->rediskit(['serializer' => 'igbinary']), 'rediskit'),
            'php-redis' => fn(Env $env) => $loop($env->phpredis(true), 'php-redis'),
            'predis' => function (Env $env) use ($key, $rows) {
                $client = $env->predis();
                $key .= ':predis';
                $client->set($key, \igbinary_serialize($rows));
                return function (int $n) use ($client, $key) {
                    for ($i = 0; $i < $n; $i++) {
                        \igbinary_unserialize($client->get($key));
                    }
                };
            },
        ],
        count: 500,
        goals: [new Goal('wall', 1.0, 'php-redis'), new Goal('trips', 1)]
    ),
    new Probe('size', 'bytes of the 200 rows on the server', function (Env $env) use ($key, $rows) {
        $plain = strlen(serialize($rows));
        $answer = [new Row('serialize()', $plain, 'B')];
        foreach (['php-redis, igbinary' => $env->phpredis(true), 'rediskit, igbinary' => $env->rediskit(['serializer' => 'igbinary'])] as $side => $client) {
            $client->set($key, $rows);
            $answer[] = new Row($side, $env->rediskit()->strlen($key), 'B');
        }
        $env->rediskit(['serializer' => 'igbinary', 'compression' => 'zstd'])->set($key, $rows);
        $size = $env->rediskit()->strlen($key);
        $answer[] = new Row('rediskit, igbinary and zstd', $size, 'B', 'at most a third of serialize()', $size * 3 <= $plain);
        return $answer;
    }),
];
