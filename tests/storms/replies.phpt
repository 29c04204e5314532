--TEST--
Storm: eight processes on failing connections, with kills and forks: no reply reaches another caller
--EXTENSIONS--
posix
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/replies.inc';

$report = replies(seconds: 2.5, seed: 1);
// A quiet storm would prove nothing.
$worked = $report->figures['replies'] > 200 && $report->figures['timeouts'] > 0 && $report->figures['unknown'] > 0 && $report->figures['forks'] > 0
    && $report->figures['kills'] > 0;
echo $report->failures || !$worked ? $report : "held\n";
?>
--EXPECT--
held
