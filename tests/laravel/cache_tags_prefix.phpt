--TEST--
Flushing tags works whatever characters the prefixes have: those that mean something to SCAN, Lua and regular expressions too
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

use Illuminate\Support\Facades\Cache;

$server = Server::start();
laravel($server, ['REDIS_PREFIX' => 'shop-1.%d*_', 'CACHE_PREFIX' => '(a+b)?c/', 'REDIS_CACHE_DB' => 0]);

Cache::tags(['a', 'b'])->put('ab', 1, 60);
Cache::tags('b')->put('only b', 1, 60);
Cache::put('plain', 1, 60);
show('flush', Cache::tags('a')->flush());
// The value has left the set of a, which is gone with its last entry. In that of b its entry stays, as with any client.
$keys = $server->cmd('KEYS', '*');
sort($keys);
show('keys', preg_replace('/[0-9a-f]{40}/', 'HASH', $keys));
show('entries of b', $server->cmd('ZCARD', 'shop-1.%d*_(a+b)?c/tag:b:entries'));
show('flush', [Cache::tags(['a', 'b'])->flush(), Cache::getStore()->flushStaleTags(), $server->cmd('DBSIZE')]);
?>
--EXPECT--
flush: true
keys: ["shop-1.%d*_(a+b)?c/HASH:only b","shop-1.%d*_(a+b)?c/plain","shop-1.%d*_(a+b)?c/tag:b:entries"]
entries of b: 2
flush: [true,null,1]
