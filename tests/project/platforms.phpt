--TEST--
bin/test --on builds a platform once for each recipe, does not take half a one for a whole one, and fails when it cannot be set up
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

$dir = temp_dir();
mkdir("$dir/tests");
touch("$dir/tests/any.phpt");
shell('cp -r bin ' . $dir);
$recipe = fn (string $build) => file_put_contents("$dir/bin/platforms/moon.sh", <<<SH
    platform_packages=(build)
    platform_build() {
        echo "building"
        $build
    }
    platform_test() {
        echo "testing in \${2##*/}, which has \$(ls "\$2"): \${*:3}"
        return 3
    }
    SH);
$on = function (string $arguments) use ($dir) {
    try {
        echo shell("bin/test $arguments", $dir, ['XDG_CACHE_HOME' => "$dir/cache"]);
    } catch (\RuntimeException $error) {
        echo preg_replace('/moon-[0-9a-f]{12}/', 'moon-HASH', str_replace($dir, '', $error->getMessage()));
    }
};

echo "-- not known\n";
$on('--on sun');
echo "-- cannot be set up\n";
$recipe("platform_step rockets sh -c 'echo no fuel; exit 4'");
$on('--on moon');
echo "-- and is not taken for built the next time\n";
$on('--on moon --set-up');
$recipe('echo 1 >>"$1/times"');
foreach (['only set up', 'not again'] as $what) {
    echo "-- $what\n";
    ob_start();
    $on('--on moon --set-up');
    echo substr_count(ob_get_clean(), "\nbuilding"), "\n";
}
echo "-- the tests, whose result is the run's\n";
$on("--jobs 2 --on moon lock $dir/tests/cache");
echo "-- another recipe\n";
$recipe('echo 2 >>"$1/times"');
ob_start();
$on('--on=moon --set-up');
ob_end_clean();
$times = array_map(fn ($file) => trim(file_get_contents($file)), glob("$dir/cache/rediskit/platforms/moon-*/times"));
sort($times);
echo implode(' and ', $times), "\n";
?>
--EXPECTF--
-- not known
bin/test --on sun ended with 1:
...test: there is no platform named 'sun': choose host, asan, debian13,%Svalkey
-- cannot be set up
bin/test --on moon ended with 1:
...Building the platform moon in /cache/rediskit/platforms/moon-HASH (once)
building
  moon: rockets...
no fuel
test: the platform moon could not be set up: rockets failed; its whole output is in /cache/rediskit/platforms/moon-HASH/rockets.log
-- and is not taken for built the next time
bin/test --on moon --set-up ended with 1:
...Building the platform moon in /cache/rediskit/platforms/moon-HASH (once)
building
  moon: rockets...
no fuel
test: the platform moon could not be set up: rockets failed; its whole output is in /cache/rediskit/platforms/moon-HASH/rockets.log
-- only set up
1
-- not again
0
-- the tests, whose result is the run's
bin/test --jobs 2 --on moon lock %s ended with 3:
...== on moon (moon-HASH)
testing in moon, which has bin
cache
tests: --jobs 2 lock tests/cache
-- another recipe
1 and 2
