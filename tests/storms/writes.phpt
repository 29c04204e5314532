--TEST--
Storm: a server that is killed again and again: no acknowledged write is lost, each lost answer is an OutcomeUnknownException, nothing is done twice
--EXTENSIONS--
posix
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/writes.inc';

$report = writes(seconds: 3.0, seed: 1);
// A quiet storm would prove nothing.
$worked = $report->figures['acknowledged'] > 200 && $report->figures['unknown'] > 0 && $report->figures['server kills'] > 1;
echo $report->failures || !$worked ? $report : "held\n";
?>
--EXPECT--
held
