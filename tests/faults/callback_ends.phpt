--TEST--
A callback of pipeline() or transaction(), or code between watch() and exec(), that ends the process: nothing was sent by halves
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$server = Server::start();
foreach ([
    'exit' => 'exit(3);',
    'fatal' => 'trigger_error("over", E_USER_ERROR);',
    'exception' => 'throw new Exception("mine");',
    'memory limit' => 'for ($s = "x";;) { $s .= $s; }',
    'time limit' => 'set_time_limit(1); for (;;);',
    'killed' => 'posix_kill(getmypid(), 9);',
] as $how => $end) {
    foreach ([
        'pipeline' => '$client->pipeline(function ($c) { $c->set("a", 1); END });',
        'transaction' => '$client->transaction(function ($c) { $c->set("a", 1); END });',
        'watch' => '$client->watch("a"); $client->multi()->set("a", 1); END',
    ] as $where => $code) {
        if ($how === 'time limit' && $where !== 'pipeline') {
            continue;
        }
        // What runs as the process ends must get its own replies.
        run_php('$client = new Rediskit\Client("' . $server->dsn() . '");
            register_shutdown_function(function () use ($client) {
                try { $client->discard(); } catch (Rediskit\RediskitException) {}
                $client->set("last", $client->echo("own") === "own" ? "its own reply" : "THE REPLY OF ANOTHER");
            });
            ' . str_replace('END', $end, $code) . ' echo "went on";',
            ['html_errors' => 0, 'memory_limit' => '16M', 'extension' => 'posix'], $exit, ['USE_ZEND_ALLOC' => '1']);
        echo "$how, $where: $exit", $server->cmd('EXISTS', 'a') ? ', SENT' : '', ', last: ', $server->cmd('GETDEL', 'last') ?? 'nothing', "\n";
        wait_until(fn() => $server->clients() === 0, 5.0, 'the end of its connections');
    }
}
?>
--EXPECT--
exit, pipeline: 3, last: its own reply
exit, transaction: 3, last: its own reply
exit, watch: 3, last: its own reply
fatal, pipeline: 255, last: its own reply
fatal, transaction: 255, last: its own reply
fatal, watch: 255, last: its own reply
exception, pipeline: 255, last: its own reply
exception, transaction: 255, last: its own reply
exception, watch: 255, last: its own reply
memory limit, pipeline: 255, last: its own reply
memory limit, transaction: 255, last: its own reply
memory limit, watch: 255, last: its own reply
time limit, pipeline: 255, last: its own reply
killed, pipeline: 137, last: nothing
killed, transaction: 137, last: nothing
killed, watch: 137, last: nothing
