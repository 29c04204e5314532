--TEST--
Behind php-fpm and nginx: fifty parallel requests of one session lose nothing, and a line is served in its order
--EXTENSIONS--
rediskit
session
posix
--SKIPIF--
<?php
require __DIR__ . '/web.inc';
Rediskit\Tests\skip_without_fpm();
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/web_parallel.inc';

held('fifty at once', ajax('fpm'));
held('in line', in_line('fpm'));
?>
--EXPECT--
fifty at once: held
in line: held
