--TEST--
Cache::pull() gives a value to one caller only, also on servers without GETDEL
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\parallel_results;

foreach (['with GETDEL' => [], 'without' => ['rename-command' => ['GETDEL ""']]] as $name => $config) {
    $server = Server::start($config);
    $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
    $cache->put('k', ['v']);
    var_dump($cache->pull('k'), $cache->pull('k'), $cache->pull('k', 'default'));
    $cache->put('null', null);
    var_dump($cache->pull('null', 'default'), $cache->pull('null', 'default'));
    echo "$name: ", $server->commands(fn() => $cache->pull('k'))[0][0], ', ', $server->roundTrips(fn() => $cache->pull('k')), " round trip\n";

    for ($i = 0; $i < 200; $i++) {
        $cache->put("ticket $i", $i);
    }
    $pulled = array_merge(...parallel_results(4, function () use ($server) {
        $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
        for ($i = 0, $mine = []; $i < 200; $i++) {
            if (($ticket = $cache->pull("ticket $i")) !== null) {
                $mine[] = $ticket;
            }
        }
        return $mine;
    }));
    sort($pulled);
    var_dump($pulled === range(0, 199));
}
?>
--EXPECT--
array(1) {
  [0]=>
  string(1) "v"
}
NULL
string(7) "default"
NULL
string(7) "default"
with GETDEL: GETDEL, 1 round trip
bool(true)
array(1) {
  [0]=>
  string(1) "v"
}
NULL
string(7) "default"
NULL
string(7) "default"
without: EVALSHA, 1 round trip
bool(true)
