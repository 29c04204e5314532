--TEST--
remember(): a computation slower than its lease is stored all the same; waiting is bounded
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{parallel_results, wait_until};

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);

echo "alone: ", $cache->remember('alone', 60, function () {
    usleep(60000);
    return 'slow';
}, compute_ttl: 0.02), ', stored: ', $cache->get('alone'), "\n";

// The first computes on until the second, which took the lease over, has filled.
$results = parallel_results(3, function (int $number) use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:', 'compute_ttl' => 0.2]);
    return $cache->remember('two', 60, function () use ($server, $cache) {
        $nth = (int) $server->cmd('INCR', 'two computed');
        if ($nth === 1) {
            wait_until(fn() => $cache->has('two'));
        }
        return "value $nth";
    });
});
sort($results);
echo "taken over: ", implode(', ', $results), ', stored: ', $cache->get('two'), "\n";

// The first is done before the second, which took over: its value is for all, and the second's is not stored.
$results = parallel_results(3, function (int $number) use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:', 'compute_ttl' => 0.2]);
    return $cache->remember('three', 60, function () use ($server, $cache) {
        $nth = (int) $server->cmd('INCR', 'three computed');
        if ($nth === 1) {
            wait_until(fn() => $server->cmd('GET', 'three computed') === '2');
            return 'value 1';
        }
        wait_until(fn() => $cache->has('three'));
        return "value $nth";
    }, wait: 60);
});
sort($results);
echo "the first was faster after all: ", implode(', ', $results), ', stored: ', $cache->get('three'), "\n";

// wait: 0 does not wait, and may fill for the one who does not come to it.
$computing = parallel_results(2, function (int $number) use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
    if ($number === 1) {
        wait_until(fn() => $server->cmd('EXISTS', '{c:busy}:lease'));
        return $cache->remember('busy', 60, fn() => 'impatient', wait: 0);
    }
    return $cache->remember('busy', 60, function () use ($cache) {
        wait_until(fn() => $cache->has('busy'));
        return 'slow';
    });
});
echo "wait 0: ", implode(', ', $computing), ', stored: ', $cache->get('busy'), "\n";

$seconds = parallel_results(2, function (int $number) use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:', 'wait' => 0.3]);
    if ($number === 0) {
        return $cache->remember('bounded', 60, function () use ($cache) {
            wait_until(fn() => $cache->has('bounded'));
        }) ?? 0;
    }
    wait_until(fn() => $server->cmd('EXISTS', '{c:bounded}:lease'));
    $began = microtime(true);
    $cache->remember('bounded', 60, fn() => 'mine');
    return microtime(true) - $began;
});
echo "wait 0.3: ", $seconds[1] >= 0.29 && $seconds[1] < 5 ? 'waited' : "waited $seconds[1]", ', stored: ', $cache->get('bounded'), "\n";
echo "leases left: ", json_encode($server->cmd('KEYS', '*:lease')), "\n";
?>
--EXPECT--
alone: slow, stored: slow
taken over: value 1, value 2, value 2, stored: value 2
the first was faster after all: value 1, value 1, value 2, stored: value 1
wait 0: slow, impatient, stored: impatient
wait 0.3: waited, stored: mine
leases left: []
