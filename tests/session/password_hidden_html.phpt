--TEST--
phpinfo() of a web server shows session.save_path as HTML, and no password in it
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/process.inc';

$dir = temp_dir();
mkdir("$dir/root");
file_put_contents("$dir/root/index.php", '<?php phpinfo(INFO_MODULES);');
$port = free_port();
$ini = ['session.save_handler' => 'rediskit', 'session.save_path' => 'redis://bob:SECRET@127.0.0.1:1/0?prefix=<b>'];
$server = new Daemon([...php_command($ini), '-S', "127.0.0.1:$port", '-t', "$dir/root"], "$dir/log");
$page = wait_until(fn() => @file_get_contents("http://127.0.0.1:$port/"), what: 'the page');
var_dump(str_contains($page, 'SECRET'));
preg_match_all('~<tr><td class="e">session.save_path</td>.*~', $page, $match);
echo implode("\n", $match[0]), "\n";
// An interrupt ends it in order.
$server->signal(2);
wait_until(fn() => !$server->running(), what: 'its end');
?>
--EXPECT--
bool(false)
<tr><td class="e">session.save_path</td><td class="v">redis://127.0.0.1:1/0</td><td class="v">redis://127.0.0.1:1/0</td></tr>
