--TEST--
Redis is killed under load and comes back from its AOF, with PHP's own web server
--EXTENSIONS--
rediskit
session
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/web_faults.inc';

held('built-in', redis_restart('builtin'));
?>
--EXPECT--
built-in: held
