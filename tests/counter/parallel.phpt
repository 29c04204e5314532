--TEST--
Counter: many buyers at once never sell more than there is; lost replies are never repeated
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Counter;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/proxy.inc';

$server = Server::start();
(new Counter($server->dsn(), 'stock', floor: 0))->set(500);
$sold = array_sum(parallel_results(8, function (int $number) use ($server) {
    $stock = new Counter($server->dsn(), 'stock', floor: 0);
    for ($sold = 0, $failed = 0; $failed < 20;) {
        $quantity = 1 + ($number + $sold) % 3;
        $stock->decrement($quantity) === null ? $failed++ : $sold += $quantity;
    }
    return $sold;
}));
var_dump($sold + (int) $server->cmd('GET', 'stock'));
var_dump((int) $server->cmd('GET', 'stock') < 3);

echo "-- a lost reply\n";
$proxy = Proxy::to($server->socket);
foreach ([[], ['ceiling' => 10]] as $options) {
    $counter = new Counter($proxy->dsn(), 'x', ...$options);
    $counter->reset();
    $counter->increment();
    $proxy->loseNextReply();
    try {
        $counter->increment();
    } catch (\Rediskit\OutcomeUnknownException $error) {
        echo get_class($error), ' ', $server->cmd('GET', 'x'), "\n";
    }
}
$proxy->loseNextReply();
var_dump($counter->get());
$proxy->loseNextReply();
$counter->set(7);
var_dump($counter->get());
?>
--EXPECT--
int(500)
bool(true)
-- a lost reply
Rediskit\OutcomeUnknownException 2
Rediskit\OutcomeUnknownException 2
int(2)
int(7)
