--TEST--
The test helpers serve PHP files through PHP's own web server, and end it; requests can be left open, sent in parts, and kept coming
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/builtin.inc';

$site = BuiltIn::start([
    'a.php' => '<?php setcookie("c", "x y"); echo extension_loaded("rediskit") ? "loaded" : "", ini_get("precision"), $_GET["q"];',
    'b.php' => '<?php echo getmypid(), " - ", $_COOKIE["k"] ?? "-", $_POST["p"] ?? "-"; usleep(100000);',
    'c.php' => '<?php echo strlen(file_get_contents("php://input")), " ", $_SERVER["CONTENT_TYPE"];',
], ['precision' => 9], workers: 3);
$answer = $site->get('/a.php?q=1');
var_dump($answer->status, $answer->body, $answer->cookies);
$answers = $site->all([['path' => '/b.php'], ['path' => '/b.php', 'cookies' => ['k' => 'v']], ['path' => '/b.php', 'fields' => ['p' => 'f']]]);
$pids = array_map(fn($answer) => (int) $answer->body, $answers);
var_dump(array_map(fn($answer) => [explode(' ', $answer->body)[2] ?? '', $answer->took >= 0.1], $answers));

$pending = $site->send(['path' => '/c.php', 'body' => str_repeat('x', 1000), 'type' => 'text/plain', 'part' => 500]);
echo $site->get('/a.php?q=2')->body, "\n";
$pending->sendRest();
echo $site->receive([$pending])[0]->body, "\n";

$sent = 0;
$answers = $site->load(3, function (array $answers) use (&$sent): ?array {
    return $sent < 10 ? ['path' => '/a.php?q=' . $sent++] : null;
});
$bodies = array_map(fn($answer) => substr($answer->body, 7), $answers);
sort($bodies);
var_dump($bodies === array_map(strval(...), range(0, 9)));
$site->stop();
wait_until(fn() => !array_filter($pids, fn($pid) => file_exists("/proc/$pid")), 5.0, 'the end of the workers');
?>
--EXPECT--
int(200)
string(8) "loaded91"
array(1) {
  ["c"]=>
  string(3) "x y"
}
array(3) {
  [0]=>
  array(2) {
    [0]=>
    string(2) "--"
    [1]=>
    bool(true)
  }
  [1]=>
  array(2) {
    [0]=>
    string(2) "v-"
    [1]=>
    bool(true)
  }
  [2]=>
  array(2) {
    [0]=>
    string(2) "-f"
    [1]=>
    bool(true)
  }
}
loaded92
1000 text/plain
bool(true)
