--TEST--
What would change a shared connection is refused, and options are known, whatever the locale makes of the letter i
--SKIPIF--
<?php
if (!is_dir('/usr/share/i18n/locales') || !trim((string) shell_exec('command -v localedef'))) {
    die('skip unavailable: no sources of locales (package locales)');
}
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

$server = Server::start();
$code = <<<'PHP'
    echo setlocale(LC_ALL, 'tr_TR.UTF-8'), "\n";
    $client = new Rediskit\Client(getenv('TEST_DSN') . '?persistent=YES');
    foreach (['multi', 'monitor', 'quit', 'discard', 'subscribe channel', 'client reply skip'] as $line) {
        try {
            var_dump($client->command(...explode(' ', $line)));
        } catch (ValueError $e) {
            echo "$line: refused\n";
        }
    }
    try {
        $client->client('tracking', 'on');
    } catch (ValueError $e) {
        echo "client(): refused\n";
    }
    $client->zAdd('set', 1, 'one');
    echo json_encode($client->zRange('set', 0, -1, ['withscores' => true])), "\n";
    echo json_encode($client->hRandField('none', ['count' => 1, 'withvalues' => true])), "\n";
    PHP;
$folder = temp_dir();
shell_exec("localedef -i tr_TR -f UTF-8 $folder/tr_TR.UTF-8 2>&1");
putenv("LOCPATH=$folder");
putenv('TEST_DSN=' . $server->dsn());
echo run_php($code);
?>
--EXPECT--
tr_TR.UTF-8
multi: refused
monitor: refused
quit: refused
discard: refused
subscribe channel: refused
client reply skip: refused
client(): refused
{"one":1}
[]
