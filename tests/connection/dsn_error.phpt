--TEST--
A bad DSN is refused before anything connects, naming the part and never quoting a password
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$dsns = [
    '',
    'http://localhost',
    'redis://',
    'redis://:6379',
    'redis://localhost:',
    'redis://localhost:0',
    'redis://localhost:65536',
    'redis://localhost:6379x',
    'redis://localhost:-1',
    'redis://localhost/one',
    'redis://localhost/-1',
    'redis://localhost/1/2',
    'redis://[::1',
    'redis://[::1]6379',
    'redis://1::2::3',
    'redis://a,b',
    'redis://a b',
    'redis://' . str_repeat('x', 254),
    'unix://',
    'unix://relative/path',
    'unix:///' . str_repeat('x', 120),
    'redis://user:SECRET%zz@localhost',
    'redis://user:SECRET%4',
    'redis://user:SECRET%00@localhost',
    "redis://user:SECRET\0@localhost",
    'redis://user:SEC/RET@localhost',
    'redis://user:SEC?RET@localhost',
    'redis://user:SECRET@localhost:port',
    'redis://localhost?timout=1',
    'redis://localhost?SEC%20RET=1',
    'redis://localhost?' . str_repeat('SECRET', 10) . '=1',
    'redis://localhost?qqqq=1',
    'redis://localhost?timeout=fast',
    'redis://localhost?timeout=',
    'redis://localhost?timeout=.',
    'redis://localhost?timeout=1e3',
    'redis://localhost?persistent=maybe',
    'redis://localhost?retries=-1',
    'redis://localhost?max_value_size=12X',
    'redis://localhost?name=two%20words',
    'redis://localhost?url=redis://other',
    'redis://localhost?prefix=%',
    'rediss://localhost?tls_min_version=1.1',
    'rediss://localhost?allow_self_signed=1',
];
foreach ($dsns as $dsn) {
    attempt(fn() => new Client($dsn));
}
?>
--EXPECT--
Rediskit\ConfigException: The DSN is empty: write one, as in redis://127.0.0.1:6379
Rediskit\ConfigException: The scheme of the DSN must be redis, rediss (with TLS), tcp, tls or unix
Rediskit\ConfigException: The host in the DSN must not be empty: name one, as in redis://127.0.0.1:6379
Rediskit\ConfigException: The host in the DSN must not be empty: name one, as in redis://127.0.0.1:6379
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
Rediskit\ConfigException: The database in the DSN must be a number from 0 up, as in redis://host/1
Rediskit\ConfigException: The database in the DSN must be a number from 0 up, as in redis://host/1
Rediskit\ConfigException: The database in the DSN must be a number from 0 up, as in redis://host/1
Rediskit\ConfigException: The IPv6 address in the DSN must stand in brackets, as in redis://[::1]:6379
Rediskit\ConfigException: The IPv6 address in the DSN must stand in brackets, as in redis://[::1]:6379
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
Rediskit\ConfigException: The host in the DSN must be one server, not a list
Rediskit\ConfigException: The host in the DSN has a character that no host name has; in a DSN write / ? # and @ of a password as %2F %3F %23 and %40
Rediskit\ConfigException: The host in the DSN is longer than the 253 bytes a name can have
Rediskit\ConfigException: The path of the unix socket in the DSN must begin with a slash, as in unix:///run/redis/redis.sock
Rediskit\ConfigException: The path of the unix socket in the DSN must begin with a slash, as in unix:///run/redis/redis.sock
Rediskit\ConfigException: The path of the unix socket in the DSN is longer than the 107 bytes a system allows
Rediskit\ConfigException: The password in the DSN has a % that is not followed by two hex digits: write %25 for a percent sign
Rediskit\ConfigException: The port in the DSN has a % that is not followed by two hex digits: write %25 for a percent sign
Rediskit\ConfigException: The option "password" in the DSN must not have a NUL byte in it
Rediskit\ConfigException: The DSN must not have a NUL byte in it
Rediskit\ConfigException: The DSN has an @ where none can be: if the password has one of / ? # @ %, write it as %2F %3F %23 %40 %25
Rediskit\ConfigException: The DSN has an @ where none can be: if the password has one of / ? # @ %, write it as %2F %3F %23 %40 %25
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
Rediskit\ConfigException: Unknown option in the DSN: did you mean "timeout"?
Rediskit\ConfigException: Unknown option in the DSN: see docs/connections.md for those there are; inside a value & and ? are written %26 and %3F
Rediskit\ConfigException: Unknown option in the DSN: see docs/connections.md for those there are; inside a value & and ? are written %26 and %3F
Rediskit\ConfigException: Unknown option in the DSN: see docs/connections.md for those there are; inside a value & and ? are written %26 and %3F
Rediskit\ConfigException: The option "timeout" in the DSN must be a number of seconds, such as 2.5
Rediskit\ConfigException: The option "timeout" in the DSN must be a number of seconds, such as 2.5
Rediskit\ConfigException: The option "timeout" in the DSN must be a number of seconds, such as 2.5
Rediskit\ConfigException: The option "timeout" in the DSN must be a number of seconds, such as 2.5
Rediskit\ConfigException: The option "persistent" in the DSN must be true or false (1, 0, on, off, yes, no)
Rediskit\ConfigException: The option "retries" in the DSN must be a whole number from 0 to 100
Rediskit\ConfigException: The option "max_value_size" in the DSN must be a number of bytes, such as 1024 or 64M
Rediskit\ConfigException: The connection name in the DSN must be printable ASCII without spaces: Redis takes no other
Rediskit\ConfigException: A DSN must not hold another one: take the option "url" out of it
Rediskit\ConfigException: The value of an option in the DSN has a % that is not followed by two hex digits: write %25 for a percent sign
Rediskit\ConfigException: The option "tls_min_version" in the DSN must be 1.2 or 1.3
Rediskit\ConfigException: The option "allow_self_signed" in the DSN is not offered: name the certificate that is to be trusted with tls_ca_file, or turn tls_verify_peer off
