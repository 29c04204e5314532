--TEST--
Arguments that only the builder of a command can judge are refused before anything is sent, and the builder stops there
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

final class Bad
{
    public function __toString(): string
    {
        throw new \DomainException('from __toString()');
    }
}

$client = new Client('unix:///nowhere.sock');
foreach ([
    fn() => $client->set('k', 'v', EX: new \stdClass()),
    fn() => $client->sort('k', ['alpha', 'nonsense']),
    fn() => $client->sort('k', ['get' => ['a', []]]),
    fn() => $client->hRandField('k', ['WITHVALUES' => true]),
    fn() => $client->blPop([], 1),
    fn() => $client->blPop('k', null),
    fn() => $client->config('SET', []),
    fn() => $client->config('SET', ['save' => [], 'maxmemory' => 1]),
    fn() => $client->xAdd(new Bad(), '*', ['field' => 1]),
    fn() => $client->xAdd('k', '*', ['field' => [], 'other' => 1]),
    fn() => $client->zRange(new Bad(), 0, 1),
    fn() => $client->geoSearch('k', [1, 2], [1, 2, 3], 'm'),
    fn() => $client->command(str_repeat('x', 40), 'k'),
] as $call) {
    attempt($call);
}
?>
--EXPECT--
TypeError: Rediskit\Client::set(): Argument #3 ($options) must hold only strings and numbers, stdClass given
ValueError: Rediskit\Client::sort(): Argument #2 ($options) must have only the options BY LIMIT GET SORT ALPHA STORE, nonsense given
TypeError: Rediskit\Client::sort(): Argument #2 ($options) must hold only strings and numbers, array given
ValueError: Rediskit\Client::hRandField(): Argument #2 ($options) must have COUNT when it asks for more than names
ValueError: Rediskit\Client::blPop(): Argument #1 ($key) must not be empty
TypeError: Rediskit\Client::blPop(): Argument #2 ($timeout_or_key) must be a time-out, null given
ValueError: Rediskit\Client::config(): Argument #2 ($name) must not be empty
TypeError: Rediskit\Client::config(): Argument #2 ($name) must hold only strings and numbers, array given
DomainException: from __toString()
TypeError: Rediskit\Client::xAdd(): Argument #3 ($fields) must hold only strings and numbers, array given
DomainException: from __toString()
ValueError: Rediskit\Client::geoSearch(): Argument #3 ($shape) must be a radius or [width, height]
Rediskit\ConnectionException: No socket at unix:/nowhere.sock: is Redis running, and is this the unixsocket of its configuration?
