--TEST--
Hashes, lists and sets: the words each call sends
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/wire.inc';

show_wire([
    ['hDel', 'h', 'a', 'b'], ['hDel', 'h', ['a', 'b']], ['hExists', 'h', 'f'], ['hGet', 'h', 5], ['hGetAll', 'h'], ['hIncrBy', 'h', 'f', -2], ['hIncrByFloat', 'h', 'f', 0.5], ['hKeys', 'h'], ['hLen', 'h'],
    ['hMGet', 'h', ['a', 5]], ['hMSet', 'h', ['a' => 1, 5 => 'x']], ['hRandField', 'h'], ['hRandField', 'h', ['COUNT' => 2]], ['hRandField', 'h', ['count' => -2, 'withvalues' => true]], ['hRandField', 'h', 'count' => 3],
    ['hSet', 'h', 'f', 'v'], ['hSet', 'h', 'f', 'v', 'g', 'w'], ['hSet', 'h', ['f' => 'v', 7 => 'w']], ['hSetNx', 'h', 'f', 'v'], ['hStrLen', 'h', 'f'], ['hVals', 'h'],
    ['blMove', 'a', 'b', 'LEFT', 'RIGHT', 1.5], ['blMPop', 1, ['a', 'b'], 'LEFT'], ['blMPop', 0.5, ['a'], 'RIGHT', 3], ['blPop', 'a', 1], ['blPop', ['a', 'b'], 2], ['blPop', 'a', 'b', 0.25], ['brPop', ['a'], 1], ['brPopLPush', 'a', 'b', 1],
    ['lIndex', 'l', -1], ['lInsert', 'l', 'BEFORE', 'p', 'v'], ['lLen', 'l'], ['lMove', 'a', 'b', 'LEFT', 'RIGHT'], ['lMPop', ['a', 'b'], 'LEFT'], ['lMPop', ['a'], 'RIGHT', 2], ['lPop', 'l'], ['lPop', 'l', 2], ['lPos', 'l', 'v'], ['lPos', 'l', 'v', ['RANK' => -1, 'COUNT' => 0]], ['lPos', 'l', 'v', 'maxlen' => 10],
    ['lPush', 'l', 'a', 'b'], ['lPushX', 'l', 'a'], ['lRange', 'l', 0, -1], ['lRem', 'l', 'v'], ['lRem', 'l', 'v', -2], ['lSet', 'l', 0, 'v'], ['lTrim', 'l', 0, 9], ['rPop', 'l'], ['rPop', 'l', 3], ['rPopLPush', 'a', 'b'], ['rPush', 'l', 'a', 'b'], ['rPushX', 'l', 'a'],
    ['sAdd', 's', 'a', 1, 1.5], ['sAdd', 's', ['a', 'b']], ['sAddArray', 's', ['a', 'b']], ['sCard', 's'], ['sDiff', 'a', 'b'], ['sDiff', ['a', 'b']], ['sDiffStore', 'd', 'a', 'b'], ['sInter', ['a', 'b']], ['sInterCard', ['a', 'b']], ['sInterCard', ['a'], 5], ['sInterStore', 'd', ['a', 'b']],
    ['sIsMember', 's', 'm'], ['sMembers', 's'], ['sMIsMember', 's', 'a', 'b'], ['sMIsMember', 's', ['a', 'b']], ['sMove', 'a', 'b', 'm'], ['sPop', 's'], ['sPop', 's', 2], ['sRandMember', 's'], ['sRandMember', 's', -3], ['sRem', 's', 'a', 'b'], ['sUnion', 'a', 'b'], ['sUnionStore', 'd', 'a', 'b'],
]);
?>
--EXPECT--
hDel("h", "a", "b")
    HDEL p:h a b
hDel("h", ["a","b"])
    HDEL p:h a b
hExists("h", "f")
    HEXISTS p:h f
hGet("h", 5)
    HGET p:h 5
hGetAll("h")
    HGETALL p:h
hIncrBy("h", "f", -2)
    HINCRBY p:h f -2
hIncrByFloat("h", "f", 0.5)
    HINCRBYFLOAT p:h f 0.5
hKeys("h")
    HKEYS p:h
hLen("h")
    HLEN p:h
hMGet("h", ["a",5])
    HMGET p:h a 5
hMSet("h", {"a":1,"5":"x"})
    HMSET p:h a 1 5 x
hRandField("h")
    HRANDFIELD p:h
hRandField("h", {"COUNT":2})
    HRANDFIELD p:h 2
hRandField("h", {"count":-2,"withvalues":true})
    HRANDFIELD p:h -2 WITHVALUES
hRandField("h", count: 3)
    HRANDFIELD p:h 3
hSet("h", "f", "v")
    HSET p:h f v
hSet("h", "f", "v", "g", "w")
    HSET p:h f v g w
hSet("h", {"f":"v","7":"w"})
    HSET p:h f v 7 w
hSetNx("h", "f", "v")
    HSETNX p:h f v
hStrLen("h", "f")
    HSTRLEN p:h f
hVals("h")
    HVALS p:h
blMove("a", "b", "LEFT", "RIGHT", 1.5)
    BLMOVE p:a p:b LEFT RIGHT 1.5
blMPop(1, ["a","b"], "LEFT")
    BLMPOP 1 2 p:a p:b LEFT
blMPop(0.5, ["a"], "RIGHT", 3)
    BLMPOP 0.5 1 p:a RIGHT COUNT 3
blPop("a", 1)
    BLPOP p:a 1
blPop(["a","b"], 2)
    BLPOP p:a p:b 2
blPop("a", "b", 0.25)
    BLPOP p:a p:b 0.25
brPop(["a"], 1)
    BRPOP p:a 1
brPopLPush("a", "b", 1)
    BRPOPLPUSH p:a p:b 1
lIndex("l", -1)
    LINDEX p:l -1
lInsert("l", "BEFORE", "p", "v")
    LINSERT p:l BEFORE p v
lLen("l")
    LLEN p:l
lMove("a", "b", "LEFT", "RIGHT")
    LMOVE p:a p:b LEFT RIGHT
lMPop(["a","b"], "LEFT")
    LMPOP 2 p:a p:b LEFT
lMPop(["a"], "RIGHT", 2)
    LMPOP 1 p:a RIGHT COUNT 2
lPop("l")
    LPOP p:l
lPop("l", 2)
    LPOP p:l 2
lPos("l", "v")
    LPOS p:l v
lPos("l", "v", {"RANK":-1,"COUNT":0})
    LPOS p:l v RANK -1 COUNT 0
lPos("l", "v", maxlen: 10)
    LPOS p:l v maxlen 10
lPush("l", "a", "b")
    LPUSH p:l a b
lPushX("l", "a")
    LPUSHX p:l a
lRange("l", 0, -1)
    LRANGE p:l 0 -1
lRem("l", "v")
    LREM p:l 0 v
lRem("l", "v", -2)
    LREM p:l -2 v
lSet("l", 0, "v")
    LSET p:l 0 v
lTrim("l", 0, 9)
    LTRIM p:l 0 9
rPop("l")
    RPOP p:l
rPop("l", 3)
    RPOP p:l 3
rPopLPush("a", "b")
    RPOPLPUSH p:a p:b
rPush("l", "a", "b")
    RPUSH p:l a b
rPushX("l", "a")
    RPUSHX p:l a
sAdd("s", "a", 1, 1.5)
    SADD p:s a 1 1.5
sAdd("s", ["a","b"])
    SADD p:s a b
sAddArray("s", ["a","b"])
    SADD p:s a b
sCard("s")
    SCARD p:s
sDiff("a", "b")
    SDIFF p:a p:b
sDiff(["a","b"])
    SDIFF p:a p:b
sDiffStore("d", "a", "b")
    SDIFFSTORE p:d p:a p:b
sInter(["a","b"])
    SINTER p:a p:b
sInterCard(["a","b"])
    SINTERCARD 2 p:a p:b
sInterCard(["a"], 5)
    SINTERCARD 1 p:a LIMIT 5
sInterStore("d", ["a","b"])
    SINTERSTORE p:d p:a p:b
sIsMember("s", "m")
    SISMEMBER p:s m
sMembers("s")
    SMEMBERS p:s
sMIsMember("s", "a", "b")
    SMISMEMBER p:s a b
sMIsMember("s", ["a","b"])
    SMISMEMBER p:s a b
sMove("a", "b", "m")
    SMOVE p:a p:b m
sPop("s")
    SPOP p:s
sPop("s", 2)
    SPOP p:s 2
sRandMember("s")
    SRANDMEMBER p:s
sRandMember("s", -3)
    SRANDMEMBER p:s -3
sRem("s", "a", "b")
    SREM p:s a b
sUnion("a", "b")
    SUNION p:a p:b
sUnionStore("d", "a", "b")
    SUNIONSTORE p:d p:a p:b
