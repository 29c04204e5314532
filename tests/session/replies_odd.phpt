--TEST--
Answers that no Redis gives, refusals and cut connections between the steps of a session: a warning each, and nothing is believed
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\SessionHandler;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/script_server.inc';

/** Runs $work on a SessionHandler whose server answers so, and prints what it returns, the warnings, and how much was sent. */
function with_answers(string $title, array $answers, callable $work, mixed ...$options): void
{
    $server = ScriptServer::answering($answers);
    echo "$title: ";
    set_error_handler(function (int $type, string $message) use ($server) {
        echo str_replace($server->socket(), 'SOCKET', preg_replace('/"session:[^"]*"/', '"KEY"', $message)), "\n    ";
        return true;
    });
    echo json_encode($work(new SessionHandler($server->dsn(['retries' => 0]), ...$options))), ', ', count($server->received()), " commands\n";
    restore_error_handler();
}

$opened = "*2\r\n:1\r\n\$5\r\nn|i:1\r\n";
with_answers('no list; then nothing is renewed', [":1\r\n"], fn($handler) => [$handler->read('a'), $handler->updateTimestamp('a', 'x')]);
with_answers('an id that is not stored, and a lock that goes on to another', ["*2\r\n:2\r\n:2\r\n", ":1\r\n"], fn($handler) => $handler->validateId('a'));
with_answers('cut when the first session is closed for the second', [$opened], fn($handler) => [$handler->read('a'), $handler->read('b')]);
with_answers('without locks, the second command refused', ["\$5\r\nn|i:1\r\n", "-NOPERM no permissions\r\n", ":-1\r\n"], fn($handler) => $handler->read('a'),
    locking: false, touch_interval: 10);
?>
--EXPECT--
no list; then nothing is renewed: Rediskit\SessionHandler::read(): The session was not read: The server's answer to the script session_open is not the one expected
    Rediskit\SessionHandler::updateTimestamp(): The session's time to live was not renewed: The session could not be read, or its lock was lost: until it is read again nothing is written and what is stored stays
    [false,false], 2 commands
an id that is not stored, and a lock that goes on to another: false, 2 commands
cut when the first session is closed for the second: Rediskit\SessionHandler::read(): The session was not read: Connection lost: unix:SOCKET has closed the connection
    ["n|i:1",false], 2 commands
without locks, the second command refused: Rediskit\SessionHandler::read(): The session was not read: NOPERM no permissions (grant it with ACL SETUSER, or connect as another user)
    false, 3 commands
