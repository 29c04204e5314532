--TEST--
Cache, on_event: the callback may use the cache, throw, exit, change fibers and hold the cache; nothing is lost, nothing leaks
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\run_php;

$server = Server::start();
$with = fn(?callable $callback) => new Cache($server->dsn(), ['prefix' => 'c:', 'on_event' => $callback]);

echo "it uses the cache, and is told nothing of that\n";
$cache = $with(function (string $event, string $key) use (&$cache) {
    echo "  $event $key, ", $cache->increment("count:$event"), ', ', $cache->tags('t')->remember($key, 60, fn() => 'computed'), ', ', json_encode($cache->get($key)), "\n";
});
$cache->put('a', 1);
$cache->remember('b', 60, fn() => 2);
$cache->remember('b', 60, fn() => 3);
echo '  afterwards: ';
$cache->get('a');

echo "it throws: what was stored is stored, and it is heard no more in that call\n";
$throwing = $with(function (string $event, string $key) {
    echo "  $event $key: ";
    throw new DomainException("about $event");
});
$calls = [
    fn() => $throwing->put('p', 'stored'), fn() => $throwing->get('p'), fn() => $throwing->get('none', 'default'), fn() => $throwing->many(['p', 'none' => fn() => print('never')]),
    fn() => $throwing->putMany(['q' => 'stored', 'r' => 'stored']), fn() => $throwing->remember('s', 60, fn() => 'stored'), fn() => $throwing->remember('s', 60, fn() => 'never'),
    fn() => $throwing->rememberMany(['s', 't'], 60, fn() => ['t' => 'stored']), fn() => $throwing->increment('i'), fn() => $throwing->forget('p'),
    fn() => $throwing->warm(['u' => 'stored']), fn() => $throwing->remember('v', 60, fn() => throw new LogicException('its own')), fn() => $throwing->pull('q'),
];
foreach ($calls as $call) {
    try {
        echo json_encode($call()), "\n";
    } catch (Exception $error) {
        echo $error->getMessage(), $error->getPrevious() ? ', before: ' . $error->getPrevious()->getMessage() : '', "\n";
    }
}
$plain = $with(null);
echo '  ', json_encode($plain->many(['p', 'q', 'r', 's', 't', 'u', 'i'])), "\n";
$server->cmd('RPUSH', 'c:list', 'x');
try {
    $throwing->get('list');
} catch (Exception $error) {
    echo get_class($error), ', before: ', get_class($error->getPrevious()), "\n";
}

echo "a refresh for later\n";
$plain->remember('f', 0.001, fn() => 'old', stale: 60);
usleep(3000);
$told = 0;
$once = $with(function (string $event) use (&$told) {
    echo "  $event\n";
    if ($event === 'compute') {
        throw new DomainException('about compute');
    }
});
$once->flexible('f', [60, 120], fn() => 'new');
unset($once);
try {
    Cache::runDeferred();
} catch (DomainException $error) {
    echo '  ', $error->getMessage(), ', stored: ', $plain->get('f'), "\n";
}

echo "it changes fibers\n";
$slow = $with(function (string $event, string $key) {
    echo "  $event $key\n";
    Fiber::suspend();
});
$fiber = new Fiber(fn() => $slow->put('x', 1));
$fiber->start();
echo '  meanwhile: ', json_encode($plain->get('x')), "\n";
$fiber->resume();
var_dump($fiber->getReturn());
$fiber = new Fiber(fn() => $slow->put('y', 1));
$fiber->start();
unset($fiber);
gc_collect_cycles();
$cache->get('a');

echo "a callback that holds its cache is collected\n";
final class Holder
{
    public Cache $cache;
    public Rediskit\TaggedCache $tagged;

    public function __construct(string $dsn)
    {
        $this->cache = new Cache($dsn, ['prefix' => 'c:', 'on_event' => [$this, 'hear']]);
        $this->tagged = $this->cache->tags('t');
    }

    public function hear(string $event, string $key): void
    {
    }

    public function __destruct()
    {
        echo "  collected\n";
    }
}
$holder = new Holder($server->dsn());
$holder->cache->put('a', 1);
$holder->tagged->put('a', 1);
unset($holder);
gc_collect_cycles();
$memory = 0;
$mute = $with(fn() => throw new DomainException);
for ($i = 0; $i < 200; $i++) {
    $cycle = $with(function () use (&$cycle) {
    });
    $cycle->many(['a', 'b']);
    $cycle->remember("cycle $i", 60, fn() => 1);
    try {
        $mute->putMany(['a' => 1, 'b' => 2]);
    } catch (DomainException) {
    }
    if ($i === 100) {
        unset($cycle);
        gc_collect_cycles();
        $memory = memory_get_usage();
    }
}
unset($cycle);
gc_collect_cycles();
echo "  grown by ", max(0, memory_get_usage() - $memory) < 4096 ? 'nothing' : memory_get_usage() - $memory, "\n";

echo "it exits, or is cut off\n";
foreach (['exit(0);', 'error_reporting(E_USER_ERROR); trigger_error("fatal", E_USER_ERROR);'] as $end) {
    echo trim(run_php('$cache = new Rediskit\Cache(' . var_export($server->dsn(), true) . ', ["prefix" => "c:", "on_event" => function ($event, $key) { echo "$event $key\n"; if ($event === "compute") { ' . $end . ' } }]);
        register_shutdown_function(fn() => $cache->get("end"));
        $cache->remember("end", 60, fn() => "stored"); echo "never";', [], $exit)), "\n";
    echo $plain->pull('end'), "\n";
}
// At the end of a script PHP leaves cycles to its memory manager, which valgrind goes without.
unset($cache);
gc_collect_cycles();
?>
--EXPECTF--
it uses the cache, and is told nothing of that
  write a, 1, computed, 1
  miss b, 1, computed, 2
  compute b, 1, computed, 2
  write b, 2, computed, 2
  hit b, 1, computed, 2
  afterwards:   hit a, 2, computed, 1
it throws: what was stored is stored, and it is heard no more in that call
  write p: about write
  hit p: about hit
  miss none: about miss
  hit p: about hit
  write q: about write
  miss s: about miss
  hit s: about hit
  hit s: about hit
  write i: about write
  forget p: about forget
  write u: about write
  miss v: about miss, before: its own
  hit q: about hit
  {"p":null,"q":null,"r":"stored","s":"stored","t":"stored","u":"stored","i":1}
  error list: DomainException, before: Rediskit\WrongTypeException
a refresh for later
  stale
  compute
  about compute, stored: new
it changes fibers
  write x
  meanwhile: 1
bool(true)
  write y
  hit a, 3, computed, 1
a callback that holds its cache is collected
  collected
  grown by nothing
it exits, or is cut off
miss end
compute end
hit end
stored
miss end
compute end

Fatal error: fatal in Command line code on line %d
stored
