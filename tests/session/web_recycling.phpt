--TEST--
pm.max_requests: connections go with their workers; a worker that stays keeps one
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

held('recycling', recycling('fpm'));
?>
--EXPECT--
recycling: held
