--TEST--
With a serializer, values are encoded and decoded wherever they stand; members, fields, ids and script arguments never are
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$value = ['list' => [1, 2.5, null, true], 'text' => "\0\xff"];

foreach ([['serializer' => 'php'], ['serializer' => 'json'], ['serializer' => 'php', 'mac_key' => 'a key of sixteen']] as $options) {
    $client = new Client(['path' => $server->socket, 'prefix' => 'p:'] + $options);
    $client->flushDB();
    $value['text'] = $options['serializer'] === 'json' ? 'Zürich' : "\0\xff";
    $checks = [
        'get' => [$client->set('k', $value), $client->get('k')],
        'mGet' => [$client->mSet(['a' => $value, 'b' => 5, 7 => 'seven']), $client->mGet(['a', 'none', 7, 'b'])[0]],
        'getSet' => [$client->getSet('k', 'new'), $client->get('k') === 'new' ? $value : null],
        'setEx' => [$client->setEx('k', 60, $value), $client->getEx('k', ['EX' => 50])],
        'set with GET' => [$client->set('k', $value, ['GET']), $client->getDel('k')],
        'hGet' => [$client->hSet('h', 'f', $value, 'g', 5), $client->hGet('h', 'f')],
        'hGetAll' => [$client->hMSet('h', [5 => $value]), $client->hGetAll('h')[5]],
        'hMGet' => [1, $client->hMGet('h', ['none', 'f'])['f']],
        'hVals' => [$client->hDel('h', 'g', 5), $client->hVals('h')[0]],
        'hRandField' => [1, $client->hRandField('h', ['COUNT' => 1, 'WITHVALUES' => true])['f']],
        'hScan' => [$cursor = null, $client->hScan('h', $cursor)['f']],
        'lRange' => [$client->rPush('l', $value, 'x', $value), $client->lRange('l', 0, -1)[2]],
        'lIndex' => [$client->lSet('l', 1, $value), $client->lIndex('l', 1)],
        'lPos' => [1, $client->lPos('l', $value) === 0 ? $value : null],
        'lInsert' => [$client->lInsert('l', 'before', $value, 'first'), $client->lRem('l', 'first') === 1 ? $value : null],
        'lPop' => [1, $client->lPop('l')],
        'lPop with a count' => [1, $client->lPop('l', 1)[0]],
        'rPopLPush' => [$client->rPush('l', $value), ($options['mac_key'] ?? null) ? $value : $client->rPopLPush('l', 'l2')],
        'blPop' => [$client->rPush('l', $value), $client->blPop(['none', 'l'], 1)[1]],
        'lMPop' => [$client->rPush('l3', $value), $client->lMPop(['none', 'l3'], 'LEFT')[1][0]],
        'pipeline' => [1, $client->pipeline()->set('k', $value)->get('k')->hGetAll('h')->exec()[2]['f']],
        'transaction' => [1, $client->multi()->get('none')->get('k')->exec()[1]],
    ];
    $wrong = array_keys(array_filter($checks, fn ($check) => $check[1] !== $value));
    echo json_encode(array_diff_key($options, ['mac_key' => 1])), isset($options['mac_key']) ? ' with a key' : '', ': ', count($checks), ' checks, wrong: ', show($wrong), "\n";
}

$client = new Client(['path' => $server->socket, 'serializer' => 'php']);
$client->flushDB();
$client->sAdd('s', 'member');
$client->zAdd('z', 1, 'member');
$client->hSet('h', 'field', 'v');
$client->xAdd('x', '1-1', ['field' => 'text']);
echo show($server->cmd('SMEMBERS', 's')), show($server->cmd('ZRANGE', 'z', 0, -1)), show($server->cmd('HKEYS', 'h')), show($server->cmd('XRANGE', 'x', '-', '+')[0][1]), show($client->eval('return ARGV[1]', ['plain'])), "\n";

echo "a MAC belongs to its key\n";
$client = new Client(['path' => $server->socket, 'serializer' => 'php', 'mac_key' => 'a key of sixteen']);
$client->set('mine', ['amount' => 5]);
$server->cmd('COPY', 'mine', 'yours');
attempt(fn () => $client->get('yours'));
attempt(fn () => $client->mGet(['mine', 'yours']));
echo show($client->pipeline()->get('mine')->get('yours')->mGet(['mine', 'yours'])->get('mine')->exec()), "\n";

echo "undecodable\n";
$client = new Client(['path' => $server->socket, 'serializer' => 'php']);
$client->set('object', new \ArrayObject([1]));
$server->cmd('SET', 'broken', substr($server->cmd('GET', 'object'), 0, 12));
foreach (['object', 'broken'] as $key) {
    try {
        echo show($client->get($key)), "\n";
    } catch (\Rediskit\CodecException $error) {
        echo get_class($error), "\n";
    }
}
echo show($client->ping()), "\n";
?>
--EXPECT--
{"serializer":"php"}: 22 checks, wrong: []
{"serializer":"json"}: 22 checks, wrong: []
{"serializer":"php"} with a key: 22 checks, wrong: []
['member']['member']['field']['field', 'text']'plain'
a MAC belongs to its key
Rediskit\CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "yours")
Rediskit\CodecException: The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "yours")
[['amount' => 5], Rediskit\CodecException(The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "yours")), Rediskit\CodecException(The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key (key "yours")), ['amount' => 5]]
undecodable
ArrayObject
Rediskit\CodecException
true
