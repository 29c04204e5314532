--TEST--
Refreshes left for later: callbacks that are private, exit, or find something stale themselves; where there is no later any more they are done at once
--EXTENSIONS--
rediskit
session
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/builtin.inc';
use Rediskit\Cache;
use Rediskit\Tests\{BuiltIn, Server};
use function Rediskit\Tests\run_php;

$server = Server::start();
$dsn = var_export($server->dsn(), true);
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);
$make_stale = function (string ...$keys) use ($cache) {
    foreach ($keys as $key) {
        $cache->forget($key);
        $cache->remember($key, 0.001, fn() => 'old', stale: 60);
    }
    usleep(3000);
};

echo "callbacks that only their class may call\n";
class Base
{
    protected static function ofParent(): string
    {
        return static::class . ', of the parent';
    }
}
final class Page extends Base
{
    public function read(Cache $cache): void
    {
        $callbacks = ['private' => [$this, 'render'], 'static' => [self::class, 'renderStatic'], 'parent' => [self::class, 'ofParent'], 'magic' => [$this, 'anything'],
            'function' => 'php_sapi_name', 'first class' => $this->render(...), 'invoked' => [$this->render(...), '__invoke']];
        foreach ($callbacks as $key => $callback) {
            $cache->flexible($key, [60, 120], $callback);
        }
    }
    private function render(): string
    {
        return 'rendered by ' . static::class;
    }
    private static function renderStatic(): string
    {
        return 'rendered without an object';
    }
    public function __call(string $name, array $arguments): string
    {
        return "$name() is magic";
    }
    public function listen(string $dsn): Cache
    {
        return new Cache($dsn, ['prefix' => 'c:', 'on_event' => [$this, 'hear']]);
    }
    private function hear(string $event, string $key): void
    {
        echo "heard: $event $key\n";
    }
}
$keys = ['private', 'static', 'parent', 'magic', 'function', 'first class', 'invoked'];
$make_stale(...$keys);
(new Page)->read($cache);
echo Cache::runDeferred(), ' ', json_encode($cache->many($keys)), "\n";
(new Page)->listen($server->dsn())->get('none');

echo "exit: all others have their turn, then it goes on\n";
$make_stale('a', 'b', 'c');
echo run_php(<<<PHP
    \$cache = new Rediskit\Cache($dsn, ['prefix' => 'c:']);
    \$cache->flexible('a', [60, 120], fn() => exit("exits\n"));
    \$cache->flexible('b', [60, 120], fn() => 'new');
    \$cache->flexible('c', [60, 120], fn() => exit(3));
    try {
        Rediskit\Cache::runDeferred();
    } finally {
        echo "not told to the program\n";
    }
    PHP, [], $exit), $exit, ' ', json_encode($cache->many(['a', 'b', 'c'])), "\n";

echo "an exception whose message is no text\n";
final class Odd extends Exception
{
    public function __construct(object $message)
    {
        $this->message = $message;
    }
}
$throwing = new class {
    public function __toString(): string
    {
        throw new LogicException('called');
    }
};
ini_set('error_log', $log = "$server->dir/php.log");
$make_stale('a');
echo $cache->remember('a', 60, fn() => throw new Odd($throwing), stale: 60), "\n", preg_replace('/^\[.*?\] /', '', file_get_contents($log));

echo "two that ask for each other, and are always stale\n";
$make_stale('a', 'b');
$calls = 0;
$callback = function (string $other) use (&$callback, &$calls, $cache) {
    return function () use ($other, $callback, &$calls, $cache) {
        return ++$calls < 100 ? 'with ' . $cache->flexible($other, [0, 60], $callback($other === 'a' ? 'b' : 'a')) : throw new Error('without end');
    };
};
$cache->flexible('a', [0, 60], $callback('b'));
echo Cache::runDeferred(), " left for later, $calls called, ", $cache->get('a'), "\n";
$callback = null; // it refers to itself

echo "destructors that run when all shutdown functions have\n";
$make_stale('a');
echo run_php(<<<PHP
    \$object = new class(new Rediskit\Cache($dsn, ['prefix' => 'c:'])) {
        public function __construct(private Rediskit\Cache \$cache)
        {
        }
        public function __destruct()
        {
            echo \$this->cache->flexible('a', [60, 120], fn() => 'at once'), "\\n";
        }
    };
    register_shutdown_function(fn() => print("a shutdown function\\n"));
    PHP);

echo "a session handler that PHP calls after everything else\n";
$site = BuiltIn::start(['index.php' => <<<PHP
    <?php
    final class Handler implements SessionHandlerInterface
    {
        public function open(\$path, \$name): bool
        {
            return true;
        }
        public function read(\$id): string
        {
            return '';
        }
        public function write(\$id, \$data): bool
        {
            \$cache = new Rediskit\Cache($dsn, ['prefix' => 'c:']);
            \$cache->put("written \$_GET[n]", \$cache->flexible('late', [0, 60], fn() => "by request \$_GET[n]"));
            return \$cache->remember("missing \$_GET[n]", 60, fn() => true);
        }
        public function close(): bool
        {
            return true;
        }
        public function destroy(\$id): bool
        {
            return true;
        }
        public function gc(\$lifetime): int
        {
            return 0;
        }
    }
    session_set_save_handler(new Handler, false);
    session_start();
    \$_SESSION['n'] = \$_GET['n'];
    echo (new Rediskit\Cache($dsn, ['prefix' => 'c:']))->remember("page \$_GET[n]", 60, fn() => "page \$_GET[n]");
    PHP], workers: 2);
for ($n = 1; $n <= 4; $n++) {
    usleep(3000);
    echo $site->get("/index.php?n=$n")->body, ', written ', Rediskit\Tests\wait_until(fn() => $cache->get("written $n")), "\n";
}
?>
--EXPECTF--
callbacks that only their class may call
7 {"private":"rendered by Page","static":"rendered without an object","parent":"Page, of the parent","magic":"anything() is magic","function":"cli","first class":"rendered by Page","invoked":"rendered by Page"}
heard: miss none
exit: all others have their turn, then it goes on
exits
3 {"a":"old","b":"new","c":"old"}
an exception whose message is no text
old
rediskit: the cached value "c:a" could not be refreshed, and is served stale: Odd:%w
two that ask for each other, and are always stale
1 left for later, 2 called, with with old
destructors that run when all shutdown functions have
a shutdown function
at once
a session handler that PHP calls after everything else
page 1, written by request 1
page 2, written by request 2
page 3, written by request 3
page 4, written by request 4
