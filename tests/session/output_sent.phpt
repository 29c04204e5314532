--TEST--
After output was sent a session can be closed, aborted and destroyed; starting and regenerating fail and leave no lock
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
$ini = ['session.use_cookies' => 1, 'html_errors' => 0] + session_ini($server);
foreach ([
    'start' => 'echo "out"; session_id("a"); var_dump(session_start());',
    'start without cookies' => 'ini_set("session.use_cookies", 0); session_id("a"); echo "out"; var_dump(session_start()); $_SESSION["n"] = 1;',
    'close' => 'session_id("a"); session_start(); $_SESSION["n"] = 2; echo "out"; session_write_close();',
    'at the end' => 'session_id("a"); session_start(); $_SESSION["n"] = 3; echo "out";',
    'abort' => 'session_id("a"); session_start(); $_SESSION["n"] = 4; echo "out"; session_abort();',
    'regenerate' => 'session_id("a"); session_start(); $_SESSION["n"] = 5; echo "out"; var_dump(session_regenerate_id(true), session_id());',
    'closed and started again' => 'session_id("a"); session_start(); $_SESSION["n"] = 6; session_write_close(); echo "out"; var_dump(session_start());',
    'reset' => 'session_id("a"); session_start(); $_SESSION["n"] = 7; echo "out"; var_dump(session_reset()); $_SESSION["m"] = 1;',
    'destroy' => 'session_id("a"); session_start(); echo "out"; var_dump(session_destroy());',
] as $what => $code) {
    foreach (['', 'session_set_save_handler(new Rediskit\SessionHandler()); '] as $way) {
        $output = preg_replace(['/ in Command.*/', '/\s+/', '/ \(output started.*?\)/'], ['', ' ', ''], run_php($way . $code, $ini));
        printf("%s: %s -> %s%s\n", $what, trim($output), json_encode($server->cmd('GET', session_key('a'))), is_unlocked($server) ? '' : ', LOCKED');
    }
}
?>
--EXPECT--
start: out Warning: session_id(): Session ID cannot be changed after headers have already been sent Warning: session_start(): Session cannot be started after headers have already been sent bool(false) -> null
start: out Warning: session_id(): Session ID cannot be changed after headers have already been sent Warning: session_start(): Session cannot be started after headers have already been sent bool(false) -> null
start without cookies: outbool(true) -> "n|i:1;"
start without cookies: outbool(true) -> "n|i:1;"
close: out -> "n|i:2;"
close: out -> "n|i:2;"
at the end: out -> "n|i:3;"
at the end: out -> "n|i:3;"
abort: out -> "n|i:3;"
abort: out -> "n|i:3;"
regenerate: out Warning: session_regenerate_id(): Session ID cannot be regenerated after headers have already been sent bool(false) string(1) "a" -> "n|i:5;"
regenerate: out Warning: session_regenerate_id(): Session ID cannot be regenerated after headers have already been sent bool(false) string(1) "a" -> "n|i:5;"
closed and started again: out Warning: session_start(): Session cannot be started after headers have already been sent bool(false) -> "n|i:6;"
closed and started again: out Warning: session_start(): Session cannot be started after headers have already been sent bool(false) -> "n|i:6;"
reset: outbool(true) -> "n|i:6;m|i:1;"
reset: outbool(true) -> "n|i:6;m|i:1;"
destroy: outbool(true) -> null
destroy: outbool(true) -> null
