--TEST--
An error handler may do what it likes with the session our warning is about: close, abort, destroy, start, throw, exit
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';
require __DIR__ . '/uses_parts.inc';

$server = session_server(['rediskit.session.lock_wait' => 0]);
$key = session_key('a');
/** What our warnings are about: the session is held by another, or its lock was lost. */
$situations = [
    'start' => function () use ($server, $key) {
        $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
        return begin('a');
    },
    'reset' => function () use ($server, $key) {
        begin('a');
        $_SESSION['n'] = 2;
        $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
        return session_reset();
    },
    'write' => function () use ($server, $key) {
        begin('a');
        $_SESSION['n'] = 2;
        $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
        return session_write_close();
    },
    'renew' => function () use ($server, $key) {
        begin('a');
        $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
        return session_write_close();
    },
    'destroy' => function () use ($server, $key) {
        begin('a');
        $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
        return session_destroy();
    },
    'regenerate' => function () use ($server, $key) {
        begin('a');
        $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
        return session_regenerate_id(true);
    },
];
$deeds = [
    'close' => fn() => @session_write_close(),
    'abort' => fn() => @session_abort(),
    'destroy' => fn() => @session_destroy(),
    'start' => fn() => @session_start(),
    'another' => fn() => @session_write_close() && put('b', ['b' => 1]),
    'throw' => fn() => throw new \LogicException('thrown'),
];
foreach (['setting', 'object'] as $way) {
    if ($way === 'object') {
        session_set_save_handler(new \Rediskit\SessionHandler());
        // PHP refuses to call a handler from inside a handler, and leaks what it would have handed over.
        unset($deeds['close'], $deeds['another']);
    }
    foreach ($situations as $situation => $happen) {
        echo "$way, $situation:";
        foreach ($deeds as $deed => $do) {
            $server->cmd('FLUSHALL');
            $server->cmd('SET', $key, 'n|i:1;');
            $busy = false;
            set_error_handler(function (int $type, string $message) use ($do, &$busy) {
                // Once: what it does may warn, too.
                if (!$busy && preg_match('/lock/', $message)) {
                    $busy = true;
                    $do();
                }
                return true;
            });
            $result = 'nothing';
            try {
                $result = $happen();
            } catch (\LogicException $e) {
                $result = $e->getMessage();
            }
            restore_error_handler();
            @session_abort();
            // What another stored, and its lock, are as they were; ours are gone.
            $kept = $server->cmd('GET', $key) === 'n|i:1;' && $server->cmd('GET', "$key:lock") === 'another';
            $server->cmd('DEL', "$key:lock");
            echo " $deed ", json_encode($result), $busy ? '' : ' UNWARNED', $kept ? '' : ' CHANGED', is_unlocked($server) ? '' : ' LOCKED', begin('a') === ['n' => 1] && session_abort() ? '' : ' BROKEN', ',';
        }
        echo "\n";
    }
}
foreach (['setting' => '', 'object' => 'session_set_save_handler(new \Rediskit\SessionHandler());'] as $way => $set) {
    $server->cmd('SET', $key, 'n|i:1;');
    $server->cmd('SET', "$key:lock", 'another', 'PX', 60000);
    run_php("set_error_handler(function () { exit(3); }); $set session_id('a'); session_start();", ['rediskit.session.lock_wait' => 0] + session_ini($server), $exit);
    echo "$way, exit: $exit ", $server->cmd('GET', $key), ' ', $server->cmd('GET', "$key:lock"), "\n";
}
?>
--EXPECT--
setting, start: close false, abort false, destroy false, start false, another false, throw "thrown",
setting, reset: close true, abort true, destroy true, start true, another true, throw "thrown",
setting, write: close true, abort true, destroy true, start true, another true, throw "thrown",
setting, renew: close true, abort true, destroy true, start true, another true, throw "thrown",
setting, destroy: close false, abort false, destroy false, start false, another false, throw "thrown",
setting, regenerate: close false, abort false, destroy false, start false, another false, throw "thrown",
object, start: abort false, destroy false, start false, throw "thrown",
object, reset: abort true, destroy true, start true, throw "thrown",
object, write: abort true, destroy true, start true, throw "thrown",
object, renew: abort true, destroy true, start true, throw "thrown",
object, destroy: abort false, destroy false, start false, throw "thrown",
object, regenerate: abort false, destroy false, start false, throw "thrown",
setting, exit: 3 n|i:1; another
object, exit: 3 n|i:1; another
