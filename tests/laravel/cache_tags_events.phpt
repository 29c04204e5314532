--TEST--
Flushing tags is announced with the events of Laravel 12, which tell the tags
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

use Illuminate\Cache\Events\{CacheFlushed, CacheFlushing};
use Illuminate\Support\Facades\{Cache, Event};

$server = Server::start();
laravel($server);

Cache::tags(['a', 'b'])->put('x', 1, 60);
Event::listen(
    [CacheFlushing::class, CacheFlushed::class],
    fn (object $event) => show(class_basename($event), [$event->storeName, $event->tags, Cache::tags(['a', 'b'])->get('x')])
);
Cache::tags(['a', 'b'])->flush();
?>
--EXPECT--
CacheFlushing: ["redis",["a","b"],"1"]
CacheFlushed: ["redis",["a","b"],null]
