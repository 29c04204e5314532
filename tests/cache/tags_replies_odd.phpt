--TEST--
Tags: answers that no Redis gives, refusals and cut connections, values that cannot be stored: an exception each, and nothing is believed
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Cache, Client};

require __DIR__ . '/../connection/connection.inc';
require __DIR__ . '/../inc/script_server.inc';

/** Runs $work on a TaggedCache whose server answers command by command so; after the last answer it closes the connection. */
function with_answers(string $title, array $answers, callable $work, array $options = []): void
{
    $server = ScriptServer::answering($answers);
    echo "$title: ";
    attempt(fn() => $work((new Cache(new Client($server->dsn(['retries' => 0])), ['prefix' => 'p:'] + $options))->tags('t')), [$server->socket() => 'SOCKET', 'has reset the' => 'has closed the', ' before it said a word; has it reached maxclients?' => '']);
}
$denied = "-NOPERM this user has no permissions\r\n";
$version = "\$16\r\n0123456789abcdef\r\n";
$resource = fopen('php://memory', 'r');

foreach ([
    'get' => fn($cache) => $cache->get('a'),
    'pull' => fn($cache) => $cache->pull('a'),
    'has' => fn($cache) => $cache->has('a'),
    'put' => fn($cache) => $cache->put('a', 1, 60),
    'many' => fn($cache) => $cache->many(['a', 'b']),
    'putMany' => fn($cache) => $cache->putMany(['a' => 1, 'b' => 2], 60),
    'putMany, nothing to live' => fn($cache) => $cache->putMany(['a' => 1, 'b' => 2], 0),
    'many large ones' => fn($cache) => $cache->putMany(array_fill(0, 20, str_repeat('x', 500000)), 60),
    'increment' => fn($cache) => $cache->increment('a', 1, 60),
    'flush' => fn($cache) => $cache->flush(),
    'remember' => fn($cache) => $cache->remember('a', 60, fn() => 'computed'),
    'rememberMany' => fn($cache) => $cache->rememberMany(['a'], 60, fn() => ['a' => 'computed']),
] as $name => $work) {
    with_answers("$name, cut", [], $work);
    with_answers("$name, refused", array_fill(0, 30, $denied), $work);
    with_answers("$name, refused, signed", array_fill(0, 30, $denied), $work, ['mac_key' => str_repeat('k', 16)]);
    if ($name !== 'increment') {
        with_answers("$name, numbers", array_fill(0, 30, ":7\r\n"), $work);
        with_answers("$name, numbers, signed", array_fill(0, 30, ":7\r\n"), $work, ['mac_key' => str_repeat('k', 16)]);
        with_answers("$name, no values", array_fill(0, 30, "*0\r\n"), $work);
    }
}
// What is read says that nothing is there; then come the lease and what has to do with the versions.
$nothing = "*2\r\n\$-1\r\n$version";
$ours = "*2\r\n:1\r\n\$32\r\n" . str_repeat('1', 32) . "\r\n";
$value = "*2\r\n:0\r\n\$4\r\ntext\r\n";
$versions = "*1\r\n$version";
$spoilt = "*1\r\n+x\r\n";
foreach ([
    'no right to make versions' => [$ours, $denied, $denied, $denied, ":1\r\n"],
    'versions that are none' => [$ours, "+OK\r\n", ":1\r\n", $spoilt, ":1\r\n"],
    'a version evicted as soon as it was made' => [$ours, "+OK\r\n", ":1\r\n", "*1\r\n\$-1\r\n", ":1\r\n"],
    'a value, no right to make versions' => [$value, $denied, $denied, $denied],
    'a value, versions that are none' => [$value, "+OK\r\n", ":1\r\n", $spoilt],
    'a value that has no tags, again and again' => array_merge(...array_fill(0, 20, [$value, "+OK\r\n", ":1\r\n", $versions])),
] as $title => $answers) {
    with_answers("remember, $title", [$nothing, ...$answers], fn($cache) => $cache->remember('a', 60, fn() => 'computed'));
}
with_answers('remember, cut before the lease', [$nothing], fn($cache) => $cache->remember('a', 60, fn() => 'computed'));
with_answers('rememberMany, a value that has no tags, then cut', ["*1\r\n\$-1\r\n", $versions, $value, "+OK\r\n", ":1\r\n", $versions], fn($cache) => $cache->rememberMany(['a'], 60, fn() => 'never'));
$anothers = "*4\r\n:2\r\n\$32\r\n" . str_repeat('1', 32) . "\r\n:5000\r\n\$3\r\n0-0\r\n";
$event = "*1\r\n*2\r\n+events\r\n*1\r\n*2\r\n+1-1\r\n*2\r\n\$1\r\nv\r\n\$4\r\ntext\r\n";
with_answers('remember, woken with a value that has no tags', [$nothing, $anothers, "+OK\r\n", ":1\r\n", $versions, $event, $ours, "+OK\r\n", ":1\r\n", $versions, ":1\r\n"],
    fn($cache) => $cache->remember('a', 60, fn() => 'computed'));
$real = Server::start();
(new Cache($real->dsn(), ['prefix' => 'p:']))->tags('t')->remember('a', 0.001, fn() => 'stale', stale: 600);
usleep(3000);
[$key] = $real->cmd('KEYS', 'p:tagged:*:a');
$stale = '*2' . implode(array_map(fn(string $part) => "\r\n\$" . strlen($part) . "\r\n$part", $real->cmd('MGET', $key, 'p:tagged:@t'))) . "\r\n";
with_answers('a stale value, and one that has no tags instead', [$stale, $value, "+OK\r\n", ":1\r\n", $versions], fn($cache) => $cache->remember('a', 60, fn() => 'never'));

echo "-- none, many, large\n";
with_answers('none', [], fn($cache) => [$cache->many([]), $cache->putMany([], 60), $cache->putMany([], 0)]);
$tagged = (new Cache($real->dsn(), ['prefix' => 'p:', 'serializer' => 'php']))->tags('t');
$many = array_fill(0, 2500, 'x');
var_dump($tagged->putMany($many, 60), $tagged->many(array_keys($many)) === $many);
$tagged->put('list', [1, 2], 60);
[$key] = $real->cmd('KEYS', 'p:tagged:*:list');
$real->cmd('SET', $key, substr($real->cmd('GET', $key), 0, -3));
attempt(fn() => $tagged->many([0, 'list']));
$long = array_fill_keys(array_map(fn($n) => str_repeat((string) $n, 100000), range(10, 70)), 1);
with_answers('so many to remove that they take two messages, cut', [], fn($cache) => $cache->putMany($long, 0));
with_answers('so many to store that they take two messages, cut', [], fn($cache) => $cache->putMany($long, 60));
with_answers('larger than max_value_size', [], fn($cache) => $cache->increment('a', 1, 60), ['max_value_size' => 1]);
with_answers('a resource', [$version], fn($cache) => $cache->put('a', $resource, 60));
with_answers('a resource among others', [$version], fn($cache) => $cache->putMany(['a' => 1, 'b' => $resource], 60));
?>
--EXPECT--
get, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
get, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
get, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
get, numbers: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
get, numbers, signed: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
get, no values: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
pull, cut: Rediskit\OutcomeUnknownException: cache_pull was sent and no whole reply came (Connection lost: unix:SOCKET has closed the connection): it may or may not have been carried out; look before you repeat it
pull, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
pull, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
pull, numbers: no exception: null
pull, numbers, signed: no exception: null
pull, no values: no exception: null
has, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
has, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
has, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
has, numbers: no exception: false
has, numbers, signed: no exception: false
has, no values: no exception: false
put, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
put, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
put, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
put, numbers: no exception: true
put, numbers, signed: Rediskit\CommandException: The versions of the tags are spoilt: something else writes to "p:tagged:@t" or its like. flush() of the tags makes new ones
put, no values: Rediskit\ConnectionException: The server answered with array where an integer was expected
many, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
many, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
many, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
many, numbers: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
many, numbers, signed: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
many, no values: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
putMany, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
putMany, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
putMany, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
putMany, numbers: no exception: true
putMany, numbers, signed: Rediskit\CommandException: The versions of the tags are spoilt: something else writes to "p:tagged:@t" or its like. flush() of the tags makes new ones
putMany, no values: no exception: true
putMany, nothing to live, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
putMany, nothing to live, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
putMany, nothing to live, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
putMany, nothing to live, numbers: no exception: true
putMany, nothing to live, numbers, signed: no exception: true
putMany, nothing to live, no values: no exception: true
many large ones, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
many large ones, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
many large ones, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
many large ones, numbers: no exception: true
many large ones, numbers, signed: Rediskit\CommandException: The versions of the tags are spoilt: something else writes to "p:tagged:@t" or its like. flush() of the tags makes new ones
many large ones, no values: no exception: true
increment, cut: Rediskit\OutcomeUnknownException: cache_tagged_add was sent and no whole reply came (Connection lost: unix:SOCKET has closed the connection): it may or may not have been carried out; look before you repeat it
increment, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
increment, refused, signed: Rediskit\ConfigException: The value of "p:tagged:aa6e8648cce031f4:a" cannot be incremented and decremented, for there is a mac_key and the server signs no sums: use a Rediskit\Counter, or a cache without the key
flush, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
flush, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
flush, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
flush, numbers: no exception: true
flush, numbers, signed: no exception: true
flush, no values: no exception: true
remember, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
remember, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
remember, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
remember, numbers: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
remember, numbers, signed: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
remember, no values: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
rememberMany, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
rememberMany, refused: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
rememberMany, refused, signed: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
rememberMany, numbers: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
rememberMany, numbers, signed: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
rememberMany, no values: Rediskit\ConnectionException: The server's answer to MGET is shorter than the list of keys
remember, no right to make versions: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
remember, versions that are none: Rediskit\CommandException: The versions of the tags are spoilt: something else writes to "p:tagged:@t" or its like. flush() of the tags makes new ones
remember, a version evicted as soon as it was made: no exception: computed
remember, a value, no right to make versions: Rediskit\NoPermissionException: NOPERM this user has no permissions (grant it with ACL SETUSER, or connect as another user)
remember, a value, versions that are none: Rediskit\CommandException: The versions of the tags are spoilt: something else writes to "p:tagged:@t" or its like. flush() of the tags makes new ones
remember, a value that has no tags, again and again: no exception: computed
remember, cut before the lease: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
rememberMany, a value that has no tags, then cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
remember, woken with a value that has no tags: no exception: computed
a stale value, and one that has no tags instead: no exception: stale
-- none, many, large
none: no exception: [[],true,true]
bool(true)
bool(true)
Rediskit\CodecException: The stored value is corrupt: it is not well-formed serialized text (key "p:tagged:aa6e8648cce031f4:list")
so many to remove that they take two messages, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
so many to store that they take two messages, cut: Rediskit\ConnectionException: Connection lost: unix:SOCKET has closed the connection
larger than max_value_size: Rediskit\CodecException: The value is too large: it has 4 bytes and max_value_size allows 1 (key "p:tagged:aa6e8648cce031f4:a")
a resource: Rediskit\CodecException: A resource cannot be stored: store what is read from it (key "p:tagged:aa6e8648cce031f4:a")
a resource among others: Rediskit\CodecException: A resource cannot be stored: store what is read from it (key "p:tagged:aa6e8648cce031f4:b")
