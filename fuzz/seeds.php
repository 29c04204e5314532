<?php
/*
 * php -n -d extension=igbinary -d extension=modules/rediskit.so fuzz/seeds.php FOLDER
 *
 * Writes inputs for the targets to begin with into FOLDER/<target>: real values of every serializer and compressor, replies of every
 * type, DSNs and options. `bin/fuzz --minimize` keeps of .build/fuzz/found what the corpus needs:
 *
 *     bin/build && php … fuzz/seeds.php .build/fuzz/found && bin/fuzz --minimize
 */

namespace Rediskit;

class Thing { public $a = 1; protected ?int $n = 2; private array $list = [1]; function __wakeup() {} }
class Other { public ?Other $next = null; public $x = 3; function __serialize(): array { return ['x' => $this->x]; } function __unserialize(array $data): void {} }
enum Suit: string { case Hearts = 'H'; case Spades = 'S'; }
class_alias(Thing::class, 'Thing');

function seed(string $target, string $bytes): void
{
    global $argv;
    $folder = ($argv[1] ?? exit("usage: see the head of this file\n")) . "/$target";
    is_dir($folder) || mkdir($folder, 0777, true);
    file_put_contents("$folder/" . sha1($bytes), $bytes);
}

/* --- envelope: codec, form, power, bytes (see envelope.c) --- */

$twice = (object) ['x' => 1];
$list = [1, 'two', [3.5, null]];
$reference = [&$list, &$list];
$values = [
    null, true, false, 0, -1, 255, 65536, PHP_INT_MAX, PHP_INT_MIN, 1.5, -0.0, NAN, INF, '', 'a', '007', str_repeat('x', 300), "\xFF\x40",
    [], [1, 2, 3], ['a' => 1, 'b' => ['c' => 'd']], [[[[[]]]]], ['x' => 'y', 'y' => 'x', 5 => 'x'], $reference, [$twice, $twice],
    new \stdClass, (object) ['p' => (object) ['q' => 1]], new Thing, [new Other, new Other], Suit::Hearts, [Suit::Hearts, Suit::Spades, Suit::Hearts],
    array_fill(0, 40, 'row'), array_fill_keys(range(1, 30), ['id' => 7, 'name' => 'Ada']),
    new \ArrayObject([1, 2]), "\u{20ac} \u{1F600}",
];
$own = fn (string $bytes) => strtr($bytes, [':14:"Rediskit\Thing' => ':5:"Thing', ':14:"Rediskit\Other' => ':5:"Other', "\x0eRediskit\\Thing" => "\x05Thing",
    "\x0eRediskit\\Other" => "\x05Other", ':20:"Rediskit\Suit:Hearts' => ':11:"Suit:Hearts', ':20:"Rediskit\Suit:Spades' => ':11:"Suit:Spades', "\x0dRediskit\\Suit" => "\x04Suit"]);
foreach (['php' => 0, 'igbinary' => 1, 'json' => 2, 'none' => 3] as $serializer => $codec) {
    foreach (['none' => 0, 'zstd' => 1, 'lz4' => 2] as $compression => $compressor) {
        foreach ($values as $i => $value) {
            try {
                $stored = (new Codec($serializer, $compression, compression_threshold: 0))->encode($value);
            } catch (CodecException) {
                continue;
            }
            seed('envelope', chr($codec | ($i % 8) << 3) . "\0\0" . $stored);
            if ($compressor === 0 && strncmp($stored, "\xFF", 1) === 0) { /* the payload, in envelopes of every kind */
                foreach ([0, 1, 2, 1 | 0x40 >> 3] as $how) { /* the last: with a dictionary */
                    seed('envelope', chr($codec | ($i % 8) << 3) . chr(1 | ord($stored[2]) << 1 | $how << 3 | ($i % 2) << 5) . "\0" . $own(substr($stored, 4)));
                }
            }
        }
    }
}
/* What others stored, and sessions. */
foreach ($values as $i => $value) {
    try {
        foreach ([serialize($value), igbinary_serialize($value)] as $text) {
            seed('envelope', "\x04\0\0" . $own($text));
            seed('envelope', "\x24" . chr(0x40 | 1 << 3) . "\0" . $own($text));
        }
    } catch (\Exception) {
    }
}
seed('envelope', "\0\x80\0" . 'user|s:3:"Ada";cart|a:1:{i:0;i:7;}');
seed('envelope', "\x01\x89\0" . str_repeat('user|s:3:"Ada";', 20));
seed('envelope', "\x04\x80\0" . 'user|s:3:"Ada";');
/* Elements of long arrays: see FORM_SERIALIZER in envelope.c. */
foreach ([['php', 'a:0:{}', 0, 1], ['php', 'a:1:{i:0;N;}', 0, 1], ['php', 'O:8:"stdClass":1:{s:1:"a";N;}', 0, 1], ['igbinary', "\x14\0", 1, 2], ['igbinary', "\x14\1\6\0\0", 1, 2],
    ['igbinary', "\x17\x08stdClass\x14\1\6\0\0", 1, 2], ['igbinary', "\x25\x14\1\6\0\0", 1, 2], ['json', '[]', 2, 3], ['json', '[1]', 2, 3], ['json', '{"a":{}}', 2, 3], ['none', 'aaaa', 0, 0]] as [, $element, $codec, $id]) {
    foreach ([0, 1, 2] as $how) {
        foreach ($how ? [0xF3] : [0xF3, 0xFF] as $power) {
            seed('envelope', chr($codec) . chr(1 | $id << 1 | $how << 3) . chr($power) . $element);
        }
    }
}

/* --- reply: call, client, pieces, ends, power, bytes (see reply.c) --- */

$bulk = fn (string $text) => '$' . strlen($text) . "\r\n$text\r\n";
$list = fn (string ...$items) => '*' . count($items) . "\r\n" . implode('', $items);
$php = (new Codec('php', 'none'))->encode(['a' => 1]);
$pair = $list($bulk('field'), $bulk('1.5'));
$entry = $list($bulk('1-1'), $list($bulk('f'), $bulk('v')));
$replies = [
    "+OK\r\n", "+QUEUED\r\n", "+PONG\r\n", ":1\r\n", ":0\r\n", ":-1\r\n", ":9223372036854775807\r\n", "$-1\r\n", "*-1\r\n", "*0\r\n", "$0\r\n\r\n",
    "-ERR no such thing\r\n", "-WRONGTYPE Operation against a key\r\n", "-NOSCRIPT No matching script\r\n", "-MOVED 1 127.0.0.1:7000\r\n", "-NOAUTH Authentication required.\r\n",
    "-LOADING Redis is loading\r\n", "-ERR max number of clients reached\r\n", "$5\r\n12345\r\n", $bulk('1.5'), $bulk('inf'), $bulk('-nan'), $bulk(str_repeat('x', 3000)), $bulk($php), $pair,
    $list($pair, $pair), $list($bulk('a'), "$-1\r\n", ":3\r\n", "-ERR x\r\n"), $list($entry, $entry), $list($list($bulk('a'), $list($entry)), $list($bulk('b'), $list($entry))),
    $list($bulk('0-0'), $list($entry), $list($bulk('2-2'))), $list($bulk('k'), $list($bulk($php), $bulk('7'))), $list($bulk('k'), $list($pair, $pair)), $list($bulk('k'), $bulk('m'), $bulk('3.25')),
    $list(":1\r\n", $bulk('2')), $list($bulk('17'), $list($bulk('m1'), $bulk('m2'))), $list($bulk('0'), $list()), $list(":1\r\n", ":0\r\n", "$-1\r\n"), str_repeat("+OK\r\n", 6), "+OK\r\n" . str_repeat("+QUEUED\r\n", 3) . $list("+OK\r\n", $bulk('v'), ":1\r\n"),
    $list($bulk('subscribe'), $bulk('a'), ":1\r\n") . $list($bulk('subscribe'), $bulk('b'), ":2\r\n") . $list($bulk('message'), $bulk('a'), $bulk('hello')),
    $list($bulk('psubscribe'), $bulk('a*'), ":1\r\n") . $list($bulk('pmessage'), $bulk('a*'), $bulk('ab'), $bulk('hello')) . $list($bulk('punsubscribe'), $bulk('a*'), ":0\r\n"),
    $bulk("# Server\r\nredis_version:7.0.15\r\nuptime_in_seconds:12\r\n\r\n# Keyspace\r\ndb0:keys=1,expires=0,avg_ttl=0\r\ncmdstat_get:calls=1,usec=2,usec_per_call=2.5\r\n"),
    $bulk("id=3 addr=127.0.0.1:1 name= db=0 flags=N cmd=client|list user=default\nid=4 addr=/tmp/x:0 name=y db=1\n"),
    $list($bulk('matches'), $list($list($list(":4\r\n", ":7\r\n"), $list(":5\r\n", ":8\r\n"), ":4\r\n")), $bulk('len'), ":6\r\n"),
    $list($list($bulk('m'), $bulk('190.4424'), ":3479099956230698\r\n", $list($bulk('13.36'), $bulk('38.11')))), $list($list($bulk('13.36'), $bulk('38.11')), "*-1\r\n"),
    $list($bulk('length'), ":2\r\n", $bulk('entries'), $list($entry), $bulk('groups'), $list($list($bulk('name'), $bulk('g'), $bulk('pel'), $list($list($bulk('1-1'), $bulk('c'), ":1\r\n", ":1\r\n"))))),
    str_repeat("*1\r\n", 7) . ":1\r\n", str_repeat("*1\r\n", 9) . ":1\r\n", "*2147483647\r\n:1\r\n", "$536870912\r\nx", ">2\r\n+a\r\n+b\r\n", "%1\r\n+a\r\n,1.5\r\n", "_\r\n", "#t\r\n", "HTTP/1.1 400 Bad Request\r\n",
    $list(":1\r\n", $bulk('user|s:3:"Ada";')) . ":1\r\n", $list(":0\r\n", ":250\r\n"), "-NOSCRIPT x\r\n" . $list(":1\r\n", "$-1\r\n"), $bulk($php) . ":1\r\n+OK\r\n",
];
foreach ($replies as $i => $reply) {
    for ($call = 0; $call < 130; $call += 7) {
        seed('reply', chr(($call + $i) % 130) . chr($i + $call) . chr($i % 3) . chr($call % 4) . "\0" . $reply);
    }
    seed('reply', chr($i) . "\0\0\0" . chr($i % 8 ? 0xF2 : 0xFF) . $reply);
}

/* --- config: kind, a DSN or lines of options (see config.c) --- */

$dsns = [
    '', 'redis://127.0.0.1', 'redis://user:secret@example.com:6380/3?prefix=app:&timeout=1.5&read_timeout=2&persistent=0&name=n', 'rediss://:secret:S3CR3T@[::1]:6379/0', 'redis://secret:S3CR3T@h:x', '::1', 'host', 'host:1',
    '[fe80::1%25eth0]:6379', 'unix:///run/redis.sock?db=1&username=u&password=p%40%3a', '/run/redis.sock', 'tcp://h', 'tls://h:1/2?cafile=/x&verify_peer=0&tls_min_version=1.3', 'redis://a%zz', 'redis://h/99999999999', 'redis://h?serializer=igbinary&compression=zstd&compression_level=3&compression_threshold=1K&max_value_size=64M',
    'redis://h?serializer=json&mac_key=0123456789abcdef0123&allowed_classes=A,B&nil_as_false=1&retries=3', 'redis://h?prefx=1', 'redis+cluster://h', 'redis://h:0', 'redis://u@p@h/1#x', 'redis://h?a&b=&=c&&', "redis://h\0x",
];
foreach ($dsns as $dsn) {
    seed('config', "\0$dsn");
    seed('config', "\2$dsn");
    seed('config', "\1surl=$dsn");
}
$lines = ["shost=127.0.0.1\niport=6379\nidatabase=2", "sscheme=tls\nspassword=S3CR3T\nsusername=u", ">context\nscafile=/x\nbverify_peer=0\nspassphrase=S3CR3T\n<\nnpassword=", "dtimeout=0.5\ndread_timeout=-1\niretries=10", "lallowed_classes=App\\User\nsserializer=php\nscompression=lz4\nicompression_level=9",
    "smac_key=S3CR3T-S3CR3T-S3CR3T\nbcompat=1", "spath=/run/redis.sock\nshost=h\nbpersistent=\nbnil_as_false=1", ">context\n>ssl\n>tls\n>stream\n>options\nsname=x", "sschme=x", "i0=1", "sprefix=\nsname=", "simax_value_size=1\nsmax_value_size=1G\nscompression_threshold=-1",
    "scluster=redis\nsprefix=laravel_\nsparameters=\nsoptions=", "stls_min_version=1.1\nsciphers=ALL\nspeer_name=x\nslocal_cert=/a\nslocal_pk=/b", "sdsn=redis://h\nsurl=redis://i:1\nsport=2"];
foreach ($lines as $text) {
    seed('config', "\1$text\n");
    seed('config', "\3$text\n");
}

/* --- roundtrip: writer, reader, extras, power, value (see roundtrip.c) --- */

$make = fn (int $kind, int $count = 0, string $rest = '') => chr($kind | $count << 4) . $rest;
$string = fn (string $text) => $make(5, 15, pack('n', strlen($text)) . $text);
$name = fn (string $text) => chr(1 | strlen($text) << 1) . $text;
$map = fn (array $elements, int $kind = 9) => $make($kind, count($elements), implode('', array_map(fn ($key, $value) => $name("$key") . $value, array_keys($elements), $elements)));
$programs = [
    $make(0), $make(1), $make(1, 1), $make(2, 12), $make(3, 3, pack('J', PHP_INT_MIN)), $make(3, 3, pack('J', PHP_INT_MAX)), $make(4, 0, pack('E', 0.1)), $make(4, 0, pack('E', -0.0)), $make(4, 0, pack('E', NAN)), $make(4, 0, pack('E', 1e25)),
    $string(''), $string('hello'), $string(str_repeat('long ', 400)), $string("\xFF\x40"), $string("\u{20ac}"), $string('a:1:{i:0;i:1;}'), $string("\0\0\0\2\x06\1"), $string("(\xB5/\xFD"), $make(6, 3, pack('J', -7)), $make(6, 0, "\x05"),
    $make(7, 0), $make(7, 3, $make(2, 9) . $make(5, 1, 'x') . $make(0)), $make(8, 3, $make(2, 9) . $make(2, 9) . $make(2, 9) . "\1"), $map(['id' => $make(2, 9), 'name' => $string('Ada'), '12' => $make(1)]), $make(9, 2, "\x0C" . $make(0) . "\x80" . pack('J', -5) . $make(1)),
    $map(['p' => $make(2, 9), '5' => $make(7, 0)], 10), $map(['self' => $make(14, 0, "\0")], 10), $make(11, 0, $make(7, 1, $string('a'))), $make(11, 1, $map(['x' => $make(14, 0, "\0")])), $make(12, 1), $make(7, 2, $make(12) . $make(12)),
    $make(7, 3, $make(13, 0, $make(2, 9)) . $make(14, 0, "\0") . $make(7, 1, $make(14, 0, "\0"))), $make(7, 2, $make(10, 0) . $make(14, 0, "\0")), $make(7, 2, $make(13, 0, $make(10, 1, $name('a') . $make(0))) . $make(14, 0, "\1")),
    $make(15, 3, $make(2)), $make(15, 14, "\xFF" . $make(7, 0)), $make(15, 15, "\2\0" . $make(2)), $make(15, 15, "\2\1" . $make(2)), $make(7, 12, str_repeat($map(['id' => $make(3, 1, "\1\2"), 'name' => $string('product'), 'price' => $make(4, 0, pack('E', 9.99))]), 12)),
];
foreach ($programs as $i => $program) {
    foreach ([0, 1, 2, 3] as $serializer) {
        foreach ([0, 4, 8, 12] as $compression) {
            seed('roundtrip', chr($serializer | $compression | ($i % 2) << 4) . chr(($i + $compression) % 128) . "\0\0" . $program);
        }
        seed('roundtrip', chr($serializer) . "\x05\x07\0" . pack('J', 1700000000000) . pack('N', 250) . "\x18" . str_repeat('t', 24) . $program);
        seed('roundtrip', chr($serializer | 0x14) . "\x06\x18\0" . "\x03key" . "\0\x47" . $program);
        seed('roundtrip', chr($serializer | 0x10) . "\x01\x20\0" . "\0s" . $program);
        seed('roundtrip', chr($serializer | 0x60) . "\x02\x80\0" . $program);
    }
    seed('roundtrip', "\x80\0\0\0$program");
    seed('roundtrip', chr($i) . "\0\0\xF6$program");
    seed('roundtrip', chr(0x10 | $i % 16) . "\x05\x40\0$program");
}
