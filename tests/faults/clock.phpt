--TEST--
Clock jumps of an hour, here and on the server: deadlines hold, tokens grow, nobody waits for an hour
--EXTENSIONS--
session
pcntl
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Client, Lock};

require __DIR__ . '/faults.inc';

$dir = temp_dir();
exec('cc -shared -fPIC -O1 -o ' . escapeshellarg("$dir/clock.so") . ' ' . escapeshellarg(__DIR__ . '/../inc/clock.c') . ' 2>&1', $output, $failed);
$failed && exit(implode("\n", $output));
/** Sets the clock of those who run with $environment. It is written over in place, for they have it mapped. */
$fake = function (int $offset) use ($dir) {
    $file = fopen("$dir/clock", 'c');
    fwrite($file, pack('q', $offset));
    fclose($file);
};
$fake(0);
$environment = ['LD_PRELOAD' => "$dir/clock.so", 'TEST_CLOCK' => "$dir/clock", 'ASAN_OPTIONS' => getenv('ASAN_OPTIONS') . ':verify_asan_link_order=0'];

echo "-- ours\n";
$server = Server::start();
$silent = ScriptServer::start(fn(Peer $peer) => $peer->stall());
(new Lock($server->dsn(), 'held', 30.0))->acquire();
foreach ([3600, -3600] as $jump) {
    foreach ([
        'a reply that does not come' => '(new Rediskit\Client("' . $silent->dsn(['read_timeout' => 0.3]) . '"))->get("k")',
        'a blocking command' => '(new Rediskit\Client("' . $server->dsn() . '"))->blPop("none", 0.3)',
        'a lock that is not free' => '(new Rediskit\Lock("' . $server->dsn() . '", "held"))->acquire(0.3)',
    ] as $what => $call) {
        // A busy machine may make one late, or the jump; ten times in a row is our doing.
        for ($attempt = 1; $attempt === 1 || preg_match('/LATE|in time$/', $output) && $attempt <= 10; $attempt++) {
            $fake(0);
            $pid = pcntl_fork();
            if ($pid === 0) {
                wait_until(fn() => is_file("$dir/begun"));
                usleep(100000);
                $fake($jump);
                kill_self();
            }
            $output = run_php("\$wall = microtime(true); \$began = hrtime(true); touch('$dir/begun');
                try { \$result = json_encode($call); } catch (Rediskit\\TimeoutException \$e) { \$result = 'timeout'; }
                echo \$result, ' ', hrtime(true) - \$began < 290e6 ? 'EARLY' : (hrtime(true) - \$began < 450e6 ? 'in time' : 'LATE'),
                    abs(microtime(true) - \$wall) > 3000 ? ', the clock has jumped' : '';", [], $exit, $environment);
            pcntl_waitpid($pid, $status);
            unlink("$dir/begun");
        }
        printf("%+d, %s: %s\n", $jump, $what, $output);
    }
}
$fake(0);

echo "-- the server's\n";
$before = getenv();
foreach ($environment as $name => $value) {
    putenv("$name=$value");
}
$server = Server::start();
foreach ($environment as $name => $value) {
    putenv(isset($before[$name]) ? "$name=$before[$name]" : $name);
}
$now = fn() => (int) $server->cmd('TIME')[0];
$lock = new Lock($server->dsn(), 'x', 30.0);
$lock->acquire();
$first = $lock->token();
$lock->release();
foreach ([-3600, 3600, 0] as $jump) {
    $fake($jump);
    wait_until(fn() => abs($now() - time() - $jump) < 10);
    $token = $lock->acquire() ? $lock->token() : 0;
    printf('%+d: ', $jump);
    echo $token > $first ? 'a higher token' : "the token $token after $first", ', ', json_encode($lock->release()), "\n";
    $first = $token;
}
echo "-- while somebody waits\n";
foreach ([-3600 => 'back', 3600 => 'forth'] as $jump => $name) {
    // A busy machine may make the answer late, or the jump, and then the wait was over: ten times in a row is our doing.
    for ($attempt = 1; $attempt === 1 || preg_match('/LATE|^false/', $output) && $attempt <= 10; $attempt++) {
        $fake(0);
        wait_until(fn() => abs($now() - time()) < 10);
        $server->cmd('FLUSHALL');
        $holder = new Lock($server->dsn(), $name, 30.0);
        $holder->acquire();
        $began = microtime(true);
        [$child] = parallel(1, fn() => (new Lock($server->dsn(['read_timeout' => 0.3]), $name, 30.0))->acquire(0.5), function () use ($server, $fake, $jump) {
            $server->waitForBlocked(1);
            $fake($jump);
        });
        $output = ($child->error ? strtok($child->error, ':') : json_encode($child->result)) . (microtime(true) - $began < 1.5 ? '' : ', LATE');
    }
    echo "$name: $output\n";
}
?>
--EXPECT--
-- ours
+3600, a reply that does not come: timeout in time, the clock has jumped
+3600, a blocking command: null in time, the clock has jumped
+3600, a lock that is not free: false in time, the clock has jumped
-3600, a reply that does not come: timeout in time, the clock has jumped
-3600, a blocking command: null in time, the clock has jumped
-3600, a lock that is not free: false in time, the clock has jumped
-- the server's
-3600: a higher token, true
+3600: a higher token, true
+0: a higher token, true
-- while somebody waits
back: Rediskit\TimeoutException
forth: true
