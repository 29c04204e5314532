--TEST--
Cache::flush() removes exactly what is under its own prefix, in bounded steps, without FLUSHDB and KEYS
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start(['rename-command' => ['FLUSHDB ""', 'FLUSHALL ""', 'KEYS ""']]);
$cache = new Cache($server->dsn(), ['prefix' => 'shop:']);
var_dump($cache->flush());

$values = [];
for ($i = 0; $i < 50000; $i++) {
    $values[$i] = $i;
}
$cache->putMany($values);
$others = ['other', 'shop', 'xshop:1', 'shopping:1', '{xshop:1}:lease', 'shop:{a}:lock', 'shop:{a}:fence', '{shop:a}:lock'];
foreach ($others as $other) {
    $server->cmd('SET', $other, 'stays');
}
$commands = $server->commands(function () use ($cache) {
    var_dump($cache->flush());
});
var_dump((int) $server->cmd('DBSIZE') === count($others));
$names = array_count_values(array_column($commands, 0));
ksort($names);
echo implode(' ', array_keys($names)), ': ', $names['UNLINK'] > 20 && $names['UNLINK'] <= 60 ? 'in steps' : json_encode($names), ', ',
    max(array_map('count', $commands)) < 2000 ? 'bounded' : 'unbounded', "\n";

echo "what globs know is only itself:\n";
$server->cmd('CONFIG', 'SET', 'save', '');
foreach (['a*:', 'a?:', 'a[bc]:', 'a\\*:', 'a[^b]:', '*'] as $prefix) {
    $decoys = ['ab:1', 'abc:1', 'a:1', 'a*x:1', 'a\\x:1', 'ab', 'ax:1'];
    foreach ($decoys as $decoy) {
        $server->cmd('SET', $decoy, 'stays');
    }
    $cache = new Cache($server->dsn(), ['prefix' => $prefix]);
    $cache->putMany(['1' => 1, '2' => 2]);
    echo $prefix, ' ', $cache->flush(), ' ', $server->cmd('EXISTS', ...$decoys), "\n";
}

echo "no prefix:\n";
foreach ([new Cache($server->dsn()), new Cache($server->dsn(), ['prefix' => ''])] as $cache) {
    try {
        $cache->flush();
    } catch (Rediskit\ConfigException $error) {
        echo $error->getMessage(), "\n";
    }
}
ini_set('rediskit.prefix', 'everybody:');
try {
    (new Cache($server->dsn()))->flush();
} catch (Rediskit\ConfigException $error) {
    echo $error->getMessage(), "\n";
}
ini_restore('rediskit.prefix');

echo "the prefix of a DSN of its own: ";
$cache = new Cache($server->dsn(['prefix' => 'mine:']));
$cache->put('a', 1);
echo $server->cmd('GET', 'mine:a'), ' ', $cache->flush(), "\n";
?>
--EXPECT--
int(0)
int(50000)
bool(true)
SCAN UNLINK: in steps, bounded
what globs know is only itself:
a*: 2 7
a?: 2 7
a[bc]: 2 7
a\*: 2 7
a[^b]: 2 7
* 2 7
no prefix:
flush() removes what is under a cache's own prefix, and this cache has none: it shares the database with others. Give it one: new Cache($client, ['prefix' => 'cache:'])
flush() removes what is under a cache's own prefix, and this cache has none: it shares the database with others. Give it one: new Cache($client, ['prefix' => 'cache:'])
flush() removes what is under a cache's own prefix, and this cache has none: it shares its prefix with others. Give it one: new Cache($client, ['prefix' => 'cache:'])
the prefix of a DSN of its own: 1 1
