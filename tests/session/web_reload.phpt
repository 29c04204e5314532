--TEST--
php-fpm reloads under load: requests under way end in order, nothing acknowledged is lost, no lock is left
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

held('in order', reload('fpm'));
held('at once', reload_at_once('fpm'));
?>
--EXPECT--
in order: held
at once: held
