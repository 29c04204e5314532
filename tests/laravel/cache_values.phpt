--TEST--
Laravel's redis cache store keeps, finds, counts and removes values
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
use Illuminate\Support\Facades\{Cache, Redis};

$server = Server::start();
laravel($server);

// Numbers are stored raw and come back as text; all else is serialized.
$values = ['int' => 5, 'float' => 1.5, 'numeric' => '007', 'text' => "tëxt\0\r\n", 'empty' => '', 'true' => true, 'false' => false,
    'list' => [1, ['a' => null]], 'huge' => str_repeat('x', 200000), 'nan' => INF];
foreach ($values as $name => $value) {
    $stored = Cache::put($name, $value, 60);
    $found = Cache::get($name);
    show($name, [$stored, $name === 'huge' || $name === 'nan' ? $found === $value : $found]);
}
Cache::put('object', new \ArrayObject([1, 2]), 60);
var_dump(Cache::get('object') == new \ArrayObject([1, 2]));
Cache::put('null', null, 60);
show('null reads as a miss', Cache::get('null', 'default'));
show('missing', [Cache::get('none'), Cache::get('none', fn () => 'computed'), Cache::has('int'), Cache::missing('int')]);

show('many', Cache::many(['int', 'none', 'list', 'also none' => 'default']));
show('putMany', [Cache::putMany(['a' => 1, 'b' => 'two'], 60), Cache::many(['a', 'b'])]);
show('putMany forever', [Cache::putMany(['c' => 3]), Redis::connection('cache')->ttl(Cache::getPrefix() . 'c')]);

show('add', [Cache::add('new', 'first', 60), Cache::add('new', 'second', 60), Cache::get('new')]);
show('add forever', [Cache::add('new2', 'first'), Cache::add('new2', 'second'), Cache::get('new2')]);
show('forever', [Cache::forever('always', [1]), Cache::get('always'), Redis::connection('cache')->ttl(Cache::getPrefix() . 'always')]);
show('pull', [Cache::pull('always'), Cache::pull('always', 'gone')]);
show('forget', [Cache::forget('a'), Cache::forget('a')]);

show('increment', [Cache::increment('n'), Cache::increment('n', 10), Cache::decrement('n'), Cache::decrement('n', 20), Cache::get('n')]);
show('increment of what put() stored', [Cache::put('m', 41, 60), Cache::increment('m')]);

// remember computes once, and not at all when a value is there; false is a value.
$calls = 0;
$compute = function () use (&$calls) {
    $calls++;
    return ['computed', $calls];
};
show('remember', [Cache::remember('r', 60, $compute), Cache::remember('r', 60, $compute), $calls]);
show('rememberForever', [Cache::rememberForever('rf', $compute), Cache::rememberForever('rf', $compute), $calls]);
show('sear', [Cache::sear('s', fn () => false), Cache::sear('s', fn () => true)]);
try {
    Cache::remember('throws', 60, fn () => throw new \LogicException('from the callback'));
} catch (\LogicException $error) {
    show('a throwing callback stores nothing', [$error->getMessage(), Cache::has('throws')]);
}

// Times to live: seconds, intervals, dates; none is left of those that are over.
foreach (['int' => 100, 'interval' => new \DateInterval('PT100S'), 'date' => Carbon::now()->addSeconds(100)] as $name => $ttl) {
    Cache::put("ttl $name", 1, $ttl);
    $left = Redis::connection('cache')->ttl(Cache::getPrefix() . "ttl $name");
    var_dump($left >= 95 && $left <= 100);
}
Cache::put('over', 1, 60);
show('a ttl of 0 removes', [Cache::put('over', 2, 0), Cache::has('over')]);

// Fresh for 10 seconds, stale for 10 more: a stale value is given at once and computed again after the response.
Carbon::setTestNow(Carbon::now());
$runs = 0;
$flexible = function () use (&$runs) {
    return Cache::flexible('flexible', [10, 20], function () use (&$runs) {
        return 'run ' . ++$runs;
    });
};
show('flexible, cold and fresh', [$flexible(), $flexible()]);
Carbon::setTestNow(Carbon::now()->addSeconds(11));
show('flexible, stale', $flexible());
app(\Illuminate\Support\Defer\DeferredCallbackCollection::class)->invoke();
show('flexible, refreshed', $flexible());
Carbon::setTestNow();

// flush() empties the cache's own database and no other.
Redis::set('elsewhere', 'stays');
show('flush', [Cache::flush(), Cache::get('int'), Redis::get('elsewhere'), Redis::connection('cache')->dbsize()]);
?>
--EXPECT--
int: [true,"5"]
float: [true,"1.5"]
numeric: [true,"007"]
text: [true,"tëxt\u0000\r\n"]
empty: [true,""]
true: [true,true]
false: [true,false]
list: [true,[1,{"a":null}]]
huge: [true,true]
nan: [true,true]
bool(true)
null reads as a miss: "default"
missing: [null,"computed",true,false]
many: {"int":"5","none":null,"list":[1,{"a":null}],"also none":"default"}
putMany: [true,{"a":"1","b":"two"}]
putMany forever: [true,-1]
add: [true,false,"first"]
add forever: [true,false,"first"]
forever: [true,[1],-1]
pull: [[1],"gone"]
forget: [true,false]
increment: [1,11,10,-10,"-10"]
increment of what put() stored: [true,42]
remember: [["computed",1],["computed",1],1]
rememberForever: [["computed",2],["computed",2],2]
sear: [false,false]
a throwing callback stores nothing: ["from the callback",false]
bool(true)
bool(true)
bool(true)
a ttl of 0 removes: [true,false]
flexible, cold and fresh: ["run 1","run 1"]
flexible, stale: "run 1"
flexible, refreshed: "run 2"
flush: [true,null,"stays",0]
