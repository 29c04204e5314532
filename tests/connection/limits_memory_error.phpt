--TEST--
A reply that memory_limit has no room for is a CommandException, not the end of the process; without a limit it is a reply
--SKIPIF--
<?php if (getenv('USE_ZEND_ALLOC') === '0') die('skip unavailable: memory_limit needs the Zend allocator');
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/connection.inc';

$server = Server::start();
$server->cmd('SET', 'large', str_repeat('x', 12 << 20));
$server->cmd('SET', 'medium', str_repeat('x', 40000));
$setup = '$client = new Rediskit\Client(' . var_export($server->dsn(), true) . ');
    function attempt(callable $work): void {
        try {
            echo strlen($work()), "\n";
        } catch (Rediskit\CommandException $error) {
            echo $error->getMessage(), "\n";
        }
    }';

foreach (['-1', '8M'] as $limit) {
    echo "-- $limit\n", run_php("$setup
        attempt(fn() => \$client->get('large'));
        attempt(fn() => \$client->get('medium'));", ['memory_limit' => $limit]);
}
echo "-- 8M, and all of it in use\n", run_php("$setup
    \$client->ping();
    for (\$held = []; memory_get_usage(true) < 8 << 20;) {
        \$held[] = str_repeat('x', (2 << 20) - 100);
    }
    attempt(fn() => \$client->get('medium'));
    \$held = [];
    attempt(fn() => \$client->get('medium'));", ['memory_limit' => '8M']);
?>
--EXPECT--
-- -1
12582912
40000
-- 8M
The reply does not fit into memory_limit: fetch less at a time, or raise memory_limit
40000
-- 8M, and all of it in use
The reply does not fit into memory_limit: fetch less at a time, or raise memory_limit
40000
