--TEST--
Tags: increment() and decrement() are exact in 64 bits, keep the time to live, and say when they cannot count
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{parallel_results, wait_until};

$server = Server::start();
foreach (['auto', 'php', 'json'] as $serializer) {
    $cache = new Cache($server->dsn(), ['prefix' => "$serializer:", 'serializer' => $serializer]);
    $tagged = $cache->tags('t');
    $tagged->put('n', PHP_INT_MAX - 5, 100);
    echo json_encode([$tagged->increment('n', 4), $tagged->get('n') === PHP_INT_MAX - 1, $tagged->decrement('n', PHP_INT_MAX), $tagged->get('n'), 5 * ceil($tagged->ttl('n') / 5)]);
    echo json_encode([$tagged->decrement('low', PHP_INT_MAX), $tagged->decrement('low'), $tagged->get('low') === PHP_INT_MIN, $tagged->increment('ttl', 1, 50), $tagged->increment('ttl', 1, 70), 5 * ceil($tagged->ttl('ttl') / 5)]), "\n";
    foreach (['over' => fn() => $tagged->increment('max'), 'text' => fn() => $tagged->increment('text'), 'float' => fn() => $tagged->increment('float'), 'list' => fn() => $tagged->increment('list'),
        'new' => fn() => $tagged->decrement('new', PHP_INT_MIN)] as $name => $what) {
        $tagged->putMany(['max' => PHP_INT_MAX, 'text' => '5', 'float' => 5.0, 'list' => [5]], 100);
        try {
            $answer = json_encode($what());
            echo "$name: $answer ";
        } catch (Rediskit\CommandException $error) {
            echo "$name: ", preg_replace('/".*"/', '"…"', $error->getMessage()), ' ';
        }
        echo json_encode([$tagged->get('max') === PHP_INT_MAX, $tagged->many(['text', 'float', 'list']), $tagged->has('new'), 5 * ceil($tagged->ttl('max') / 5)]), "\n";
    }
    $cache->tags('t')->flush();
    echo json_encode([$tagged->increment('n', 3), $tagged->get('max')]), "\n";
}
$signed = (new Cache($server->dsn(), ['prefix' => 's:', 'mac_key' => str_repeat('k', 32)]))->tags('t');
try {
    $signed->increment('n');
} catch (Rediskit\ConfigException $error) {
    echo $error->getMessage(), "\n";
}
echo json_encode([$signed->add('a', 1, 60), $signed->add('a', 2, 60), $signed->get('a'), $signed->flush(), $signed->add('a', 3, 60), $signed->get('a')]), "\n";
$stale = $cache->tags('stale');
$stale->remember('n', 60, fn() => 1, stale: 60);
try {
    $stale->increment('n');
} catch (Rediskit\CommandException $error) {
    echo "with a soft expiry: ", get_class($error), "\n";
}
?>
--EXPECT--
[9223372036854775806,true,-1,-1,100][-9223372036854775807,-9223372036854775808,true,1,2,50]
over: ERR increment or decrement would overflow [true,{"text":"5","float":5,"list":[5]},false,100]
text: The value of "…" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented [true,{"text":"5","float":5,"list":[5]},false,100]
float: The value of "…" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented [true,{"text":"5","float":5,"list":[5]},false,100]
list: The value of "…" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented [true,{"text":"5","float":5,"list":[5]},false,100]
new: ERR decrement would overflow [true,{"text":"5","float":5,"list":[5]},false,100]
[3,null]
[9223372036854775806,true,-1,-1,100][-9223372036854775807,-9223372036854775808,true,1,2,50]
over: ERR increment or decrement would overflow [true,{"text":"5","float":5,"list":[5]},false,100]
text: The value of "…" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented [true,{"text":"5","float":5,"list":[5]},false,100]
float: The value of "…" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented [true,{"text":"5","float":5,"list":[5]},false,100]
list: The value of "…" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented [true,{"text":"5","float":5,"list":[5]},false,100]
new: ERR decrement would overflow [true,{"text":"5","float":5,"list":[5]},false,100]
[3,null]
[9223372036854775806,true,-1,-1,100][-9223372036854775807,-9223372036854775808,true,1,2,50]
over: ERR increment or decrement would overflow [true,{"text":"5","float":5,"list":[5]},false,100]
text: The value of "…" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented [true,{"text":"5","float":5,"list":[5]},false,100]
float: The value of "…" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented [true,{"text":"5","float":5,"list":[5]},false,100]
list: The value of "…" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and decremented [true,{"text":"5","float":5,"list":[5]},false,100]
new: ERR decrement would overflow [true,{"text":"5","float":5,"list":[5]},false,100]
[3,null]
The value of "s:tagged:aa6e8648cce031f4:n" cannot be incremented and decremented, for there is a mac_key and the server signs no sums: use a Rediskit\Counter, or a cache without the key
[true,false,1,true,true,3]
with a soft expiry: Rediskit\CommandException
