--TEST--
remember(): a callback that throws or exits frees the lease at once, the next of those who wait computes
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{parallel, run_php};

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:', 'compute_ttl' => 30]);
try {
    $cache->remember('k', 60, fn() => throw new DomainException('mine', 42));
} catch (DomainException $error) {
    echo get_class($error), ' ', $error->getMessage(), ' ', $error->getCode(), ' ', json_encode($error->getPrevious()), ', ', json_encode($server->cmd('KEYS', '*')), "\n";
}
try {
    $cache->remember('k', 60, fn() => fn() => 'closures cannot be stored');
} catch (Exception $error) {
    echo 'no value to store: ', json_encode($server->cmd('KEYS', '*')), "\n";
}

$began = microtime(true);
$children = parallel(5, function () use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:', 'compute_ttl' => 30]);
    return $cache->remember('k', 60, function () use ($server) {
        $nth = (int) $server->cmd('INCR', 'computed');
        $server->waitForBlocked(5 - $nth);
        if ($nth <= 2) {
            throw new DomainException("number $nth fails");
        }
        return 'value';
    });
});
$errors = array_filter(array_map(fn($child) => $child->error, $children));
sort($errors);
echo preg_replace('/ at .*/', '', implode("\n", $errors)), "\n", count(array_filter($children, fn($child) => $child->result === 'value')), ' have the value, computed ',
    $server->cmd('GET', 'computed'), ', ', microtime(true) - $began < 10 ? 'in time' : 'too late', "\n";

$begin = 'error_reporting(0); $cache = new Rediskit\Cache("' . $server->dsn() . '", ["prefix" => "c:"]); $cache->remember("end", 60, function () use ($cache) { ';
foreach ([
    'exit' => 'exit(3);',
    'exit in a nested one' => '$cache->remember("end 2", 60, function () { exit(3); });',
    'fatal error' => 'trigger_error("x", E_USER_ERROR);',
    'time limit' => 'set_time_limit(1); for (;;);',
    'out of memory' => 'ini_set("memory_limit", "3M"); $a = []; for (;;) $a[] = str_repeat("x", 100000);',
    'exit in a fiber' => '$fiber = new Fiber(function () use ($cache) { $cache->remember("end 2", 60, function () { Fiber::suspend(); }); }); $fiber->start(); exit(3);',
] as $name => $body) {
    // Limits of memory need PHP's own allocator, which memcheck runs without.
    run_php($begin . $body . ' });', [], $exit, ['USE_ZEND_ALLOC' => '1']);
    echo "$name: exit code $exit, leases left: ", json_encode($server->cmd('KEYS', '*:lease')), "\n";
}
?>
--EXPECT--
DomainException mine 42 null, []
no value to store: []
DomainException: number 1 fails
DomainException: number 2 fails
3 have the value, computed 3, in time
exit: exit code 3, leases left: []
exit in a nested one: exit code 3, leases left: []
fatal error: exit code 255, leases left: []
time limit: exit code 255, leases left: []
out of memory: exit code 255, leases left: []
exit in a fiber: exit code 3, leases left: []
