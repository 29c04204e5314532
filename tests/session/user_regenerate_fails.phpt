--TEST--
A handler that fails to read the new id of a regenerated session: whose the old one was is not given to the next session of the request
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, SessionHandler, Sessions};

require __DIR__ . '/session.inc';

/** A framework's handler around ours. */
final class Around implements \SessionHandlerInterface
{
    public bool $fails = false;

    public function __construct(private SessionHandler $inner)
    {
    }
    public function open(string $path, string $name): bool
    {
        return $this->inner->open($path, $name);
    }
    public function read(string $id): string|false
    {
        return $this->fails ? false : $this->inner->read($id);
    }
    public function write(string $id, string $data): bool
    {
        return $this->inner->write($id, $data);
    }
    public function destroy(string $id): bool
    {
        return $this->inner->destroy($id);
    }
    public function close(): bool
    {
        return $this->inner->close();
    }
    public function gc(int $max_lifetime): int|false
    {
        return 0;
    }
}
$server = session_server();
foreach ([true, false] as $locking) {
    foreach (['and then another' => true, 'and then nothing' => false] as $what => $more) {
        $server->cmd('FLUSHALL');
        session_set_save_handler($handler = new Around(new SessionHandler(locking: $locking)), false);
        with_session('a', fn() => [$_SESSION['n'] = 1, Session::user('someone')]);
        session_id('a');
        session_start();
        $handler->fails = true;
        try {
            session_regenerate_id(true);
        } catch (\Error $error) {
            echo $locking ? 'locked' : 'not locked', ", $what: ", $error->getMessage(), "\n";
        }
        $handler->fails = false;
        if ($more) {
            with_session('b', fn() => $_SESSION = ['n' => 2]);
        }
        var_dump(count((new Sessions())->ofUser('someone')), array_filter($server->cmd('KEYS', '*'), fn($key) => !str_contains($key, 'user:')) === ($more ? [session_key('b')] : []));
        unset($handler);
        session_set_save_handler(new \SessionHandler(), false);
    }
}
?>
--EXPECT--
locked, and then another: Failed to create(read) session ID: user (path: )
int(0)
bool(true)
locked, and then nothing: Failed to create(read) session ID: user (path: )
int(0)
bool(true)
not locked, and then another: Failed to create(read) session ID: user (path: )
int(0)
bool(true)
not locked, and then nothing: Failed to create(read) session ID: user (path: )
int(0)
bool(true)
