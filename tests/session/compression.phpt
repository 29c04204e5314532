--TEST--
Sessions compressed, signed or neither open under every setting that can read them; what cannot be read stays stored
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
$text = str_repeat('the quick brown fox ', 500);
$short = 'short';
$methods = ['none', 'zstd', ...(extension_loaded('rediskit') && @ini_set('rediskit.compression', 'lz4') !== false ? ['lz4'] : [])];
foreach ($methods as $method) {
    ini_set('rediskit.session.compression', $method);
    with_session("long$method", fn() => $_SESSION['text'] = $text);
    with_session("short$method", fn() => $_SESSION['text'] = $short);
}
$size = fn(string $id): int => $server->cmd('STRLEN', session_key($id));
var_dump($size('longnone') > 10000, $size('longzstd') < 500);
var_dump(array_unique(array_map(fn($method) => $server->cmd('GET', session_key("short$method")), $methods)));
foreach ($methods as $method) {
    ini_set('rediskit.session.compression', $method);
    foreach ($methods as $written) {
        if (with_session("long$written", fn() => $_SESSION['text']) !== $text || with_session("short$written", fn() => $_SESSION['text']) !== $short) {
            echo "$written is not read with $method\n";
        }
    }
}
// Data that begin as an envelope does, or are a number, are not taken for something else.
ini_set('session.serialize_handler', 'php_binary');
with_session('number', fn() => null);
foreach (["\xff", '123', "\x1f"] as $id => $bytes) {
    $handler = new \Rediskit\SessionHandler();
    $handler->write("raw$id", $bytes);
    var_dump($handler->read("raw$id") === $bytes);
    unset($handler);
}
ini_set('session.serialize_handler', 'php');

echo "damaged\n";
ini_set('rediskit.session.compression', 'zstd');
$key = session_key('longzstd');
$whole = $server->cmd('GET', $key);
$value = (new \Rediskit\Codec('php'))->encode(['no session']);
$compressed = (new \Rediskit\Codec('php', 'zstd', compression_threshold: 0))->encode([str_repeat('no session ', 100)]);
foreach (['a value of its own' => $value, 'a compressed one' => $compressed, 'cut' => substr($whole, 0, 20), 'changed' => substr_replace($whole, 'XXXXXXXX', 12, 8), 'empty' => substr($whole, 0, 2)] as $what => $damaged) {
    $server->cmd('SET', $key, $damaged);
    session_id('longzstd');
    $warnings = warnings(fn() => var_dump(session_start()));
    echo "$what: ", substr($warnings[0], 0, 42), "\n";
    var_dump($server->cmd('GET', $key) === $damaged, is_unlocked($server));
}

echo "signed\n";
ini_set('rediskit.mac_key', 'a key of sixteen bytes');
with_session('signed', fn() => $_SESSION['n'] = 1);
with_session('signed', fn() => var_dump($_SESSION['n']));
session_id('shortnone');
var_dump(warnings(fn() => var_dump(session_start())) !== []);
$server->cmd('COPY', session_key('signed'), session_key('other'));
session_id('other');
var_dump(warnings(fn() => var_dump(session_start())) !== [], is_unlocked($server));
ini_set('rediskit.mac_key', 'another key of that length');
session_id('signed');
var_dump(warnings(fn() => var_dump(session_start())) !== []);

echo "more than memory has room for\n";
$large = str_repeat('x', 10 << 20);
$server->cmd('SET', session_key('large'), "\xFF\x40\x00\x00x|s:" . strlen($large) . ":\"$large\";");
echo run_php('
    session_id("large");
    var_dump(session_start());
    ', session_ini($server) + ['memory_limit' => '20M', 'html_errors' => 0], $exit, ['USE_ZEND_ALLOC' => '1']);
?>
--EXPECTF--
bool(true)
bool(true)
array(1) {
  [0]=>
  string(17) "text|s:5:"short";"
}
bool(true)
bool(true)
bool(true)
damaged
bool(false)
a value of its own: session_start(): The session was not read:
bool(true)
bool(true)
bool(false)
a compressed one: session_start(): The session was not read:
bool(true)
bool(true)
bool(false)
cut: session_start(): The session was not read:
bool(true)
bool(true)
bool(false)
changed: session_start(): The session was not read:
bool(true)
bool(true)
bool(false)
empty: session_start(): The session was not read:
bool(true)
bool(true)
signed
int(1)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
more than memory has room for

Warning: session_start(): The session was not read: Not enough memory for a value that needs about 10485776 bytes: raise memory_limit (20971520 bytes), or store less in one value (key "session:{d35c416a85b807e9b5384915d6ebb4a9f7352713}") in Command line code on line %d

Warning: session_start(): Failed to read session data: rediskit (path: ) in Command line code on line %d
bool(false)
