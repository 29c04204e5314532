--TEST--
Without an argument REDIS_URL decides, then rediskit.dsn; an argument wins over both
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/connection.inc';

$server = Server::start();
$code = '
    preg_match("/ db=(\d+)/", (new Rediskit\Client(%s))->command("CLIENT", "INFO"), $match);
    echo "db $match[1]\n";
';
$show = fn(string $argument) => sprintf($code, $argument);
$ini = ['rediskit.dsn' => $server->dsn(['db' => 1])];
$env = ['REDIS_URL' => $server->dsn(['db' => 2])];

echo 'rediskit.dsn: ', run_php($show(''), $ini);
echo 'both: ', run_php($show(''), $ini, env: $env);
echo 'null: ', run_php($show('null'), $ini, env: $env);
echo 'empty REDIS_URL: ', run_php($show(''), $ini, env: ['REDIS_URL' => '']);
echo 'a DSN: ', run_php($show(var_export($server->dsn(), true)), $ini, env: $env);
echo 'a database, over rediskit.dsn: ', run_php($show('["database" => 3]'), $ini, env: $env);
echo 'a host does not get the password of rediskit.dsn: ', run_php(
    $show(var_export(['path' => $server->socket, 'database' => 4], true)),
    ['rediskit.dsn' => 'redis://:SECRET@127.0.0.1:1']
);
echo 'neither: ', run_php('
    try {
        (new Rediskit\Client())->ping();
        echo "somebody answers at 127.0.0.1:6379\n";
    } catch (Rediskit\ConnectionException $error) {
        echo str_contains($error->getMessage(), "127.0.0.1:6379") ? "127.0.0.1:6379\n" : $error->getMessage();
    }
');
echo 'a bad REDIS_URL: ', run_php($show(''), env: ['REDIS_URL' => 'redis://user:SECRET@localhost:x']);
?>
--EXPECTF--
rediskit.dsn: db 1
both: db 2
null: db 2
empty REDIS_URL: db 1
a DSN: db 0
a database, over rediskit.dsn: db 3
a host does not get the password of rediskit.dsn: db 4
neither: %r(127.0.0.1:6379|somebody answers at 127.0.0.1:6379)%r
a bad REDIS_URL: %aUncaught Rediskit\ConfigException: The port in the DSN must be 1 to 65535 in %a
