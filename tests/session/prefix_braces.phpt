--TEST--
A prefix whose braces are empty is refused: with it the lock of a session would not be where Sessions looks
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Client, Session, SessionHandler, Sessions};

require __DIR__ . '/session.inc';

$server = session_server();
/** Ends a session that is open, and closes it. */
function ends(string $prefix): string
{
    global $server;
    ini_set('rediskit.session.prefix', $prefix);
    $ended = false;
    $told = warnings(function () use (&$ended) {
        with_session('a', function () {
            $_SESSION['n'] = 1;
            Session::user(7);
        });
        session_id('a');
        session_start();
        $_SESSION['n'] = 2;
        $ended = (new Sessions())->endUser(7) === 1;
        session_write_close();
    });
    return ($ended ? 'ended' : 'not ended') . ', ' . (new Sessions())->exists('a') . count($told) . ' warnings';
}
foreach (['session:', '{app}:', 'a{', 'a}{', '', '{', '}', 'a{b}{}'] as $prefix) {
    echo json_encode($prefix), ' ', ends($prefix), "\n";
}
foreach (['{}', 'a{}:', 'a}{}{b}'] as $prefix) {
    foreach ([
        'setting' => fn() => ends($prefix),
        'handler' => fn() => new SessionHandler(prefix: $prefix),
        'sessions' => fn() => new Sessions(prefix: $prefix),
        'client' => fn() => new Sessions(new Client($server->dsn(['prefix' => $prefix])), 'session:'),
    ] as $what => $work) {
        try {
            $result = $work();
        } catch (\Throwable $e) {
            $result = get_class($e) . ': ' . $e->getMessage();
        }
        echo json_encode($prefix), " $what: ", is_string($result) ? $result : 'taken', "\n";
    }
}
?>
--EXPECT--
"session:" ended, 2 warnings
"{app}:" ended, 2 warnings
"a{" ended, 2 warnings
"a}{" ended, 2 warnings
"" ended, 2 warnings
"{" ended, 2 warnings
"}" ended, 2 warnings
"a{b}{}" ended, 2 warnings
"{}" setting: RuntimeException: session a did not start
"{}" handler: Rediskit\ConfigException: The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place
"{}" sessions: Rediskit\ConfigException: The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place
"{}" client: Rediskit\ConfigException: The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place
"a{}:" setting: RuntimeException: session a did not start
"a{}:" handler: Rediskit\ConfigException: The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place
"a{}:" sessions: Rediskit\ConfigException: The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place
"a{}:" client: Rediskit\ConfigException: The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place
"a}{}{b}" setting: RuntimeException: session a did not start
"a}{}{b}" handler: Rediskit\ConfigException: The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place
"a}{}{b}" sessions: Rediskit\ConfigException: The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place
"a}{}{b}" client: Rediskit\ConfigException: The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place
