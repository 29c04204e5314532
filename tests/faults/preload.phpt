--TEST--
opcache.preload: classes that use ours are preloaded, and a connection opened meanwhile is not the workers'
--EXTENSIONS--
session
pcntl
posix
--SKIPIF--
<?php
is_file(ini_get('extension_dir') . '/opcache.so') or die('skip unavailable: opcache');
require __DIR__ . '/../inc/fpm.inc';
Rediskit\Tests\Site::skip();
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/fpm.inc';

// The process that preloads for root ends without freeing what PHP's start took, which LeakSanitizer would report.
putenv('ASAN_OPTIONS=' . getenv('ASAN_OPTIONS') . ':detect_leaks=0');
$server = Server::start();
$dir = temp_dir();
file_put_contents("$dir/preload.php", '<?php
namespace App;

use Rediskit\{Cache, Client, Compression, Counter, Lock, LockException, RediskitException, Serializer, SessionHandler};

class Failure extends RediskitException {}

interface Guard { public function guard(Lock $lock): ?Lock; }

final class Handler implements \SessionHandlerInterface {
    private SessionHandler $inner;
    public function __construct() { $this->inner = new SessionHandler(); }
    public function open(string $path, string $name): bool { return $this->inner->open($path, $name); }
    public function close(): bool { return $this->inner->close(); }
    public function read(string $id): string|false { return $this->inner->read($id); }
    public function write(string $id, string $data): bool { return $this->inner->write($id, $data); }
    public function destroy(string $id): bool { return $this->inner->destroy($id); }
    public function gc(int $lifetime): int|false { return $this->inner->gc($lifetime); }
}

final class Shop implements Guard {
    const FORMAT = Serializer::Php;
    private static ?Client $shared = null;
    private Compression $compression = Compression::None;

    public function __construct(private Serializer $serializer = self::FORMAT) {}

    public static function client(): Client {
        return self::$shared ??= new Client("' . $server->dsn() . '");
    }

    public function guard(Lock $lock): ?Lock { return $lock->acquire() ? $lock : null; }

    public function all(string $key): array {
        $cache = new Cache(self::client(), ["prefix" => "c:", "serializer" => $this->serializer, "compression" => $this->compression]);
        $lock = $this->guard(new Lock(self::client(), $key));
        try {
            throw new Failure("mine");
        } catch (RediskitException $e) {
            $caught = get_class($e);
        }
        return [$cache->remember($key, 60, fn () => [$key]), (new Counter(self::client(), "n$key"))->increment(), $lock->release(), $caught];
    }
}

function answer(): array {
    $random = bin2hex(random_bytes(8));
    ini_set("session.use_cookies", 0);
    ini_set("session.cache_limiter", "");
    session_set_save_handler(new Handler());
    session_id("$random");
    session_start();
    $_SESSION["n"] = 1;
    session_write_close();
    return [Shop::client()->echo($random) === $random, (new Shop())->all($random), (int) Shop::client()->client("ID")];
}

// Preloading runs what the file says, too.
Shop::client()->set("preloader", Shop::client()->client("ID"));
');
$ini = ['zend_extension' => 'opcache', 'opcache.enable' => 1, 'opcache.enable_cli' => 1, 'opcache.preload' => "$dir/preload.php",
    'opcache.preload_user' => posix_getpwuid(posix_geteuid())['name'],
    'rediskit.session.dsn' => $server->dsn()];

$check = function (array $answer) {
    [$inStep, [$value, $count, $released, $caught], $id] = $answer;
    echo json_encode([$inStep, count($value), $count, $released, $caught]), "\n";
    return $id;
};
echo "-- cli\n";
$check(json_decode($output = run_php('echo json_encode(App\answer());', $ini), true) ?? [$output, [[], 0, 0, 0], 0]);

echo "-- fpm\n";
$site = Site::start(['a.php' => '<?php usleep(20000); echo json_encode(App\answer());'],
    $ini);
$ids = [];
foreach ($site->all(array_fill(0, 8, ['path' => '/a.php'])) as $answer) {
    $ids[] = $check(json_decode($answer->body, true) ?? [$answer->body, [[], 0, 0, 0], 0]);
}
echo in_array((int) $server->cmd('GET', 'preloader'), $ids, true) ? 'the connection of the preloader is used by a worker' : 'the workers have connections of their own', "\n";
?>
--EXPECT--
-- cli
[true,1,1,true,"App\\Failure"]
-- fpm
[true,1,1,true,"App\\Failure"]
[true,1,1,true,"App\\Failure"]
[true,1,1,true,"App\\Failure"]
[true,1,1,true,"App\\Failure"]
[true,1,1,true,"App\\Failure"]
[true,1,1,true,"App\\Failure"]
[true,1,1,true,"App\\Failure"]
[true,1,1,true,"App\\Failure"]
the workers have connections of their own
