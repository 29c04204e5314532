--TEST--
A bad option in an array is refused, naming the option and what it takes
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$arrays = [
    ['hots' => 'localhost'],
    ['Host' => 'localhost'],
    ['pasword' => 'SECRET'],
    ['qqqqqqq' => 1],
    ['localhost'],
    ['port' => 'SECRET'],
    ['port' => ''],
    ['port' => 70000],
    ['host' => ''],
    ['host' => 'a,b'],
    ['scheme' => 'gopher'],
    ['path' => 'relative'],
    ['database' => 'one'],
    ['timeout' => 'soon'],
    ['timeout' => '1.5s'],
    ["na me" => 1],
    ["n\xE4me" => 1],
    ['persistent' => 'SECRET'],
    ['retries' => 1.5],
    ['password' => ['SECRET', 1]],
    ['password' => new \stdClass()],
    ['auth' => []],
    ['auth' => ['bob', null]],
    ['auth' => ['name' => 'bob', 'password' => 'SECRET']],
    ['password' => STDIN],
    ['allowed_classes' => ['App\User', 1]],
    ['url' => 'redis://localhost:99999'],
    ['password' => "SEC\0RET"],
    ['context' => ['ssl' => ['verify_pear' => false]]],
    ['context' => 5],
    ['options' => false],
];
foreach ($arrays as $array) {
    attempt(fn() => new Client($array));
}

echo "-- scheme unix without a path is found when it connects\n";
attempt(fn() => (new Client(['scheme' => 'unix', 'host' => 'localhost']))->ping());
?>
--EXPECT--
Rediskit\ConfigException: Unknown option "hots": did you mean "host"?
Rediskit\ConfigException: Unknown option "Host": did you mean "host"?
Rediskit\ConfigException: Unknown option "pasword": did you mean "password"?
Rediskit\ConfigException: Unknown option "qqqqqqq": see docs/connections.md for those there are
Rediskit\ConfigException: Options are given by name, such as ['host' => '127.0.0.1'], not by position
Rediskit\ConfigException: The port must be 1 to 65535
Rediskit\ConfigException: The port must be 1 to 65535
Rediskit\ConfigException: The port must be 1 to 65535
Rediskit\ConfigException: The host must not be empty: name one, as in redis://127.0.0.1:6379
Rediskit\ConfigException: The host must be one server, not a list
Rediskit\ConfigException: The scheme must be redis or tcp, rediss or tls, or unix
Rediskit\ConfigException: The path of the unix socket must begin with a slash, as in unix:///run/redis/redis.sock
Rediskit\ConfigException: The database must be a number from 0 up, as in redis://host/1
Rediskit\ConfigException: The option "timeout" must be a number of seconds, such as 2.5
Rediskit\ConfigException: The option "timeout" must be a number of seconds, such as 2.5
Rediskit\ConfigException: Unknown option: did you mean "name"?
Rediskit\ConfigException: Unknown option: did you mean "name"?
Rediskit\ConfigException: The option "persistent" must be true or false (1, 0, on, off, yes, no)
Rediskit\ConfigException: The option "retries" must be a whole number from 0 to 100
Rediskit\ConfigException: The option "password" must be a string, a number or a bool, array given
Rediskit\ConfigException: The option "password" must be a string, a number or a bool, stdClass given
Rediskit\ConfigException: The option "auth" must be a password, [password] or [user, password]
Rediskit\ConfigException: The option "auth" must be a password, [password] or [user, password]
Rediskit\ConfigException: The option "auth" must be a password, [password] or [user, password]
Rediskit\ConfigException: The option "password" must be a string, a number or a bool, resource given
Rediskit\ConfigException: The option "allowed_classes" must be a list of strings
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
Rediskit\ConfigException: The option "password" must not have a NUL byte in it
Rediskit\ConfigException: Unknown option "verify_pear": did you mean "verify_peer"?
Rediskit\ConfigException: The option "context" must be an array of options, int given
Rediskit\ConfigException: The option "options" must be an array of options, bool given
-- scheme unix without a path is found when it connects
Rediskit\ConfigException: The scheme is unix, so the option path must name the socket, as in /run/redis/redis.sock (at most 107 bytes)
