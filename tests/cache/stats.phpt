--TEST--
Cache::stats() counts what the caches of this process do, as each method says
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/script_server.inc';
use Rediskit\Cache;
use Rediskit\Tests\{ScriptServer, Server};
use function Rediskit\Tests\{free_port, parallel_results, wait_until};

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:', 'serializer' => 'php']);
final class Throwing
{
    public function __serialize(): array
    {
        throw new DomainException;
    }
}
/** What the work adds to the figures. */
$count = function (string $what, callable $work) {
    Cache::stats(true);
    $work();
    $figures = Cache::stats();
    $figures['compute_time'] = $figures['compute_time'] >= 0.1 ? 'slept' : 0;
    echo "$what: ", json_encode(array_filter($figures)), "\n";
};
echo implode(' ', array_keys(Cache::stats())), "\n", json_encode(array_sum(Cache::stats())), "\n";
foreach (['a cache' => $cache, 'with tags' => $cache->tags('t')] as $kind => $store) {
    echo "-- $kind\n";
    $count('put()', fn() => $store->put('k', 'value'));
    $count('forever(), add() twice', fn() => [$store->forever('k', 'value'), $store->add('new', 12345), $store->add('new', 12345)]);
    $count('putMany(), warm()', fn() => [$store->putMany(['a' => 'value', 'b' => 'value']), $store->warm(['c' => 'value'])]);
    $count('get() there and not', fn() => [$store->get('a'), $store->get('none')]);
    $count('many()', fn() => $store->many(['a', 'b', 'none']));
    $count('pull() twice', fn() => [$store->pull('b'), $store->pull('b')]);
    $count('increment()', fn() => $store->increment('n'));
    $count('has(), missing(), ttl(), touch()', fn() => [$store->has('a'), $store->missing('a'), $store->ttl('a'), $store->touch('a', 5)]);
    $count('forget()', fn() => $store->forget('a'));
    $count('remember() cold and warm', fn() => [$store->remember('r', 60, fn() => usleep(100000) ?? 'value'), $store->remember('r', 60, fn() => 1)]);
    $count('remember() for no time', fn() => $store->remember('zero', 0, fn() => 'value'));
    $count('remember() that throws', function () use ($store) {
        try {
            $store->remember('throws', 60, fn() => throw new Exception);
        } catch (Exception) {
        }
    });
    $count('remember() of what is forgotten meanwhile', fn() => $store->remember('void', 60, fn() => $store->forget('void') ? 1 : 'value'));
    $count('rememberMany() of what is partly forgotten meanwhile', fn() => $store->rememberMany(['kept', 'void'], 60, fn($missing) => $store->forget('void') ? [] : array_fill_keys($missing, 'value')));
    foreach (['putMany()' => fn($values) => $store->putMany($values), 'rememberMany()' => fn($values) => $store->rememberMany(['a1', 'b1'], 60, fn() => $values)] as $method => $store_all) {
        $count("$method of a value that throws, then put()", function () use ($store_all, $store) {
            try {
                $store_all(['a1' => 'never sent', 'b1' => new Throwing]);
            } catch (DomainException) {
            }
            $store->put('k', 'value');
        });
    }
    $store->remember('s', 0.001, fn() => 'value', stale: 60);
    usleep(3000);
    $count('stale, get()', fn() => $store->get('s'));
    $count('stale, remember()', fn() => $store->remember('s', 60, fn() => 'value', stale: 60));
    $count('rememberMany()', fn() => $store->rememberMany(['r', 'm1', 'm2'], 60, fn($missing) => array_fill_keys($missing, 'value')));
    $store->rememberMany(['s1', 's2'], 0.001, fn($missing) => array_fill_keys($missing, 'value'), stale: 60);
    usleep(3000);
    $count('rememberMany(), stale', fn() => $store->rememberMany(['s1', 's2'], 60, fn($missing) => array_fill_keys($missing, 'value'), stale: 60));
    // By chance: a value that took 30 ms and is good for 5 s is early one time in five.
    $store->remember('soon', 5, fn() => usleep(30000) ?? 'value', beta: 100);
    Cache::stats(true);
    while (!Cache::stats()['early'] && Cache::stats()['hits'] < 1000) {
        $store->remember('soon', 5, fn() => usleep(30000) ?? 'value', beta: 100);
    }
    ['hits' => $hits, 'early' => $early, 'computes' => $computes, 'stale' => $stale] = Cache::stats();
    echo "early: $early of some hits, ", json_encode($hits > 0), ", computed: $computes, stale: $stale\n";
    $count('flexible(), deferred', function () use ($store) {
        $store->flexible('f', [0.001, 60], fn() => 'value');
        usleep(3000);
        $store->flexible('f', [0.001, 60], fn() => 'value');
        Cache::runDeferred();
    });
}

echo "-- all\n";
$count('waiting', fn() => print(implode(', ', parallel_results(2, function (int $number) use ($server) {
    $cache = new Cache($server->dsn(), ['prefix' => 'c:']);
    if ($number === 0) {
        return $cache->remember('w', 60, fn() => $server->waitForBlocked(1) ?? usleep(100000) ?? 'value');
    }
    $client = new Rediskit\Client($server->dsn());
    wait_until(fn() => $client->exists('{c:w}:lease'));
    Cache::stats(true);
    $cache->remember('w', 60, fn() => 'never');
    $figures = Cache::stats();
    return "$figures[waits] wait of " . ($figures['wait_time'] >= 0.09 && $figures['wait_time'] < 5 ? 'its time' : $figures['wait_time']) . ", $figures[misses] miss";
})) . "\n"));
$count('errors', function () use ($cache, $server) {
    $server->cmd('RPUSH', 'c:list', 'x');
    foreach (['get', 'increment', 'pull'] as $method) {
        try {
            $cache->$method('list');
        } catch (Rediskit\WrongTypeException) {
        }
    }
});
$count('no server', function () {
    $cache = new Cache('redis://127.0.0.1:' . free_port(), ['on_error' => 'miss']);
    $cache->get('a');
    $cache->put('a', 'value');
    $cache->many(['a', 'b']);
});
$count('a server that goes away before rememberMany() has its leases', function () {
    $server = ScriptServer::answering(["*2\r\n\$-1\r\n\$-1\r\n"]);
    try {
        (new Cache($server->dsn(['retries' => 0])))->rememberMany(['a', 'b'], 60, fn() => []);
    } catch (Rediskit\ConnectionException) {
    }
});
$large = str_repeat('0123456789', 1000);
$count('a value of 10,000 bytes', fn() => [$cache->put('large', $large), $cache->get('large')]);
?>
--EXPECT--
hits misses stale early computes compute_time waits wait_time writes bytes_read bytes_written errors skipped
0
-- a cache
put(): {"writes":1,"bytes_written":5}
forever(), add() twice: {"writes":2,"bytes_written":10}
putMany(), warm(): {"writes":3,"bytes_written":15}
get() there and not: {"hits":1,"misses":1,"bytes_read":5}
many(): {"hits":2,"misses":1,"bytes_read":10}
pull() twice: {"hits":1,"misses":1,"bytes_read":5}
increment(): {"writes":1}
has(), missing(), ttl(), touch(): []
forget(): []
remember() cold and warm: {"hits":1,"misses":1,"computes":1,"compute_time":"slept","writes":1,"bytes_read":5,"bytes_written":5}
remember() for no time: {"misses":1,"computes":1}
remember() that throws: {"misses":1,"computes":1}
remember() of what is forgotten meanwhile: {"misses":1,"computes":1}
rememberMany() of what is partly forgotten meanwhile: {"misses":2,"computes":1,"writes":1,"bytes_written":5}
putMany() of a value that throws, then put(): {"writes":1,"bytes_written":5}
rememberMany() of a value that throws, then put(): {"misses":2,"computes":1,"writes":1,"bytes_written":5}
stale, get(): {"hits":1,"bytes_read":21}
stale, remember(): {"hits":1,"stale":1,"computes":1,"writes":1,"bytes_read":21,"bytes_written":21}
rememberMany(): {"hits":1,"misses":2,"computes":1,"writes":2,"bytes_read":5,"bytes_written":10}
rememberMany(), stale: {"hits":2,"stale":2,"computes":1,"writes":2,"bytes_read":42,"bytes_written":42}
early: 1 of some hits, true, computed: 1, stale: 0
flexible(), deferred: {"hits":1,"misses":1,"stale":1,"computes":2,"writes":2,"bytes_read":17,"bytes_written":34}
-- with tags
put(): {"writes":1,"bytes_written":35}
forever(), add() twice: {"writes":2,"bytes_written":73}
putMany(), warm(): {"writes":3,"bytes_written":105}
get() there and not: {"hits":1,"misses":1,"bytes_read":35}
many(): {"hits":2,"misses":1,"bytes_read":70}
pull() twice: {"hits":1,"misses":1,"bytes_read":35}
increment(): {"writes":1}
has(), missing(), ttl(), touch(): []
forget(): []
remember() cold and warm: {"hits":1,"misses":1,"computes":1,"compute_time":"slept","writes":1,"bytes_read":35,"bytes_written":35}
remember() for no time: {"misses":1,"computes":1}
remember() that throws: {"misses":1,"computes":1}
remember() of what is forgotten meanwhile: {"misses":1,"computes":1}
rememberMany() of what is partly forgotten meanwhile: {"misses":2,"computes":1,"writes":1,"bytes_written":35}
putMany() of a value that throws, then put(): {"writes":1,"bytes_written":35}
rememberMany() of a value that throws, then put(): {"misses":2,"computes":1,"writes":1,"bytes_written":35}
stale, get(): {"hits":1,"bytes_read":47}
stale, remember(): {"hits":1,"stale":1,"computes":1,"writes":1,"bytes_read":47,"bytes_written":47}
rememberMany(): {"hits":1,"misses":2,"computes":1,"writes":2,"bytes_read":35,"bytes_written":70}
rememberMany(), stale: {"hits":2,"stale":2,"computes":1,"writes":2,"bytes_read":94,"bytes_written":94}
early: 1 of some hits, true, computed: 1, stale: 0
flexible(), deferred: {"hits":1,"misses":1,"stale":1,"computes":2,"writes":2,"bytes_read":43,"bytes_written":86}
-- all
value, 1 wait of its time, 1 miss
waiting: []
errors: {"errors":3}
no server: {"misses":3,"errors":3,"skipped":2}
a server that goes away before rememberMany() has its leases: {"misses":2,"errors":1}
a value of 10,000 bytes: {"hits":1,"writes":1,"bytes_read":10000,"bytes_written":10000}
