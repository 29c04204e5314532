--TEST--
Strings, bitmaps and HyperLogLogs: the words each call sends
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/wire.inc';

show_wire([
    ['append', 'k', 'x'],
    ['bitCount', 'k'], ['bitCount', 'k', 1], ['bitCount', 'k', 1, 5], ['bitCount', 'k', 1, 5, true],
    ['bitField', 'k', 'SET', 'u8', 0, 255], ['bitField', 'k', ['GET', 'u4', '#1']], ['bitField_ro', 'k', 'GET', 'u8', 0],
    ['bitOp', 'AND', 'd', 'a', 'b'], ['bitOp', 'NOT', 'd', ['a']],
    ['bitPos', 'k', true], ['bitPos', 'k', 0, 2], ['bitPos', 'k', 1, 2, 5], ['bitPos', 'k', 1, 2, 5, true],
    ['decr', 'k'], ['decr', 'k', 1], ['decr', 'k', 3], ['decrBy', 'k', 3], ['incr', 'k'], ['incr', 'k', 5], ['incrBy', 'k', 5], ['incrByFloat', 'k', 0.1], ['incrByFloat', 'k', 2],
    ['get', 'k'], ['getBit', 'k', 7], ['getDel', 'k'], ['getEx', 'k'], ['getEx', 'k', ['EX' => 10]], ['getEx', 'k', ['PERSIST' => true]], ['getEx', 'k', 'px' => 500],
    ['getRange', 'k', 0, -1], ['substr', 'k', 0, -1], ['getSet', 'k', 'v'],
    ['lcs', 'a', 'b'], ['lcs', 'a', 'b', ['IDX' => true, 'MINMATCHLEN' => 4, 'WITHMATCHLEN' => true]], ['lcs', 'a', 'b', 'len' => true],
    ['mGet', ['a', 'b', 5]], ['mSet', ['a' => 1, 5 => 'five']], ['mSetNx', ['a' => 1.5]],
    ['set', 'k', 'v'], ['set', 'k', 'v', 10], ['set', 'k', 'v', 0.5], ['set', 'k', 'v', null], ['set', 'k', 'v', ['NX', 'EX' => 10]], ['set', 'k', 'v', ['xx', 'keepttl' => true, 'get' => false]], ['set', 'k', 'v', [null, 'PX' => 5]], ['set', 'k', 'v', 'nx' => true, 'px' => 3000], ['set', 'k', 'v', ['NX'], 'exat' => 99],
    ['setBit', 'k', 3, true], ['setBit', 'k', 3, 0], ['setEx', 'k', 60, 'v'], ['pSetEx', 'k', 60000, 'v'], ['setNx', 'k', 'v'], ['setRange', 'k', 5, 'x'], ['strLen', 'k'],
    ['pfAdd', 'k', ['a', 'b']], ['pfAdd', 'k', 'a', 'b'], ['pfCount', 'a'], ['pfCount', ['a', 'b']], ['pfCount', 'a', 'b'], ['pfMerge', 'd', ['a', 'b']], ['pfMerge', 'd', 'a', 'b'],
]);
?>
--EXPECT--
append("k", "x")
    APPEND p:k x
bitCount("k")
    BITCOUNT p:k
bitCount("k", 1)
    BITCOUNT p:k 1 -1
bitCount("k", 1, 5)
    BITCOUNT p:k 1 5
bitCount("k", 1, 5, true)
    BITCOUNT p:k 1 5 BIT
bitField("k", "SET", "u8", 0, 255)
    BITFIELD p:k SET u8 0 255
bitField("k", ["GET","u4","#1"])
    BITFIELD p:k GET u4 #1
bitField_ro("k", "GET", "u8", 0)
    BITFIELD_RO p:k GET u8 0
bitOp("AND", "d", "a", "b")
    BITOP AND p:d p:a p:b
bitOp("NOT", "d", ["a"])
    BITOP NOT p:d p:a
bitPos("k", true)
    BITPOS p:k 1
bitPos("k", 0, 2)
    BITPOS p:k 0 2
bitPos("k", 1, 2, 5)
    BITPOS p:k 1 2 5
bitPos("k", 1, 2, 5, true)
    BITPOS p:k 1 2 5 BIT
decr("k")
    DECR p:k
decr("k", 1)
    DECR p:k
decr("k", 3)
    DECRBY p:k 3
decrBy("k", 3)
    DECRBY p:k 3
incr("k")
    INCR p:k
incr("k", 5)
    INCRBY p:k 5
incrBy("k", 5)
    INCRBY p:k 5
incrByFloat("k", 0.1)
    INCRBYFLOAT p:k 0.1
incrByFloat("k", 2)
    INCRBYFLOAT p:k 2
get("k")
    GET p:k
getBit("k", 7)
    GETBIT p:k 7
getDel("k")
    GETDEL p:k
getEx("k")
    GETEX p:k
getEx("k", {"EX":10})
    GETEX p:k EX 10
getEx("k", {"PERSIST":true})
    GETEX p:k PERSIST
getEx("k", px: 500)
    GETEX p:k px 500
getRange("k", 0, -1)
    GETRANGE p:k 0 -1
substr("k", 0, -1)
    SUBSTR p:k 0 -1
getSet("k", "v")
    GETSET p:k v
lcs("a", "b")
    LCS p:a p:b
lcs("a", "b", {"IDX":true,"MINMATCHLEN":4,"WITHMATCHLEN":true})
    LCS p:a p:b IDX MINMATCHLEN 4 WITHMATCHLEN
lcs("a", "b", len: true)
    LCS p:a p:b len
mGet(["a","b",5])
    MGET p:a p:b p:5
mSet({"a":1,"5":"five"})
    MSET p:a 1 p:5 five
mSetNx({"a":1.5})
    MSETNX p:a 1.5
set("k", "v")
    SET p:k v
set("k", "v", 10)
    SET p:k v EX 10
set("k", "v", 0.5)
    SET p:k v PX 500
set("k", "v", null)
    SET p:k v
set("k", "v", {"0":"NX","EX":10})
    SET p:k v NX EX 10
set("k", "v", {"0":"xx","keepttl":true,"get":false})
    SET p:k v xx keepttl
set("k", "v", {"0":null,"PX":5})
    SET p:k v PX 5
set("k", "v", nx: true, px: 3000)
    SET p:k v nx px 3000
set("k", "v", ["NX"], exat: 99)
    SET p:k v NX exat 99
setBit("k", 3, true)
    SETBIT p:k 3 1
setBit("k", 3, 0)
    SETBIT p:k 3 0
setEx("k", 60, "v")
    SETEX p:k 60 v
pSetEx("k", 60000, "v")
    PSETEX p:k 60000 v
setNx("k", "v")
    SETNX p:k v
setRange("k", 5, "x")
    SETRANGE p:k 5 x
strLen("k")
    STRLEN p:k
pfAdd("k", ["a","b"])
    PFADD p:k a b
pfAdd("k", "a", "b")
    PFADD p:k a b
pfCount("a")
    PFCOUNT p:a
pfCount(["a","b"])
    PFCOUNT p:a p:b
pfCount("a", "b")
    PFCOUNT p:a p:b
pfMerge("d", ["a","b"])
    PFMERGE p:d p:a p:b
pfMerge("d", "a", "b")
    PFMERGE p:d p:a p:b
