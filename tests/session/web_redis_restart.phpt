--TEST--
Redis is killed under load and comes back from its AOF: nothing acknowledged is lost, what failed says so, nothing is overwritten
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

require __DIR__ . '/web_faults.inc';

held('php-fpm', redis_restart('fpm'));
?>
--EXPECT--
php-fpm: held
