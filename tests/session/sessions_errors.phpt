--TEST--
Sessions and Session::user(): wrong arguments, what strangers stored, a server that is away: clear errors, and nothing is lost
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, Sessions};

require __DIR__ . '/session.inc';

$server = session_server();
$sessions = new Sessions();
function attempt(callable $work): void
{
    try {
        var_dump($work());
    } catch (\Throwable $e) {
        echo get_class($e), ': ', preg_replace('~\S*/redis\.sock~', 'SOCKET', $e->getMessage()), "\n";
    }
}
foreach ([
    fn() => new Sessions('redis://host:port'),
    fn() => new Sessions(1.5),
    fn() => $sessions->__construct(),
    fn() => clone $sessions,
    fn() => serialize($sessions),
    fn() => $sessions->name = 1,
    fn() => $sessions->ofUser(''),
    fn() => $sessions->ofUser('a', 0),
    fn() => $sessions->ofUser('a', 10001),
    fn() => $sessions->endUser(''),
    fn() => $sessions->endUser('a', 'no id'),
    fn() => $sessions->end(''),
    fn() => $sessions->end('a', ''),
    fn() => $sessions->end('h_abc'),
    fn() => $sessions->end('h_' . str_repeat('g', 40)),
    fn() => $sessions->read(str_repeat('a', 257)),
    fn() => $sessions->touch('a', 0),
    fn() => $sessions->touch('a', 3155760001),
    fn() => $sessions->exists('a b'),
    fn() => $sessions->active(),
    fn() => new Session(),
] as $code) {
    attempt($code);
}

echo "what strangers stored\n";
foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    $server->cmd('FLUSHALL');
    with_session('a', function () {
        $_SESSION['n'] = 1;
        Session::user('u');
    });
    $meta = session_key('a') . ':meta';
    foreach ([['RPUSH', $meta, 'x'], ['SET', $meta, ''], ['SET', $meta, 'text'], ['SET', $meta, 'rk1 10 0 1 1 - ' . str_repeat('x', 256)], ['SET', $meta, 'rk1 10 2 1 1 - x'],
        ['SET', $meta, 'rk1 0 1 1 1 - x'], ['SET', $meta, 'rk1 10 0 1 1 ABC x'], ['SET', $meta, 'rk1 10 0 1 1 -'], ['SET', $meta, 'rk1 10 0 1 1 abc'], ['SET', $meta, 'rk1 99999999999 1 1 1 - x']] as $command) {
        $server->cmd('DEL', $meta);
        $server->cmd(...$command);
        session_id('a');
        echo preg_replace('/WRONGTYPE.*/', 'WRONGTYPE', warnings(fn() => session_start())[0]), "\n";
        attempt(fn() => $sessions->ofUser('u'));
    }
    var_dump($server->cmd('GET', session_key('a')), array_filter($server->cmd('KEYS', '*:lock')));
    $server->cmd('DEL', $meta);
    var_dump(with_session('a'));

    $list = 'session:user:{' . substr(hash('sha256', 'u'), 0, 40) . '}';
    $server->cmd('DEL', $list);
    $server->cmd('SET', $list, 'x');
    session_id('a');
    session_start();
    $_SESSION['n'] = 2;
    Session::user('u');
    echo preg_replace('/WRONGTYPE.*/', 'WRONGTYPE', implode("\n", warnings(fn() => var_dump(session_write_close())))), "\n";
    var_dump($server->cmd('GET', session_key('a')));
    attempt(fn() => preg_replace('/:.*/', '', get_class(result(fn() => $sessions->ofUser('u')))));
    attempt(fn() => preg_replace('/:.*/', '', get_class(result(fn() => $sessions->endUser('u')))));
    $server->cmd('DEL', $list);
    // Nothing but the session's keys and lists is there: an entry that is no hash harms nobody.
    $server->cmd('ZADD', $list, 1, "x}{y\r\n", 2, '');
    attempt(fn() => [$sessions->ofUser('u'), $server->cmd('EXISTS', $list)]);
    $server->cmd('SET', session_key('r'), 'n|O:8:"stdClass":');
    attempt(fn() => $sessions->read('r'));
    $server->cmd('DEL', session_key('r'));
    $server->cmd('RPUSH', session_key('r'), 'x');
    attempt(fn() => get_class(result(fn() => $sessions->read('r'))));
    var_dump($sessions->end('r'));
}
function result(callable $work): object
{
    try {
        return (object) $work();
    } catch (\Throwable $e) {
        return $e;
    }
}
echo "away\n";
$server->kill();
foreach ([fn() => $sessions->ofUser(1), fn() => $sessions->endUser(1), fn() => $sessions->end('a'), fn() => $sessions->touch('a'), fn() => $sessions->read('a'),
    fn() => $sessions->exists('a'), fn() => $sessions->remaining('a')] as $code) {
    echo get_class(result($code)), "\n";
}
?>
--EXPECT--
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
TypeError: Rediskit\Sessions::__construct(): Argument #1 ($client) must be of type Rediskit\Client|string|array|null, float given
Error: A Rediskit\Sessions cannot be constructed twice
Error: Trying to clone an uncloneable object of class Rediskit\Sessions
Exception: Serialization of 'Rediskit\Sessions' is not allowed
Error: Cannot create dynamic property Rediskit\Sessions::$name
ValueError: Rediskit\Sessions::ofUser(): Argument #1 ($user) cannot be empty
ValueError: Rediskit\Sessions::ofUser(): Argument #2 ($limit) must be between 1 and 10000
ValueError: Rediskit\Sessions::ofUser(): Argument #2 ($limit) must be between 1 and 10000
ValueError: Rediskit\Sessions::endUser(): Argument #1 ($user) cannot be empty
ValueError: Rediskit\Sessions::endUser(): Argument #2 ($except) must be the id of a session (1 to 256 characters of A-Z, a-z, 0-9, "-" and ","), or its handle
ValueError: Rediskit\Sessions::end(): Argument #1 ($session) must be the id of a session (1 to 256 characters of A-Z, a-z, 0-9, "-" and ","), or its handle
ValueError: Rediskit\Sessions::end(): Argument #2 ($user) cannot be empty
ValueError: Rediskit\Sessions::end(): Argument #1 ($session) must be the id of a session (1 to 256 characters of A-Z, a-z, 0-9, "-" and ","), or its handle
ValueError: Rediskit\Sessions::end(): Argument #1 ($session) must be the id of a session (1 to 256 characters of A-Z, a-z, 0-9, "-" and ","), or its handle
ValueError: Rediskit\Sessions::read(): Argument #1 ($session) must be the id of a session (1 to 256 characters of A-Z, a-z, 0-9, "-" and ","), or its handle
ValueError: Rediskit\Sessions::touch(): Argument #2 ($seconds) must be between 1 and 3155760000 seconds, or null
ValueError: Rediskit\Sessions::touch(): Argument #2 ($seconds) must be between 1 and 3155760000 seconds, or null
ValueError: Rediskit\Sessions::exists(): Argument #1 ($session) must be the id of a session (1 to 256 characters of A-Z, a-z, 0-9, "-" and ","), or its handle
Rediskit\ConfigException: Active sessions are not counted: set rediskit.session.track_active to the number of minutes to look back, wherever sessions are used
Error: Call to private Rediskit\Session::__construct() from global scope
what strangers stored
session_start(): The session was not read: WRONGTYPE
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
string(6) "n|i:1;"
array(0) {
}
array(1) {
  ["n"]=>
  int(1)
}
bool(true)
session_write_close(): The session itself was written, but not all that is kept beside it (whose it is, how long it is kept, where it came from): WRONGTYPE
string(6) "n|i:2;"
string(27) "Rediskit\WrongTypeException"
string(27) "Rediskit\WrongTypeException"
array(2) {
  [0]=>
  array(0) {
  }
  [1]=>
  int(0)
}
Rediskit\CodecException: What is stored for the session cannot be decoded as session.serialize_handler says, or holds objects that must not be woken up here; raw() gives it as it is
string(27) "Rediskit\WrongTypeException"
bool(true)
session_start(): The session was not read: WRONGTYPE
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
session_start(): The session was not read: What is stored beside the session, at its key with ":meta" behind it, was not written by rediskit: remove it, or let it expire
array(0) {
}
string(6) "n|i:1;"
array(0) {
}
array(1) {
  ["n"]=>
  int(1)
}
bool(true)
session_write_close(): The session itself was written, but not all that is kept beside it (whose it is, how long it is kept, where it came from): WRONGTYPE
string(6) "n|i:2;"
string(27) "Rediskit\WrongTypeException"
string(27) "Rediskit\WrongTypeException"
array(2) {
  [0]=>
  array(0) {
  }
  [1]=>
  int(0)
}
Rediskit\CodecException: What is stored for the session cannot be decoded as session.serialize_handler says, or holds objects that must not be woken up here; raw() gives it as it is
string(27) "Rediskit\WrongTypeException"
bool(true)
away
Rediskit\ConnectionException
Rediskit\ConnectionException
Rediskit\ConnectionException
Rediskit\ConnectionException
Rediskit\ConnectionException
Rediskit\ConnectionException
Rediskit\ConnectionException
