--TEST--
A hot stale value: while one process refreshes it all others are served at once, none waits; when it is killed, another takes over
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{kill_self, parallel, parallel_results, wait_until};

const READERS = 8;

$server = Server::start();
$cache = fn() => new Cache($server->dsn(), ['prefix' => 'c:', 'beta' => 0]);
$cache()->remember('hot', 0.001, fn() => 'old', stale: 600);
usleep(3000);

echo "one computes\n";
$commands = $server->commands(function () use ($server, $cache, &$results) {
    $results = parallel_results(READERS + 1, function () use ($server, $cache) {
        $reader = $cache();
        $computed = 0;
        $compute = function () use ($server, &$computed) {
            $computed++;
            // Ends only when everybody else was served what is there.
            wait_until(fn() => (int) $server->cmd('GET', 'served') === READERS);
            return 'new';
        };
        $read = fn() => $reader->remember('hot', 600, $compute, stale: 600);
        $first = $read();
        if (!$computed) {
            for ($i = 0; $i < 50 && $first === 'old'; $i++) {
                $first = $read();
            }
            $server->cmd('INCR', 'served');
            wait_until(fn() => $read() === 'new');
        }
        return [$computed, $first];
    });
});
sort($results);
echo count($results), ' processes: ', count(array_keys($results, [0, 'old'])), ' were served, ', count(array_keys($results, [1, 'new'])),
    " computed\n";
echo 'who waits sends XREAD: ', count(array_keys(array_column($commands, 0), 'XREAD')), "\n";

echo "it is killed\n";
$cache()->forget('hot');
$cache()->remember('hot', 0.001, fn() => 'old', stale: 600);
usleep(3000);
$children = parallel(READERS + 1, function () use ($server, $cache) {
    $reader = $cache();
    $seen = [];
    wait_until(function () use ($reader, $server, &$seen) {
        $value = $reader->remember('hot', 600, function () use ($server) {
            if ($server->cmd('INCR', 'computing') === 1) {
                kill_self();
            }
            return 'new';
        }, compute_ttl: 0.3, stale: 600);
        $seen[$value] = true;
        return $value === 'new';
    });
    return array_key_last($seen);
});
echo count(array_filter($children, fn($child) => $child->signal === 9)), ' killed, ',
    count(array_filter($children, fn($child) => $child->exit === 0 && $child->result === 'new')), ' have the new value, computed ',
    $server->cmd('GET', 'computing'), "\n";
var_dump($server->cmd('EXISTS', '{c:hot}:lease', '{c:hot}:ev'), str_contains($server->cmd('INFO', 'commandstats'), 'cmdstat_xread:'));
?>
--EXPECT--
one computes
9 processes: 8 were served, 1 computed
who waits sends XREAD: 0
it is killed
1 killed, 8 have the new value, computed 2
int(0)
bool(false)
