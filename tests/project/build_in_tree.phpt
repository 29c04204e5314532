--TEST--
phpize, configure and make work inside the source tree, without lz4, and the module exports its entry alone
--EXTENSIONS--
simplexml
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

$dir = temp_dir();
copy_package($dir);
shell('phpize && ./configure --enable-rediskit CFLAGS=-O0 && make -j2 && make install INSTALL_ROOT=' . $dir . '/installed', $dir);
echo shell(PHP_BINARY . " -n -d extension=$dir/modules/rediskit.so -r 'var_dump(extension_loaded(\"rediskit\"));'");
var_dump(count(glob("$dir/installed" . ini_get('extension_dir') . '/rediskit.so')));
echo shell("nm -D --defined-only modules/rediskit.so | awk '{ print \$3 }'", $dir);
var_dump(str_contains(shell('ldd modules/rediskit.so', $dir), 'liblz4'));
?>
--EXPECT--
bool(true)
int(1)
get_module
bool(false)
