--TEST--
A session that was sent to a server which does not answer may have been stored: the warning says that, not that it was not written
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.read_timeout' => '0.1', 'rediskit.timeout' => '0.1']);
foreach (['store' => fn() => $_SESSION['n'] = 2, 'renew' => fn() => null, 'delete' => fn() => session_destroy()] as $step => $change) {
    foreach ($step === 'store' ? [1, 0] : [1] as $locking) {
        ini_set('rediskit.session.locking', $locking);
        $id = "$step$locking";
        with_session($id, fn() => $_SESSION['n'] = 1);
        session_id($id);
        session_start();
        $server->freeze();
        $warnings = warnings(function () use ($change) {
            $change();
            session_status() === PHP_SESSION_ACTIVE && session_write_close();
        });
        $server->thaw();
        echo "$step: ", preg_replace('/connection to \S+: (no answer in time)[^)]*/', 'connection: $1', $warnings[0]), "\n";
        // It went on and did what had been asked.
        $key = session_key($id);
        wait_until(fn() => match ($step) {
            'store' => $server->cmd('GET', $key) === 'n|i:2;',
            'renew' => true,
            'delete' => !$server->cmd('EXISTS', $key),
        });
        wait_until(fn() => is_unlocked($server));
    }
}

echo "-- never sent: known\n";
ini_set('rediskit.session.locking', 1);
session_id('x');
session_start();
$server->kill();
echo preg_replace('/ by unix.*/', '', warnings(fn() => session_write_close())[0]), "\n";
?>
--EXPECT--
store: session_write_close(): the request to write the session was sent and no whole reply came (read error on connection: no answer in time): it may or may not have been carried out; look before you repeat it
store: session_write_close(): the request to write the session was sent and no whole reply came (read error on connection: no answer in time): it may or may not have been carried out; look before you repeat it
renew: session_write_close(): the request to renew the session was sent and no whole reply came (read error on connection: no answer in time): it may or may not have been carried out; look before you repeat it
delete: session_destroy(): the request to delete the session was sent and no whole reply came (read error on connection: no answer in time): it may or may not have been carried out; look before you repeat it
-- never sent: known
session_write_close(): The session was not written: Connection refused
