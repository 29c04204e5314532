--TEST--
With a serializer and compression on the connection, Laravel leaves encoding to the client: types survive, scripts and locks agree
--EXTENSIONS--
ctype
mbstring
tokenizer
igbinary
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Support\Facades\{Cache, Queue, RateLimiter, Redis};

$server = Server::start();

foreach ([['serializer' => 'igbinary'], ['serializer' => 'php', 'compression' => 'zstd'], ['compression' => 'zstd'], ['serializer' => 'json']] as $options) {
    echo json_encode($options), "\n";
    $server->cmd('FLUSHALL');
    $app = laravel($server, ['REDIS_CACHE_DB' => 0], ['database.redis.options' => ['prefix' => 'p:'] + $options]);

    show('  values', array_map(fn ($value) => Cache::put('v', $value, 60) ? Cache::get('v') : null, [5, 1.5, '007', 'text', true, ['a' => [1, null]]]));
    $large = str_repeat('a lot of the same text ', 1000);
    Cache::put('large', $large, 60);
    show('  large', [Cache::get('large') === $large, $server->cmd('STRLEN', 'p:' . Cache::getPrefix() . 'large') < 2000]);
    show('  add, through a script', [Cache::add('added', ['x' => $large], 60), Cache::add('added', 1, 60), Cache::get('added') === ['x' => $large], $server->cmd('STRLEN', 'p:' . Cache::getPrefix() . 'added') < 2000]);
    show('  many', [Cache::putMany(['m1' => [1], 'm2' => 2], 60), Cache::many(['m1', 'm2', 'none'])]);
    show('  increment', [Cache::put('n', 5, 60), Cache::increment('n'), Cache::get('n') == 6]);
    show('  tags', [Cache::tags('t')->put('x', [1], 60), Cache::tags('t')->get('x'), Cache::tags('t')->flush(), Cache::tags('t')->get('x')]);
    $lock = Cache::lock('job', 60);
    show('  lock', [$lock->get(), Cache::lock('job', 60)->get(), Cache::lock('job', 60)->release(), method_exists($lock, 'refresh') ? $lock->refresh(100) : true, $lock->release(), Cache::lock('job')->get()]);
    show('  rate limit', [RateLimiter::hit('r', 60), RateLimiter::hit('r', 60), RateLimiter::attempts('r') == 2, RateLimiter::tooManyAttempts('r', 2)]);
    $connection = Redis::connection('cache');
    show('  the settings are back', [$connection->client()->getOption('serializer'), $connection->client()->getOption('compression')]);
    show('  compressed', [$connection->compressed(), $connection->zstdCompressed(), $connection->lz4Compressed(), $connection->lzfCompressed()]);
    show('  as it is', [$connection->withoutSerializationOrCompression(fn () => $connection->set('raw', '5')), $server->cmd('GET', 'p:raw'), $connection->get('raw')]);
    Queue::push('Job@handle', ['x' => 1]);
    show('  queue', [Queue::size(), Queue::pop()->payload()['data'], Queue::clear('default')]);
}
?>
--EXPECT--
{"serializer":"igbinary"}
  values: [5,1.5,"007","text",true,{"a":[1,null]}]
  large: [true,false]
  add, through a script: [true,false,true,false]
  many: [true,{"m1":[1],"m2":2,"none":null}]
  increment: [true,6,true]
  tags: [true,[1],true,null]
  lock: [true,false,false,true,true,true]
  rate limit: [1,2,true,true]
  the settings are back: ["igbinary","none"]
  compressed: [false,false,false,false]
  as it is: [true,"5",5]
  queue: [1,{"x":1},1]
{"serializer":"php","compression":"zstd"}
  values: [5,1.5,"007","text",true,{"a":[1,null]}]
  large: [true,true]
  add, through a script: [true,false,true,true]
  many: [true,{"m1":[1],"m2":2,"none":null}]
  increment: [true,6,true]
  tags: [true,[1],true,null]
  lock: [true,false,false,true,true,true]
  rate limit: [1,2,true,true]
  the settings are back: ["php","zstd"]
  compressed: [true,true,false,false]
  as it is: [true,"5",5]
  queue: [1,{"x":1},1]
{"compression":"zstd"}
  values: ["5","1.5","007","text",true,{"a":[1,null]}]
  large: [true,true]
  add, through a script: [true,false,true,true]
  many: [true,{"m1":[1],"m2":"2","none":null}]
  increment: [true,6,true]
  tags: [true,[1],true,null]
  lock: [true,false,false,true,true,true]
  rate limit: [1,2,true,true]
  the settings are back: ["none","zstd"]
  compressed: [true,true,false,false]
  as it is: [true,"5","5"]
  queue: [1,{"x":1},1]
{"serializer":"json"}
  values: [5,1.5,"007","text",true,{"a":[1,null]}]
  large: [true,false]
  add, through a script: [true,false,true,false]
  many: [true,{"m1":[1],"m2":2,"none":null}]
  increment: [true,6,true]
  tags: [true,[1],true,null]
  lock: [true,false,false,true,true,true]
  rate limit: [1,2,true,true]
  the settings are back: ["json","none"]
  compressed: [false,false,false,false]
  as it is: [true,"5",5]
  queue: [1,{"x":1},1]
