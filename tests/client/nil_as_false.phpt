--TEST--
With nil_as_false nil is what \Redis gives: false, and an empty list where a list was waited for
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
foreach ([false, true] as $nilAsFalse) {
    $client = new Client($server->dsn(['nil_as_false' => (int) $nilAsFalse]));
    $client->flushDB();
    echo show([
        $client->get('k'), $client->mGet(['k']), $client->hMGet('h', ['f']), $client->hGet('h', 'f'), $client->lPop('l'), $client->zScore('z', 'm'), $client->zMScore('z', 'm'), $client->zRank('z', 'm'),
        $client->set('k', 'v', xx: true), $client->geoPos('g', 'm'), $client->geoDist('g', 'a', 'b'), $client->geoHash('g', 'a'), $client->eval('return {false, {false}}'), $client->eval('return false'), $client->blPop('l', 0.01), $client->bzPopMin('z', 0.01),
        $client->xRead(['x' => '0']), $client->lMPop(['l'], 'LEFT'), $client->sPop('s'), $client->randomKey(), $client->command('GET', 'k'), $client->object('ENCODING', 'k'),
    ]), "\n";
    echo show($client->pipeline()->get('k')->mGet(['k'])->zScore('z', 'm')->exec()), show($client->multi()->get('k')->exec()), "\n";
}
?>
--EXPECT--
[NULL, [NULL], ['f' => NULL], NULL, NULL, NULL, [NULL], NULL, NULL, [NULL], NULL, [NULL], [NULL, [NULL]], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL]
[NULL, [NULL], NULL][NULL]
[false, [false], ['f' => false], false, false, false, [false], false, false, [[]], false, [false], [false, [false]], false, [], [], [], false, false, false, false, false]
[false, [false], false][false]
