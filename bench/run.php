<?php
/*
 * run.php: the driver behind bin/bench: measures, prints tables, writes JSON. See bin/bench --help.
 */

namespace Rediskit\Bench;

use Rediskit\Tests\Server;

require __DIR__ . '/../tests/inc/server.inc';
require __DIR__ . '/lib/bench.inc';
require __DIR__ . '/lib/measure.inc';
require __DIR__ . '/lib/report.inc';

ini_set('session.use_cookies', '0');
ini_set('session.cache_limiter', '');

$quick = $check = $list = $markdown = false;
$json = null;
$metrics = ['wall', 'instructions', 'syscalls', 'trips'];
$words = [];
for ($i = 1; $i < $argc; $i++) {
    switch ($argv[$i]) {
        case '--quick':
            $quick = true;
            break;
        case '--check':
            $check = true;
            break;
        case '--list':
            $list = true;
            break;
        case '--markdown':
            $markdown = true;
            break;
        case '--json':
            $json = $argv[++$i];
            break;
        case '--only':
            $wanted = explode(',', $argv[++$i]);
            if (array_diff($wanted, $metrics)) {
                fwrite(STDERR, 'bench: --only takes ' . implode(',', $metrics) . "\n");
                exit(2);
            }
            $metrics = $wanted;
            break;
        default: // bin/bench has refused other options
            $words[] = $argv[$i];
    }
}

$cases = array_filter(cases(), fn($case) => !$words || array_filter($words, fn($word) => str_contains($case->name, $word)));
if (!$cases) {
    fwrite(STDERR, 'bench: no case has that in its name; there are: ' . implode(', ', array_keys(cases())) . "\n");
    exit(2);
}
if ($list) {
    foreach ($cases as $case) {
        printf("%-18s %s\n", $case->name, $case->title);
    }
    exit;
}

$server = Server::start(['user' => ['bench on >pw ~* &* +@all']]);
$env = new Env($server->socket, $quick);
$measure = new Measure($env, $server);
$report = new Report($server);
foreach ($cases as $case) {
    fwrite(STDERR, "measuring $case->name ...\n");
    if ($case instanceof Probe) {
        $report->probe($case, ($case->run)($env));
        continue;
    }
    $figures = [];
    foreach ($metrics as $metric) {
        $figures[$metric] = $measure->$metric($case);
    }
    $report->comparison($case, $figures);
}
if ($markdown) {
    $report->markdown();
}
if ($json !== null) {
    $report->write($json);
}
exit($check && $report->missed() ? 1 : 0);
