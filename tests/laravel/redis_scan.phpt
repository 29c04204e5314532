--TEST--
The Redis facade walks keys and collections with SCAN cursors, from '0' or null, until there is nothing more
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

use Illuminate\Support\Facades\Redis;

$server = Server::start();
laravel($server);
foreach (range(1, 1000) as $n) {
    $server->cmd('SET', "shop_database_key:$n", $n);
    $server->cmd('HSET', 'shop_database_hash', "field $n", $n);
    $server->cmd('SADD', 'shop_database_set', "member $n");
    $server->cmd('ZADD', 'shop_database_zset', $n, "member $n");
}

/** Walks as Laravel's documentation and its own code do. */
$walk = function (callable $scan, null|int|string $cursor): array {
    $found = [];
    $calls = 0;
    do {
        $answer = $scan($cursor);
        if ($answer === false) {
            // How Laravel says that the last page was empty; which page is, differs from server to server.
            $cursor = 0;
            break;
        }
        [$cursor, $chunk] = $answer;
        $found += array_is_list($chunk) ? array_fill_keys($chunk, true) : $chunk;
    } while ((string) $cursor !== '0' && ++$calls < 500);
    return [count($found), $calls > 1, $cursor];
};
// phpredis 6.1 and later begins at null, others at '0' too.
$start = redis_client() === 'phpredis' && version_compare(phpversion('redis'), '6.1.0', '>=') ? null : '0';
show('scan', $walk(fn ($cursor) => Redis::scan($cursor, ['match' => 'shop_database_key:*', 'count' => 50]), $start));
show('hscan', $walk(fn ($cursor) => Redis::hscan('hash', $cursor, ['match' => 'field 1*', 'count' => 50]), $start));
show('sscan', $walk(fn ($cursor) => Redis::sscan('set', $cursor, ['count' => 50]), $start));
show('zscan', $walk(fn ($cursor) => Redis::zscan('zset', $cursor), null));
// Keys come as the server has them, the prefix included.
$cursor = null;
$keys = [];
do {
    $answer = Redis::scan($cursor, ['match' => '*key:77*']);
    if (! is_array($answer)) {
        break;
    }
    $cursor = $answer[0];
    $keys = [...$keys, ...$answer[1]];
} while ($cursor !== 0);
sort($keys);
show('keys', $keys);
show('a hash', Redis::hmset('small', ['a' => 1, 'b' => 2]) ? Redis::hscan('small', null)[1] : null);
show('nothing there', [Redis::zscan('none', null), Redis::scan(null, ['match' => 'none'])[1] ?? null]);
?>
--EXPECT--
scan: [1000,true,0]
hscan: [112,true,0]
sscan: [1000,true,0]
zscan: [1000,true,0]
keys: ["shop_database_key:77","shop_database_key:770","shop_database_key:771","shop_database_key:772","shop_database_key:773","shop_database_key:774","shop_database_key:775","shop_database_key:776","shop_database_key:777","shop_database_key:778","shop_database_key:779"]
a hash: {"a":"1","b":"2"}
nothing there: [false,[]]
