--TEST--
Tags: stale values are served and refreshed as without, until a tag is flushed
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
$tagged = $cache->tags('a', 'b');
$until_stale = fn() => usleep(30000);
$n = 0;
$compute = function () use (&$n) {
    return 'value ' . ++$n;
};
$ask = fn() => $tagged->remember('k', 0.02, $compute, stale: 60, beta: 0);

echo $ask(), ', ';
$until_stale();
echo $ask(), ', ', $tagged->get('k'), "\n";
$until_stale();
$cache->tags('b')->flush();
echo 'flushed when stale: ', $ask(), "\n";

$until_stale();
echo 'flushed while it is refreshed: ', $tagged->remember('k', 0.02, function () use ($cache) {
    $cache->tags('a')->flush();
    return 'void';
}, stale: 60, beta: 0), ', ', json_encode($tagged->get('k')), "\n";

echo 'flexible: ';
$flexible = fn() => $tagged->flexible('f', [0.02, 60], $compute);
echo $flexible(), ', ';
$until_stale();
echo $flexible(), ', ran ', Cache::runDeferred(), ', ', $tagged->get('f'), ', ';
$until_stale();
echo $flexible(), ', flushed meanwhile, ';
$cache->tags('a')->flush();
echo 'ran ', Cache::runDeferred(), ', ', json_encode($tagged->get('f')), "\n";

echo 'many: ', json_encode($tagged->rememberMany(['x', 'y'], 0.02, fn($keys) => array_fill_keys($keys, 'one'), stale: 60, beta: 0)), ' ';
$until_stale();
echo json_encode($tagged->rememberMany(['x', 'y', 'z'], 0.02, fn($keys) => array_fill_keys($keys, 'two'), stale: 60, beta: 0)), ' ', json_encode($tagged->many(['x', 'y', 'z'])), "\n";

echo "one refreshes, the others have the old value: ";
$tagged->remember('hot', 0.02, fn() => 'old', stale: 60, beta: 0);
$until_stale();
$results = parallel_results(8, function () use ($server) {
    $tagged = (new Cache($server->dsn(), ['prefix' => 'c:']))->tags('a', 'b');
    $value = $tagged->remember('hot', 60, function () use ($server) {
        wait_until(fn() => (int) $server->cmd('GET', 'served') === 7);
        return 'new';
    }, stale: 60, beta: 0);
    $value === 'old' && $server->cmd('INCR', 'served');
    return $value;
});
sort($results);
echo implode(' ', $results), "\n";
?>
--EXPECT--
value 1, value 2, value 2
flushed when stale: value 3
flushed while it is refreshed: void, null
flexible: value 4, value 4, ran 1, value 5, value 5, flushed meanwhile, ran 1, null
many: {"x":"one","y":"one"} {"x":"two","y":"two","z":"two"} {"x":"two","y":"two","z":"two"}
one refreshes, the others have the old value: new old old old old old old old
