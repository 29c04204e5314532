--TEST--
A key with "|" in it, for which PHP would store an empty session without a word, leaves what is stored as it is
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
foreach (['setting', 'object'] as $way) {
    echo "$way\n";
    if ($way === 'object') {
        session_set_save_handler($handler = new \Rediskit\SessionHandler());
    }
    with_session('a', fn() => $_SESSION = ['n' => 1]);
    session_id('a');
    session_start();
    $_SESSION['n'] = 2;
    $_SESSION['a|b'] = 1;
    foreach (warnings(fn() => session_write_close()) as $warning) {
        echo "  $warning\n";
    }
    var_dump($server->cmd('GET', session_key('a')), is_unlocked($server));
    session_id('a');
    session_start();
    $_SESSION['a|b'] = 1;
    warnings(fn() => var_dump(session_regenerate_id()));
    @session_abort();
    var_dump($server->cmd('GET', session_key('a')), is_unlocked($server));

    echo "what PHP stores as an empty session is stored\n";
    with_session('a', fn() => $_SESSION = []);
    var_dump($server->cmd('GET', session_key('a')));
    with_session('a', fn() => $_SESSION = ['n' => 1]);
    var_dump(warnings(fn() => with_session('a', fn() => $_SESSION = [7 => 'a number'])), $server->cmd('GET', session_key('a')));

    echo "other handlers know such keys\n";
    ini_set('session.serialize_handler', 'php_serialize');
    with_session('b', fn() => $_SESSION = ['a|b' => 1]);
    var_dump($server->cmd('GET', session_key('b')));
    ini_set('session.serialize_handler', 'php');
}

echo "a framework writes what it likes\n";
session_id('c');
session_start();
$_SESSION['a|b'] = 1;
var_dump($handler->write('d', ''), $server->cmd('GET', session_key('d')));
session_abort();

echo "more than max_value_size\n";
foreach ([true, false] as $locking) {
    $small = new \Rediskit\SessionHandler($server->dsn(['max_value_size' => 1000]), locking: $locking);
    $small->read('large');
    echo implode("\n", warnings(fn() => var_dump($small->write('large', str_repeat('x', 1001)), $small->close()))), "\n";
    var_dump($server->cmd('GET', session_key('large')), is_unlocked($server));
}
?>
--EXPECT--
setting
  session_write_close(): The session was not written: a key of $_SESSION contains "|", which session.serialize_handler = php cannot store (PHP would leave an empty session); use the handler php_serialize, or another key
  session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
string(6) "n|i:1;"
bool(true)
bool(false)
string(6) "n|i:1;"
bool(true)
what PHP stores as an empty session is stored
string(0) ""
array(1) {
  [0]=>
  string(45) "session_write_close(): Skipping numeric key 7"
}
string(0) ""
other handlers know such keys
string(20) "a:1:{s:3:"a|b";i:1;}"
object
  Rediskit\SessionHandler::write(): The session was not written: a key of $_SESSION contains "|", which session.serialize_handler = php cannot store (PHP would leave an empty session); use the handler php_serialize, or another key
  session_write_close(): Failed to write session data using user defined save handler. (session.save_path: , handler: Rediskit\SessionHandler::write)
string(6) "n|i:1;"
bool(true)
bool(false)
string(6) "n|i:1;"
bool(true)
what PHP stores as an empty session is stored
string(0) ""
array(1) {
  [0]=>
  string(45) "session_write_close(): Skipping numeric key 7"
}
string(0) ""
other handlers know such keys
string(20) "a:1:{s:3:"a|b";i:1;}"
a framework writes what it likes
bool(true)
string(0) ""
more than max_value_size
bool(false)
bool(true)
Rediskit\SessionHandler::write(): The session was not written: The value is too large: it has 1001 bytes and max_value_size allows 1000 (key "session:{d35c416a85b807e9b5384915d6ebb4a9f7352713}")
NULL
bool(true)
bool(false)
bool(true)
Rediskit\SessionHandler::write(): The session was not written: The value is too large: it has 1001 bytes and max_value_size allows 1000 (key "session:{d35c416a85b807e9b5384915d6ebb4a9f7352713}")
NULL
bool(true)
