--TEST--
command() sends any words and prefixes the keys it knows of; what would change a shared connection is refused
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn(['prefix' => 'p:']));

$calls = [
    ['GET', 'k'], ['get', 'k'], ['MSET', 'a', 1, 'b', 2], ['MGET', ['a', 'b']], ['DEL', 'a', 'b'], ['RENAME', 'k', 'l'], ['BLPOP', 'a', 'b', 0.01], ['OBJECT', 'ENCODING', 'k'], ['BITOP', 'NOT', 'd', 'a'],
    ['EVAL', 'return #KEYS', 2, 'a', 'b', 'v'], ['EVAL', 'return 1', 0], ['LMPOP', 2, 'a', 'b', 'LEFT'], ['BLMPOP', 0.01, 1, 'a', 'LEFT'], ['ZUNIONSTORE', 'd', 2, 'a', 'b', 'WEIGHTS', 1, 2], ['XREADGROUP', 'GROUP', 'streams', 'c', 'STREAMS', 'a', '>'], ['XREAD', 'COUNT', 1, 'STREAMS', 'a', 'b', '0', '0'],
    ['SORT', 'l', 'BY', 'w_*', 'STORE', 'd'], ['GEORADIUS', 'g', 1, 2, 3, 'km', 'STORE', 'd'], ['CONFIG', 'GET', 'maxmemory'], ['XINFO', 'STREAM', 'x'], ['PUBLISH', 'c', 'm'], ['HSET', 'h', ['f', 'v', ['g', 5]]], ['HGETALL', 'h'], ['EXISTS', 'h'],
    ['PING'], ['ECHO', 1.5], ['NOSUCH', 'k'], ['EVAL', 'return 1', 'x'], ['XREAD', 'a', '0'],
];
foreach ($calls as $call) {
    $result = null;
    $wire = $server->commands(function () use ($client, $call, &$result) {
        try {
            $result = show($client->command(...$call));
        } catch (\Rediskit\CommandException $error) {
            $result = show($error);
        }
    });
    echo implode(' ', $wire[0] ?? ['(not run)']), ' -> ', $result, "\n";
}

echo "migrate\n";
$calls = $server->commands(fn () => attempt(fn () => $client->command('MIGRATE', '127.0.0.1', '1', '', 0, 10, 'KEYS', 'a', 'b')));
echo implode(' ', array_map(fn ($word) => $word === '' ? '""' : $word, $calls[0])), "\n";

echo "without prefix\n";
echo show($client->rawCommand('SET', 'raw', 1)), show($server->cmd('GET', 'raw')), "\n";

echo "refused\n";
foreach (['SELECT', 'auth', 'MULTI', 'EXEC', 'DISCARD', 'WATCH', 'UNWATCH', 'SUBSCRIBE', 'PSUBSCRIBE', 'SSUBSCRIBE', 'UNSUBSCRIBE', 'HELLO', 'RESET', 'QUIT', 'MONITOR', 'SYNC', 'PSYNC', 'ASKING', 'READONLY', 'READWRITE'] as $name) {
    attempt(fn () => $client->command($name, 1));
}
attempt(fn () => $client->rawCommand('MULTI'));
foreach (['REPLY', 'tracking', 'CACHING', 'NO-EVICT', 'NO-TOUCH', 'CAPA', 'import-source', 'SETNAME'] as $name) {
    attempt(fn () => $client->command('CLIENT', $name, 'OFF'));
    attempt(fn () => $client->client($name, 'OFF'));
}
attempt(fn () => $client->command('script', 'debug', 'yes'));
attempt(fn () => $client->script('DEBUG', 'SYNC'));
attempt(fn () => $client->command());
attempt(fn () => $client->command('GET', null));
attempt(fn () => $client->command('GET', new \stdClass()));
?>
--EXPECT--
GET p:k -> NULL
GET p:k -> NULL
MSET p:a 1 p:b 2 -> true
MGET p:a p:b -> ['1', '2']
DEL p:a p:b -> 2
RENAME p:k p:l -> Rediskit\CommandException(ERR no such key)
BLPOP p:a p:b 0.01 -> NULL
OBJECT ENCODING p:k -> NULL
BITOP NOT p:d p:a -> 0
EVAL return #KEYS 2 p:a p:b v -> 2
EVAL return 1 0 -> 1
LMPOP 2 p:a p:b LEFT -> NULL
BLMPOP 0.01 1 p:a LEFT -> NULL
ZUNIONSTORE p:d 2 p:a p:b WEIGHTS 1 2 -> 0
XREADGROUP GROUP streams c STREAMS p:a > -> Rediskit\NoGroupException(NOGROUP No such key 'p:a' or consumer group 'streams' in XREADGROUP with GROUP option (make the group with xGroup('CREATE', …)))
XREAD COUNT 1 STREAMS p:a p:b 0 0 -> NULL
SORT p:l BY w_* STORE p:d -> 0
GEORADIUS p:g 1 2 3 km STORE p:d -> 0
(not run) -> ['maxmemory', '0']
XINFO STREAM p:x -> Rediskit\CommandException(ERR no such key)
PUBLISH p:c m -> 0
HSET p:h f v g 5 -> 2
HGETALL p:h -> ['f', 'v', 'g', '5']
EXISTS p:h -> 1
PING -> 'PONG'
ECHO 1.5 -> '1.5'
(not run) -> Rediskit\CommandException(ERR unknown command 'NOSUCH' (the server is too old for it, or its configuration has disabled or renamed it: command() takes a new name))
EVAL return 1 x -> Rediskit\CommandException(ERR value is not an integer or out of range)
(not run) -> Rediskit\CommandException(ERR wrong number of arguments for 'xread' command)
migrate
no exception: 'NOKEY'
MIGRATE 127.0.0.1 1 "" 0 10 KEYS p:a p:b
without prefix
true'1'
refused
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "SELECT": it would change a connection that is shared; use select()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "AUTH": it would change a connection that is shared; use auth(), or the options username and password
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "MULTI": it would change a connection that is shared; use multi()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "EXEC": it would change a connection that is shared; use exec()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "DISCARD": it would change a connection that is shared; use discard()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "WATCH": it would change a connection that is shared; use watch()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "UNWATCH": it would change a connection that is shared; use unwatch()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "SUBSCRIBE": it would change a connection that is shared; use subscribe()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "PSUBSCRIBE": it would change a connection that is shared; use pSubscribe()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "SSUBSCRIBE": it would change a connection that is shared; use sSubscribe()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "UNSUBSCRIBE": it would change a connection that is shared; use unsubscribe()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "HELLO": it would change a connection that is shared; rediskit speaks RESP2
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "RESET": it would change a connection that is shared; use close()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "QUIT": it would change a connection that is shared; use close()
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "MONITOR": it would change a connection that is shared; use redis-cli
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "SYNC": it would change a connection that is shared; use redis-cli
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "PSYNC": it would change a connection that is shared; use redis-cli
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "ASKING": it would change a connection that is shared; it belongs to cluster redirections
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "READONLY": it would change a connection that is shared; it belongs to cluster connections
ValueError: Rediskit\Client::command(): Argument #1 ($name) must not be "READWRITE": it would change a connection that is shared; it belongs to cluster connections
ValueError: Rediskit\Client::rawCommand(): Argument #1 ($name) must not be "MULTI": it would change a connection that is shared; use multi()
ValueError: Rediskit\Client::command(): Argument #2 must not be "REPLY": it would change a connection that is shared
ValueError: Rediskit\Client::client(): Argument #1 ($operation) must not be "REPLY": it would change a connection that is shared
ValueError: Rediskit\Client::command(): Argument #2 must not be "TRACKING": it would change a connection that is shared
ValueError: Rediskit\Client::client(): Argument #1 ($operation) must not be "TRACKING": it would change a connection that is shared
ValueError: Rediskit\Client::command(): Argument #2 must not be "CACHING": it would change a connection that is shared
ValueError: Rediskit\Client::client(): Argument #1 ($operation) must not be "CACHING": it would change a connection that is shared
ValueError: Rediskit\Client::command(): Argument #2 must not be "NO-EVICT": it would change a connection that is shared
ValueError: Rediskit\Client::client(): Argument #1 ($operation) must not be "NO-EVICT": it would change a connection that is shared
ValueError: Rediskit\Client::command(): Argument #2 must not be "NO-TOUCH": it would change a connection that is shared
ValueError: Rediskit\Client::client(): Argument #1 ($operation) must not be "NO-TOUCH": it would change a connection that is shared
ValueError: Rediskit\Client::command(): Argument #2 must not be "CAPA": it would change a connection that is shared
ValueError: Rediskit\Client::client(): Argument #1 ($operation) must not be "CAPA": it would change a connection that is shared
ValueError: Rediskit\Client::command(): Argument #2 must not be "IMPORT-SOURCE": it would change a connection that is shared
ValueError: Rediskit\Client::client(): Argument #1 ($operation) must not be "IMPORT-SOURCE": it would change a connection that is shared
ValueError: Rediskit\Client::command(): Argument #2 must not be "SETNAME": it would change a connection that is shared; set the option "name" instead
ValueError: Rediskit\Client::client(): Argument #1 ($operation) must not be "SETNAME": it would change a connection that is shared; set the option "name" instead
ValueError: Rediskit\Client::command(): Argument #2 must not be "DEBUG": it would change a connection that is shared; use redis-cli --ldb
ValueError: Rediskit\Client::script(): Argument #1 ($operation) must not be "DEBUG": it would change a connection that is shared; use redis-cli --ldb
ArgumentCountError: Rediskit\Client::command() expects at least 1 argument, 0 given
TypeError: Rediskit\Client::command(): Argument #2 must hold keys of type string, null given
TypeError: Rediskit\Client::command(): Argument #2 must hold keys of type string, stdClass given
