--TEST--
A password in session.save_path or rediskit.session.dsn shows in no warning and not in phpinfo(), and the setting stays whole
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.session.dsn' => ''], ['user' => 'bob on >SECRET ~* +@all', 'requirepass' => 'x'], tcp: true);
$ini = ['rediskit.session.dsn' => ''] + session_ini($server);
$dsn = $server->tcpDsn([], 'bob:SECRET@');

$code = <<<'PHP'
    ob_start();
    session_id('a');
    $started = session_start();
    @session_regenerate_id();
    session_write_close();
    phpinfo(INFO_MODULES);
    $text = ob_get_clean();
    echo $started ? 'started, ' : 'not started, ', str_contains($text, 'SECRET') ? "SHOWN\n" : "hidden\n";
    preg_match_all('/^(Warning.*|session\.save_path.*)$/m', $text, $match);
    echo preg_replace('/ in Command line code on line \d+/', '', implode("\n", $match[1])), "\n";
    var_dump(ini_get('session.save_path') === (getenv('DSN') ?: ''));
PHP;
$run = function (string $dsn, array $more = []) use ($ini, $code, $server) {
    return str_replace((string) $server->port, 'PORT',
        run_php($code, $more + ['session.save_path' => $dsn] + $ini, $exit, ['DSN' => $dsn])) . "$exit\n";
};
echo "works\n", $run($dsn);
echo "nobody listens\n", $run('redis://bob:SECRET@127.0.0.1:1/0');
echo "refused\n", $run(str_replace('bob', 'eve', $dsn));
echo "wrong\n", $run('redis://bob:SECRET@127.0.0.1:port');
echo "another handler's\n", $run('tcp://127.0.0.1:1?auth=SECRET');
echo "in the setting of our own\n", $run('', ['rediskit.session.dsn' => 'redis://bob:SECRET@127.0.0.1:1/0']);

echo "lost lock\n";
ini_set('session.save_path', $dsn);
session_id('b');
session_start();
$server->cmd('SET', session_key('b') . ':lock', 'another');
$warnings = warnings(fn() => session_write_close());
echo strpos(implode($warnings), 'SECRET') ? 'SHOWN' : 'hidden', "\n", str_replace($server->port, 'PORT', $warnings[1]), "\n";
// Another session goes on with the real password, and so does another process's request.
var_dump(with_session('c') === [], session_save_path() === 'redis://127.0.0.1:' . $server->port . '/0');

echo "through the object\n";
$server->cmd('DEL', session_key('b') . ':lock');
session_set_save_handler(new \Rediskit\SessionHandler($dsn));
session_id('b');
session_start();
$server->cmd('SET', session_key('b') . ':lock', 'another');
$warnings = warnings(fn() => session_write_close());
echo strpos(implode($warnings), 'SECRET') ? 'SHOWN' : 'hidden', "\n", str_replace($server->port, 'PORT', $warnings[1]), "\n";
var_dump(new \Rediskit\SessionHandler($dsn));
try {
    new \Rediskit\SessionHandler('redis://bob:SECRET@127.0.0.1:port');
} catch (\Rediskit\ConfigException $e) {
    echo strpos((string) $e, 'SECRET') ? 'SHOWN' : 'hidden', "\n";
}
?>
--EXPECTF--
works
started, hidden
session.save_path => redis://127.0.0.1:PORT/0 => redis://127.0.0.1:PORT/0
bool(true)
0
nobody listens
not started, hidden
Warning: session_start(): The session was not read: %s
Warning: session_start(): Failed to read session data: rediskit (path: redis://127.0.0.1:1/0)
session.save_path => redis://127.0.0.1:1/0 => redis://127.0.0.1:1/0
bool(true)
0
refused
not started, hidden
Warning: session_start(): The session was not read: %s
Warning: session_start(): Failed to read session data: rediskit (path: redis://127.0.0.1:PORT/0)
session.save_path => redis://127.0.0.1:PORT/0 => redis://127.0.0.1:PORT/0
bool(true)
0
wrong
not started, hidden
Warning: session_start(): The session cannot be opened: %s
Warning: session_start(): Failed to initialize storage module: rediskit (path: (not shown, for it may hold a password))
session.save_path => (not shown, for it may hold a password) => (not shown, for it may hold a password)
bool(true)
0
another handler's
not started, hidden
Warning: session_start(): The session was not read: %s
Warning: session_start(): Failed to read session data: rediskit (path: redis://127.0.0.1:1/0)
session.save_path => redis://127.0.0.1:1/0 => redis://127.0.0.1:1/0
bool(true)
0
in the setting of our own
not started, hidden
Warning: session_start(): The session was not read: %s
Warning: session_start(): Failed to read session data: rediskit (path: )
session.save_path => no value => no value
bool(true)
0
lost lock
hidden
session_write_close(): Failed to write session data (rediskit). Please verify that the current setting of session.save_path is correct (redis://127.0.0.1:PORT/0)
bool(true)
bool(true)
through the object
hidden
session_write_close(): Failed to write session data using user defined save handler. (session.save_path: redis://127.0.0.1:PORT/0, handler: Rediskit\SessionHandler::write)
object(Rediskit\SessionHandler)#%d (0) {
}
hidden
