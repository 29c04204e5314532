<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * A Redis server's commands as methods, in the shape \Redis users know.
 *
 * Method names are PHP's: case does not matter. A command is one round trip. Replies are what the methods say; nil is null (false with the option
 * nil_as_false). An error reply throws a CommandException or the class of its prefix (WrongTypeException, …), a lost connection a ConnectionException, a
 * command whose outcome is not known an OutcomeUnknownException. Arguments are checked before anything is sent: ArgumentCountError, TypeError, ValueError.
 *
 * Keys get the client's prefix. Values (not members, fields, ids, scripts or their arguments) go through its serializer and compression; without
 * a serializer they are text, and an array or object is a CodecException that says so.
 *
 * After pipeline() or multi() the same methods queue their command and return the client itself; exec() sends all in one round trip and returns the list
 * of results, with an exception object where a command failed.
 *
 * Options that a method takes as an array can be given by name as well: set('k', 'v', nx: true, px: 500).
 *
 * The client keeps no connection between calls; it leases one from the process's pool for each. A forked child gets its own.
 *
 * @strict-properties
 * @not-serializable
 */
final class Client
{
    /**
     * Prepares a client; connects with the first command.
     *
     * @param string|array|null $config A DSN such as redis://user:secret@host:6379/0?prefix=app:, or options: host, port, path, scheme,
     *   username, password, database, name, prefix, timeout, read_timeout (seconds), persistent, retries, serializer, compression, compression_level,
     *   compression_threshold, max_value_size, allowed_classes, compat, mac_key, dictionary (in an array only), nil_as_false, tls_* or context (PHP's ssl options), url. null: the
     *   environment's REDIS_URL, else the INI rediskit.dsn, else redis://127.0.0.1:6379.
     * @throws ConfigException for an unknown or wrong option.
     */
    public function __construct(#[\SensitiveParameter] string|array|null $config = null) {}

    /**
     * Sends any command, newer ones too, and returns the server's own reply: nothing is decoded or reshaped, lists stay flat.
     *
     * Keys of the commands this class knows get the prefix; those of others do not. Commands that would change a shared connection (SELECT, AUTH, HELLO,
     * MULTI, SUBSCRIBE, MONITOR, …) are a ValueError that names the method to use.
     *
     * The arguments are strings and numbers; lists are flattened.
     */
    public function command(string $name, #[\SensitiveParameter] mixed ...$args): mixed {}

    /**
     * As command(), and no key gets the prefix: words go out as they are.
     */
    public function rawCommand(string $name, #[\SensitiveParameter] mixed ...$args): mixed {}

    /**
     * Begins queueing, or runs what a callback queues.
     *
     * Without a callback: the client itself, which queues commands until exec() or discard(). With one: it is called with the client, what it queued
     * is sent in one round trip, and the list of results is returned; if it throws, nothing is sent.
     */
    public function pipeline(?callable $callback = null): Client|array {}

    /**
     * Begins a transaction: commands are queued until exec(), which sends all of them at once between MULTI and EXEC. Inside a pipeline the
     * transaction contributes one list to its results.
     */
    public function multi(): Client {}

    /**
     * Sends what was queued, in one round trip.
     *
     * @return Client|array<int, mixed>|false|null The results in order, with an exception object in a failed place. null (false with nil_as_false) when a key
     *   that watch() named was changed: nothing was done then. The client itself when this ends a transaction inside a pipeline.
     * @throws ExecAbortedException when the server refused a queued command; nothing was done.
     */
    public function exec(): Client|array|false|null {}

    /**
     * Drops what was queued, and the keys watched. Inside a pipeline's transaction only that transaction, and the client is returned.
     */
    public function discard(): Client|bool {}

    /**
     * Calls back with the client in a transaction and runs what it queued: one round trip. If it throws, nothing is sent.
     *
     * @return Client|array<int, mixed>|false|null As exec().
     */
    public function transaction(callable $callback): Client|array|false|null {}

    /**
     * Watches keys: the next transaction is done only if none of them changes until then.
     *
     * Holds a connection for this client until exec(), discard() or unwatch(); commands in between use it. One round trip.
     */
    public function watch(array|string $key, mixed ...$other_keys): bool {}

    /**
     * Forgets all watched keys. Nothing is sent when none is watched.
     */
    public function unwatch(): bool {}

    /**
     * Listens to channels until the callback has unsubscribed from all of them, or throws.
     *
     * The callback gets (Client $client, string $channel, string $message); channels carry the prefix. It may use the client for other commands, which take
     * another connection, and calls unsubscribe() to end; subscribe() inside is an error. Signal handlers and time limits work while waiting.
     *
     * @param float|null $timeout Seconds without a message after which a TimeoutException ends the wait; null: wait for ever.
     */
    public function subscribe(array|string $channels, callable $callback, ?float $timeout = null): void {}

    /**
     * Listens to patterns: as subscribe(), and the callback gets (Client $client, string $pattern, string $channel, string $message).
     */
    public function pSubscribe(array|string $patterns, callable $callback, ?float $timeout = null): void {}

    /**
     * Listens to shard channels: as subscribe(). Redis 7.0.
     */
    public function sSubscribe(array|string $channels, callable $callback, ?float $timeout = null): void {}

    /**
     * Inside a subscribe() callback: leaves the channels, or all of them. subscribe() returns when none is left.
     */
    public function unsubscribe(array|string|null $channels = null): bool {}

    /**
     * Inside a pSubscribe() callback: leaves the patterns, or all of them.
     */
    public function pUnsubscribe(array|string|null $patterns = null): bool {}

    /**
     * Inside an sSubscribe() callback: leaves the channels, or all of them.
     */
    public function sUnsubscribe(array|string|null $channels = null): bool {}

    /**
     * One page of the server's keys.
     *
     * Begin with a cursor of null (or '0') and go on until it is int 0; a call with int 0 returns false, so `while (($keys = $client->scan($cursor)) !== false)`
     * ends. A page may be empty before the end. The pattern gets no prefix, and keys come back whole, prefix included.
     *
     * @param int|string|null $cursor
     * @param int $count How many to look at; 0: the server's default.
     * @param string|null $type Only keys of this type (Redis 6.0).
     * @return array<int, string>|false
     */
    public function scan(mixed &$cursor, ?string $pattern = null, int $count = 0, ?string $type = null): array|false {}

    /**
     * One page of a set's members; see scan().
     *
     * @param int|string|null $cursor
     * @return array<int, string>|false
     */
    public function sScan(string $key, mixed &$cursor, ?string $pattern = null, int $count = 0): array|false {}

    /**
     * One page of a hash: field => value; see scan().
     *
     * @param int|string|null $cursor
     * @return array<string, mixed>|false
     */
    public function hScan(string $key, mixed &$cursor, ?string $pattern = null, int $count = 0): array|false {}

    /**
     * One page of a sorted set: member => score; see scan().
     *
     * @param int|string|null $cursor
     * @return array<string, float>|false
     */
    public function zScan(string $key, mixed &$cursor, ?string $pattern = null, int $count = 0): array|false {}

    /**
     * Iterates over the server's keys, one SCAN a page: `foreach ($client->scanKeys('app:*') as $key)`. Keys come whole; a key may come twice while
     * the server resizes its table.
     *
     * @param int $count How many keys the server looks at for a page.
     * @return \Iterator<int, string>
     */
    public function scanKeys(?string $match = null, int $count = 1000, ?string $type = null): \Iterator {}

    /**
     * How the server is: never throws for a server that is down or that refuses INFO, but says so. Three round trips.
     *
     * @return array{status: string, endpoint: string, latency_ms: ?float, error: ?string, server: ?string, version: ?string, role: ?string, used_memory: ?int,
     *   max_memory: ?int, max_memory_policy: ?string, evicted_keys: ?int, hit_rate: ?float, connected_clients: ?int, uptime: ?int,
     *   pool: array<string, int>, missing: list<string>, warnings: list<string>} status is "ok", "loading", "refused" (the error says
     *   why: password, permissions) or "down"; a max_memory of 0 is no limit; hit_rate is between 0 and 1.
     */
    public function health(): array {}

    /**
     * Moves this client to another database of the server. Others that share its connections are not touched. One round trip, to be sure that it exists,
     * after connecting where there is no connection to it yet.
     */
    public function select(int $database): bool {}

    /**
     * Moves this client to another user: a password, [password] or [user, password]. One round trip, to be sure that the server accepts them.
     *
     * @throws AuthenticationException
     */
    public function auth(#[\SensitiveParameter] mixed $credentials): bool {}

    /**
     * The value of an option of the constructor; null where it says nothing and php.ini decides. Secrets and what concerns TLS can't be read.
     *
     * @throws ConfigException for an unknown option.
     */
    public function getOption(string $name): mixed {}

    /**
     * Changes an option of the constructor from now on; objects made with this client before keep theirs.
     *
     * @throws ConfigException for an unknown option or value.
     */
    public function setOption(string $name, #[\SensitiveParameter] mixed $value): bool {}

    /**
     * Gives up what is queued and watched, and closes this server's idle connections. The client can be used again, and connects then.
     */
    public function close(): void {}

    /**
     * The key with the client's prefix.
     */
    public function _prefix(string $key): string {}

    /**
     * The value as the client stores it: serialized and compressed by its options.
     */
    public function _pack(mixed $value): string {}

    /**
     * The value of stored bytes.
     */
    public function _unpack(string $value): mixed {}

    /**
     * Appends text to a string, which is made if need be; returns its new length.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function append(string $key, string|int|float $value): Client|int {}

    /**
     * Number of bits set between two bytes (or bits, Redis 7.0).
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bitCount(string $key, int $start = 0, int $end = -1, bool $bybit = false): Client|int {}

    /**
     * Reads and writes integers inside a string: bitField('k', 'SET', 'u8', '#0', 255, 'GET', 'u4', 0).
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bitField(string $key, mixed ...$operations): Client|array {}

    /**
     * Reads integers inside a string. Redis 6.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bitField_ro(string $key, mixed ...$operations): Client|array {}

    /**
     * Stores AND, OR, XOR or NOT of strings; returns the result's length.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bitOp(string $operation, string $destination, string|array $key, mixed ...$other_keys): Client|int {}

    /**
     * Position of the first bit that is 0 or 1, or -1.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bitPos(string $key, bool|int $bit, int|null $start = null, int|null $end = null, bool $bybit = false): Client|int {}

    /**
     * Subtracts from a number and returns it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function decr(string $key, int $by = 1): Client|int {}

    /**
     * Subtracts from a number and returns it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function decrBy(string $key, int $by): Client|int {}

    /**
     * The value of a key, or null.
     */
    public function get(string $key): mixed {}

    /**
     * The bit at an offset: 0 or 1.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function getBit(string $key, int $offset): Client|int {}

    /**
     * Reads a value and deletes it. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function getDel(string $key): mixed {}

    /**
     * Reads a value and changes its time to live: ['EX' => 60], ['PX' => ms], ['EXAT' => time], ['PERSIST' => true]. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function getEx(string $key, ?array $options = null, mixed ...$named): mixed {}

    /**
     * Part of a string; negative offsets count from its end.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function getRange(string $key, int $start, int $end): Client|string {}

    /**
     * Stores a value and returns the old one.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function getSet(string $key, mixed $value): mixed {}

    /**
     * Adds to a number and returns it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function incr(string $key, int $by = 1): Client|int {}

    /**
     * Adds to a number and returns it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function incrBy(string $key, int $by): Client|int {}

    /**
     * Adds to a floating point number and returns it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function incrByFloat(string $key, int|float $by): Client|float {}

    /**
     * Longest common subsequence of two strings; ['LEN' => true] its length, ['IDX' => true] where. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lcs(string $key1, string $key2, ?array $options = null, mixed ...$named): Client|string|int|array {}

    /**
     * The values of keys, in their order; null (or false) for missing ones.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function mGet(array $keys): Client|array {}

    /**
     * Stores [key => value, …] at once.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function mSet(array $values): Client|bool {}

    /**
     * Stores [key => value, …] only if none of the keys exists.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function mSetNx(array $values): Client|bool {}

    /**
     * Stores a value for some milliseconds.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function pSetEx(string $key, int $milliseconds, mixed $value): Client|bool {}

    /**
     * Stores a value.
     *
     * Options: an int or float of seconds to live, or ['EX' => s, 'PX' => ms, 'EXAT' => time, 'NX', 'XX', 'KEEPTTL', 'GET']. Returns true, null when NX or XX did
     * not hold, and with GET (Redis 6.2) the old value.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function set(string $key, mixed $value, array|int|float|null $options = null, mixed ...$named): mixed {}

    /**
     * Sets a bit and returns its old value.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function setBit(string $key, int $offset, bool|int $value): Client|int {}

    /**
     * Stores a value for some seconds.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function setEx(string $key, int $seconds, mixed $value): Client|bool {}

    /**
     * Stores a value if the key does not exist.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function setNx(string $key, mixed $value): Client|bool {}

    /**
     * Overwrites part of a string; returns its length.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function setRange(string $key, int $offset, string|int|float $value): Client|int {}

    /**
     * Length of a string in bytes.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function strLen(string $key): Client|int {}

    /**
     * The old name of getRange().
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function substr(string $key, int $start, int $end): Client|string {}

    /**
     * Counts elements in a HyperLogLog; 1 if its estimate changed.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function pfAdd(string $key, string|int|float|array $element, mixed ...$elements): Client|int {}

    /**
     * Estimated number of different elements.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function pfCount(string|array $key, mixed ...$other_keys): Client|int {}

    /**
     * Merges HyperLogLogs.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function pfMerge(string $destination, string|array $key, mixed ...$other_keys): Client|bool {}

    /**
     * Deletes fields; returns how many there were.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hDel(string $key, string|int|float|array $field, mixed ...$other_fields): Client|int {}

    /**
     * Does the field exist?
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hExists(string $key, string|int|float $field): Client|bool {}

    /**
     * The value of a field, or null.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hGet(string $key, string|int|float $field): mixed {}

    /**
     * All fields: field => value; an empty array for a missing hash.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hGetAll(string $key): Client|array {}

    /**
     * Adds to a field and returns it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hIncrBy(string $key, string|int|float $field, int $by): Client|int {}

    /**
     * Adds to a field and returns it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hIncrByFloat(string $key, string|int|float $field, int|float $by): Client|float {}

    /**
     * All field names.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hKeys(string $key): Client|array {}

    /**
     * Number of fields.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hLen(string $key): Client|int {}

    /**
     * Some fields: field => value, null (or false) for missing ones.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hMGet(string $key, array $fields): Client|array {}

    /**
     * Stores [field => value, …].
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hMSet(string $key, array $values): Client|bool {}

    /**
     * A random field; with ['COUNT' => n] a list of them, with 'WITHVALUES' => true too a map. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hRandField(string $key, ?array $options = null, mixed ...$named): Client|string|array|false|null {}

    /**
     * Stores a field and its value, several pairs, or an array [field => value, …]; returns how many fields are new.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hSet(string $key, mixed $field, mixed ...$more): Client|int {}

    /**
     * Stores a field if it does not exist.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hSetNx(string $key, string|int|float $field, mixed $value): Client|bool {}

    /**
     * Length of a field's value as stored.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hStrLen(string $key, string|int|float $field): Client|int {}

    /**
     * All values.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function hVals(string $key): Client|array {}

    /**
     * lMove() that waits up to some seconds (0: for ever) for an element. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function blMove(string $source, string $destination, string $from, string $to, int|float $timeout): mixed {}

    /**
     * lMPop() that waits. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function blMPop(int|float $timeout, array $keys, string $from, ?int $count = null): Client|array|false|null {}

    /**
     * Takes the first element of the first list that has one: [key, value]; null after the time-out in seconds, the last argument (0: waits for ever).
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function blPop(string|array $key, mixed $timeout_or_key, mixed ...$more): Client|array|false|null {}

    /**
     * As blPop(), from the end of the lists.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function brPop(string|array $key, mixed $timeout_or_key, mixed ...$more): Client|array|false|null {}

    /**
     * rPopLPush() that waits.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function brPopLPush(string $source, string $destination, int|float $timeout): mixed {}

    /**
     * The element at an index.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lIndex(string $key, int $index): mixed {}

    /**
     * Inserts 'before' or 'after' an element; returns the length, -1 when that is not there.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lInsert(string $key, string $position, mixed $pivot, mixed $value): Client|int {}

    /**
     * Length of a list.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lLen(string $key): Client|int {}

    /**
     * Moves an element from 'left' or 'right' to 'left' or 'right' of another list, and returns it. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lMove(string $source, string $destination, string $from, string $to): mixed {}

    /**
     * Takes elements from 'left' or 'right' of the first list that has some: [key, [values]]. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lMPop(array $keys, string $from, ?int $count = null): Client|array|false|null {}

    /**
     * Takes the first element; with a count (Redis 6.2) a list of them.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lPop(string $key, ?int $count = null): mixed {}

    /**
     * Index of a value; ['RANK' => n, 'MAXLEN' => n], with ['COUNT' => n] a list. Redis 6.0.6.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lPos(string $key, mixed $value, ?array $options = null, mixed ...$named): Client|int|array|false|null {}

    /**
     * Puts values before the first; returns the length.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lPush(string $key, mixed $value, mixed ...$values): Client|int {}

    /**
     * lPush() if the list exists.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lPushX(string $key, mixed $value, mixed ...$values): Client|int {}

    /**
     * Elements between two indexes; negative ones count from the end.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lRange(string $key, int $start, int $end): Client|array {}

    /**
     * Removes a value: the first $count, from the end if negative, 0: all of them.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lRem(string $key, mixed $value, int $count = 0): Client|int {}

    /**
     * Overwrites an element.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lSet(string $key, int $index, mixed $value): Client|bool {}

    /**
     * Keeps only the elements between two indexes.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lTrim(string $key, int $start, int $end): Client|bool {}

    /**
     * Takes the last element; with a count (Redis 6.2) a list of them.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function rPop(string $key, ?int $count = null): mixed {}

    /**
     * Moves the last element of one list before the first of another, and returns it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function rPopLPush(string $source, string $destination): mixed {}

    /**
     * Puts values after the last; returns the length.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function rPush(string $key, mixed $value, mixed ...$values): Client|int {}

    /**
     * rPush() if the list exists.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function rPushX(string $key, mixed $value, mixed ...$values): Client|int {}

    /**
     * Adds members; returns how many are new.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sAdd(string $key, string|int|float|array $member, mixed ...$other_members): Client|int {}

    /**
     * Adds members; returns how many are new.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sAddArray(string $key, array $members): Client|int {}

    /**
     * Number of members.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sCard(string $key): Client|int {}

    /**
     * Members of the first set that are in none of the others.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sDiff(string|array $key, mixed ...$other_keys): Client|array {}

    /**
     * Stores sDiff(); returns its size.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sDiffStore(string $destination, string|array $key, mixed ...$other_keys): Client|int {}

    /**
     * Members that all sets have.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sInter(string|array $key, mixed ...$other_keys): Client|array {}

    /**
     * Number of members that all sets have, counted up to a limit. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sInterCard(array $keys, ?int $limit = null): Client|int {}

    /**
     * Stores sInter(); returns its size.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sInterStore(string $destination, string|array $key, mixed ...$other_keys): Client|int {}

    /**
     * Is it a member?
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sIsMember(string $key, string|int|float $member): Client|bool {}

    /**
     * All members.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sMembers(string $key): Client|array {}

    /**
     * Is each a member? A list of bools. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sMIsMember(string $key, string|int|float|array $member, mixed ...$other_members): Client|array {}

    /**
     * Moves a member to another set.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sMove(string $source, string $destination, string|int|float $member): Client|bool {}

    /**
     * Takes a random member; with a count a list of them.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sPop(string $key, ?int $count = null): Client|string|array|false|null {}

    /**
     * A random member; with a count a list, with a negative one repeating.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sRandMember(string $key, ?int $count = null): Client|string|array|false|null {}

    /**
     * Removes members; returns how many there were.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sRem(string $key, string|int|float|array $member, mixed ...$other_members): Client|int {}

    /**
     * Members that any set has.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sUnion(string|array $key, mixed ...$other_keys): Client|array {}

    /**
     * Stores sUnion(); returns its size.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sUnionStore(string $destination, string|array $key, mixed ...$other_keys): Client|int {}

    /**
     * zMPop() that waits. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bzMPop(int|float $timeout, array $keys, string $from, ?int $count = null): Client|array|false|null {}

    /**
     * As bzPopMin(), the highest score.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bzPopMax(string|array $key, mixed $timeout_or_key, mixed ...$more): Client|array|false|null {}

    /**
     * Takes the member with the lowest score of the first set that has one: [key, member, score]; null after the time-out in seconds, the last argument (0: waits for ever).
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bzPopMin(string|array $key, mixed $timeout_or_key, mixed ...$more): Client|array|false|null {}

    /**
     * Adds members with their scores: zAdd('k', 1.5, 'a', 2, 'b').
     *
     * Options come second or by name: ['NX'], ['XX'], ['GT'], ['LT'], ['CH'], ['INCR']. Returns how many are new (with CH changed), with INCR the new score or null.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zAdd(string $key, array|string|int|float $score_or_options, mixed ...$more): Client|int|float|false|null {}

    /**
     * Number of members.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zCard(string $key): Client|int {}

    /**
     * Number of members with scores between two bounds; '(1' excludes 1, '-inf' and '+inf'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zCount(string $key, string|int|float $min, string|int|float $max): Client|int {}

    /**
     * Members of the first set that are in none of the others; ['WITHSCORES' => true] member => score. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zDiff(array $keys, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * Stores zDiff(); returns its size. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zDiffStore(string $destination, array $keys): Client|int {}

    /**
     * Adds to a score and returns it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zIncrBy(string $key, int|float $by, string|int|float $member): Client|float {}

    /**
     * Members that all sets have; options ['AGGREGATE' => 'SUM'|'MIN'|'MAX', 'WITHSCORES' => true]. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zInter(array $keys, ?array $weights = null, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * Number of members that all sets have, counted up to a limit. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zInterCard(array $keys, ?int $limit = null): Client|int {}

    /**
     * Stores zInter(); returns its size.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zInterStore(string $destination, array $keys, ?array $weights = null, ?string $aggregate = null): Client|int {}

    /**
     * Number of members between two names: '[a', '(b', '-', '+'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zLexCount(string $key, string $min, string $max): Client|int {}

    /**
     * Takes members with the lowest ('min') or highest ('max') scores of the first set that has some: [key, [member => score]]. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zMPop(array $keys, string $from, ?int $count = null): Client|array|false|null {}

    /**
     * The scores of members, null (or false) for missing ones. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zMScore(string $key, string|int|float|array $member, mixed ...$other_members): Client|array {}

    /**
     * Takes the members with the highest scores: member => score.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zPopMax(string $key, ?int $count = null): Client|array {}

    /**
     * Takes the members with the lowest scores: member => score.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zPopMin(string $key, ?int $count = null): Client|array {}

    /**
     * A random member; with ['COUNT' => n] a list of them, with 'WITHSCORES' => true too a map. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRandMember(string $key, ?array $options = null, mixed ...$named): Client|string|array|false|null {}

    /**
     * Members between two ranks, lowest score first; true or ['WITHSCORES' => true]: member => score.
     *
     * ['BYSCORE'], ['BYLEX'], ['REV'], ['LIMIT' => [offset, count]] since Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRange(string $key, string|int|float $start, string|int|float $end, array|bool|null $options = null, mixed ...$named): Client|array {}

    /**
     * Members between two names, where all scores are the same: '[a', '(b', '-', '+'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRangeByLex(string $key, string $min, string $max, ?int $offset = null, ?int $count = null): Client|array {}

    /**
     * Members with scores between two bounds; ['WITHSCORES' => true] member => score, ['LIMIT' => [offset, count]].
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRangeByScore(string $key, string|int|float $min, string|int|float $max, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * Stores zRange(); returns its size. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRangeStore(string $destination, string $source, string|int|float $start, string|int|float $end, ?array $options = null, mixed ...$named): Client|int {}

    /**
     * Rank of a member, lowest score first, from 0; with its score [rank, score] (Redis 7.2).
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRank(string $key, string|int|float $member, bool $with_score = false): Client|int|array|false|null {}

    /**
     * Removes members; returns how many there were.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRem(string $key, string|int|float|array $member, mixed ...$other_members): Client|int {}

    /**
     * Removes members between two names.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRemRangeByLex(string $key, string $min, string $max): Client|int {}

    /**
     * Removes members between two ranks.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRemRangeByRank(string $key, int $start, int $end): Client|int {}

    /**
     * Removes members with scores between two bounds.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRemRangeByScore(string $key, string|int|float $min, string|int|float $max): Client|int {}

    /**
     * Members between two ranks, highest score first; true or ['WITHSCORES' => true]: member => score.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRevRange(string $key, int $start, int $end, array|bool|null $options = null, mixed ...$named): Client|array {}

    /**
     * zRangeByLex() backwards.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRevRangeByLex(string $key, string $max, string $min, ?int $offset = null, ?int $count = null): Client|array {}

    /**
     * zRangeByScore() backwards.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRevRangeByScore(string $key, string|int|float $max, string|int|float $min, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * Rank of a member, highest score first, from 0; with its score [rank, score] (Redis 7.2).
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zRevRank(string $key, string|int|float $member, bool $with_score = false): Client|int|array|false|null {}

    /**
     * Score of a member, or null.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zScore(string $key, string|int|float $member): Client|float|false|null {}

    /**
     * Members that any set has; options as zInter(). Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zUnion(array $keys, ?array $weights = null, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * Stores zUnion(); returns its size.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function zUnionStore(string $destination, array $keys, ?array $weights = null, ?string $aggregate = null): Client|int {}

    /**
     * Marks entries as done for a group; returns how many were pending.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xAck(string $key, string $group, string|array $id, mixed ...$other_ids): Client|int {}

    /**
     * Appends an entry [field => text, …] under an id ('*': the server makes it) and returns that; a length trims the stream.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xAdd(string $key, string $id, array $fields, int|string $maxlen = 0, bool $approx = false, bool $nomkstream = false): Client|string|false|null {}

    /**
     * Takes over entries idle for some milliseconds: [next start, id => fields, deleted ids]. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xAutoClaim(string $key, string $group, string $consumer, int $min_idle, string $start, ?int $count = null, bool $justid = false): Client|array {}

    /**
     * Takes over pending entries: id => fields; ['IDLE' => ms, 'TIME' => ms, 'RETRYCOUNT' => n, 'FORCE', 'JUSTID'].
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xClaim(string $key, string $group, string $consumer, int $min_idle, array $ids, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * Deletes entries; returns how many there were.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xDel(string $key, string|array $id, mixed ...$other_ids): Client|int {}

    /**
     * Consumer groups: 'CREATE', 'SETID', 'DESTROY', 'CREATECONSUMER', 'DELCONSUMER'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xGroup(string $operation, ?string $key = null, ?string $group = null, ?string $id_or_consumer = null, bool $mkstream = false, ?int $entries_read = null): mixed {}

    /**
     * About a stream: 'STREAM' (with 'FULL', Redis 6.0), 'GROUPS', 'CONSUMERS', as maps.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xInfo(string $operation, ?string $key = null, ?string $group_or_full = null, ?int $count = null): mixed {}

    /**
     * Number of entries.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xLen(string $key): Client|int {}

    /**
     * Pending entries: a summary [count, lowest id, highest id, consumers], or with start, end and count a list of [id, consumer, idle ms, deliveries].
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xPending(string $key, string $group, ?string $start = null, ?string $end = null, ?int $count = null, ?string $consumer = null, ?int $min_idle = null): Client|array {}

    /**
     * Entries between two ids ('-' and '+': the ends): id => [field => text].
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xRange(string $key, string $start, string $end, ?int $count = null): Client|array {}

    /**
     * Entries after ids, [stream => id]: stream => [id => fields]; null when there are none. $block: wait for so many milliseconds, 0: for ever.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xRead(array $streams, ?int $count = null, ?int $block = null): Client|array|false|null {}

    /**
     * As xRead() for a consumer of a group; '>' for entries nobody has had.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xReadGroup(string $group, string $consumer, array $streams, ?int $count = null, ?int $block = null, bool $noack = false): Client|array|false|null {}

    /**
     * xRange() backwards.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xRevRange(string $key, string $end, string $start, ?int $count = null): Client|array {}

    /**
     * Sets a stream's last id; ['ENTRIESADDED' => n, 'MAXDELETEDID' => id] (Redis 7.0).
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xSetId(string $key, string $id, ?array $options = null, mixed ...$named): Client|bool {}

    /**
     * Drops the oldest entries down to a length, or below an id (Redis 6.2); returns how many.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function xTrim(string $key, string|int $threshold, bool $approx = false, bool $minid = false, ?int $limit = null): Client|int {}

    /**
     * Adds places; options at the end, ['NX'], ['XX'], ['CH'] (Redis 6.2), or by name.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoAdd(string $key, int|float $longitude, int|float $latitude, string|int|float $member, mixed ...$more): Client|int {}

    /**
     * Distance between two members in 'm', 'km', 'mi' or 'ft'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoDist(string $key, string|int|float $member1, string|int|float $member2, ?string $unit = null): Client|float|false|null {}

    /**
     * Geohash texts of members.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoHash(string $key, string|int|float|array $member, mixed ...$other_members): Client|array {}

    /**
     * [longitude, latitude] of members, null (or false) for missing ones.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoPos(string $key, string|int|float|array $member, mixed ...$other_members): Client|array {}

    /**
     * Members around a point.
     *
     * Options: ['WITHDIST', 'WITHHASH', 'WITHCOORD', 'COUNT' => n or [n, 'ANY'], 'ASC', 'DESC', 'STORE' => key, 'STOREDIST' => key]. With the first three each
     * is [member, distance, hash, [longitude, latitude]], as asked; with the last two the number stored.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoRadius(string $key, int|float $longitude, int|float $latitude, int|float $radius, string $unit, ?array $options = null, mixed ...$named): Client|array|int {}

    /**
     * geoRadius() that stores nothing.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoRadius_ro(string $key, int|float $longitude, int|float $latitude, int|float $radius, string $unit, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * geoRadius() around a member.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoRadiusByMember(string $key, string|int|float $member, int|float $radius, string $unit, ?array $options = null, mixed ...$named): Client|array|int {}

    /**
     * geoRadiusByMember() that stores nothing.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoRadiusByMember_ro(string $key, string|int|float $member, int|float $radius, string $unit, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * Members in an area: around a member or [longitude, latitude], within a radius or [width, height]; options as geoRadius(). Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoSearch(string $key, array|string|int|float $position, array|int|float $shape, string $unit, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * Stores geoSearch(); ['STOREDIST' => true] the distances. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function geoSearchStore(string $destination, string $source, array|string|int|float $position, array|int|float $shape, string $unit, ?array $options = null, mixed ...$named): Client|int {}

    /**
     * Copies a key; ['DB' => n, 'REPLACE' => true]. Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function copy(string $source, string $destination, ?array $options = null, mixed ...$named): Client|bool {}

    /**
     * Deletes keys; returns how many there were.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function del(string|array $key, mixed ...$other_keys): Client|int {}

    /**
     * A key's value in the server's own format, for restore().
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function dump(string $key): Client|string|false|null {}

    /**
     * How many of the keys exist.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function exists(string|array $key, mixed ...$other_keys): Client|int {}

    /**
     * Sets the time to live; mode 'NX', 'XX', 'GT' or 'LT' (Redis 7.0). False when the key does not exist or the mode did not hold.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function expire(string $key, int $seconds, ?string $mode = null): Client|bool {}

    /**
     * Sets when the key ends, in unix seconds.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function expireAt(string $key, int $timestamp, ?string $mode = null): Client|bool {}

    /**
     * When the key ends, in unix seconds; -1: never, -2: no such key. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function expireTime(string $key): Client|int {}

    /**
     * All keys of a pattern (which gets the prefix). Blocks the server while it looks through all keys: prefer scanKeys().
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function keys(string $pattern): Client|array {}

    /**
     * Moves keys to another server.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function migrate(string $host, int $port, string|array $key, int $database, int $milliseconds, bool $copy = false, bool $replace = false, #[\SensitiveParameter] mixed $credentials = null): Client|bool {}

    /**
     * Moves a key to another database.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function move(string $key, int $database): Client|bool {}

    /**
     * About a key: 'ENCODING', 'IDLETIME', 'REFCOUNT', 'FREQ'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function object(string $subcommand, string $key): mixed {}

    /**
     * Removes the time to live.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function persist(string $key): Client|bool {}

    /**
     * expire() in milliseconds.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function pExpire(string $key, int $milliseconds, ?string $mode = null): Client|bool {}

    /**
     * expireAt() in milliseconds.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function pExpireAt(string $key, int $timestamp, ?string $mode = null): Client|bool {}

    /**
     * expireTime() in milliseconds. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function pExpireTime(string $key): Client|int {}

    /**
     * Time to live in milliseconds; -1: for ever, -2: no such key.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function pTtl(string $key): Client|int {}

    /**
     * A random key, prefix included.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function randomKey(): Client|string|false|null {}

    /**
     * Renames a key, over another if need be.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function rename(string $source, string $destination): Client|bool {}

    /**
     * Renames a key unless the new name exists.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function renameNx(string $source, string $destination): Client|bool {}

    /**
     * Makes a key of what dump() returned, with a time to live (0: for ever); ['REPLACE', 'ABSTTL', 'IDLETIME' => s, 'FREQ' => n].
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function restore(string $key, int $milliseconds, string $dump, ?array $options = null, mixed ...$named): Client|bool {}

    /**
     * Sorts a list, set or sorted set.
     *
     * Options: ['by' => pattern, 'limit' => [offset, count], 'get' => pattern or list, 'sort' => 'asc'|'desc', 'alpha' => true, 'store' => key]. The patterns get
     * no prefix. With store the number of elements.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sort(string $key, ?array $options = null, mixed ...$named): Client|array|int {}

    /**
     * sort() that stores nothing. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sort_ro(string $key, ?array $options = null, mixed ...$named): Client|array {}

    /**
     * Marks keys as used; returns how many exist.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function touch(string|array $key, mixed ...$other_keys): Client|int {}

    /**
     * Time to live in seconds; -1: for ever, -2: no such key.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function ttl(string $key): Client|int {}

    /**
     * Type of a key: 'string', 'hash', 'list', 'set', 'zset', 'stream' or 'none'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function type(string $key): Client|string {}

    /**
     * Deletes keys and frees their memory in the background; returns how many there were.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function unlink(string|array $key, mixed ...$other_keys): Client|int {}

    /**
     * Waits until so many replicas have this connection's writes; returns how many do.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function wait(int $replicas, int $milliseconds): Client|int {}

    /**
     * Waits until writes are in the append-only files: [local, replicas]. Redis 7.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function waitAof(int $local, int $replicas, int $milliseconds): Client|array {}

    /**
     * Runs a Lua script. The first $numkeys of $args are keys (and get the prefix). Nothing is decoded.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function eval(string $script, array $args = [], int $numkeys = 0): mixed {}

    /**
     * eval() of a script that only reads. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function eval_ro(string $script, array $args = [], int $numkeys = 0): mixed {}

    /**
     * Runs a script the server has; NoScriptException if it has not.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function evalSha(string $sha1, array $args = [], int $numkeys = 0): mixed {}

    /**
     * evalSha() of a script that only reads. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function evalSha_ro(string $sha1, array $args = [], int $numkeys = 0): mixed {}

    /**
     * Calls a function of a library. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function fCall(string $function, array $keys = [], array $args = []): mixed {}

    /**
     * Calls a function that only reads. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function fCall_ro(string $function, array $keys = [], array $args = []): mixed {}

    /**
     * Libraries of functions: 'LOAD', 'DELETE', 'DUMP', 'RESTORE', 'LIST', 'STATS', 'FLUSH', 'KILL'. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function function(string $operation, mixed ...$args): mixed {}

    /**
     * Scripts: 'LOAD' returns the SHA-1, 'EXISTS' a list of bools, 'FLUSH', 'KILL'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function script(string $operation, mixed ...$args): mixed {}

    /**
     * Sends a message to a channel (with the prefix); returns how many clients of this server got it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function publish(string $channel, string|int|float $message): Client|int {}

    /**
     * 'CHANNELS' by pattern, 'NUMSUB' channel => subscribers, 'NUMPAT'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function pubSub(string $operation, mixed ...$args): mixed {}

    /**
     * publish() to a shard channel. Redis 7.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function sPublish(string $channel, string|int|float $message): Client|int {}

    /**
     * Users and their rights: 'WHOAMI', 'LIST', 'GETUSER', 'SETUSER', 'LOG', … Redis 6.0.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function acl(string $operation, #[\SensitiveParameter] mixed ...$args): mixed {}

    /**
     * Rewrites the append-only file in the background.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bgRewriteAof(): Client|bool {}

    /**
     * Saves the data set in the background.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function bgSave(bool $schedule = false): Client|bool {}

    /**
     * Connections of the server: 'LIST' (maps), 'ID', 'INFO', 'GETNAME', 'KILL', 'UNBLOCK', 'PAUSE', … What would change a shared connection is a ValueError.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function client(string $operation, mixed ...$args): mixed {}

    /**
     * Settings of the server: 'GET' name or names (a map), 'SET' name and value or a map, 'RESETSTAT', 'REWRITE'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function config(string $operation, #[\SensitiveParameter] array|string|null $name = null, #[\SensitiveParameter] string|int|float|null $value = null): mixed {}

    /**
     * Number of keys in the database.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function dbSize(): Client|int {}

    /**
     * The message, back from the server.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function echo(string|int|float $message): Client|string {}

    /**
     * Hands the role of the primary over: failover('TO', host, port, 'TIMEOUT', ms). Redis 6.2.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function failover(mixed ...$args): Client|bool {}

    /**
     * Deletes all keys of all databases.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function flushAll(bool $async = false): Client|bool {}

    /**
     * Deletes all keys of the database.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function flushDB(bool $async = false): Client|bool {}

    /**
     * About the server: name => number or text.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function info(mixed ...$sections): Client|array {}

    /**
     * When the data set was last saved, in unix seconds.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lastSave(): Client|int {}

    /**
     * 'LATEST', 'HISTORY', 'RESET', 'DOCTOR', 'HISTOGRAM'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function latency(string $operation, mixed ...$args): mixed {}

    /**
     * The server's version, as art.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function lolwut(mixed ...$args): Client|string {}

    /**
     * 'USAGE' of a key in bytes (['SAMPLES' => n]), 'STATS', 'DOCTOR', 'PURGE'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function memory(string $operation, ?string $argument = null, ?array $options = null, mixed ...$named): mixed {}

    /**
     * Modules: 'LIST', 'LOAD', 'UNLOAD'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function module(string $operation, mixed ...$args): mixed {}

    /**
     * True if the server answers, or the message.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function ping(string|int|float|null $message = null): Client|string|bool {}

    /**
     * Makes the server a replica of another, or of none.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function replicaOf(?string $host = null, int $port = 6379): Client|bool {}

    /**
     * The server's role and what belongs to it.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function role(): Client|array {}

    /**
     * Saves the data set, while everybody waits.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function save(): Client|bool {}

    /**
     * The old name of replicaOf().
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function slaveOf(?string $host = null, int $port = 6379): Client|bool {}

    /**
     * Slow commands: 'GET', 'LEN', 'RESET'.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function slowLog(string $operation, ?int $count = null): mixed {}

    /**
     * Swaps two databases.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function swapDb(int $a, int $b): Client|bool {}

    /**
     * The server's clock: [unix seconds, microseconds], as text.
     *
     * @implementation-alias Rediskit\Client::get
     */
    public function time(): Client|array {}
}
