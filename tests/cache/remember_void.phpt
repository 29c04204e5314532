--TEST--
remember(): forget(), put() and flush() of the key while it is being computed
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\parallel_results;

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);

foreach (['forget' => fn($cache, $key) => $cache->forget($key), 'flush' => fn($cache) => $cache->flush(), 'put with nothing left' => fn($cache, $key) => $cache->put($key, 1, 0),
    'putMany with nothing left' => fn($cache, $key) => $cache->putMany([$key => 1], 0), 'touch with nothing left' => fn($cache, $key) => $cache->touch($key, 0)] as $name => $void) {
    foreach (['key', '{tagged}key'] as $key) {
        $value = $cache->remember($key, 60, function () use ($cache, $void, $key) {
            $void($cache, $key);
            return 'old';
        });
        echo "$name of $key: $value, ", $cache->has($key) ? 'stored' : 'not stored', ', leases left: ', json_encode($server->cmd('KEYS', '*:lease')), "\n";
    }
}

echo "put: ", $cache->remember('k', 60, function () use ($cache) {
    $cache->put('k', 'newer', 30);
    return 'computed';
}), ', stored: ', $cache->get('k'), ' for ', ceil($cache->ttl('k') / 30) * 30, "\n";

echo "pull: ", $cache->remember('k3', 60, function () use ($cache) {
    $cache->pull('k3');
    return 'computed';
}), ', stored: ', $cache->get('k3'), "\n";

echo "forget and compute again: ", $cache->remember('k2', 60, function () use ($server) {
    $other = Rediskit\Tests\parallel_results(1, function () use ($server) {
        $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
        $cache->forget('k2');
        return $cache->remember('k2', 60, fn() => 'new');
    });
    return 'old';
}), ', stored: ', $cache->get('k2'), "\n";

foreach (['forget', 'put', 'flush'] as $what) {
    $results = parallel_results(4, function () use ($server, $what) {
        $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
        return $cache->remember("wait $what", 60, function () use ($server, $cache, $what) {
            $nth = (int) $server->cmd('INCR', "computed $what");
            $server->waitForBlocked(4 - $nth);
            if ($nth === 1) {
                match ($what) {
                    'forget' => $cache->forget('wait forget'),
                    'put' => $cache->put('wait put', 'put'),
                    'flush' => $cache->flush(),
                };
                if ($what !== 'put') {
                    Rediskit\Tests\wait_until(fn() => (int) $server->cmd('GET', "computed $what") === 2);
                }
            }
            return "value $nth";
        });
    });
    sort($results);
    echo "those who wait, after $what: ", implode(', ', $results), "\n";
}
?>
--EXPECT--
forget of key: old, not stored, leases left: []
forget of {tagged}key: old, not stored, leases left: []
flush of key: old, not stored, leases left: []
flush of {tagged}key: old, not stored, leases left: []
put with nothing left of key: old, not stored, leases left: []
put with nothing left of {tagged}key: old, not stored, leases left: []
putMany with nothing left of key: old, not stored, leases left: []
putMany with nothing left of {tagged}key: old, not stored, leases left: []
touch with nothing left of key: old, not stored, leases left: []
touch with nothing left of {tagged}key: old, not stored, leases left: []
put: computed, stored: newer for 30
pull: computed, stored: computed
forget and compute again: old, stored: new
those who wait, after forget: value 1, value 2, value 2, value 2
those who wait, after put: put, put, put, value 1
those who wait, after flush: value 1, value 2, value 2, value 2
