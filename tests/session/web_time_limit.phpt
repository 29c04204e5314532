--TEST--
max_execution_time and request_terminate_timeout are over while a request holds its session, and while it waits for one
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

require __DIR__ . '/web_ends.inc';

held('max_execution_time', time_limit('fpm'));
held('request_terminate_timeout', terminated('fpm'));
?>
--EXPECT--
max_execution_time: held
request_terminate_timeout: held
