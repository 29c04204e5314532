--TEST--
Each allocation of each call of a Client fails: no crash, no leak, a clear exception, and the next call works
--EXTENSIONS--
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Client, CommandException, ConnectionException};

require __DIR__ . '/../inc/allocations.inc';

$server = Server::start(['user' => ['bob on >secret ~* &* +@all']], tcp: true);
$kept = new Client($server->dsn());
$large = str_repeat('0123456789abcdef', 8192);
// The buffers of large requests are not kept: what comes next needs some again.
$failing = new Allocations($kept, fn() => $kept->pipeline()->set('large', $large)->exec());
$kept->mSet(['text' => 'some text', 'other' => 'more', 'big' => $large]);
$kept->hMSet('hash', ['a' => '1', 'b' => $large]);
$kept->rPush('list', ...range(1, 3000));
$kept->sAdd('set', ...range(1, 300));
// A listener needs somebody who speaks.
fork_helper(function ($testEnds) use ($server) {
    $publisher = $server->connect();
    do {
        try {
            $publisher->command('PUBLISH', 'news', 'hello');
        } catch (\RuntimeException) {
            return; // the test is over
        }
        [$read, $write, $except] = [[$testEnds], [], []];
    } while (stream_select($read, $write, $except, 0, 500) === 0);
});
/** A client whose connection goes with it. */
$fresh = fn(array $options = []) => new Client($options + ['url' => $server->dsn(), 'persistent' => false]);

// From the settings to the connection's end.
$failing->each('unix socket', fn() => $fresh()->get('text'));
$failing->each('DSN', fn() => (new Client($server->dsn(['persistent' => 0, 'db' => 1, 'name' => 'me', 'prefix' => 'p:'])))->get('text'));
$failing->each('TCP', fn() => (new Client($server->tcpDsn(['persistent' => 0])))->get('text'));
$failing->each('TCP by name', fn() => (new Client($server->tcpDsn(['persistent' => 0], host: 'localhost')))->get('text'));
$failing->each('the default server', fn() => (new Client())->getOption('host'));
$failing->each('login', fn() => (new Client($server->tcpDsn(['persistent' => 0, 'db' => 2], 'bob:secret@')))->ping());
$failing->each('options', fn() => $fresh([
    'username' => 'bob', 'password' => 'secret', 'database' => 3, 'name' => 'me', 'prefix' => 'p:', 'timeout' => 1, 'serializer' => 'php',
    'allowed_classes' => ['A', 'B'], 'compression' => 'zstd', 'mac_key' => str_repeat('k', 32), 'context' => ['peer_name' => 'me'],
])->set('key', [1]));
$failing->each('select', function () use ($fresh) {
    $client = $fresh();
    return [$client->select(1), $client->get('text'), $client->select(0), $client->get('text')];
});
$failing->each('setOption', function () use ($fresh) {
    $client = $fresh();
    $client->setOption('prefix', 'te');
    return $client->get('xt');
});
$failing->each('close', fn() => [$kept->get('text'), $kept->close(), $kept->get('text')]);
$failing->each('health', fn() => array_keys($fresh()->health()));

$calls = [
    'set' => fn(Client $c) => $c->set('text', 'some text'),
    'get of a big value' => fn(Client $c) => $c->get('big') === $large,
    'set of a big value' => fn(Client $c) => $c->set('big', $large),
    'mGet' => fn(Client $c) => $c->mGet(['text', 'none', 'big', 'other', 'big']),
    'hGetAll' => fn(Client $c) => $c->hGetAll('hash'),
    'lRange' => fn(Client $c) => count($c->lRange('list', 0, -1)),
    'nested reply' => fn(Client $c) => $c->eval('local b = redis.call("GET", "big") return {1,b,{2,{3,{"four",b}}},{b}}'),
    'error in a list' => fn(Client $c) => $c->eval('return {1,redis.call("GET", "big"),{err="ERR five"}}') !== null,
    'error reply' => function (Client $c) {
        try {
            return $c->incr('text');
        } catch (CommandException $e) {
            return str_contains($e->getMessage(), 'not an integer') ? 'not an integer' : throw $e;
        }
    },
    'many arguments' => fn(Client $c) => $c->exists(...range(1, 500)),
    'pipeline' => fn(Client $c) => $c->pipeline(fn($p) => $p->get('text')->hGetAll('hash')->mGet(['big', 'other'])->get('big')->lRange('list', 0, 99)),
    'transaction' => fn(Client $c) => $c->transaction(fn($t) => $t->get('text')->hGetAll('hash')->set('text', 'some text')),
    'transaction in a pipeline' => fn(Client $c) => $c->pipeline()->get('text')->multi()->get('big')->hGetAll('hash')->exec()->get('text')->exec(),
    'watch' => fn(Client $c) => [$c->watch('text'), $c->multi()->set('text', 'some text')->get('big')->exec()],
    'unwatch' => fn(Client $c) => [$c->watch('text'), $c->get('big'), $c->unwatch()],
    'subscribe' => function (Client $c) {
        $heard = null;
        $c->subscribe(['news'], function (Client $c, string $channel, string $message) use (&$heard) {
            $heard = [$channel, $message, $c->get('text')];
            $c->unsubscribe(['news']);
        });
        return $heard;
    },
    'scan' => function (Client $c) {
        $cursor = null;
        return count($c->sScan('set', $cursor, null, 1000));
    },
    'scanKeys' => fn(Client $c) => iterator_to_array($c->scanKeys('te*')),
    'eval' => fn(Client $c) => $c->eval('return {KEYS[1],ARGV[1]}', ['k', 'a'], 1),
    'script' => fn(Client $c) => $c->script('load', 'return 1'),
    'command' => fn(Client $c) => $c->command('OBJECT', 'ENCODING', 'text'),
];
/* A command that could not be queued leaves the client queueing. */
$stopQueueing = function () use ($kept) {
    try {
        $kept->discard();
    } catch (CommandException) { // it had not begun, or pipeline() and transaction() did that
    }
};
foreach ($calls as $name => $call) {
    $failing->each($name, fn() => $call($fresh()));
    $failing->each("$name, connected", fn() => $call($kept), null, $stopQueueing);
}
$failing->each('blPop', fn() => $fresh()->blPop('queue', 1), fn() => $kept->rPush('queue', 'x'));
$failing->each('blPop, connected', fn() => $kept->blPop('queue', 1), fn() => $kept->rPush('queue', $large));
$signed = new Client(['url' => $server->dsn(), 'mac_key' => str_repeat('k', 32)]);
$failing->each('set of a signed value', fn() => [$signed->set('signed', 'text'), $signed->hSet('h', 'f', 'text') >= 0, $signed->get('signed')]);
// What was queued while memory was short is not forgotten in silence.
$failing->each('a pipeline that goes on', function () use ($kept) {
    $kept->pipeline();
    foreach (['text', 'other'] as $key) {
        try {
            $kept->get($key);
        } catch (ConnectionException) {
        }
    }
    return $kept->exec();
});
$failing->finish();
?>
--EXPECTF--
%d calls, %d failures, %d of them thrown
