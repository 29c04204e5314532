--TEST--
Sessions keep their values: several in one request, in every serialize_handler, with the time to live of session.gc_maxlifetime
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server(['session.gc_maxlifetime' => 100]);
$values = ['int' => 1, 'text' => "a\0b|;\"\xff", 'list' => [1, [2.5, null, true]], 'object' => (object) ['a' => 1]];

// Two sessions in one request.
with_session('one', function () use ($values) {
    $_SESSION = $values;
});
with_session('two', fn() => $_SESSION['other'] = 2);
var_dump(with_session('one') == $values, with_session('two') === ['other' => 2]);
var_dump(with_session('three') === []);

foreach (['php', 'php_binary', 'php_serialize'] as $number => $handler) {
    ini_set('session.serialize_handler', $handler);
    with_session("s-$number", function () use ($values) {
        $_SESSION = $values;
    });
    var_dump(with_session("s-$number") == $values);
}
ini_set('session.serialize_handler', 'php');

// Other programs see PHP's own text.
echo $server->cmd('GET', session_key('two')), "\n";
var_dump($server->cmd('GET', session_key('three')));

echo "time to live\n";
$ttl = fn(string $id): int => $server->cmd('TTL', session_key($id));
var_dump($ttl('one') >= 98 && $ttl('one') <= 100);
ini_set('session.gc_maxlifetime', 500);
with_session('one');
var_dump($ttl('one') > 490);
ini_set('session.gc_maxlifetime', 900);
with_session('one', fn() => $_SESSION['changed'] = 1);
var_dump($ttl('one') > 890);
ini_set('session.gc_maxlifetime', 0);
with_session('two');
var_dump($server->cmd('PTTL', session_key('two')) > 0);
ini_set('session.gc_maxlifetime', PHP_INT_MAX);
with_session('one');
var_dump($ttl('one') > 3e9);

echo "a session that expires while it is open and unchanged is stored again\n";
ini_set('session.gc_maxlifetime', 100);
var_dump(steps($server, fn() => with_session('two', fn() => $server->cmd('DEL', session_key('two')))));
var_dump(with_session('two') === ['other' => 2]);

echo "large\n";
$large = random_bytes(3_000_000);
with_session('large', fn() => $_SESSION['large'] = $large);
var_dump(with_session('large')['large'] === $large);

echo "prefixes\n";
ini_set('rediskit.session.prefix', 'shop:s:');
with_session('one', fn() => $_SESSION['prefixed'] = 1);
ini_set('rediskit.session.dsn', $server->dsn(['prefix' => 'app:']));
with_session('one', fn() => $_SESSION['prefixed'] = 2);
echo $server->cmd('GET', session_key('one', 'shop:s:')), ' ', $server->cmd('GET', session_key('one', 'app:shop:s:')), "\n";
var_dump(is_unlocked($server));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
other|i:2;
string(0) ""
time to live
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
a session that expires while it is open and unchanged is stored again
array(4) {
  [0]=>
  string(4) "open"
  [1]=>
  string(3) "DEL"
  [2]=>
  string(5) "renew"
  [3]=>
  string(5) "store"
}
bool(true)
large
bool(true)
prefixes
prefixed|i:1; prefixed|i:2;
bool(true)
