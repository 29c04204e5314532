--TEST--
User code that runs while arguments are read may assign to variables that were given by reference
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use Rediskit\Cache;
use Rediskit\Client;
use Rediskit\Codec;
use Rediskit\Tests\Server;

/* Text and value whose making runs something. */
final class Meddler
{
    public static ?Closure $work = null;

    public function __toString(): string
    {
        (self::$work)();

        return 'meddler';
    }

    public function __serialize(): array
    {
        (self::$work)();

        return [1];
    }

    public function __unserialize(array $data): void
    {
    }
}

$server = Server::start();
$client = new Client($server->dsn());
$serializing = new Client($server->dsn(['serializer' => 'php']));
$cache = new Cache($serializing, ['prefix' => 'cache:']);

/* What is read is what was there when the call began. */
$words = [str_repeat('x', 50), str_repeat('y', 50)];
Meddler::$work = function () use (&$words) { $words = null; };
var_dump($client->command('RPUSH', 'list', new Meddler(), [&$words]));
var_dump($client->command('LRANGE', 'list', 1, 2) === [str_repeat('x', 50), str_repeat('y', 50)]);

$limit = [new Meddler(), str_repeat('1', 3)];
Meddler::$work = function () use (&$limit) { $limit = null; };
try {
    $client->sort('list', ['LIMIT' => &$limit]);
} catch (Rediskit\CommandException $e) {
    echo $e->getMessage(), "\n";
}

$patterns = [new Meddler(), 'a*', 'b*'];
Meddler::$work = function () use (&$patterns) { $patterns = null; };
var_dump(count($client->sort('list', ['ALPHA' => true, 'GET' => &$patterns])));

foreach (['mSet' => fn (&$value) => $serializing->mSet(['m' => &$value]), 'putMany' => fn (&$value) => $cache->putMany(['m' => &$value])] as $what => $store) {
    $value = [new Meddler(), [1, 2, 3], str_repeat('z', 50)];
    Meddler::$work = function () use (&$value) { $value = null; };
    var_dump($store($value), $value);
    $stored = $what === 'mSet' ? $serializing->get('m') : $cache->get('m');
    var_dump($stored[1] === [1, 2, 3] && $stored[2] === str_repeat('z', 50));
}

/* A codec in use stays the one it is. */
$codec = new Codec('php');
Meddler::$work = fn () => $codec->__construct('json');
try {
    $codec->encode([new Meddler(), 1]);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
int(3)
bool(true)
ERR value is not an integer or out of range
int(9)
bool(true)
NULL
bool(true)
bool(true)
NULL
bool(true)
A Codec cannot be constructed twice
