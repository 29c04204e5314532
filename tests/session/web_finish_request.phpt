--TEST--
fastcgi_finish_request(): a session that was closed before it is free while the script works on, another is not
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

held('fastcgi_finish_request', finish_request('fpm'));
?>
--EXPECT--
fastcgi_finish_request: held
