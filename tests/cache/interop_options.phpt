--TEST--
Cache, option interop: what is stored is JSON text, and what needs more is refused before anything is computed
--EXTENSIONS--
rediskit
pcntl
posix
--INI--
rediskit.serializer=php
rediskit.compression=zstd
rediskit.compression_threshold=1
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use Rediskit\Cache;

// The Client's settings, and those of php.ini, are others.
$server = Rediskit\Tests\Server::start();
$cache = new Cache(new Rediskit\Client($server->dsn(['serializer' => 'php', 'compression' => 'zstd', 'compat' => 1])), ['prefix' => 'p:', 'interop' => true, 'jitter' => 0.1]);

/** Prints the stored bytes of all values. */
function stored(): void
{
    global $server;
    $keys = array_filter($server->cmd('KEYS', 'p:*'), fn($key) => !str_contains($key, '{'));
    sort($keys);
    foreach ($keys as $key) {
        $value = $server->cmd('GET', $key);
        echo "$key ", strlen($value) < 60 ? $value : md5($value) . (json_decode($value) === range(0, 999) ? ' a list' : ' no list'), "\n";
    }
    $server->cmd('FLUSHALL');
}

function refused(callable $work): void
{
    try {
        $work();
        echo "accepted\n";
    } catch (Rediskit\ConfigException $error) {
        echo $error->getMessage(), "\n";
    }
}

echo "-- values\n";
$values = ['array' => ['a' => 1, 'b' => [1.0, null]], 'empty' => [], 'false' => false, 'float' => 1.5, 'integer' => 7, 'null' => null, 'number' => '7', 'text' => "Théière\n/", 'word' => 'true'];
$cache->putMany($values, 60);
var_dump($cache->many(array_keys($values)) === $values);
stored();

echo "-- ways to store\n";
$cache->put('put', range(0, 999), 60);
$cache->add('add', ['x'], 60);
$cache->forever('forever', 'x');
$cache->remember('remember', 60, fn() => ['x']);
$cache->remember('remember early', 60, fn() => ['x'], beta: 0, stale: 0);
$cache->rememberForever('rememberForever', fn() => 'x');
$cache->rememberMany(['many 1', 'many 2'], 60, fn($missing) => array_flip($missing));
$cache->warm(['warm' => ['x']], 60);
$cache->increment('counter', 5, 60);
$cache->decrement('counter', 2);
stored();

echo "-- of others\n";
$server->cmd('SET', 'p:others', '{"a": [1, 2.50, null, "\u00e9"], "n": 12345678901234567890}');
$server->cmd('SET', 'p:php', 'a:1:{i:0;i:1;}');
echo json_encode($cache->get('others')), ' ', json_encode($cache->get('php')), "\n";

echo "-- refused, by the constructor\n";
foreach ([
    ['serializer' => 'php'], ['compression' => 'zstd'], ['mac_key' => str_repeat('k', 16)], ['stale' => 5], ['beta' => 1], ['interop' => 'yes'],
    ['serializer' => 'json', 'compression' => 'none', 'stale' => 0, 'beta' => 0, 'mac_key' => '', 'refresh' => 'after'],
] as $options) {
    refused(fn() => new Cache($server->dsn(), $options + ['prefix' => 'p:', 'interop' => true]));
}
$signing = new Rediskit\Client($server->dsn(['serializer' => 'php', 'mac_key' => str_repeat('k', 16)]));
refused(fn() => new Cache($signing, ['interop' => true]));
refused(fn() => new Cache($signing, ['interop' => true, 'mac_key' => '']));
ini_set('rediskit.mac_key', str_repeat('k', 16));
refused(fn() => new Cache($server->dsn(), ['interop' => true]));
refused(fn() => (new Cache($server->dsn(), ['prefix' => 'p:', 'interop' => true, 'mac_key' => '']))->put('unsigned', []));
ini_set('rediskit.mac_key', '');
stored();

echo "-- refused, by methods\n";
$computed = fn() => print('computed ');
refused(fn() => $cache->remember('k', 60, $computed, stale: 5));
refused(fn() => $cache->remember('k', 60, $computed, beta: 1));
refused(fn() => $cache->rememberMany(['k'], 60, $computed, stale: 5));
refused(fn() => $cache->flexible('k', [1, 2], $computed));
refused(fn() => $cache->tags('t'));
?>
--EXPECT--
-- values
bool(true)
p:array {"a":1,"b":[1.0,null]}
p:empty []
p:false false
p:float 1.5
p:integer 7
p:null null
p:number "7"
p:text "Théière\n/"
p:word "true"
-- ways to store
p:add ["x"]
p:counter 3
p:forever "x"
p:many 1 0
p:many 2 1
p:put e5f95418e4e1ade007494b10f25b138f a list
p:remember ["x"]
p:remember early ["x"]
p:rememberForever "x"
p:warm ["x"]
-- of others
{"a":[1,2.5,null,"\u00e9"],"n":"12345678901234567890"} "a:1:{i:0;i:1;}"
-- refused, by the constructor
The option "interop" means the serializer json and no compression: leave "serializer" and "compression" away, or interop
The option "interop" means the serializer json and no compression: leave "serializer" and "compression" away, or interop
The option "interop" and a mac_key exclude each other, for other programs do not sign what they write: without the key ('mac_key' => '') whoever may write to the server is believed
The options "interop" and "stale" exclude each other: when a value becomes stale is written in an envelope, which other programs do not know
The options "interop" and "beta" exclude each other: when a value becomes stale is written in an envelope, which other programs do not know
The option "interop" must be true or false, string given
accepted
The option "interop" and a mac_key exclude each other, for other programs do not sign what they write: without the key ('mac_key' => '') whoever may write to the server is believed
accepted
The option "interop" and a mac_key exclude each other, for other programs do not sign what they write: without the key ('mac_key' => '') whoever may write to the server is believed
accepted
p:others {"a": [1, 2.50, null, "\u00e9"], "n": 12345678901234567890}
p:php a:1:{i:0;i:1;}
p:unsigned []
-- refused, by methods
A cache with the option interop stores nothing but JSON text, and stale needs an envelope around the value, which other programs do not know: use a cache without that option for such values
A cache with the option interop stores nothing but JSON text, and beta needs an envelope around the value, which other programs do not know: use a cache without that option for such values
A cache with the option interop stores nothing but JSON text, and stale needs an envelope around the value, which other programs do not know: use a cache without that option for such values
A cache with the option interop stores nothing but JSON text, and flexible() needs an envelope around the value, which other programs do not know: use a cache without that option for such values
A cache with the option interop stores nothing but JSON text, and tags() needs an envelope around the value, which other programs do not know: use a cache without that option for such values
