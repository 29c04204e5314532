--TEST--
Whatever a program does with its session, it sees with our handler, in every way to set it, what it sees with PHP's own
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';
require __DIR__ . '/uses.inc';

/** What each case saw. @return array<string, string> */
function seen(string $way, array $ini, ?string $dsn): array
{
    $code = 'require ' . var_export(__DIR__ . '/uses.inc', true) . '; Rediskit\Tests\run_uses(' . var_export($way, true) . ', ' . var_export($dsn, true) . ');';
    $output = run_php($code, $ini);
    $seen = json_decode($output, true);
    if (!is_array($seen)) {
        throw new \RuntimeException("$way: $output");
    }
    return array_map(fn(mixed $one) => json_encode($one, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), $seen);
}

$common = ['session.use_cookies' => 0, 'session.cache_limiter' => '', 'session.gc_probability' => 0];
$files = seen('files', ['session.save_handler' => 'files', 'session.save_path' => temp_dir()] + $common, null);
$ours = [];
foreach (array_keys(ways()) as $way) {
    $server = Server::start();
    $ours[$way] = seen($way, $common + session_ini($server), $server->dsn());
    $server->stop();
}
foreach ($files as $case => $result) {
    echo "$case: $result\n";
    foreach ($ours as $way => $results) {
        if (($results[$case] ?? '') !== $result) {
            echo "    $way: ", $results[$case] ?? 'not run', "\n";
        }
    }
}
?>
--EXPECT--
start, commit: [{"n":1},true,{"n":2}]
start, abort: [true,"none",{"n":1}]
a new one, abort: [true,[]]
reset: [true,{"n":1},true,{"n":1},6,true,{"n":6}]
read_and_close: [{"n":1},"none",false,{"n":1},{"n":1},3,true,{"n":3}]
lazy_write: [{"n":1},[],{"n":0},[]]
unchanged, then changed back: [true,{"n":1}]
regenerate, keep: [true,true,{"n":3},{"n":2}]
regenerate, delete: [true,true,{"n":1,"m":3},[]]
regenerate twice, abort: [true,{"n":1},[],[]]
regenerate, reset: [{"n":2},true,true]
destroy: [true,"none","",{"n":1},[]]
destroy, start again: [[],true,{"m":2}]
destroy, start without an id: [true,{"m":2},[]]
unset, destroy: [true,[],false,true,[]]
strict mode: ["replaced",true,{"n":1},{"m":2},true]
    plain decorator: ["unid15",true,{"n":1},{"m":2},true]
    extends SessionHandler: ["unid15",true,{"n":1},{"m":2},true]
session_create_id: ["pre-",36,"in-",false,{"n":1},{"made":1}]
ids of ones own: [[true,{"id":7}],[true,{"id":1}],[true,{"id":1}],[true,{"id":1}],[true,{"id":200}]]
ids that are not valid: ["refused","refused","refused","refused","refused","refused","refused","refused","replaced","replaced","replaced","replaced"]
several in one request: [{"n":1},11,true,{"n":2},22,true,{"n":11},true,{"n":22},{"n":11}]
started twice, closed twice: [true,{"n":1},true,false,false,false,{"n":1}]
status: ["none",[],"active",true,"none",[],true,"none",[],true,"none",[],"none"]
without a session: [false,false,false,false,false,false,false,false,"","/"]
encode, decode: ["n|i:1;",true,{"n":6,"m":5},"n|i:6;m|i:5;",true,{"n":6,"m":5}]
unset: [true,[],true,[]]
$_SESSION unset, null, a string: [{"n":1},{"n":1},[],{"x":1},{"n":2}]
keys: [[0,3,2,3,300],{"n":1},{"5":"kept","a|b":1,"!":2}]
serialize handlers: {"php":true,"php_binary":true,"php_serialize":true}
objects: ["woken 1;",[1,"unserialized"],true,"woken 1;woken 1;",[1,"unserialized","unserialized"],true]
incomplete classes: ["__PHP_Incomplete_Class","o|O:7:\"Missing\":1:{s:1:\"a\";i:1;}n|i:2;",true]
references: [{"a":[1,2],"b":[1,2]},{"a":[1,2],"b":[1,2]}]
a global reference to $_SESSION: [{"n":1}]
decoding throws: ["refused","active",{"n":2}]
session_write_close while it is read: [[true],[0],"none",["n","m","z"]]
session_abort while it is read: [[true],[0],"none",["n","m","z"]]
session_destroy while it is read: [[true],[0],"none",[]]
session_reset while it is read: [[true],["n","m","z"],"active",["n","m","z"]]
session_regenerate_id while it is read: [[true],["n","m","z"],"active",["n","m","z"]]
session_start while it is read: [[true],["n","m","z"],"active",["n","m","z"]]
session_encode while it is read: [[48],["n","m","z"],"active",["n","m","z"]]
session_unset while it is read: [[true],[],"active",["n","m","z"]]
session_gc while it is read: [[0],["n","m","z"],"active",["n","m","z"]]
session_create_id while it is read: [[32],["n","m","z"],"active",["n","m","z"]]
session_reset while it is written: [[true],"none",["n","m"]]
session_regenerate_id while it is written: [[true],"none",["n","m","z"]]
session_start while it is written: [[true],"none",["n","m","z"]]
session_encode while it is written: [[48],"none",["n","m","z"]]
session_unset while it is written: [[true],"none",["n","m"]]
session_gc while it is written: [[0],"none",["n","m","z"]]
session_create_id while it is written: [[32],"none",["n","m","z"]]
gc: [0,{"n":1},true,{"n":1}]
settings of an open session: ["[false]",true,{"n":1}]
options of session_start: [{"n":1},true,{"n":1},true,{"n":1}]
the name of the session: [{"n":1},[]]
lengths of new ids: [true,true,true,true,true]
session_register_shutdown: [true,{"n":1}]
large: [2000000,"89end"]
