--TEST--
A Cache on a Client: its server and prefix, settings of its own, and no part in its pipelines
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\{Cache, Client};
use Rediskit\Tests\Server;

$server = Server::start();
$client = new Client($server->dsn(['prefix' => 'app:', 'db' => 2]));
$cache = new Cache($client, ['prefix' => 'cache:', 'serializer' => 'json', 'compression' => 'none']);
$cache->put('a', ['x' => 1]);
$server->cmd('SELECT', 2);
echo $server->cmd('GET', 'app:cache:a'), ' ', $client->get('cache:a'), ' ', $server->clients(), " connection\n";

echo "the Client's serializer is the Cache's unless it has one: ";
$json = new Client($server->dsn(['serializer' => 'json', 'compression' => 'none', 'db' => 2]));
(new Cache($json))->put('json', ['y' => 2]);
(new Cache($json, ['serializer' => 'php']))->put('php', ['y' => 2]);
echo $server->cmd('GET', 'json'), ' ', str_contains($server->cmd('GET', 'php'), 'a:1:{s:1:"y"') ? 'php' : 'not php', "\n";

echo "pipeline: ";
$results = $client->pipeline(function (Client $client) use ($cache) {
    $client->set('p', 1);
    echo json_encode($cache->get('a')), ' ';
    $client->incr('p');
});
echo json_encode($results), "\n";

echo "the Client may go: ";
unset($client);
echo json_encode($cache->get('a')), ' ', $cache->flush(), ' ', $server->cmd('DBSIZE'), "\n";

foreach ([['host' => 'x'], ['url' => 'redis://:secret@x'], ['prefxi' => 'x'], ['x']] as $options) {
    try {
        new Cache($json, $options);
    } catch (Rediskit\ConfigException $error) {
        echo $error->getMessage(), "\n";
    }
}
try {
    (new Cache(new Client($server->dsn(['prefix' => 'app:']))))->flush();
} catch (Rediskit\ConfigException $error) {
    echo $error->getMessage(), "\n";
}
try {
    new Cache(new stdClass);
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECTF--
{"x":1} {"x":1} 1 connection
the Client's serializer is the Cache's unless it has one: {"y":2} php
pipeline: {"x":1} [true,2]
the Client may go: {"x":1} 1 3
"host" is no option of a Cache that is given a Client: %s
"url" is no option of a Cache that is given a Client: %s
"prefxi" is no option of a Cache that is given a Client: %s
Options are given by name, such as ['prefix' => 'cache:'], not by position
flush() removes what is under a cache's own prefix, and this cache has none: it shares its prefix with others. Give it one: new Cache($client, ['prefix' => 'cache:'])
Rediskit\Cache::__construct(): Argument #1 ($client) must be of type Rediskit\Client|string|null, stdClass given
