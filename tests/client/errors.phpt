--TEST--
Error replies throw the class of their prefix, with prefix and command, and leave the connection in step
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start(['rename-command' => ['FLUSHDB ""', 'KEYS OLDKEYS'], 'user' => ['limited on >x ~mine:* +@all -config']]);
$client = new Client($server->dsn());
$client->set('text', 'x');
$client->xGroup('CREATE', 'x', 'g', '0', true);
$client->script('FLUSH');

$show = function (callable $work) {
    try {
        echo show($work()), "\n";
    } catch (\Rediskit\CommandException $error) {
        echo get_class($error), ' ', $error->getPrefix(), ' ', $error->getCommand(), str_starts_with($error->getMessage(), $error->getPrefix()) ? '' : ': ' . $error->getMessage(),
            preg_match('/ \(((?:[^()]|\(.*?\))+)\)$/', $error->getMessage(), $advice) ? ": $advice[1]" : '', "\n";
    }
};
attempt(fn () => $client->lPush('text', 1));
$show(fn () => $client->lPush('text', 1));
$show(fn () => $client->hGet('text', 'f'));
$show(fn () => $client->incr('text'));
$show(fn () => $client->evalSha(str_repeat('0', 40)));
$show(fn () => $client->eval('return redis.error_reply("MYERR mine")'));
$show(fn () => $client->eval('return {err = "no prefix"}'));
$show(fn () => $client->eval('syntax error'));
$show(fn () => $client->xGroup('CREATE', 'x', 'g', '0'));
$show(fn () => $client->xReadGroup('none', 'c', ['x' => '>']));
$show(fn () => $client->restore('text', 0, 'x'));
$show(fn () => $client->restore('new', 0, 'x'));
$show(fn () => $client->lSet('none', 0, 'x'));
$show(fn () => $client->flushDB());
$show(fn () => $client->keys('*'));
$show(fn () => $client->command('OLDKEYS', 'te*'));
$show(fn () => $client->rename('none', 'k'));
$failed = $client->pipeline()->incr('text')->multi()->hGet('text', 'f')->exec()->command('nosuch', 1)->exec();
echo implode(' ', array_map(fn ($error) => $error->getPrefix() . ':' . $error->getCommand(), [$failed[0], $failed[1][0], $failed[2]])), "\n";
$limited = new Client(['path' => $server->socket, 'username' => 'limited', 'password' => 'x']);
$show(fn () => $limited->get('yours'));
$show(fn () => $limited->config('GET', 'port'));
$server->cmd('CONFIG', 'SET', 'maxmemory', 1);
$show(fn () => $client->set('more', 'x'));
$server->cmd('CONFIG', 'SET', 'maxmemory', 0);
$server->cmd('REPLICAOF', '127.0.0.1', 1);
$show(fn () => $client->set('more', 'x'));
$server->cmd('REPLICAOF', 'NO', 'ONE');
echo show($client->get('text')), show($client->health()['pool']['leased']), "\n";
?>
--EXPECT--
Rediskit\WrongTypeException: WRONGTYPE Operation against a key holding the wrong kind of value (TYPE says what the key holds)
Rediskit\WrongTypeException WRONGTYPE LPUSH: TYPE says what the key holds
Rediskit\WrongTypeException WRONGTYPE HGET: TYPE says what the key holds
Rediskit\CommandException ERR INCR: counting needs a plain integer: with a serializer only an int is stored as one, with a mac_key nothing is
Rediskit\NoScriptException NOSCRIPT EVALSHA
Rediskit\CommandException MYERR EVAL
Rediskit\CommandException ERR EVAL: no prefix
Rediskit\CommandException ERR EVAL
Rediskit\AlreadyExistsException BUSYGROUP XGROUP
Rediskit\NoGroupException NOGROUP XREADGROUP: make the group with xGroup('CREATE', …)
Rediskit\AlreadyExistsException BUSYKEY RESTORE
Rediskit\CommandException ERR RESTORE
Rediskit\CommandException ERR LSET
Rediskit\CommandException ERR FLUSHDB: the server is too old for it, or its configuration has disabled or renamed it: command() takes a new name
Rediskit\CommandException ERR KEYS: its configuration has disabled or renamed it: use scanKeys()
['text']
Rediskit\CommandException ERR RENAME
ERR:INCR WRONGTYPE:HGET ERR:nosuch
Rediskit\NoPermissionException NOPERM GET: grant it with ACL SETUSER, or connect as another user
Rediskit\NoPermissionException NOPERM CONFIG: grant it with ACL SETUSER, or connect as another user
Rediskit\OutOfMemoryException OOM SET: the server has reached its maxmemory: raise it, delete keys, or choose a maxmemory-policy that evicts
Rediskit\ReadOnlyException READONLY SET: this server is a replica: connect to its primary to write
'x'0
