--TEST--
Cache::tags(): bad tags, and a TaggedCache is made by tags() only
--EXTENSIONS--
rediskit
--FILE--
<?php
use Rediskit\Cache;

$cache = new Cache('redis://127.0.0.1:1');
foreach ([[], [[]], [''], ['a', ''], [['a', '']], [[1]], [['a', null]], [[['a']]], array_map(strval(...), range(1, 101)), [range('a', 'z'), array_map(strval(...), range(1, 75))]] as $tags) {
    try {
        $cache->tags(...$tags);
        echo "no error\n";
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
var_dump($cache->tags(array_map(strval(...), range(1, 100)), '1', ['2']) instanceof Rediskit\TaggedCache);
foreach ([fn() => new Rediskit\TaggedCache(), fn() => clone $cache->tags('a'), fn() => serialize($cache->tags('a')),
    fn() => $cache->tags('a')->increment('n', 1, 0), fn() => $cache->tags('a')->remember('n', 1, 'nothing'),
    fn() => $cache->tags('a')->get('n'), fn() => $cache->tags('a')->flush(), fn() => $cache->tags('a')->remember('n', 1, fn() => print 'computed')] as $what) {
    try {
        $what();
        echo "no error\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', strtok($error->getMessage(), "\n"), "\n";
    }
}
?>
--EXPECTF--
ValueError: Rediskit\Cache::tags() needs at least one tag
ValueError: Rediskit\Cache::tags() needs at least one tag
ValueError: Rediskit\Cache::tags(): Argument #1 must be a tag, or a list of tags, but one is an empty string
ValueError: Rediskit\Cache::tags(): Argument #2 must be a tag, or a list of tags, but one is an empty string
ValueError: Rediskit\Cache::tags(): Argument #1 must be a tag, or a list of tags, but one is an empty string
TypeError: Rediskit\Cache::tags(): Argument #1 must be a tag, or a list of tags: strings, but one is int
TypeError: Rediskit\Cache::tags(): Argument #1 must be a tag, or a list of tags: strings, but one is null
TypeError: Rediskit\Cache::tags(): Argument #1 must be a tag, or a list of tags: strings, but one is array
ValueError: Rediskit\Cache::tags() takes at most 100 tags, 101 given
ValueError: Rediskit\Cache::tags() takes at most 100 tags, 101 given
bool(true)
Error: %s
Error: %s
Exception: %s
ValueError: Rediskit\TaggedCache::increment(): Argument #3 %s
TypeError: Rediskit\TaggedCache::remember(): Argument #3 %s
Rediskit\ConnectionException: %s
Rediskit\ConnectionException: %s
Rediskit\ConnectionException: %s
