--TEST--
A prefix with a NUL byte is refused: a session would be stored under its first part, and looked for under the whole
--EXTENSIONS--
rediskit
session
--FILE--
<?php
use Rediskit\{SessionHandler, Sessions};

foreach ([
    fn() => new SessionHandler('unix:///nowhere', prefix: "a\0b:"),
    fn() => new SessionHandler('unix:///nowhere', compat: "a\0b:"),
    fn() => new Sessions('unix:///nowhere', "a\0b:"),
] as $work) {
    try {
        $work();
        echo "taken\n";
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
Rediskit\SessionHandler::__construct(): Argument #6 ($prefix) must not contain any null bytes
Rediskit\SessionHandler::__construct(): Argument #12 ($compat) must not contain any null bytes
Rediskit\Sessions::__construct(): Argument #2 ($prefix) must not contain any null bytes
