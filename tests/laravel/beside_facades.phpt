--TEST--
docs/laravel.md: Rediskit\Cache, Lock and Counter over a connection of Laravel's, and what is there while Redis is away
--EXTENSIONS--
ctype
mbstring
tokenizer
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Support\Facades\{Cache, Redis};

$server = Server::start();
$app = laravel($server, [], ['cache.stores.failover' => ['driver' => 'failover', 'stores' => ['redis', 'array']]]);
$app->singleton(\Rediskit\Cache::class, fn () => new \Rediskit\Cache(
    Redis::connection('cache')->client(),
    ['prefix' => 'computed:', 'on_error' => 'miss'],
));
$rows = [['id' => 1, 'name' => 'Kettle'], ['id' => 2, 'name' => 'Cup']];
$products = fn () => app(\Rediskit\Cache::class)->remember('products', 60, fn () => $rows, stale: 300);
show('computed', $products());
show('there', app(\Rediskit\Cache::class)->has('products'));
Cache::put('products', 'of the facade', 60);
show('each has its own', [Cache::get('products'), $products()[0]['name']]);
show('lock, counter', [(new \Rediskit\Lock(Redis::connection()->client(), 'x'))->acquire(), (new \Rediskit\Counter(Redis::connection()->client(), 'n'))->increment()]);
show('health', Redis::connection()->client()->health()['status']);
$keys = $server->cmd('KEYS', '*');
sort($keys);
show('keys', $keys);
$server->cmd('SELECT', '1');
$keys = $server->cmd('KEYS', '*');
sort($keys);
show('of the cache', $keys);

$server->kill();
show('health', Redis::connection()->client()->health()['status']);
show_error('the facade', fn () => str_contains((string) Cache::get('products'), 'facade'));
show('on_error: miss', $products()[1]['name']);
show('failover', [Cache::store('failover')->put('a', 1, 60), Cache::store('failover')->get('a')]);
?>
--EXPECTF--
computed: [{"id":1,"name":"Kettle"},{"id":2,"name":"Cup"}]
there: true
each has its own: ["of the facade","Kettle"]
lock, counter: [true,1]
health: "ok"
keys: ["shop_database_n","shop_database_{x}:fence","shop_database_{x}:lock"]
of the cache: ["shop_database_computed:products","shop_database_shop_cache_products"]
health: "down"
the facade: Rediskit\ConnectionException: Connection refused by %s
on_error: miss: "Cup"
failover: [true,1]
