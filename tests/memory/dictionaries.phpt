--TEST--
A dictionary is digested once a process, however many codecs have it; those that nobody uses any more are kept while they are few, whatever ended the request
--EXTENSIONS--
rediskit
--SKIPIF--
<?php
if (getenv('USE_ZEND_ALLOC') === '0') die('skip unavailable: memory is counted by the allocator that is being watched');
?>
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Cache, Client, Codec};

require __DIR__ . '/../codec/dictionary.inc';
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/builtin.inc';

/** Bytes of this process in memory. */
$resident = fn(): int => (int) explode(' ', file_get_contents('/proc/self/statm'))[1] * 4096;
$php = new Codec('php');
$dictionary = Codec::train(shop_records(5000, 1), 65536, $php);
$renamed = fn(int $id): string => substr_replace($dictionary, pack('V', $id), 4, 4);
$value = shop_records(1, 2)[0];
$stored = (new Codec('php', dictionary: $dictionary))->encode($value);

echo "1,000 codecs and 300 clients with the same dictionary of 64 kB take less than 10 MB\n";
$before = $resident();
$kept = [];
for ($i = 0; $i < 1000; $i++) {
    $kept[] = $codec = new Codec('php', dictionary: $dictionary);
    $i % 100 || $codec->decode($codec->encode($value)) === $value || print("read differently\n");
    $i % 3 || $kept[] = new Cache(new Client(['path' => '/nowhere', 'dictionary' => $dictionary]));
}
var_dump($resident() - $before < 10_000_000);
$kept = [];

echo "500 dictionaries, one after the other, with digests of at least 64 kB each, take less than 60 MB\n";
$before = $resident();
for ($i = 0; $i < 500; $i++) {
    $codec = new Codec('php', compression_level: $i % 3 + 1, dictionary: $renamed(40_000 + $i));
    $codec->decode($codec->encode($value)) === $value || print("read differently\n");
}
var_dump($resident() - $before < 60_000_000);
var_dump((new Codec('php', dictionary: $dictionary))->decode($stored) === $value);

echo "as many as are in use stay\n";
for ($i = 0; $i < 50; $i++) {
    $kept[] = new Codec('php', dictionary: $renamed(50_000 + $i));
}
foreach ($kept as $i => $codec) {
    $codec->decode($codec->encode($value)) === $value || print("$i is read differently\n");
}

echo "requests that end by a fatal error leave nothing in use\n";
$dir = temp_dir();
file_put_contents("$dir/dictionary", $dictionary);
// AddressSanitizer keeps what was freed, up to 256 MB of it by default.
putenv('ASAN_OPTIONS=' . getenv('ASAN_OPTIONS') . ':quarantine_size_mb=1');
$web = BuiltIn::start(['index.php' => '<?php
    ini_set("display_errors", "0");
    class Bomb
    {
        public function __serialize(): array
        {
            trigger_error("the end", E_USER_ERROR);
        }
    }
    $dictionary = substr_replace(file_get_contents(' . var_export("$dir/dictionary", true) . '), pack("V", (int) $_GET["id"]), 4, 4);
    $codec = new Rediskit\Codec("php", dictionary: $dictionary);
    $client = new Rediskit\Client(["path" => "/nowhere", "serializer" => "php", "dictionary" => $dictionary]);
    $cache = new Rediskit\Cache($client);
    $codec->decode($codec->encode(["some" => "value"]));
    echo (int) explode(" ", file_get_contents("/proc/self/statm"))[1] * 4096;
    flush();
    // In the middle of a call, which holds the dictionary by itself.
    $client->_pack(new Bomb());
'], [], 1);
$sizes = [];
for ($i = 0; $i < 300; $i++) {
    $sizes[] = (int) $web->get('/?id=' . 60_000 + $i)->body;
}
var_dump(min($sizes) > 1_000_000, $sizes[299] - $sizes[0] < 60_000_000, $sizes[299] - $sizes[150] < 10_000_000);
$web->stop();
?>
--EXPECT--
1,000 codecs and 300 clients with the same dictionary of 64 kB take less than 10 MB
bool(true)
500 dictionaries, one after the other, with digests of at least 64 kB each, take less than 60 MB
bool(true)
bool(true)
as many as are in use stay
requests that end by a fatal error leave nothing in use
bool(true)
bool(true)
bool(true)
