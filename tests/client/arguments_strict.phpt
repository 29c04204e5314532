--TEST--
With strict types arguments must have the types of the signature, without they are converted as for any PHP function
--FILE--
<?php
declare(strict_types=1);

namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());

attempt(fn () => $client->get(5));
attempt(fn () => $client->expire('k', '10'));
attempt(fn () => $client->lIndex('l', 1.5));
attempt(fn () => $client->publish('c', true));
attempt(fn () => $client->hGet('h', 5));
attempt(fn () => $client->zAdd('z', 1, 'a'));
attempt(fn () => $client->mGet([1, 2.5, 'c']));

// Other ways to call a method find its row as well.
echo show(($client->hGet(...))('h', 'f')), show(call_user_func([$client, 'hGet'], 'h', 'f')), show((new \ReflectionMethod($client, 'HGET'))->invoke($client, 'h', 'f')), show($client->HgEt(key: 'h', field: 'f')), show(array_map($client->exists(...), ['a', 'b'])), "\n";

$text = new class {
    public function __toString(): string
    {
        return 'text';
    }
};
attempt(fn () => $client->get($text));

eval('function loosely($client, $text) {
    return $client->pipeline()->set(5, "five")->get("5")->expire(5, "10")->ttl(5)->set($text, "v")->get("text")->sAdd("s", true, false, 1.5, $text)->sort("s", alpha: true)->exec();
}');
echo show(\loosely($client, $text)), "\n";
?>
--EXPECT--
TypeError: Rediskit\Client::get(): Argument #1 ($key) must be of type string, int given
TypeError: Rediskit\Client::expire(): Argument #2 ($seconds) must be of type int, string given
TypeError: Rediskit\Client::lIndex(): Argument #2 ($index) must be of type int, float given
TypeError: Rediskit\Client::publish(): Argument #2 ($message) must be of type string|int|float, bool given
no exception: NULL
no exception: 1
no exception: [NULL, NULL, NULL]
NULLNULLNULLNULL[0, 0]
TypeError: Rediskit\Client::get(): Argument #1 ($key) must be of type string, class@anonymous given
[true, 'five', true, 10, true, 'v', 4, ['', '1', '1.5', 'text']]
