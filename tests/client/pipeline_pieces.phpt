--TEST--
Replies of a pipeline are put together however the network cuts them, and a lost one is an unknown outcome
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require_once __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;

$replies = [
    "\$5\r\nhello\r\n", ":42\r\n", "+OK\r\n", "\$-1\r\n", "-CUSTOM not that\r\n", "*3\r\n\$1\r\na\r\n:-7\r\n\$0\r\n\r\n", "*0\r\n", "*2\r\n*1\r\n\$1\r\nx\r\n-ERR inner\r\n", "*-1\r\n", "+PONG\r\n", "\$1\r\n\r\r\n", "\$0\r\n\r\n", ":0\r\n",
    '$40000' . "\r\n" . str_repeat('b', 40000) . "\r\n", '*2000' . "\r\n" . str_repeat("\$10\r\n0123456789\r\n", 2000), "\$3\r\nend\r\n",
];
$expected = [
    'hello', 42, true, null, 'CUSTOM not that', ['a', -7, ''], [], [['x'], 'ERR inner'], null, 'PONG', "\r", '', 0, str_repeat('b', 40000), array_fill(0, 2000, '0123456789'), 'end',
];
$flat = function (mixed $value) use (&$flat) {
    return match (true) {
        is_array($value) => array_map($flat, $value),
        $value instanceof \Throwable => $value->getMessage(),
        default => $value,
    };
};

foreach ([1, 2, 3, 5, 7, 11, 13, 64, 1000, 4095, 16384, 32767, 32768, 1000000] as $size) {
    $server = ScriptServer::start(function (Peer $peer) use ($replies, $size) {
        foreach ($replies as $_) {
            $peer->command();
        }
        // Small pieces only where it matters: the long replies would take long.
        $bytes = implode('', $replies);
        if ($size < 64) {
            $peer->trickle(substr($bytes, 0, 160), 0, $size);
            $bytes = substr($bytes, 160);
            $size *= 997;
        }
        $peer->trickle($bytes, 0.0005, $size);
        $peer->expect('PING');
        $peer->send("+PONG\r\n");
    });
    $client = new Client($server->dsn() . '?read_timeout=60'); // a thousand pieces take as long as the machine needs
    $client->pipeline();
    foreach ($replies as $number => $_) {
        $client->command('C', $number);
    }
    echo "$size: ", show($flat($client->exec()) === $expected), show($client->ping()), "\n";
}

echo "one by one\n";
foreach ([1, 3, 1000000] as $size) {
    $server = ScriptServer::start(function (Peer $peer) use ($replies, $size) {
        foreach ($replies as $reply) {
            $peer->command();
            $peer->trickle($reply, 0, strlen($reply) > 1000 ? 9973 : $size);
        }
    });
    $client = new Client($server->dsn());
    $results = [];
    foreach ($replies as $number => $_) {
        try {
            $results[] = $client->command('C');
        } catch (\Rediskit\CommandException $error) {
            $results[] = $error;
        }
    }
    echo "$size: ", show($flat($results) === $expected), "\n";
}

echo "cut off\n";
foreach (["\$5\r\nhello\r\n:4", "\$5\r\nhello\r\n\$100\r\nhalf", "\$5\r\nhello\r\n", "*2\r\n\$1\r\na\r\n"] as $bytes) {
    $server = ScriptServer::start(function (Peer $peer) use ($bytes) {
        if ($peer->number === 0) {
            $peer->command();
            $peer->command();
            $peer->send($bytes);
            $peer->close();
        }
        $peer->answerAll("+PONG\r\n");
    });
    $client = new Client($server->dsn());
    try {
        $client->pipeline()->incr('a')->incr('b')->exec();
        echo "no exception\n";
    } catch (\Rediskit\OutcomeUnknownException $error) {
        echo get_class($error), show($client->ping()), $server->connections(), "\n";
    }
}

echo "more than was asked for\n";
$server = ScriptServer::start(function (Peer $peer) {
    if ($peer->number === 0) {
        $peer->command();
        $peer->command();
        $peer->send(":1\r\n:2\r\n:3\r\n");
    }
    $peer->answerAll("+PONG\r\n");
});
$client = new Client($server->dsn());
echo show($client->pipeline()->incr('a')->incr('b')->exec()), show($client->ping()), $server->connections(), "\n";

echo "no Redis\n";
foreach (["\$abc\r\n", "?what\r\n", "\$3\r\nabcde\r\n"] as $bytes) {
    $server = ScriptServer::start(function (Peer $peer) use ($bytes) {
        $peer->command();
        $peer->send($bytes);
        $peer->stall();
    });
    try {
        (new Client($server->dsn(['retries' => 0, 'read_timeout' => 5])))->pipeline()->get('a')->get('b')->exec();
        echo "no exception\n";
    } catch (\Rediskit\ConnectionException $error) {
        echo get_class($error), ' ', show(str_contains($error->getMessage(), 'RESP')), "\n";
    }
}
$flat = null; // it refers to itself
?>
--EXPECT--
1: truetrue
2: truetrue
3: truetrue
5: truetrue
7: truetrue
11: truetrue
13: truetrue
64: truetrue
1000: truetrue
4095: truetrue
16384: truetrue
32767: truetrue
32768: truetrue
1000000: truetrue
one by one
1: true
3: true
1000000: true
cut off
Rediskit\OutcomeUnknownExceptiontrue2
Rediskit\OutcomeUnknownExceptiontrue2
Rediskit\OutcomeUnknownExceptiontrue2
Rediskit\OutcomeUnknownExceptiontrue2
more than was asked for
[1, 2]true2
no Redis
Rediskit\ConnectionException true
Rediskit\ConnectionException true
Rediskit\ConnectionException true
