--TEST--
When the operating system gives no random bytes nothing is locked, for an owner that can be guessed is none
--EXTENSIONS--
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';

$dir = temp_dir();
// PHP loads extensions so that they find libc's functions before those of others: that is taken away, too.
file_put_contents("$dir/none.c", '
    #define _GNU_SOURCE
    #include <dlfcn.h>

    int getentropy(void *out, unsigned long size)
    {
        return (void) out, (void) size, -1;
    }

    void *dlopen(const char *name, int flags)
    {
        return ((void *(*)(const char *, int)) dlsym(RTLD_NEXT, "dlopen"))(name, flags & ~RTLD_DEEPBIND);
    }
');
exec('cc -shared -fPIC -w -o ' . escapeshellarg("$dir/none.so") . ' ' . escapeshellarg("$dir/none.c") . ' 2>&1', $output, $failed);
if ($failed) {
    die(implode("\n", $output));
}
$server = Server::start();
echo run_php('
    $client = new Rediskit\Client(' . var_export($server->dsn(), true) . ');
    foreach ([fn() => new Rediskit\Lock($client, "name"), fn() => (new Rediskit\Cache($client))->lock("name")] as $lock) {
        try {
            var_dump($lock()->acquire());
        } catch (Rediskit\LockException $error) {
            echo $error->getMessage(), "\n";
        }
    }
    $handler = new Rediskit\SessionHandler($client);
    set_error_handler(fn($type, $message) => print("$message\n"));
    var_dump($handler->read("id"), $handler->validateId("id"));
', [], $exit, ['LD_PRELOAD' => "$dir/none.so", 'ASAN_OPTIONS' => getenv('ASAN_OPTIONS') . ':verify_asan_link_order=0']);
var_dump($exit, $server->cmd('KEYS', '*'));
?>
--EXPECT--
The operating system gives no random bytes, so no lock owner can be made
The operating system gives no random bytes, so no lock owner can be made
Rediskit\SessionHandler::read(): The session was not read: The operating system gives no random bytes, so no lock owner can be made
Rediskit\SessionHandler::validateId(): It could not be found out whether the session exists: The operating system gives no random bytes, so no lock owner can be made
bool(false)
bool(false)
int(0)
array(0) {
}
