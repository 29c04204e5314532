--TEST--
When the operating system gives no random bytes nothing is computed, for a lease that can be guessed is none, and nothing stored with tags
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
    $signed = new Rediskit\Cache(' . var_export($server->dsn(), true) . ', ["prefix" => "c:", "mac_key" => str_repeat("k", 16)]);
    $never = function () { echo "called: "; };
    foreach ([
        fn() => $cache->remember("a", 60, $never),
        fn() => $cache->rememberMany(["a", "b"], 60, $never),
        fn() => $cache->remember("stale", 60, $never),
        fn() => $cache->rememberMany(["stale"], 60, $never),
        fn() => $cache->tags("t")->remember("a", 60, $never),
        fn() => $cache->tags("t")->put("a", 1, 60),
        fn() => $cache->tags("t")->putMany(["a" => 1], 60),
        fn() => $cache->tags("t")->increment("a", 1, 60),
        fn() => $cache->tags("t")->flush(),
        fn() => $signed->tags("t")->put("a", 1, 60),
        fn() => $signed->tags("t")->putMany(["a" => 1], 60),
    ] as $work) {
        try {
            echo json_encode($work()), "\n";
        } catch (Rediskit\RediskitException $error) {
            echo get_class($error), ": ", $error->getMessage(), "\n";
        }
    }
', $exit);
var_dump($exit, $server->cmd('KEYS', '*'));

echo "-- from the second on\n";
foreach (['remember("a", 60, fn() => "computed")', 'rememberMany(["a", "b"], 60, fn() => ["a" => "computed"])'] as $call) {
    echo run_without_random('
        try {
            echo json_encode((new Rediskit\Cache(' . var_export($server->dsn(), true) . ', ["prefix" => "c:"]))->tags("t")->' . $call . '), "\n";
        } catch (Rediskit\RediskitException $error) {
            echo get_class($error), ": ", $error->getMessage(), "\n";
        }
    ', $exit, works: 1);
}
var_dump($server->cmd('KEYS', '*'));
?>
--EXPECT--
Rediskit\LockException: The operating system gives no random bytes, so no lock owner can be made
Rediskit\LockException: The operating system gives no random bytes, so no lock owner can be made
Rediskit\LockException: The operating system gives no random bytes, so no lock owner can be made
Rediskit\LockException: The operating system gives no random bytes, so no lock owner can be made
Rediskit\LockException: The operating system gives no random bytes, so no lock owner can be made
Rediskit\ConfigException: The system has no random bytes, of which versions of tags are made
Rediskit\ConfigException: The system has no random bytes, of which versions of tags are made
Rediskit\ConfigException: The system has no random bytes, of which versions of tags are made
Rediskit\ConfigException: The system has no random bytes, of which versions of tags are made
Rediskit\ConfigException: The system has no random bytes, of which versions of tags are made
Rediskit\ConfigException: The system has no random bytes, of which versions of tags are made
int(0)
array(1) {
  [0]=>
  string(7) "c:stale"
}
-- from the second on
Rediskit\ConfigException: The system has no random bytes, of which versions of tags are made
Rediskit\ConfigException: The system has no random bytes, of which versions of tags are made
array(1) {
  [0]=>
  string(7) "c:stale"
}
