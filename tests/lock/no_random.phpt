--TEST--
When the operating system gives no random bytes nothing is locked, for an owner that can be guessed is none
--EXTENSIONS--
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/no_random.inc';

$server = Server::start();
echo run_without_random('
    $client = new Rediskit\Client(' . var_export($server->dsn(), true) . ');
    foreach ([fn() => new Rediskit\Lock($client, "name"), fn() => (new Rediskit\Cache($client))->lock("name")] as $lock) {
        try {
            var_dump($lock()->acquire());
        } catch (Rediskit\LockException $error) {
            echo $error->getMessage(), "\n";
        }
    }
    $handler = new Rediskit\SessionHandler($client);
    set_error_handler(fn($type, $message) => print("$message\n"));
    var_dump($handler->read("id"), $handler->validateId("id"));
', $exit);
var_dump($exit, $server->cmd('KEYS', '*'));
// A child wants an owner of its own.
echo run_without_random('
    $lock = new Rediskit\Lock(' . var_export($server->dsn(), true) . ', "name");
    if (pcntl_fork() === 0) {
        try {
            var_dump($lock->acquire());
        } catch (Rediskit\LockException $error) {
            echo $error->getMessage(), "\n";
        }
        exit;
    }
    pcntl_wait($status);
    var_dump($lock->acquire());
', works: 1);
?>
--EXPECT--
The operating system gives no random bytes, so no lock owner can be made
The operating system gives no random bytes, so no lock owner can be made
Rediskit\SessionHandler::read(): The session was not read: The operating system gives no random bytes, so no lock owner can be made
Rediskit\SessionHandler::validateId(): It could not be found out whether the session exists: The operating system gives no random bytes, so no lock owner can be made
bool(false)
bool(false)
int(0)
array(0) {
}
The operating system gives no random bytes, so no lock owner can be made
bool(true)
