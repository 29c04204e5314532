--TEST--
A codec used from inside serialize() and unserialize(), and from inside its own work, keeps the numbering of both apart
--EXTENSIONS--
rediskit
igbinary
--INI--
error_reporting=E_ALL & ~E_DEPRECATED
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Codec;

require __DIR__ . '/values.inc';

/** The old interface: its payload takes part in the numbering of the serialize() around it. */
class Old implements \Serializable
{
    public static ?Codec $codec = null;
    public $inner;

    public function __construct(public $point = null)
    {
    }

    public function serialize()
    {
        return serialize([self::$codec->encode([$this->point, $this->point]), $this->point]);
    }

    public function unserialize($data)
    {
        [$stored, $this->point] = unserialize($data);
        $this->inner = self::$codec->decode($stored);
    }
}
class Fresh
{
    public function __construct(public $point = null, public $inner = null)
    {
    }

    public function __serialize(): array
    {
        return [Old::$codec->encode([$this->point, $this->point]), $this->point];
    }

    public function __unserialize(array $data): void
    {
        [$stored, $this->point] = $data;
        $this->inner = Old::$codec->decode($stored);
    }
}
foreach (['php', 'igbinary'] as $serializer) {
    Old::$codec = new Codec($serializer);
    $point = new Point(5);
    foreach ([Old::class, Fresh::class] as $class) {
        $value = [$point, new $class($point), $point, new $class($point)];
        foreach ([
            'serialize()' => fn() => unserialize(serialize($value)),
            'php' => fn() => (new Codec('php'))->decode((new Codec('php'))->encode($value)),
            'igbinary' => fn() => (new Codec('igbinary'))->decode((new Codec('igbinary'))->encode($value)),
        ] as $outer => $copy) {
            $back = $copy();
            $good = $back[0]->x === 5 && $back[2] === $back[0] && $back[1]->point->x === 5 && $back[3]->point->x === 5
                && $back[1]->inner[0]->x === 5 && $back[1]->inner[0] === $back[1]->inner[1] && $back[3]->inner[0] !== $back[0];
            // serialize() shares objects with payloads of the old interface, and so does the codec with php.
            $shares = $outer === 'igbinary' && $class === Old::class || ($back[1]->point === $back[0] && $back[3]->point === $back[0]);
            echo "$serializer in $outer of ", $class === Old::class ? 'Serializable' : '__serialize', ': ', $good && $shares ? 'good' : 'bad', "\n";
        }
    }
}
// unserialize() of the application goes on after a value was read in its middle.
var_dump(unserialize(serialize([new Fresh(new Point(1)), [new Fresh(new Point(2))]]))[1][0]->inner[0]->x);
?>
--EXPECT--
php in serialize() of Serializable: good
php in php of Serializable: good
php in igbinary of Serializable: good
php in serialize() of __serialize: good
php in php of __serialize: good
php in igbinary of __serialize: good
igbinary in serialize() of Serializable: good
igbinary in php of Serializable: good
igbinary in igbinary of Serializable: good
igbinary in serialize() of __serialize: good
igbinary in php of __serialize: good
igbinary in igbinary of __serialize: good
int(2)
