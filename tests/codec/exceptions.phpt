--TEST--
Exceptions of user code pass through untouched; those PHP itself raises about a value become CodecException
--EXTENSIONS--
rediskit
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

class MyException extends \Exception
{
}
class ThrowsOnWrite
{
    public function __serialize(): array
    {
        throw new MyException('from __serialize');
    }
}
class ThrowsOnSleep
{
    public function __sleep(): array
    {
        throw new MyException('from __sleep');
    }
}
class DividesOnWrite
{
    public function __serialize(): array
    {
        return [intdiv(1, 0)];
    }
}
class JsonThrows implements \JsonSerializable
{
    public function jsonSerialize(): mixed
    {
        throw new MyException('from jsonSerialize');
    }
}
class ThrowsOnRead
{
    public $x = 1;

    public function __unserialize(array $data): void
    {
        throw new MyException('from __unserialize');
    }

    public function __destruct()
    {
        echo "(destructor of ", self::class, ")\n";
    }
}
class ThrowsOnWakeup
{
    public function __wakeup(): void
    {
        throw new MyException('from __wakeup');
    }
}
class ThrowsInDestructor
{
    public function __destruct()
    {
        throw new MyException('from __destruct');
    }
}
class Typed
{
    public int $number = 1;
}
class HoldsClosure
{
    public function __serialize(): array
    {
        return [fn() => 1];
    }
}
/** Throws an exception whose backtrace says what it was told to say. */
class Forges
{
    public function __construct(private array $trace)
    {
    }

    public function __serialize(): array
    {
        $exception = new MyException('with a forged backtrace');
        (new \ReflectionProperty(\Exception::class, 'trace'))->setValue($exception, $this->trace);
        throw $exception;
    }
}
abstract class Base
{
}
spl_autoload_register(function (string $class): void {
    throw new MyException("from the autoloader for $class");
});

foreach (['php', 'igbinary'] as $serializer) {
    echo "$serializer\n";
    $codec = new Codec($serializer);
    foreach ([new ThrowsOnWrite(), ['x' => [new ThrowsOnSleep()]], new DividesOnWrite()] as $value) {
        echo '  ', caught(fn() => $codec->encode($value)), "\n";
    }
    $object = new ThrowsOnRead();
    $stored = $codec->encode(['before' => new Point(), 'x' => $object, 'after' => [new Point()]]);
    unset($object);
    echo '  ', caught(fn() => $codec->decode($stored)), "\n";
    $stored = $codec->encode([1, new ThrowsOnWakeup()]);
    echo '  ', caught(fn() => $codec->decode($stored)), "\n";
    $object = (object) ['a' => 1];
    echo '  ', caught(fn() => $codec->decode(str_replace('stdClass', 'stdMissi', $codec->encode($object)))), "\n";

    echo " PHP's own\n";
    foreach ([fn() => 1, [[fn() => 1]], (object) ['file' => STDIN], new HoldsClosure(), new class {}, (function () { yield 1; })()] as $value) {
        echo '  ', str_replace("\0", '', caught(fn() => $codec->encode($value))), "\n";
    }
    $object = new Typed();
    $stored = $codec->encode($object);
    $wrong = $serializer === 'php' ? str_replace('i:1;', 'N;', $stored) : str_replace("\x06\x01", "\x11\x01x", $stored);
    echo '  ', caught(fn() => $codec->decode($wrong, 'k')), "\n";
    if ($serializer === 'php') { // igbinary adds a notice
        echo '  ', caught(fn() => $codec->decode("\xFF\x40\1\0" . 'O:19:"Rediskit\Tests\Base":0:{}')), "\n";
    }
    $date = $codec->encode(new \DateTime('2024-01-01 UTC'));
    echo '  ', caught(fn() => $codec->decode(str_replace('2024-01-01', '2024-99-99', $date))), "\n";
    $closure = $serializer === 'php' ? 'O:7:"Closure":0:{}' : "\0\0\0\2\x17\x07Closure\x14\x00";
    echo '  ', caught(fn() => $codec->decode("\xFF\x40" . ($serializer === 'php' ? "\1" : "\2") . "\0" . $closure)), "\n";

    echo " from a destructor\n";
    $stored = $codec->encode(new \ArrayObject([1]));
    $thrower = new ThrowsInDestructor();
    $bytes = $codec->encode([$thrower]);
    try {
        unset($thrower);
    } catch (MyException) {
    }
    try {
        $back = $codec->decode($bytes);
        unset($back);
        echo "nothing\n";
    } catch (MyException $e) {
        echo '  ', $e->getMessage(), "\n";
    }
}
echo "forged backtraces\n";
foreach ([[], array_fill(0, 20, 'no frame'), array_fill(0, 20, ['file' => 'x']), array_fill(0, 20, ['function' => 5]),
    array_fill(0, 20, ['function' => 'f', 'class' => 'Rediskit\Tests\Nobody'])] as $trace) {
    echo '  ', caught(fn() => (new Codec('php'))->encode(new Forges($trace))), "\n";
}
echo "json\n  ", caught(fn() => (new Codec('json'))->encode([new JsonThrows()])), "\n";
// The codec still works after all that.
var_dump((new Codec('igbinary'))->decode((new Codec('php'))->encode([1])) === [1]);
?>
--EXPECT--
php
  MyException: from __serialize
  MyException: from __sleep
  DivisionByZeroError: Division by zero
(destructor of Rediskit\Tests\ThrowsOnRead)
  MyException: from __unserialize
  MyException: from __wakeup
  MyException: from the autoloader for stdMissi
 PHP's own
  CodecException: An object of class Closure cannot be stored: PHP does not allow to serialize it; store the data it stands for
  CodecException: An object of class Closure cannot be stored: PHP does not allow to serialize it; store the data it stands for
  CodecException: A resource cannot be stored: store what is read from it
  CodecException: Cannot store the value: Serialization of 'Closure' is not allowed
  CodecException: An object of class class@anonymous cannot be stored: PHP does not allow to serialize it; store the data it stands for
  CodecException: An object of class Generator cannot be stored: PHP does not allow to serialize it; store the data it stands for
  CodecException: Cannot read the value: Cannot assign null to property Rediskit\Tests\Typed::$number of type int (key "k")
  CodecException: Cannot read the value: Cannot instantiate abstract class Rediskit\Tests\Base
  CodecException: Cannot read the value: Invalid serialization data for DateTime object
  CodecException: Cannot read the value: Unserialization of 'Closure' is not allowed
 from a destructor
  from __destruct
igbinary
  MyException: from __serialize
  MyException: from __sleep
  DivisionByZeroError: Division by zero
(destructor of Rediskit\Tests\ThrowsOnRead)
  MyException: from __unserialize
  MyException: from __wakeup
  MyException: from the autoloader for stdMissi
 PHP's own
  CodecException: An object of class Closure cannot be stored: PHP does not allow to serialize it; store the data it stands for
  CodecException: An object of class Closure cannot be stored: PHP does not allow to serialize it; store the data it stands for
  CodecException: A resource cannot be stored: store what is read from it
  CodecException: Cannot store the value: Serialization of 'Closure' is not allowed
  CodecException: An object of class class@anonymous cannot be stored: PHP does not allow to serialize it; store the data it stands for
  CodecException: An object of class Generator cannot be stored: PHP does not allow to serialize it; store the data it stands for
  CodecException: Cannot read the value: Cannot assign string to property Rediskit\Tests\Typed::$number of type int (key "k")
  CodecException: Cannot read the value: Invalid serialization data for DateTime object
  CodecException: Cannot read the value: Unserialization of 'Closure' is not allowed
 from a destructor
  from __destruct
forged backtraces
  MyException: with a forged backtrace
  MyException: with a forged backtrace
  MyException: with a forged backtrace
  MyException: with a forged backtrace
  MyException: with a forged backtrace
json
  MyException: from jsonSerialize
bool(true)
