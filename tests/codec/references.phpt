--TEST--
References, shared objects and cycles come back as such; an array that contains itself is refused where it could not
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

foreach (['php', 'igbinary'] as $serializer) {
    echo "$serializer\n";
    $codec = new Codec($serializer);
    $copy = fn($value) => $codec->decode($codec->encode($value));

    $number = 1;
    $pair = $copy(['a' => &$number, 'b' => &$number, 'c' => [&$number]]);
    $pair['a'] = 9;
    var_dump($pair['b'] === 9 && $pair['c'][0] === 9 && $number === 1);

    $list = [1];
    $both = $copy([&$list, &$list]);
    $both[0][] = 2;
    var_dump($both[1] === [1, 2]);

    $point = new Point();
    $point->next = $point;
    $point->extra = &$point->x;
    $back = $copy([$point, 'again' => $point]);
    $back[0]->x = 77;
    var_dump($back['again'] === $back[0] && $back[0]->next === $back[0] && $back[0]->extra === 77);

    $held = ['a' => 1];
    $held['self'] = &$held; // $held keeps the reference
    $back = $copy($held);
    $back['self']['a'] = 5;
    var_dump($back['self']['self']['a'] === 5);

    $loose = (function () {
        $array = ['a' => 1];
        $array['self'] = &$array;
        return $array; // nothing else holds the reference any more
    })();
    $result = caught(fn() => serialize($copy($loose)) === serialize(unserialize(serialize($loose)))); // PHP makes the inner one null
    echo $result, "\n";
}
// Nor is one read that somebody made.
echo caught(fn() => (new Codec('igbinary'))->decode("\xFF\x40\x02\x00\0\0\0\2\x14\x01\x06\x00\x01\x00")), "\n";
// By reference neither, when the array did not begin as one: igbinary would go on filling what is shared by then.
echo caught(fn() => (new Codec('igbinary'))->decode("\xFF\x40\x02\x00\0\0\0\2\x14\x02\x06\x00\x25\x01\x00\x11\x01a\x00")), "\n";
unset($held, $point, $back, $loose);
gc_collect_cycles(); // memcheck counts cycles as leaks
?>
--EXPECT--
php
bool(true)
bool(true)
bool(true)
bool(true)
no exception, but bool 31
igbinary
bool(true)
bool(true)
bool(true)
bool(true)
CodecException: An array in the value contains itself, which igbinary cannot restore: use the serializer php
CodecException: An array in the value contains itself, which igbinary cannot restore: use the serializer php
CodecException: An array in the value contains itself, which igbinary cannot restore: use the serializer php
