<?php
/*
 * Sessions: what a request does with one, locked and not, and twenty workers that want the same one.
 *
 * php-redis runs with what makes its locks safe and quick: a lock that expires, a persistent connection, a look every 2 ms. predis' handler has no locks.
 */

namespace Rediskit\Bench;

use function Rediskit\Tests\parallel_results;

const SESSION = 'bench0session0id0000000000';

/** @var array<string, \Closure(int): void> $requests what one request does, with the number of the turn */
$requests = [
    'changed' => function (int $i): void {
        session_id(SESSION);
        session_start();
        $_SESSION['count'] = ($_SESSION['count'] ?? 0) + 1;
        session_write_close();
    },
    'unchanged' => function (int $i): void {
        session_id(SESSION);
        session_start();
        session_write_close();
    },
    'new' => function (int $i): void {
        session_id('');
        session_start();
        $_SESSION['count'] = 1;
        session_write_close();
    },
    'read' => function (int $i): void {
        session_id(SESSION);
        session_start(['read_and_close' => true]);
    },
    'regenerate' => function (int $i): void {
        session_start();
        session_regenerate_id(true);
        $_SESSION['count'] = ($_SESSION['count'] ?? 0) + 1;
        session_write_close();
    },
];
/** Settings are applied before each loop, because the sides share a process. */
$side = fn(\Closure $prepare, string $kind) => function (Env $env) use ($prepare, $kind, $requests) {
    $request = $requests[$kind];
    return function (int $n) use ($prepare, $env, $request, $requests) {
        $prepare($env);
        $requests['changed'](0);
        for ($i = 0; $i < $n; $i++) {
            $request($i);
        }
    };
};
$set = function (array $settings): void {
    foreach ($settings as $name => $value) {
        ini_set($name, $value);
    }
};
$rediskit = fn(bool $locking, array $more = []) => fn(Env $env) => $set($more + [
    'session.save_handler' => 'rediskit',
    'session.save_path' => "unix://$env->socket",
    'rediskit.session.locking' => $locking ? '1' : '0',
    'rediskit.session.touch_interval' => '0',
]);
// Forked workers would share a persistent connection of php-redis', and get each other's replies.
$phpredis = fn(bool $locking, int $expire = 60, bool $persistent = true) => fn(Env $env) => $set([
    'session.save_handler' => 'redis',
    'session.save_path' => "unix://$env->socket" . ($persistent ? '?persistent=1' : ''),
    'redis.session.locking_enabled' => $locking ? '1' : '0',
    'redis.session.lock_wait_time' => '2000',
    'redis.session.lock_retries' => '-1',
    'redis.session.lock_expire' => (string) $expire,
]);
$handler = null;
$predis = function (Env $env) use (&$handler): void {
    $client = $env->predis();
    session_set_save_handler($handler ??= new \Predis\Session\Handler($client, ['gc_maxlifetime' => 1440]), false);
};

$titles = [
    'changed' => 'existing id, changed',
    'unchanged' => 'existing id, unchanged',
    'new' => 'new',
    'read' => 'read_and_close',
    'regenerate' => 'a new id, the old session deleted, changed',
];
$cases = [];
foreach ($titles as $kind => $title) {
    $trips = $kind === 'regenerate' ? 4 : 2;
    [$ratio, $unsafe] = in_array($kind, ['changed', 'unchanged'], true) ? [0.55, 0.7] : [1, 1];
    $cases[] = new Comparison(
        "session-$kind",
        "locked session, $title",
        [
            'rediskit' => $side($rediskit(true), $kind),
            'php-redis' => $side($phpredis(true), $kind),
            'php-redis, no lock_expire' => $side($phpredis(true, 0), $kind),
            'predis, no locks' => $side($predis, $kind),
        ],
        count: 1500,
        goals: [new Goal('trips', $trips), new Goal('wall', $ratio, 'php-redis'), new Goal('wall', $unsafe, 'php-redis, no lock_expire')]
    );
}
foreach (['changed', 'unchanged'] as $kind) {
    $cases[] = new Comparison(
        "session-unlocked-$kind",
        "session without locking, $titles[$kind]",
        [
            'rediskit' => $side($rediskit(false), $kind),
            'rediskit, touch_interval' => $side($rediskit(false, ['rediskit.session.touch_interval' => '60']), $kind),
            'php-redis' => $side($phpredis(false), $kind),
            'predis' => $side($predis, $kind),
        ],
        count: 1500,
        goals: [new Goal('trips', 2), new Goal('instructions', 1, 'php-redis')]
    );
}

/**
 * Twenty workers that open the same session, hold it for 2 ms, change it, and come again at once. None of them ends before the others have
 * done: ending a process takes milliseconds, for which the next would wait.
 *
 * @return array{perSecond: float, fewest: int, most: int, worst: float, lost: int}
 */
$crowd = function (Env $env, \Closure $prepare, float $seconds): array {
    $prepare($env);
    $id = 'crowd' . bin2hex(random_bytes(8));
    $results = parallel_results(20, function () use ($id, $seconds) {
        $count = $worst = 0;
        $end = hrtime(true) + (int) ($seconds * 1e9);
        while (hrtime(true) < $end) {
            $from = hrtime(true);
            session_id($id);
            session_start();
            $worst = max($worst, hrtime(true) - $from);
            usleep(2000);
            $_SESSION['n'] = ($_SESSION['n'] ?? 0) + 1;
            session_write_close();
            $count++;
        }
        usleep(500000);
        return [$count, $worst / 1e9];
    });
    $counts = array_column($results, 0);
    session_id($id);
    session_start(['read_and_close' => true]);
    return [
        'perSecond' => array_sum($counts) / $seconds,
        'fewest' => min($counts),
        'most' => max($counts),
        'worst' => max(array_column($results, 1)),
        'lost' => array_sum($counts) - $_SESSION['n'],
    ];
};
$cases[] = new Probe('session-crowd', 'twenty workers on one session, each holding it for 2 ms', function (Env $env) use ($crowd, $rediskit, $phpredis) {
    $seconds = $env->quick ? 2.0 : 6.0;
    $ours = $crowd($env, $rediskit(true), $seconds);
    $theirs = $crowd($env, $phpredis(true, persistent: false), $seconds);
    $mean = $ours['perSecond'] * $seconds / 20;
    // The others' turns, each with what it takes besides the 2 ms.
    $turn = 19 / $ours['perSecond'];
    return [
        new Row('rediskit: sessions a second', round($ours['perSecond']), '', 'at least 0.9 of php-redis', $ours['perSecond'] >= 0.9 * $theirs['perSecond']),
        new Row('rediskit: fewest and most of a worker', "$ours[fewest] - $ours[most]", '', 'within 10 % of the mean', $ours['fewest'] >= 0.9 * $mean && $ours['most'] <= 1.1 * $mean),
        new Row('rediskit: slowest session_start()', round($ours['worst'] * 1e3, 1), 'ms', sprintf('at most 1.5 times the turns of the others (%.1f)', $turn * 1500), $ours['worst'] <= 1.5 * $turn),
        new Row('rediskit: lost changes', $ours['lost'], '', 'none', $ours['lost'] === 0),
        new Row('php-redis: sessions a second', round($theirs['perSecond'])),
        new Row('php-redis: fewest and most of a worker', "$theirs[fewest] - $theirs[most]"),
        new Row('php-redis: slowest session_start()', round($theirs['worst'] * 1e3, 1), 'ms'),
        new Row('php-redis: lost changes', $theirs['lost']),
    ];
});
return $cases;
