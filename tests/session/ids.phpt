--TEST--
Session ids: bad ones are refused, unknown ones replaced in strict mode, new ones made by PHP's settings
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
foreach (['a.b', 'a/b', 'a{b}', "a\0b", 'ä', str_repeat('a', 257), '*', 'a:lock'] as $bad) {
    session_id($bad);
    $started = null;
    $warnings = warnings(function () use (&$started) {
        $started = session_start();
    });
    var_dump($started, str_contains($warnings[0] ?? '', 'The session id is not valid'));
}
var_dump($server->cmd('DBSIZE'));
foreach (['a', 'A-Z,0-9', str_repeat('b', 256), '0'] as $good) {
    with_session($good, fn() => $_SESSION['id'] = $good);
}
var_dump(with_session('A-Z,0-9'), with_session('0'), $server->cmd('DBSIZE'));

echo "strict mode\n";
ini_set('session.use_strict_mode', 1);
foreach (['unknown', 'a.b'] as $id) {
    session_id($id);
    session_start();
    var_dump(session_id() !== $id, strlen(session_id()));
    session_write_close();
    var_dump($server->cmd('EXISTS', session_key($id)), $server->cmd('EXISTS', session_key(session_id())));
}
with_session('a', fn() => var_dump(session_id()));
// A new session is locked from its first request on, so a second one waits for it instead of getting another id.
session_id('');
session_start();
$id = session_id();
$_SESSION['n'] = 1;
[$child] = parallel_results(1, function () use ($id) {
    session_abort();
    session_id($id);
    session_start();
    return [session_id() === $id, $_SESSION];
}, function () use ($server) {
    $server->waitForBlocked(1);
    session_write_close();
});
var_dump($child);

echo "new ids\n";
// Deprecated from PHP 8.4 on.
@ini_set('session.sid_length', 40); // deprecated since PHP 8.4
@ini_set('session.sid_bits_per_character', 4);
session_id('');
session_start();
var_dump(preg_match('/^[0-9a-f]{40}$/', session_id()));
var_dump(preg_match('/^pre-[0-9a-f]{40}$/', $new = session_create_id('pre-')), session_create_id() !== session_create_id());
session_write_close();

// As with PHP's own handler, strict mode does not take an id that was made and never used.
session_id($new);
session_start();
var_dump(session_id() !== $new);
session_write_close();
ini_set('session.use_strict_mode', 0);
with_session($new, fn() => $_SESSION['n'] = 5);
ini_set('session.use_strict_mode', 1);
var_dump(with_session($new, fn() => $_SESSION['n']), is_unlocked($server));
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
int(0)
array(1) {
  ["id"]=>
  string(7) "A-Z,0-9"
}
array(1) {
  ["id"]=>
  string(1) "0"
}
int(4)
strict mode
bool(true)
int(32)
int(0)
int(1)
bool(true)
int(32)
int(0)
int(1)
string(1) "a"
array(2) {
  [0]=>
  bool(true)
  [1]=>
  array(1) {
    ["n"]=>
    int(1)
  }
}
new ids
int(1)
int(1)
bool(true)
bool(true)
int(5)
bool(true)
