--TEST--
Floats are sent as Redis reads them, and as short as without one, whatever the locale's decimal separator
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

use Rediskit\Client;

$server = Server::start();
$code = <<<'PHP'
    $client = new Rediskit\Client(getenv('TEST_DSN'));
    foreach (['C', 'de_DE.UTF-8', 'ps_AF.UTF-8'] as $locale) {
        $set = setlocale(LC_ALL, $locale);
        echo $set, ' ', bin2hex(localeconv()['decimal_point']), ':';
        foreach ([0.1, 1.5, 1e-9, -1e300, 1 / 3] as $number) {
            echo ' ', $client->command('ECHO', $number);
        }
        echo ' ', $client->incrByFloat("sum $locale", 0.1), "\n";
    }
    PHP;
$folder = temp_dir();
foreach (['de_DE', 'ps_AF'] as $locale) {
    shell_exec("localedef -i $locale -f UTF-8 $folder/$locale.UTF-8 2>&1");
}
putenv("LOCPATH=$folder");
putenv('TEST_DSN=' . $server->dsn());
echo run_php($code);
?>
--EXPECT--
C 2e: 0.1 1.5 1e-09 -1e+300 0.3333333333333333 0.1
de_DE.UTF-8 2c: 0.1 1.5 1e-09 -1e+300 0.3333333333333333 0.1
ps_AF.UTF-8 d9ab: 0.1 1.5 1e-09 -1e+300 0.3333333333333333 0.1
