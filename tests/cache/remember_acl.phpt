--TEST--
Cache for users who may not block, run scripts, or touch the keys beside a value
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{parallel_results, wait_until};

$server = Server::start(['user' => [
    'nonblocking on >pw ~* +@all -@blocking',
    'noscripts on >pw ~* +@all -@scripting',
    'narrow on >pw ~c:* +@all',
    'just on >pw ~c:* ~{c:* +@all -@dangerous -@admin',
]], tcp: true);
$caches = [];
foreach (['nonblocking', 'noscripts', 'narrow', 'just'] as $user) {
    $caches[$user] = new Cache($server->tcpDsn(user: "$user:pw@"), ['prefix' => 'c:']);
}

echo "who may not block asks again and again: ";
$results = parallel_results(4, fn() => $caches['nonblocking']->remember('k', 60, function () use ($server) {
    $server->cmd('INCR', 'computed');
    wait_until(fn() => preg_match('/^cmdstat_xread:.*rejected_calls=[1-9]/m', $server->cmd('INFO', 'commandstats')));
    return 'value';
}));
echo implode(' ', $results), ', computed ', $server->cmd('GET', 'computed'), "\n";

echo "without scripts:\n";
$cache = $caches['noscripts'];
var_dump($cache->put('a', 1), $cache->remember('a', 60, fn() => 2), $cache->forget('a'), $cache->forget('a'), $cache->put('b', 1, 0), $cache->flush());
try {
    $cache->remember('a', 60, fn() => print 'computed');
} catch (Rediskit\NoPermissionException $error) {
    echo $error->getMessage(), "\n";
}
echo "without scripts, forget() voids what others compute: ";
$value = $caches['just']->remember('void', 60, function () use ($cache) {
    $cache->forget('void');
    return 'old';
});
echo $value, ' ', var_export($cache->get('void'), true), "\n";

echo "without the keys beside the value:\n";
try {
    $caches['narrow']->remember('a', 60, fn() => print 'computed');
} catch (Rediskit\NoPermissionException $error) {
    echo $error->getMessage(), "\n";
}
echo "with just what it needs: ", $caches['just']->remember('a', 60, fn() => 'value'), ' ', $caches['just']->flush(), "\n";
?>
--EXPECTF--
who may not block asks again and again: value value value value, computed 1
without scripts:
bool(true)
int(1)
bool(true)
bool(false)
bool(true)
int(1)
The script cache_lease needs EVAL and EVALSHA, which this server or user does not allow: grant +eval +evalsha (or @scripting)%s
without scripts, forget() voids what others compute: old NULL
without the keys beside the value:
remember() keeps a lease beside each value while it is computed, under a name that begins with "{" and the prefix: grant the user ~{c:* as well (%s)
with just what it needs: value %d
