--TEST--
Laravel's cache tags: values belong to their tags, flush() removes them and nothing else, stale entries are pruned
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

use Illuminate\Support\Carbon;
use Illuminate\Support\Facades\Cache;

$server = Server::start();
laravel($server, ['REDIS_PREFIX' => 'shop-1_', 'CACHE_PREFIX' => 'cache-b:', 'REDIS_CACHE_DB' => 0]);
$keys = function () use ($server) {
    $keys = $server->cmd('KEYS', '*');
    sort($keys);
    return $keys;
};

$people = Cache::tags(['people', 'authors']);
show('put', [$people->put('anne', ['name' => 'Anne'], 60), $people->get('anne'), Cache::get('anne')]);
show('other tags, other value', [Cache::tags(['people'])->get('anne'), Cache::tags(['authors', 'people'])->get('anne')]);
show('many', [$people->putMany(['x' => 1, 'y' => 2], 60), $people->many(['x', 'y', 'z'])]);
show('add', [$people->add('once', 1, 60), $people->add('once', 2, 60), $people->get('once')]);
show('remember', [$people->remember('r', 60, fn () => 'computed'), $people->remember('r', 60, fn () => 'again')]);
show('increment', [$people->increment('n'), $people->increment('n', 5), $people->decrement('n')]);
show('forever', [$people->forever('f', 'always'), $people->get('f')]);
show('forget', [$people->forget('f'), $people->get('f')]);
show('the sets', array_map(
    fn ($tag) => $server->cmd('ZCARD', "shop-1_cache-b:tag:$tag:entries"),
    ['people', 'authors']
));

// What one tag's flush removes, and what it leaves.
Cache::tags('people')->put('bob', 'Bob', 60);
Cache::tags('cities')->put('rome', 'Rome', 60);
Cache::put('plain', 'stays', 60);
show('flush', Cache::tags('authors')->flush());
show('gone', [$people->get('anne'), $people->get('x'), $people->get('n'), $people->get('r')]);
show('there', [Cache::tags('people')->get('bob'), Cache::tags('cities')->get('rome'), Cache::get('plain')]);
show('flush of an empty tag', Cache::tags('never used')->flush());
show('flush of several', [Cache::tags(['people', 'cities'])->flush(), Cache::tags('cities')->get('rome')]);
show('keys left', $keys());

// More entries than one step takes.
$numbers = Cache::tags(['numbers']);
foreach (array_chunk(range(1, 2500), 500) as $chunk) {
    $numbers->putMany(array_combine(array_map(fn ($n) => "number $n", $chunk), $chunk), 60);
}
show('2500 values', [$numbers->get('number 2500'), $server->cmd('DBSIZE')]);
show('flush', [$numbers->flush(), $keys()]);

// Entries of values whose time is over leave the sets when stale tags are pruned, in all sets.
Carbon::setTestNow(Carbon::now()->subMinutes(10));
Cache::tags('old')->put('a', 1, 60);
Cache::tags('older')->put('b', 1, 60);
Carbon::setTestNow();
Cache::tags('old')->put('fresh', 1, 60);
Cache::tags('old')->forever('always', 1);
Cache::getStore()->flushStaleTags();
show('pruned', array_map(
    fn ($tag) => $server->cmd('ZCARD', "shop-1_cache-b:tag:$tag:entries"),
    ['old', 'older']
));
?>
--EXPECT--
put: [true,{"name":"Anne"},null]
other tags, other value: [null,null]
many: [true,{"x":"1","y":"2","z":null}]
add: [true,false,"1"]
remember: ["computed","computed"]
increment: [1,6,5]
forever: [true,"always"]
forget: [true,null]
the sets: [7,7]
flush: true
gone: [null,null,null,null]
there: ["Bob","Rome","stays"]
flush of an empty tag: true
flush of several: [true,null]
keys left: ["shop-1_cache-b:plain"]
2500 values: ["2500",2502]
flush: [true,["shop-1_cache-b:plain"]]
pruned: [2,0]
