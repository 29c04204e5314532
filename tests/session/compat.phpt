--TEST--
compat: what php-redis' session handler wrote is read in the same round trips, written as ours, and never comes back once it was
--EXTENSIONS--
rediskit
session
--SKIPIF--
<?php
require __DIR__ . '/compat.inc';
Rediskit\Tests\skip_without_phpredis();
?>
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\SessionHandler;

require __DIR__ . '/compat.inc';

$server = session_server(['rediskit.session.compat' => 'PHPREDIS_SESSION:']);
$server->cmd('PING');

echo "-- every serialize_handler\n";
foreach (['php', 'php_binary', 'php_serialize', 'igbinary'] as $serializer) {
    $id = strtr($serializer, '_', '-');
    $ini = ['session.serialize_handler' => $serializer];
    echo phpredis($server, "session_id('$id'); session_start(); \$_SESSION['user'] = ['id' => 7, 'name' => 'ä']; \$_SESSION['n'] = 1;", $ini);
    $before = $server->cmd('GET', phpredis_key($id));
    echo "$serializer: ", run_php("ob_start(); session_id('$id'); session_start(); echo json_encode(\$_SESSION); \$_SESSION['n']++; session_write_close();" .
        'session_start(); echo " ", $_SESSION["n"];', $ini + ['extension' => 'igbinary', 'rediskit.session.compat' => 'PHPREDIS_SESSION:'] + session_ini($server)), ', ',
        $server->cmd('GET', phpredis_key($id)) === $before ? 'theirs is as it was' : 'theirs changed', "\n";
}

echo "-- raw payloads of redis.session.compression\n";
foreach (['ZSTD', 'LZ4'] as $compression) {
    echo phpredis($server, "\$redis->setOption(Redis::OPT_COMPRESSION, Redis::COMPRESSION_$compression); \$redis->setEx('PHPREDIS_SESSION:$compression', 1000, 'text|s:2000:\"' . str_repeat('x', 2000) . '\";');");
    echo "$compression: ", $server->cmd('STRLEN', phpredis_key($compression)) < 500 ? 'small, ' : 'whole, ', with_session($compression, fn() => strlen($_SESSION['text'])), "\n";
}

/** A session of php-redis', and nothing else. */
function theirs(string $text = 'n|i:1;', int $ms = 1000000): void
{
    global $server;
    $server->cmd('FLUSHALL');
    $server->cmd('SET', phpredis_key('a'), $text, 'PX', $ms);
}
function kept(): string
{
    global $server;
    $names = [phpredis_key('a') => 'theirs', session_key('a') => 'ours', session_key('a') . ':moved' => 'mark', session_key('a') . ':lock' => 'lock'];
    $kept = array_map(fn(string $key): string => $names[$key] ?? 'new', $server->cmd('KEYS', '*'));
    sort($kept);
    return implode(' ', $kept);
}
function show(string $what, callable $work): void
{
    global $server;
    printf("%-34s %-40s %s\n", $what, implode(', ', steps($server, $work)), kept());
}
foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    echo $locking ? "-- locked\n" : "-- not locked\n";
    foreach ([0, 1] as $strict) {
        ini_set('session.use_strict_mode', $strict);
        theirs();
        show('changed', fn() => with_session('a', fn() => $_SESSION['n']++));
        show('again', fn() => with_session('a', fn() => $_SESSION['n'] === 2 ? $_SESSION['n']++ : print("LOST\n")));
        show('unchanged', fn() => with_session('a'));
        theirs();
        show('unchanged', fn() => with_session('a'));
        theirs();
        show('read_and_close', function () {
            session_id('a');
            session_start(['read_and_close' => true]);
            var_dump($_SESSION['n'], session_id());
        });
        show('destroyed', function () {
            session_id('a');
            session_start();
            session_destroy();
        });
        theirs();
        show('a new id and deletion', function () {
            session_id('a');
            session_start();
            session_regenerate_id(true);
            session_write_close();
        });
        theirs();
        show('a new id', function () {
            session_id('a');
            session_start();
            session_regenerate_id();
            session_write_close();
        });
    }
    ini_set('session.use_strict_mode', 0);
    echo "what ended here does not come back\n";
    theirs();
    with_session('a', fn() => $_SESSION['n']++);
    $mark = $server->cmd('PTTL', session_key('a') . ':moved');
    var_dump($mark >= $server->cmd('PTTL', phpredis_key('a')));
    $server->cmd('DEL', session_key('a'));
    var_dump(with_session('a'));
    theirs('');
    var_dump(with_session('a', fn() => $_SESSION), kept());
    // As a session that never ends.
    theirs();
    $server->cmd('PERSIST', phpredis_key('a'));
    with_session('a', fn() => $_SESSION['n']++);
    $server->cmd('DEL', session_key('a'));
    var_dump(with_session('a'));
}
ini_set('rediskit.session.locking', 1);

echo "-- a lock of php-redis' is none of ours\n";
theirs();
$server->cmd('SET', phpredis_key('a') . '_LOCK', 'x');
var_dump(with_session('a', fn() => $_SESSION['n']));

echo "-- for as long as any, though new here\n";
ini_set('rediskit.session.new_ttl', 60);
theirs();
with_session('a');
var_dump($server->cmd('PTTL', session_key('a')) > 1000000);
ini_set('rediskit.session.new_ttl', 0);

echo "-- ids that reach for other keys\n";
$server->cmd('SET', 'PHPREDIS_SESSION:', 'n|i:9;');
$server->cmd('SET', 'PHPREDIS_SESSION:x:y', 'n|i:9;');
warnings(function () {
    session_id('x:y');
    var_dump(session_start());
});

echo "-- with a mac_key nothing unsigned is read\n";
ini_set('rediskit.mac_key', 'a key of sixteen bytes');
theirs();
session_id('a');
echo warnings(fn() => var_dump(session_start()))[0], "\n", kept(), "\n";
ini_set('rediskit.mac_key', '');

echo "-- not set, it is not read\n";
ini_set('rediskit.session.compat', '');
var_dump(with_session('a'));

echo "-- an object\n";
(function () use ($server) {
    $handler = new SessionHandler($server->dsn(), compat: 'PHPREDIS_SESSION:');
    $server->cmd('SET', phpredis_key('theirs'), 'n|i:1;');
    $handler->read('another');
    var_dump($handler->validateId('theirs'), $handler->validateId('none'));
    $server->cmd('DEL', phpredis_key('theirs'));
})();
foreach ([true, false] as $locking) {
    theirs();
    $handler = new SessionHandler($server->dsn(), locking: $locking, compat: 'PHPREDIS_SESSION:');
    var_dump($handler->validateId('a'), $handler->read('a'));
    show('write', fn() => $handler->write('a', 'n|i:2;'));
    show('destroy, not read', fn() => $handler->destroy('a'));
    theirs();
    show('write, not read', fn() => $handler->write('a', 'n|i:2;'));
    unset($handler);
}
?>
--EXPECT--
-- every serialize_handler
php: {"user":{"id":7,"name":"\u00e4"},"n":1} 2, theirs is as it was
php_binary: {"user":{"id":7,"name":"\u00e4"},"n":1} 2, theirs is as it was
php_serialize: {"user":{"id":7,"name":"\u00e4"},"n":1} 2, theirs is as it was
igbinary: {"user":{"id":7,"name":"\u00e4"},"n":1} 2, theirs is as it was
-- raw payloads of redis.session.compression
ZSTD: small, 2000
LZ4: small, 2000
-- locked
changed                            open, store                              mark ours theirs
again                              open, store                              mark ours theirs
unchanged                          open, renew                              mark ours theirs
unchanged                          open, store                              mark ours theirs
int(1)
string(1) "a"
read_and_close                     open, release                            theirs
destroyed                          open, delete                             
a new id and deletion              open, delete, open, store                new
a new id                           open, store, open, store                 mark new ours theirs
changed                            open if stored, store                    mark ours theirs
again                              open if stored, store                    mark ours theirs
unchanged                          open if stored, renew                    mark ours theirs
unchanged                          open if stored, store                    mark ours theirs
int(1)
string(1) "a"
read_and_close                     open if stored, release                  theirs
destroyed                          open if stored, delete                   
a new id and deletion              open if stored, delete, open, store      new
a new id                           open if stored, store, open, store       mark new ours theirs
what ended here does not come back
bool(true)
array(0) {
}
array(0) {
}
string(16) "mark ours theirs"
array(0) {
}
-- not locked
changed                            GET, PTTL, GET, PTTL, EXISTS, SET, SET   mark ours theirs
again                              GET, PTTL, GET, PTTL, EXISTS, SET        mark ours theirs
unchanged                          GET, PTTL, GET, PTTL, EXISTS, PEXPIRE    mark ours theirs
unchanged                          GET, PTTL, GET, PTTL, EXISTS, SET, SET   mark ours theirs
int(1)
string(1) "a"
read_and_close                     GET, PTTL, GET, PTTL, EXISTS             theirs
destroyed                          GET, PTTL, GET, PTTL, EXISTS, DEL        
a new id and deletion              GET, PTTL, GET, PTTL, EXISTS, DEL, GET, PTTL, GET, PTTL, EXISTS, SET new
a new id                           GET, PTTL, GET, PTTL, EXISTS, SET, SET, GET, PTTL, GET, PTTL, EXISTS, SET mark new ours theirs
changed                            GET, PTTL, GET, PTTL, EXISTS, SET, SET   mark ours theirs
again                              GET, PTTL, GET, PTTL, EXISTS, SET        mark ours theirs
unchanged                          GET, PTTL, GET, PTTL, EXISTS, PEXPIRE    mark ours theirs
unchanged                          GET, PTTL, GET, PTTL, EXISTS, SET, SET   mark ours theirs
int(1)
string(1) "a"
read_and_close                     GET, PTTL, GET, PTTL, EXISTS             theirs
destroyed                          GET, PTTL, GET, PTTL, EXISTS, DEL        
a new id and deletion              GET, PTTL, GET, PTTL, EXISTS, DEL, GET, PTTL, GET, PTTL, EXISTS, SET new
a new id                           GET, PTTL, GET, PTTL, EXISTS, SET, SET, GET, PTTL, GET, PTTL, EXISTS, SET mark new ours theirs
what ended here does not come back
bool(true)
array(0) {
}
array(0) {
}
string(16) "mark ours theirs"
array(0) {
}
-- a lock of php-redis' is none of ours
int(1)
-- for as long as any, though new here
bool(true)
-- ids that reach for other keys
bool(false)
-- with a mac_key nothing unsigned is read
bool(false)
session_start(): The session cannot be opened: compat and mac_key exclude each other: what others wrote is not signed; switch one of them off
theirs
-- not set, it is not read
array(0) {
}
-- an object
bool(true)
bool(false)
bool(true)
string(6) "n|i:1;"
write                              store                                    mark ours theirs
destroy, not read                  DEL                                      mark
write, not read                    take                                     mark ours theirs
bool(true)
string(6) "n|i:1;"
write                              SET, SET                                 mark ours theirs
destroy, not read                  DEL                                      mark
write, not read                    SET, SET                                 mark ours theirs
