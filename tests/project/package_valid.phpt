--TEST--
package.xml and composer.json are valid, and agree with the sources on version and options
--EXTENSIONS--
simplexml
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

// The exit code of package-validate is 0 whatever it finds.
echo preg_match('/^Validation: .*/m', shell('pecl package-validate package.xml'), $match) ? "$match[0]\n" : "no answer\n";

$package = simplexml_load_file(ROOT . '/package.xml');
preg_match('/PHP_REDISKIT_VERSION "(.*)"/', file_get_contents(ROOT . '/php_rediskit.h'), $match);
$version = $match[1];
var_dump((string) $package->version->release === $version, phpversion('rediskit') === $version);
var_dump(str_contains(file_get_contents(ROOT . '/CHANGELOG.md'), "## [$version]"));

// Composer learned of php-ext in 2.7.3; what an older one says about that key alone is no error.
$json = json_decode(file_get_contents(ROOT . '/composer.json'), true, flags: JSON_THROW_ON_ERROR);
$ext = $json['php-ext'];
exec('COMPOSER_ALLOW_SUPERUSER=1 composer validate --no-interaction ' . escapeshellarg(ROOT . '/composer.json') . ' 2>&1', $lines);
foreach (preg_grep('/^- /', $lines) as $line) {
    if (!str_contains($line, 'php-ext is not defined')) {
        echo $line, "\n";
    }
}
var_dump($json['type'], $ext['extension-name'], $ext['priority'], $ext['support-zts'] && $ext['support-nts']);
var_dump(array_diff(array_keys($ext), [
    'extension-name', 'priority', 'support-zts', 'support-nts', 'build-path', 'download-url-method', 'os-families',
    'os-families-exclude', 'configure-options',
]));

// Each way to build knows each option.
preg_match_all('/PHP_ARG_(?:WITH|ENABLE)\(\[(.*?)\],.*?AS_HELP_STRING\(\[--(.*?)\]/s', file_get_contents(ROOT . '/config.m4'), $match);
$options = array_diff($match[2], ['enable-rediskit']);
var_dump(array_diff($options, array_column($ext['configure-options'], 'name')), count($options) > 0);
var_dump(array_diff(array_column($ext['configure-options'], 'name'), $options));
$w32 = file_get_contents(ROOT . '/config.w32');
foreach (preg_grep('/^enable-rediskit-(dev|coverage)$/', $options, PREG_GREP_INVERT) as $option) {
    var_dump(str_contains($w32, '"' . preg_replace('/^(with|enable)-/', '', $option) . '"'));
    var_dump(count($package->xpath("//*[@name='$option']")));
}
?>
--EXPECT--
Validation: 0 error(s), 0 warning(s)
bool(true)
bool(true)
bool(true)
string(7) "php-ext"
string(8) "rediskit"
int(80)
bool(true)
array(0) {
}
array(0) {
}
bool(true)
array(0) {
}
bool(true)
int(1)
