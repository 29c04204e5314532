--TEST--
Sorted sets and geo: the words each call sends
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/wire.inc';

show_wire([
    ['bzMPop', 1, ['a', 'b'], 'MIN'], ['bzMPop', 0.5, ['a'], 'MAX', 2], ['bzPopMax', ['a', 'b'], 1], ['bzPopMin', 'a', 'b', 1],
    ['zAdd', 'z', 1, 'a'], ['zAdd', 'z', 1.5, 'a', '2', 'b'], ['zAdd', 'z', ['NX', 'CH'], 1, 'a'], ['zAdd', 'z', ['incr' => true], INF, 'a'], ['zAdd', 'z', 1, 'a', 'gt' => true],
    ['zCard', 'z'], ['zCount', 'z', '-inf', '(5'], ['zDiff', ['a', 'b']], ['zDiff', ['a', 'b'], ['WITHSCORES' => true]], ['zDiffStore', 'd', ['a', 'b']], ['zIncrBy', 'z', 2.5, 'm'],
    ['zInter', ['a', 'b']], ['zInter', ['a', 'b'], [1, 2.5], ['aggregate' => 'MAX', 'withscores' => true]], ['zInter', ['a'], 'withscores' => true], ['zInterCard', ['a', 'b'], 3], ['zInterStore', 'd', ['a', 'b']], ['zInterStore', 'd', ['a', 'b'], [1, 2], 'MIN'], ['zLexCount', 'z', '-', '[c'],
    ['zMPop', ['a', 'b'], 'MIN'], ['zMPop', ['a'], 'MAX', 2], ['zMScore', 'z', 'a', 'b'], ['zMScore', 'z', ['a', 'b']], ['zPopMax', 'z'], ['zPopMin', 'z', 2], ['zRandMember', 'z'], ['zRandMember', 'z', ['COUNT' => 2, 'WITHSCORES' => true]],
    ['zRange', 'z', 0, -1], ['zRange', 'z', 0, -1, true], ['zRange', 'z', 0, -1, false], ['zRange', 'z', 0, -1, ['withscores' => false, 'rev']], ['zRange', 'z', '(1', 5, ['BYSCORE', 'LIMIT' => [0, 10]]], ['zRange', 'z', 0, -1, 'rev' => true, 'withscores' => true],
    ['zRangeByLex', 'z', '[a', '(c'], ['zRangeByLex', 'z', '-', '+', 1, 2], ['zRangeByLex', 'z', '-', '+', -1, -1], ['zRangeByScore', 'z', 1, '+inf'], ['zRangeByScore', 'z', 1, 5, ['withscores' => true, 'limit' => [0, 3]]], ['zRangeStore', 'd', 's', 0, -1, ['REV' => true]],
    ['zRank', 'z', 'm'], ['zRank', 'z', 'm', true], ['zRem', 'z', 'a', 'b'], ['zRemRangeByLex', 'z', '-', '+'], ['zRemRangeByRank', 'z', 0, 1], ['zRemRangeByScore', 'z', '(1', 5], ['zRevRange', 'z', 0, 9, true], ['zRevRangeByLex', 'z', '+', '-', 0, 5], ['zRevRangeByScore', 'z', 5, 1, ['limit' => [0, 1]]],
    ['zRevRank', 'z', 'm'], ['zScore', 'z', 'm'], ['zUnion', ['a', 'b'], [1, 2]], ['zUnionStore', 'd', ['a', 'b'], null, 'MAX'],
    ['geoAdd', 'g', 13.361389, 38.115556, 'Palermo'], ['geoAdd', 'g', 1, 2, 'a', 3, 4, 'b', ['NX']], ['geoAdd', 'g', 1, 2, 'a', 'ch' => true], ['geoDist', 'g', 'a', 'b'], ['geoDist', 'g', 'a', 'b', 'km'], ['geoHash', 'g', 'a', 'b'], ['geoPos', 'g', 'a'],
    ['geoRadius', 'g', 15, 37, 200, 'km', ['WITHDIST', 'COUNT' => [3, 'ANY'], 'ASC']], ['geoRadius', 'g', 15, 37, 200, 'km', ['STORE' => 'd', 'COUNT' => 1]], ['geoRadius_ro', 'g', 15, 37, 200, 'km'], ['geoRadiusByMember', 'g', 'a', 100, 'm', ['STOREDIST' => 'd']], ['geoRadiusByMember_ro', 'g', 'a', 100, 'm'],
    ['geoSearch', 'g', 'a', 100, 'km'], ['geoSearch', 'g', [15, 37], [10, 20], 'km', ['WITHCOORD', 'COUNT' => 2, 'DESC']], ['geoSearchStore', 'd', 's', 'a', 100, 'km', ['STOREDIST' => true]],
]);
?>
--EXPECT--
bzMPop(1, ["a","b"], "MIN")
    BZMPOP 1 2 p:a p:b MIN
bzMPop(0.5, ["a"], "MAX", 2)
    BZMPOP 0.5 1 p:a MAX COUNT 2
bzPopMax(["a","b"], 1)
    BZPOPMAX p:a p:b 1
bzPopMin("a", "b", 1)
    BZPOPMIN p:a p:b 1
zAdd("z", 1, "a")
    ZADD p:z 1 a
zAdd("z", 1.5, "a", "2", "b")
    ZADD p:z 1.5 a 2 b
zAdd("z", ["NX","CH"], 1, "a")
    ZADD p:z NX CH 1 a
zAdd("z", {"incr":true}, INF, "a")
    ZADD p:z incr inf a
zAdd("z", 1, "a", gt: true)
    ZADD p:z gt 1 a
zCard("z")
    ZCARD p:z
zCount("z", "-inf", "(5")
    ZCOUNT p:z -inf (5
zDiff(["a","b"])
    ZDIFF 2 p:a p:b
zDiff(["a","b"], {"WITHSCORES":true})
    ZDIFF 2 p:a p:b WITHSCORES
zDiffStore("d", ["a","b"])
    ZDIFFSTORE p:d 2 p:a p:b
zIncrBy("z", 2.5, "m")
    ZINCRBY p:z 2.5 m
zInter(["a","b"])
    ZINTER 2 p:a p:b
zInter(["a","b"], [1,2.5], {"aggregate":"MAX","withscores":true})
    ZINTER 2 p:a p:b WEIGHTS 1 2.5 aggregate MAX withscores
zInter(["a"], withscores: true)
    ZINTER 1 p:a withscores
zInterCard(["a","b"], 3)
    ZINTERCARD 2 p:a p:b LIMIT 3
zInterStore("d", ["a","b"])
    ZINTERSTORE p:d 2 p:a p:b
zInterStore("d", ["a","b"], [1,2], "MIN")
    ZINTERSTORE p:d 2 p:a p:b WEIGHTS 1 2 AGGREGATE MIN
zLexCount("z", "-", "[c")
    ZLEXCOUNT p:z - [c
zMPop(["a","b"], "MIN")
    ZMPOP 2 p:a p:b MIN
zMPop(["a"], "MAX", 2)
    ZMPOP 1 p:a MAX COUNT 2
zMScore("z", "a", "b")
    ZMSCORE p:z a b
zMScore("z", ["a","b"])
    ZMSCORE p:z a b
zPopMax("z")
    ZPOPMAX p:z
zPopMin("z", 2)
    ZPOPMIN p:z 2
zRandMember("z")
    ZRANDMEMBER p:z
zRandMember("z", {"COUNT":2,"WITHSCORES":true})
    ZRANDMEMBER p:z 2 WITHSCORES
zRange("z", 0, -1)
    ZRANGE p:z 0 -1
zRange("z", 0, -1, true)
    ZRANGE p:z 0 -1 WITHSCORES
zRange("z", 0, -1, false)
    ZRANGE p:z 0 -1
zRange("z", 0, -1, {"withscores":false,"0":"rev"})
    ZRANGE p:z 0 -1 rev
zRange("z", "(1", 5, {"0":"BYSCORE","LIMIT":[0,10]})
    ZRANGE p:z (1 5 BYSCORE LIMIT 0 10
zRange("z", 0, -1, rev: true, withscores: true)
    ZRANGE p:z 0 -1 rev withscores
zRangeByLex("z", "[a", "(c")
    ZRANGEBYLEX p:z [a (c
zRangeByLex("z", "-", "+", 1, 2)
    ZRANGEBYLEX p:z - + LIMIT 1 2
zRangeByLex("z", "-", "+", -1, -1)
    ZRANGEBYLEX p:z - +
zRangeByScore("z", 1, "+inf")
    ZRANGEBYSCORE p:z 1 +inf
zRangeByScore("z", 1, 5, {"withscores":true,"limit":[0,3]})
    ZRANGEBYSCORE p:z 1 5 withscores limit 0 3
zRangeStore("d", "s", 0, -1, {"REV":true})
    ZRANGESTORE p:d p:s 0 -1 REV
zRank("z", "m")
    ZRANK p:z m
zRank("z", "m", true)
    ZRANK p:z m WITHSCORE
zRem("z", "a", "b")
    ZREM p:z a b
zRemRangeByLex("z", "-", "+")
    ZREMRANGEBYLEX p:z - +
zRemRangeByRank("z", 0, 1)
    ZREMRANGEBYRANK p:z 0 1
zRemRangeByScore("z", "(1", 5)
    ZREMRANGEBYSCORE p:z (1 5
zRevRange("z", 0, 9, true)
    ZREVRANGE p:z 0 9 WITHSCORES
zRevRangeByLex("z", "+", "-", 0, 5)
    ZREVRANGEBYLEX p:z + - LIMIT 0 5
zRevRangeByScore("z", 5, 1, {"limit":[0,1]})
    ZREVRANGEBYSCORE p:z 5 1 limit 0 1
zRevRank("z", "m")
    ZREVRANK p:z m
zScore("z", "m")
    ZSCORE p:z m
zUnion(["a","b"], [1,2])
    ZUNION 2 p:a p:b WEIGHTS 1 2
zUnionStore("d", ["a","b"], null, "MAX")
    ZUNIONSTORE p:d 2 p:a p:b AGGREGATE MAX
geoAdd("g", 13.361389, 38.115556, "Palermo")
    GEOADD p:g 13.361389 38.115556 Palermo
geoAdd("g", 1, 2, "a", 3, 4, "b", ["NX"])
    GEOADD p:g NX 1 2 a 3 4 b
geoAdd("g", 1, 2, "a", ch: true)
    GEOADD p:g ch 1 2 a
geoDist("g", "a", "b")
    GEODIST p:g a b
geoDist("g", "a", "b", "km")
    GEODIST p:g a b km
geoHash("g", "a", "b")
    GEOHASH p:g a b
geoPos("g", "a")
    GEOPOS p:g a
geoRadius("g", 15, 37, 200, "km", {"0":"WITHDIST","COUNT":[3,"ANY"],"1":"ASC"})
    GEORADIUS p:g 15 37 200 km WITHDIST COUNT 3 ANY ASC
geoRadius("g", 15, 37, 200, "km", {"STORE":"d","COUNT":1})
    GEORADIUS p:g 15 37 200 km STORE p:d COUNT 1
geoRadius_ro("g", 15, 37, 200, "km")
    GEORADIUS_RO p:g 15 37 200 km
geoRadiusByMember("g", "a", 100, "m", {"STOREDIST":"d"})
    GEORADIUSBYMEMBER p:g a 100 m STOREDIST p:d
geoRadiusByMember_ro("g", "a", 100, "m")
    GEORADIUSBYMEMBER_RO p:g a 100 m
geoSearch("g", "a", 100, "km")
    GEOSEARCH p:g FROMMEMBER a BYRADIUS 100 km
geoSearch("g", [15,37], [10,20], "km", {"0":"WITHCOORD","COUNT":2,"1":"DESC"})
    GEOSEARCH p:g FROMLONLAT 15 37 BYBOX 10 20 km WITHCOORD COUNT 2 DESC
geoSearchStore("d", "s", "a", 100, "km", {"STOREDIST":true})
    GEOSEARCHSTORE p:d p:s FROMMEMBER a BYRADIUS 100 km STOREDIST
