--TEST--
Arrays and options that contain themselves are refused; an object that is text is looked at as the text it is
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';

use Rediskit\Client;

$server = Server::start();
$client = new Client($server->dsn());

$words = ['k'];
$words[] = &$words;
attempt(fn () => $client->command('DEL', 'a', $words));
attempt(fn () => $client->command('EXISTS', [['a', ['b']], 'c']));

$options = ['host' => '127.0.0.1'];
$options['context'] = &$options;
attempt(fn () => new Client($options));

$word = fn (string $text) => new class ($text) {
    public function __construct(private string $text)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }
};
attempt(fn () => $client->command('CLIENT', $word('REPLY'), 'OFF'));
attempt(fn () => $client->command('ECHO', $word('text')));

// At the end of a request PHP leaves cycles to its allocator, which valgrind does without.
unset($words, $options);
gc_collect_cycles();
?>
--EXPECT--
ValueError: Rediskit\Client::command(): Argument #3 must not nest arrays deeper than 16 levels
no exception: 0
Rediskit\ConfigException: The option "context" must be a string, a number or a bool, array given
ValueError: Rediskit\Client::command(): Argument #2 must not be "REPLY": it would change a connection that is shared
no exception: 'text'
