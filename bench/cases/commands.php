<?php
/* Plain commands through the client. */

namespace Rediskit\Bench;

$key = 'bench:key';
$value = str_repeat('x', 100);
$keys = array_map(fn($n) => "bench:m:$n", range(1, 100));
$fields = array_combine(array_map(fn($n) => "field$n", range(1, 100)), array_map(fn($n) => "value number $n", range(1, 100)));

/** The same closure for clients that share method names. */
$sides = fn(\Closure $body, ?\Closure $predis = null) => [
    'rediskit' => fn(Env $env) => $body($env->rediskit()),
    'php-redis' => fn(Env $env) => $body($env->phpredis()),
    'predis' => fn(Env $env) => ($predis ?? $body)($env->predis()),
];

/** predis has another word for sending a pipeline. */
$pipeline = fn(string $send) => function ($client) use ($key, $value, $send) {
    $client->set($key, $value);
    return function (int $n) use ($client, $key, $send) {
        for ($i = 0; $i < $n; $i++) {
            $pipe = $client->pipeline();
            for ($j = 0; $j < 100; $j++) {
                $pipe->get($key);
            }
            $pipe->$send();
        }
    };
};

return [
    new Comparison(
        'get',
        'GET, 100 bytes',
        $sides(function ($client) use ($key, $value) {
            $client->set($key, $value);
            return function (int $n) use ($client, $key) {
                for ($i = 0; $i < $n; $i++) {
                    $client->get($key);
                }
            };
        }),
        goals: [new Goal('instructions', 0.45, 'php-redis'), new Goal('syscalls', 2), new Goal('trips', 1)],
        floor: ['get', 100]
    ),
    new Comparison(
        'set',
        'SET, 100 bytes',
        $sides(fn($client) => function (int $n) use ($client, $key, $value) {
            for ($i = 0; $i < $n; $i++) {
                $client->set($key, $value);
            }
        }),
        goals: [new Goal('instructions', 0.45, 'php-redis'), new Goal('syscalls', 2), new Goal('trips', 1)],
        floor: ['set', 100]
    ),
    new Comparison(
        'mget',
        'MGET of 100 keys, a key',
        $sides(function ($client) use ($keys, $value) {
            $client->mset(array_fill_keys($keys, $value));
            return function (int $n) use ($client, $keys) {
                for ($i = 0; $i < $n; $i++) {
                    $client->mget($keys);
                }
            };
        }),
        per: 100,
        count: 500,
        goals: [new Goal('instructions', 0.45, 'php-redis'), new Goal('trips', 1)]
    ),
    new Comparison(
        'hgetall',
        'HGETALL of 100 fields, a field',
        $sides(function ($client) use ($key, $fields) {
            $client->del($key);
            $client->hmset($key, $fields);
            return function (int $n) use ($client, $key) {
                for ($i = 0; $i < $n; $i++) {
                    $client->hgetall($key);
                }
            };
        }),
        per: 100,
        count: 500,
        goals: [new Goal('instructions', 0.4, 'php-redis'), new Goal('trips', 1)]
    ),
    new Comparison(
        'pipeline',
        'pipeline of 100 GETs, a GET',
        $sides($pipeline('exec'), $pipeline('execute')),
        per: 100,
        count: 300,
        goals: [new Goal('instructions', 0.4, 'php-redis')]
    ),
];
