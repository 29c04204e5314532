--TEST--
Twenty processes incrementing one session lose no increment, and neither do they when some of them are killed
--EXTENSIONS--
rediskit
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.session.lock_ttl' => '0.5']);
$increment = function () {
    session_id('a');
    session_start() or throw new \RuntimeException('not started');
    $_SESSION['n'] = ($_SESSION['n'] ?? 0) + 1;
    session_write_close();
};
parallel_results(20, function () use ($increment) {
    for ($i = 0; $i < 25; $i++) {
        $increment();
    }
});
var_dump(with_session('a', fn() => $_SESSION['n']), is_unlocked($server));

// Each child counts what was acknowledged in a file of its own; half of them are killed on their way.
with_session('a', fn() => $_SESSION['n'] = 0);
$dir = temp_dir();
$children = parallel(10, function (int $number) use ($increment, $dir) {
    $until = microtime(true) + ($number < 5 ? 1.5 : 30);
    while (microtime(true) < $until) {
        $increment();
        file_put_contents("$dir/$number", 'x', FILE_APPEND);
    }
}, function (array $pids) use ($server) {
    for ($number = 5; $number < 10; $number++) {
        wait_until(fn() => $server->cmd('EXISTS', session_key('a') . ':lock'));
        posix_kill($pids[$number], SIGKILL);
    }
});
$acknowledged = array_sum(array_map(fn(int $number) => (int) @filesize("$dir/$number"), range(0, 9)));
$stored = with_session('a', fn() => $_SESSION['n']);
// A killed one may have written and not lived to say so.
var_dump($acknowledged > 0, $stored >= $acknowledged, $stored <= $acknowledged + 5);
wait_until(fn() => is_unlocked($server));
foreach ($children as $number => $child) {
    if ($child->exit !== 0 && $number < 5) {
        echo "$number: $child->error\n";
    }
}
?>
--EXPECT--
int(500)
bool(true)
bool(true)
bool(true)
bool(true)
