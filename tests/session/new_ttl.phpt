--TEST--
new_ttl: a session that is stored for the first time is kept for a short time; once its visitor comes back, and as a logged-in visitor's new id, for the whole
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\SessionHandler;

require __DIR__ . '/session.inc';

$server = Server::start();
$ini = ['session.gc_maxlifetime' => 1000, 'rediskit.session.new_ttl' => 60, 'rediskit.session.compression' => 'zstd'] + session_ini($server);
/** Runs $code as a request of its own, and says how long the sessions of these ids are kept. */
function request(string $what, string $code, array $extra = [], array $ids = ['a']): void
{
    global $server, $ini;
    $output = run_php("ob_start(); session_id('a'); $code", $extra + $ini);
    $kept = array_map(fn(string $id): string => (string) (int) ceil($server->cmd('PTTL', session_key($id)) / 1000), $ids);
    printf("%-32s %s%s\n", $what, implode(' ', $kept), $output);
}
foreach ([1, 0] as $locking) {
    $lock = ['rediskit.session.locking' => $locking];
    echo $locking ? "locked\n" : "not locked\n";
    request('new', 'session_start(); $_SESSION["n"] = 1;', $lock);
    request('read only', 'session_start(["read_and_close" => true]);', $lock);
    request('aborted', 'session_start(); session_abort();', $lock);
    request('unchanged', 'session_start();', $lock);
    $server->cmd('FLUSHALL');
    request('new, empty', 'session_start();', $lock);
    request('changed', 'session_start(); $_SESSION["n"] = 1;', $lock);
    $server->cmd('FLUSHALL');
    request('touched', 'session_start(); $_SESSION["n"] = 1;', $lock);
    request('touch_interval', 'session_start();', $lock + ['rediskit.session.touch_interval' => 990]);
    $server->cmd('FLUSHALL');
    request('strict mode, an id of ours',
        'session_id(""); session_start(); $_SESSION["n"] = str_repeat("x", 5000); session_write_close(); $c = new Rediskit\Client; $k = $c->keys("*}")[0]; echo " ", ceil($c->pTtl($k) / 1000), $c->strLen($k) < 500 ? " compressed" : " whole";',
        $lock + ['session.use_strict_mode' => 1, 'rediskit.dsn' => $server->dsn()], []);
    $server->cmd('FLUSHALL');
    request('written twice in one request', 'session_start(); $_SESSION["n"] = 1; session_write_close(); session_start(); $_SESSION["n"] = 2;', $lock);
    $server->cmd('FLUSHALL');
    request('a new id in the first request', 'session_start(); $_SESSION["n"] = 1; session_regenerate_id();', $lock);
    foreach ($server->cmd('KEYS', '*') as $key) {
        echo "  ", ceil($server->cmd('PTTL', $key) / 1000), "\n";
    }
    foreach (['false', 'true'] as $delete) {
        $server->cmd('FLUSHALL');
        request('new', 'session_start(); $_SESSION["n"] = 1;', $lock);
        request("a new id later, delete: $delete", "session_start(); session_regenerate_id($delete); \$_SESSION['user'] = 7;", $lock);
        foreach ($server->cmd('KEYS', '*') as $key) {
            if ($key !== session_key('a')) {
                echo "  ", ceil($server->cmd('PTTL', $key) / 1000), "\n";
            }
        }
    }
    $server->cmd('FLUSHALL');
    request('longer than the usual time', 'session_start(); $_SESSION["n"] = 1;', $lock + ['rediskit.session.new_ttl' => 5000]);
    $server->cmd('FLUSHALL');
}

echo "an object\n";
function left(string $id): int
{
    global $server;
    return (int) ceil($server->cmd('PTTL', session_key($id)) / 1000);
}
$handler = new SessionHandler($server->dsn(), ttl: 1000, new_ttl: 60);
$handler->read('a');
$handler->write('a', 'x');
echo left('a');
$handler->write('a', 'y');
echo ' ', left('a');
// Written without having been read: nobody knows whether it is new.
$handler->write('b', 'y');
echo ' ', left('b'), "\n";
// As frameworks give a session a new id.
$handler = new SessionHandler($server->dsn(), ttl: 1000, new_ttl: 60);
$handler->read('a');
$handler->destroy('a');
$handler->read('c');
$handler->write('c', 'z');
echo left('c'), "\n";
?>
--EXPECT--
locked
new                              60
read only                        60
aborted                          60
unchanged                        1000
new, empty                       60
changed                          1000
touched                          60
touch_interval                   1000
strict mode, an id of ours        60 compressed
written twice in one request     1000
a new id in the first request    60
  60
  60
new                              60
a new id later, delete: false    1000
  1000
new                              60
a new id later, delete: true     0
  1000
longer than the usual time       1000
not locked
new                              60
read only                        60
aborted                          60
unchanged                        1000
new, empty                       60
changed                          1000
touched                          60
touch_interval                   1000
strict mode, an id of ours        60 compressed
written twice in one request     1000
a new id in the first request    60
  60
  60
new                              60
a new id later, delete: false    1000
  1000
new                              60
a new id later, delete: true     0
  1000
longer than the usual time       1000
an object
60 1000 1000
1000
