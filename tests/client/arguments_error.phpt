--TEST--
Wrong numbers, types and values of arguments are refused before anything is sent
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());
$client->ping();

$calls = [
    'too few' => fn () => $client->get(),
    'too many' => fn () => $client->get('a', 'b'),
    'none wanted' => fn () => $client->dbSize(1),
    'variadic, too few' => fn () => $client->hDel('h'),
    'options, too many' => fn () => $client->set('k', 'v', 5, 6),
    'null key' => fn () => $client->get(null),
    'array key' => fn () => $client->ttl(['k']),
    'object key' => fn () => $client->get(new \stdClass()),
    'null number' => fn () => $client->expire('k', null),
    'text for a number' => fn () => $client->expire('k', 'soon'),
    'text for a number of elements' => fn () => $client->lPop('k', 'x'),
    'null member' => fn () => $client->sAdd('s', null),
    'null among members' => fn () => $client->sAdd('s', 'a', null),
    'null among listed members' => fn () => $client->sRem('s', ['a', null]),
    'null among keys' => fn () => $client->mGet(['a', null]),
    'array among keys' => fn () => $client->del('a', 'b', ['c', ['d']]),
    'object among scalars' => fn () => $client->eval('return 1', [new \stdClass()]),
    'no keys' => fn () => $client->mGet([]),
    'no keys to delete' => fn () => $client->del([]),
    'no values' => fn () => $client->mSet([]),
    'no fields' => fn () => $client->hMGet('h', []),
    'no fields to store' => fn () => $client->hMSet('h', []),
    'no members' => fn () => $client->sAddArray('s', []),
    'no streams' => fn () => $client->xRead([]),
    'no entry' => fn () => $client->xAdd('x', '*', []),
    'no keys to unite' => fn () => $client->zUnion([]),
    'weights' => fn () => $client->zUnion(['a', 'b'], [1]),
    'odd pairs' => fn () => $client->zAdd('z', 1),
    'field without value' => fn () => $client->hSet('h', 'f'),
    'array and more' => fn () => $client->hSet('h', ['f' => 1], 'x'),
    'places' => fn () => $client->geoAdd('g', 1, 2, 'm', 3),
    'position' => fn () => $client->geoSearch('g', [1], 5, 'km'),
    'time to live' => fn () => $client->set('k', 'v', 0),
    'fraction of a time to live' => fn () => $client->set('k', 'v', -0.5),
    'options' => fn () => $client->set('k', 'v', 'EX'),
    'option that is no word' => fn () => $client->set('k', 'v', [5]),
    'option with an array in it' => fn () => $client->set('k', 'v', ['EX' => [[1]]]),
    'unknown sort option' => fn () => $client->sort('k', ['order' => 'asc']),
    'unknown random option' => fn () => $client->hRandField('h', withscores: true),
    'unknown name' => fn () => $client->get('k', ttl: 5),
    'unknown name of a variadic' => fn () => $client->hDel('h', 'f', quiet: true),
    'negative time-out' => fn () => $client->blMove('a', 'b', 'LEFT', 'RIGHT', -1),
    'time-out that is none' => fn () => $client->blPop('a', 'soon'),
    'array for a time-out' => fn () => $client->blPop('a', ['b']),
    'number of keys' => fn () => $client->eval('return 1', ['a'], 2),
    'credentials' => fn () => $client->migrate('h', 1, 'k', 0, 10, credentials: ['user']),
    'array without a serializer' => fn () => $client->set('k', ['a' => 1]),
    'object without a serializer' => fn () => $client->hSet('h', 'f', new \stdClass()),
];
echo $server->roundTrips(function () use ($calls) {
    foreach ($calls as $name => $call) {
        echo "$name: ";
        attempt($call);
    }
}), " commands sent\n\n";

// The same in a pipeline: nothing is queued.
$client->pipeline()->set('good', 1);
foreach (['null key', 'no keys', 'null among members', 'array without a serializer'] as $name) {
    try {
        $calls[$name]();
        echo "$name: no exception\n";
    } catch (\TypeError | \ValueError | \Rediskit\CodecException) {
    }
}
echo json_encode($client->get('good')->exec()), "\n";
?>
--EXPECT--
too few: ArgumentCountError: Rediskit\Client::get() expects exactly 1 argument, 0 given
too many: ArgumentCountError: Rediskit\Client::get() expects exactly 1 argument, 2 given
none wanted: ArgumentCountError: Rediskit\Client::dbSize() expects exactly 0 arguments, 1 given
variadic, too few: ArgumentCountError: Rediskit\Client::hDel() expects at least 2 arguments, 1 given
options, too many: ArgumentCountError: Rediskit\Client::set() expects at most 3 arguments, 4 given
null key: TypeError: Rediskit\Client::get(): Argument #1 ($key) must be of type string, null given
array key: TypeError: Rediskit\Client::ttl(): Argument #1 ($key) must be of type string, array given
object key: TypeError: Rediskit\Client::get(): Argument #1 ($key) must be of type string, stdClass given
null number: TypeError: Rediskit\Client::expire(): Argument #2 ($seconds) must be of type int, null given
text for a number: TypeError: Rediskit\Client::expire(): Argument #2 ($seconds) must be of type int, string given
text for a number of elements: TypeError: Rediskit\Client::lPop(): Argument #2 ($count) must be of type ?int, string given
null member: TypeError: Rediskit\Client::sAdd(): Argument #2 ($member) must be of type array|string|int|float, null given
null among members: TypeError: Rediskit\Client::sAdd(): Argument #3 must hold only strings and numbers, null given
null among listed members: TypeError: Rediskit\Client::sRem(): Argument #2 ($member) must hold only strings and numbers, null given
null among keys: TypeError: Rediskit\Client::mGet(): Argument #1 ($keys) must hold keys of type string, null given
array among keys: TypeError: Rediskit\Client::del(): Argument #3 must hold keys of type string, array given
object among scalars: TypeError: Rediskit\Client::eval(): Argument #2 ($args) must hold only strings and numbers, stdClass given
no keys: ValueError: Rediskit\Client::mGet(): Argument #1 ($keys) must not be empty
no keys to delete: ValueError: Rediskit\Client::del(): Argument #1 ($key) must not be empty
no values: ValueError: Rediskit\Client::mSet(): Argument #1 ($values) must not be empty
no fields: ValueError: Rediskit\Client::hMGet(): Argument #2 ($fields) must not be empty
no fields to store: ValueError: Rediskit\Client::hMSet(): Argument #2 ($values) must not be empty
no members: ValueError: Rediskit\Client::sAddArray(): Argument #2 ($members) must not be empty
no streams: ValueError: Rediskit\Client::xRead(): Argument #1 ($streams) must not be empty
no entry: ValueError: Rediskit\Client::xAdd(): Argument #3 ($fields) must not be empty
no keys to unite: ValueError: Rediskit\Client::zUnion(): Argument #1 ($keys) must not be empty
weights: ValueError: Rediskit\Client::zUnion(): Argument #2 ($weights) must have one weight for each key
odd pairs: ArgumentCountError: Rediskit\Client::zAdd() expects a member for each score
field without value: ArgumentCountError: Rediskit\Client::hSet() expects a value for each field
array and more: ArgumentCountError: Rediskit\Client::hSet() expects exactly 2 arguments when the second is an array, 3 given
places: ArgumentCountError: Rediskit\Client::geoAdd() expects longitude, latitude and member of each place
position: ValueError: Rediskit\Client::geoSearch(): Argument #2 ($position) must be a member or [longitude, latitude]
time to live: ValueError: Rediskit\Client::set(): Argument #3 ($options) must be greater than 0 when it is a time to live
fraction of a time to live: ValueError: Rediskit\Client::set(): Argument #3 ($options) must be greater than 0 when it is a time to live
options: TypeError: Rediskit\Client::set(): Argument #3 ($options) must be of type array|int|float|null, string given
option that is no word: TypeError: Rediskit\Client::set(): Argument #3 ($options) must list options by name, int given
option with an array in it: TypeError: Rediskit\Client::set(): Argument #3 ($options) must hold only strings and numbers, array given
unknown sort option: ValueError: Rediskit\Client::sort(): Argument #2 ($options) must have only the options BY LIMIT GET SORT ALPHA STORE, order given
unknown random option: ValueError: Rediskit\Client::hRandField(): Argument #2 ($options) must have only the options COUNT WITHVALUES, withscores given
unknown name: Error: Unknown named parameter $ttl
unknown name of a variadic: Error: Unknown named parameter $quiet
negative time-out: ValueError: Rediskit\Client::blMove(): Argument #5 ($timeout) must be between 0 and 1e9
time-out that is none: TypeError: Rediskit\Client::blPop(): Argument #2 ($timeout_or_key) must be a time-out, string given
array for a time-out: TypeError: Rediskit\Client::blPop(): Argument #2 ($timeout_or_key) must be a time-out, array given
number of keys: ValueError: Rediskit\Client::eval(): Argument #3 ($numkeys) must be between 0 and the number of arguments
credentials: ValueError: Rediskit\Client::migrate(): Argument #8 ($credentials) must be a password or [user, password]
array without a serializer: Rediskit\CodecException: Cannot store an array without a serializer: set the option serializer to igbinary, php or json, or store it with Cache (key "k")
object without a serializer: Rediskit\CodecException: Cannot store an object without a serializer: set the option serializer to igbinary, php or json, or store it with Cache (key "h")
0 commands sent

[true,"1"]
