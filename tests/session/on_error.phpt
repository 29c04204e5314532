--TEST--
on_error=readonly-empty: while Redis is away sessions are empty, keep their id and are never written, also when it comes back within the request
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, SessionHandler};

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.timeout' => '0.3', 'rediskit.read_timeout' => '0.3'], ['appendonly' => 'yes', 'appendfsync' => 'always']);
with_session('a', fn() => $_SESSION['user'] = 7);
$key = session_key('a');
$stored = $server->cmd('GET', $key);

function show(string $what, callable $work): void
{
    echo "-- $what\n";
    $said = warnings(function () use ($work) {
        session_id('a');
        var_dump(session_start());
        $work();
        if (session_status() === PHP_SESSION_ACTIVE) {
            session_write_close();
        }
    });
    echo preg_replace('/Connection refused.*|unix:.*/', '…', implode("\n", $said)), "\n";
}
echo "fail\n";
$server->kill();
show('as set', fn() => 0);

echo "readonly-empty\n";
ini_set('rediskit.session.on_error', 'readonly-empty');
foreach ([0, 1] as $strict) {
    ini_set('session.use_strict_mode', $strict);
    show("strict=$strict, unchanged", fn() => var_dump($_SESSION, session_id(), Session::isReadOnly(), Session::extendLock()));
    show('changed', function () {
        $_SESSION['user'] = 'nobody';
    });
    show('a new id', fn() => var_dump(session_regenerate_id(), session_id()));
    show('a new id and deletion', fn() => var_dump(session_regenerate_id(true)));
    show('destroyed', fn() => var_dump(session_destroy()));
}
ini_set('session.lazy_write', 0);
show('unchanged, lazy_write=0', fn() => 0);
ini_set('session.lazy_write', 1);
$server->restart();
var_dump($server->cmd('GET', $key) === $stored, is_unlocked($server));

foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    echo "back within the request, locking=$locking\n";
    foreach ([
        'unchanged' => fn() => 0,
        'changed' => function () {
            $_SESSION['user'] = 'nobody';
        },
        'destroyed' => fn() => session_destroy(),
        'a new id' => fn() => session_regenerate_id(true),
        'emptied' => fn() => session_unset(),
    ] as $what => $work) {
        $server->kill();
        session_id('a');
        warnings(fn() => session_start());
        $server->restart();
        warnings(function () use ($work) {
            $work();
            @session_write_close();
        });
        echo "$what: ", $server->cmd('GET', $key) === $stored && is_unlocked($server) && $server->cmd('DBSIZE') === 1 ? 'kept' : 'LOST', "\n";
    }
    $server->kill();
    session_id('a');
    warnings(fn() => session_start());
    $server->restart();
    session_reset();
    var_dump($_SESSION['user'], Session::isReadOnly());
    session_write_close();
}
ini_set('rediskit.session.locking', 1);

echo "-- the warning\n";
$server->kill();
set_error_handler(function (int $type, string $message) {
    echo $type === E_WARNING ? 'warning: ' : 'another: ', preg_replace('/: Connection refused.*/', ': …', $message), "\n";
    return true;
});
session_id('a');
session_start();
session_write_close();
restore_error_handler();
$server->restart();

echo "-- a server that hangs\n";
$server->freeze();
session_id('a');
warnings(fn() => var_dump(session_start()));
$_SESSION['user'] = 'nobody';
warnings(fn() => session_write_close());
$server->thaw();
wait_until(fn() => is_unlocked($server) || $server->cmd('DEL', "$key:lock"));
var_dump($server->cmd('GET', $key) === $stored);

echo "-- what is no outage fails as ever\n";
$fails = function (string $dsn) {
    $handler = new SessionHandler($dsn, lock_wait: 0, on_error: 'readonly-empty');
    warnings(fn() => var_dump($handler->read('a')));
};
$server->cmd('SET', "$key:lock", 'another');
$fails($server->dsn());
$server->cmd('DEL', "$key:lock", $key);
$server->cmd('LPUSH', $key, 'x');
$fails($server->dsn());
$server->cmd('DEL', $key, "$key:lock");
$server->cmd('SET', $key, $stored);
$fails($server->dsn(['user' => 'nobody', 'password' => 'wrong']));

echo "-- an object\n";
$handler = new SessionHandler($server->dsn(['timeout' => '0.3']), on_error: 'readonly-empty');
$server->kill();
$said = warnings(function () use ($handler) {
    var_dump($handler->validateId('a'), $handler->read('a'), $handler->write('a', 'user|i:0;'), $handler->write('a', ''), $handler->destroy('a'));
});
echo preg_replace('/Connection refused.*/', '…', implode("\n", $said)), "\n";
$server->restart();
var_dump($handler->write('a', ''), $handler->close(), $server->cmd('GET', $key) === $stored, $handler->read('a') === $stored);
unset($handler);
var_dump(is_unlocked($server));
?>
--EXPECT--
fail
-- as set
bool(false)
session_start(): The session was not read: …
session_start(): Failed to read session data: rediskit (path: )
readonly-empty
-- strict=0, unchanged
bool(true)
array(0) {
}
string(1) "a"
bool(true)
bool(false)
session_start(): The session is empty and will not be written: …
-- changed
bool(true)
session_start(): The session is empty and will not be written: …
-- a new id
bool(true)
bool(false)
string(1) "a"
session_start(): The session is empty and will not be written: …
session_regenerate_id(): The session was not written: Redis could not be reached when the session was opened, so it keeps its id and what is stored
session_regenerate_id(): Session write failed. ID: rediskit (path: )
-- a new id and deletion
bool(true)
bool(false)
session_start(): The session is empty and will not be written: …
session_regenerate_id(): The session was not destroyed: Redis could not be reached when the session was opened, so it is not deleted
session_regenerate_id(): Session object destruction failed. ID: rediskit (path: )
-- destroyed
bool(true)
bool(false)
session_start(): The session is empty and will not be written: …
session_destroy(): The session was not destroyed: Redis could not be reached when the session was opened, so it is not deleted
session_destroy(): Session object destruction failed
-- strict=1, unchanged
bool(true)
array(0) {
}
string(1) "a"
bool(true)
bool(false)
session_start(): The session is empty and will not be written: …
-- changed
bool(true)
session_start(): The session is empty and will not be written: …
-- a new id
bool(true)
bool(false)
string(1) "a"
session_start(): The session is empty and will not be written: …
session_regenerate_id(): The session was not written: Redis could not be reached when the session was opened, so it keeps its id and what is stored
session_regenerate_id(): Session write failed. ID: rediskit (path: )
-- a new id and deletion
bool(true)
bool(false)
session_start(): The session is empty and will not be written: …
session_regenerate_id(): The session was not destroyed: Redis could not be reached when the session was opened, so it is not deleted
session_regenerate_id(): Session object destruction failed. ID: rediskit (path: )
-- destroyed
bool(true)
bool(false)
session_start(): The session is empty and will not be written: …
session_destroy(): The session was not destroyed: Redis could not be reached when the session was opened, so it is not deleted
session_destroy(): Session object destruction failed
-- unchanged, lazy_write=0
bool(true)
session_start(): The session is empty and will not be written: …
bool(true)
bool(true)
back within the request, locking=1
unchanged: kept
changed: kept
destroyed: kept
a new id: kept
emptied: kept
int(7)
bool(false)
back within the request, locking=0
unchanged: kept
changed: kept
destroyed: kept
a new id: kept
emptied: kept
int(7)
bool(false)
-- the warning
warning: session_start(): The session is empty and will not be written: …
-- a server that hangs
bool(true)
bool(true)
-- what is no outage fails as ever
bool(false)
bool(false)
bool(false)
-- an object
bool(true)
string(0) ""
bool(true)
bool(true)
bool(false)
Rediskit\SessionHandler::read(): The session is empty and will not be written: …
Rediskit\SessionHandler::destroy(): The session was not destroyed: Redis could not be reached when the session was opened, so it is not deleted
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
