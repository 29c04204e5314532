--TEST--
Tags on a server that evicts all the time: values are computed more often, none is there that was flushed, and nothing throws
--EXTENSIONS--
rediskit
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use Rediskit\Cache;

use function Rediskit\Tests\parallel_results;

foreach (['allkeys-lru', 'allkeys-random'] as $policy) {
    $server = Rediskit\Tests\Server::start(['maxmemory-policy' => $policy]);
    // Room for some dozens of values, beside what the connections need.
    $server->cmd('CONFIG', 'SET', 'maxmemory', $server->info('used_memory') + 1_000_000);
    $totals = parallel_results(4, function (int $worker) use ($server) {
        mt_srand($worker);
        $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
        $newest = [];
        $hits = $wrong = 0;
        for ($i = 0; $i < 3000; $i++) {
            $n = mt_rand(0, 99);
            $newest[$n] ??= 0;
            if (mt_rand(0, 9) === 0) {
                $newest[$n]++;
                $cache->tags("w$worker-$n")->flush();
            }
            $hit = true;
            $value = $cache->tags("w$worker-$n", 'all')->remember("$worker-$n", 60, function () use (&$hit, $newest, $n) {
                $hit = false;
                return [$newest[$n], random_bytes(2000)];
            });
            $hits += $hit;
            $wrong += $value[0] !== $newest[$n];
        }
        return [$hits, $wrong];
    });
    echo "$policy: ", array_sum(array_column($totals, 0)) > 0 ? 'hits' : 'no hits', ', ', array_sum(array_column($totals, 1)), ' wrong, ',
        $server->info('evicted_keys') > 100 ? 'evictions' : 'no evictions', "\n";
}
?>
--EXPECT--
allkeys-lru: hits, 0 wrong, evictions
allkeys-random: hits, 0 wrong, evictions
