--TEST--
json: every value is JSON text that other languages read; what is no JSON comes back as a string
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;
use Rediskit\Serializer;

require __DIR__ . '/values.inc';

class Price implements \JsonSerializable
{
    public function jsonSerialize(): mixed
    {
        return ['amount' => 5];
    }
}

$codec = new Codec(Serializer::Json);
foreach ([0, -5, PHP_INT_MAX, '', 'text', '123', 'null', "h\u{e9}/\"", 1.5, 3.0, -0.0, true, false, null, [], [1, 2], ['a' => ['b' => null]], Suit::Hearts] as $value) {
    $stored = $codec->encode($value);
    $back = $codec->decode($stored);
    echo $stored, $back === ($value instanceof Suit ? 'h' : $value) ? '' : ' is read as ' . var_export($back, true), "\n";
}
echo $codec->encode(new Price()), ' ', $codec->encode(new Point()), "\n";
foreach (['no json', "{'a'}", '[1,2', '007', '-', ' ', "a\x01", '12345678901234567890', ' [1] ', "N;"] as $text) {
    var_dump($codec->decode($text));
}
foreach (["\xC3", NAN, fn() => 1, STDIN, [STDOUT]] as $value) {
    echo caught(fn() => $codec->encode($value)), "\n";
}
class Says implements \JsonSerializable
{
    public function __construct(private \Closure $what)
    {
    }

    public function jsonSerialize(): mixed
    {
        return ($this->what)();
    }
}
enum Bare
{
    case One;
}
$deep = fn() => array_reduce(range(1, 1000), fn($inner) => [$inner]);
foreach ([$deep, fn() => Bare::One, fn() => STDIN] as $what) {
    echo caught(fn() => $codec->encode(new Says($what))), "\n";
}
$loop = [1];
$loop[] = &$loop;
echo caught(fn() => $codec->encode($loop)), "\n";

// The application's json_last_error() is its own.
json_decode('{');
$codec->encode([1]);
caught(fn() => $codec->encode(NAN));
$codec->decode('[');
echo json_last_error_msg(), "\n";
unset($loop);
gc_collect_cycles(); // memcheck counts cycles as leaks
?>
--EXPECT--
0
-5
9223372036854775807
""
"text"
"123"
"null"
"hé/\""
1.5
3.0
-0.0
true
false
null
[]
[1,2]
{"a":{"b":null}}
"h"
{"amount":5} {"next":null,"extra":null,"x":1}
string(7) "no json"
string(5) "{'a'}"
string(4) "[1,2"
string(3) "007"
string(1) "-"
string(1) " "
string(2) "a"
string(20) "12345678901234567890"
array(1) {
  [0]=>
  int(1)
}
string(2) "N;"
CodecException: Cannot store the value as JSON: a string in it is not UTF-8, which JSON cannot hold: use the serializer php or igbinary
CodecException: Cannot store the value as JSON: JSON has no INF and no NAN: use the serializer php or igbinary
CodecException: A Closure cannot be stored: store what it returns
CodecException: A resource cannot be stored: store what is read from it
CodecException: A resource cannot be stored: store what is read from it
CodecException: Cannot store the value as JSON: it is nested too deep
CodecException: Cannot store the value as JSON: an enum in it has no backing value: use the serializer php or igbinary
CodecException: Cannot store the value as JSON: JSON cannot hold its type: use the serializer php or igbinary
CodecException: Cannot store the value as JSON: it contains itself: use the serializer php or igbinary
Syntax error
