<?php
/* Sessions: open, change or not, close, on an existing id, with locking. */

namespace Rediskit\Bench;

$loop = fn(bool $change) => function (int $n) use ($change) {
    for ($i = 0; $i < $n; $i++) {
        session_id('bench0session0id0000000000');
        session_start();
        if ($change) {
            $_SESSION['count'] = ($_SESSION['count'] ?? 0) + 1;
        }
        session_write_close();
    }
};
/** Settings are applied before each loop, because the sides share a process. */
$side = fn(array $settings, bool $change) => function (Env $env) use ($settings, $change, $loop) {
    $body = $loop($change);
    return function (int $n) use ($settings, $env, $body) {
        foreach ($settings as $name => $value) {
            ini_set($name, str_replace('SOCKET', $env->socket, $value));
        }
        $body($n);
    };
};
$rediskit = ['session.save_handler' => 'rediskit', 'session.save_path' => 'unix://SOCKET', 'rediskit.session.locking' => '1'];
$phpredis = [
    'session.save_handler' => 'redis',
    'session.save_path' => 'unix://SOCKET',
    'redis.session.locking_enabled' => '1',
    'redis.session.lock_wait_time' => '2000',
    'redis.session.lock_retries' => '-1',
];

$cases = [];
foreach (['changed' => true, 'unchanged' => false] as $kind => $change) {
    $cases[] = new Comparison(
        "session-$kind",
        "locked session, existing id, $kind",
        [
            'rediskit' => $side($rediskit, $change),
            'php-redis' => $side($phpredis + ['redis.session.lock_expire' => '60'], $change),
            'php-redis, no lock_expire' => $side($phpredis + ['redis.session.lock_expire' => '0'], $change),
        ],
        count: 1500,
        goals: [new Goal('trips', 2), new Goal('wall', 0.55, 'php-redis'), new Goal('wall', 0.7, 'php-redis, no lock_expire')]
    );
}
return $cases;
