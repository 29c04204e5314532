--TEST--
Sessions::read() decodes what any serialize handler wrote, without waking up objects, its lock or $_SESSION
--EXTENSIONS--
rediskit
session
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Client, Session, Sessions};

require __DIR__ . '/session.inc';

final class Woken
{
    public int $n = 1;
    protected ?Woken $other = null;
    public function __wakeup(): void { echo "woken\n"; }
    public function __destruct() { echo "destructed\n"; }
}
enum Suit: string { case Hearts = 'h'; }

$server = session_server(['rediskit.session.lock_wait' => 0]);
$sessions = new Sessions();
function attempt(callable $work): void
{
    try {
        var_dump($work());
    } catch (\Throwable $e) {
        echo get_class($e), ': ', substr($e->getMessage(), 0, 54), "\n";
    }
}
function plain(): array
{
    $array = ['n' => 1, 'f' => 1.5, 'b' => true, 'null' => null, 'text' => "a|b\0c", 'list' => [1, [2, ['x' => 3]]], 'empty' => '', 'enum' => Suit::Hearts];
    $array['reference'] = &$array['n'];
    return $array;
}
foreach (['php', 'php_binary', 'php_serialize', 'igbinary'] as $handler) {
    ini_set('session.serialize_handler', $handler);
    $handler = strtr($handler, '_', '-');
    with_session($handler, function () {
        foreach (plain() as $name => $value) {
            if (!$value instanceof Suit || ini_get('session.serialize_handler') !== 'igbinary') {
                $_SESSION[$name] = $value;
            }
        }
    });
    with_session("$handler-empty");
    with_session("$handler-object", fn() => $_SESSION = ['before' => 1, 'object' => new Woken(), 'after' => 2]);
    session_id($handler);
    session_start();
    $seen = $_SESSION;
    session_write_close();
    $_SESSION = ['mine' => 1];
    session_id($handler);
    // Another has it locked: that keeps nobody from looking.
    $server->cmd('SET', session_key($handler) . ':lock', 'another');
    $read = $sessions->read($handler);
    $server->cmd('DEL', session_key($handler) . ':lock');
    var_dump($handler, $read == $seen, count($read), $_SESSION, $sessions->read("$handler-empty"));
    attempt(function () use ($sessions, $handler) {
        $read = $sessions->read("$handler-object");
        return [get_class($read['object']), $read['before'], $read['after']];
    });
    foreach (['x', 'n|', 'n|i:1', "\x05n", "\x01ni:1", 'a:1:{i:0;i:1;}x', 'i:5;', "\0\0\0\2\x06\5", 'n|O:8:"stdClass":9999999:{}', 'n|a:1:{i:0;R:5;}', 'n|r:9;', 'n|C:11:"ArrayObject":21:{x:i:0;a:0:{};m:a:0:{}}'] as $text) {
        $server->cmd('SET', session_key('bad'), $text);
        attempt(fn() => $sessions->read('bad'));
    }
}
ini_set('session.serialize_handler', 'php');
echo "signed\n";
ini_set('rediskit.mac_key', 'a key of sixteen bytes');
with_session('signed', fn() => $_SESSION['n'] = 1);
echo json_encode((new Sessions())->read('signed')), "\n";
attempt(fn() => (new Sessions())->read('php'));
ini_set('rediskit.mac_key', '');
ini_set('rediskit.session.compression', 'zstd');
with_session('compressed', fn() => $_SESSION['n'] = str_repeat('x', 5000));
echo strlen($sessions->read('compressed')['n']), ' ', strlen($sessions->raw('compressed')), "\n";

echo "handlers that are not there\n";
$server->cmd('SET', session_key('text'), 'n|i:1;');
$read = 'try { var_dump((new Rediskit\Sessions())->read("text")); } catch (Rediskit\CodecException $e) { echo $e->getMessage(), "\n"; }';
foreach (['igbinary', 'wddx'] as $handler) {
    echo run_php($read, ['session.serialize_handler' => $handler] + session_ini($server));
}
echo "more than memory_limit bears\n";
$server->cmd('SET', session_key('text'), 'n|' . serialize(array_fill(0, 250000, 'text')));
echo run_php($read, ['memory_limit' => '16M'] + session_ini($server), $exit, ['USE_ZEND_ALLOC' => '1']);
?>
--EXPECT--
destructed
string(3) "php"
bool(true)
int(9)
array(1) {
  ["mine"]=>
  int(1)
}
array(0) {
}
array(3) {
  [0]=>
  string(22) "__PHP_Incomplete_Class"
  [1]=>
  int(1)
  [2]=>
  int(2)
}
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
destructed
string(10) "php-binary"
bool(true)
int(9)
array(1) {
  ["mine"]=>
  int(1)
}
array(0) {
}
array(3) {
  [0]=>
  string(22) "__PHP_Incomplete_Class"
  [1]=>
  int(1)
  [2]=>
  int(2)
}
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
destructed
string(13) "php-serialize"
bool(true)
int(9)
array(1) {
  ["mine"]=>
  int(1)
}
array(0) {
}
array(3) {
  [0]=>
  string(22) "__PHP_Incomplete_Class"
  [1]=>
  int(1)
  [2]=>
  int(2)
}
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
destructed
string(8) "igbinary"
bool(true)
int(8)
array(1) {
  ["mine"]=>
  int(1)
}
array(0) {
}
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
Rediskit\CodecException: What is stored for the session cannot be decoded as se
signed
{"n":1}
Rediskit\CodecException: The stored value is not signed, and a mac_key is set: 
5000 5012
handlers that are not there
session.serialize_handler is igbinary, which is not loaded
session.serialize_handler is "wddx", which only a session itself can decode: use raw(), or session_decode()
more than memory_limit bears
Not enough memory for a value that needs about 23374717 bytes: raise memory_limit (16777216 bytes), or store less in one value
