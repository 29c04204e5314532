--TEST--
Behind php-fpm and nginx: fifty parallel requests on one session lose nothing; new ids, auto_start, finished requests, time limits, a restarted Redis
--EXTENSIONS--
rediskit
session
--SKIPIF--
<?php
require __DIR__ . '/../inc/fpm.inc';
Rediskit\Tests\Site::skip();
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';
require __DIR__ . '/../inc/fpm.inc';

$server = Server::start(['appendonly' => 'yes', 'appendfsync' => 'always']);
$ini = ['session.use_cookies' => 1, 'log_errors' => 0] + session_ini($server);
$count = 'session_start(); $_SESSION["n"] = ($_SESSION["n"] ?? 0) + 1; echo $_SESSION["n"];';
$site = Site::start([
    'count.php' => "<?php $count",
    'slow.php' => "<?php $count usleep(100000);",
    'fast.php' => '<?php session_start(["read_and_close" => true]); echo $_SESSION["n"];',
    'finish.php' => "<?php $count fastcgi_finish_request(); \$_SESSION['late'] = 1;",
    'late.php' => '<?php session_start(); echo json_encode($_SESSION);',
    'limit.php' => "<?php $count set_time_limit(1); while (true);",
    'exit.php' => "<?php $count class D { function __destruct() { exit; } } \$d = new D; exit;",
    'strict.php' => "<?php ini_set('session.use_strict_mode', 1); $count",
    'other.php' => '<?php echo "no session";',
], $ini, workers: 8);

$first = $site->get('/count.php');
$id = $first->cookies['PHPSESSID'];
var_dump($first->body, strlen($id), $server->cmd('GET', session_key($id)));
$cookies = ['PHPSESSID' => $id];

$answers = $site->all(array_fill(0, 50, ['path' => '/count.php', 'cookies' => $cookies]));
$bodies = array_map(fn(Answer $answer) => (int) $answer->body, $answers);
sort($bodies);
var_dump($bodies === range(2, 51), is_unlocked($server));

echo "slow requests beside fast ones\n";
$mixed = array_map(fn(int $i) => ['path' => ['/slow.php', '/fast.php', '/count.php', '/other.php'][$i % 4], 'cookies' => $cookies], range(0, 19));
$statuses = array_map(fn(Answer $answer) => $answer->status, $site->all($mixed));
var_dump(array_unique($statuses), $site->get('/fast.php', $cookies)->body);

echo "after fastcgi_finish_request()\n";
$site->get('/finish.php', $cookies);
var_dump($site->get('/late.php', $cookies)->body);

echo "a time limit, exit in a destructor\n";
var_dump(str_contains($site->get('/limit.php', $cookies)->body, 'Maximum execution time'), $site->get('/exit.php', $cookies)->body);
var_dump(is_unlocked($server));

echo "strict mode\n";
$answer = $site->get('/strict.php', ['PHPSESSID' => 'chosen-by-an-attacker']);
var_dump($answer->body, strlen($answer->cookies['PHPSESSID']), $server->cmd('EXISTS', session_key('chosen-by-an-attacker')));
var_dump($site->get('/strict.php', ['PHPSESSID' => $answer->cookies['PHPSESSID']])->body);

echo "Redis restarts\n";
$server->restart();
var_dump($site->get('/count.php', $cookies)->body, $site->get('/count.php', $cookies)->body);

echo "Redis away\n";
$server->kill();
$answer = $site->get('/count.php', $cookies);
var_dump(str_contains($answer->body, 'The session was not read'), isset($answer->cookies['PHPSESSID']));
$site->stop();

echo "session.auto_start\n";
$server = Server::start();
$site = Site::start([
    'count.php' => '<?php $_SESSION["n"] = ($_SESSION["n"] ?? 0) + 1; echo $_SESSION["n"];',
    'status.php' => '<?php echo session_status() === PHP_SESSION_ACTIVE ? "active" : "none";',
], ['session.auto_start' => 1, 'session.use_cookies' => 1] + session_ini($server), workers: 2);
$id = $site->get('/count.php')->cookies['PHPSESSID'];
var_dump($site->get('/count.php', ['PHPSESSID' => $id])->body);
$server->cmd('SET', session_key($id), 'a|O:garbage');
$answer = $site->get('/status.php', ['PHPSESSID' => $id]);
var_dump(str_contains($answer->body, 'it was left as it is in Redis'), $server->cmd('GET', session_key($id)), is_unlocked($server));
?>
--EXPECT--
string(1) "1"
int(32)
string(6) "n|i:1;"
bool(true)
bool(true)
slow requests beside fast ones
array(1) {
  [0]=>
  int(200)
}
string(2) "61"
after fastcgi_finish_request()
string(17) "{"n":62,"late":1}"
a time limit, exit in a destructor
bool(true)
string(2) "64"
bool(true)
strict mode
string(1) "1"
int(32)
int(0)
string(1) "2"
Redis restarts
string(2) "65"
string(2) "66"
Redis away
bool(true)
bool(false)
session.auto_start
string(1) "2"
bool(true)
string(11) "a|O:garbage"
bool(true)
