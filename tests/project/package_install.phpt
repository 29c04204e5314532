--TEST--
The packed tarball installs through pecl, out of tree, with lz4, from the files package.xml names alone
--EXTENSIONS--
simplexml
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

// pecl takes the folders to install into from php-config, so one of ours comes first in PATH. That it leaves /usr alone is
// made certain by a read-only /usr where the system allows that, and looked at afterwards everywhere.
$system = trim(shell('php-config --extension-dir'));
$before = [scandir($system), filemtime($system)];
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
$install = "PATH=$dir/bin:\$PATH MAKEFLAGS=-j2 CFLAGS=-O0 pecl -c $dir/pearrc -C $dir/pearrc install -f -D 'with-rediskit-lz4=\"yes\"'"
    . " $dir/tree/rediskit-*.tgz";
foreach (['unshare -m', 'unshare -rm'] as $unshare) {
    exec("$unshare sh -c 'mount --bind /usr /usr && mount -o remount,bind,ro /usr && ! touch /usr/x' 2>&1", result_code: $status);
    if ($status === 0) {
        $install = "$unshare sh -c " . escapeshellarg("mount --bind /usr /usr && mount -o remount,bind,ro /usr && $install");
        break;
    }
}
$output = shell($install);
clearstatcache();
var_dump([scandir($system), filemtime($system)] === $before);
echo str_contains($output, 'install ok: channel://pecl.php.net/rediskit-') ? "installed\n" : $output;
echo str_contains($output, 'liblz4') ? "with lz4\n" : $output;

$built = "$dir/prefix/ext/rediskit.so";
$loaded = shell(PHP_BINARY . " -n -d extension=$built -r 'echo phpversion(\"rediskit\");'");
$package = simplexml_load_file(ROOT . '/package.xml');
echo $loaded === (string) $package->version->release ? "the version package.xml says\n" : "built $loaded\n";
?>
--EXPECT--
bool(true)
installed
with lz4
the version package.xml says
