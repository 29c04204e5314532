--TEST--
Laravel gets the same answers with REDIS_CLIENT=phpredis: what the tests of this folder expect of rediskit is drop-in equality
--SKIPIF--
<?php
require __DIR__ . '/skip.inc';
exec(PHP_BINARY . ' -n -d extension=igbinary -d extension=redis -r "exit(extension_loaded(\'redis\') ? 0 : 1);" 2>/dev/null', $output, $status);
if ($status !== 0) {
    die('skip no ext-redis to compare with: install php-redis');
}
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/rerun.inc';

$command = [PHP_BINARY, '-n'];
// igbinary first: Debian's ext-redis does not load without it.
foreach (['ctype', 'mbstring', 'tokenizer', 'posix', 'igbinary', 'redis'] as $extension) {
    array_push($command, '-d', "extension=$extension");
}
rerun(
    ['cache_values', 'cache_tags', 'cache_lock', 'session', 'queue', 'rate_limit', 'redis_commands', 'redis_scan', 'pipeline'],
    $command,
    ['REDISKIT_LARAVEL_CLIENT' => 'phpredis']
);
?>
--EXPECT--
cache_values: same
cache_tags: same
cache_lock: same
session: same
queue: same
rate_limit: same
redis_commands: same
redis_scan: same
pipeline: same
