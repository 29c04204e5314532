--TEST--
Sessions: a user's sessions are listed and ended, one is ended, touched, read; each in one round trip
--EXTENSIONS--
rediskit
session
--INI--
memory_limit=256M
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Client, Session, SessionHandler, Sessions};

require __DIR__ . '/session.inc';
require __DIR__ . '/../inc/proxy.inc';

$server = session_server(['session.gc_maxlifetime' => 100]);
$proxy = Proxy::to($server->socket);
$sessions = new Sessions($proxy->dsn());
function handle(string $id): string
{
    return 'h_' . substr(hash('sha256', $id), 0, 40);
}
/** Runs $work, which must be one round trip, and returns its result. */
function once(callable $work): mixed
{
    global $proxy;
    $result = null;
    $trips = $proxy->trips(function () use ($work, &$result) {
        $result = $work();
    });
    if ($trips !== 1) {
        echo "$trips round trips: ";
    }
    return $result;
}
/** The names of a user's sessions as $sessions lists them. */
function listed(string|int $user, string ...$ids): string
{
    global $sessions;
    $names = array_combine(array_map(handle(...), $ids), $ids);
    return implode(' ', array_map(fn(array $entry) => $names[$entry['session']] ?? '?', once(fn() => $sessions->ofUser($user))));
}
// Scripts the server does not know yet are one round trip more.
$sessions->ofUser('x');
$sessions->endUser('x');
$sessions->end('x');
$sessions->touch('x');

echo "login\n";
$began = time();
foreach (['laptop' => 'Firefox', 'phone' => 'Safari', 'tablet' => null] as $id => $label) {
    with_session($id, function () use ($label) {
        $_SESSION = ['cart' => [1, 2], 'name' => 'Ann'];
        Session::user(7, $label);
    });
}
with_session('other', fn() => Session::user('bob'));
with_session('guest');
foreach (['laptop' => 80000, 'phone' => 90000, 'tablet' => 50000] as $id => $ms) {
    // As if it were used that long ago: less time left, and an older entry in the list.
    $meta = explode(' ', $server->cmd('GET', session_key($id) . ':meta'), 6);
    $meta[4] -= 3600;
    $server->cmd('SET', session_key($id) . ':meta', implode(' ', $meta), 'PX', $ms);
    $server->cmd('PEXPIRE', session_key($id), $ms);
}
session_id('phone');
session_start();
foreach (once(fn() => $sessions->ofUser('7')) as $entry) {
    printf("%s %-8s since %d, used %d s ago, %d s left%s%s\n", $entry['session'], $entry['label'], $entry['since'] >= $began && $entry['since'] <= time(),
        round((time() - $entry['last_used']) / 10) * 10, round($entry['remaining'] / 10) * 10, $entry['current'] ? ' current' : '', $entry['open'] ? ' open' : '');
}
session_write_close();
var_dump(array_column($sessions->ofUser(7), 'current', 'session')[handle('phone')], count($sessions->ofUser(7, 2)), $sessions->ofUser('nobody'));

echo "touch\n";
var_dump(once(fn() => $sessions->touch('tablet')), 5 * ceil(once(fn() => $sessions->remaining('tablet')) / 5));
var_dump(once(fn() => $sessions->touch(handle('tablet'), 30)), 5 * ceil(once(fn() => $sessions->remaining(handle('tablet'))) / 5));
var_dump($server->cmd('PTTL', session_key('tablet') . ':meta') <= 30000);
with_session('guest', fn() => Session::ttl(500));
var_dump($sessions->touch('guest', 50), $sessions->touch('guest'), 5 * ceil($sessions->remaining('guest') / 5));
var_dump($sessions->touch('unknown'), $sessions->remaining('unknown'));
// The list must not forget who was touched.
$list = 'session:user:{' . substr(hash('sha256', '7'), 0, 40) . '}';
$sessions->touch('tablet', 9000);
var_dump($server->cmd('ZSCORE', $list, substr(handle('tablet'), 2)) / 1000 - time() > 9000, $server->cmd('TTL', $list) >= 9000);
$server->cmd('PERSIST', session_key('tablet'));
var_dump(array_column($sessions->ofUser(7), 'remaining', 'session')[handle('tablet')], $sessions->remaining('tablet'), $sessions->exists('tablet'));

echo "one\n";
var_dump(once(fn() => $sessions->exists('tablet')), once(fn() => $sessions->exists('unknown')));
echo json_encode(once(fn() => $sessions->read('tablet'))), ' ', once(fn() => $sessions->raw(handle('tablet'))), "\n";
var_dump($sessions->read('unknown'), $sessions->raw('unknown'));
var_dump(once(fn() => $sessions->end('tablet', 'bob')), $sessions->exists('tablet'), once(fn() => $sessions->end(handle('tablet'), 7)), $sessions->exists('tablet'));
var_dump($sessions->end('tablet'), once(fn() => $sessions->end('guest', 7)), once(fn() => $sessions->end('guest')), $sessions->end('unknown', 7));
echo count($sessions->ofUser(7)), "\n";
var_dump(with_session('tablet'));

echo "log out everywhere\n";
with_session('tablet', fn() => Session::user(7));
var_dump(once(fn() => $sessions->endUser(7, except: 'phone')));
echo listed(7, 'phone'), "\n";
with_session('laptop', fn() => Session::user(7));
var_dump($sessions->endUser(7, except: handle('phone')), once(fn() => $sessions->endUser(7)), once(fn() => $sessions->endUser(7)));
var_dump($sessions->ofUser(7), $server->cmd('EXISTS', $list), listed('bob', 'other'));

echo "what is gone otherwise is not listed\n";
foreach (['e1', 'e2', 'e3', 'e4'] as $id) {
    with_session($id, fn() => Session::user('e'));
}
$server->cmd('DEL', session_key('e1'));
$server->cmd('DEL', session_key('e2') . ':meta');
$server->cmd('SET', session_key('e3') . ':meta', 'rk1 100 0 1 1 ' . str_repeat('a', 40) . ' another user');
echo listed('e', 'e1', 'e2', 'e3', 'e4'), ' ', $server->cmd('ZCARD', 'session:user:{' . substr(hash('sha256', 'e'), 0, 40) . '}'), "\n";
// A new session with the id of one that was is nobody's.
$server->cmd('DEL', session_key('e4'));
with_session('e4', fn() => $_SESSION['n'] = 1);
echo listed('e', 'e4'), $server->cmd('EXISTS', session_key('e4') . ':meta'), "\n";

echo "any bytes\n";
foreach (["\0\xff\r\n", str_repeat('long ', 200000), '{', '*', PHP_INT_MIN] as $user) {
    with_session('bytes', fn() => Session::user($user, "\0\r\n\xff \"{label}\" -"));
    $entry = $sessions->ofUser($user)[0];
    var_dump($entry['session'] === handle('bytes') && $entry['label'] === "\0\r\n\xff \"{label}\" -");
}
with_session('bytes', fn() => Session::user($user, str_repeat("\xff", 255)));
var_dump(strlen($sessions->ofUser($user)[0]['label']), $sessions->endUser($user));

echo "kept elsewhere\n";
$handler = new SessionHandler(new Client($server->dsn(['prefix' => 'app:'])), prefix: 's:', compression: 'zstd');
session_set_save_handler($handler);
with_session('z', function () {
    $_SESSION['text'] = str_repeat('x', 5000);
    Session::user(9);
});
$elsewhere = new Sessions(new Client($server->dsn(['prefix' => 'app:'])), 's:');
var_dump(count($elsewhere->ofUser(9)), count($sessions->ofUser(9)), strlen($elsewhere->read('z')['text']), $server->cmd('STRLEN', session_key('z', 'app:s:')) < 500);
var_dump((new Sessions(prefix: 's:'))->exists('z'), count((new Sessions())->ofUser('bob')));

echo "10,000 of one user\n";
$server->cmd('FLUSHALL');
$many = new Client($server->dsn());
$hash = substr(hash('sha256', 'm'), 0, 40);
$many->pipeline(function (Client $c) use ($hash) {
    for ($i = 0; $i < 10000; $i++) {
        $member = substr(handle("m$i"), 2);
        $c->zAdd("session:user:{{$hash}}", (time() + $i) * 1000, $member);
        if ($i % 2) {
            $c->set("session:{{$member}}", 'n|i:1;', ['PX' => 1000000]);
            $c->set("session:{{$member}}:meta", "rk1 1000 0 1 1 $hash label", ['PX' => 1000000]);
        }
    }
});
$count = 0;
echo $proxy->trips(function () use ($sessions, &$count) {
    $count = count($sessions->ofUser('m', 100));
}), " round trip, $count\n";
echo $proxy->trips(function () use ($sessions, &$count) {
    $count = count($sessions->ofUser('m', 10000));
}), " round trips, $count\n";
echo $server->cmd('ZCARD', "session:user:{{$hash}}"), " are left on the list\n";
echo $proxy->trips(function () use ($sessions, &$count) {
    $count = $sessions->endUser('m', except: 'm9999');
}), " round trips, $count\n";
echo implode(' ', $server->cmd('KEYS', '*')) === "session:{" . substr(handle('m9999'), 2) . '}' || $server->cmd('DBSIZE') === 3 ? "one is left\n" : "no\n";
?>
--EXPECT--
login
h_45569da57f4b7bf472d7a864ef4781451cae6383 Safari   since 1, used 10 s ago, 90 s left current open
h_5eec0dc419aa8337bf725f026fda9c78c1cb1c64 Firefox  since 1, used 20 s ago, 80 s left
h_5bed85bd69a5502a8f645a58a05e979f94bdeb77          since 1, used 50 s ago, 50 s left
bool(true)
int(2)
array(0) {
}
touch
bool(true)
float(100)
bool(true)
float(30)
bool(true)
bool(true)
bool(true)
float(500)
bool(false)
NULL
bool(true)
bool(true)
NULL
NULL
bool(true)
one
bool(true)
bool(false)
{"cart":[1,2],"name":"Ann"} cart|a:2:{i:0;i:1;i:1;i:2;}name|s:3:"Ann";
NULL
NULL
bool(false)
bool(true)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
2
array(0) {
}
log out everywhere
int(2)
phone
int(1)
int(1)
int(0)
array(0) {
}
int(0)
string(5) "other"
what is gone otherwise is not listed
e4 1
0
any bytes
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
int(255)
int(1)
kept elsewhere
int(1)
int(0)
int(5000)
bool(true)
bool(false)
int(1)
10,000 of one user
1 round trip, 100
20 round trips, 5000
5000 are left on the list
11 round trips, 4999
one is left
