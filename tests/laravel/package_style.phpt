--TEST--
The Laravel package is free of PHPStan's complaints at its highest level, and PSR-12 in style
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
$package = dirname(__DIR__, 2) . '/laravel';
$tools = getenv('REDISKIT_LARAVEL') . '/vendor';

foreach ([
    "$tools/bin/phpstan analyse --no-progress --no-ansi --error-format=raw --memory-limit=1G -c $package/phpstan.neon --autoload-file=$tools/autoload.php",
    "$tools/bin/phpcs --standard=PSR12 $package/src",
] as $command) {
    // The tools run with the PHP that Composer ran with, and its extensions.
    exec("php $command 2>&1", $output, $status);
    echo basename(strtok($command, ' ')), ': ', $status === 0 ? 'clean' : implode("\n", $output), "\n";
    $output = [];
}
?>
--EXPECT--
phpstan: clean
phpcs: clean
