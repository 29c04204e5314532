--TEST--
However a request ends, its session is written or released: at shutdown, after exit, an exception, a fatal error, a time limit, and in destructors
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
foreach ([
    'no close' => '$_SESSION["n"] = 1;',
    'exit' => '$_SESSION["n"] = 2; exit;',
    'exit in a function below output buffering' => 'function f() { ob_start(); $_SESSION["n"] = 3; exit; } f();',
    'exception' => '$_SESSION["n"] = 4; throw new Exception("thrown");',
    'fatal error' => '$_SESSION["n"] = 5; missing();',
    'E_USER_ERROR' => '$_SESSION["n"] = 6; trigger_error("x", E_USER_ERROR);',
    'memory limit' => '$_SESSION["n"] = 7; ini_set("memory_limit", "8M"); str_repeat("x", 100000000);',
    'time limit' => '$_SESSION["n"] = 8; set_time_limit(1); while (true);',
    'shutdown function' => 'register_shutdown_function(function () { $_SESSION["n"] = 9; });',
    'close in a shutdown function' => 'register_shutdown_function(function () { $_SESSION["n"] = 10; session_write_close(); });',
    'destructor' => 'class D { function __destruct() { $_SESSION["n"] = 11; } } $d = new D;',
    'exit in a destructor' => 'class D { function __destruct() { $_SESSION["n"] = 12; exit; } } $d = new D;',
    'abort' => '$_SESSION["n"] = 13; session_abort();',
    'fatal error in __serialize' => '
        class D { function __serialize(): array { trigger_error("x", E_USER_ERROR); } } $_SESSION["n"] = new D;',
] as $what => $code) {
    foreach (['setting', 'object'] as $way) {
        $object = $way === 'object' ? 'session_set_save_handler(new Rediskit\SessionHandler());' : '';
        run_php("$object session_id('a'); session_start(); $code", ['display_errors' => 0] + session_ini($server), $exit,
            ['USE_ZEND_ALLOC' => '1']);
        printf("%-42s %s  %s  %s\n", $what, $server->cmd('GET', session_key('a')), $exit, is_unlocked($server) ? 'not locked' : 'LOCKED');
    }
}
?>
--EXPECT--
no close                                   n|i:1;  0  not locked
no close                                   n|i:1;  0  not locked
exit                                       n|i:2;  0  not locked
exit                                       n|i:2;  0  not locked
exit in a function below output buffering  n|i:3;  0  not locked
exit in a function below output buffering  n|i:3;  0  not locked
exception                                  n|i:4;  255  not locked
exception                                  n|i:4;  255  not locked
fatal error                                n|i:5;  255  not locked
fatal error                                n|i:5;  255  not locked
E_USER_ERROR                               n|i:6;  255  not locked
E_USER_ERROR                               n|i:6;  255  not locked
memory limit                               n|i:7;  255  not locked
memory limit                               n|i:7;  255  not locked
time limit                                 n|i:8;  255  not locked
time limit                                 n|i:8;  255  not locked
shutdown function                          n|i:9;  0  not locked
shutdown function                          n|i:9;  0  not locked
close in a shutdown function               n|i:10;  0  not locked
close in a shutdown function               n|i:10;  0  not locked
destructor                                 n|i:11;  0  not locked
destructor                                 n|i:11;  0  not locked
exit in a destructor                       n|i:12;  0  not locked
exit in a destructor                       n|i:12;  0  not locked
abort                                      n|i:12;  0  not locked
abort                                      n|i:12;  0  not locked
fatal error in __serialize                 n|i:12;  255  not locked
fatal error in __serialize                 n|i:12;  255  not locked
