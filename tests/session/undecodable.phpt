--TEST--
What PHP cannot decode stays stored; session_destroy() and session_regenerate_id(true) do delete
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
$key = session_key('a');
function check(string $what, callable $work): void
{
    global $server, $key;
    echo "$what\n  ", implode("\n  ", warnings($work)), "\n";
    echo '  stored: ', var_export($server->cmd('GET', $key), true), ', ', is_unlocked($server) ? 'not locked' : 'locked', "\n";
}
$damage = fn() => $server->cmd('SET', $key, 'a|O:garbage');

for ($round = 0; $round < 2; $round++) {
    echo $round ? "through the object\n" : "through the setting\n";
    if ($round) {
        session_set_save_handler(new \Rediskit\SessionHandler());
    }
    check('session_start', function () use ($damage) {
        $damage();
        session_id('a');
        session_start();
    });
    check('session_decode', function () {
        session_id('b');
        session_start();
        $_SESSION['n'] = 1;
        session_decode('a|O:garbage');
        session_write_close();
    });
    check('session_reset', function () use ($server, $key, $damage) {
        $server->cmd('SET', $key, 'n|i:1;');
        session_id('a');
        session_start();
        $damage();
        session_reset();
    });
    check('session_destroy', function () use ($server, $key) {
        $server->cmd('SET', $key, 'n|i:1;');
        session_id('a');
        session_start();
        session_destroy();
    });
    check('session_regenerate_id(true)', function () use ($server, $key) {
        $server->cmd('SET', $key, 'n|i:1;');
        session_id('a');
        session_start();
        session_regenerate_id(true);
        session_destroy();
    });
    check('session_destroy() in __unserialize() below session_start()', function () use ($server, $key) {
        eval('if (!class_exists("Leave")) { class Leave { public function __serialize(): array { return []; }
            public function __unserialize(array $data): void { session_destroy(); } } }');
        $server->cmd('SET', $key, 'x|O:5:"Leave":0:{}');
        session_id('a');
        session_start();
    });
}

echo "a fatal error while decoding\n";
$server->cmd('SET', $key, 'x|O:5:"Fatal":0:{}');
echo preg_replace('/ in .*/', '', run_php('
    ob_start();
    class Fatal { public function __unserialize(array $data): void { @trigger_error("x", E_USER_ERROR); } }
    set_error_handler(null);
    session_id("a"); session_start();
', ['display_errors' => 0] + session_ini($server))), "\n";
var_dump($server->cmd('GET', $key), is_unlocked($server));
?>
--EXPECT--
through the setting
session_start
  session_start(): What is stored for the session is not in the form that session.serialize_handler names; it was left as it is in Redis
  session_start(): Failed to decode session object. Session has been destroyed
  stored: 'a|O:garbage', not locked
session_decode
  session_decode(): What is stored for the session is not in the form that session.serialize_handler names; it was left as it is in Redis
  session_decode(): Failed to decode session object. Session has been destroyed
  stored: 'a|O:garbage', not locked
session_reset
  session_reset(): What is stored for the session is not in the form that session.serialize_handler names; it was left as it is in Redis
  session_reset(): Failed to decode session object. Session has been destroyed
  stored: 'a|O:garbage', not locked
session_destroy
  
  stored: NULL, not locked
session_regenerate_id(true)
  
  stored: NULL, not locked
session_destroy() in __unserialize() below session_start()
  
  stored: NULL, not locked
through the object
session_start
  Rediskit\SessionHandler::destroy(): What is stored for the session is not in the form that session.serialize_handler names; it was left as it is in Redis
  session_start(): Failed to decode session object. Session has been destroyed
  stored: 'a|O:garbage', not locked
session_decode
  Rediskit\SessionHandler::destroy(): What is stored for the session is not in the form that session.serialize_handler names; it was left as it is in Redis
  session_decode(): Failed to decode session object. Session has been destroyed
  stored: 'a|O:garbage', not locked
session_reset
  Rediskit\SessionHandler::destroy(): What is stored for the session is not in the form that session.serialize_handler names; it was left as it is in Redis
  session_reset(): Failed to decode session object. Session has been destroyed
  stored: 'a|O:garbage', not locked
session_destroy
  
  stored: NULL, not locked
session_regenerate_id(true)
  
  stored: NULL, not locked
session_destroy() in __unserialize() below session_start()
  
  stored: NULL, not locked
a fatal error while decoding

string(18) "x|O:5:"Fatal":0:{}"
bool(true)
