--TEST--
Blocking commands wait their own time beside the read time-out, zero for ever, and are not sent again
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn(['read_timeout' => 0.2]));
$seconds = function (callable $work): float {
    $began = microtime(true);
    echo show($work()), ' ';
    return microtime(true) - $began;
};
$between = fn (float $time, float $least, float $most) => $time >= $least && $time < $most ? "in time\n" : "after $time s\n";

echo "longer than the read time-out\n";
echo $between($seconds(fn () => $client->blPop('none', 0.5)), 0.49, 2);
echo $between($seconds(fn () => $client->bzPopMin(['none', 'nothing'], 0.5)), 0.49, 2);
echo $between($seconds(fn () => $client->blMPop(0.5, ['none'], 'LEFT')), 0.49, 2);
echo $between($seconds(fn () => $client->xRead(['none' => '0'], null, 500)), 0.49, 2);
echo $between($seconds(fn () => $client->wait(1, 500)), 0.49, 2);
echo $between($seconds(fn () => $client->command('BLPOP', 'none', 0.5)), 0.49, 2);
echo $between($seconds(fn () => $client->command('XREAD', 'BLOCK', 500, 'STREAMS', 'none', '0')), 0.49, 2);
echo $between($seconds(fn () => $client->pipeline()->blPop('none', 0.3)->brPop('none', 0.3)->exec()), 0.59, 3);

echo "for ever, until something comes\n";
parallel(1, function () use ($server) {
    $server->waitForBlocked(1);
    usleep(400000); // longer than the read time-out
    $server->cmd('RPUSH', 'list', 'value');
}, fn () => print(show($client->blPop('list', 0)) . "\n"));

echo "a server that does not keep to it\n";
$server->freeze();
echo $between($seconds(function () use ($client) {
    try {
        return $client->blPop('none', 0.3);
    } catch (\Rediskit\RediskitException $error) {
        return get_class($error);
    }
}), 0.49, 2);
$server->thaw();

echo "a lost connection\n";
parallel(1, function () use ($server) {
    $server->waitForBlocked(1);
    $server->cmd('CLIENT', 'KILL', 'TYPE', 'normal');
}, fn () => attempt(function () use ($client) {
    try {
        return $client->blPop('list', 5);
    } catch (\Rediskit\OutcomeUnknownException $error) {
        return get_class($error);
    }
}));

echo "names like the option's\n";
$silent = ScriptServer::start(function (Peer $peer) {
    $peer->command();
    $peer->pause(3);
    $peer->close();
});
foreach (['XREAD STREAMS block 0', 'XREADGROUP GROUP block 0 STREAMS stream >', 'XREADGROUP GROUP readers block STREAMS 0 >'] as $words) {
    echo $between($seconds(function () use ($silent, $words) {
        try {
            return (new Client($silent->dsn(['read_timeout' => 0.2, 'retries' => 0])))->command(...explode(' ', $words));
        } catch (\Rediskit\RediskitException $error) {
            return get_class($error);
        }
    }), 0.19, 2);
}
?>
--EXPECT--
longer than the read time-out
NULL in time
NULL in time
NULL in time
NULL in time
0 in time
NULL in time
NULL in time
[NULL, NULL] in time
for ever, until something comes
['list', 'value']
a server that does not keep to it
'Rediskit\\OutcomeUnknownException' in time
a lost connection
no exception: 'Rediskit\\OutcomeUnknownException'
names like the option's
'Rediskit\\TimeoutException' in time
'Rediskit\\OutcomeUnknownException' in time
'Rediskit\\OutcomeUnknownException' in time
