--TEST--
Cache, on_event: each method tells what it did when that is done, under the caller's key, with these details
--EXTENSIONS--
rediskit
--INI--
rediskit.retry_after=60
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start();
$show = function (string $event, string $key, array $details): void {
    foreach ($details as $name => &$value) {
        $value = "$name " . (is_float($value) && $name === 'duration' ? ($value >= 0 && $value < 60 ? 'ok' : $value) : json_encode($value));
    }
    echo "  $event '$key' ", preg_replace('/\d+\.\d{3} s ago/', 'N s ago', implode(', ', $details)), "\n";
};
$cache = new Cache($server->dsn(), ['prefix' => 'c:', 'serializer' => 'php', 'on_event' => $show]);
$plain = new Cache($server->dsn(), ['prefix' => 'c:', 'serializer' => 'php']);
foreach (['a cache' => [$cache, $plain], 'with tags' => [$cache->tags('t'), $plain->tags('t')]] as $kind => [$store, $silent]) {
    echo "-- $kind\n";
    $calls = [
        'put()' => fn() => $store->put('k', 'value', 60),
        'put() for no time' => fn() => $store->put('k', 'value', 0),
        'forever()' => fn() => $store->forever('k', 'value'),
        'add() twice' => fn() => [$store->add('n', 'value', new DateInterval('PT30S')), $store->add('n', 'value', 30)],
        'putMany()' => fn() => $store->putMany(['a' => 'value', 7 => 'value'], 60),
        'putMany() for no time' => fn() => $store->putMany(['a' => 'value', 7 => 'value'], -1),
        'warm()' => fn() => $store->warm(['a' => 'value', 'b' => 'value']),
        'get() there and not' => fn() => [$store->get('a'), $store->get('none', fn() => print("  the default is asked for\n"))],
        'many()' => fn() => $store->many(['a', 'none' => fn() => print("  the default is asked for\n")]),
        'pull() twice' => fn() => [$store->pull('b'), $store->pull('b')],
        'increment(), decrement()' => fn() => [$store->increment('i', 2, 60), $store->decrement('i')],
        'has(), missing(), ttl(), touch()' => fn() => [$store->has('a'), $store->missing('a'), $store->ttl('a'), $store->touch('a', 50)],
        'touch() for no time' => fn() => [$silent->put('z', 1), $store->touch('z', 0), $store->touch('z', -1)],
        'forget() twice' => fn() => [$store->forget('a'), $store->forget('a')],
        'remember() cold and warm' => fn() => [$store->remember('r', 60, fn() => 'value', stale: 30), $store->remember('r', 60, fn() => 1)],
        'remember() of null' => fn() => $store->remember('null', 60, fn() => null, cache_null: false),
        'remember() within remember()' => fn() => $store->remember('outer', 60, fn() => $store->remember('inner', 60, fn() => 'value')),
        'rememberMany()' => fn() => $store->rememberMany(['r', 'm1', 2], 60, fn($missing) => array_fill_keys($missing, 'value')),
        'flush()' => fn() => $store instanceof Rediskit\TaggedCache && $store->flush(),
    ];
    foreach ($calls as $name => $call) {
        echo "$name\n";
        $call();
    }
    foreach (['s', 'many', 'flexible', 'throws'] as $key) {
        $silent->remember($key, 0.001, fn() => 'value', stale: 60);
    }
    usleep(3000);
    echo "stale\n";
    $store->remember('s', 60, fn() => 'value', stale: 60);
    echo "stale, many\n";
    $store->rememberMany(['many', 's'], 60, fn() => ['many' => 'value'], stale: 60);
    echo "stale, the callback throws\n";
    ini_set('error_log', '/dev/null');
    $store->remember('throws', 60, fn() => throw new DomainException, stale: 60);
    echo "flexible()\n";
    $store->flexible('flexible', [60, 120], fn() => print("  computed\n"));
    echo "runDeferred()\n";
    Cache::runDeferred();
}
echo "-- errors\n";
$server->cmd('RPUSH', 'c:list', 'x');
foreach ([fn() => $cache->get('list'), fn() => $cache->many(['a', 'none']), fn() => $cache->remember('list', 60, fn() => 1), fn() => $cache->put('k', fn() => 1), fn() => $cache->remember('t', 60, fn() => throw new DomainException)] as $call) {
    try {
        $call();
    } catch (Exception $error) {
        echo '  thrown: ', get_class($error), "\n";
    }
}
echo "without a server\n";
$gone = new Cache('unix:///no/such', ['on_event' => $show, 'on_error' => 'miss']);
$gone->get('k');
$gone->has('k');
$gone->putMany(['k' => 1]);
?>
--EXPECT--
-- a cache
put()
  write 'k' bytes 5, duration ok, ttl 60
put() for no time
  forget 'k' duration ok, existed null
forever()
  write 'k' bytes 5, duration ok, ttl null
add() twice
  write 'n' bytes 5, duration ok, ttl 30
putMany()
  write 'a' bytes 10, duration ok, ttl 60, keys 2
  write '7' bytes 10, duration ok, ttl 60, keys 2
putMany() for no time
  forget 'a' duration ok, existed null, keys 2
  forget '7' duration ok, existed null, keys 2
warm()
  write 'a' bytes 10, duration ok, ttl null, keys 2
  write 'b' bytes 10, duration ok, ttl null, keys 2
get() there and not
  hit 'a' bytes 5, duration ok
  miss 'none' duration ok
  the default is asked for
many()
  hit 'a' bytes 5, duration ok, keys 2
  miss 'none' duration ok, keys 2
  the default is asked for
pull() twice
  hit 'b' bytes 5, duration ok
  miss 'b' duration ok
increment(), decrement()
  write 'i' bytes 0, duration ok, ttl 60
  write 'i' bytes 0, duration ok, ttl null
has(), missing(), ttl(), touch()
touch() for no time
  forget 'z' duration ok, existed true
  forget 'z' duration ok, existed false
forget() twice
  forget 'a' duration ok, existed true
  forget 'a' duration ok, existed false
remember() cold and warm
  miss 'r' duration ok
  compute 'r' duration ok, refresh false, early false, deferred false, exception null
  write 'r' bytes 21, duration ok, ttl 90
  hit 'r' bytes 21, duration ok
remember() of null
  miss 'null' duration ok
  compute 'null' duration ok, refresh false, early false, deferred false, exception null
remember() within remember()
  miss 'inner' duration ok
  compute 'inner' duration ok, refresh false, early false, deferred false, exception null
  write 'inner' bytes 5, duration ok, ttl 60
  miss 'outer' duration ok
  compute 'outer' duration ok, refresh false, early false, deferred false, exception null
  write 'outer' bytes 5, duration ok, ttl 60
rememberMany()
  hit 'r' bytes 21, duration ok, keys 3
  miss 'm1' duration ok, keys 3
  compute 'm1' duration ok, refresh false, early false, deferred false, exception null, keys 3
  write 'm1' bytes 10, duration ok, ttl 60, keys 3
  miss '2' duration ok, keys 3
  compute '2' duration ok, refresh false, early false, deferred false, exception null, keys 3
  write '2' bytes 10, duration ok, ttl 60, keys 3
flush()
stale
  stale 's' bytes 21, duration ok
  compute 's' duration ok, refresh true, early false, deferred false, exception null
  write 's' bytes 21, duration ok, ttl 120
stale, many
  stale 'many' bytes 42, duration ok, keys 2
  compute 'many' duration ok, refresh true, early false, deferred false, exception null, keys 2
  write 'many' bytes 21, duration ok, ttl 120, keys 2
  hit 's' bytes 42, duration ok, keys 2
stale, the callback throws
  stale 'throws' bytes 21, duration ok
  compute 'throws' duration ok, refresh true, early false, deferred false, exception "DomainException"
flexible()
  stale 'flexible' bytes 21, duration ok
runDeferred()
  computed
  compute 'flexible' duration ok, refresh true, early false, deferred true, exception null
  write 'flexible' bytes 16, duration ok, ttl 120
-- with tags
put()
  write 'k' bytes 35, duration ok, ttl 60
put() for no time
  forget 'k' duration ok, existed null
forever()
  write 'k' bytes 35, duration ok, ttl 2592000
add() twice
  write 'n' bytes 35, duration ok, ttl 30
putMany()
  write 'a' bytes 70, duration ok, ttl 60, keys 2
  write '7' bytes 70, duration ok, ttl 60, keys 2
putMany() for no time
  forget 'a' duration ok, existed null, keys 2
  forget '7' duration ok, existed null, keys 2
warm()
  write 'a' bytes 70, duration ok, ttl 2592000, keys 2
  write 'b' bytes 70, duration ok, ttl 2592000, keys 2
get() there and not
  hit 'a' bytes 35, duration ok
  miss 'none' duration ok
  the default is asked for
many()
  hit 'a' bytes 35, duration ok, keys 2
  miss 'none' duration ok, keys 2
  the default is asked for
pull() twice
  hit 'b' bytes 35, duration ok
  miss 'b' duration ok
increment(), decrement()
  write 'i' bytes 0, duration ok, ttl 60
  write 'i' bytes 0, duration ok, ttl 2592000
has(), missing(), ttl(), touch()
touch() for no time
  forget 'z' duration ok, existed true
  forget 'z' duration ok, existed false
forget() twice
  forget 'a' duration ok, existed true
  forget 'a' duration ok, existed false
remember() cold and warm
  miss 'r' duration ok
  compute 'r' duration ok, refresh false, early false, deferred false, exception null
  write 'r' bytes 47, duration ok, ttl 90
  hit 'r' bytes 47, duration ok
remember() of null
  miss 'null' duration ok
  compute 'null' duration ok, refresh false, early false, deferred false, exception null
remember() within remember()
  miss 'inner' duration ok
  compute 'inner' duration ok, refresh false, early false, deferred false, exception null
  write 'inner' bytes 35, duration ok, ttl 60
  miss 'outer' duration ok
  compute 'outer' duration ok, refresh false, early false, deferred false, exception null
  write 'outer' bytes 35, duration ok, ttl 60
rememberMany()
  hit 'r' bytes 47, duration ok, keys 3
  miss 'm1' duration ok, keys 3
  compute 'm1' duration ok, refresh false, early false, deferred false, exception null, keys 3
  write 'm1' bytes 70, duration ok, ttl 60, keys 3
  miss '2' duration ok, keys 3
  compute '2' duration ok, refresh false, early false, deferred false, exception null, keys 3
  write '2' bytes 70, duration ok, ttl 60, keys 3
flush()
stale
  stale 's' bytes 47, duration ok
  compute 's' duration ok, refresh true, early false, deferred false, exception null
  write 's' bytes 47, duration ok, ttl 120
stale, many
  stale 'many' bytes 94, duration ok, keys 2
  compute 'many' duration ok, refresh true, early false, deferred false, exception null, keys 2
  write 'many' bytes 47, duration ok, ttl 120, keys 2
  hit 's' bytes 94, duration ok, keys 2
stale, the callback throws
  stale 'throws' bytes 47, duration ok
  compute 'throws' duration ok, refresh true, early false, deferred false, exception "DomainException"
flexible()
  stale 'flexible' bytes 47, duration ok
runDeferred()
  computed
  compute 'flexible' duration ok, refresh true, early false, deferred true, exception null
  write 'flexible' bytes 42, duration ok, ttl 120
-- errors
  error 'list' message "WRONGTYPE Operation against a key holding the wrong kind of value", exception "Rediskit\\WrongTypeException"
  thrown: Rediskit\WrongTypeException
  miss 'a' duration ok, keys 2
  miss 'none' duration ok, keys 2
  error 'list' message "WRONGTYPE Operation against a key holding the wrong kind of value", exception "Rediskit\\WrongTypeException"
  thrown: Rediskit\WrongTypeException
  error 'k' message "An object of class Closure cannot be stored: PHP does not allow to serialize it; store the data it stands for (key \"c:k\")", exception "Rediskit\\CodecException"
  thrown: Rediskit\CodecException
  miss 't' duration ok
  compute 't' duration ok, refresh false, early false, deferred false, exception "DomainException"
  thrown: DomainException
without a server
  miss 'k' duration ok
  error 'k' message "No socket at unix:\/no\/such: is Redis running, and is this the unixsocket of its configuration?", exception "Rediskit\\ConnectionException"
  error 'k' message "unix:\/\/\/no\/such?db=0 could not be reached N s ago, and is not tried again before rediskit.retry_after (60 s) has passed", exception "Rediskit\\ConnectionException"
  error '' message "unix:\/\/\/no\/such?db=0 could not be reached N s ago, and is not tried again before rediskit.retry_after (60 s) has passed", exception "Rediskit\\ConnectionException"
