--TEST--
Laravel 11 works as Laravel 12 does
--SKIPIF--
<?php
if (!is_file(getenv('REDISKIT_LARAVEL_11') . '/vendor/autoload.php')) {
    die('skip no Laravel 11 to test with: bin/lib/laravel-testbed could not install it');
}
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/rerun.inc';

$command = php_command();
foreach (['ctype', 'mbstring', 'tokenizer', 'posix'] as $extension) {
    array_push($command, '-d', "extension=$extension");
}
rerun(
    ['cache_values', 'cache_tags', 'cache_lock', 'session', 'queue', 'rate_limit', 'redis_commands', 'redis_scan', 'pipeline', 'discovery', 'connection_settings'],
    $command,
    ['REDISKIT_LARAVEL' => getenv('REDISKIT_LARAVEL_11')]
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
discovery: same
connection_settings: same
