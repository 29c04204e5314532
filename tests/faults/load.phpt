--TEST--
FLUSHALL and eviction (allkeys-lru) under load: values vanish, but none is another's, and nobody waits for what is gone
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Cache, Client, Counter, Lock};

require __DIR__ . '/faults.inc';

/** Does everything for $seconds and returns how often what happened; what must not happen throws. */
function work(string $dsn, int $number, float $seconds, int $size): array
{
    $seen = ['hits' => 0, 'misses' => 0, 'runs' => 0, 'locks lost' => 0, 'sessions' => 0, 'sessions lost' => 0, 'counted' => 0];
    $client = new Client($dsn);
    $cache = new Cache($client, ['prefix' => 'c:', 'compression' => 'none', 'compute_ttl' => 0.5]);
    $counter = new Counter($client, 'counter', 0);
    $token = 0;
    for ($until = microtime(true) + $seconds, $i = 0; microtime(true) < $until || $i < 60; $i++) {
        $key = 'k' . $i % 40;
        $value = $cache->get($key);
        $value === null || str_starts_with($value, "$key:") || throw new \Exception("$key is $value");
        $seen[$value === null ? 'misses' : 'hits']++;
        $value = $cache->remember($key, 60, fn() => "$key:" . str_repeat('x', $size));
        str_starts_with($value, "$key:") || throw new \Exception("$key was computed as $value");

        $lock = new Lock($client, 'lock' . $i % 3, 2.0);
        try {
            // Who waited for what is gone would get a LockTimeoutException.
            $lock->run(function (Lock $lock) use (&$token) {
                $lock->token() > $token || throw new \Exception("the token {$lock->token()} came after $token");
                $token = $lock->token();
            }, 5.0);
            $seen['runs']++;
        } catch (\Rediskit\LockLostException) {
            $seen['locks lost']++;
        }

        $counter->increment() >= 1 || throw new \Exception('an increment to less than 1');
        ($left = $counter->decrement()) === null || $left >= 0 || throw new \Exception("a decrement to $left");
        $seen['counted']++;

        session_id('session-' . $i % 2);
        session_start() || throw new \Exception('no session');
        ($_SESSION['id'] ?? session_id()) === session_id() || throw new \Exception("session $_SESSION[id] in " . session_id());
        $_SESSION['id'] = session_id();
        $warnings = warnings(fn() => session_write_close());
        if ($warnings) {
            str_contains($warnings[0], 'lock') || throw new \Exception($warnings[0]);
            $seen['sessions lost']++;
        }
        $seen['sessions']++;
    }
    return $seen;
}

/** Runs it in processes and adds up. */
function storm(Server $server, int $size, ?callable $meanwhile): array
{
    new Operations($server->dsn());
    $results = parallel_results(5, fn(int $number) => work($server->dsn(), $number, 1.0, $size), $meanwhile);
    $sums = [];
    foreach ($results as $seen) {
        foreach ($seen as $what => $count) {
            $sums[$what] = ($sums[$what] ?? 0) + $count;
        }
    }
    return $sums;
}

echo "-- FLUSHALL\n";
$server = Server::start();
$sums = storm($server, 10, function () use ($server) {
    for ($until = microtime(true) + 1; microtime(true) < $until;) {
        $server->cmd('FLUSHALL');
        usleep(10000);
    }
});
echo $sums['hits'] > 0 && $sums['misses'] > 0 ? "hits and misses\n" : json_encode($sums) . "\n";

echo "-- eviction\n";
$server = Server::start(['maxmemory' => '3mb', 'maxmemory-policy' => 'allkeys-lru', 'maxmemory-samples' => 10]);
$sums = storm($server, 100000, null);
echo $sums['hits'] > 0 && $sums['misses'] > 0 && (int) $server->info('evicted_keys') > 20 ? "hits, misses and evictions\n"
    : json_encode($sums) . ' ' . $server->info('evicted_keys') . "\n";
?>
--EXPECT--
-- FLUSHALL
hits and misses
-- eviction
hits, misses and evictions
