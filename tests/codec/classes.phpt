--TEST--
allowed_classes: other classes are refused, when written and when read, before anything of them runs; the same for both serializers
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

class Evil
{
    public $x = 1;

    public function __wakeup(): void
    {
        echo "woken!\n";
    }

    public function __destruct()
    {
        echo "destroyed\n";
    }
}
spl_autoload_register(function (string $class): void {
    echo "autoload $class\n";
});

foreach (['php', 'igbinary'] as $serializer) {
    echo "$serializer\n";
    $all = new Codec($serializer);
    $evil = new Evil();
    $storedEvil = $all->encode(['id' => 1, 'Rediskit\Tests\Evil', $evil, [$evil]]);
    $none = new Codec($serializer, allowed_classes: []);
    $some = new Codec($serializer, allowed_classes: ['Rediskit\Tests\POINT', '\Rediskit\Tests\Suit', 'stdClass']);
    $text = new Codec($serializer, allowed_classes: 'rediskit\tests\point, rediskit\tests\suit');
    unset($evil);

    foreach ([$none, $some, $text] as $codec) {
        echo caught(fn() => $codec->decode($storedEvil)), "\n";
    }
    $good = ['a', new Point(), Suit::Hearts, [new Point(2), 'x' => Suit::Spades]];
    var_dump(canonical($some->decode($all->encode($good))) === canonical($good), canonical($text->decode($text->encode($good))) === canonical($good));
    echo caught(fn() => $none->decode($all->encode(Suit::Hearts))), "\n";
    echo caught(fn() => $none->decode($all->encode([1, (object) []]))), "\n";
    echo caught(fn() => $none->encode(new Point())), "\n";
    echo caught(fn() => $some->encode(['deep' => [new Magic()]])), "\n";
    echo caught(fn() => (new Codec($serializer, allowed_classes: [Magic::class]))->encode(new Magic(new Point()))), "\n";
    var_dump($none->decode($none->encode([1, 'Rediskit\Tests\Evil'])));
}
echo "forms of text\n";
$none = new Codec('php', allowed_classes: '');
foreach (['O:8:"stdClass":0:{}', 'O:+8:"stdClass":0:{}', 'o:8:"stdClass":0:{}', 'C:11:"ArrayObject":21:{x:i:0;a:0:{};m:a:0:{}}', 'E:26:"Rediskit\Tests\Suit:Hearts";', 'a:1:{i:0;O:9:"\stdClass":0:{}}'] as $payload) {
    echo caught(fn() => $none->decode("\xFF\x40\x01\x00$payload")), "\n";
}
echo "a class named by the number of an earlier string\n";
echo caught(fn() => (new Codec('igbinary', allowed_classes: 'a'))->decode("\xFF\x40\x02\x00\0\0\0\2\x14\x02\x06\x00\x11\x08stdClass\x06\x01\x1A\x00\x14\x00")), "\n";
echo "a class that does not exist\n";
echo get_class((new Codec('php'))->decode("\xFF\x40\x01\x00" . 'O:7:"Missing":1:{s:1:"a";i:1;}')), "\n";
echo "a name that would be a line of its own\n";
foreach (["\xFF\x40\x01\x00O:8:\"a\nb\r\0c\x7F\e\":0:{}", "\xFF\x40\x02\x00\0\0\0\2\x17\x04a\nb\e\x14\x00"] as $stored) {
    echo caught(fn() => $none->decode($stored)), "\n", caught(fn() => $none->decode($stored, "a\nkey")), "\n";
}
echo "a list that is all of them\n";
echo get_class((new Codec('php', allowed_classes: ['*']))->decode("\xFF\x40\x01\x00" . 'O:8:"stdClass":0:{}')), "\n";
echo "end\n";
?>
--EXPECT--
php
destroyed
CodecException: Objects of class Rediskit\Tests\Evil are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Evil are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Evil are not allowed in stored values: add the class to the option allowed_classes if it should be
bool(true)
bool(true)
CodecException: Objects of class Rediskit\Tests\Suit are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class stdClass are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Point are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Magic are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Point are not allowed in stored values: add the class to the option allowed_classes if it should be
array(2) {
  [0]=>
  int(1)
  [1]=>
  string(19) "Rediskit\Tests\Evil"
}
igbinary
destroyed
CodecException: Objects of class Rediskit\Tests\Evil are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Evil are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Evil are not allowed in stored values: add the class to the option allowed_classes if it should be
bool(true)
bool(true)
CodecException: Objects of class Rediskit\Tests\Suit are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class stdClass are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Point are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Magic are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Point are not allowed in stored values: add the class to the option allowed_classes if it should be
array(2) {
  [0]=>
  int(1)
  [1]=>
  string(19) "Rediskit\Tests\Evil"
}
forms of text
CodecException: Objects of class stdClass are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: The stored value is corrupt: it is not well-formed serialized text
CodecException: The stored value is corrupt: it is not well-formed serialized text
CodecException: Objects of class ArrayObject are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class Rediskit\Tests\Suit are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class stdClass are not allowed in stored values: add the class to the option allowed_classes if it should be
a class named by the number of an earlier string
CodecException: Objects of class stdClass are not allowed in stored values: add the class to the option allowed_classes if it should be
a class that does not exist
autoload Missing
__PHP_Incomplete_Class
a name that would be a line of its own
CodecException: Objects of class a?b? are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class a?b? are not allowed in stored values: add the class to the option allowed_classes if it should be (key "a?key")
CodecException: Objects of class a?b? are not allowed in stored values: add the class to the option allowed_classes if it should be
CodecException: Objects of class a?b? are not allowed in stored values: add the class to the option allowed_classes if it should be (key "a?key")
a list that is all of them
stdClass
end
