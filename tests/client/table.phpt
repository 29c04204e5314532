--TEST--
Every command of the server has a method, or a reason not to have one; every method is tried by the tests of this folder
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();

/* Commands without a method, which command() sends where that makes sense. */
$without = [
    'ends or changes a shared connection' => ['hello', 'monitor', 'quit', 'reset', 'psync', 'sync', 'replconf', 'shutdown'],
    'belongs to a cluster' => ['asking', 'cluster', 'readonly', 'readwrite', 'restore-asking'],
    'for the server itself' => ['debug', 'pfdebug', 'pfselftest'],
    'Valkey has it beside slowlog' => ['commandlog'],
    'is what Client::command() is named after' => ['command'],
];
$methods = array_map(strtolower(...), get_class_methods(Client::class));
$missing = array_filter(
    $server->cmd('COMMAND', 'LIST'),
    fn ($command) => !str_contains($command, '|') && !in_array($command, $methods, true) && !in_array($command, array_merge(...array_values($without)), true)
        && version_compare($server->info('redis_version'), '7.3', '<')
);
echo 'missing: ', implode(' ', $missing), "\n";

/* The rows of the table are the methods that share the signature of nothing else: those whose stub is an alias. */
preg_match_all('/^RK_(?:PLAN|VARY|BUILD)\((\w+), "(\w+)"/m', file_get_contents(__DIR__ . '/../../src/rk_commands.def'), $rows);
$tests = '';
foreach (glob(__DIR__ . '/*.{phpt,inc}', GLOB_BRACE) as $file) {
    if ($file !== __FILE__) {
        $tests .= file_get_contents($file);
    }
}
$untried = array_filter($rows[1], fn ($method) => !preg_match("/(->|\\[')$method\\b/i", $tests));
echo 'untried: ', implode(' ', $untried), "\n";
echo count($rows[1]) > 200 ? 'all there' : count($rows[1]) . ' rows', "\n";

/* Returned types: a queued command returns the client, whatever else it returns. */
foreach ($rows[1] as $method) {
    $type = (string) (new \ReflectionMethod(Client::class, $method))->getReturnType();
    if ($type !== 'mixed' && !str_contains($type, 'Rediskit\Client')) {
        echo "$method: $type\n";
    }
}
?>
--EXPECT--
missing: 
untried: 
all there
