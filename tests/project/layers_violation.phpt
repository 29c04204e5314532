--TEST--
bin/check-layers finds a file that includes a higher layer, a leaf that includes a leaf, Zend where it must not be, and a file that the documentation does not place
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

$dir = temp_dir();
shell("cp -r bin docs $dir/ && mkdir $dir/src");
file_put_contents("$dir/src/rk_pool.c", "#include \"rk_pool.h\"\n#include \"rk_handle.h\"\n");
file_put_contents("$dir/src/lock.c", "#include \"rk_wait.h\"\n#include \"cache.h\"\n");
file_put_contents("$dir/src/rk_request.c", "#include \"rk_request.h\"\n#include <php.h>\n");
file_put_contents("$dir/src/rk_new.c", "#include \"rk_common.h\"\n");
file_put_contents("$dir/src/client.c", "#include \"client_arginfo.h\"\n#include \"../stubs/lock_arginfo.h\"\n#include RK_HIREDIS_HEADER\n");
try {
    shell('bin/check-layers', $dir);
} catch (\RuntimeException $error) {
    echo $error->getMessage();
}
?>
--EXPECT--
bin/check-layers ended with 1:
...src/client.c: only rk_reply.c includes hiredis
src/lock.c:2: a leaf includes the leaf cache.h
src/rk_new.c: its layer is not known: name it in bin/check-layers
src/rk_pool.c:2: layer 2 includes rk_handle.h of layer 3
src/rk_new.c: docs/architecture.md does not name it
src/rk_request.c:2:#include <php.h>: this file must not know Zend
6 violations of the layers
