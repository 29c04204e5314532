--TEST--
When an answer is lost the request is repeated where that is safe, and what cannot be known is said
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';
require __DIR__ . '/../inc/proxy.inc';

$server = session_server();
$proxy = Proxy::to($server->socket);
ini_set('rediskit.session.dsn', $proxy->dsn());
with_session('a', fn() => $_SESSION['n'] = 1);
var_dump($proxy->trips(fn() => with_session('a', fn() => $_SESSION['n']++)));

echo "the answer to the open is lost: our own token is recognised\n";
$proxy->loseNextReply();
var_dump(with_session('a', fn() => $_SESSION['n']++), is_unlocked($server));

echo "the answer to the close is lost: it was stored, but that cannot be told from a lost lock\n";
session_id('a');
session_start();
$_SESSION['n'] = 10;
$proxy->loseNextReply();
foreach (warnings(fn() => session_write_close()) as $warning) {
    echo $warning, "\n";
}
var_dump($server->cmd('GET', session_key('a')), is_unlocked($server));

echo "the request itself is lost, for the server restarts without its data\n";
session_id('a');
session_start();
$_SESSION['n'] = 11;
$server->restart();
var_dump(count(warnings(fn() => session_write_close())));
var_dump($server->cmd('EXISTS', session_key('a')), is_unlocked($server));

echo "without locks repeating is harmless\n";
ini_set('rediskit.session.locking', 0);
with_session('a', fn() => $_SESSION['n'] = 20);
session_id('a');
session_start();
$_SESSION['n'] = 21;
$proxy->loseNextReply();
var_dump(warnings(fn() => session_write_close()), $server->cmd('GET', session_key('a')));
?>
--EXPECT--
int(2)
the answer to the open is lost: our own token is recognised
int(2)
bool(true)
the answer to the close is lost: it was stored, but that cannot be told from a lost lock
session_write_close(): The connection broke while the session was written, and when it was sent again the session's lock was gone: it may or may not have been stored
session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct ()
string(7) "n|i:10;"
bool(true)
the request itself is lost, for the server restarts without its data
int(2)
int(0)
bool(true)
without locks repeating is harmless
array(0) {
}
string(7) "n|i:21;"
