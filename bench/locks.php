<?php
/*
 * Prints what a crowded lock does: throughput, fairness and worst wait, with and without random SIGKILLs.
 *
 *     php -n -d extension=posix -d extension=modules/rediskit.so bench/locks.php [seed]
 */

namespace Rediskit\Tests;

require __DIR__ . '/../tests/inc/server.inc';
require __DIR__ . '/../tests/lock/storm.inc';

$seed = (int) ($argv[1] ?? 1);
$server = Server::start();
// dead: processes that were killed while they held the lock, the one at the end included; each costs the others its lease.
printf("20 processes, seed %d\n\n%-34s %9s %12s %11s %6s %9s %9s\n", $seed, '', 'locks/s', 'share', 'worst wait', 'kills', 'dead', 'overlaps');
foreach ([
    'held 2 ms' => [0.002, 0.0, 2.0],
    'held 100 ms' => [0.1, 0.0, 2.0],
    'held 2 ms, a kill every 40 ms' => [0.002, 0.04, 1.0],
] as $name => [$hold, $killEvery, $ttl]) {
    $server->cmd('FLUSHALL');
    $result = lock_storm($server, 20, 6.0, $hold, $killEvery, $ttl, $seed);
    printf(
        "%-34s %9.1f %12s %9.0f ms %6d %9d %9d\n",
        $name,
        $result['perSecond'],
        "$result[fewest]-$result[most]",
        $result['worstWait'] * 1000,
        $result['kills'],
        $result['killedHolding'],
        $result['overlaps']
    );
}
