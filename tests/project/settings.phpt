--TEST--
Every setting of php.ini does what the README's table says, and the table names each with its default
--EXTENSIONS--
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';
require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$dsn = var_export($server->dsn(), true);
$codec = '(new Rediskit\Codec)';
$seconds = fn(string $work) => "\$t = microtime(true); try { $work; } catch (Rediskit\TimeoutException) { echo 'time-out '; } echo microtime(true) - \$t < 1.5 ? 'soon' : 'later';";
$fail = fn(string $work) => "try { $work; echo 'fine'; } catch (Rediskit\RediskitException \$e) { echo (new ReflectionClass(\$e))->getShortName(); }";
$session = "session_id('a'); session_start(); \$_SESSION['n'] = str_repeat('x', 5000);";
$lock = "\$c = new Rediskit\Client($dsn); \$lock = current(preg_grep('/:lock$/', \$c->keys('*')));";
$silent = stream_socket_server('tcp://127.0.0.1:0');
$deaf = 'redis://' . stream_socket_get_name($silent, false);

// Setting => a script, and a value that makes it say something else.
$settings = [
    'dsn' => ['echo (new Rediskit\Client)->health()["endpoint"];', 'redis://127.0.0.2:1/3'],
    // With a name to send, logging in is part of connecting; nobody answers.
    'timeout' => [$seconds("(new Rediskit\Client('$deaf?name=x&retries=0'))->get('k')"), '0.2'],
    'read_timeout' => [$seconds("(new Rediskit\Client('$deaf?retries=0'))->get('k')"), '0.2'],
    'persistent' => ["\$c = new Rediskit\Client($dsn . '?name=n'); \$c->ping(); unset(\$c); " .
        "echo in_array('n', array_column((new Rediskit\Client($dsn))->client('LIST'), 'name'), true) ? 'kept' : 'closed';", '0'],
    'pool_size' => ["echo (new Rediskit\Client($dsn))->health()['pool']['limit'];", '3'],
    'max_retries' => ["\$c = new Rediskit\Client('unix:///no/such'); try { \$c->get('k'); } catch (Rediskit\ConnectionException) {} echo \$c->health()['pool']['retries'];", '0'],
    'retry_after' => ["\$c = new Rediskit\Cache('unix:///no/such', ['on_error' => 'miss']); \$c->get('k'); \$c->get('k'); echo Rediskit\Cache::stats()['skipped'];", '0'],
    'prefix' => ["(new Rediskit\Client($dsn))->set('k', 1); echo implode(' ', (new Rediskit\Client($dsn . '?prefix='))->command('KEYS', '*'));", 'app:'],
    'serializer' => ["echo bin2hex({$codec}->encode([1]));", 'json'],
    'compression' => ["echo strlen({$codec}->encode(str_repeat('x', 5000))) < 500 ? 'small' : 'whole';", 'zstd'],
    'compression_level' => ["mt_srand(1); \$text = ''; while (strlen(\$text) < 9000) \$text .= ['lorem ', 'ipsum ', 'dolor '][mt_rand(0, 2)] . mt_rand(0, 99); " .
        "echo strlen((new Rediskit\Codec(compression: 'zstd'))->encode(\$text)) < 2300 ? 'dense' : 'quick';", '-7'],
    'compression_threshold' => ["echo strlen((new Rediskit\Codec(compression: 'zstd'))->encode(str_repeat('x', 500))) < 100 ? 'small' : 'whole';", '100'],
    'max_value_size' => [$fail("{$codec}->encode(str_repeat('x', 5000))"), '2K'],
    'allowed_classes' => [$fail("{$codec}->decode('' . (new Rediskit\Codec(allowed_classes: '*'))->encode(new ArrayObject))"), 'stdClass'],
    'mac_key' => [$fail("{$codec}->decode('text')"), 'a key of sixteen bytes'],
    'compat' => ["echo json_encode({$codec}->decode('a:1:{i:0;i:5;}'));", '1'],
    'max_reply_size' => [$fail("\$c = new Rediskit\Client($dsn); \$c->set('big', str_repeat('x', 200000)); \$c->get('big')"), '100K'],
    'max_reply_depth' => [$fail("(new Rediskit\Client($dsn))->eval('return {{{1}}}')"), '2'],
    'session.dsn' => ["$session session_write_close(); echo (new Rediskit\Client($dsn))->dbSize();", $server->dsn(['db' => 1])],
    'session.locking' => ["$session $lock echo \$lock ? 'locked' : 'open';", '0'],
    'session.lock_ttl' => ["$session $lock echo \$c->pTtl(\$lock) > 20000 ? 'long' : 'short';", '5'],
    // Somebody else has the session, and gives it up after two seconds.
    'session.lock_wait' => ["\$holder = new Rediskit\SessionHandler($dsn); \$holder->open('', ''); \$holder->read('a'); pcntl_async_signals(true); " .
        "pcntl_signal(SIGALRM, fn () => \$holder->close()); pcntl_alarm(2); \$t = microtime(true); session_id('a'); @session_start(); " .
        "echo microtime(true) - \$t > 1 ? 'waited' : 'one try';", '0'],
    // A worker holds it.
    'session.on_lock_timeout' => ["(new Rediskit\Client($dsn))->set('session:{' . substr(hash('sha256', 'a'), 0, 40) . '}:lock', 'x'); ini_set('rediskit.session.lock_wait', 0); " .
        "session_id('a'); echo @session_start() ? 'read-only' : 'no session';", 'readonly'],
    'session.on_error' => ["ini_set('rediskit.session.dsn', 'unix:///no/such'); session_id('a'); echo @session_start() ? 'empty' : 'no session';", 'readonly-empty'],
    'session.touch_interval' => ["$session session_write_close(); \$c = new Rediskit\Client($dsn); \$key = \$c->keys('*}')[0]; \$c->pExpire(\$key, 1400000); " .
        "session_start(); session_write_close(); echo \$c->pTtl(\$key) > 1400000 ? 'renewed' : 'as it was';", '600'],
    'session.new_ttl' => ["$session session_write_close(); \$c = new Rediskit\Client($dsn); echo \$c->pTtl(\$c->keys('*}')[0]) > 300000 ? 'long' : 'short';", '300'],
    'session.compat' => ["(new Rediskit\Client($dsn))->set('PHPREDIS_SESSION:a', 'n|i:7;'); session_id('a'); session_start(); echo json_encode(\$_SESSION);", 'PHPREDIS_SESSION:'],
    'session.prefix' => ["$session session_write_close(); echo preg_replace('/[0-9a-f]{40}/', 'HASH', implode(' ', (new Rediskit\Client($dsn))->keys('*{*')));", 's:'],
    'session.compression' => ["$session session_write_close(); \$c = new Rediskit\Client($dsn); echo \$c->strLen(\$c->keys('*}')[0]) < 500 ? 'small' : 'whole';", 'zstd'],
    'session.track_active' => [$fail("echo (new Rediskit\Sessions($dsn))->active(3), ' '"), '3'],
];
$base = ['session.save_handler' => 'rediskit', 'session.use_cookies' => '0', 'session.cache_limiter' => ''];
foreach ($settings as $name => [$script, $value]) {
    $say = function (array $ini) use ($server, $script, $base): string {
        $server->cmd('FLUSHALL');
        return run_php("ob_start(); $script", $ini + $base + ['rediskit.session.dsn' => $server->dsn(), 'extension' => 'igbinary']);
    };
    echo "$name: ", $say([]), ' -> ', $say(["rediskit.$name" => $value]), "\n";
}

echo "-- the README's table\n";
preg_match_all('/^\| `([\w.]+)`( \*system\*)? \| `("")?([^`]*)` \|/m', file_get_contents(ROOT . '/README.md'), $rows, PREG_SET_ORDER);
$table = [];
foreach ($rows as [, $name, $system, , $default]) {
    $table["rediskit.$name"] = [$default, $system !== ''];
}
$real = json_decode(run_php('echo json_encode(ini_get_all("rediskit"));'), true);
$real = array_map(fn(array $entry) => [(string) $entry['global_value'], $entry['access'] === INI_SYSTEM], $real);
ksort($table);
ksort($real);
var_dump($table === $real);
echo 'settings without a test: ', implode(' ', array_diff(array_keys($real), array_map(fn(string $name) => "rediskit.$name", array_keys($settings)))) ?: 'none', "\n";
?>
--EXPECT--
dsn: redis://127.0.0.1:6379/0 -> redis://127.0.0.2:1/3
timeout: time-out later -> time-out soon
read_timeout: time-out later -> time-out soon
persistent: kept -> closed
pool_size: 16 -> 3
max_retries: 2 -> 0
retry_after: 1 -> 0
prefix: k -> app:k
serializer: ff40020000000002140106000601 -> 5b315d
compression: whole -> small
compression_level: dense -> quick
compression_threshold: whole -> small
max_value_size: fine -> CodecException
allowed_classes: fine -> CodecException
mac_key: fine -> CodecException
compat: "a:1:{i:0;i:5;}" -> [5]
max_reply_size: fine -> CommandException
max_reply_depth: fine -> CommandException
session.dsn: 1 -> 0
session.locking: locked -> open
session.lock_ttl: long -> short
session.lock_wait: waited -> one try
session.on_lock_timeout: no session -> read-only
session.on_error: no session -> empty
session.touch_interval: renewed -> as it was
session.new_ttl: long -> short
session.compat: [] -> {"n":7}
session.prefix: session:{HASH} -> s:{HASH}
session.compression: whole -> small
session.track_active: ConfigException -> 0 fine
-- the README's table
bool(true)
settings without a test: none
