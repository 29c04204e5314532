--TEST--
Exceptions, exit, fatal errors and suspended fibers in __serialize, __unserialize and destructors, below Cache and Client
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

final class Hook
{
    public static ?\Closure $sleep = null, $wake = null, $end = null;

    public function __construct(public string $text = 'text')
    {
    }

    public function __serialize(): array
    {
        (self::$sleep ?? fn() => null)();
        return [$this->text];
    }

    public function __unserialize(array $data): void
    {
        $this->text = $data[0];
        (self::$wake ?? fn() => null)();
    }

    public function __destruct()
    {
        (self::$end ?? fn() => null)();
    }
}

$server = Server::start();
$client = new \Rediskit\Client($server->dsn(['serializer' => 'php', 'allowed_classes' => '*']));
$cache = new \Rediskit\Cache($client, ['prefix' => 'c:', 'compute_ttl' => 30]);
$throw = fn() => throw new \DomainException('mine');

/** Runs $work with a hook set, then looks whether everything is in order. */
$attempt = function (string $name, string $hook, \Closure $do, callable $work) use ($server, $client) {
    Hook::$$hook = $do;
    try {
        $result = $work();
        $outcome = $result instanceof Hook ? "a Hook, $result->text" : json_encode($result);
    } catch (\Throwable $error) {
        $outcome = get_class($error) . ' ' . $error->getMessage();
    }
    Hook::$sleep = Hook::$wake = Hook::$end = null;
    unset($result, $error);
    $random = bin2hex(random_bytes(8));
    echo "$name: $outcome", $client->echo($random) === $random ? '' : ', OUT OF STEP',
        $server->cmd('KEYS', '*:lease') ? ', A LEASE IS LEFT' : '', $client->health()['pool']['leased'] ? ', A CONNECTION IS LEASED' : '', "\n";
};

echo "-- an exception from __serialize: nothing is stored\n";
$attempt('Client set', 'sleep', $throw, fn() => $client->set('k', new Hook()));
$attempt('Client mSet', 'sleep', $throw, fn() => $client->mSet(['j' => 1, 'k' => new Hook()]));
$attempt('Client pipeline', 'sleep', $throw, fn() => $client->pipeline(fn($p) => $p->set('i', 1)->set('k', new Hook())));
$attempt('Client transaction', 'sleep', $throw, fn() => $client->transaction(fn($p) => $p->set('i', 1)->set('k', new Hook())));
$attempt('Cache put', 'sleep', $throw, fn() => $cache->put('k', new Hook()));
$attempt('Cache putMany', 'sleep', $throw, fn() => $cache->putMany(['j' => 1, 'k' => new Hook()], 60));
$attempt('Cache add', 'sleep', $throw, fn() => $cache->add('k', new Hook()));
$attempt('Cache remember', 'sleep', $throw, fn() => $cache->remember('k', 60, fn() => new Hook()));
echo json_encode($server->cmd('KEYS', '*')), "\n";

echo "-- an exception from __unserialize: what is stored stays\n";
$client->set('k', new Hook());
$cache->put('k', new Hook());
$cache->put('j', new Hook('other'));
$attempt('Client get', 'wake', $throw, fn() => $client->get('k'));
$attempt('Client mGet', 'wake', $throw, fn() => $client->mGet(['k', 'k']));
$attempt('Client pipeline', 'wake', $throw, fn() => $client->pipeline()->get('k')->get('k')->exec());
$attempt('Cache get', 'wake', $throw, fn() => $cache->get('k'));
$attempt('Cache many', 'wake', $throw, fn() => $cache->many(['j', 'k']));
$attempt('Cache remember', 'wake', $throw, fn() => $cache->remember('k', 60, $throw));
$attempt('and without it', 'wake', fn() => null, fn() => $cache->remember('k', 60, $throw));

echo "-- an exception from a destructor\n";
$attempt('of what is replaced', 'end', $throw, function () use ($cache) {
    $value = new Hook();
    $value = $cache->get('k');
});
$attempt('of what remember() computed', 'end', $throw, function () use ($cache) {
    $cache->remember('new', 60, fn() => new Hook('computed'));
});
$attempt('it was stored', 'end', fn() => null, fn() => $cache->get('new'));
$attempt('of what could not be stored', 'end', $throw, fn() => $cache->remember('never', 60, fn() => [new Hook(), fn() => 1]));

echo "-- inside of them, the same client and cache\n";
$attempt('put in __serialize', 'sleep', fn() => $cache->put('inner', 1), fn() => $cache->put('outer', new Hook()));
$attempt('forget in __unserialize', 'wake', fn() => $cache->forget('outer'), fn() => $cache->get('outer'));
$attempt('remember in __unserialize', 'wake', fn() => $cache->remember('inner 2', 60, fn() => 1), fn() => $cache->remember('k', 60, $throw));
$attempt('remember of the same key in __serialize', 'sleep', fn() => $cache->remember('same', 60, fn() => 1), fn() => $cache->remember('same', 60, fn() => new Hook()));

echo "-- a fiber suspended in them\n";
foreach (['sleep' => fn() => $cache->remember('fiber', 60, fn() => new Hook('fiber')), 'wake' => fn() => $cache->get('fiber')] as $hook => $work) {
    Hook::$$hook = fn() => \Fiber::getCurrent() && \Fiber::suspend();
    $fiber = new \Fiber($work);
    $fiber->start();
    $random = bin2hex(random_bytes(8));
    echo $client->echo($random) === $random ? 'in step' : 'OUT OF STEP', ', ', $client->health()['pool']['leased'], ' leased, ';
    $fiber->resume();
    echo $fiber->getReturn()->text, "\n";
    $abandoned = new \Fiber($hook === 'sleep' ? fn() => $cache->remember('fiber 2', 60, fn() => new Hook()) : $work);
    $abandoned->start();
    unset($abandoned);
    gc_collect_cycles();
    $attempt('abandoned', $hook, fn() => null, fn() => 0);
}

echo "-- the end of the process in them\n";
$begin = 'final class Hook { public $end; public $text = "x";
    function __serialize(): array { if ($this->end === "sleep") { HOW } return [$this->end]; }
    function __unserialize(array $data): void { if ($data[0] === "wake") { HOW } } }
    $cache = new Rediskit\Cache("' . $server->dsn(['serializer' => 'php', 'allowed_classes' => '*']) . '", ["prefix" => "e:", "compute_ttl" => 30]);
    $hook = new Hook; $hook->end = "WHERE"; ';
foreach (['exit' => 'exit(3);', 'fatal' => 'trigger_error("over", E_USER_ERROR);', 'memory limit' => 'for ($s = "x";;) { $s .= $s; }',
    'time limit' => 'set_time_limit(1); for (;;);'] as $how => $code) {
    foreach (['sleep' => '$cache->remember("s", 60, fn() => $hook);', 'wake' => '$cache->put("w", $hook); $cache->remember("w", 60, fn() => 1);'] as $where => $work) {
        if ($how === 'time limit' && $where === 'wake') {
            continue;
        }
        run_php(strtr($begin, ['HOW' => $code, 'WHERE' => $where]) . $work . ' echo "went on";', ['html_errors' => 0, 'memory_limit' => '16M'], $exit,
            ['USE_ZEND_ALLOC' => '1']);
        echo "$how, $where: $exit", $server->cmd('KEYS', '*:lease') ? ', A LEASE IS LEFT' : '', "\n";
    }
}
?>
--EXPECT--
-- an exception from __serialize: nothing is stored
Client set: DomainException mine
Client mSet: DomainException mine
Client pipeline: DomainException mine
Client transaction: DomainException mine
Cache put: DomainException mine
Cache putMany: DomainException mine
Cache add: DomainException mine
Cache remember: DomainException mine
[]
-- an exception from __unserialize: what is stored stays
Client get: DomainException mine
Client mGet: DomainException mine
Client pipeline: DomainException mine
Cache get: DomainException mine
Cache many: DomainException mine
Cache remember: DomainException mine
and without it: a Hook, text
-- an exception from a destructor
of what is replaced: DomainException mine
of what remember() computed: DomainException mine
it was stored: a Hook, computed
of what could not be stored: Rediskit\CodecException An object of class Closure cannot be stored: PHP does not allow to serialize it; store the data it stands for (key "c:never")
-- inside of them, the same client and cache
put in __serialize: true
forget in __unserialize: a Hook, text
remember in __unserialize: a Hook, text
remember of the same key in __serialize: Rediskit\LockException remember() was called for the key "c:same" while this process is computing that very key: it would wait for itself. Neither the callback nor, while it is suspended, another fiber may ask the cache for it
-- a fiber suspended in them
in step, 0 leased, fiber
abandoned: 0
in step, 0 leased, fiber
abandoned: 0
-- the end of the process in them
exit, sleep: 3
exit, wake: 3
fatal, sleep: 255
fatal, wake: 255
memory limit, sleep: 255
memory limit, wake: 255
time limit, sleep: 255
