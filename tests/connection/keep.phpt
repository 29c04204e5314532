--TEST--
Connections are kept for the next request and shared by Clients that want the same one; others are closed in time
--SKIPIF--
<?php
require __DIR__ . '/../inc/fpm.inc';
Rediskit\Tests\Site::skip();
?>
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/fpm.inc';
require __DIR__ . '/../inc/script_server.inc';

$server = Server::start();
$id = fn(Client $client) => $client->command('CLIENT', 'ID');

echo "-- prefix, serializer and times do not matter; database and name do\n";
$first = new Client($server->dsn());
$second = new Client($server->dsn(['prefix' => 'x:', 'serializer' => 'php', 'timeout' => 1, 'retries' => 3]));
$third = new Client($server->dsn(['db' => 1]));
$fourth = new Client($server->dsn(['name' => 'me']));
var_dump($id($first) === $id($second), $id($first) === $id($third), $id($first) === $id($fourth), $server->clients());

echo "-- it outlives its Client, and one that is not persistent does not\n";
$kept = $id($first);
unset($first, $second, $third, $fourth);
var_dump($id(new Client($server->dsn())) === $kept, $server->clients());
$single = new Client($server->dsn(['persistent' => 0]));
var_dump($id($single) !== $kept, $server->clients());
unset($single);
wait_until(fn() => $server->clients() === 3);

echo "-- requests of one worker use the same\n";
$site = Site::start([
    'id.php' => '<?php echo (new Rediskit\Client())->command("CLIENT", "ID");',
    'single.php' => '<?php echo (new Rediskit\Client(["path" => $_GET["path"], "persistent" => false]))->command("CLIENT", "ID");',
], ['rediskit.dsn' => $server->dsn(), 'max_execution_time' => 1, 'display_errors' => 0], workers: 1);
$ids = [];
for ($i = 0; $i < 5; $i++) {
    $ids[] = $site->get('/id.php')->body;
}
var_dump(count(array_unique($ids)), is_numeric($ids[0]));
$path = urlencode($server->socket);
var_dump($site->get("/single.php?path=$path")->body !== $site->get("/single.php?path=$path")->body);

echo "-- stray bytes and connections that were closed meanwhile are noticed at the next request\n";
$server->cmd('CLIENT', 'KILL', 'ID', $ids[0]);
$after = $site->get('/id.php')->body;
var_dump(is_numeric($after), $after !== $ids[0]);
$sent = temp_dir() . '/sent';
$stray = ScriptServer::start(function (Peer $peer) use ($sent) {
    $peer->command();
    $peer->send("+first\r\n");
    if ($peer->number === 0) {
        $peer->send("+stray\r\n");
        touch($sent);
        $peer->stall();
    }
    $peer->answerAll("+second\r\n");
});
$site = Site::start(['get.php' => '<?php echo json_encode((new Rediskit\Client())->get("key"));'], ['rediskit.dsn' => $stray->dsn()], workers: 1);
var_dump($site->get('/get.php')->body);
wait_until(fn() => file_exists($sent));
var_dump($site->get('/get.php')->body, $stray->connections());

echo "-- and at once, when they come with the reply\n";
$stray = ScriptServer::start(function (Peer $peer) {
    $peer->command();
    $peer->send("+reply\r\n+stray\r\n");
    $peer->answerAll("+another\r\n");
});
$client = new Client($stray->dsn());
var_dump($client->get('a'), $client->get('b'), $stray->connections());
?>
--EXPECT--
-- prefix, serializer and times do not matter; database and name do
bool(true)
bool(false)
bool(false)
int(3)
-- it outlives its Client, and one that is not persistent does not
bool(true)
int(3)
bool(true)
int(4)
-- requests of one worker use the same
int(1)
bool(true)
bool(true)
-- stray bytes and connections that were closed meanwhile are noticed at the next request
bool(true)
bool(true)
string(7) ""first""
string(7) ""first""
int(2)
-- and at once, when they come with the reply
string(5) "reply"
string(5) "reply"
int(2)
