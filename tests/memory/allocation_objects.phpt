--TEST--
Each allocation of each call of Lock, Counter and Codec fails: no crash, no leak, a clear exception, and the next call works
--EXTENSIONS--
igbinary
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Client, Codec, Compression, Counter, Lock, Serializer};

require __DIR__ . '/../inc/allocations.inc';

$server = Server::start(['hz' => 500]);    // it looks every 2 ms who has waited long enough
$kept = new Client($server->dsn());
$large = str_repeat('0123456789abcdef', 8192);
// The buffers of large requests are not kept: what comes next needs some again.
$failing = new Allocations($kept, fn() => $kept->pipeline()->set('large', $large)->exec());
$kept->ping();
$big = array_map(fn(int $i) => ["name $i", "value $i"], range(1, 1000));

$held = new \stdClass();
$connections = ['' => fn() => new Client(['url' => $server->dsn(), 'persistent' => false]), ', connected' => fn() => $kept];
foreach ($connections as $kind => $client) {
    $free = fn() => $server->cmd('FLUSHALL');
    $failing->each("Lock acquire$kind", fn() => (new Lock($client(), 'lock'))->acquire(), $free);
    $failing->each("Lock, not free$kind", fn() => (new Lock($client(), 'lock'))->acquire(), fn() => (new Lock($kept, 'lock'))->acquire());
    $failing->each("Lock, waited for$kind", fn() => (new Lock($client(), 'lock'))->acquire(0.002), fn() => (new Lock($kept, 'lock'))->acquire());
    $failing->each("Lock run$kind", fn() => (new Lock($client(), 'lock'))->run(fn() => 'ran'), $free);
    $failing->each("Lock release$kind", fn() => $held->lock->release(), $take = function () use ($held, $client, $free) {
        $free();
        $held->lock = new Lock($client(), 'lock');
        $held->lock->acquire();
    });
    $failing->each("Lock refresh$kind", fn() => [$held->lock->refresh(5), $held->lock->isHeld()], $take);
    $held->lock = null;
    $failing->each("Counter$kind", fn() => (new Counter($client(), 'n', 0, 1000))->increment(), $free);
    $failing->each("Counter set$kind", function () use ($client) {
        $counter = new Counter($client(), 'n', 0, 1000);
        $counter->set(5);
        return [$counter->decrement(2), $counter->get(), $counter->ttl(), $counter->reset()];
    });
}

foreach ([Serializer::Php, Serializer::Igbinary, Serializer::Json] as $serializer) {
    foreach ([[Compression::None, 0], [Compression::Zstd, 3], [Compression::Lz4, 9]] as [$compression, $level]) {
        foreach (['' => null, ', signed' => str_repeat('k', 32)] as $kind => $key) {
            $codec = fn() => new Codec($serializer, $compression, $level, mac_key: $key);
            $failing->each("Codec $serializer->value, $compression->value$kind", fn() => $codec()->decode($codec()->encode($big)) == $big);
        }
    }
}

// Dictionaries, as far as zstd says that memory is short: 1.5.4 ends the process when it cannot digest one, so rediskit asks first.
$samples = array_map(fn(int $i) => "id:$i;name:customer number $i;city:Berlin;", range(1, 300));
$failing->each('Codec::train()', fn() => strlen(Codec::train($samples, 1024)) > 256, last: 3);
$dictionary = Codec::train($samples, 1024);
$text = str_repeat('name:customer number 7;', 5);
$stored = (new Codec(dictionary: $dictionary))->encode($text);
$failing->each('Codec, dictionary', function () use ($dictionary, $text) {
    $codec = new Codec(dictionary: $dictionary);
    return $codec->decode($codec->encode($text)) === $text;
});
// One that is new each time, when the process has kept as many as it keeps.
$number = 40_000;
$new = function () use ($dictionary, $stored, &$number) {
    $number++;
    return [substr_replace($dictionary, pack('V', $number), 4, 4), substr_replace($stored, pack('N', $number), 8, 4)];
};
for ($i = 0; $i < 40; $i++) {
    new Codec(dictionary: $new()[0]);
}
$failing->each('Codec, new dictionary', function () use ($dictionary, $new, $text) {
    [$bytes, $stored] = $new();
    return (new Codec(dictionary: [null, $bytes, $dictionary]))->decode($stored) === $text;
});
$failing->each('Client, new dictionary', fn() => count((new Client(['path' => '/nowhere', 'dictionary' => $new()[0]]))->getOption('dictionary')));
$compress = function () use ($new, $text) {
    $codec = new Codec(dictionary: $new()[0]);
    return $codec->decode($codec->encode($text)) === $text;
};
for ($i = 0; $i < 40; $i++) {
    $compress();
}
$failing->each('Codec, compressing with a new dictionary', $compress, last: 6);
$failing->finish();
?>
--EXPECTF--
%d calls, %d failures, %d of them thrown
