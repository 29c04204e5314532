--TEST--
Sessions::read(): an error handler may throw at what cannot be decoded, or end the request; then serialize() and unserialize() are the application's own again
--EXTENSIONS--
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
$server->cmd('SET', session_key('enum'), 'a|E:8:"Suit:Bad";');
foreach (['throws' => 'throw new Exception($message)', 'ends the request' => 'trigger_error($message, E_USER_ERROR)'] as $what => $code) {
    echo "-- $what\n", run_php('
        set_error_handler(function ($level, $message) {
            ' . $code . ';
        });
        register_shutdown_function(function () {
            $user = (object) ["name" => "ann"];
            echo serialize([$user, $user]), " ", get_class(unserialize("O:8:\"stdClass\":0:{}")), "\n";
        });
        try {
            (new Rediskit\Sessions())->read("enum");
        } catch (Exception $e) {
            echo get_class($e), ": ", $e->getMessage(), "\n";
        }
    ', ['display_errors' => '0', 'log_errors' => '0'] + session_ini($server), $exit), "exit $exit\n";
}
?>
--EXPECT--
-- throws
Exception: Rediskit\Sessions::read(): Class 'Suit' not found
a:2:{i:0;O:8:"stdClass":1:{s:4:"name";s:3:"ann";}i:1;r:2;} stdClass
exit 0
-- ends the request
a:2:{i:0;O:8:"stdClass":1:{s:4:"name";s:3:"ann";}i:1;r:2;} stdClass
exit 255
