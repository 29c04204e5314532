--TEST--
A watched key that changes stops the transaction; the connection is pinned until then, and clean afterwards
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn(['prefix' => 'p:']));
$other = new Client($server->dsn(['prefix' => 'p:']));
$connections = fn () => $client->health()['pool'];

echo "unchanged: ", show($client->watch('k', 'l')), show($client->get('k')), show($client->multi()->set('k', 1)->exec()), "\n";
echo "changed: ", show($client->watch(['k'])), show($other->set('k', 2)), show($client->multi()->set('k', 3)->exec()), show($client->get('k')), "\n";
echo "changed, for callers made for \\Redis: ";
$client->setOption('nil_as_false', true);
$client->watch('k');
$other->set('k', 4);
echo show($client->multi()->set('k', 5)->exec()), "\n";
$client->setOption('nil_as_false', false);

echo "unwatch: ", show($client->watch('k')), show($client->unwatch()), show($other->set('k', 6)), show($client->multi()->set('k', 7)->exec()), show($client->unwatch()), "\n";
echo "discard: ", show($client->watch('k')), show($client->multi()->set('k', 8)->discard()), show($other->set('k', 9)), show($client->multi()->set('k', 10)->exec()), "\n";
echo "a failed transaction: ";
$client->watch('k');
attempt(fn () => $client->multi()->command('SET', 'x')->exec());
$other->set('k', 11);
echo show($client->multi()->set('k', 12)->exec()), "\n";

echo "a callback that throws forgets the keys: ";
$client->watch('k');
attempt(fn () => $client->transaction(fn () => throw new \LogicException('mine')));
$other->set('k', 13);
echo show($client->multi()->set('k', 14)->exec()), "\n";

echo "an empty transaction answers too: ";
$client->watch('k');
$other->set('k', 15);
echo show($client->multi()->exec()), "\n";

echo "the connection: ";
$id = fn () => $client->client('ID');
$client->watch('k');
$pinned = $id();
echo show($id() === $pinned), show($other->client('ID') !== $pinned), "\n";
attempt(fn () => $client->select(1));
attempt(fn () => $client->setOption('prefix', ''));
$client->multi()->get('k')->exec();
echo "given back clean, and used again: ", show($client->health()['pool']['leased']);
$connects = $client->health()['pool']['connects'];
for ($i = 0; $i < 5; $i++) {
    $client->watch('k');
    $client->multi()->get('k')->exec();
}
echo show($client->health()['pool']['connects'] - $connects), "\n";

echo "an object that goes away while it watches: ";
$third = new Client($server->dsn());
$third->watch('k');
echo $client->health()['pool']['leased'];
unset($third);
echo $client->health()['pool']['leased'], "\n";

echo "close() while it watches: ";
$client->watch('k');
$client->close();
$other->set('k', 16);
echo show($client->multi()->set('k', 17)->exec()), "\n";

echo "refused by the server: ";
$server->cmd('ACL', 'SETUSER', 'nowatch', 'on', '>x', '~*', '+@all', '-watch');
$refused = new Client(['path' => $server->socket, 'username' => 'nowatch', 'password' => 'x']);
attempt(fn () => $refused->watch('k'));
echo show($refused->set('k', 1)), $refused->health()['pool']['leased'], "\n";

echo "inside a pipeline, with commands behind it: ";
$client->watch('k');
echo show($client->pipeline()->multi()->get('k')->exec()->get('k')->exec()), $client->health()['pool']['leased'], "\n";

echo "the kept connection is gone: ";
$client->ping();
$server->cmd('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
echo show($client->watch('k')), show($client->multi()->set('k', 17)->exec()), "\n";

echo "lost connection: ";
$client->watch('k');
$server->cmd('CLIENT', 'KILL', 'ID', $client->client('ID'));
try {
    $client->multi()->set('k', 18)->exec();
} catch (\Rediskit\RediskitException $error) {
    echo get_class($error), "\n";
}
echo show($client->multi()->set('k', 19)->exec()), "\n";
?>
--EXPECTF--
unchanged: trueNULL[true]
changed: truetrueNULL'2'
changed, for callers made for \Redis: false
unwatch: truetruetrue[true]true
discard: truetruetrue[true]
a failed transaction: Rediskit\ExecAbortedException: EXECABORT Transaction discarded because of previous errors. (ERR wrong number of arguments for 'set' command)
[true]
a callback that throws forgets the keys: LogicException: mine
[true]
an empty transaction answers too: NULL
the connection: truetrue
Rediskit\CommandException: select() can't be called while keys are watched: call exec(), discard() or unwatch() first
Rediskit\CommandException: setOption() can't be called while keys are watched: call exec(), discard() or unwatch() first
given back clean, and used again: 00
an object that goes away while it watches: 10
close() while it watches: [true]
refused by the server: Rediskit\NoPermissionException: NOPERM %r(this user|User nowatch)%r has no permissions to run the 'watch' command (grant it with ACL SETUSER, or connect as another user)
true0
inside a pipeline, with commands behind it: [['17'], '17']0
the kept connection is gone: true[true]
lost connection: Rediskit\ConnectionException
[true]
