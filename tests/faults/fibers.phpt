--TEST--
Fibers suspended inside the callbacks of Client, Cache, Lock and a session: others go on meanwhile, and abandoning them leaves nothing behind
--EXTENSIONS--
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Cache, Client, Counter, Lock};

require __DIR__ . '/faults.inc';

$server = Server::start();
$operations = new Operations($server->dsn());
$client = $operations->client;
$other = new Client($server->dsn());
$cache = $operations->cache;
$wait = fn() => \Fiber::suspend('suspended');

/** Suspends $work in the middle, looks what others can do, and lets it end; then abandons another in its middle. */
$attempt = function (string $name, callable $work) use ($server, $operations, $client, $other) {
    $see = function () use ($other) {
        $random = bin2hex(random_bytes(8));
        return ($other->echo($random) === $random ? 'in step' : 'OUT OF STEP') . ", {$other->health()['pool']['leased']} leased";
    };
    $fiber = new \Fiber($work);
    $value = $fiber->start();
    echo "$name: ", json_encode($value), ', ', $see();
    $value === 'suspended' && $fiber->resume('resumed');
    echo ', ', $fiber->isTerminated() ? json_encode($fiber->getReturn()) : 'NOT ENDED';
    $fiber = new \Fiber($work);
    $fiber->start();
    unset($fiber);
    gc_collect_cycles();
    echo '; abandoned: ', $see(), preg_grep('/:(lock|lease|q)$/', $server->cmd('KEYS', '*')) ? ', A LOCK IS LEFT' : '', "\n";
    $operations->inStep($name);
};

$attempt('pipeline()', fn() => $client->pipeline(function (Client $client) use ($wait) {
    $client->set('a', 1);
    $wait();
    $client->get('a');
}));
$attempt('transaction()', fn() => $client->transaction(function (Client $client) use ($wait) {
    $client->set('a', 2);
    $wait();
    $client->get('a');
}));
$attempt('remember()', fn() => $cache->remember('k' . random_int(1, PHP_INT_MAX), 60, $wait));
$attempt('run()', fn() => (new Lock($client, 'x', 30.0))->run($wait));
$attempt('remember() in run()', fn() => (new Lock($client, 'x', 30.0))->run(fn() => $cache->remember('k' . random_int(1, PHP_INT_MAX), 60, $wait)));
$attempt('a session', function () use ($wait) {
    session_id('fiber');
    session_start();
    try {
        $_SESSION['n'] = ($_SESSION['n'] ?? 0) + 1;
        $wait();
    } finally {
        session_write_close();
    }
    return $_SESSION['n'];
});
$attempt('a subscription', function () use ($server, $other, $wait) {
    $subscriber = new Client($server->dsn());
    $other->rPush('to publish', 'message');
    $pid = pcntl_fork();
    if ($pid === 0) {
        wait_until(fn() => $server->cmd('PUBSUB', 'NUMSUB', 'channel')[1] === 1);
        $server->cmd('PUBLISH', 'channel', 'message');
        kill_self();
    }
    $subscriber->subscribe(['channel'], function (Client $client) use ($wait, $pid) {
        pcntl_waitpid($pid, $status);
        $wait();
        $client->unsubscribe();
    });
    return 'ended';
});

echo "-- many at once, each suspended inside of a lock inside of a computation\n";
$fibers = [];
for ($i = 0; $i < 50; $i++) {
    $fibers[$i] = new \Fiber(fn() => $cache->remember("many $i", 60, fn() => (new Lock($client, "many $i", 30.0))->run(function () use ($i, $wait) {
        $wait();
        return "value $i";
    })));
    $fibers[$i]->start();
}
shuffle($fibers);
$right = 0;
foreach ($fibers as $fiber) {
    $fiber->resume();
    $value = $fiber->getReturn();
    $right += (int) ($cache->get(str_replace('value', 'many', $value)) === $value);
}
echo "$right right, ", count(preg_grep('/:(lock|lease)$/', $server->cmd('KEYS', '*'))), " locks left\n";

echo "-- many at once, each suspended while its value is serialized, and ended in any order\n";
final class Slow
{
    public function __construct(public int $number)
    {
    }
    public function __serialize(): array
    {
        \Fiber::suspend();
        return [$this->number];
    }
    public function __unserialize(array $data): void
    {
        [$this->number] = $data;
    }
}
foreach (['in order' => fn($fibers) => $fibers, 'the last first' => array_reverse(...), 'at random' => function (array $fibers) {
    shuffle($fibers);
    return $fibers;
}] as $order => $in_order) {
    $fibers = [];
    for ($i = 0; $i < 20; $i++) {
        $fibers[$i] = new \Fiber(fn() => $cache->put("$order $i", new Slow($i), 60));
        $fibers[$i]->start();
    }
    foreach ($in_order($fibers) as $fiber) {
        $fiber->resume();
    }
    echo "$order: ", count(array_filter(range(0, 19), fn(int $i) => $cache->get("$order $i")->number === $i)), " right\n";
}
?>
--EXPECT--
pipeline(): "suspended", in step, 0 leased, [true,"1"]; abandoned: in step, 0 leased
transaction(): "suspended", in step, 0 leased, [true,"2"]; abandoned: in step, 0 leased
remember(): "suspended", in step, 0 leased, "resumed"; abandoned: in step, 0 leased
run(): "suspended", in step, 0 leased, "resumed"; abandoned: in step, 0 leased
remember() in run(): "suspended", in step, 0 leased, "resumed"; abandoned: in step, 0 leased
a session: "suspended", in step, 0 leased, 1; abandoned: in step, 0 leased
a subscription: "suspended", in step, 1 leased, "ended"; abandoned: in step, 0 leased
-- many at once, each suspended inside of a lock inside of a computation
50 right, 0 locks left
-- many at once, each suspended while its value is serialized, and ended in any order
in order: 20 right
the last first: 20 right
at random: 20 right
