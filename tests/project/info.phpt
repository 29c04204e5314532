--TEST--
php --ri rediskit shows the versions of the libraries, what is built in, and every setting; igbinary is looked for at run time
--EXTENSIONS--
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

/** What --ri says as name => value, with these extensions. */
function info(string ...$options): array
{
    $lines = [];
    foreach (explode("\n", shell(implode(' ', array_map('escapeshellarg', [PHP_BINARY, '-n', ...$options, '--ri', 'rediskit'])))) as $line) {
        if (preg_match('/^(.+?) => (.*)$/', $line, $match)) {
            $lines[$match[1]] = $match[2];
        }
    }
    return $lines;
}

$so = '-dextension=' . (getenv('REDISKIT_SO') ?: ROOT . '/modules/rediskit.so');
$info = info($so);
foreach (['Version', 'hiredis (built with)', 'OpenSSL', 'zstd', 'lz4'] as $name) {
    echo $name, ': ', preg_match('/^(OpenSSL )?\d+\.\d+\.\d+/', $info[$name]) ? 'a version' : $info[$name], "\n";
}
foreach (['igbinary', 'Connections', 'Serializers', 'Serializer auto', 'Compression', 'Session save handler'] as $name) {
    echo "$name: $info[$name]\n";
}
$missing = array_diff(array_keys(ini_get_all('rediskit')), array_keys($info));
echo 'settings missing: ', implode(' ', $missing) ?: 'none', "\n";

// Loaded in whatever order, igbinary is found.
foreach ([[$so, '-dextension=igbinary'], ['-dextension=igbinary', $so]] as $options) {
    $info = info(...$options);
    echo $info['igbinary'] === phpversion('igbinary') ? 'igbinary is found' : $info['igbinary'], ", auto: {$info['Serializer auto']}\n";
}
?>
--EXPECT--
Version: a version
hiredis (built with): a version
OpenSSL: a version
zstd: a version
lz4: a version
igbinary: not loaded
Connections: TCP, unix socket, TLS
Serializers: php, json, none
Serializer auto: php
Compression: zstd, lz4, none
Session save handler: rediskit
settings missing: none
igbinary is found, auto: igbinary
igbinary is found, auto: igbinary
