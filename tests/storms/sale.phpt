--TEST--
Storm: fifty buyers, kills and lost replies: sold, left and unknown balance, and no piece is sold twice
--EXTENSIONS--
posix
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/sale.inc';

$report = sale(seconds: 2.5, seed: 1);
// A quiet storm would prove nothing.
$worked = $report->figures['sold'] > 1000 && $report->figures['unknown'] > 0 && $report->figures['kills'] > 0;
echo $report->failures || !$worked ? $report : "held\n";
?>
--EXPECT--
held
