--TEST--
Session::extendLock() lengthens the lock of the open session, whoever opened it; a lost one is reported, and nothing is written then
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, SessionHandler};

require __DIR__ . '/session.inc';

$server = session_server(['rediskit.session.lock_ttl' => '5']);
$lock = session_key('a') . ':lock';
function attempt(callable $work): void
{
    try {
        var_dump($work());
    } catch (\Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
function left(float $seconds): bool
{
    global $server, $lock;
    $ms = $server->cmd('PTTL', $lock);
    return $ms > $seconds * 1000 - 2000 && $ms <= $seconds * 1000;
}
function start(): void
{
    session_id('a');
    session_start();
}
function extend_both(): void
{
    global $server;
    start();
    var_dump(Session::extendLock(500), left(500), Session::extendLock(), left(5));
    echo implode(', ', array_column($server->commands(fn() => Session::extendLock(30)), 0)), "\n";
    session_write_close();
}
/** A handler of the program's own, as one that encrypts or counts. */
class Decorator implements \SessionHandlerInterface
{
    public function __construct(private \SessionHandlerInterface $inner)
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
        return $this->inner->read($id);
    }
    public function write(string $id, string $data): bool
    {
        return $this->inner->write($id, $data);
    }
    public function destroy(string $id): bool
    {
        return $this->inner->destroy($id);
    }
    public function gc(int $max): int|false
    {
        return 0;
    }
}

echo "the setting\n";
extend_both();
echo "a decorator of what is set\n";
session_set_save_handler(new Decorator(new \SessionHandler()));
extend_both();
echo "an object\n";
session_set_save_handler(new SessionHandler($server->dsn()));
extend_both();
echo "a decorator of an object\n";
session_set_save_handler(new Decorator(new SessionHandler($server->dsn())));
extend_both();
echo "a framework's own\n";
$handler = new SessionHandler($server->dsn());
$handler->read('a');
var_dump(Session::extendLock(100), left(100));
$other = new SessionHandler($server->dsn());
$other->read('b');
unset($other);
var_dump(Session::extendLock(200), left(200), $handler->write('a', ''));
attempt(fn() => Session::extendLock());
unset($handler);

session_set_save_handler(new \SessionHandler());
echo "lost\n";
foreach (['another request has it' => fn() => $server->cmd('SET', $lock, 'another'), 'it ran out' => fn() => $server->cmd('DEL', $lock)] as $what => $lose) {
    echo "$what:\n";
    with_session('a', fn() => $_SESSION['by'] = 'first');
    start();
    $_SESSION['by'] = 'late';
    $lose();
    $holder = $server->cmd('GET', $lock);
    var_dump(Session::extendLock(), Session::extendLock(), $server->cmd('GET', $lock) === $holder);
    echo warnings(fn() => session_write_close())[0], "\n";
    $server->cmd('DEL', $lock);
    var_dump(with_session('a', fn() => $_SESSION['by']), is_unlocked($server));
}
start();
$server->cmd('DEL', $lock);
Session::extendLock();
session_reset();
var_dump(Session::extendLock());
session_write_close();

echo "none open\n";
attempt(fn() => Session::extendLock());
start();
session_write_close();
attempt(fn() => Session::extendLock());
session_id('a');
session_start(['read_and_close' => true]);
attempt(fn() => Session::extendLock());
start();
session_destroy();
attempt(fn() => Session::extendLock());

echo "without locking\n";
ini_set('rediskit.session.locking', 0);
start();
attempt(fn() => $server->commands(function () {
    var_dump(Session::extendLock());
}));
session_write_close();
ini_set('rediskit.session.locking', 1);

echo "in a forked child\n";
start();
[$result] = parallel_results(1, function () {
    try {
        return Session::extendLock(999);
    } catch (\Rediskit\LockLostException $e) {
        return $e->getMessage();
    }
});
var_dump($result, left(5));
session_write_close();

echo "the server is away\n";
start();
$server->kill();
attempt(fn() => Session::extendLock());
$server->restart();
warnings(fn() => session_abort());

echo "wrong\n";
start();
foreach ([0, -1, NAN, INF, 1e7] as $seconds) {
    attempt(fn() => Session::extendLock($seconds));
}
attempt(fn() => new Session());
session_abort();
?>
--EXPECTF--
the setting
bool(true)
bool(true)
bool(true)
bool(true)
EVALSHA
a decorator of what is set
bool(true)
bool(true)
bool(true)
bool(true)
EVALSHA
an object
bool(true)
bool(true)
bool(true)
bool(true)
EVALSHA
a decorator of an object
bool(true)
bool(true)
bool(true)
bool(true)
EVALSHA
a framework's own
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
Rediskit\LockException: No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\SessionHandler, and before session_write_close()
lost
another request has it:
bool(false)
bool(false)
bool(true)
SessionHandler::write(): The session was not written: The session could not be read, or its lock was lost: until it is read again nothing is written and what is stored stays
string(5) "first"
bool(true)
it ran out:
bool(false)
bool(false)
bool(true)
SessionHandler::write(): The session was not written: The session could not be read, or its lock was lost: until it is read again nothing is written and what is stored stays
string(5) "first"
bool(true)
bool(true)
none open
Rediskit\LockException: No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\SessionHandler, and before session_write_close()
Rediskit\LockException: No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\SessionHandler, and before session_write_close()
Rediskit\LockException: No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\SessionHandler, and before session_write_close()
Rediskit\LockException: No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\SessionHandler, and before session_write_close()
without locking
bool(true)
array(0) {
}
in a forked child
string(187) "The session was opened before this process was forked, so it belongs to the parent process and nothing was written: call session_write_close() before fork, or session_abort() in the child"
bool(true)
the server is away
Rediskit\ConnectionException: Connection refused by unix:%s: is Redis running there, and is this its socket?
wrong
ValueError: Rediskit\Session::extendLock(): Argument #1 ($seconds) must be between 0.001 and 1000000 seconds, or null for the lock's usual time
ValueError: Rediskit\Session::extendLock(): Argument #1 ($seconds) must be between 0.001 and 1000000 seconds, or null for the lock's usual time
ValueError: Rediskit\Session::extendLock(): Argument #1 ($seconds) must be between 0.001 and 1000000 seconds, or null for the lock's usual time
ValueError: Rediskit\Session::extendLock(): Argument #1 ($seconds) must be between 0.001 and 1000000 seconds, or null for the lock's usual time
ValueError: Rediskit\Session::extendLock(): Argument #1 ($seconds) must be between 0.001 and 1000000 seconds, or null for the lock's usual time
Error: Call to private Rediskit\Session::__construct() from global scope
