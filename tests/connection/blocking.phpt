--TEST--
Blocking commands wait as long as they ask for, let signal handlers run, and leave nothing behind when one throws
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$server = Server::start();
$client = new Client($server->dsn(['read_timeout' => 0.2]));

echo "-- its own time-out comes on top of read_timeout\n";
[$took, $error] = timed(fn() => $client->blPop('none', 0.5));
var_dump($error, $took > 0.49);

echo "-- for ever: longer than any time-out, until something comes\n";
$results = parallel_results(2, function (int $number) use ($server) {
    $client = new Client($server->dsn(['read_timeout' => 0.1]));
    if ($number === 0) {
        return $client->blPop('list', 0);
    }
    $server->waitForBlocked(1);
    usleep(400000);
    return $client->rPush('list', 'value');
});
var_dump($results[0]);

echo "-- a handler runs meanwhile, and the wait goes on\n";
pcntl_async_signals(true);
$ran = 0;
pcntl_signal(SIGALRM, function () use (&$ran, $server) {
    $ran++;
    (new Client($server->dsn()))->rPush('woken', 'by the handler');
});
pcntl_alarm(1);
var_dump($client->blPop('woken', 0), $ran);

echo "-- a handler that throws ends it; the connection is not used again\n";
$before = $client->command('CLIENT', 'ID');
pcntl_signal(SIGALRM, fn() => throw new \LogicException('enough'));
pcntl_alarm(1);
attempt(fn() => $client->blPop('none', 0));
$server->cmd('RPUSH', 'none', 'late');
var_dump($client->echo('next'), $client->command('CLIENT', 'ID') !== $before, $server->cmd('LLEN', 'none'));

echo "-- a fatal error in a handler jumps out of the wait; shutdown functions can still talk to the server\n";
echo preg_replace('/ in .*$/m', '', run_php('
    $dsn = ' . var_export($server->dsn(), true) . ';
    pcntl_async_signals(true);
    pcntl_signal(SIGALRM, fn() => @trigger_error("fatal", E_USER_ERROR));
    pcntl_alarm(1);
    register_shutdown_function(function () use ($dsn) {
        echo (new Rediskit\Client($dsn))->echo("after"), "\n";
    });
    (new Rediskit\Client($dsn))->blPop("never", 0);
', ['error_reporting' => E_ALL & ~E_DEPRECATED], $exit)), $exit, "\n"; // E_USER_ERROR is deprecated since 8.4
wait_until(fn() => $server->info('blocked_clients') === '0');
?>
--EXPECT--
-- its own time-out comes on top of read_timeout
NULL
bool(true)
-- for ever: longer than any time-out, until something comes
array(2) {
  [0]=>
  string(4) "list"
  [1]=>
  string(5) "value"
}
-- a handler runs meanwhile, and the wait goes on
array(2) {
  [0]=>
  string(5) "woken"
  [1]=>
  string(14) "by the handler"
}
int(1)
-- a handler that throws ends it; the connection is not used again
LogicException: enough
string(4) "next"
bool(true)
int(1)
-- a fatal error in a handler jumps out of the wait; shutdown functions can still talk to the server

Fatal error: fatal
after
255
