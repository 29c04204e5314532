--TEST--
Behind PHP's own web server with workers: parallel requests of one session lose nothing, and a line is served in its order
--EXTENSIONS--
rediskit
session
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/web_parallel.inc';

held('many at once', ajax('builtin', PHP_DEBUG ? 15 : 50));
held('in line', in_line('builtin', PHP_DEBUG ? 10 : 20));
?>
--EXPECT--
many at once: held
in line: held
