--TEST--
Keys, scripts, publishing and the server itself: the words each call sends
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/wire.inc';

show_wire([
    ['copy', 'a', 'b'], ['copy', 'a', 'b', ['DB' => 2, 'REPLACE' => true]], ['del', 'a', 'b'], ['del', ['a', 'b'], 'c'], ['dump', 'k'], ['exists', 'k'], ['exists', ['a', 'b']], ['expire', 'k', 10], ['expire', 'k', 10, 'NX'], ['expireAt', 'k', 99], ['expireTime', 'k'], ['keys', 'a*'],
    ['migrate', 'host', 6379, 'k', 0, 1000], ['migrate', 'host', 6379, ['a', 'b'], 1, 1000, true, true, 'secret'], ['migrate', 'host', 6379, 'k', 0, 1000, false, true, ['user', 'secret']], ['move', 'k', 3], ['object', 'ENCODING', 'k'], ['persist', 'k'], ['pExpire', 'k', 10, 'GT'], ['pExpireAt', 'k', 99], ['pExpireTime', 'k'], ['pTtl', 'k'], ['randomKey'],
    ['rename', 'a', 'b'], ['renameNx', 'a', 'b'], ['restore', 'k', 0, 'dump'], ['restore', 'k', 5, 'dump', ['REPLACE', 'IDLETIME' => 3]], ['sort', 'k'], ['sort', 'k', ['by' => 'w_*', 'limit' => [0, 5], 'get' => ['#', 'n_*'], 'sort' => 'desc', 'alpha' => true, 'store' => 'd']], ['sort_ro', 'k', 'get' => 'n_*'], ['touch', 'a', 'b'], ['ttl', 'k'], ['type', 'k'], ['unlink', 'a', 'b'], ['wait', 1, 100], ['waitAof', 1, 0, 100],
    ['eval', 'return 1'], ['eval', 'return 1', ['k', 'v'], 1], ['eval_ro', 'return 1', ['k'], 1], ['evalSha', 'sha', ['a', 'b', 3], 2], ['evalSha_ro', 'sha'], ['fCall', 'f', ['k'], ['v', 1]], ['fCall', 'f'], ['fCall_ro', 'f', ['k']], ['function', 'LOAD', 'REPLACE', 'code'], ['script', 'LOAD', 'return 1'], ['script', 'EXISTS', 'a', 'b'],
    ['publish', 'c', 'm'], ['sPublish', 'c', 'm'], ['pubSub', 'CHANNELS', 'a*'], ['pubSub', 'CHANNELS'], ['pubSub', 'NUMSUB', ['a', 'b']], ['pubSub', 'NUMPAT'],
    ['acl', 'WHOAMI'], ['acl', 'SETUSER', 'bob', ['on', '>x']], ['bgRewriteAof'], ['bgSave'], ['bgSave', true], ['client', 'LIST'], ['client', 'KILL', 'ID', 5], ['config', 'GET', 'max*'], ['config', 'GET', ['a', 'b']], ['config', 'SET', 'a', 5], ['config', 'SET', ['a' => 1, 'b' => 'x']], ['config', 'RESETSTAT'], ['dbSize'], ['echo', 'x'], ['failover', 'TO', 'host', 6379], ['flushAll'], ['flushAll', true], ['flushDB', false], ['flushDB', true],
    ['info'], ['info', 'server', 'memory'], ['lastSave'], ['latency', 'LATEST'], ['lolwut'], ['lolwut', 'VERSION', 5], ['memory', 'USAGE', 'k'], ['memory', 'USAGE', 'k', ['SAMPLES' => 0]], ['memory', 'STATS'], ['module', 'LIST'], ['ping'], ['ping', 'x'], ['replicaOf'], ['replicaOf', 'host', 6380], ['slaveOf', 'host'], ['role'], ['save'], ['slowLog', 'GET', 5], ['swapDb', 0, 1], ['time'],
    ['command', 'GET', 'k'], ['command', 'NEWCOMMAND', 'k', ['a', ['b']], 5], ['rawCommand', 'GET', 'k'],
]);
?>
--EXPECT--
copy("a", "b")
    COPY p:a p:b
copy("a", "b", {"DB":2,"REPLACE":true})
    COPY p:a p:b DB 2 REPLACE
del("a", "b")
    DEL p:a p:b
del(["a","b"], "c")
    DEL p:a p:b p:c
dump("k")
    DUMP p:k
exists("k")
    EXISTS p:k
exists(["a","b"])
    EXISTS p:a p:b
expire("k", 10)
    EXPIRE p:k 10
expire("k", 10, "NX")
    EXPIRE p:k 10 NX
expireAt("k", 99)
    EXPIREAT p:k 99
expireTime("k")
    EXPIRETIME p:k
keys("a*")
    KEYS p:a*
migrate("host", 6379, "k", 0, 1000)
    MIGRATE host 6379 p:k 0 1000
migrate("host", 6379, ["a","b"], 1, 1000, true, true, "secret")
    MIGRATE host 6379 "" 1 1000 COPY REPLACE AUTH secret KEYS p:a p:b
migrate("host", 6379, "k", 0, 1000, false, true, ["user","secret"])
    MIGRATE host 6379 p:k 0 1000 REPLACE AUTH2 user secret
move("k", 3)
    MOVE p:k 3
object("ENCODING", "k")
    OBJECT ENCODING p:k
persist("k")
    PERSIST p:k
pExpire("k", 10, "GT")
    PEXPIRE p:k 10 GT
pExpireAt("k", 99)
    PEXPIREAT p:k 99
pExpireTime("k")
    PEXPIRETIME p:k
pTtl("k")
    PTTL p:k
randomKey()
    RANDOMKEY
rename("a", "b")
    RENAME p:a p:b
renameNx("a", "b")
    RENAMENX p:a p:b
restore("k", 0, "dump")
    RESTORE p:k 0 dump
restore("k", 5, "dump", {"0":"REPLACE","IDLETIME":3})
    RESTORE p:k 5 dump REPLACE IDLETIME 3
sort("k")
    SORT p:k
sort("k", {"by":"w_*","limit":[0,5],"get":["#","n_*"],"sort":"desc","alpha":true,"store":"d"})
    SORT p:k BY w_* LIMIT 0 5 GET # GET n_* desc ALPHA STORE p:d
sort_ro("k", get: "n_*")
    SORT_RO p:k GET n_*
touch("a", "b")
    TOUCH p:a p:b
ttl("k")
    TTL p:k
type("k")
    TYPE p:k
unlink("a", "b")
    UNLINK p:a p:b
wait(1, 100)
    WAIT 1 100
waitAof(1, 0, 100)
    WAITAOF 1 0 100
eval("return 1")
    EVAL return 1 0
eval("return 1", ["k","v"], 1)
    EVAL return 1 1 p:k v
eval_ro("return 1", ["k"], 1)
    EVAL_RO return 1 1 p:k
evalSha("sha", ["a","b",3], 2)
    EVALSHA sha 2 p:a p:b 3
evalSha_ro("sha")
    EVALSHA_RO sha 0
fCall("f", ["k"], ["v",1])
    FCALL f 1 p:k v 1
fCall("f")
    FCALL f 0
fCall_ro("f", ["k"])
    FCALL_RO f 1 p:k
function("LOAD", "REPLACE", "code")
    FUNCTION LOAD REPLACE code
script("LOAD", "return 1")
    SCRIPT LOAD return 1
script("EXISTS", "a", "b")
    SCRIPT EXISTS a b
publish("c", "m")
    PUBLISH p:c m
sPublish("c", "m")
    SPUBLISH p:c m
pubSub("CHANNELS", "a*")
    PUBSUB CHANNELS p:a*
pubSub("CHANNELS")
    PUBSUB CHANNELS
pubSub("NUMSUB", ["a","b"])
    PUBSUB NUMSUB p:a p:b
pubSub("NUMPAT")
    PUBSUB NUMPAT
acl("WHOAMI")
    ACL WHOAMI
acl("SETUSER", "bob", ["on",">x"])
    ACL SETUSER bob on >x
bgRewriteAof()
    BGREWRITEAOF
bgSave()
    BGSAVE
bgSave(true)
    BGSAVE SCHEDULE
client("LIST")
    CLIENT LIST
client("KILL", "ID", 5)
    CLIENT KILL ID 5
config("GET", "max*")
    CONFIG GET max*
config("GET", ["a","b"])
    CONFIG GET a b
config("SET", "a", 5)
    CONFIG SET a 5
config("SET", {"a":1,"b":"x"})
    CONFIG SET a 1 b x
config("RESETSTAT")
    CONFIG RESETSTAT
dbSize()
    DBSIZE
echo("x")
    ECHO x
failover("TO", "host", 6379)
    FAILOVER TO host 6379
flushAll()
    FLUSHALL
flushAll(true)
    FLUSHALL ASYNC
flushDB(false)
    FLUSHDB
flushDB(true)
    FLUSHDB ASYNC
info()
    INFO
info("server", "memory")
    INFO server memory
lastSave()
    LASTSAVE
latency("LATEST")
    LATENCY LATEST
lolwut()
    LOLWUT
lolwut("VERSION", 5)
    LOLWUT VERSION 5
memory("USAGE", "k")
    MEMORY USAGE p:k
memory("USAGE", "k", {"SAMPLES":0})
    MEMORY USAGE p:k SAMPLES 0
memory("STATS")
    MEMORY STATS
module("LIST")
    MODULE LIST
ping()
    PING
ping("x")
    PING x
replicaOf()
    REPLICAOF NO ONE
replicaOf("host", 6380)
    REPLICAOF host 6380
slaveOf("host")
    SLAVEOF host 6379
role()
    ROLE
save()
    SAVE
slowLog("GET", 5)
    SLOWLOG GET 5
swapDb(0, 1)
    SWAPDB 0 1
time()
    TIME
command("GET", "k")
    GET p:k
command("NEWCOMMAND", "k", ["a",["b"]], 5)
    NEWCOMMAND k a b 5
rawCommand("GET", "k")
    GET k
