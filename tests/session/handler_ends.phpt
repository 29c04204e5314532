--TEST--
However a request ends, its session is written or left as it was, through handler objects, decorators and classes that extend \SessionHandler
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';
require __DIR__ . '/uses.inc';

$server = session_server();
$ini = ['display_errors' => 0] + session_ini($server);
// request_end.phpt has the setting and the object.
$ways = ['object, without register_shutdown', 'whole decorator', 'plain decorator', 'extends SessionHandler', 'callables'];
// Each way has an id of its own, for some store other text.
$code = fn(string $way, string $work): string => 'namespace Rediskit\Tests; require ' . var_export(__DIR__ . '/uses.inc', true)
    . '; ob_start(); (ways()[' . var_export($way, true) . '])(); $id = "id' . array_search($way, $ways) . '"; ' . $work;
foreach ([
    'no close' => '$_SESSION["n"] = 1;',
    'unchanged' => '',
    'exit' => '$_SESSION["n"] = 2; exit;',
    'exception' => '$_SESSION["n"] = 3; throw new \Exception("thrown");',
    'fatal error' => '$_SESSION["n"] = 4; missing();',
    'memory limit' => '$_SESSION["n"] = 5; ini_set("memory_limit", "8M"); str_repeat("x", 100000000);',
    'destructor' => 'final class D { function __destruct() { $_SESSION["n"] = 6; } } $d = new D;',
    'exit in a destructor' => 'final class D { function __destruct() { $_SESSION["n"] = 7; exit; } } $d = new D;',
    'shutdown function' => 'register_shutdown_function(function () { $_SESSION["n"] = 8; });',
    'close in a destructor' => 'final class D { function __destruct() { $_SESSION["n"] = 9; session_write_close(); } } $d = new D;',
    'start in a shutdown function' => 'session_write_close(); register_shutdown_function(function () { session_start(); $_SESSION["n"] = 10; });',
    'another id in a shutdown function' => 'register_shutdown_function(function () use ($id) { session_write_close(); put("other$id", ["n" => 1]); begin($id); $_SESSION["n"] = 11; });',
    'a closure in it' => '$_SESSION["n"] = -1; $_SESSION["c"] = fn() => 1;',
    'a closure in it, close' => '$_SESSION["n"] = -1; $_SESSION["c"] = fn() => 1; session_write_close();',
    'a closure in it, close, caught' => '$_SESSION["c"] = fn() => 1; try { session_write_close(); } catch (\Exception) {} begin($id); $_SESSION["n"] = 12;',
    'abort' => '$_SESSION["n"] = -1; session_abort();',
    'destroy' => 'session_destroy();',
    'regenerate' => '$_SESSION["n"] = 13; session_regenerate_id();',
    'destroy in a shutdown function' => 'register_shutdown_function("session_destroy");',
] as $what => $work) {
    $seen = [];
    foreach ($ways as $way) {
        run_php($code($way, "begin(\$id); $work"), $ini, $exit, ['USE_ZEND_ALLOC' => '1']);
        $locked = is_unlocked($server) ? '' : ', LOCKED';
        ini_set('session.save_handler', 'rediskit');
        ways()[$way]();
        $seen[json_encode(look('id' . array_search($way, $ways))) . ", exit $exit$locked"][] = $way;
    }
    echo "$what: ", implode(' / ', array_map(
        fn(string $result, array $ways) => $result . (count($seen) > 1 ? ' (' . implode(', ', $ways) . ')' : ''),
        array_keys($seen),
        $seen
    )), "\n";
}
?>
--EXPECT--
no close: {"n":1}, exit 0
unchanged: {"n":1}, exit 0
exit: {"n":2}, exit 0
exception: {"n":3}, exit 255
fatal error: {"n":4}, exit 255
memory limit: {"n":5}, exit 255
destructor: {"n":6}, exit 0 (object, without register_shutdown, callables) / {"n":5}, exit 0 (whole decorator, plain decorator, extends SessionHandler)
exit in a destructor: {"n":7}, exit 0 (object, without register_shutdown, callables) / {"n":5}, exit 0 (whole decorator, plain decorator, extends SessionHandler)
shutdown function: {"n":8}, exit 0
close in a destructor: {"n":9}, exit 0 (object, without register_shutdown, callables) / {"n":8}, exit 0 (whole decorator, plain decorator, extends SessionHandler)
start in a shutdown function: {"n":10}, exit 0
another id in a shutdown function: {"n":11}, exit 0
a closure in it: {"n":11}, exit 255
a closure in it, close: {"n":11}, exit 255
a closure in it, close, caught: {"n":12}, exit 0
abort: {"n":12}, exit 0
destroy: [], exit 0
regenerate: {"n":13}, exit 0
destroy in a shutdown function: [], exit 0
