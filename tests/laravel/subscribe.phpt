--TEST--
Redis::subscribe and psubscribe give each message with its channel; the broadcaster publishes to all channels
--EXTENSIONS--
ctype
mbstring
tokenizer
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Broadcasting\Broadcasters\RedisBroadcaster;
use Illuminate\Broadcasting\Channel;
use Illuminate\Support\Facades\Redis;

final class Enough extends \Exception
{
}

$server = Server::start();
$app = laravel($server);

// An exception ends the subscription; the connection is good for other work after it.
$listen = function (string $method, array|string $channels, int $count): array {
    $messages = [];
    try {
        Redis::$method($channels, function (string $message, string $channel) use (&$messages, $count) {
            $messages[] = [$channel, $message];
            if (count($messages) === $count) {
                throw new Enough();
            }
        });
    } catch (Enough) {
    }
    return [$messages, Redis::set('and', 'on it goes')];
};
$publish = function (array $messages) use ($server) {
    // The client puts its prefix before channels, as phpredis does.
    wait_until(fn () => $server->info('pubsub_channels') + $server->info('pubsub_patterns') >= 1);
    foreach ($messages as [$channel, $message]) {
        $server->cmd('PUBLISH', $channel, $message);
    }
};

show('subscribe', parallel_results(1, fn () => $listen('subscribe', 'news', 2), fn () => $publish([
    ['shop_database_news', 'one'], ['shop_database_other', 'not heard'], ['news', 'not heard'], ['shop_database_news', "two\0\r\n"],
])));
show('psubscribe', parallel_results(1, fn () => $listen('psubscribe', ['user.*'], 2), fn () => $publish([
    ['shop_database_user.1', 'one'], ['shop_database_news', 'not heard'], ['shop_database_user.2', 'two'],
])));
$broadcast = fn () => (new RedisBroadcaster($app->make('redis'), 'default', 'shop_database_'))
    ->broadcast([new Channel('orders'), new Channel('stock')], 'Shipped', ['id' => 5]);
show('broadcast', parallel_results(1, fn () => $listen('psubscribe', '*', 2), function () use ($server, $broadcast) {
    wait_until(fn () => $server->info('pubsub_patterns') >= 1);
    $broadcast();
}));
show('publish', Redis::publish('nobody', 'x'));
?>
--EXPECT--
subscribe: [[[["shop_database_news","one"],["shop_database_news","two\u0000\r\n"]],true]]
psubscribe: [[[["shop_database_user.1","one"],["shop_database_user.2","two"]],true]]
broadcast: [[[["shop_database_orders","{\"event\":\"Shipped\",\"data\":{\"id\":5},\"socket\":null}"],["shop_database_stock","{\"event\":\"Shipped\",\"data\":{\"id\":5},\"socket\":null}"]],true]]
publish: 0
