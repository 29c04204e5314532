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
/** A number of seconds in words. */
function kept(int $ms): string
{
    return $ms > 900000 ? 'whole' : ($ms > 0 && $ms <= 60000 ? 'short' : 'gone');
}
/** Runs $code as a request of its own, and says how long the sessions of these ids are kept. */
function request(string $what, string $code, array $extra = [], array $ids = ['a']): void
{
    global $server, $ini;
    $output = run_php("ob_start(); session_id('a'); $code", $extra + $ini);
    $kept = array_map(fn(string $id): string => kept($server->cmd('PTTL', session_key($id))), $ids);
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
        'session_id(""); session_start(); $_SESSION["n"] = str_repeat("x", 5000); session_write_close(); $c = new Rediskit\Client; $k = $c->keys("*}")[0]; echo " ", $c->pTtl($k) > 60000 ? "whole" : "short", $c->strLen($k) < 500 ? " compressed" : " whole";',
        $lock + ['session.use_strict_mode' => 1, 'rediskit.dsn' => $server->dsn()], []);
    $server->cmd('FLUSHALL');
    request('written twice in one request', 'session_start(); $_SESSION["n"] = 1; session_write_close(); session_start(); $_SESSION["n"] = 2;', $lock);
    $server->cmd('FLUSHALL');
    request('a new id in the first request', 'session_start(); $_SESSION["n"] = 1; session_regenerate_id();', $lock);
    foreach ($server->cmd('KEYS', '*') as $key) {
        echo "  ", kept($server->cmd('PTTL', $key)), "\n";
    }
    foreach (['false', 'true'] as $delete) {
        $server->cmd('FLUSHALL');
        request('new', 'session_start(); $_SESSION["n"] = 1;', $lock);
        request("a new id later, delete: $delete", "session_start(); session_regenerate_id($delete); \$_SESSION['user'] = 7;", $lock);
        foreach ($server->cmd('KEYS', '*') as $key) {
            if ($key !== session_key('a')) {
                echo "  ", kept($server->cmd('PTTL', $key)), "\n";
            }
        }
    }
    $server->cmd('FLUSHALL');
    request('longer than the usual time', 'session_start(); $_SESSION["n"] = 1;', $lock + ['rediskit.session.new_ttl' => 5000]);
    $server->cmd('FLUSHALL');
}

echo "an object\n";
function left(string $id): string
{
    global $server;
    return kept($server->cmd('PTTL', session_key($id)));
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
new                              short
read only                        short
aborted                          short
unchanged                        whole
new, empty                       short
changed                          whole
touched                          short
touch_interval                   whole
strict mode, an id of ours        short compressed
written twice in one request     whole
a new id in the first request    short
  short
  short
new                              short
a new id later, delete: false    whole
  whole
new                              short
a new id later, delete: true     gone
  whole
longer than the usual time       whole
not locked
new                              short
read only                        short
aborted                          short
unchanged                        whole
new, empty                       short
changed                          whole
touched                          short
touch_interval                   whole
strict mode, an id of ours        short compressed
written twice in one request     whole
a new id in the first request    short
  short
  short
new                              short
a new id later, delete: false    whole
  whole
new                              short
a new id later, delete: true     gone
  whole
longer than the usual time       whole
an object
short whole whole
whole
