--TEST--
A slow request beside fast ones: only those of its own session wait, and are woken at once
--EXTENSIONS--
rediskit
session
posix
--CONFLICTS--
all
--SKIPIF--
<?php
require __DIR__ . '/web.inc';
Rediskit\Tests\skip_without_fpm();
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/web_parallel.inc';

held('php-fpm', slow_beside_fast('fpm'));
?>
--EXPECT--
php-fpm: held
