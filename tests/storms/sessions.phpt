--TEST--
Storm: increments of twenty sessions by twenty-five processes at once: none is lost
--EXTENSIONS--
posix
session
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/sessions.inc';

$report = sessions(seconds: 2.5, seed: 1);
// A quiet storm would prove nothing.
$worked = $report->figures['increments'] > 500;
echo $report->failures || !$worked ? $report : "held\n";
?>
--EXPECT--
held
