--TEST--
examples/sessions/BackToPhpRedis.php: sessions go back to php-redis as their visitors come; nobody is logged out, and nobody who logged out is in again
--EXTENSIONS--
rediskit
session
--SKIPIF--
<?php
require __DIR__ . '/compat.inc';
Rediskit\Tests\skip_without_phpredis();
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/compat.inc';

$server = session_server(['rediskit.session.compat' => 'PHPREDIS_SESSION:', 'session.gc_maxlifetime' => 1000]);
$server->cmd('PING');
function back(string $id, string $code, array $ini = [], bool $loaded = false): string
{
    global $server;
    $class = var_export(dirname(__DIR__, 2) . '/examples/sessions/BackToPhpRedis.php', true);
    $load = $loaded ? ['extension' => extension_file()] : [];
    return phpredis($server, "require $class; session_set_save_handler(new BackToPhpRedis(\$redis)); session_id('$id'); session_start(); $code",
        $ini + $load + ['redis.session.locking_enabled' => 1, 'session.gc_maxlifetime' => 1000]);
}
function theirs(string $id): mixed
{
    global $server;
    return $server->cmd('GET', phpredis_key($id));
}
function ours(string $id): int
{
    global $server;
    return $server->cmd('EXISTS', session_key($id), session_key($id) . ':moved');
}
$says = 'echo json_encode($_SESSION), "\n";';
foreach ([0, 1] as $strict) {
    $ini = ['session.use_strict_mode' => $strict];
    echo "-- there and back, strict=$strict\n";
    $server->cmd('FLUSHALL');
    phpredis($server, 'session_id("a"); session_start(); $_SESSION["n"] = 1;');
    with_session('a', fn() => $_SESSION['n']++);
    with_session('b', fn() => $_SESSION['new'] = true);
    echo theirs('a'), "\n";
    echo back('a', '$_SESSION["n"]++;' . $says, $ini), theirs('a'), ' ', ours('a'), "\n";
    echo back('b', $says, $ini), theirs('b'), ' ', ours('b'), "\n";
    echo back('a', $says, $ini);
    echo phpredis($server, 'session_id("a"); session_start();' . $says, $ini);
    echo "-- forth again\n";
    echo json_encode(with_session('a', fn() => [++$_SESSION['n']])), ' ', ours('a'), "\n";
}
echo "-- who logged out under rediskit stays so\n";
$server->cmd('FLUSHALL');
phpredis($server, 'session_id("a"); session_start(); $_SESSION["user"] = 1;');
with_session('a');
$server->cmd('DEL', session_key('a'));
echo back('a', 'var_dump(session_id() === "a");', ['session.use_strict_mode' => 1]), back('a', $says);
echo "-- destroyed on the way back\n";
$server->cmd('FLUSHALL');
phpredis($server, 'session_id("a"); session_start(); $_SESSION["user"] = 1;');
with_session('a', fn() => $_SESSION['user'] = 2);
back('a', 'session_destroy();');
var_dump(theirs('a'), ours('a'));

echo "-- compressed\n";
ini_set('rediskit.session.compression', 'zstd');
with_session('z', fn() => $_SESSION['text'] = str_repeat('x', 5000));
echo substr_count(back('z', '', ['display_errors' => 1]), 'load the extension'), ' ', ours('z'), "\n";
echo strlen(back('z', $says, [], true)), ' ', strlen(theirs('z')), ' ', ours('z'), "\n";
?>
--EXPECT--
-- there and back, strict=0
n|i:1;
{"n":3}
n|i:3; 0
{"new":true}
new|b:1; 0
{"n":3}
{"n":3}
-- forth again
[4] 2
-- there and back, strict=1
n|i:1;
{"n":3}
n|i:3; 0
{"new":true}
new|b:1; 0
{"n":3}
{"n":3}
-- forth again
[4] 2
-- who logged out under rediskit stays so
bool(false)
[]
-- destroyed on the way back
NULL
int(0)
-- compressed
1 1
5012 5015 0
