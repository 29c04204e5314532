--TEST--
What config/database.php may hold for other clients works or is refused with a sentence that says what to do
--EXTENSIONS--
ctype
mbstring
tokenizer
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Support\Facades\{Cache, Redis};

$server = Server::start(['user' => ['bob on >s3cr3t!pass ~* &* +@all'], 'requirepass' => 's3cr3t!default'], tcp: true);

/** An application whose default connection has these settings; the command says whether it works. */
$try = function (string $what, array $connection, array $options = [], ?callable $use = null) use ($server) {
    $app = laravel(null, [], [
        'database.redis' => ['client' => 'rediskit', 'options' => $options, 'default' => $connection, 'clusters' => ['c' => [['host' => 'h']]]],
    ]);
    try {
        $result = ($use ?? fn ($redis) => $redis->get('where'))($app->make('redis')->connection(), $app);
        show($what, $result);
    } catch (\Throwable $error) {
        echo "$what: ", get_class($error), ': ', str_replace((string) $server->port, 'PORT', $error->getMessage()), "\n";
        if (str_contains("$error", 's3cr3t!')) {
            echo "the password shows: $error\n";
        }
    }
};
foreach ([0, 3] as $db) {
    $admin = $server->connect();
    $admin->command('SELECT', $db);
    $admin->command('SET', 'where', "database $db");
    $admin->command('SET', 'p:where', "database $db, prefix p:");
}
$socket = ['host' => $server->socket, 'port' => 0, 'password' => 's3cr3t!default'];
$tcp = ['host' => '127.0.0.1', 'port' => $server->port, 'password' => 's3cr3t!default'];

$try('unix socket', $socket);
$try('unix socket with a scheme', ['host' => "unix://$server->socket"] + $socket);
$try('as predis', ['scheme' => 'unix', 'path' => $server->socket, 'password' => 's3cr3t!default']);
$try('tcp, database as text', ['database' => '3', 'port' => (string) $server->port] + $tcp);
$try('scheme in the host', ['host' => 'tcp://127.0.0.1'] + $tcp);
$try('url', ['url' => "redis://bob:s3cr3t%21pass@127.0.0.1:$server->port/3", 'host' => 'ignored', 'port' => 1]);
$try('url with options', ['url' => "redis://default:s3cr3t%21default@127.0.0.1:$server->port?database=3&read_timeout=1.5&prefix=p:"]);
$try('user', ['username' => 'bob', 'password' => 's3cr3t!pass'] + $tcp);
$try('user and password in one, as phpredis takes them', ['password' => ['bob', 's3cr3t!pass']] + $tcp);
$open = Server::start();
$try('user without a password: no login', ['host' => $open->socket, 'username' => 'nobody', 'password' => null], [], fn ($redis) => $redis->set('x', 1));
$try('nothing where nothing is meant', $socket + ['url' => null, 'username' => null, 'timeout' => 0, 'read_timeout' => '', 'prefix' => null]);
$try("phpredis' tuning", $socket + ['persistent' => true, 'persistent_id' => 'x', 'max_retries' => 3, 'backoff_algorithm' => 'decorrelated_jitter',
    'backoff_base' => 100, 'backoff_cap' => 1000, 'retry_interval' => 100, 'tcp_keepalive' => 1, 'scan' => 1, 'pack_ignore_numbers' => true, 'read_timeout' => 60]);
$try("predis' tuning", $socket + ['read_write_timeout' => 5, 'throw_errors' => true, 'weight' => 1], ['cluster' => 'redis', 'parameters' => ['password' => 'x'], 'exceptions' => true]);
$try('prefix of all', $socket, ['prefix' => 'p:']);
$try('prefix of one', $socket + ['prefix' => 'p:'], ['prefix' => 'all:']);
$try('options of one', $socket + ['options' => ['prefix' => 'p:']], ['prefix' => 'all:']);
$try('name', $socket + ['name' => 'shop-worker'], [], fn ($redis) => $redis->command('client', ['getname']));
$try('a name of a setting that rediskit alone has', $socket + ['compression_threshold' => 100], [], fn ($redis) => $redis->set('x', 1));

$try('wrong password', ['password' => 's3cr3t!wrong'] + $tcp);
$try('no password', ['password' => null] + $tcp);
$try('refused', ['host' => '127.0.0.1', 'port' => 1]);
$try('unknown option', $socket + ['pasword' => 's3cr3t!']);
$try('database', ['database' => 'tmp/redis.sock'] + $socket);
$try('cluster', $socket, [], fn ($redis, $app) => $app->make('redis')->connection('c'));
$try('sentinel', $socket, ['replication' => 'sentinel', 'service' => 'mymaster']);
$try('serializer of phpredis only', $socket + ['serializer' => 3]);
$try('compression of phpredis only', $socket + ['compression' => 1]);
$try('serializer by its number in phpredis', $socket + ['serializer' => 1], [], fn ($redis) => [$redis->set('array', ['a' => 1]), $redis->get('array')]);
$try('serializer by its enum', $socket + ['serializer' => \Rediskit\Serializer::Php, 'compression' => \Rediskit\Compression::None], [], fn ($redis) => [$redis->set('array', ['a' => 1]), $redis->get('array')]);
$try('mac_key', $socket + ['mac_key' => 's3cr3t! of sixteen and more']);
ini_set('rediskit.mac_key', 's3cr3t! of sixteen and more');
$try('mac_key in php.ini', $socket, [], fn ($redis) => $redis->set('x', 1));
$try('mac_key in php.ini and a serializer', $socket + ['serializer' => 'php']);
ini_restore('rediskit.mac_key');
$try('unknown serializer', $socket + ['serializer' => 'msgpack']);
$try('wrong type', $socket, [], fn ($redis) => [$redis->rpush('list', 1), $redis->get('list')]);
$try('no keys to remove', $socket, [], fn ($redis) => [$redis->del($redis->keys('none:*')), $redis->unlink([]), $redis->del(['x', 'list']), $redis->del('array', 'none')]);
$try('unknown command', $socket, [], fn ($redis) => $redis->frobnicate());
?>
--EXPECT--
unix socket: "database 0"
unix socket with a scheme: "database 0"
as predis: "database 0"
tcp, database as text: "database 3"
scheme in the host: "database 0"
url: "database 3"
url with options: "database 3, prefix p:"
user: "database 0"
user and password in one, as phpredis takes them: "database 0"
user without a password: no login: true
nothing where nothing is meant: "database 0"
phpredis' tuning: "database 0"
predis' tuning: "database 0"
prefix of all: "database 0, prefix p:"
prefix of one: "database 0, prefix p:"
options of one: "database 0, prefix p:"
name: "shop-worker"
a name of a setting that rediskit alone has: true
wrong password: Rediskit\AuthenticationException: redis://127.0.0.1:PORT/0 refused the password: check `username` and `password` (WRONGPASS invalid username-password pair or user is disabled.)
no password: Rediskit\AuthenticationException: NOAUTH Authentication required. Set a password (and a username for an ACL user).
refused: Rediskit\ConnectionException: Connection refused by 127.0.0.1:1: is Redis running there, and is this its port?
unknown option: Rediskit\ConfigException: Unknown option "pasword": did you mean "password"?
database: InvalidArgumentException: The database of a redis connection must be a number. (For a unix socket, leave REDIS_URL away and set REDIS_HOST to the path of the socket.)
cluster: InvalidArgumentException: The redis client rediskit talks to single servers, not to Redis Cluster. Move the connection from database.redis.clusters to database.redis with one host, or keep REDIS_CLIENT=phpredis or predis.
sentinel: InvalidArgumentException: The redis client rediskit does not look servers up through Sentinel: name the server itself, or keep REDIS_CLIENT=predis.
serializer of phpredis only: InvalidArgumentException: The redis option 'serializer' has a value that phpredis knows and rediskit does not. It takes: none, php, igbinary, json.
compression of phpredis only: InvalidArgumentException: The redis option 'compression' has a value that phpredis knows and rediskit does not. It takes: none, zstd, lz4.
serializer by its number in phpredis: [true,{"a":1}]
serializer by its enum: [true,{"a":1}]
mac_key: InvalidArgumentException: A redis connection of Laravel cannot sign values (mac_key, or rediskit.mac_key in php.ini beside a serializer or compression): Laravel lets scripts store and compare values, which cannot be signed for their key. Use Rediskit\Cache for values that need it.
mac_key in php.ini: true
mac_key in php.ini and a serializer: InvalidArgumentException: A redis connection of Laravel cannot sign values (mac_key, or rediskit.mac_key in php.ini beside a serializer or compression): Laravel lets scripts store and compare values, which cannot be signed for their key. Use Rediskit\Cache for values that need it.
unknown serializer: Rediskit\ConfigException: Unknown serializer "msgpack": use auto, php, igbinary, json or none
wrong type: Rediskit\WrongTypeException: WRONGTYPE Operation against a key holding the wrong kind of value (TYPE says what the key holds)
no keys to remove: [0,0,2,1]
unknown command: Error: Call to undefined method Rediskit\Client::frobnicate()
