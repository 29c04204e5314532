--TEST--
Redis events of Laravel tell each command with its connection, and those that failed
--EXTENSIONS--
ctype
mbstring
tokenizer
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Redis\Events\{CommandExecuted, CommandFailed};
use Illuminate\Support\Facades\{Event, Redis};

$server = Server::start();
laravel($server);
Redis::enableEvents();
Event::listen(CommandExecuted::class, fn (CommandExecuted $event) => show("$event->connectionName $event->command", $event->parameters));
Event::listen(CommandFailed::class, fn (CommandFailed $event) => show("$event->connectionName $event->command failed", get_class($event->exception)));

Redis::set('a', 'x');
Redis::connection('cache')->get('a');
Redis::executeRaw(['GET', 'a']);
try {
    Redis::incr('a');
} catch (\Rediskit\CommandException $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
default set: ["a","x",null]
cache get: ["a"]
default rawCommand: ["GET","a"]
default incr failed: "Rediskit\\CommandException"
ERR value is not an integer or out of range (counting needs a plain integer: with a serializer only an int is stored as one, with a mac_key nothing is)
