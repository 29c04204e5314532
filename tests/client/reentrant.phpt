--TEST--
User code that runs while a value is encoded or decoded may use the same client, throw, or change it
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

final class Hooked
{
    public static ?\Closure $sleep = null;
    public static ?\Closure $wake = null;

    public function __construct(public string $text = 'text')
    {
    }

    public function __serialize(): array
    {
        (self::$sleep ?? fn () => null)();
        return [$this->text];
    }

    public function __unserialize(array $data): void
    {
        $this->text = $data[0];
        (self::$wake ?? fn () => null)();
    }

    public function __toString(): string
    {
        (self::$sleep ?? fn () => null)();
        return $this->text;
    }
}

$server = Server::start();
$client = new Client($server->dsn(['serializer' => 'php', 'allowed_classes' => '*', 'prefix' => 'p:']));

echo "commands inside of encoding\n";
Hooked::$sleep = fn () => print(show($client->incr('count')) . show($client->get('count')) . ' ');
echo show($client->set('k', new Hooked())), show($client->get(new Hooked('k'))), "\n";
echo show($client->mSet(['a' => new Hooked('1'), 'b' => new Hooked('2')])), show($client->mGet(['a', 'b'])), "\n";

echo "deeper than the requests that are kept\n";
$depth = 0;
Hooked::$sleep = function () use ($client, &$depth) {
    if ($depth++ < 8) {
        $client->set("inner$depth", new Hooked());
    }
};
echo show($client->set('k', new Hooked('deep'))), show($depth), show($client->get('k')->text), show($client->get('inner8')), "\n";

echo "inside of encoding, while queueing: the inner command comes first\n";
$client->pipeline();
Hooked::$sleep = fn () => $client->incr('count');
$client->set('k', new Hooked('queued'));
Hooked::$sleep = null;
echo show($client->get('k')->exec()), "\n";

echo "exec() inside of encoding\n";
$client->pipeline()->get('count');
Hooked::$sleep = fn () => print(show($client->exec()));
echo show($client->set('k', new Hooked('alone'))), show($client->get('k')->text), "\n";

echo "inside of decoding\n";
Hooked::$sleep = null;
Hooked::$wake = fn () => print(show($client->incr('count')) . show($client->pipeline()->get('count')->exec()) . ' ');
echo show($client->get('k')), "\n";
echo show($client->mGet(['a', 'b'])), "\n";
echo show($client->pipeline()->get('k')->get('count')->hGetAll('none')->exec()), "\n";

echo "throwing\n";
Hooked::$sleep = fn () => throw new \LogicException('while encoding');
attempt(fn () => $client->set('k', new Hooked()));
attempt(fn () => $client->mSet(['x' => 1, 'y' => new Hooked()]));
attempt(fn () => $client->pipeline(fn ($pipe) => $pipe->set('x', 1)->set('y', new Hooked())));
Hooked::$sleep = null;
Hooked::$wake = fn () => throw new \LogicException('while decoding');
attempt(fn () => $client->get('k'));
attempt(fn () => $client->mGet(['none', 'k', 'a']));
attempt(fn () => $client->pipeline()->get('count')->get('k')->lRange('none', 0, -1)->exec());
attempt(fn () => $client->multi()->get('k')->exec());
Hooked::$wake = null;
echo show($client->get('x')), show($client->get('k')), "\n";

echo "changing the client\n";
Hooked::$sleep = fn () => $client->setOption('prefix', 'q:');
echo show($client->set('moved', new Hooked())), show($client->get('moved')), show($server->cmd('EXISTS', 'p:moved')), "\n";
Hooked::$sleep = null;
Hooked::$wake = function () use ($client) {
    $client->setOption('serializer', 'none');
    $client->close();
};
$client->setOption('prefix', 'p:');
echo show($client->mGet(['k', 'a'])), show($client->getOption('serializer')), "\n";

echo "a client that is gone when its value is decoded\n";
Hooked::$wake = function () {
    $GLOBALS['short'] = null;
};
$short = new Client($server->dsn(['serializer' => 'php', 'allowed_classes' => '*', 'prefix' => 'p:', 'persistent' => 0]));
echo show($short->get('k')), show($short), "\n";
?>
--EXPECT--
commands inside of encoding
11 true22 Rediskit\Tests\Hooked
33 44 true[Rediskit\Tests\Hooked, Rediskit\Tests\Hooked]
deeper than the requests that are kept
true9'deep'Rediskit\Tests\Hooked
inside of encoding, while queueing: the inner command comes first
[5, true, Rediskit\Tests\Hooked]
exec() inside of encoding
[5]true'alone'
inside of decoding
6[6] Rediskit\Tests\Hooked
7[7] 8[8] [Rediskit\Tests\Hooked, Rediskit\Tests\Hooked]
9[9] [Rediskit\Tests\Hooked, 8, []]
throwing
LogicException: while encoding
LogicException: while encoding
LogicException: while encoding
LogicException: while decoding
LogicException: while decoding
LogicException: while decoding
LogicException: while decoding
NULLRediskit\Tests\Hooked
changing the client
trueNULL1
[Rediskit\Tests\Hooked, Rediskit\Tests\Hooked]'none'
a client that is gone when its value is decoded
Rediskit\Tests\HookedNULL
