--TEST--
Streams: the words each call sends
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/wire.inc';

show_wire([
    ['xAck', 'x', 'g', ['1-1', '2-1']], ['xAck', 'x', 'g', '1-1'], ['xAdd', 'x', '*', ['f' => 'v', 5 => 1.5]], ['xAdd', 'x', '*', ['f' => 'v'], 100], ['xAdd', 'x', '*', ['f' => 'v'], 100, true], ['xAdd', 'x', '1-1', ['f' => 'v'], 0, false, true],
    ['xAutoClaim', 'x', 'g', 'c', 1000, '0'], ['xAutoClaim', 'x', 'g', 'c', 1000, '0', 5, true], ['xClaim', 'x', 'g', 'c', 1000, ['1-1', '2-1']], ['xClaim', 'x', 'g', 'c', 0, ['1-1'], ['IDLE' => 5, 'FORCE', 'JUSTID' => true]], ['xDel', 'x', ['1-1']],
    ['xGroup', 'CREATE', 'x', 'g', '$'], ['xGroup', 'CREATE', 'x', 'g', '0', true, 5], ['xGroup', 'DESTROY', 'x', 'g'], ['xGroup', 'CREATECONSUMER', 'x', 'g', 'c'], ['xGroup', 'HELP'], ['xInfo', 'STREAM', 'x'], ['xInfo', 'STREAM', 'x', 'FULL', 5], ['xInfo', 'CONSUMERS', 'x', 'g'],
    ['xLen', 'x'], ['xPending', 'x', 'g'], ['xPending', 'x', 'g', '-', '+', 10], ['xPending', 'x', 'g', '-', '+', 10, 'c'], ['xPending', 'x', 'g', '-', '+', 10, null, 9000], ['xRange', 'x', '-', '+'], ['xRange', 'x', '-', '+', 5], ['xRevRange', 'x', '+', '-', 5],
    ['xRead', ['a' => '0', 'b' => '$', 7 => '1-1']], ['xRead', ['a' => '0'], 5, 100], ['xRead', ['a' => '0'], -1, -1], ['xReadGroup', 'g', 'c', ['a' => '>']], ['xReadGroup', 'g', 'c', ['a' => '>'], 5, 100, true],
    ['xSetId', 'x', '5-1'], ['xSetId', 'x', '5-1', ['ENTRIESADDED' => 5, 'MAXDELETEDID' => '1-1']], ['xTrim', 'x', 10], ['xTrim', 'x', 10, true], ['xTrim', 'x', '5-1', true, true, 100],
]);
?>
--EXPECT--
xAck("x", "g", ["1-1","2-1"])
    XACK p:x g 1-1 2-1
xAck("x", "g", "1-1")
    XACK p:x g 1-1
xAdd("x", "*", {"f":"v","5":1.5})
    XADD p:x * f v 5 1.5
xAdd("x", "*", {"f":"v"}, 100)
    XADD p:x MAXLEN 100 * f v
xAdd("x", "*", {"f":"v"}, 100, true)
    XADD p:x MAXLEN ~ 100 * f v
xAdd("x", "1-1", {"f":"v"}, 0, false, true)
    XADD p:x NOMKSTREAM 1-1 f v
xAutoClaim("x", "g", "c", 1000, "0")
    XAUTOCLAIM p:x g c 1000 0
xAutoClaim("x", "g", "c", 1000, "0", 5, true)
    XAUTOCLAIM p:x g c 1000 0 COUNT 5 JUSTID
xClaim("x", "g", "c", 1000, ["1-1","2-1"])
    XCLAIM p:x g c 1000 1-1 2-1
xClaim("x", "g", "c", 0, ["1-1"], {"IDLE":5,"0":"FORCE","JUSTID":true})
    XCLAIM p:x g c 0 1-1 IDLE 5 FORCE JUSTID
xDel("x", ["1-1"])
    XDEL p:x 1-1
xGroup("CREATE", "x", "g", "$")
    XGROUP CREATE p:x g $
xGroup("CREATE", "x", "g", "0", true, 5)
    XGROUP CREATE p:x g 0 MKSTREAM ENTRIESREAD 5
xGroup("DESTROY", "x", "g")
    XGROUP DESTROY p:x g
xGroup("CREATECONSUMER", "x", "g", "c")
    XGROUP CREATECONSUMER p:x g c
xGroup("HELP")
    XGROUP HELP
xInfo("STREAM", "x")
    XINFO STREAM p:x
xInfo("STREAM", "x", "FULL", 5)
    XINFO STREAM p:x FULL COUNT 5
xInfo("CONSUMERS", "x", "g")
    XINFO CONSUMERS p:x g
xLen("x")
    XLEN p:x
xPending("x", "g")
    XPENDING p:x g
xPending("x", "g", "-", "+", 10)
    XPENDING p:x g - + 10
xPending("x", "g", "-", "+", 10, "c")
    XPENDING p:x g - + 10 c
xPending("x", "g", "-", "+", 10, null, 9000)
    XPENDING p:x g IDLE 9000 - + 10
xRange("x", "-", "+")
    XRANGE p:x - +
xRange("x", "-", "+", 5)
    XRANGE p:x - + COUNT 5
xRevRange("x", "+", "-", 5)
    XREVRANGE p:x + - COUNT 5
xRead({"a":"0","b":"$","7":"1-1"})
    XREAD STREAMS p:a p:b p:7 0 $ 1-1
xRead({"a":"0"}, 5, 100)
    XREAD COUNT 5 BLOCK 100 STREAMS p:a 0
xRead({"a":"0"}, -1, -1)
    XREAD STREAMS p:a 0
xReadGroup("g", "c", {"a":">"})
    XREADGROUP GROUP g c STREAMS p:a >
xReadGroup("g", "c", {"a":">"}, 5, 100, true)
    XREADGROUP GROUP g c COUNT 5 BLOCK 100 NOACK STREAMS p:a >
xSetId("x", "5-1")
    XSETID p:x 5-1
xSetId("x", "5-1", {"ENTRIESADDED":5,"MAXDELETEDID":"1-1"})
    XSETID p:x 5-1 ENTRIESADDED 5 MAXDELETEDID 1-1
xTrim("x", 10)
    XTRIM p:x MAXLEN 10
xTrim("x", 10, true)
    XTRIM p:x MAXLEN ~ 10
xTrim("x", "5-1", true, true, 100)
    XTRIM p:x MINID ~ 5-1 LIMIT 100
