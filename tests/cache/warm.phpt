--TEST--
warm(): arrays and generators in bounded pipelines, with progress; what throws on the way
--EXTENSIONS--
rediskit
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;

$server = Server::start();
$cache = new Cache($server->dsn(), ['prefix' => 'c:']);
$numbers = function (int $count) {
    for ($i = 1; $i <= $count; $i++) {
        yield "n$i" => [$i];
    }
};
$progress = [];
$reads = $server->info('total_reads_processed');
var_dump($cache->warm($numbers(1234), 60, function (int $stored) use (&$progress) {
    $progress[] = $stored;
}));
$reads = $server->info('total_reads_processed') - $reads - 1;
// The first answer comes on a new connection, and the server may read what is long in several pieces.
echo json_encode($progress), $reads >= 3 && $reads <= 12 ? ' in a few reads' : " in $reads reads", "\n";
var_dump($cache->get('n1234'), $cache->ttl('n1234') > 59);
var_dump($cache->warm(['a' => 1, 2 => 'two']), $cache->many(['a', 2]), $cache->ttl('a'), $cache->warm([]), $cache->warm(new ArrayIterator(['b' => 3])), $cache->get('b'));
var_dump($cache->warm(new class implements IteratorAggregate {
    public function getIterator(): Iterator
    {
        return new ArrayIterator(['inner' => 4]);
    }
}), $cache->get('inner'));

$show = function (callable $work) {
    try {
        var_dump($work());
    } catch (Throwable $exception) {
        echo get_class($exception), ': ', $exception->getMessage(), "\n";
    }
};
$show(fn() => $cache->warm((function () use ($numbers) {
    yield from $numbers(600);
    throw new DomainException('in the generator');
})(), 60));
$show(fn() => $cache->warm($numbers(600), 60, fn(int $stored) => throw new DomainException("at $stored")));
$show(fn() => $cache->warm((fn() => yield [] => 1)()));
$show(fn() => $cache->warm(['x' => fopen('php://memory', 'r')]));
$show(fn() => $cache->warm(['x' => 1], 0));
$show(fn() => $cache->warm(['x' => 1], 1, 'no such function'));
$show(fn() => $cache->warm(new class implements IteratorAggregate {
    public function getIterator(): Iterator
    {
        throw new DomainException('no iterator');
    }
}));
foreach (['rewind', 'valid', 'current', 'key', 'next'] as $method) {
    $show(fn() => $cache->warm(new class($method) extends ArrayIterator {
        public function __construct(private string $throws)
        {
            parent::__construct(['one' => 1, 'two' => 2]);
        }
        private function maybe(string $method): void
        {
            $this->throws !== $method or throw new DomainException("in $method()");
        }
        public function rewind(): void
        {
            $this->maybe('rewind');
            parent::rewind();
        }
        public function valid(): bool
        {
            $this->maybe('valid');
            return parent::valid();
        }
        public function current(): mixed
        {
            $this->maybe('current');
            return parent::current();
        }
        public function key(): string|int|null
        {
            $this->maybe('key');
            return parent::key();
        }
        public function next(): void
        {
            $this->maybe('next');
            parent::next();
        }
    }));
}
$server->kill();
try {
    $cache->warm($numbers(1));
} catch (Rediskit\ConnectionException $exception) {
    echo get_class($exception), "\n";
}
?>
--EXPECT--
int(1234)
[500,1000,1234] in a few reads
array(1) {
  [0]=>
  int(1234)
}
bool(true)
int(2)
array(2) {
  ["a"]=>
  int(1)
  [2]=>
  string(3) "two"
}
NULL
int(0)
int(1)
int(3)
int(1)
int(4)
DomainException: in the generator
DomainException: at 500
TypeError: Rediskit\Cache::warm(): Argument #1 ($values) must have keys of type string or int, but one is array
Rediskit\CodecException: A resource cannot be stored: store what is read from it (key "c:x")
ValueError: Rediskit\Cache::warm(): Argument #2 ($ttl) must leave something: values that are gone at once warm nothing
TypeError: Rediskit\Cache::warm(): Argument #3 ($progress) must be a valid callback, function "no such function" not found or invalid function name
DomainException: no iterator
DomainException: in rewind()
DomainException: in valid()
DomainException: in current()
DomainException: in key()
DomainException: in next()
Rediskit\ConnectionException
