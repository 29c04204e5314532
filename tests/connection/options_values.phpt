--TEST--
What options take: seconds, bytes, switches, versions, and what they mean when empty
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

foreach (['2.5', '0', '-1', '0.25', '.5', '3.', 7, 1.75, '0.0000001', '31536000', '31536001', '1e3', '-'] as $value) {
    echo var_export($value, true), ' s: ';
    attempt(fn() => (new Client(['timeout' => $value]))->getOption('timeout'));
}
foreach (['0', '1024', '16k', '2K', '1M', '1G', '-1', 'K', '1T', ''] as $value) {
    echo var_export($value, true), ' bytes: ';
    attempt(fn() => (new Client(['max_value_size' => $value]))->getOption('max_value_size'));
}
foreach ([true, false, 1, 0, '1', '0', 'true', 'False', 'ON', 'off', 'yes', 'no', '', 'x', 2] as $value) {
    echo var_export($value, true), ': ';
    attempt(fn() => (new Client(['nil_as_false' => $value, 'compat' => $value]))->getOption('nil_as_false'));
}
foreach (['1.2', '1.3', 'TLSv1.2', 'tlsv1.3', '1.1', '2', ''] as $value) {
    echo var_export($value, true), ': ';
    attempt(fn() => is_object(new Client(['tls_min_version' => $value])));
}
foreach (['none', 'php', 'json', 'msgpack', 'a word longer than any'] as $value) {
    echo var_export($value, true), ': ';
    attempt(fn() => (new Client(['serializer' => $value]))->getOption('serializer'));
}
?>
--EXPECT--
'2.5' s: no exception: 2.5
'0' s: no exception: 2.5
'-1' s: no exception: 2.5
'0.25' s: no exception: 0.25
'.5' s: no exception: 0.5
'3.' s: no exception: 3
7 s: no exception: 7
1.75 s: no exception: 1.75
'0.0000001' s: no exception: 2.5
'31536000' s: no exception: 31536000
'31536001' s: Rediskit\ConfigException: The option "timeout" must be a number of seconds, such as 2.5
'1e3' s: Rediskit\ConfigException: The option "timeout" must be a number of seconds, such as 2.5
'-' s: Rediskit\ConfigException: The option "timeout" must be a number of seconds, such as 2.5
'0' bytes: no exception: 0
'1024' bytes: no exception: 1024
'16k' bytes: no exception: 16384
'2K' bytes: no exception: 2048
'1M' bytes: no exception: 1048576
'1G' bytes: no exception: 1073741824
'-1' bytes: Rediskit\ConfigException: The option "max_value_size" must be a number of bytes, such as 1024 or 64M
'K' bytes: Rediskit\ConfigException: The option "max_value_size" must be a number of bytes, such as 1024 or 64M
'1T' bytes: Rediskit\ConfigException: The option "max_value_size" must be a number of bytes, such as 1024 or 64M
'' bytes: Rediskit\ConfigException: The option "max_value_size" must be a number of bytes, such as 1024 or 64M
true: no exception: true
false: no exception: false
1: no exception: true
0: no exception: false
'1': no exception: true
'0': no exception: false
'true': no exception: true
'False': no exception: false
'ON': no exception: true
'off': no exception: false
'yes': no exception: true
'no': no exception: false
'': no exception: false
'x': Rediskit\ConfigException: The option "nil_as_false" must be true or false (1, 0, on, off, yes, no)
2: Rediskit\ConfigException: The option "nil_as_false" must be true or false (1, 0, on, off, yes, no)
'1.2': no exception: true
'1.3': no exception: true
'TLSv1.2': no exception: true
'tlsv1.3': no exception: true
'1.1': Rediskit\ConfigException: The option "tls_min_version" must be 1.2 or 1.3
'2': Rediskit\ConfigException: The option "tls_min_version" must be 1.2 or 1.3
'': Rediskit\ConfigException: The option "tls_min_version" must be 1.2 or 1.3
'none': no exception: none
'php': no exception: php
'json': no exception: json
'msgpack': Rediskit\ConfigException: Unknown serializer "msgpack": use auto, php, igbinary, json or none
'a word longer than any': Rediskit\ConfigException: Unknown serializer: see docs/connections.md for those there are
