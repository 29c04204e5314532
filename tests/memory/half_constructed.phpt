--TEST--
Objects whose constructor has not ended, as user code in its arguments can see them, say so
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use Rediskit\{Cache, Client, Codec, Counter, Lock, SessionHandler};
use Rediskit\Tests\Server;

/* An argument whose conversion to a string looks for the object under construction, and fails. */
final class Thief
{
    public static ?object $found = null;

    public function __toString(): string
    {
        foreach (debug_backtrace() as $frame) {
            if ($frame['function'] === '__construct') {
                self::$found = $frame['object'];
            }
        }
        throw new Exception();
    }
}

/* Something for each parameter that has to be given. */
function arguments(ReflectionMethod $method): array
{
    $arguments = [];
    foreach ($method->getParameters() as $parameter) {
        if ($parameter->isOptional()) {
            break;
        }
        $type = (string) $parameter->getType();
        $arguments[] = match (true) {
            str_contains($type, 'callable') => fn () => 1,
            str_contains($type, 'array') => ['a' => 1],
            str_contains($type, 'string'), str_contains($type, 'mixed') => 'text',
            default => 1,
        };
    }

    return $arguments;
}

$server = Server::start();
$client = new Client($server->dsn());
$half = [];
foreach ([
    fn () => new Client(new Thief()),
    fn () => new Cache(new Thief()),
    fn () => new Lock($client, new Thief()),
    fn () => new Counter($client, new Thief()),
    fn () => new Codec(new Thief()),
    fn () => new SessionHandler($client, prefix: new Thief()),
] as $make) {
    try {
        $make();
    } catch (Exception) {
        $half[] = Thief::$found;
    }
}
foreach ($half as $object) {
    $class = new ReflectionClass($object);
    $refused = 0;
    $others = [];
    foreach ($class->getMethods() as $method) {
        if ($method->isConstructor() || $method->isStatic()) {
            continue;
        }
        try {
            @$method->invokeArgs($object, arguments($method));
            $others[] = $method->getName();
        } catch (Error $e) {
            str_contains($e->getMessage(), 'was not constructed') ? $refused++ : $others[] = $method->getName() . ': ' . $e->getMessage();
        }
    }
    var_export($object, true);
    print_r($object, true);
    echo $class->getShortName(), ': ', $refused > 0 ? 'refuses' : 'does not refuse', ' [', implode(', ', $others), "]\n";
}
foreach ([fn ($c) => new Cache($c), fn ($c) => new Lock($c, 'name'), fn ($c) => new Counter($c, 'name'), fn ($c) => new SessionHandler($c)] as $make) {
    try {
        $make($half[0]);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
Client: refuses []
Cache: refuses []
Lock: refuses []
Counter: refuses []
Codec: refuses []
SessionHandler: refuses [gc]
The Rediskit\Client was not constructed
The Rediskit\Client was not constructed
The Rediskit\Client was not constructed
The Rediskit\Client was not constructed
