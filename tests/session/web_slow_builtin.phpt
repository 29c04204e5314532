--TEST--
Behind PHP's own web server, a slow request beside fast ones: only those of its own session wait, and are woken at once
--EXTENSIONS--
rediskit
session
posix
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/web_parallel.inc';

held('built-in', slow_beside_fast('builtin'));
?>
--EXPECT--
built-in: held
