--TEST--
Each allocation of each call of a Cache fails: no crash, no leak, a clear exception, and the next call works
--EXTENSIONS--
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Cache, Client};

require __DIR__ . '/../inc/allocations.inc';

$server = Server::start();
$kept = new Client($server->dsn());
$large = str_repeat('0123456789abcdef', 8192);
// The buffers of large requests are not kept: what comes next needs some again.
$failing = new Allocations($kept, fn() => $kept->pipeline()->set('large', $large)->exec());
$kept->ping();
$big = array_map(fn(int $i) => ["name $i", "value $i"], range(1, 1000));
$fresh = fn(array $o = []) => new Cache(new Client(['url' => $server->dsn(), 'persistent' => false]), $o + ['prefix' => 'cache:']);

$caches = [
    'Cache' => $fresh,
    'Cache, connected' => fn(array $o = []) => new Cache($kept, $o + ['prefix' => 'cache:']),
    'Cache with zstd' => fn(array $o = []) => new Cache($kept, $o + ['prefix' => 'zstd:', 'compression' => 'zstd']),
    'Cache with a key' => fn(array $o = []) => new Cache($kept, $o + ['prefix' => 'mac:', 'mac_key' => str_repeat('k', 32)]),
];
foreach ($caches as $kind => $make) {
    $make()->putMany(['a' => 'text', 'b' => [1, 2], 'big' => $big]);
    $failing->each("$kind options", fn() => $make(['wait' => 1, 'compute_ttl' => 2, 'serializer' => 'php', 'allowed_classes' => ['A']])->get('none'));
    $failing->each("$kind get", fn() => $make()->get('a'));
    $failing->each("$kind get of a big value", fn() => $make()->get('big') == $big);
    $failing->each("$kind many", fn() => $make()->many(['a', 'b', 'none', 'big']) == ['a' => 'text', 'b' => [1, 2], 'none' => null, 'big' => $big]);
    $failing->each("$kind put", fn() => [$make()->put('c', $big, 60), $make()->get('c') == $big]);
    $failing->each("$kind putMany", fn() => $make()->putMany(['c' => 1, 'd' => $big, 'e' => 'x'], 60));
    $failing->each("$kind add", fn() => $make()->add('a', 1, 60));
    $failing->each("$kind remember, a hit", fn() => $make()->remember('a', 60, fn() => 'other'));
    $failing->each("$kind remember", fn() => $make()->remember('computed', 60, fn() => [1, 2, 3]), fn() => $make()->forget('computed'));
    $failing->each("$kind remember of a big value", fn() => $make()->remember('computed', 60, fn() => $big) == $big, fn() => $make()->forget('computed'));
    $failing->each("$kind forget", fn() => is_bool($make()->forget('c')));
    $failing->each("$kind pull", fn() => $make()->pull('none', 'default'));
    $failing->each("$kind touch", fn() => $make()->touch('a', 60));
    $tagged = fn() => $make()->tags('one', 'two');
    $failing->each("$kind tags putMany", fn() => [$tagged()->putMany(['c' => 1, 'd' => $big, 'e' => 'x'], 60), $tagged()->many(['c', 'e'])], fn() => $tagged()->flush());
    $failing->each("$kind flush", fn() => $make()->flush() > 0, fn() => $make()->putMany(['a' => 'text', 'b' => [1, 2], 'big' => $big]));
}
// One context is kept, for the key used last.
$others = new Cache($kept, ['prefix' => 'mac:', 'mac_key' => str_repeat('o', 32)]);
$failing->each('Cache with another key', fn() => $caches['Cache with a key']()->put('mine', 'text'), fn() => $others->put('others', 'text'));
$failing->each('Cache by DSN', fn() => (new Cache($server->dsn(['persistent' => 0])))->get('none'));
$failing->each('Cache lock', fn() => $fresh()->lock('x')->run(fn() => 1));
$failing->each('Cache increment', fn() => $fresh()->increment('n') > 0);
$failing->finish();
?>
--EXPECTF--
%d calls, %d failures, %d of them thrown
