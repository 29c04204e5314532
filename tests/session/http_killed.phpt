--TEST--
When a worker is killed while it holds a session, the next request goes on when the lock's time is over, and nothing stored is lost
--EXTENSIONS--
rediskit
session
posix
--CONFLICTS--
all
--SKIPIF--
<?php
if (PHP_ZTS || PHP_DEBUG) {
    die('skip unavailable: there is no php-fpm of this build');
}
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';
require __DIR__ . '/../inc/fpm.inc';

$server = Server::start();
$site = Site::start([
    'count.php' => '<?php session_start(); $_SESSION["n"] = ($_SESSION["n"] ?? 0) + 1; echo $_SESSION["n"];',
    'dies.php' => '<?php session_start(); $_SESSION["n"] = 1000; posix_kill(getmypid(), 9);',
], ['session.use_cookies' => 1, 'rediskit.session.lock_ttl' => '1.5'] + session_ini($server), workers: 6, extensions: ['posix']);
$id = $site->get('/count.php')->cookies['PHPSESSID'];
$cookies = ['PHPSESSID' => $id];

for ($round = 0; $round < 3; $round++) {
    $answer = $site->get('/dies.php', $cookies);
    $left = $server->cmd('PTTL', session_key($id) . ':lock') / 1000;
    $began = microtime(true);
    $bodies = array_map(fn(Answer $answer) => (int) $answer->body, $site->all(array_fill(0, 5, ['path' => '/count.php', 'cookies' => $cookies])));
    $took = microtime(true) - $began;
    sort($bodies);
    // Two seconds for five requests on a busy machine; without the lock's end they would wait for lock_wait, 30 seconds.
    var_dump($answer->status, $left <= 1.5, $bodies === range($round * 5 + 2, $round * 5 + 6), $took < max(0, $left) + 2 ?: $took);
}
wait_until(fn() => is_unlocked($server));
?>
--EXPECT--
int(502)
bool(true)
bool(true)
bool(true)
int(502)
bool(true)
bool(true)
bool(true)
int(502)
bool(true)
bool(true)
bool(true)
