<?php
/*
 * coverage.php COVERAGE LAYERS [--least PERCENT --whole-below LAYER]   prints which lines the tests ran, by file and layer
 *
 * COVERAGE is what `gcovr --json` wrote, LAYERS what `bin/check-layers --list` prints. It ends with 1 when less than PERCENT of all lines were run, or
 * not every one below LAYER, and names these. GCOV_EXCL_LINE, or GCOV_EXCL_START and
 * GCOV_EXCL_STOP, excuse lines: a colon and the reason stand behind the marker. How often a file is excused is printed.
 */

/** Line numbers as `3-5, 9`. @param list<int> $numbers rising */
function ranges(array $numbers): string
{
    $parts = [];
    for ($i = 0; $i < count($numbers); $i++) {
        $first = $numbers[$i];
        while (($numbers[$i + 1] ?? null) === $numbers[$i] + 1) {
            $i++;
        }
        $parts[] = $first === $numbers[$i] ? "$first" : "$first-$numbers[$i]";
    }
    return implode(', ', $parts);
}

/** One line of the table. */
function row(string $name, int $lines, int $run, int $excused, string $rest): string
{
    $share = $lines ? floor(1000 * $run / $lines) / 10 : 100.0;
    return rtrim(sprintf("  %-33s %5.1f %% of %5d %8s   %s", $name, $share, $lines, $excused ?: '', $rest)) . "\n";
}

[, $coverage, $layerList] = $argv;
$judged = $argc > 3;
[$least, $wholeBelow] = $judged ? [(float) $argv[4], (int) $argv[6]] : [0, 0];
$layerOf = [];
foreach (file($layerList, FILE_IGNORE_NEW_LINES) as $line) {
    [$layer, $file] = explode(' ', $line);
    $layerOf["src/$file"] = (int) $layer;
}
$files = json_decode(file_get_contents($coverage), true, 512, JSON_THROW_ON_ERROR)['files'];
usort($files, fn($a, $b) => [$layerOf[$a['file']], $a['file']] <=> [$layerOf[$b['file']], $b['file']]);

echo "Lines run by tests:\n", sprintf("  %-33s %7s    %5s %8s   %s\n", 'file', 'run', 'lines', 'excused', 'not run');
$sums = $missing = [];
foreach ($files as ['file' => $file, 'lines' => $lines]) {
    $layer = $layerOf[$file];
    $source = file_get_contents(dirname(__DIR__, 2) . "/$file");
    $excused = preg_match_all('/GCOV_EXCL_(?:LINE|START)/', $source);
    if (preg_match_all('/GCOV_EXCL_(?:LINE|START)(?!: \w).*/', $source, $bare)) {
        $missing[] = "$file: no reason is given at " . implode(', ', $bare[0]);
    }
    $code = array_filter($lines, fn($line) => !$line['gcovr/noncode']);
    $not = array_column(array_filter($code, fn($line) => $line['count'] === 0), 'line_number');
    $run = count($code) - count($not);
    foreach ([$layer, 'all'] as $sum) {
        $sums[$sum] ??= [0, 0, 0];
        $sums[$sum] = [$sums[$sum][0] + count($code), $sums[$sum][1] + $run, $sums[$sum][2] + $excused];
    }
    echo row($file, count($code), $run, $excused, ranges($not));
    if ($not && $layer < $wholeBelow) {
        $missing[] = "$file: " . ranges($not);
    }
}
echo "\n";
foreach ($sums as $sum => [$lines, $run, $excused]) {
    echo row(is_int($sum) ? "layer $sum" : $sum, $lines, $run, $excused, '');
}

$failed = false;
if ($missing) {
    echo "\nNot run, and below layer ", $wholeBelow, ":\n  ", implode("\n  ", $missing), "\n";
    $failed = true;
}
if (100 * $sums['all'][1] < $least * $sums['all'][0]) {
    echo "\nLess than $least % of all lines were run.\n";
    $failed = true;
}
exit($failed ? 1 : 0);
