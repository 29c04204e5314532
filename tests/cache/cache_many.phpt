--TEST--
Cache::many() and putMany(): one round trip, keys as PHP has them, defaults, huge inputs
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/proxy.inc';
use Rediskit\Cache;
use Rediskit\Tests\{Proxy, Server};

$server = Server::start();
$proxy = Proxy::to($server->socket);
$cache = new Cache($proxy->dsn(), ['prefix' => 'p:']);
$cache->has('connects');

echo "putMany: ", $proxy->trips(fn() => $cache->putMany(['1' => 'one', 'b' => [2], '-3' => null, '04' => 4.5], 60)), " round trip\n";
echo $server->cmd('GET', 'p:1'), ' ', $server->cmd('PTTL', 'p:-3') > 59000 ? 'with' : 'without', " a time to live\n";
echo "many: ", $proxy->trips(function () use ($cache, &$values) {
    $values = $cache->many([1, 'b', '-3', '04', 'gone', 'elsewhere' => 'default', 'b']);
}), " round trip\n";
var_dump($values);
var_dump($cache->many([]), $cache->putMany([]));

echo "300 keys: ";
$values = [];
for ($i = 0; $i < 5000; $i++) {
    $values["key $i"] = $i % 3 ? $i : [$i];
}
$some = array_slice($values, 0, 300);
echo $proxy->trips(fn() => $cache->putMany($some)), ' and ', $proxy->trips(function () use ($cache, $some, &$read) {
    $read = $cache->many(array_keys($some));
}), " round trips, ", $read === $some ? 'all equal' : 'different', "\n";
echo "5,000 keys: ", $cache->putMany($values) && $cache->many(array_keys($values)) === $values ? 'all equal' : 'different', "\n";
$commands = $server->commands(fn() => $cache->many(array_keys($values)));
echo count($commands), ' commands, the largest has ', max(array_map('count', $commands)) - 1, " keys\n";

echo "20 MB: ";
$plain = new Cache($proxy->dsn(), ['prefix' => 'p:', 'compression' => 'none']);
$plain->has('connects');
$big = array_fill(0, 20, str_repeat('x', 1 << 20));
echo $plain->putMany($big) && $plain->many(range(0, 19)) === $big ? 'all equal' : 'different', "\n";

echo "nothing left removes: ";
$cache->putMany(['1' => 'x', 'b' => 'y'], 0);
var_dump($cache->many([1, 'b']) === [1 => null, 'b' => null]);

echo "references: ";
$x = 'seen';
$names = ['r'];
$list = ['r' => &$x];
$cache->putMany($list);
foreach ($names as &$name) {
}
var_dump($cache->many($names));

foreach ([[[]], [1.5], [null], [true]] as $keys) {
    try {
        $cache->many($keys);
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
}
try {
    $cache->putMany(['before' => 1, 'bad' => fn() => 1]);
} catch (Exception $error) {
    echo get_class($error), ', before: ';
    var_dump($cache->get('before'));
}
?>
--EXPECTF--
putMany: 1 round trip
one with a time to live
many: 1 round trip
array(6) {
  [1]=>
  string(3) "one"
  ["b"]=>
  array(1) {
    [0]=>
    int(2)
  }
  [-3]=>
  NULL
  ["04"]=>
  float(4.5)
  ["gone"]=>
  NULL
  ["elsewhere"]=>
  string(7) "default"
}
array(0) {
}
bool(true)
300 keys: 1 and 1 round trips, all equal
5,000 keys: all equal
5 commands, the largest has 1000 keys
20 MB: all equal
nothing left removes: bool(true)
references: array(1) {
  ["r"]=>
  string(4) "seen"
}
Rediskit\Cache::many(): Argument #1 ($keys) must be a list of keys (string or int) or an array key => default, but it has an element of type array
Rediskit\Cache::many(): Argument #1 ($keys) must be a list of keys (string or int) or an array key => default, but it has an element of type float
Rediskit\Cache::many(): Argument #1 ($keys) must be a list of keys (string or int) or an array key => default, but it has an element of type null
Rediskit\Cache::many(): Argument #1 ($keys) must be a list of keys (string or int) or an array key => default, but it has an element of type %s
%s, before: NULL
