--TEST--
Where sessions are kept: rediskit.session.dsn before session.save_path before what every Client uses; a folder is not a DSN; wrong values are refused
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$servers = ['session.dsn' => Server::start(), 'save_path' => Server::start(tcp: true), 'REDIS_URL' => Server::start(), 'dsn' => Server::start()];
function kept(array $ini, array $env = []): string
{
    global $servers;
    $output = run_php('ob_start(); session_id("a"); session_start(); $_SESSION["n"] = 1; session_write_close();',
        $ini + ['session.use_cookies' => 0, 'session.cache_limiter' => '', 'session.save_handler' => 'rediskit'], $exit, $env);
    $found = array_keys(array_filter($servers, fn(Server $server) => $server->cmd('DEL', session_key('a'))));
    return implode(', ', $found) . $output . "\n";
}
$dsnOf = fn(string $name): string => $servers[$name]->dsn();
$dsn = ['rediskit.dsn' => $dsnOf('dsn')];
$url = ['REDIS_URL' => $servers['REDIS_URL']->dsn()];
$path = ['session.save_path' => $dsnOf('save_path')];
echo kept(['rediskit.session.dsn' => $dsnOf('session.dsn')] + $path + $dsn, $url);
echo kept($path + $dsn, $url);
echo kept($dsn, $url);
echo kept($dsn);
foreach (['/var/lib/php/sessions', '2;/tmp/sessions', ''] as $folder) {
    echo kept(['session.save_path' => $folder] + $dsn);
}
echo kept(['session.save_path' => '127.0.0.1:' . $servers['save_path']->port] + $dsn);

echo "per script\n";
use_sessions($servers['dsn']);
var_dump(ini_set('rediskit.session.dsn', $servers['save_path']->dsn()) !== false);
with_session('a', fn() => $_SESSION['n'] = 1);
session_id('a');
session_start();
// What is open stays where it was opened.
ini_set('rediskit.session.dsn', $servers['dsn']->dsn());
ini_set('rediskit.session.prefix', 'other:');
ini_set('rediskit.session.locking', 0);
$_SESSION['n'] = 2;
session_write_close();
var_dump($servers['save_path']->cmd('GET', session_key('a')), is_unlocked($servers['save_path']), $servers['dsn']->cmd('DBSIZE'));

echo "wrong values\n";
foreach ([
    'rediskit.session.lock_ttl' => ['0.0001', '0x', '-1', 'x', 'INF', ''],
    'rediskit.session.lock_wait' => ['-1', 'x', 'NAN'],
    'rediskit.session.on_lock_timeout' => ['wait', '', 'none'],
    'rediskit.session.on_error' => ['readonly', ''],
    'rediskit.session.touch_interval' => ['-1', 'x'],
    'rediskit.session.new_ttl' => ['-1', '1e99'],
    'rediskit.session.compression' => ['gzip'],
] as $name => $values) {
    foreach ($values as $value) {
        $warnings = warnings(fn() => var_dump(ini_set($name, $value)));
        echo "  ", implode($warnings), "\n";
    }
}
?>
--EXPECT--
session.dsn
save_path
REDIS_URL
dsn
dsn
dsn
dsn
save_path
per script
bool(true)
string(6) "n|i:2;"
bool(true)
int(0)
wrong values
bool(false)
  rediskit.session.lock_ttl must be a number of seconds from 0.001 to 1000000, such as 2.5, or 0 to follow max_execution_time
bool(false)
  rediskit.session.lock_ttl must be a number of seconds from 0.001 to 1000000, such as 2.5, or 0 to follow max_execution_time
bool(false)
  rediskit.session.lock_ttl must be a number of seconds from 0.001 to 1000000, such as 2.5, or 0 to follow max_execution_time
bool(false)
  rediskit.session.lock_ttl must be a number of seconds from 0.001 to 1000000, such as 2.5, or 0 to follow max_execution_time
bool(false)
  rediskit.session.lock_ttl must be a number of seconds from 0.001 to 1000000, such as 2.5, or 0 to follow max_execution_time
bool(false)
  rediskit.session.lock_ttl must be a number of seconds from 0.001 to 1000000, such as 2.5, or 0 to follow max_execution_time
bool(false)
  rediskit.session.lock_wait must be a number of seconds from 0 to 1000000, such as 2.5
bool(false)
  rediskit.session.lock_wait must be a number of seconds from 0 to 1000000, such as 2.5
bool(false)
  rediskit.session.lock_wait must be a number of seconds from 0 to 1000000, such as 2.5
bool(false)
  rediskit.session.on_lock_timeout must be fail or readonly
bool(false)
  rediskit.session.on_lock_timeout must be fail or readonly
bool(false)
  rediskit.session.on_lock_timeout must be fail or readonly
bool(false)
  rediskit.session.on_error must be fail or readonly-empty
bool(false)
  rediskit.session.on_error must be fail or readonly-empty
bool(false)
  rediskit.session.touch_interval must be a number from 0 to 3155760000
bool(false)
  rediskit.session.touch_interval must be a number from 0 to 3155760000
bool(false)
  rediskit.session.new_ttl must be a number from 0 to 3155760000
bool(false)
  rediskit.session.new_ttl must be a number from 0 to 3155760000
bool(false)
  rediskit.session.compression must be none, zstd or lz4
