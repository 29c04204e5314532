--TEST--
A session that is closed, aborted or destroyed by an object that PHP serializes for it: no crash, no lock, nothing half-written
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';
require __DIR__ . '/uses.inc';

$server = session_server();
foreach (['session_write_close', 'session_abort', 'session_destroy'] as $number => $function) {
    $seen = meddled_writing($function, "id$number");
    echo "$function: ", json_encode($seen), ' ', json_encode($server->cmd('GET', session_key("id$number"))), is_unlocked($server) ? '' : ', LOCKED', "\n";
}
?>
--EXPECT--
session_write_close: [[true],"none",["n","m","z"]] "n|i:2;m|O:22:\"Rediskit\\Tests\\Meddles\":0:{}z|i:2;"
session_abort: [[true],"none",["n"]] "n|i:1;"
session_destroy: [[true],"none",[]] null
