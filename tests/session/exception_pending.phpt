--TEST--
When __serialize() throws nothing is written, the lock is released and the exception arrives
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

final class Bad
{
    public function __serialize(): array
    {
        throw new \LogicException('not serializable');
    }
}
$server = session_server();
with_session('a', fn() => $_SESSION['n'] = 1);

session_id('a');
session_start();
$_SESSION['m'] = 2;
$_SESSION['bad'] = new Bad();
var_dump(warnings(function () use ($server) {
    print_r(steps($server, function () {
        try {
            session_write_close();
        } catch (\LogicException $e) {
            echo $e->getMessage(), "\n";
        }
    }));
}));
var_dump(is_unlocked($server), $server->cmd('GET', session_key('a')));
var_dump(with_session('a'));

echo "at the end of the request\n";
echo run_php('
    final class Bad { public function __serialize(): array { throw new LogicException("not serializable"); } }
    session_id("a"); session_start(); $_SESSION["bad"] = new Bad();
', session_ini($server) + ['html_errors' => 0]), "\n";
var_dump(is_unlocked($server), $server->cmd('GET', session_key('a')));

echo "through the object\n";
session_set_save_handler(new \Rediskit\SessionHandler());
session_id('a');
session_start();
$_SESSION['bad'] = new Bad();
try {
    session_write_close();
} catch (\LogicException $e) {
    echo $e->getMessage(), "\n";
}
var_dump(session_status() === PHP_SESSION_NONE, $server->cmd('GET', session_key('a')));
session_start();
session_abort();
var_dump(is_unlocked($server));
?>
--EXPECT--
not serializable
Array
(
    [0] => release
)
array(0) {
}
bool(true)
string(6) "n|i:1;"
array(1) {
  ["n"]=>
  int(1)
}
at the end of the request

Fatal error: Uncaught LogicException: not serializable in Command line code:2
Stack trace:
#0 [internal function]: Bad->__serialize()
#1 {main}
  thrown in Command line code on line 2

bool(true)
string(6) "n|i:1;"
through the object
not serializable
bool(true)
string(6) "n|i:1;"
bool(true)
