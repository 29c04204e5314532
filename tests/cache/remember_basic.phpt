--TEST--
remember(): one round trip when it is there, three to compute; what is stored, and what the callback is given
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/proxy.inc';
use Rediskit\Cache;
use Rediskit\Tests\{Proxy, Server};

$server = Server::start();
$proxy = Proxy::to($server->socket);
$cache = new Cache($proxy->dsn(), ['prefix' => 'c:']);
$cache->remember('warm up', 1, fn() => 1);

foreach (['array' => [1, ['a' => 2]], 'null' => null, 'false' => false, 'zero' => 0, 'empty' => '', 'numeric' => '12'] as $name => $value) {
    $calls = 0;
    $compute = function (...$arguments) use (&$calls, $value) {
        $calls += $arguments === [] ? 1 : 100;
        return $value;
    };
    $cold = $proxy->trips(function () use ($cache, $name, $compute, &$first) {
        $first = $cache->remember($name, 60, $compute);
    });
    $warm = $proxy->trips(function () use ($cache, $name, $compute, &$second) {
        $second = $cache->remember($name, 60, $compute);
    });
    echo "$name: cold $cold, warm $warm, computed $calls, ", $first === $value && $second === $value ? 'equal' : 'different', "\n";
}
echo $server->commands(fn() => $cache->remember('array', 60, fn() => 1))[0][0], "\n";
echo json_encode(array_diff(array_column($server->commands(fn() => $cache->remember('new', 60, fn() => 1)), 0), ['AUTH'])), "\n";

var_dump($cache->ttl('array') > 50 && $cache->ttl('array') <= 60, $cache->rememberForever('ever', fn() => 'x'), $cache->ttl('ever'), $cache->rememberForever('ever', fn() => 'y'));
var_dump($cache->has('null'), $cache->get('null', 'default'));

echo "nothing stays beside the values: ";
var_dump(array_filter($server->cmd('KEYS', '*'), fn($key) => !str_starts_with($key, 'c:')));

echo "kinds of callables: ";
function compute_here()
{
    return 'function';
}
final class Maker
{
    public function __call($name, $arguments)
    {
        return "$name " . count($arguments);
    }
    public static function &byReference()
    {
        static $value = 'reference';
        return $value;
    }
}
$maker = new Maker;
echo $cache->remember('k1', 1, 'compute_here'), ', ', $cache->remember('k2', 1, [$maker, 'magic']), ', ',
    $cache->remember('k2', 1, [$maker, 'never called']), ', ', $cache->remember('k3', 1, ['Maker', 'byReference']), ', ', $cache->remember('k4', 1, 'phpversion') === PHP_VERSION
    ? 'no arguments' : 'arguments', "\n";
try {
    $cache->remember('k', 1, 'no such function');
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECTF--
array: cold 3, warm 1, computed 1, equal
null: cold 3, warm 1, computed 1, equal
false: cold 3, warm 1, computed 1, equal
zero: cold 3, warm 1, computed 1, equal
empty: cold 3, warm 1, computed 1, equal
numeric: cold 3, warm 1, computed 1, equal
GET
["GET","EVALSHA","EVALSHA"]
bool(true)
string(1) "x"
NULL
string(1) "x"
bool(true)
NULL
nothing stays beside the values: array(0) {
}
kinds of callables: function, magic 0, magic 0, reference, no arguments
Rediskit\Cache::remember(): Argument #3 ($compute) must be a valid callback, function "no such function" not found or invalid function name
