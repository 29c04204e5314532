--TEST--
Times to live: seconds, intervals, moments, for ever, nothing left; and what is none
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => '']);

/** What a time to live becomes on the wire, in seconds; moments come nearer while the test runs, so long times are rounded up to 10 seconds. */
function stored(mixed $ttl): string
{
    global $server, $cache;
    foreach ($server->commands(fn() => $cache->put('k', 'new', $ttl)) as $command) {
        if ($command[0] === 'SET') {
            $seconds = ($command[4] ?? 0) / 1000;
            return isset($command[4]) ? ($seconds > 10 ? 10 * ceil($seconds / 10) : $seconds) . ' s' : 'for ever';
        }
    }
    return $server->cmd('EXISTS', 'k') ? 'still there' : 'removed';
}

final class Late extends DateTimeImmutable
{
    public function format(string $format): string
    {
        return 'not a number';
    }
}

final class Unmade extends DateInterval
{
    public function __construct()
    {
    }
}

foreach ([
    'null' => null,
    '60' => 60,
    '0.5' => 0.5,
    '1.2' => 1.2,
    'numeric string' => '60',
    'interval' => new DateInterval('PT90S'),
    'interval of months' => (new DateTime('2030-01-01'))->diff(new DateTime('2030-01-11')),
    'moment' => new DateTime('+100 seconds'),
    'immutable moment' => new DateTimeImmutable('+100 seconds'),
    'moment elsewhere' => new DateTimeImmutable('+100 seconds', new DateTimeZone('Asia/Tokyo')),
    'subclass with a format of its own' => new Late('+100 seconds'),
    '0' => 0,
    '-1' => -1,
    '-0.5' => -0.5,
    'past' => new DateTime('-1 second'),
    'inverted interval' => (new DateTime('2030-01-11'))->diff(new DateTime('2030-01-01')),
    '1970' => new DateTime('@0'),
    '1900' => new DateTime('1900-01-01 UTC'),
    'before a count of microseconds begins' => new DateTime('@-9300000000000'),
] as $name => $ttl) {
    echo "$name: ", stored($ttl), "\n";
}

echo "a rest of a millisecond: ", $server->commands(fn() => $cache->put('k', 1, 0.0001))[0][4], "\n";
echo "no rounding up of 0.3: ", $server->commands(fn() => $cache->put('k', 1, 0.3))[0][4], "\n";

$cache->put('k', 1, 60);
var_dump($cache->ttl('k') > 50 && $cache->ttl('k') <= 60, $cache->touch('k', 1000), $cache->ttl('k') > 900 && $cache->ttl('k') <= 1000, $cache->touch('k', null), $cache->ttl('k'));
var_dump($cache->touch('k', 0), $cache->ttl('k'), $cache->touch('k', 0), $cache->add('k', 1, 0), $cache->has('k'));

echo "what is converted is a copy: ";
$periods = static function () use ($cache): array {
    $literal = ['60', '120'];
    $cache->forget('f');
    $cache->flexible('f', $literal, fn() => 1);
    return $literal;
};
$text = '60';
$referred = [&$text, 120];
$cache->flexible('g', $referred, fn() => 1);
var_dump([$periods(), $periods(), $text] === [['60', '120'], ['60', '120'], '60']);

foreach (['text', [], new stdClass, true, INF, NAN, 2e12, PHP_INT_MAX, new DateTime('9999-12-31'), new DateTime('@2000000000000'), new Unmade()] as $ttl) {
    try {
        echo stored($ttl), "\n";
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
?>
--EXPECTF--
null: for ever
60: 60 s
0.5: 0.5 s
1.2: 1.2 s
numeric string: 60 s
interval: 90 s
interval of months: 864000 s
moment: 100 s
immutable moment: 100 s
moment elsewhere: 100 s
subclass with a format of its own: 100 s
0: removed
-1: removed
-0.5: removed
past: removed
inverted interval: removed
1970: removed
1900: removed
before a count of microseconds begins: removed
a rest of a millisecond: 1
no rounding up of 0.3: 300
bool(true)
bool(true)
bool(true)
bool(true)
NULL
bool(true)
float(0)
bool(false)
bool(false)
bool(false)
what is converted is a copy: bool(true)
TypeError: Rediskit\Cache::put(): Argument #3 ($ttl) must be of type DateInterval|DateTimeInterface|int|float|null, string given
TypeError: Rediskit\Cache::put(): Argument #3 ($ttl) must be of type DateInterval|DateTimeInterface|int|float|null, array given
TypeError: Rediskit\Cache::put(): Argument #3 ($ttl) must be of type DateInterval|DateTimeInterface|int|float|null, stdClass given
1 s
ValueError: Rediskit\Cache::put(): Argument #3 ($ttl) must be a finite number of seconds; null is for ever
ValueError: Rediskit\Cache::put(): Argument #3 ($ttl) must be a finite number of seconds; null is for ever
ValueError: Rediskit\Cache::put(): Argument #3 ($ttl) must be at most 1000000000000 seconds; null is for ever
ValueError: Rediskit\Cache::put(): Argument #3 ($ttl) must be at most 1000000000000 seconds; null is for ever
2516%d%S s
ValueError: Rediskit\Cache::put(): Argument #3 ($ttl) must be at most 1000000000000 seconds; null is for ever
%S%SError: %s has not been correctly initialized by %s
