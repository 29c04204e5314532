--TEST--
What is generated is up to date, and the layers hold: arginfo, embedded scripts, lists of files, includes
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

foreach (['bin/arginfo --check', 'bin/lua-header --check', 'bin/file-lists --check', 'bin/check-layers'] as $command) {
    try {
        shell($command);
        echo "$command: ok\n";
    } catch (\RuntimeException $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECT--
bin/arginfo --check: ok
bin/lua-header --check: ok
bin/file-lists --check: ok
bin/check-layers: ok
