--TEST--
remember(): 50 processes on a cold key: one computes, all get the value, nobody polls
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\parallel_results;

foreach (['2 kB, carried' => 2000, '200 kB, read' => 200000] as $name => $size) {
    $server = Server::start();
    $value = random_bytes($size);
    $seconds = 0;
    $commands = $server->commands(function () use ($server, $value, &$results, &$seconds) {
        $began = microtime(true);
        $results = parallel_results(50, function () use ($server, $value) {
            $cache = new Cache($server->dsn(), ['prefix' => 'c:', 'compression' => 'none', 'compute_ttl' => 60]);
            return $cache->remember('cold', 60, function () use ($server, $value) {
                $server->cmd('INCR', 'computed');
                $server->waitForBlocked(49, 30);
                return $value;
            }) === $value;
        });
        $seconds = microtime(true) - $began;
    });
    $counts = array_count_values(array_column($commands, 0));
    echo "$name: computed ", $server->cmd('GET', 'computed'), ', ', count(array_filter($results)), " have the value\n";
    // Everybody reads once and runs the lease script once (again after a marker); who computes fills; who waits sleeps, at most once a second. An EVAL is always
    // the repetition of an EVALSHA that the new server did not know.
    echo "GET $counts[GET], scripts $counts[EVALSHA], sleeps ",
        $counts['XREAD'] >= 49 && $counts['XREAD'] <= 49 * ceil($seconds) ? 'a few' : "$counts[XREAD] in $seconds s", "\n";
}
?>
--EXPECT--
2 kB, carried: computed 1, 50 have the value
GET 50, scripts 51, sleeps a few
200 kB, read: computed 1, 50 have the value
GET 50, scripts 100, sleeps a few
