--TEST--
A password shows nowhere: not in messages, traces, dumps, exports, phpinfo() or --ri
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

ini_set('zend.exception_ignore_args', 0);
$server = Server::start(['requirepass' => 'right']);
$texts = [];

$make = [
    'DSN' => fn() => new Client("unix://someone:SECRET@$server->socket?mac_key=SECRETSECRETSECRET"),
    'array' => fn() => new Client(['path' => $server->socket, 'password' => 'SECRET', 'mac_key' => 'SECRETSECRETSECRET']),
    'url' => fn() => new Client(['url' => "unix://:SECRET@$server->socket", 'tls_key_passphrase' => 'SECRET']),
];
foreach ($make as $how => $new) {
    $client = $new();
    try {
        $client->ping();
        echo "not refused\n";
    } catch (\Rediskit\AuthenticationException $error) {
        $texts["$how: message"] = (string) $error;
        $texts["$how: exception"] = print_r($error, true);
        $texts["$how: trace"] = print_r($error->getTrace(), true);
    }
    $texts["$how: print_r"] = print_r($client, true);
    $texts["$how: cast"] = print_r((array) $client, true);
    $texts["$how: json"] = json_encode($client);
    ob_start();
    var_dump($client);
    debug_zval_dump($client);
    $texts["$how: var_dump"] = ob_get_clean();
    $texts["$how: var_export"] = var_export($client, true);
    try {
        $texts["$how: serialize"] = serialize($client);
    } catch (\Exception $error) {
        $texts["$how: serialize"] = (string) $error;
    }
}
$broken = [
    'redis://u:SECRET@localhost:x', 'redis://u:SECRET%zz@localhost', 'redis://u:SEC/SECRET@localhost', 'redis://u:a?SECRET@localhost',
    'redis://u:a?SECRET=1@localhost', 'redis://u:SECRET@', 'redis://u:SECRET', 'SECRET://u@localhost',
];
foreach ($broken as $number => $dsn) {
    try {
        new Client($dsn);
    } catch (\Rediskit\ConfigException $error) {
        $texts["broken DSN $number"] = (string) $error . print_r($error->getTrace(), true);
    }
}
$calls = [
    fn() => $client->command('AUTH', 'SECRET'),
    fn() => $client->rawCommand('AUTH', 'u', 'SECRET'),
    fn() => $client->auth(['u', 'SECRET']),
    fn() => $client->acl('SETUSER', 'u', '>SECRET'),
    fn() => $client->config('SET', 'requirepass', 'SECRET'),
    fn() => $client->config('SET', ['requirepass' => 'SECRET']),
    fn() => $client->migrate('h', 1, 'k', 0, 10, false, false, 'SECRET'),
];
foreach ($calls as $number => $call) {
    try {
        $call();
        echo "call $number went through\n";
    } catch (\Exception | \ValueError $error) {
        $texts["call $number"] = (string) $error . print_r($error->getTrace(), true);
    }
}

$ini = ['rediskit.dsn' => "unix://:SECRET@$server->socket", 'rediskit.session.dsn' => "unix://:SECRET@$server->socket", 'rediskit.mac_key' => 'SECRETSECRETSECRET'];
$texts['phpinfo'] = run_php('phpinfo();', $ini);
$texts['fatal'] = run_php('ini_set("zend.exception_ignore_args", 0); (new Rediskit\Client())->ping();', $ini);
$texts['env'] = run_php('(new Rediskit\Client())->ping();', env: ['REDIS_URL' => "unix://:SECRET@$server->socket"]);
$command = php_command($ini);
exec(implode(' ', array_map('escapeshellarg', [...$command, '--ri', 'rediskit'])), $lines);
$texts['--ri'] = implode("\n", $lines);

foreach ($texts as $where => $text) {
    if (str_contains($text, 'SECRET')) {
        echo "$where: ", $text, "\n";
    }
}
var_dump(count($texts) > 20, str_contains($texts['--ri'], 'rediskit.dsn'), str_contains($texts['fatal'], 'AuthenticationException'));

echo "-- a server that repeats the arguments of an unknown command\n";
$renaming = ScriptServer::start(function (Peer $peer) {
    [, $password] = $peer->command();
    $peer->send("-ERR unknown command 'AUTH', with args beginning with: '$password' \r\n");
});
attempt(fn() => (new Client('unix://:SECRET@' . $renaming->socket()))->ping(), [$renaming->socket() => 'SOCKET']);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
-- a server that repeats the arguments of an unknown command
Rediskit\AuthenticationException: unix://SOCKET?db=0 refused the password: check `username` and `password` (ERR unknown command 'AUTH')
