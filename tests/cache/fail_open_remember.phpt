--TEST--
remember() with on_error: 'miss': the server goes away before the lease, while waiting, before the value is stored; stale values are served
--EXTENSIONS--
rediskit
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/proxy.inc';
use Rediskit\Cache;
use Rediskit\Tests\{Proxy, Server};
use function Rediskit\Tests\{parallel_results, wait_until};

$server = Server::start();
$proxy = Proxy::to($server->socket);
$options = ['prefix' => 'c:', 'on_error' => 'miss'];
$cache = new Cache($proxy->dsn(['timeout' => 1, 'read_timeout' => 0.5]), $options);
$plain = new Cache($server->dsn(), ['prefix' => 'c:']);
$gone = function () use ($proxy) {
    $proxy->refuse();
    $proxy->cut();
};
ini_set('rediskit.retry_after', 0);

echo "while the callback runs\n";
echo $cache->remember('a', 60, function () use ($gone) {
    $gone();
    return 'computed';
}), "\n", json_encode($cache->rememberMany(['b', 'c'], 60, fn($missing) => array_fill_keys($missing, 'computed'))), "\n";
$proxy = Proxy::to($server->socket);

echo "after the reading: stale values are served, missing ones computed\n";
$plain->remember('old', 0.001, fn() => 'old', stale: 60);
usleep(3000);
$refuse = function (array $work) use ($server, $options) {
    // The script fails for want of memory, reading does not.
    $cache = new Cache($server->dsn(), $options);
    $server->cmd('CONFIG', 'SET', 'maxmemory', '1');
    echo json_encode(array_map(fn($call) => $call($cache), $work)), "\n";
    $server->cmd('CONFIG', 'SET', 'maxmemory', '0');
};
$refuse([
    fn($cache) => $cache->get('old'), fn($cache) => $cache->remember('old', 60, fn() => 'new', stale: 60), fn($cache) => $cache->remember('none', 60, fn() => 'computed'),
    fn($cache) => $cache->rememberMany(['old', 'none'], 60, fn($missing) => array_fill_keys($missing, 'computed'), stale: 60),
    fn($cache) => $cache->rememberMany(['old'], 60, fn($missing) => array_fill_keys($missing, 'computed'), stale: 60),
    fn($cache) => $cache->put('x', 1), fn($cache) => $cache->increment('x'),
]);

echo "while waiting for another\n";
$second = Server::start();
[$computed, $waited] = parallel_results(2, function (int $number) use ($second, $options) {
    $cache = new Cache($second->dsn(), $options);
    if ($number === 0) {
        return $cache->remember('w', 60, function () use ($second) {
            $second->waitForBlocked(1);
            posix_kill($second->pid(), SIGKILL);
            return 'computed by the first';
        });
    }
    $admin = new Rediskit\Client($second->dsn());
    wait_until(fn() => $admin->exists('{c:w}:lease'));
    return $cache->remember('w', 60, fn() => 'computed by the second');
});
echo "$computed, $waited\n";
$figures = Cache::stats();
echo 'errors: ', $figures['errors'] > 5 ? 'counted' : 'lost', ', skipped: ', $figures['skipped'], "\n";
?>
--EXPECT--
while the callback runs
computed
{"b":"computed","c":"computed"}
after the reading: stale values are served, missing ones computed
["old","old","computed",{"old":"old","none":"computed"},{"old":"old"},false,false]
while waiting for another
computed by the first, computed by the second
errors: counted, skipped: 0
