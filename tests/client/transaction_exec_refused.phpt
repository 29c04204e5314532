--TEST--
A connection on which EXEC was refused is left: an older server may still be queueing there, and would answer others with QUEUED
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

// As servers before 6.2 do it: a refusal of EXEC leaves the transaction open; EXECABORT ends it.
$server = ScriptServer::start(function (Peer $peer) {
    $queueing = $aborted = false;
    while (true) {
        $words = $peer->command();
        if ($words[0] === 'MULTI') {
            $queueing = true;
            $aborted = false;
            $peer->send("+OK\r\n");
        } elseif ($words[0] === 'EXEC') {
            $peer->send($aborted ? "-EXECABORT Transaction discarded because of previous errors.\r\n" : "-NOPERM this user has no permissions to run the 'exec' command\r\n");
            $queueing = $queueing && !$aborted;
        } elseif ($queueing && $words[0] === 'BAD') {
            $aborted = true;
            $peer->send("-ERR unknown command\r\n");
        } else {
            $peer->send($queueing ? "+QUEUED\r\n" : ($words[0] === 'GET' ? "\$5\r\nvalue\r\n" : "+OK\r\n"));
        }
    }
});
$works = [
    'alone' => fn (Client $client) => $client->multi()->get('a')->exec(),
    'in a pipeline' => fn (Client $client) => count($client->pipeline()->get('a')->multi()->get('a')->exec()->get('b')->exec()),
    'watched' => fn (Client $client) => $client->watch('a') && $client->multi()->get('a')->exec(),
    'aborted' => fn (Client $client) => $client->multi()->command('BAD')->exec(),
];
foreach ($works as $what => $work) {
    $client = new Client($server->dsn(['name' => strtr($what, ' ', '-')]));
    echo "$what\n";
    attempt(fn () => $work($client));
    attempt(fn () => $client->get('key'));
    echo $client->health()['pool']['connects'], "\n";
}
?>
--EXPECT--
alone
Rediskit\NoPermissionException: NOPERM this user has no permissions to run the 'exec' command (grant it with ACL SETUSER, or connect as another user)
no exception: 'value'
2
in a pipeline
no exception: 3
no exception: 'value'
2
watched
Rediskit\NoPermissionException: NOPERM this user has no permissions to run the 'exec' command (grant it with ACL SETUSER, or connect as another user)
no exception: 'value'
2
aborted
Rediskit\ExecAbortedException: EXECABORT Transaction discarded because of previous errors. (ERR unknown command)
no exception: 'value'
1
