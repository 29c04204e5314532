--TEST--
examples/cache: each does what its header says
--EXTENSIONS--
rediskit
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$cache = new \Rediskit\Cache($server->dsn(['prefix' => 'shop:cache:']));

/** Runs an example as its header says, and returns all it prints. */
function example(string $name, string ...$arguments): string
{
    global $server;
    $command = [...php_command(), dirname(__DIR__, 2) . "/examples/cache/$name.php", ...$arguments];
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, null, ['REDIS_URL' => $server->dsn()] + getenv());
    $output = stream_get_contents($pipes[1]);
    $status = proc_close($process);
    return $output . ($status === 0 ? '' : "exit code $status\n");
}

echo "-- catalogue\n";
foreach (['category=tea&sort=price', 'sort=price&category=tea', 'sort=price&category=tea&utm_source=x&page[]=1', 'category=coffee&sort=price'] as $query) {
    echo preg_replace('/[\d.]+ ms/', '... ms', example('catalogue', $query)), count($server->cmd('KEYS', 'shop:cache:catalogue:*')), " pages\n";
}
foreach ($server->cmd('KEYS', 'shop:cache:catalogue:*') as $key) {
    echo $server->cmd('TTL', $key) <= 300 && $server->cmd('TTL', $key) > 200 ? "at most five minutes\n" : "wrong\n";
}

echo "-- cart\n";
echo example('cart', 'c1'), example('cart', 'c1', 'kettle'), example('cart', 'c1', 'cup', '3'), example('cart', 'c1', 'kettle', '2'), example('cart', 'c2');
foreach ($server->cmd('KEYS', 'shop:cart:*') as $key) {
    echo $server->cmd('TTL', $key) > 6 * 86400 ? "a week\n" : "wrong: $key\n";
}

echo "-- warm-up\n";
$output = example('warm-up');
echo substr_count($output, "\r"), strstr($output, "\r5000"), $cache->get('product:4711')['name'], ', ', $cache->ttl('product:1') > 600 ? 'until after the next run' : 'wrong', "\n";
$lock = $cache->lock('warm-up');
$lock->acquire();
echo example('warm-up');
$lock->release();

echo "-- dashboard\n";
$figures = fn() => strstr(example('dashboard'), ',', true);
echo $figures() === $figures() ? "the same figures\n" : "computed again\n";
$cache->forget('dashboard');
$cache->flexible('dashboard', [0.001, 60], fn() => ['orders' => 7, 'computed' => 'yesterday']);
usleep(2000);
echo preg_replace('/[\d.]+ ms/', '... ms', example('dashboard')), $cache->get('dashboard')['orders'] >= 1000 ? "and refreshed\n" : "and not refreshed\n";

echo "-- dictionary\n";
$folder = temp_dir() . '/dictionaries';
$before = example('dictionary', $folder);
echo $before, example('dictionary', $folder, 'train'), example('dictionary', $folder, 'train'), $after = example('dictionary', $folder);
$bytes = fn(string $output): int => (int) substr(strstr($output, 'takes '), 6);
echo $bytes($after) < $bytes($before) ? "smaller\n" : "not smaller\n";
?>
--EXPECTF--
-- catalogue
20 products in ... ms
1 pages
20 products in ... ms
1 pages
20 products in ... ms
1 pages
20 products in ... ms
2 pages
at most five minutes
at most five minutes
-- cart
in the cart: 0
kettle: 1
in the cart: 1
cup: 3
in the cart: 4
kettle: 3
in the cart: 6
in the cart: 0
a week
a week
a week
-- warm-up
10%w5000 products
5000 products are warm
Kettle 4711, until after the next run
Another run is still busy.
-- dashboard
the same figures
7 orders (of yesterday), shown after ... ms
and refreshed
-- dictionary
0 dictionaries; a product of %d bytes takes %d on the server, and reads as it was
%d bytes in %d-%d-%d.zdict
There is nothing new to learn.
1 dictionaries; a product of %d bytes takes %d on the server, and reads as it was
smaller
