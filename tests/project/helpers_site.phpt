--TEST--
The test helpers serve PHP files through php-fpm and nginx, and end both
--SKIPIF--
<?php
require __DIR__ . '/../inc/fpm.inc';
Rediskit\Tests\Site::skip();
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/fpm.inc';

$site = Site::start([
    'a.php' => '<?php setcookie("c", "x y"); echo extension_loaded("rediskit") ? "loaded" : "", ini_get("precision"), $_GET["q"];',
    'b.php' => '<?php echo getmypid(), " - ", $_COOKIE["k"] ?? "-", $_POST["p"] ?? "-"; usleep(100000);',
], ['precision' => 9], workers: 3);
$answer = $site->get('/a.php?q=1');
var_dump($answer->status, $answer->body, $answer->cookies);
$answers = $site->all([['path' => '/b.php'], ['path' => '/b.php', 'cookies' => ['k' => 'v']], ['path' => '/b.php', 'fields' => ['p' => 'f']]]);
$pids = array_map(fn($answer) => (int) $answer->body, $answers);
var_dump(count(array_unique($pids)), array_map(fn($answer) => explode(' ', $answer->body)[2] ?? '', $answers));
$site->stop();
wait_until(fn() => !array_filter($pids, fn($pid) => file_exists("/proc/$pid")), 5.0, 'the end of the workers');

// A killed test takes the workers with it.
$output = run_php('require ' . var_export(__DIR__ . '/../inc/fpm.inc', true) . ';'
    . '$site = Rediskit\Tests\Site::start(["p.php" => "<?php echo getmypid();"]);'
    . 'echo $site->get("/p.php")->body; flush(); exec("kill -9 " . getmypid());', [], $exit);
var_dump($exit, (int) $output > 0);
wait_until(fn() => !file_exists('/proc/' . (int) $output), 5.0, 'the end of the orphans');

// What a sanitizer reports in a worker is printed at the end.
echo run_php('require ' . var_export(__DIR__ . '/../inc/fpm.inc', true) . ';'
    . '$site = Rediskit\Tests\Site::start(["p.php" => "<?php fwrite(fopen(\"php://stderr\", \"w\"), \"a.c:1: runtime error: made up\\nmore\\n\");"]);'
    . '$site->get("/p.php"); Rediskit\Tests\wait_until(fn() => str_contains($site->log(), "more"));');
?>
--EXPECT--
int(200)
string(8) "loaded91"
array(1) {
  ["c"]=>
  string(3) "x y"
}
int(3)
array(3) {
  [0]=>
  string(2) "--"
  [1]=>
  string(2) "v-"
  [2]=>
  string(2) "-f"
}
int(137)
bool(true)

php-fpm reported:
a.c:1: runtime error: made up
more
