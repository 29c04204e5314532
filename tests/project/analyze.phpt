--TEST--
bin/analyze: each tool finds a mistake, finds it again without looking again, and nothing in what was made right
--SKIPIF--
<?php
if (!is_file(__DIR__ . '/../../.build/dev/build/config.h') || !`command -v clang-tidy` || !`command -v cppcheck`) {
    die('skip unavailable: clang-tidy, cppcheck or a build of this tree for developers');
}
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

$dir = temp_dir();
$write = fn (string $test) => file_put_contents("$dir/mistake.c", <<<C
    #include <stdlib.h>
    int *mistake(void);
    int *mistake(void)
    {
    	int *number = malloc(sizeof(*number));
    	if ($test) {
    		*number = 1;
    	}
    	return number;
    }
    C . "\n");
$analyze = function (string $options) use ($dir) {
    try {
        $output = shell("bin/analyze $options $dir/mistake.c", env: ['XDG_CACHE_HOME' => "$dir/cache"]);
    } catch (\RuntimeException $error) {
        $output = $error->getMessage();
    }
    preg_match_all('/mistake\.c:\d+(?=:\d+: (?:warning|error): .*null)|^.* findings$/im', $output, $lines);
    echo implode(', ', $lines[0]), "\n";
};
foreach (['!number', 'number'] as $test) {
    $write($test);
    foreach (['clang-tidy', 'cppcheck', 'gcc'] as $tool) {
        $analyze("--tool $tool");
    }
    $analyze('');
}
// What was kept is what is shown, until it is not wanted.
foreach (glob("$dir/cache/rediskit/analyze/*") as $kept) {
    file_put_contents($kept, "src/kept.c:1:1: error: kept\n");
}
$analyze('');
$analyze('--afresh');
?>
--EXPECT--
mistake.c:7, clang-tidy: 1 files, 1 findings
mistake.c:7, cppcheck: 1 files, 1 findings
mistake.c:7, gcc: 1 files, 1 findings
mistake.c:7, mistake.c:7, mistake.c:7, clang-tidy cppcheck gcc: 1 files, 3 findings
clang-tidy: 1 files, 0 findings
cppcheck: 1 files, 0 findings
gcc: 1 files, 0 findings
clang-tidy cppcheck gcc: 1 files, 0 findings
clang-tidy cppcheck gcc: 1 files, 3 findings
clang-tidy cppcheck gcc: 1 files, 0 findings
