--TEST--
The packed tarball installs through pecl, out of tree, with lz4, from the files package.xml names alone
--EXTENSIONS--
simplexml
--SKIPIF--
<?php
exec('unshare -m true 2>/dev/null', result_code: $root);
exec('unshare -rm true 2>/dev/null', result_code: $user);
if ($root !== 0 && $user !== 0) {
    echo 'skip unavailable: mount namespaces, which keep the test away from system folders';
}
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

// pecl takes the folders to install into from php-config, so one of ours comes first in PATH; that it leaves /usr alone is
// made certain by a read-only /usr.
$dir = temp_dir();
mkdir("$dir/bin");
mkdir("$dir/prefix/ext", 0700, true);
$real = trim(shell('command -v php-config'));
file_put_contents("$dir/bin/php-config", <<<SH
    #!/bin/sh
    case "\$1" in
    --prefix) echo $dir/prefix ;;
    --extension-dir) echo $dir/prefix/ext ;;
    *) exec $real "\$@" ;;
    esac

    SH);
chmod("$dir/bin/php-config", 0700);
copy_package("$dir/tree");
shell('pecl package package.xml', "$dir/tree");
shell("pear config-create $dir/pear $dir/pearrc");
// Without the environment of the tests: pecl runs a PHP of its own.
$install = "export PATH=$dir/bin:\$PATH CFLAGS=-O0; mount --bind /usr /usr && mount -o remount,bind,ro /usr && ! touch /usr/x 2>/dev/null &&"
    . " pecl -c $dir/pearrc -C $dir/pearrc install -f -D 'with-rediskit-lz4=\"yes\"' $dir/tree/rediskit-*.tgz";
exec('unshare -m true 2>/dev/null', result_code: $root);
$output = shell('unshare ' . ($root === 0 ? '-m' : '-rm') . ' sh -c ' . escapeshellarg($install));
echo str_contains($output, 'install ok: channel://pecl.php.net/rediskit-') ? "installed\n" : $output;
echo str_contains($output, 'liblz4') ? "with lz4\n" : $output;

$built = glob("$dir/pear/pear/temp/*/install-*$dir/prefix/ext/rediskit.so")[0] ?? "$dir/prefix/ext/rediskit.so";
$loaded = shell(PHP_BINARY . " -n -d extension=$built -r 'echo phpversion(\"rediskit\");'");
$package = simplexml_load_file(ROOT . '/package.xml');
echo $loaded === (string) $package->version->release ? "the version package.xml says\n" : "built $loaded\n";
?>
--EXPECT--
installed
with lz4
the version package.xml says
