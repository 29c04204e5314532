--TEST--
Replies of commands \Redis 5.3 does not have, in their shapes
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());
$see = function (string $what, mixed $result) {
    echo "$what: ", show($result), "\n";
};

echo "strings\n";
$client->mSet(['a' => 'ohmytext', 'b' => 'mynewtext', 'n' => 5]);
$see('lcs', $client->lcs('a', 'b'));
$see('lcs len', $client->lcs('a', 'b', len: true));
$see('lcs idx', $client->lcs('a', 'b', ['IDX' => true, 'WITHMATCHLEN' => true]));
$see('bitField', $client->bitField('bf', 'SET', 'u8', 0, 255, 'GET', 'u4', 0, 'OVERFLOW', 'FAIL', 'INCRBY', 'u2', 0, 9));
$see('bitField_ro', $client->bitField_ro('bf', 'GET', 'u8', 0));
$see('getEx', [$client->getEx('a', ['EX' => 100]), $client->ttl('a'), $client->getEx('a', persist: true), $client->ttl('a')]);
$see('set get', [$client->set('a', 'new', ['GET']), $client->set('fresh', 'x', get: true), $client->set('a', 'y', ['NX', 'GET'])]);
$see('copy', [$client->copy('a', 'c'), $client->copy('a', 'c'), $client->copy('a', 'c', ['REPLACE' => true])]);
$see('expireTime', [$client->expireAt('c', 4102444800), $client->expireTime('c'), $client->pExpireTime('c'), $client->expire('c', 5, 'GT'), $client->expireTime('a'), $client->pExpireTime('none')]);
$see('dump, restore', [$client->restore('restored', 0, $client->dump('a')), $client->get('restored'), $client->dump('none')]);
$see('object', [$client->object('ENCODING', 'n'), $client->object('ENCODING', 'none')]);

echo "hashes and lists\n";
$client->hMSet('h', ['f' => 'v', 7 => 'w']);
$see('hRandField', [in_array($client->hRandField('h'), ['f', '7'], true), count($client->hRandField('h', ['COUNT' => -5])), (fn ($map) => [ksort($map), $map])($client->hRandField('h', ['COUNT' => 9, 'WITHVALUES' => true]))[1], $client->hRandField('none'), $client->hRandField('none', ['COUNT' => 2])]);
$client->rPush('l', 'a', 'b', 'c', 'b', 'd');
$see('lPos', [$client->lPos('l', 'b'), $client->lPos('l', 'b', ['RANK' => 2]), $client->lPos('l', 'b', ['COUNT' => 0]), $client->lPos('l', 'none'), $client->lPos('l', 'none', ['COUNT' => 1])]);
$see('lMove', [$client->lMove('l', 'm', 'LEFT', 'RIGHT'), $client->lMove('none', 'm', 'LEFT', 'LEFT'), $client->blMove('l', 'm', 'LEFT', 'RIGHT', 1), $client->blMove('none', 'm', 'LEFT', 'LEFT', 0.01)]);
$see('lMPop', [$client->lMPop(['none', 'l'], 'LEFT'), $client->lMPop(['l'], 'RIGHT', 5), $client->lMPop(['none'], 'LEFT'), $client->blMPop(0.01, ['m', 'l'], 'LEFT', 2)]);
$client->rPush('l', 'x', 'y', 'z');
$see('lPop with a count', [$client->lPop('l', 2), $client->lPop('l', 5), $client->lPop('none', 2), $client->rPop('none', 1), $client->lPop('none')]);

echo "sets\n";
$client->sAdd('s', 'a', 'b', 'c');
$client->sAdd('t', 'b', 'c', 'd');
$see('sInterCard', [$client->sInterCard(['s', 't']), $client->sInterCard(['s', 't'], 1)]);
$see('sPop', [count($client->sPop('s', 2)), $client->sPop('none'), $client->sPop('none', 2), is_string($client->sRandMember('t')), count($client->sRandMember('t', -5)), $client->sRandMember('none', 2)]);
$client->zAdd('z', 1, 'a', 2.5, 'b', 3, '7');
$client->zAdd('y', 5, 'b', 6, 'q');
$see('zUnion', [$client->zUnion(['z', 'y']), $client->zUnion(['z', 'y'], [2, 1], ['AGGREGATE' => 'MAX', 'WITHSCORES' => true])]);
$see('zInter', [$client->zInter(['z', 'y']), $client->zInter(['z', 'y'], withscores: true), $client->zInterCard(['z', 'y'])]);
$see('zDiff', [$client->zDiff(['z', 'y']), $client->zDiff(['z', 'y'], ['WITHSCORES' => true]), $client->zDiffStore('d', ['z', 'y'])]);
$see('zRange', [$client->zRange('z', '(1', '+inf', ['BYSCORE', 'LIMIT' => [0, 5]]), $client->zRange('z', 0, -1, rev: true, withscores: true), $client->zRangeStore('d', 'z', 0, 0), $client->zRange('z', 0, -1, ['withscores' => false])]);
$see('zMScore', [$client->zMScore('z', 'a', 'none', '7'), $client->zMScore('none', ['x'])]);
$see('zRandMember', [is_string($client->zRandMember('z')), count($client->zRandMember('z', ['COUNT' => 2])), (fn ($map) => [ksort($map), $map])($client->zRandMember('z', ['COUNT' => 9, 'WITHSCORES' => true]))[1], $client->zRandMember('none')]);
$see('zMPop', [$client->zMPop(['none', 'z'], 'MIN'), $client->zMPop(['z'], 'MAX', 5), $client->zMPop(['z'], 'MIN'), $client->bzMPop(0.01, ['y'], 'MAX')]);
$see('zPopMin', [$client->zPopMin('y'), $client->zPopMax('none')]);
$see('zAdd', [$client->zAdd('z', ['GT', 'CH'], 5, 'a'), $client->zAdd('z', 1, 'a', gt: true, ch: true), $client->zAdd('z', 2, 'a', xx: true, incr: true), $client->zAdd('z', 2, 'none', xx: true, incr: true)]);

echo "streams\n";
$client->xAdd('x', '1-1', ['f' => 'v']);
$client->xAdd('x', '2-1', ['f' => 'w', 7 => 'x']);
$client->xGroup('CREATE', 'x', 'g', '0');
$see('xGroup', [$client->xGroup('CREATECONSUMER', 'x', 'g', 'idle'), $client->xGroup('DELCONSUMER', 'x', 'g', 'idle'), $client->xGroup('SETID', 'x', 'g', '0')]);
$see('xReadGroup', [$client->xReadGroup('g', 'c', ['x' => '>'], 5), $client->xReadGroup('g', 'c', ['x' => '>'], 5), $client->xReadGroup('g', 'c', ['x' => '0'], 5)]);
$client->xDel('x', '1-1');
$see('xReadGroup of a deleted entry', $client->xReadGroup('g', 'c', ['x' => '0']));
$see('xAutoClaim', [$client->xAutoClaim('x', 'g', 'd', 0, '0', 1, true), $client->xAutoClaim('x', 'g', 'd', 0, '0')]);
$see('xClaim', [$client->xClaim('x', 'g', 'e', 0, ['2-1'], justid: true), $client->xClaim('x', 'g', 'e', 0, ['2-1', '9-9'])]);
$see('xPending', [$client->xPending('x', 'g'), count($client->xPending('x', 'g', '-', '+', 5, 'e'))]);
$full = $client->xInfo('STREAM', 'x', 'FULL');
$see('xInfo full', [$full['length'], $full['entries'], $full['groups'][0]['name'], $full['groups'][0]['pending'][0][0], $full['groups'][0]['consumers'][0]['name']]);
$info = $client->xInfo('STREAM', 'x');
$see('xInfo', [$info['length'], $info['first-entry'], $client->xInfo('GROUPS', 'x')[0]['pending'], array_column($client->xInfo('CONSUMERS', 'x', 'g'), 'name')]);
$see('xSetId', [$client->xSetId('x', '9-9'), $client->xAdd('none', '1-1', ['f' => 'v'], nomkstream: true)]);
$see('xRead', [$client->xRead(['x' => '0', 'none' => '0']), $client->xRead(['x' => '$'])]);

echo "geo\n";
$client->geoAdd('g', 13.361389, 38.115556, 'Palermo', 15.087269, 37.502669, 'Catania');
$see('geoAdd', $client->geoAdd('g', 15.1, 37.5, 'Catania', ch: true));
$see('geoSearch', [$client->geoSearch('g', [15, 37], 200, 'km', ['ASC']), $client->geoSearch('g', 'Palermo', [400, 400], 'km', ['WITHDIST', 'DESC', 'COUNT' => 1])]);
$see('geoSearchStore', [$client->geoSearchStore('near', 'g', 'Palermo', 100, 'km'), $client->geoRadius('g', 15, 37, 200, 'km', ['STORE' => 'near'])]);
$see('geoPos', [$client->geoPos('g', 'none'), $client->geoDist('g', 'Palermo', 'none'), $client->geoHash('g', 'none')]);

echo "scripts\n";
$see('eval', $client->eval('return {1, false, "x", {ok = "FINE"}, {err = "ERR no"}, {2, {3}}}'));
$see('eval_ro', $client->eval_ro('return redis.call("GET", KEYS[1])', ['n'], 1));
$see('function', $client->function('LOAD', "#!lua name=lib\nredis.register_function('f', function(keys, args) return {keys[1], args[1]} end)"));
$see('fCall', [$client->fCall('f', ['k'], ['v']), $client->function('DELETE', 'lib')]);

echo "server\n";
$see('config', [$client->config('GET', 'maxmemory'), $client->config('GET', ['maxmemory', 'maxclients'])['maxclients'] > 0, $client->config('SET', 'maxmemory', 0), $client->config('SET', ['maxmemory' => 0]), $client->config('RESETSTAT')]);
$see('client', [array_key_exists('addr', $client->client('LIST')[0]), is_int($client->client('ID')), $client->client('GETNAME'), $client->client('KILL', 'ID', 999999)]);
$see('info', [is_string($client->info()['redis_version']), array_key_exists('used_memory', $client->info('server')), is_int($client->info('memory', 'server')['used_memory'])]);
$see('memory', [$client->memory('USAGE', 'n') > 0, $client->memory('USAGE', 'none'), is_int($client->memory('STATS')['peak.allocated']), $client->memory('PURGE')]);
$see('acl', [$client->acl('GETUSER', 'default')['commands'], $client->acl('GETUSER', 'default')['flags'][0], $client->acl('GETUSER', 'nobody'), $client->acl('LOG'), $client->acl('LOG', 'RESET')]);
try {
    (new Client($server->dsn()))->auth(['nobody', 'x']);
} catch (\Rediskit\AuthenticationException) {
    $see('acl log', $client->acl('LOG', 1)[0]['reason']);
}
$see('time', array_map(is_numeric(...), $client->time()));
$see('others', [$client->ping(), $client->ping('hello'), $client->echo('x'), $client->lastSave() > 0, $client->role()[0], $client->slowLog('LEN') >= 0, $client->slowLog('RESET'), $client->acl('WHOAMI'), $client->swapDb(0, 0), is_array($client->module('LIST')), $client->latency('LATEST'), str_contains($client->lolwut(), 'Redis')]);
$see('bgSave', [$client->bgSave(true), $client->wait(0, 10), $client->script('EXISTS', str_repeat('0', 40)), $client->pubSub('NUMPAT')]);
$see('sort', [$client->sort('nums'), $client->rPush('nums', 3, 1, 2), $client->sort('nums', ['get' => ['#', 'w_*']]), $client->sort('nums', store: 'sorted'), $client->sort_ro('nums', sort: 'desc')]);
$see('migrate', $client->migrate('127.0.0.1', 1, 'no such key', 0, 10));
$see('flush', [$client->flushDB(true), $client->flushAll(), $client->dbSize(), $client->randomKey()]);
?>
--EXPECT--
strings
lcs: 'mytext'
lcs len: 6
lcs idx: ['matches' => [[[4, 7], [5, 8], 4], [[2, 3], [0, 1], 2]], 'len' => 6]
bitField: [0, 15, NULL]
bitField_ro: [255]
getEx: ['ohmytext', 100, 'ohmytext', -1]
set get: ['ohmytext', NULL, 'new']
copy: [true, false, true]
expireTime: [true, 4102444800, 4102444800000, false, -1, -2]
dump, restore: [true, 'new', NULL]
object: ['int', NULL]
hashes and lists
hRandField: [true, 5, [7 => 'w', 'f' => 'v'], NULL, []]
lPos: [1, 3, [1, 3], NULL, []]
lMove: ['a', NULL, 'b', NULL]
lMPop: [['l', ['c']], ['l', ['d', 'b']], NULL, ['m', ['a', 'b']]]
lPop with a count: [['x', 'y'], ['z'], NULL, NULL, NULL]
sets
sInterCard: [2, 1]
sPop: [2, NULL, [], true, 5, []]
zUnion: [['a', '7', 'q', 'b'], ['a' => 2.0, 'b' => 5.0, 7 => 6.0, 'q' => 6.0]]
zInter: [['b'], ['b' => 7.5], 1]
zDiff: [['a', '7'], ['a' => 1.0, 7 => 3.0], 2]
zRange: [['b', '7'], [7 => 3.0, 'b' => 2.5, 'a' => 1.0], 1, ['a', 'b', '7']]
zMScore: [[1.0, NULL, 3.0], [NULL]]
zRandMember: [true, 2, [7 => 3.0, 'a' => 1.0, 'b' => 2.5], NULL]
zMPop: [['z', ['a' => 1.0]], ['z', [7 => 3.0, 'b' => 2.5]], NULL, ['y', ['q' => 6.0]]]
zPopMin: [['b' => 5.0], []]
zAdd: [1, 0, 7.0, NULL]
streams
xGroup: [1, 0, true]
xReadGroup: [['x' => ['1-1' => ['f' => 'v'], '2-1' => ['f' => 'w', 7 => 'x']]], NULL, ['x' => ['1-1' => ['f' => 'v'], '2-1' => ['f' => 'w', 7 => 'x']]]]
xReadGroup of a deleted entry: ['x' => ['1-1' => NULL, '2-1' => ['f' => 'w', 7 => 'x']]]
xAutoClaim: [['2-1', [], ['1-1']], ['0-0', ['2-1' => ['f' => 'w', 7 => 'x']], []]]
xClaim: [['2-1'], ['2-1' => ['f' => 'w', 7 => 'x']]]
xPending: [[1, '2-1', '2-1', [['e', '1']]], 1]
xInfo full: [1, ['2-1' => ['f' => 'w', 7 => 'x']], 'g', '2-1', 'c']
xInfo: [1, ['2-1' => ['f' => 'w', 7 => 'x']], 1, ['c', 'd', 'e']]
xSetId: [true, NULL]
xRead: [['x' => ['2-1' => ['f' => 'w', 7 => 'x']]], NULL]
geo
geoAdd: 1
geoSearch: [['Catania', 'Palermo'], [['Catania', 167.4191]]]
geoSearchStore: [1, 2]
geoPos: [[NULL], NULL, [NULL]]
scripts
eval: [1, NULL, 'x', 'FINE', Rediskit\CommandException(ERR no), [2, [3]]]
eval_ro: '5'
function: 'lib'
fCall: [['k', 'v'], true]
server
config: [['maxmemory' => '0'], true, true, true, true]
client: [true, true, NULL, 0]
info: [true, false, true]
memory: [true, NULL, true, true]
acl: ['+@all', 'on', NULL, [], true]
acl log: 'auth'
time: [true, true]
others: [true, 'hello', 'x', true, 'master', true, true, 'default', true, true, [], true]
bgSave: [true, 0, [false], 0]
sort: [[], 3, ['1', NULL, '2', NULL, '3', NULL], 3, ['3', '2', '1']]
migrate: true
flush: [true, true, 0, NULL]
