--TEST--
Cache, on_error: 'miss': without a server reads miss, writes store nothing, callbacks are called; what is wrong with the program is thrown all the same
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{free_port, temp_dir};

$outages = [
    'refused' => 'redis://127.0.0.1:' . free_port(),
    'no socket' => 'unix://' . temp_dir() . '/none.sock',
    'no such host' => 'redis://nobody.invalid',
];
foreach ($outages as $name => $dsn) {
    $cache = new Cache($dsn, ['prefix' => 'c:', 'on_error' => 'miss']);
    foreach (['a cache' => $cache, 'with tags' => $cache->tags('t')] as $kind => $store) {
        $answers = [
            $store->get('k'), $store->get('k', 'default'), $store->many(['k', 'l' => 5]), $store->pull('k', 'default'), $store->has('k'), $store->missing('k'),
            $store->ttl('k'), $store->put('k', 1), $store->put('k', 1, 0), $store->forever('k', 1), $store->add('k', 1), $store->putMany(['k' => 1], 5),
            $store->putMany(['k' => 1], 0), $store->forget('k'), $store->touch('k', 5), $store->increment('k'), $store->decrement('k', 2, 60),
            $store->warm(['k' => 1, 'l' => 2]), $store->flush(),
        ];
        echo "$name, $kind: ", json_encode($answers), "\n";
        echo json_encode([
            $store->remember('k', 5, fn() => 'computed'), $store->remember('k', fn($value) => 5, fn() => 'computed', stale: 10), $store->rememberForever('k', fn() => null),
            $store->flexible('k', [5, 10], fn() => 'computed'), $store->rememberMany(['k', 'l'], 5, fn($missing) => array_fill_keys($missing, 'computed')),
            $store->remember('k', 0, fn() => 'computed'),
        ]), "\n";
    }
}

$try = function (string $what, callable $work) {
    try {
        echo "$what: ", json_encode($work()), "\n";
    } catch (Throwable $error) {
        echo "$what: ", get_class($error), "\n";
    }
};
$try('the same key within', fn() => $cache->remember('k', 5, fn() => $cache->remember('k', 5, fn() => print('called'))));
$try('from another fiber', function () use ($cache) {
    $calls = 0;
    $compute = function () use (&$calls) {
        $calls++;
        Fiber::suspend();
        return 'first';
    };
    $first = new Fiber(fn() => $cache->remember('fiber', 5, $compute));
    $first->start();
    try {
        $cache->remember('fiber', 5, $compute);
    } catch (Rediskit\LockException) {
        $first->resume();
        return $first->getReturn() . ", $calls calls in all";
    }
});
$try('another key within', fn() => $cache->remember('k', 5, fn() => $cache->remember('l', 5, fn() => 'inner')));
$try('rememberMany() of it within', fn() => $cache->remember('k', 5, fn() => $cache->rememberMany(['k'], 5, fn() => ['k' => 1])));
$try('the callback throws', fn() => $cache->remember('k', 5, fn() => throw new DomainException));
$try('many: the callback throws', fn() => $cache->rememberMany(['k'], 5, fn() => throw new DomainException));
$try('many: it returns no array', fn() => $cache->rememberMany(['k'], 5, fn() => 1));
$try('what cannot be stored', fn() => $cache->remember('k', 5, fn() => fn() => 1));
$try('a lock', fn() => $cache->lock('l')->acquire());

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:', 'on_error' => 'miss', 'allowed_classes' => []]);
$server->cmd('RPUSH', 'c:list', 'x');
$server->cmd('SET', 'c:text', 'x');
$server->cmd('SET', 'c:object', serialize(new ArrayObject));
$try('a list', fn() => $cache->get('list'));
$try('no number', fn() => $cache->increment('text'));
$try('a list, remember()', fn() => $cache->remember('list', 5, fn() => 'computed'));
$server->cmd('ACL', 'SETUSER', 'reader', 'on', '>x', '+get', '~*');
$reader = new Cache(str_replace('unix://', 'unix://reader:x@', $server->dsn()), ['prefix' => 'c:', 'on_error' => 'miss']);
$try('no permission', fn() => $reader->put('k', 1));
$try('no permission, remember()', fn() => $reader->remember('k', 5, fn() => 'computed'));
$try('a wrong password', fn() => (new Cache(str_replace('unix://', 'unix://reader:y@', $server->dsn()), ['on_error' => 'miss']))->get('k'));
$try('no such database', fn() => (new Cache($server->dsn(['db' => 99]), ['on_error' => 'miss']))->get('k'));
$try('no prefix to flush', fn() => (new Cache($server->dsn(), ['on_error' => 'miss']))->flush());
foreach ([['on_error' => 'ignore'], ['on_error' => true], ['on_event' => 'no_such_function'], ['on_event' => []]] as $options) {
    try {
        new Cache($server->dsn(), $options);
    } catch (Rediskit\ConfigException $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
refused, a cache: [null,"default",{"k":null,"l":5},"default",false,true,0,false,false,false,false,false,false,false,false,false,false,0,0]
["computed","computed",null,"computed",{"k":"computed","l":"computed"},"computed"]
refused, with tags: [null,"default",{"k":null,"l":5},"default",false,true,0,false,false,false,false,false,false,false,false,false,false,0,false]
["computed","computed",null,"computed",{"k":"computed","l":"computed"},"computed"]
no socket, a cache: [null,"default",{"k":null,"l":5},"default",false,true,0,false,false,false,false,false,false,false,false,false,false,0,0]
["computed","computed",null,"computed",{"k":"computed","l":"computed"},"computed"]
no socket, with tags: [null,"default",{"k":null,"l":5},"default",false,true,0,false,false,false,false,false,false,false,false,false,false,0,false]
["computed","computed",null,"computed",{"k":"computed","l":"computed"},"computed"]
no such host, a cache: [null,"default",{"k":null,"l":5},"default",false,true,0,false,false,false,false,false,false,false,false,false,false,0,0]
["computed","computed",null,"computed",{"k":"computed","l":"computed"},"computed"]
no such host, with tags: [null,"default",{"k":null,"l":5},"default",false,true,0,false,false,false,false,false,false,false,false,false,false,0,false]
["computed","computed",null,"computed",{"k":"computed","l":"computed"},"computed"]
the same key within: the same key within: Rediskit\LockException
from another fiber: "first, 1 calls in all"
another key within: "inner"
rememberMany() of it within: rememberMany() of it within: Rediskit\LockException
the callback throws: the callback throws: DomainException
many: the callback throws: many: the callback throws: DomainException
many: it returns no array: many: it returns no array: TypeError
what cannot be stored: what cannot be stored: Rediskit\CodecException
a lock: a lock: Rediskit\ConnectionException
a list: a list: Rediskit\WrongTypeException
no number: no number: Rediskit\CommandException
a list, remember(): a list, remember(): Rediskit\WrongTypeException
no permission: no permission: Rediskit\NoPermissionException
no permission, remember(): no permission, remember(): Rediskit\NoPermissionException
a wrong password: a wrong password: Rediskit\AuthenticationException
no such database: no such database: Rediskit\ConfigException
no prefix to flush: no prefix to flush: Rediskit\ConfigException
The option "on_error" must be "throw" or "miss"
The option "on_error" must be "throw" or "miss"
The option "on_event" must be a valid callback, function "no_such_function" not found or invalid function name
The option "on_event" must be a valid callback, array callback must have exactly two members
