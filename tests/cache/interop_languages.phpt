--TEST--
examples/interop: what PHP caches is read, counted with and written back by Python and Node
--EXTENSIONS--
rediskit
pcntl
posix
--SKIPIF--
<?php
require __DIR__ . '/../inc/languages.inc';

Rediskit\Tests\python() ?? die('skip no Python with redis-py: install python3-redis');
Rediskit\Tests\node() ?? die('skip no Node.js with its Redis client: install nodejs and node-redis');
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/languages.inc';

$server = Server::start(tcp: true);
$cache = new \Rediskit\Cache($server->tcpDsn(), ['prefix' => 'shop:', 'interop' => true]);

function php(): string
{
    return program([...php_command(), example('php')]);
}

function example(string $language): string
{
    return dirname(__DIR__, 2) . "/examples/interop/shop.$language";
}

/** Runs a program and returns all it prints. */
function program(array $command): string
{
    global $server;
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, null, ['REDIS_URL' => $server->tcpDsn()] + language_env() + getenv());
    $output = stream_get_contents($pipes[1]);
    $status = proc_close($process);
    return $output . ($status === 0 ? '' : "exit code $status\n");
}

$python = [python(), example('py')];
$node = [node(), example('js')];

echo program($python), program($node), "--\n";
echo php(), program($python), program($node), php(), "--\n";
echo json_encode($cache->many(['rating:7:python', 'rating:7:node', 'views:7']), JSON_UNESCAPED_UNICODE | JSON_PRETTY_PRINT), "\n";
var_dump($cache->ttl('rating:7:python') > 3500, $cache->ttl('rating:7:node') > 3500, $cache->ttl('views:7') > 86000);

echo "-- forget\n";
echo program([...$python, 'forget', 'product:7']), $cache->missing('product:7') ? "gone\n" : "still there\n";
// What was removed while PHP computes it anew is old: it is returned and not stored. Without the companions' part it would be.
echo $cache->remember('product:7', 60, fn() => 'old' . program([...$python, 'forget', 'product:7'])), $cache->has('product:7') ? " and stored\n" : " and not stored\n";
?>
--EXPECT--
There is no product: run shop.php first.
exit code 1
There is no product: run shop.php first.
exit code 1
--
PHP: Théière costs 19.50, view number 1
Python: Théière costs 19.50, view number 2
Node: Théière costs 19.50, view number 3
PHP: Théière costs 19.50, view number 4
PHP: Python rates it 4.5: für Tee ☕
PHP: Node rates it 5.0: tea, new ☕
--
{
    "rating:7:python": {
        "by": "Python",
        "stars": 4.5,
        "text": "für Tee ☕"
    },
    "rating:7:node": {
        "by": "Node",
        "stars": 5,
        "text": "tea, new ☕"
    },
    "views:7": 4
}
bool(true)
bool(true)
bool(true)
-- forget
gone
old and not stored
