--TEST--
health() says how the server is, and what it could not find out
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require_once __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

$server = Server::start(['maxmemory' => '100mb', 'maxmemory-policy' => 'allkeys-lru', 'user' => ['blind on >x ~* +@all -info -ping']]);
$client = new Client($server->dsn());
$client->set('k', 'v');
$client->pipeline()->get('k')->get('k')->get('k')->get('none')->exec();
$client->watch('k');
$name = str_contains($server->cmd('INFO', 'server'), 'valkey_version') ? 'valkey' : 'redis';

$health = $client->health();
echo implode(' ', array_keys($health)), "\n";
echo $health['status'], ' ', $health['role'], ' ', show($health['error']), show($health['missing']), "\n";
echo show($health['version'] === $server->info("{$name}_version")), show($health['server'] === $name), show($health['endpoint'] === "unix://$server->socket?db=0"), "\n";
echo show($health['latency_ms'] > 0 && $health['latency_ms'] < 1000), show($health['used_memory'] > 500000), show($health['max_memory']), show($health['max_memory_policy']), show($health['evicted_keys']), "\n";
echo show($health['hit_rate']), show($health['connected_clients'] >= 2), show($health['uptime'] >= 0), "\n";
echo show(array_keys($health['pool'])), show($health['pool']['leased']), show($health['pool']['open']), "\n";
echo show($health['warnings']), "\n";
$client->unwatch();

echo "only PING and INFO are sent: ", json_encode(array_count_values(array_column($server->commands(fn () => $client->health()), 0))), "\n";
echo "also while commands are queued: ", show($client->pipeline()->get('k') instanceof Client), show($client->health()['status']), show($client->exec()), "\n";

echo "little memory left\n";
$server->cmd('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
$server->cmd('CONFIG', 'SET', 'maxmemory', 600000);
echo show($client->health()['warnings']), "\n";

echo "INFO refused\n";
$blind = (new Client(['path' => $server->socket, 'username' => 'blind', 'password' => 'x']))->health();
echo $blind['status'], ' ', $blind['error'], "\n", implode(' ', $blind['missing']), "\n";
echo show($blind['latency_ms']), show($blind['used_memory']), show($blind['version']), show($blind['pool']['open']), show($blind['warnings']), "\n";

echo "loading\n";
$loading = ScriptServer::start(fn (Peer $peer) => $peer->answerAll("-LOADING Redis is loading the dataset in memory\r\n"));
$health = (new Client($loading->dsn()))->health();
echo $health['status'], ' ', $health['error'], "\n";

echo "a replica without its primary, a server that says little\n";
$replica = ScriptServer::start(function (Peer $peer) {
    while (true) {
        $info = "# Replication\r\nrole:slave\r\nmaster_link_status:down\r\nvalkey_version:8.1.1\r\nredis_version:7.2.4\r\n";
        $peer->send($peer->command()[0] === 'INFO' ? '$' . strlen($info) . "\r\n$info\r\n" : "+PONG\r\n");
    }
});
$health = (new Client($replica->dsn()))->health();
echo $health['status'], ' ', $health['role'], ' ', $health['server'], ' ', $health['version'], ' ', show($health['warnings']), "\n", implode(' ', $health['missing']), "\n";

echo "down\n";
$server->kill();
$health = $client->health();
echo $health['status'], ' ', show($health['latency_ms']), show($health['error'] !== null), show($health['pool']['open']), "\n";
?>
--EXPECTF--
status endpoint latency_ms error missing version server role used_memory max_memory max_memory_policy evicted_keys connected_clients uptime hit_rate pool warnings
ok master NULL[]
truetruetrue
truetrue104857600'allkeys-lru'0
0.75truetrue
['open', 'leased', 'limit', 'connects', 'reuses', 'retries', 'errors', 'timeouts', 'skipped']12
['maxmemory-policy allkeys-lru lets the server evict locks, sessions and counters: give them a server with noeviction']
only PING and INFO are sent: {"PING":2,"INFO":1}
also while commands are queued: true'ok'['v']
little memory left
['More than 90 % of maxmemory is used']
INFO refused
refused NOPERM %r(this user|User blind)%r has no permissions to run the 'ping' command
version server role used_memory max_memory max_memory_policy evicted_keys connected_clients uptime hit_rate
NULLNULLNULL1[]
loading
loading LOADING Redis is loading the dataset in memory
a replica without its primary, a server that says little
ok replica valkey 8.1.1 ['The replica has lost its primary: what it answers may be old']
used_memory max_memory max_memory_policy evicted_keys connected_clients uptime hit_rate
down
down NULLtrue0
