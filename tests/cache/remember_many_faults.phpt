--TEST--
rememberMany(): the server goes away at each step, users who lack commands, callbacks that throw or return by reference, destructors that throw
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/script_server.inc';
use Rediskit\Cache;
use Rediskit\Tests\{Peer, ScriptServer, Server};
use function Rediskit\Tests\run_php;

$config = ['user' => ['noscripts on >pw ~* +@all -@scripting', 'noload on >pw ~* +@all -script', 'narrow on >pw ~c:* +@all']];
$server = Server::start($config, tcp: true);
$cache = new Cache($server->tcpDsn(), ['prefix' => 'c:', 'compression' => 'none']);

/** A value that does something when it is read, or when it is replaced. */
class Trap
{
    public static ?Closure $read = null, $replaced = null;
    public function __serialize(): array
    {
        return [1];
    }
    public function __unserialize(array $data): void
    {
        self::$read && (self::$read)();
    }
    public function __destruct()
    {
        self::$replaced && (self::$replaced)();
    }
}
$make_stale = function (mixed $value, string ...$keys) use (&$cache) {
    foreach ($keys as $key) {
        $cache->forget($key);
        $cache->remember($key, 0.001, fn() => $value, stale: 60);
    }
    usleep(3000);
};
$try = function (callable $work) {
    try {
        echo json_encode($work()), "\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
};

echo "a callback that returns by reference\n";
$kept = ['ref' => 'by reference'];
$by_reference = function &(array $missing) use (&$kept) {
    return $kept;
};
$try(fn() => $cache->rememberMany(['ref', 'ref2'], 60, $by_reference));
$kept = 'text';
$try(fn() => $cache->rememberMany(['ref3'], 60, $by_reference));

echo "what it had leases for is given back at once\n";
$keys = array_map(fn($i) => "gone$i", range(1, 1200));
$reads = $server->info('total_reads_processed');
$try(fn() => $cache->rememberMany($keys, 60, fn() => throw new DomainException('no')));
var_dump($server->info('total_reads_processed') - $reads < 60, $server->cmd('DBSIZE'));

echo "exit, a fatal error, a time limit in the callback\n";
foreach (['exit(3);', 'trigger_error("fatal", E_USER_ERROR);', 'set_time_limit(1); while (true);'] as $body) {
    $dsn = var_export($server->tcpDsn(), true);
    run_php(<<<PHP
        \$cache = new Rediskit\Cache($dsn, ['prefix' => 'c:']);
        \$cache->rememberMany(range(1, 250), 60, function () { $body });
        PHP, [], $exit);
    echo $exit, ', leases ', count($server->cmd('KEYS', '*:lease')), "\n";
}

echo "a fatal error, with a server that does not answer any more: it is asked once\n";
$silent = ScriptServer::start(function (Peer $peer) {
    if ($peer->number === 0) {
        $peer->command();
        $peer->send("*250\r\n" . str_repeat("\$-1\r\n", 250));
        for ($i = 0; $i < 250; $i++) {
            $peer->command();
            $peer->send("*2\r\n:1\r\n\$32\r\n" . str_repeat('1', 32) . "\r\n");
        }
    }
    $peer->stall();
});
$dsn = var_export($silent->dsn(['retries' => 0, 'read_timeout' => 0.1]), true);
run_php("(new Rediskit\Cache($dsn))->rememberMany(range(1, 250), 60, function () { trigger_error('fatal', E_USER_ERROR); });", [], $exit);
echo $exit, ', connections ', $silent->connections(), "\n"; // each further try would open one

echo "users\n";
foreach (['noscripts', 'narrow', 'noload'] as $user) {
    $limited = new Cache($server->tcpDsn(user: "$user:pw@"), ['prefix' => 'c:']);
    $server->cmd('SCRIPT', 'FLUSH');
    $try(fn() => $limited->rememberMany(["$user 1", "$user 2"], 60, fn(array $missing) => array_fill_keys($missing, 1)));
}
$make_stale('old', 'noscripts');
$limited = new Cache($server->tcpDsn(user: 'noscripts:pw@'), ['prefix' => 'c:']);
$try(fn() => $limited->rememberMany(['noscripts'], 60, fn() => []));
$try(fn() => $limited->remember('noscripts', 60, fn() => []));

echo "a destructor that throws\n";
$make_stale(new Trap, 'd1', 'd2');
Trap::$replaced = fn() => throw new DomainException('destructed');
$try(fn() => $cache->rememberMany(['d1', 'd2'], 60, fn() => ['d1' => 1, 'd2' => 2], stale: 60));
Trap::$replaced = null;
$try(fn() => array_map(get_debug_type(...), $cache->many(['d1', 'd2'])));

echo "it dies after stale values were read\n";
$make_stale(new Trap, 's1', 's2');
Trap::$read = fn() => $server->kill();
$try(fn() => array_map(get_debug_type(...), $cache->rememberMany(['s1', 's2'], 60, fn() => [], stale: 60)));
Trap::$read = null;

echo "it dies in the callback\n";
foreach ([5, 6 << 20] as $size) {
    $server = Server::start($config, tcp: true);
    $cache = new Cache($server->tcpDsn(), ['prefix' => 'c:', 'compression' => 'none']);
    $try(fn() => array_map('strlen', $cache->rememberMany(['a', 'b', 'c', 'd'], 60, function (array $missing) use ($server, $size) {
        $server->kill();
        return array_fill_keys($missing, str_repeat('x', $size));
    })));
}
?>
--EXPECTF--
a callback that returns by reference
{"ref":"by reference","ref2":null}
TypeError: The callback must return an array key => value, string returned
what it had leases for is given back at once
DomainException: no
bool(true)
int(1)
exit, a fatal error, a time limit in the callback
3, leases 0
255, leases 0
255, leases 0
a fatal error, with a server that does not answer any more: it is asked once
255, connections 1
users
Rediskit\NoPermissionException: The script cache_lease needs EVAL and EVALSHA, which this server or user does not allow: grant +eval +evalsha (or @scripting) (NOPERM %s)
Rediskit\NoPermissionException: remember() keeps a lease beside each value while it is computed, under a name that begins with "{" and the prefix: grant the user ~{c:* as well (NOPERM %s)
{"noload 1":1,"noload 2":1}
Rediskit\NoPermissionException: The script cache_lease needs EVAL and EVALSHA, %s
Rediskit\NoPermissionException: The script cache_lease needs EVAL and EVALSHA, %s
a destructor that throws
DomainException: destructed
{"d1":"Trap","d2":"Trap"}
it dies after stale values were read
{"s1":"Trap","s2":"Trap"}
it dies in the callback
{"a":5,"b":5,"c":5,"d":5}
{"a":6291456,"b":6291456,"c":6291456,"d":6291456}
