--TEST--
.ci/run's checks: two at a time, one a place, what measures time alone; counts add up; what cannot be set up fails; nothing is left running
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

$dir = temp_dir();
shell('cp -r bin ' . $dir);
$recipe = fn (string $name, string $build) => file_put_contents("$dir/bin/platforms/$name.sh", <<<SH
    platform_packages=(build)
    platform_build() { $build; }
    platform_test() { :; }
    SH);
$recipe('moon', 'echo landed');
$recipe('sun', 'echo too hot; return 4');
// Each check writes when it begins and when it ends, and can wait for another.
file_put_contents("$dir/job", <<<'SH'
    echo "+$1" >>events
    tries=1000
    while [ "$2" ] && ! grep -qxF "+$2" events && [ "$tries" -gt 0 ]; do sleep 0.01; tries=$((tries - 1)); done
    echo "-$1" >>events
    [ "$tries" -gt 0 ]
    SH);
$run = function (string $checks, string $ending = '') use ($dir): string {
    file_put_contents("$dir/bin/ci", ". \"\$(dirname \"\$0\")/lib/common.sh\"\n. \"\$root/bin/lib/checks.sh\"\ncd \"\$root\"\n$checks\nrun_checks\n");
    file_put_contents("$dir/events", '');
    try {
        $output = shell('bash bin/ci', $dir, ['XDG_CACHE_HOME' => "$dir/cache"]);
    } catch (\RuntimeException $error) {
        $output = str_replace('bash bin/ci ', '', $error->getMessage()) . "\n";
    }
    return preg_replace(['/ (after|in) \d+ s/', '/took .*\n/', '/^ +\d+ min .*\n/m', '/\d+ sleep/'], ['', '', '', 'PID sleep'], str_replace('\\', '', $output));
};

echo "-- two at a time, then one\n";
$output = $run(<<<'SH'
    timed clock moon sh job clock
    check one here sh job one three
    check two here sh job two
    check three moon sh job three one
    SH);
echo substr(strrchr(rtrim($output), "\n"), 1), "\n";
$events = file("$dir/events", FILE_IGNORE_NEW_LINES);
echo array_slice($events, -2) === ['+clock', '-clock'] ? 'alone' : implode(' ', $events), "\n";
echo array_search('+two', $events) > array_search('-one', $events) ? 'one at a time' : implode(' ', $events), "\n";

echo "-- counts and results\n";
echo $run(<<<'SH'
    check counted here sh -c 'echo "SKIP A test [tests/a.phpt] reason: unavailable: moonlight"; echo "3 passed, 0 failed, 2 skipped"'
    check uncounted here echo done
    check wrong here sh -c 'echo why; echo "1 passed, 2 failed, 0 skipped"; exit 1'
    check died here sh -c 'echo "1 passed, 0 failed, 0 skipped"; exit 1'
    SH);
echo "-- a platform that cannot be set up\n";
$lines = explode("\n", $run("check warm sun sh job warm\ntimed hot sun sh job hot\ncheck cold here echo cold"));
echo implode("\n", preg_grep('/^(FAILED|too hot|\d)/', $lines)), "\n";
echo file_get_contents("$dir/events");
echo "-- what stays\n";
echo $run("check stays here sh -c 'setsid sleep 1000 & echo started'");
echo "-- what hangs\n";
echo $run("check_limit=0\ncheck hangs here sleep 1000");
echo "-- one of them\n";
echo $run("check one here echo one\ncheck two here echo two\nonly_checks two");
echo $run("check one here echo one\nonly_checks three");

echo "-- ended in the middle\n";
file_put_contents("$dir/bin/ci", str_replace('run_checks', "check long here sh -c 'setsid sleep 2000 & sleep 3000'\nrun_checks", <<<'SH'
    . "$(dirname "$0")/lib/common.sh"
    . "$root/bin/lib/checks.sh"
    run_checks
    SH));
$process = proc_open(['env', "CHECKS_TEST=$dir", 'bash', "$dir/bin/ci"], [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']], $pipes);
$running = fn (): array => array_filter(
    glob('/proc/[0-9]*/environ'),
    fn (string $file): bool => str_contains((string) @file_get_contents($file), "CHECKS_TEST=$dir")
        && preg_match('/^sleep\0[23]000/', (string) @file_get_contents(dirname($file) . '/cmdline'))
);
wait_until(fn () => count($running()) === 2, what: 'the check to begin');
proc_terminate($process, 15);
$status = wait_until(fn () => ($state = proc_get_status($process))['running'] ? null : $state);
echo 'ended with ', $status['exitcode'], ', still running: ', count($running()), "\n";
?>
--EXPECT--
-- two at a time, then one
5 passed, 0 failed, 0 skipped
alone
one at a time
-- counts and results
ended with 1:
...begins    counted: sh -c echo "SKIP A test [tests/a.phpt] reason: unavailable: moonlight"; echo "3 passed, 0 failed, 2 skipped" 
passed    counted: 3 passed, 0 failed, 2 skipped
            skipped: tests/a.phpt, unavailable: moonlight
begins    uncounted: echo done 
passed    uncounted: done
begins    wrong: sh -c echo why; echo "1 passed, 2 failed, 0 skipped"; exit 1 
== wrong: sh -c echo why; echo "1 passed, 2 failed, 0 skipped"; exit 1 
why
1 passed, 2 failed, 0 skipped
FAILED    wrong
begins    died: sh -c echo "1 passed, 0 failed, 0 skipped"; exit 1 
== died: sh -c echo "1 passed, 0 failed, 0 skipped"; exit 1 
1 passed, 0 failed, 0 skipped
FAILED    died
6 passed, 3 failed, 2 skipped

-- a platform that cannot be set up
too hot
FAILED    set-up-sun
FAILED    warm: its platform could not be set up
FAILED    hot: its platform could not be set up
1 passed, 3 failed, 0 skipped
-- what stays
ended with 1:
...begins    stays: sh -c setsid sleep 1000 & echo started 
passed    stays: started
FAILED    these processes were left running:
PID sleep 1000 
1 passed, 1 failed, 0 skipped

-- what hangs
ended with 1:
...begins    hangs: sleep 1000 
== hangs: sleep 1000 
ended after 0 minutes: it hangs
FAILED    hangs
0 passed, 1 failed, 0 skipped

-- one of them
begins    two: echo two 
passed    two: two
1 passed, 0 failed, 0 skipped
ended with 1:
...ci: there is no check named 'three' (see --list)

-- ended in the middle
ended with 143, still running: 0
