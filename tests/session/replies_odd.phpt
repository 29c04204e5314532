--TEST--
Answers that no Redis gives, refusals and cut connections between the steps of a session: a warning each, and nothing is believed
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{SessionHandler, Sessions};

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
with_answers('without locks, what was kept beside a session that is gone', ["\$-1\r\n", "\$15\r\nrk1 10 0 1 1 - x\r\n", "\$-1\r\n", "\$-1\r\n"],
    fn($handler) => [$handler->validateId('a'), $handler->read('a')], locking: false);
ini_set('rediskit.session.track_active', 1);
with_answers('cut after a server that did not know the script', ["-NOSCRIPT No matching script.\r\n", ":1\r\n", ":1\r\n"], fn($handler) => $handler->read('a'));
ini_set('rediskit.session.track_active', 0);

echo "-- Sessions\n";
/** The same of a Sessions. */
function sessions_with_answers(string $title, array $answers, callable $work): void
{
    $server = ScriptServer::answering($answers);
    try {
        $result = json_encode($work(new Sessions($server->dsn(['retries' => 0]))));
    } catch (\Rediskit\RediskitException $error) {
        $result = get_class($error) . ': ' . $error->getMessage();
    }
    echo "$title: $result, ", count($server->received()), " commands\n";
}
sessions_with_answers('no list for what was ended', ["+OK\r\n"], fn($sessions) => $sessions->end('a'));
sessions_with_answers('texts for numbers', ["*2\r\n+OK\r\n+OK\r\n"], fn($sessions) => $sessions->end('a'));
sessions_with_answers('no list for whose were ended', [":1\r\n"], fn($sessions) => $sessions->endUser('u'));
sessions_with_answers('no list for whose there are', [":1\r\n"], fn($sessions) => $sessions->ofUser('u'));
$hash = "\$40\r\n" . str_repeat('a', 40) . "\r\n";
$meta = "\$16\r\nrk1 10 0 1 1 - x\r\n";
$entries = [
    'another name' => "+name\r\n$meta:5\r\n:0\r\n",
    'a number for the name' => ":1\r\n$meta:5\r\n:0\r\n",
    'a number for what is kept beside it' => "$hash:1\r\n:5\r\n:0\r\n",
    'a stranger\'s text there' => "$hash+text\r\n:5\r\n:0\r\n",
    'a text for its time' => "$hash$meta+5\r\n:0\r\n",
    'a text for being open' => "$hash$meta:5\r\n+0\r\n",
    'a good one' => "$hash$meta:5\r\n:0\r\n",
];
foreach ($entries as $title => $entry) {
    sessions_with_answers("a session with $title", ["*5\r\n:1\r\n$entry"], fn($sessions) => count($sessions->ofUser('u')));
}
sessions_with_answers('half a session', ["*3\r\n:1\r\n$hash$meta"], fn($sessions) => count($sessions->ofUser('u')));
sessions_with_answers('names of sessions that are none', ["*4\r\n:1\r\n:1\r\n:7\r\n+x\r\n"], fn($sessions) => $sessions->endUser('u'));
sessions_with_answers('text for a number of milliseconds', ["+x\r\n"], fn($sessions) => $sessions->remaining('a'));
sessions_with_answers('a text for being renewed', ["+x\r\n"], fn($sessions) => $sessions->touch('a'));
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
without locks, what was kept beside a session that is gone: [false,""], 4 commands
cut after a server that did not know the script: Rediskit\SessionHandler::read(): The session was not read: Connection lost: unix:SOCKET has closed the connection
    false, 6 commands
-- Sessions
no list for what was ended: Rediskit\ConnectionException: The server's answer to the script sessions_end is not the one expected, 1 commands
texts for numbers: false, 1 commands
no list for whose were ended: Rediskit\ConnectionException: The server's answer to the script sessions_end_user is not the one expected, 1 commands
no list for whose there are: Rediskit\ConnectionException: The server's answer to the script sessions_of_user is not the one expected, 1 commands
a session with another name: 0, 1 commands
a session with a number for the name: 0, 1 commands
a session with a number for what is kept beside it: 0, 1 commands
a session with a stranger's text there: 0, 1 commands
a session with a text for its time: 0, 1 commands
a session with a text for being open: 0, 1 commands
a session with a good one: 1, 1 commands
half a session: 0, 1 commands
names of sessions that are none: 1, 1 commands
text for a number of milliseconds: Rediskit\ConnectionException: The server answered with string where an integer was expected, 1 commands
a text for being renewed: Rediskit\ConnectionException: The server answered with string where an integer was expected, 1 commands
