--TEST--
Rediskit\SessionHandler: for session_set_save_handler(), behind decorators, called by a framework, with settings of its own
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;
use Rediskit\Compression;
use Rediskit\SessionHandler;

require __DIR__ . '/session.inc';

$server = session_server();
function show(string $what, callable $work): void
{
    global $server;
    printf("%-36s %s\n", $what, implode(', ', steps($server, $work)));
}

echo "the same sessions as the setting's\n";
with_session('a', fn() => $_SESSION['n'] = 1);
session_set_save_handler(new SessionHandler());
show('known, changed', fn() => with_session('a', fn() => $_SESSION['n']++));
show('known, unchanged', fn() => with_session('a'));
show('new', fn() => with_session('b', fn() => $_SESSION['x'] = 1));
foreach ([0, 1] as $strict) {
    ini_set('session.use_strict_mode', $strict);
    show('an id of ours', function () {
        session_id('');
        session_start();
        session_write_close();
        // And again in this request.
        session_start();
        session_write_close();
    });
    show('regenerate', function () {
        session_id('a');
        session_start();
        session_regenerate_id();
        session_write_close();
    });
    show('session_create_id', function () {
        session_id('a');
        session_start();
        var_dump(strlen(session_create_id()));
        session_abort();
    });
}
show('strict, unknown', fn() => with_session('never'));
ini_set('session.use_strict_mode', 0);
show('read_and_close', function () {
    session_id('a');
    session_start(['read_and_close' => true]);
});
show('gc', function () {
    session_start();
    var_dump(session_gc());
    session_destroy();
});
var_dump(session_module_name(), is_unlocked($server));

echo "a decorator around it\n";
final class Decorator implements \SessionHandlerInterface, \SessionUpdateTimestampHandlerInterface
{
    public function __construct(private SessionHandler $inner)
    {
    }
    public function open(string $path, string $name): bool
    {
        return $this->inner->open($path, $name);
    }
    public function close(): bool
    {
        return $this->inner->close();
    }
    public function read(string $id): string|false
    {
        return str_rot13($this->inner->read($id));
    }
    public function write(string $id, string $data): bool
    {
        return $this->inner->write($id, str_rot13($data));
    }
    public function destroy(string $id): bool
    {
        return $this->inner->destroy($id);
    }
    public function gc(int $max_lifetime): int|false
    {
        return $this->inner->gc($max_lifetime);
    }
    public function validateId(string $id): bool
    {
        return $this->inner->validateId($id);
    }
    public function updateTimestamp(string $id, string $data): bool
    {
        return $this->inner->updateTimestamp($id, str_rot13($data));
    }
}
session_set_save_handler(new Decorator(new SessionHandler()));
show('new', fn() => with_session('d', fn() => $_SESSION['text'] = 'abc'));
show('unchanged', fn() => var_dump(with_session('d') === ['text' => 'abc']));
echo $server->cmd('GET', session_key('d')), "\n";
show('PHP destroys what it cannot decode', function () use ($server) {
    $server->cmd('SET', session_key('d'), 'garbage|N');
    session_id('d');
    var_dump(count(warnings(fn() => session_start())));
});
var_dump($server->cmd('GET', session_key('d')));
session_set_save_handler(new \SessionHandler());
ini_set('session.save_handler', 'rediskit');

echo "a framework\n";
$handler = new SessionHandler(ttl: 50);
show('read and write', function () use ($handler) {
    var_dump($handler->read('f'), $handler->write('f', 'one'));
});
var_dump($server->cmd('TTL', session_key('f')) >= 49, is_unlocked($server));
show('write without reading', fn() => var_dump($handler->write('g', 'two')));
show('read, then write another id', function () use ($handler, $server) {
    var_dump($handler->read('f'), $handler->write('h', 'three'), is_unlocked($server));
});
show('read, destroy, write another id', function () use ($handler, $server) {
    var_dump($handler->read('h'), $handler->destroy('h'), $handler->write('i', 'four'), is_unlocked($server));
});
show('read two', function () use ($handler, $server) {
    $handler->read('f');
    $handler->read('g');
    var_dump($server->cmd('EXISTS', session_key('f') . ':lock', session_key('g') . ':lock'));
});
show('close', fn() => var_dump($handler->close(), is_unlocked($server)));
show('validateId, read, updateTimestamp', function () use ($handler) {
    var_dump($handler->validateId('f'), $handler->read('f'), $handler->updateTimestamp('f', 'one'));
});
show('validateId of another', function () use ($handler) {
    $handler->read('f');
    var_dump($handler->validateId('g'), $handler->validateId('nobody'), $handler->validateId('b{d'));
    $handler->close();
});
show('create_sid and validateId', function () use ($handler) {
    var_dump($handler->validateId($id = $handler->create_sid()));
    $handler->write($id, 'new');
    var_dump($handler->validateId($id), $handler->close());
});
show('destroy what was not read', fn() => var_dump($handler->destroy('g'), $handler->destroy('nobody'), $handler->gc(1)));
show('the end of the object', function () {
    $handler = new SessionHandler();
    $handler->read('f');
    unset($handler);
});
var_dump(is_unlocked($server));

echo "write while another holds the lock\n";
$server->cmd('SET', session_key('f') . ':lock', 'another', 'PX', 100);
$steps = steps($server, fn() => var_dump($handler->write('f', 'later')));
echo implode(', ', array_slice($steps, 0, 3)), ' ... ', implode(', ', array_slice($steps, -2)), "\n";
$impatient = new SessionHandler(lock_wait: 0.0);
$server->cmd('SET', session_key('f') . ':lock', 'another', 'PX', 60000);
echo implode("\n", warnings(fn() => var_dump($impatient->write('f', 'never'), $impatient->read('f'), $impatient->write('f', 'never')))), "\n";
var_dump($server->cmd('GET', session_key('f')));
$server->cmd('DEL', session_key('f') . ':lock');

echo "settings\n";
$client = new Client($server->dsn(['prefix' => 'app:']));
$own = new SessionHandler($client, ttl: 10, locking: false, lock_ttl: 1.5, lock_wait: 0.0, prefix: 's:', compression: Compression::Zstd);
$data = str_repeat('text|s:1:"a";', 1000);
show('without locks', fn() => var_dump($own->write('a', $data), $own->read('a') === $data));
var_dump($server->cmd('STRLEN', session_key('a', 'app:s:')) < 500, $server->cmd('TTL', session_key('a', 'app:s:')) >= 9);
$locked = new SessionHandler(['path' => $server->socket], lock_ttl: 1.5, prefix: '', compression: 'none');
$locked->read('a');
$left = $server->cmd('PTTL', session_key('a', '') . ':lock');
var_dump($left > 500, $left <= 1500);
unset($locked);

echo "errors\n";
foreach ([
    fn() => new SessionHandler('redis://host:port'),
    fn() => new SessionHandler(1.5),
    fn() => new SessionHandler(ttl: 0),
    fn() => new SessionHandler(lock_ttl: 0.0001),
    fn() => new SessionHandler(lock_ttl: INF),
    fn() => new SessionHandler(lock_wait: -1.0),
    fn() => new SessionHandler(lock_wait: NAN),
    fn() => new SessionHandler(compression: 'gzip'),
    fn() => new SessionHandler(compression: \Rediskit\Serializer::Php),
    fn() => new SessionHandler(on_lock_timeout: 'wait'),
    fn() => new SessionHandler(on_error: ''),
    fn() => new SessionHandler(touch_interval: -1),
    fn() => new SessionHandler(new_ttl: -1),
    fn() => new SessionHandler(['mac_key' => 'a key of sixteen bytes'], compat: 'PHPREDIS_SESSION:'),
    fn() => new SessionHandler(unknown: 1),
    fn() => $handler->__construct(),
    fn() => (new \ReflectionClass(SessionHandler::class))->newInstanceWithoutConstructor()->read('a'),
    fn() => clone $handler,
    fn() => serialize($handler),
    fn() => $handler->name = 1,
] as $code) {
    try {
        $code();
        echo "no error\n";
    } catch (\Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
the same sessions as the setting's
known, changed                       open, store
known, unchanged                     open, renew
new                                  open, store
an id of ours                        open, store, open, store
regenerate                           open, store, open, store
int(32)
session_create_id                    open, release
an id of ours                        open, store, open if stored, store
regenerate                           open if stored, store, open, store
int(32)
session_create_id                    open if stored, release
strict, unknown                      open if stored, open, store
read_and_close                       open, release
int(0)
gc                                   open, delete
string(4) "user"
bool(true)
a decorator around it
new                                  open, store
bool(true)
unchanged                            open, renew
grkg|f:3:"nop";
int(2)
PHP destroys what it cannot decode   SET, open, release
string(9) "garbage|N"
a framework
string(0) ""
bool(true)
read and write                       open, store
bool(true)
bool(true)
bool(true)
write without reading                take
string(3) "one"
bool(true)
bool(true)
read, then write another id          open, release, take, KEYS
string(5) "three"
bool(true)
bool(true)
bool(true)
read, destroy, write another id      open, delete, take, KEYS
int(1)
read two                             open, release, open, EXISTS
bool(true)
bool(true)
close                                release, KEYS
bool(true)
string(3) "one"
bool(true)
validateId, read, updateTimestamp    open if stored, renew
bool(true)
bool(false)
bool(false)
validateId of another                open, EXISTS, EXISTS, release
bool(false)
bool(true)
bool(true)
create_sid and validateId            take, open if stored, release
bool(true)
bool(true)
int(0)
destroy what was not read            DEL, DEL
the end of the object                open, release
bool(true)
write while another holds the lock
bool(true)
take, open, wait ... open, store
bool(false)
bool(false)
bool(false)
Rediskit\SessionHandler::write(): The session was not written: Another request has held the session's lock for longer than this one may wait (lock_wait, 0 seconds): let that one close its session sooner (session_write_close()), or raise rediskit.session.lock_wait
Rediskit\SessionHandler::read(): The session was not read: Another request has held the session's lock for longer than this one may wait (lock_wait, 0 seconds): let that one close its session sooner (session_write_close()), or raise rediskit.session.lock_wait
Rediskit\SessionHandler::write(): The session was not written: The session could not be read, or its lock was lost: until it is read again nothing is written and what is stored stays
string(5) "later"
settings
bool(true)
bool(true)
without locks                        SET +PEXPIRE, GET
bool(true)
bool(true)
bool(true)
bool(true)
errors
Rediskit\ConfigException: The port in the DSN must be 1 to 65535
TypeError: Rediskit\SessionHandler::__construct(): Argument #1 ($client) must be of type Rediskit\Client|string|array|null, float given
ValueError: Rediskit\SessionHandler::__construct(): Argument #2 ($ttl) must be greater than 0, or null for session.gc_maxlifetime
Rediskit\ConfigException: lock_ttl must be between 0.001 and 1000000 seconds, or 0 to follow max_execution_time
Rediskit\ConfigException: lock_ttl must be between 0.001 and 1000000 seconds, or 0 to follow max_execution_time
Rediskit\ConfigException: lock_wait must be between 0 and 1000000 seconds
Rediskit\ConfigException: lock_wait must be between 0 and 1000000 seconds
Rediskit\ConfigException: Unknown compression "gzip": use none, zstd or lz4
TypeError: Rediskit\SessionHandler::__construct(): Argument #7 ($compression) must be of type Rediskit\Compression|string|null, Rediskit\Serializer given
Rediskit\ConfigException: on_lock_timeout must be fail or readonly
Rediskit\ConfigException: on_error must be fail or readonly-empty
Rediskit\ConfigException: touch_interval must be a number of seconds, or 0 to renew always
Rediskit\ConfigException: new_ttl must be a number of seconds, or 0 to treat new sessions as others
Rediskit\ConfigException: compat and mac_key exclude each other: what others wrote is not signed; switch one of them off
Error: Unknown named parameter $unknown
Error: A session handler cannot be constructed twice
ReflectionException: Class Rediskit\SessionHandler is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Trying to clone an uncloneable object of class Rediskit\SessionHandler
Exception: Serialization of 'Rediskit\SessionHandler' is not allowed
Error: Cannot create dynamic property Rediskit\SessionHandler::$name
