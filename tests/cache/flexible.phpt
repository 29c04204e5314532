--TEST--
flexible() and refresh: 'after': the stale value at once, the computation when the script ends or runDeferred() is called
--EXTENSIONS--
rediskit
pcntl
session
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\run_php;

$server = Server::start();
$dsn = var_export($server->dsn(), true);
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);
$make_stale = function (string $key) use ($cache) {
    $cache->forget($key);
    $cache->remember($key, 0.001, fn() => 'old', stale: 60);
    usleep(3000);
};
$make_stale('warm up');
$cache->remember('warm up', 60, fn() => 'new', stale: 60);

echo "round trips\n";
$trips = function (callable $work) use ($server) {
    $result = null;
    $count = $server->roundTrips(function () use ($work, &$result) {
        $result = $work();
    });
    echo json_encode($result), ", $count\n";
};
$trips(fn() => $cache->flexible('a', [60, 120], fn() => 'computed'));
$trips(fn() => $cache->flexible('a', [60, 120], fn() => 'never'));
$make_stale('a');
$trips(fn() => $cache->flexible('a', [60, 120], fn() => 'refreshed'));
$trips(fn() => $cache->flexible('a', [60, 120], fn() => 'never'));
$trips(fn() => Cache::runDeferred());
$trips(fn() => Cache::runDeferred());
$trips(fn() => $cache->flexible('a', [60, 120], fn() => 'never'));
$make_stale('a');
$trips(fn() => $cache->flexible('a', [60, 120], fn() => 'at once', refresh: 'now'));
$make_stale('a');
$trips(fn() => $cache->remember('a', 60, fn() => 'left for later', refresh: 'after'));
$trips(fn() => Cache::runDeferred());
$trips(fn() => $cache->get('a'));
$trips(fn() => $cache->flexible('soon', [0, 60], fn() => 'stale at once'));

$make_stale('gone');
$cache->flexible('gone', [60, 120], fn() => 'deferred');
$server->cmd('DEL', 'c:gone');
$trips(fn() => $cache->flexible('gone', [60, 120], fn() => 'computed beside it'));
$trips(fn() => [Cache::runDeferred(), $cache->get('gone')]);

echo "a moment and an interval\n";
$cache->flexible('b', [new DateInterval('PT1M'), new DateTimeImmutable('+2 minutes')], fn() => 1);
var_dump(round($cache->ttl('b'), -1));

echo "the end of a script\n";
$make_stale('a');
$make_stale('b');
echo run_php(<<<PHP
    \$cache = new Rediskit\Cache($dsn, ['prefix' => 'c:']);
    ini_set('session.use_cookies', 0);
    session_start();
    register_shutdown_function(function () {
        echo "an early shutdown function\\n";
        register_shutdown_function(fn() => print("one that it registers\\n"));
    });
    foreach (['a', 'b'] as \$key) {
        echo \$cache->flexible(\$key, [60, 120], function () use (\$key, \$cache) {
            echo "computing \$key, the session is ", session_status() === PHP_SESSION_ACTIVE ? 'open' : 'closed', "\\n";
            if (\$key === 'b') {
                echo \$cache->flexible('warm up', [60, 120], fn() => 1), " from inside\\n";
            }
            return "new \$key";
        }), "\\n";
    }
    register_shutdown_function(fn() => print("a late shutdown function\\n"));
    exit;
    PHP, ['session.save_handler' => 'files', 'session.save_path' => $server->dir]);
echo json_encode($cache->many(['a', 'b'])), "\n";

echo "shutdown functions that run behind the last one\n";
$make_stale('a');
$make_stale('b');
echo run_php(<<<PHP
    \$cache = new Rediskit\Cache($dsn, ['prefix' => 'c:']);
    \$cache->flexible('a', [60, 120], function () use (\$cache) {
        register_shutdown_function(fn() => print(\$cache->flexible('b', [60, 120], fn() => 'later b') . "\n"));
        return 'later a';
    });
    PHP);
echo json_encode($cache->many(['a', 'b'])), "\n";
$make_stale('a');
$make_stale('b');
echo run_php(<<<PHP
    \$cache = new Rediskit\Cache($dsn, ['prefix' => 'c:']);
    \$cache->flexible('a', [60, 120], fn() => 'run a');
    Rediskit\Cache::runDeferred();
    register_shutdown_function(fn() => print(\$cache->flexible('b', [60, 120], fn() => 'even later b') . "\n"));
    PHP);
echo json_encode($cache->many(['a', 'b'])), "\n";

echo "exceptions, exit, a fatal error\n";
$log = $server->dir . '/php.log';
foreach (['throw new LogicException("no");', 'exit("exits\n");', 'str_repeat("x", 1 << 30);'] as $body) {
    foreach (['a', 'b'] as $key) {
        $make_stale($key);
    }
    echo run_php(<<<PHP
        \$cache = new Rediskit\Cache($dsn, ['prefix' => 'c:']);
        \$cache->flexible('a', [60, 120], function () { $body });
        \$cache->flexible('b', [60, 120], fn() => 'new b');
        PHP, ['log_errors' => 1, 'error_log' => $log, 'display_errors' => 0], $exit, ['USE_ZEND_ALLOC' => '1']);
    echo json_encode([$exit, ...$cache->many(['a', 'b'])]), ', leases ', $server->cmd('EXISTS', '{c:a}:lease', '{c:b}:lease'), "\n";
}
echo preg_replace(['/^\[.*?\] /m', '/ in .*| of \d+ bytes .*/', '/^PHP (Deprecated|Stack|  [0-9]).*\n/m'], '', file_get_contents($log));

echo "a child leaves it to its parent\n";
$make_stale('a');
$cache->flexible('a', [60, 120], fn() => 'by ' . getmypid());
$pid = Rediskit\Tests\fork_helper(fn() => Cache::runDeferred() === 0 ? 0 : 1);
pcntl_waitpid($pid, $status);
var_dump(pcntl_wexitstatus($status), $cache->get('a'), Cache::runDeferred(), $cache->get('a') === 'by ' . getmypid());

echo "no more than 64 are left for later\n";
$now = 0;
for ($i = 0; $i < 70; $i++) {
    $cache->remember("many$i", 0.001, fn() => 'old', stale: 60);
}
usleep(3000);
for ($i = 0; $i < 70; $i++) {
    $now += $cache->flexible("many$i", [60, 120], fn() => 'new') === 'new';
}
var_dump($now, Cache::runDeferred());
?>
--EXPECT--
round trips
"computed", 3
"computed", 1
"old", 2
"old", 1
1, 1
0, 0
"refreshed", 1
"at once", 3
"old", 2
1, 1
"left for later", 1
"stale at once", 3
"computed beside it", 3
[1,"computed beside it"], 2
a moment and an interval
float(120)
the end of a script
old
old
an early shutdown function
a late shutdown function
one that it registers
computing a, the session is closed
computing b, the session is closed
new from inside
{"a":"new a","b":"new b"}
shutdown functions that run behind the last one
old
{"a":"later a","b":"later b"}
old
{"a":"run a","b":"even later b"}
exceptions, exit, a fatal error
{"0":0,"a":"old","b":"new b"}, leases 1
exits
{"0":0,"a":"old","b":"new b"}, leases 0
{"0":255,"a":"old","b":"old"}, leases 0
rediskit: the cached value "c:a" could not be refreshed, and is served stale: LogicException: no
PHP Fatal error:  Allowed memory size
a child leaves it to its parent
int(0)
string(3) "old"
int(1)
bool(true)
no more than 64 are left for later
int(6)
int(64)
