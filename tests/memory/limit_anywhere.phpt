--TEST--
memory_limit ends a request at any allocation of a lock's, counter's or session's calls: the objects can be used and freed after that
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../session/session.inc';

$server = session_server();
// Tracked allocations: each counts as it is, where PHP's own allocator takes pages.
echo run_php('
    use Rediskit\{Client, Counter, Lock, SessionHandler};

    $client = new Client("' . $server->dsn() . '");
    $handler = new SessionHandler($client, locking: true, compat: "PHPREDIS_SESSION:");
    $lock = new Lock($client, "lock");
    $name = str_repeat("n", 100);
    $uses = [
        "a lock is made" => fn() => new Lock($client, $name),
        "a lock gets another owner" => fn() => [$lock->acquire(), $lock->release()],
        "a counter is made" => fn() => new Counter($client, $name),
        "a session is read and written" => fn() => [$handler->read($name), $handler->write($name, "n|i:1;"), $handler->close()],
    ];
    foreach ($uses as $what => $use) {
        for ($more = 480, $ends = []; ($ends[0] ?? 0) < 3 && $more < 10000; $more += 32) {
            $pid = pcntl_fork();
            if ($pid === 0) {
                register_shutdown_function(function () use ($handler, $lock) {
                    ini_set("memory_limit", -1);
                    $lock->acquire();
                    $lock->release();
                    $handler->close();
                    $handler->read("other");
                    $handler->close();
                });
                ini_set("memory_limit", memory_get_usage() + $more);    // itself takes 300 bytes
                $use();
                exit(0);
            }
            pcntl_waitpid($pid, $status);
            $end = pcntl_wifexited($status) ? pcntl_wexitstatus($status) : "signal " . pcntl_wtermsig($status);
            $ends[$end] = ($ends[$end] ?? 0) + 1;
        }
        ksort($ends);
        echo $what, ": ", implode(", ", array_keys($ends)), "\n";
    }
', ['display_errors' => '0', 'log_errors' => '0'] + session_ini($server), $exit, [
    'USE_ZEND_ALLOC' => '0',
    'USE_TRACKED_ALLOC' => '1',
    'ASAN_OPTIONS' => 'detect_leaks=0:detect_stack_use_after_return=0:exitcode=99',    // looking for leaks takes a second a process
]);
?>
--EXPECT--
a lock is made: 0, 255
a lock gets another owner: 0, 255
a counter is made: 0, 255
a session is read and written: 0, 255
