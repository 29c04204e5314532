--TEST--
Workers are killed while they hold a session and while they wait for it: the others go on, after lock_ttl at the latest
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

require __DIR__ . '/web_faults.inc';

held('killed', killed('fpm'));
?>
--EXPECT--
killed: held
