--TEST--
When the operating system gives no random bytes nothing is computed: a lease that can be guessed is none
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Cache;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/no_random.inc';

$server = Server::start();
(new Cache($server->dsn(), ['prefix' => 'c:']))->remember('stale', 0.001, fn() => 'old', stale: 600);
usleep(3000);
echo run_without_random('
    $cache = new Rediskit\Cache(' . var_export($server->dsn(), true) . ', ["prefix" => "c:"]);
    $never = function () { echo "called: "; };
    foreach ([
        fn() => $cache->remember("a", 60, $never),
        fn() => $cache->rememberMany(["a", "b"], 60, $never),
        fn() => $cache->remember("stale", 60, $never),
        fn() => $cache->rememberMany(["stale"], 60, $never),
    ] as $work) {
        try {
            echo json_encode($work()), "\n";
        } catch (Rediskit\RediskitException $error) {
            echo get_class($error), ": ", $error->getMessage(), "\n";
        }
    }
', $exit);
var_dump($exit, $server->cmd('KEYS', '*'));
?>
--EXPECT--
Rediskit\LockException: The operating system gives no random bytes, so no lock owner can be made
Rediskit\LockException: The operating system gives no random bytes, so no lock owner can be made
Rediskit\LockException: The operating system gives no random bytes, so no lock owner can be made
Rediskit\LockException: The operating system gives no random bytes, so no lock owner can be made
int(0)
array(1) {
  [0]=>
  string(7) "c:stale"
}
