--TEST--
bin/demo sells what there is, exits with 0, leaves no process behind, and says what is wrong with its options
--EXTENSIONS--
curl
--FILE--
<?php
require __DIR__ . '/project.inc';

$root = dirname(__DIR__, 2);
$mark = bin2hex(random_bytes(6));
// With the PHP and the extension under test.
$path = dirname(PHP_BINARY) . ':' . getenv('PATH');
exec("PATH=$path TMPDIR=/tmp DEMO_MARK=$mark $root/bin/demo --no-install --no-build --no-serve --buyers 12 --stock 8 --workers 4 2>&1", $lines, $status);
$output = implode("\n", $lines);
foreach (['orders', 'kettles left', 'oversold', 'paid twice', 'computations of the cold product list'] as $what) {
    echo preg_match("/^  $what +(\d+)$/m", $output, $match) ? "$what: $match[1]\n" : "$what is missing in:\n$output\n";
}
echo "exit code $status\n";

$left = [];
foreach (glob('/proc/[0-9]*/environ') as $file) {
    if (str_contains((string) @file_get_contents($file), "DEMO_MARK=$mark")) {
        $left[] = (string) @file_get_contents(dirname($file) . '/cmdline');
    }
}
echo $left ? "still running:\n" . strtr(implode("\n", $left), "\0", ' ') : "nothing is left running", "\n";

foreach (['--buyers none', '--unknown'] as $options) {
    exec("$root/bin/demo --no-install $options 2>&1", $answer, $status);
    echo implode("\n", $answer), ", exit code $status\n";
    $answer = [];
}
?>
--EXPECT--
orders: 8
kettles left: 0
oversold: 0
paid twice: 0
computations of the cold product list: 1
exit code 0
nothing is left running
demo: --buyers wants a number from 1 up, exit code 1
demo: unknown option --unknown (see --help), exit code 1
