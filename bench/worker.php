<?php
/*
 * worker.php CASE SIDE COUNT SOCKET: one side of a comparison alone in a process, to be run under callgrind or strace.
 */

namespace Rediskit\Bench;

require __DIR__ . '/lib/bench.inc';

[, $case, $side, $count, $socket] = $argv;
$loop = (cases()[$case]->sides[$side])(new Env($socket, false));
$loop(20); // connections are open, scripts are known
$loop((int) $count);
