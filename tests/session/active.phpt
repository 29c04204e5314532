--TEST--
rediskit.session.track_active counts the sessions that were used, in the write that opens them, in bounded memory
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Client, SessionHandler, Sessions};

require __DIR__ . '/session.inc';
require __DIR__ . '/../inc/proxy.inc';

$server = session_server(['rediskit.session.track_active' => 5]);
$proxy = Proxy::to($server->socket);
$sessions = new Sessions($proxy->dsn());
function active(int $minutes = 5): int
{
    global $sessions, $proxy;
    $trips = $proxy->trips(function () use ($sessions, $minutes, &$count) {
        $count = $sessions->active($minutes);
    });
    $trips === 1 or print("$trips round trips: ");
    return $count;
}
foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    foreach ([0, 1] as $strict) {
        $server->cmd('FLUSHALL');
        ini_set('session.use_strict_mode', $strict);
        echo "locking $locking, strict $strict\n";
        for ($i = 0; $i < 7; $i++) {
            with_session("a$i");
            with_session("a$i", fn() => $_SESSION['n'] = 1);
        }
        session_id('a1');
        session_start(['read_and_close' => true]);
        var_dump(active(1));
        // One that PHP has just made an id for counts from its second request on.
        do {
            session_id('');
            session_start();
            session_write_close();
            $id = session_id();
            // A count of HyperLogLog may take two for one: another id, then.
            $keys = $server->cmd('KEYS', 'session:active:*');
            $server->cmd('PFMERGE', 'scratch', ...$keys);
        } while ($server->cmd('PFADD', 'scratch', substr(hash('sha256', $id), 0, 40)) === 0);
        var_dump(active());
        with_session($id);
        var_dump(active());
        (new SessionHandler())->read('by-a-framework');
        var_dump(active());
    }
}
ini_set('session.use_strict_mode', 0);
ini_set('rediskit.session.locking', 1);

echo "in the same write\n";
use_sessions($server, ['rediskit.session.dsn' => $proxy->dsn()]);
with_session('a1');
foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    var_dump($proxy->trips(fn() => with_session('a1', fn() => $_SESSION['n'] = random_bytes(8))));
}
ini_set('rediskit.session.locking', 1);
echo implode(', ', steps($server, fn() => with_session('a1'))), "\n";
session_id('a1');
echo implode(', ', steps($server, function () {
    session_start();
    session_reset();
    session_abort();
})), "\n";
use_sessions($server);

echo "minutes\n";
$server->cmd('FLUSHALL');
$now = intdiv(time(), 60);
for ($ago = 0; $ago < 9; $ago++) {
    $server->cmd('PFADD', 'session:active:{m}:' . ($now - $ago), "s$ago", 'every');
}
// The test may cross into the next minute here.
$counts = [active(1), active(2), active(5)];
var_dump($counts === [3, 4, 7] || intdiv(time(), 60) > $now);

echo "many\n";
$server->cmd('FLUSHALL');
$handler = new SessionHandler(locking: false);
for ($i = 0; $i < 20000; $i++) {
    $handler->read("id$i");
}
$count = active(5);
var_dump(abs($count - 20000) < 20000 * 0.0081 * 4);
$keys = $server->cmd('KEYS', 'session:active:*');
var_dump(count($keys) >= 1, max(array_map(fn(string $key) => $server->cmd('MEMORY', 'USAGE', $key), $keys)) < 20000);
var_dump(min(array_map(fn(string $key) => $server->cmd('TTL', $key), $keys)) > 300, max(array_map(fn(string $key) => $server->cmd('TTL', $key), $keys)) <= 420);

echo "errors\n";
$server->cmd('FLUSHALL');
foreach ([fn() => active(0), fn() => active(6), fn() => ini_set('rediskit.session.track_active', 241), fn() => ini_set('rediskit.session.track_active', 'x')] as $code) {
    try {
        var_dump(@$code());
    } catch (\Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
// What a stranger stored under the count's key keeps nobody from his session.
foreach ([0, 1] as $ahead) {
    $server->cmd('RPUSH', 'session:active:{m}:' . (intdiv(time(), 60) + $ahead), 'x');
}
var_dump(warnings(fn() => with_session('a1', fn() => $_SESSION['n'] = 1)), with_session('a1'));
try {
    active(1);
} catch (\Throwable $e) {
    echo get_class($e), "\n";
}
ini_set('rediskit.session.track_active', 0);
echo implode(', ', steps($server, fn() => with_session('a1'))), "\n";
?>
--EXPECT--
locking 1, strict 0
int(7)
int(7)
int(8)
int(9)
locking 1, strict 1
int(7)
int(7)
int(8)
int(9)
locking 0, strict 0
int(7)
int(7)
int(8)
int(9)
locking 0, strict 1
int(7)
int(7)
int(8)
int(9)
in the same write
int(2)
int(2)
open, PFADD, EXPIRE, renew
open, PFADD, EXPIRE, open, release
minutes
bool(true)
many
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
errors
ValueError: Rediskit\Sessions::active(): Argument #1 ($minutes) must be between 1 and 5, the minutes that rediskit.session.track_active keeps
ValueError: Rediskit\Sessions::active(): Argument #1 ($minutes) must be between 1 and 5, the minutes that rediskit.session.track_active keeps
bool(false)
bool(false)
array(0) {
}
array(1) {
  ["n"]=>
  int(1)
}
Rediskit\WrongTypeException
open, renew
