--TEST--
Bytes that only an object's class can read (Serializable): what is nested in them does not end the stack, and names no class that is not allowed
--EXTENSIONS--
rediskit
igbinary
--INI--
error_reporting=8191
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

class Evil
{
    public function __wakeup(): void
    {
        echo "woken!\n";
    }
}
class Bag extends \ArrayObject
{
}
class Old implements \Serializable
{
    public mixed $data = null;

    public function serialize(): string
    {
        return serialize($this->data);
    }

    public function unserialize(string $data): void
    {
        $this->data = unserialize($data);
    }
}
spl_autoload_register(function (string $class): void {
    echo "autoload $class\n";
    if ($class === 'Throws') {
        throw new \DomainException('no such class');
    }
    eval('class Later extends ArrayIterator {}');
});
set_error_handler(function (int $level, string $message): bool {
    echo "    warning: $message\n";
    return true;
});
function as_php(string $class, string $bytes): string
{
    return "\xFF\x40\x01\x00C:" . strlen($class) . ":\"$class\":" . strlen($bytes) . ":{{$bytes}}";
}
function as_igbinary(string $class, string $bytes): string
{
    return "\xFF\x40\x02\x00\0\0\0\2\x17" . chr(strlen($class)) . $class . "\x1F" . pack('N', strlen($bytes)) . $bytes;
}
/** ArrayObject's form */
function spl(string $value): string
{
    return "x:i:0;$value;m:a:0:{}";
}
function nest(int $levels): string
{
    return str_repeat('a:1:{i:0;', $levels) . 'i:1;' . str_repeat('}', $levels);
}

echo "nested\n";
$codec = new Codec('php');
foreach ([4000, 200000] as $levels) {
    echo "  $levels ", is_object($codec->decode(as_php(Old::class, nest($levels)))) ? 'read' : 'not read', "\n";
    echo '  ', caught(fn() => get_debug_type($codec->decode(as_php('ArrayObject', spl(nest($levels)))))), "\n";
}
echo "classes\n";
$evil = spl('a:1:{i:0;O:19:"Rediskit\Tests\Evil":0:{}}');
foreach (['ArrayObject', '\ArrayObject', Bag::class, 'Later', 'Throws'] as $class) {
    $codec = new Codec('igbinary', allowed_classes: [$class]);
    echo "  $class: ", caught(fn() => get_debug_type($codec->decode(as_igbinary($class, $evil)))), "\n";
}
$codec = new Codec('igbinary', allowed_classes: ['ArrayObject', Bag::class, Old::class]);
var_dump($codec->decode(as_php('ArrayObject', $evil))[0] instanceof \__PHP_Incomplete_Class);
$old = new Old();
$old->data = ['a', [1]];
foreach ([new \ArrayObject([1, 2]), new Bag(['x' => 'y']), $old] as $good) {
    var_dump($codec->decode($codec->encode($good)) == $good);
}
var_dump((new Codec('igbinary'))->decode(as_igbinary('ArrayObject', spl('a:1:{i:0;i:5;}')))[0]);
?>
--EXPECT--
nested
  4000 read
  no exception, but string 41727261794f626a656374
  200000     warning: unserialize(): Maximum depth of 4096 exceeded. The depth limit can be changed using the max_depth unserialize() option or the unserialize_max_depth ini setting
    warning: unserialize(): Error at offset 36869 of 2000004 bytes
read
      warning: ArrayObject::unserialize(): Maximum depth of 4096 exceeded. The depth limit can be changed using the max_depth unserialize() option or the unserialize_max_depth ini setting
CodecException: Cannot read the value: Error at offset 36875 of 2000019 bytes
classes
  ArrayObject: CodecException: An object of class ArrayObject in the value is stored in a form that PHP has not written since 7.4, and that could hold objects of any class: it is not read with allowed_classes
  \ArrayObject: CodecException: An object of class ArrayObject in the value is stored in a form that PHP has not written since 7.4, and that could hold objects of any class: it is not read with allowed_classes
  Rediskit\Tests\Bag: CodecException: An object of class Rediskit\Tests\Bag in the value is stored in a form that PHP has not written since 7.4, and that could hold objects of any class: it is not read with allowed_classes
  Later: autoload Later
CodecException: An object of class Later in the value is stored in a form that PHP has not written since 7.4, and that could hold objects of any class: it is not read with allowed_classes
  Throws: autoload Throws
DomainException: no such class
bool(true)
bool(true)
bool(true)
bool(true)
int(5)
