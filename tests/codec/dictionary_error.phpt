--TEST--
What is no dictionary, too many of them and samples that make none are refused with what to do
--EXTENSIONS--
rediskit
--INI--
rediskit.compression=
memory_limit=256M
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Cache, Client, Codec, Compression};

require __DIR__ . '/values.inc';
require __DIR__ . '/dictionary.inc';

class Shy
{
    public function __serialize(): array
    {
        throw new \DomainException('not me');
    }
}

$php = new Codec('php');
$dictionary = Codec::train(shop_records(1000, 1), 4096, $php);
$id = unpack('V', $dictionary, 4)[1];
$renamed = fn(int $id): string => substr_replace($dictionary, pack('V', $id), 4, 4);
$print = fn(\Closure $do) => print(strtr(caught($do), [(string) $id => 'ID']) . "\n");

echo "the option\n";
$print(fn() => new Codec(dictionary: 'no dictionary'));
$print(fn() => new Codec(dictionary: [$dictionary, '']));
$print(fn() => new Codec(dictionary: str_repeat('raw content ', 100)));
$print(fn() => new Codec(dictionary: $renamed(0)));
$print(fn() => new Codec(dictionary: substr($dictionary, 0, 20)));
$print(fn() => new Codec(dictionary: substr_replace($dictionary, str_repeat("\xFF", 100), 8, 100)));
$print(fn() => new Codec(dictionary: $dictionary . str_repeat('x', 1 << 20)));
$print(fn() => new Codec(dictionary: [$dictionary, $dictionary]));
$print(fn() => new Codec(dictionary: [$dictionary, $dictionary . 'x']));
$print(fn() => new Codec(dictionary: array_map($renamed, range(40_000, 40_016))));
$print(fn() => new Codec(dictionary: [$dictionary, 5]));
$print(fn() => new Codec(dictionary: [$dictionary, null]));
$print(fn() => new Codec(dictionary: [null, null]));
$print(fn() => new Codec(compression: 'none', dictionary: $dictionary));
$print(fn() => new Codec(compression: Compression::Lz4, dictionary: [$dictionary]));
$print(fn() => new Client(['dictionary' => 5]));
$print(fn() => new Client(['dictionary' => true]));
$print(fn() => new Client(['dictionary' => 'no dictionary']));
$print(fn() => new Client('redis://127.0.0.1/0?dictionary=abc'));
$print(fn() => new Cache(options: ['dictionary' => [$dictionary, []]]));
$print(fn() => new Cache(options: ['dictionaries' => $dictionary]));
$print(fn() => (new Client())->setOption('dictionary', 'no dictionary'));
$print(fn() => (new Client(['dictionary' => false]))->getOption('dictionary'));
// 16 of them are fine.
$many = new Codec('php', dictionary: array_map($renamed, range(40_000, 40_015)));
var_dump($many->decode($many->encode(['a' => 'b'])) === ['a' => 'b']);

echo "\ntraining\n";
$print(fn() => Codec::train([]));
$print(fn() => Codec::train(array_fill(0, 9, 'a sample')));
$print(fn() => Codec::train([...array_fill(0, 50, ''), 'one']));
$print(fn() => Codec::train(array_fill(0, 10, 'a')));
$print(fn() => Codec::train(shop_records(100, 1), 1023));
$print(fn() => Codec::train(shop_records(100, 1), (1 << 20) + 1));
$print(fn() => Codec::train(shop_records(100, 1), -1));
$print(fn() => Codec::train('text'));
$print(fn() => Codec::train([...shop_records(20, 1), fn() => 1], 4096));
$print(fn() => Codec::train(shop_records(20, 1), 4096, new Codec('none')));
$print(fn() => Codec::train((function () {
    yield from shop_records(20, 1);
    throw new \DomainException('no more');
})()));
$print(fn() => Codec::train(new class implements \IteratorAggregate {
    public function getIterator(): \Traversable
    {
        throw new \DomainException('not even one');
    }
}));
$print(fn() => Codec::train([new Shy()]));
$print(fn() => Codec::train([], 4096, (new \ReflectionClass(Codec::class))->newInstanceWithoutConstructor()));

echo "\nit reads 16 MB, and no more\n";
$asked = 0;
$endless = function () use (&$asked) {
    for (mt_srand(1);; $asked++) {
        yield pack('N*', ...array_map(fn() => mt_rand(1, 50), range(1, 16_384)));
    }
};
var_dump(strlen(Codec::train($endless(), 1024)), $asked);
// However small and odd the samples are, it ends in a dictionary or an exception.
mt_srand(3);
for ($i = 0; $i < 300; $i++) {
    try {
        Codec::train(array_map(fn() => str_repeat(chr(mt_rand(0, 255)), mt_rand(0, [1, 8, 30, 200][$i % 4])), range(1, mt_rand(10, 60))), mt_rand(1024, 4096));
    } catch (\Rediskit\CodecException) {
    }
}
// Arrays, generators and aggregates of the same values make the same dictionary; strings are taken as they are.
$records = shop_records(500, 5);
$made = Codec::train($records, 4096, $php);
var_dump($made === Codec::train((fn() => yield from $records)(), 4096, $php), $made === Codec::train(new \ArrayObject($records), 4096, $php),
    $made === Codec::train(array_map('serialize', $records), 4096), $made !== Codec::train($records, 4096, new Codec('json')));
?>
--EXPECT--
the option
ConfigException: These 13 bytes are no zstd dictionary with an id: use what Codec::train() or zstd --train made
ConfigException: These 0 bytes are no zstd dictionary with an id: use what Codec::train() or zstd --train made
ConfigException: These 1200 bytes are no zstd dictionary with an id: use what Codec::train() or zstd --train made
ConfigException: These 4096 bytes are no zstd dictionary with an id: use what Codec::train() or zstd --train made
ConfigException: The dictionary ID is damaged, or there is not enough memory for it
ConfigException: The dictionary ID is damaged, or there is not enough memory for it
ConfigException: The dictionary ID is too large: it has 1052672 bytes, and 1048576 are allowed
ConfigException: The dictionary ID is given twice, or two have the same id: a value could not say which one it needs
ConfigException: The dictionary ID is given twice, or two have the same id: a value could not say which one it needs
ConfigException: There are too many dictionaries: 16 may be given
ConfigException: The option "dictionary" must be a dictionary's bytes, or a list of such (the first may be null), int found in it
ConfigException: The option "dictionary" must be a dictionary's bytes, or a list of such (the first may be null), null found in it
ConfigException: The option "dictionary" must be a dictionary's bytes, or a list of such (the first may be null), null found in it
ConfigException: A dictionary is for the compression zstd, and compression is none: set it to zstd, or begin the list of dictionaries with null, if they are only to be read with
ConfigException: A dictionary is for the compression zstd, and compression is lz4: set it to zstd, or begin the list of dictionaries with null, if they are only to be read with
ConfigException: The option "dictionary" must be a dictionary's bytes, or a list of such, int given
ConfigException: The option "dictionary" must be a dictionary's bytes, or a list of such, bool given
ConfigException: These 13 bytes are no zstd dictionary with an id: use what Codec::train() or zstd --train made
ConfigException: The option "dictionary" in the DSN cannot be given as text: it is bytes, or a list of them, among the options of an array
ConfigException: The option "dictionary" must be a dictionary's bytes, or a list of such (the first may be null), array found in it
ConfigException: Unknown option "dictionaries": did you mean "dictionary"?
ConfigException: These 13 bytes are no zstd dictionary with an id: use what Codec::train() or zstd --train made
no exception, but null 
bool(true)

training
CodecException: A dictionary takes at least 10 samples that are not empty, better some thousand, and there were 0
CodecException: A dictionary takes at least 10 samples that are not empty, better some thousand, and there were 9
CodecException: A dictionary takes at least 10 samples that are not empty, better some thousand, and there were 1
CodecException: zstd makes no dictionary of these 10 samples of 10 bytes in all (they are too small): give more and different ones, about 100 times the 65536 bytes the dictionary may have, or let it be smaller
ValueError: Rediskit\Codec::train(): Argument #2 ($size) must be between 1024 and 1048576 bytes
ValueError: Rediskit\Codec::train(): Argument #2 ($size) must be between 1024 and 1048576 bytes
ValueError: Rediskit\Codec::train(): Argument #2 ($size) must be between 1024 and 1048576 bytes
TypeError: Rediskit\Codec::train(): Argument #1 ($samples) must be of type Traversable|array, string given
CodecException: An object of class Closure cannot be stored: PHP does not allow to serialize it; store the data it stands for
CodecException: Cannot store an array without a serializer: set the option serializer to igbinary, php or json, or store it with Cache
DomainException: no more
DomainException: not even one
DomainException: not me
ReflectionException: Class Rediskit\Codec is an internal class marked as final that cannot be instantiated without invoking its constructor

it reads 16 MB, and no more
int(1024)
int(255)
bool(true)
bool(true)
bool(true)
bool(true)
