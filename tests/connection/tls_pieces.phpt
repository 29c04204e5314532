--TEST--
Over TLS records arrive in pieces: commands, pipelines and transactions wait for the rest
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/certificates.inc';

/** Passes bytes on between one client and the port; what the server sends in pieces of 4 kB, a millisecond apart. Returns its own port. */
function slow_line(int $port): int
{
    $listen = stream_socket_server('tcp://127.0.0.1:0');
    fork_helper(function ($testEnds) use ($listen, $port) {
        $client = stream_socket_accept($listen, 30);
        $server = stream_socket_client("tcp://127.0.0.1:$port");
        foreach ([$client, $server] as $stream) {
            stream_set_read_buffer($stream, 0);
            stream_set_write_buffer($stream, 0);
        }
        while (true) {
            $read = [$client, $server, $testEnds];
            $none = null;
            stream_select($read, $none, $none, null);
            if (in_array($testEnds, $read, true)) {
                return;
            }
            foreach ($read as $from) {
                $bytes = fread($from, $from === $server ? 4000 : 65536);
                if ($bytes === '' || $bytes === false) {
                    return;
                }
                fwrite($from === $server ? $client : $server, $bytes);
                if ($from === $server) {
                    usleep(1000);
                }
            }
        }
    });
    return (int) substr(strrchr(stream_socket_get_name($listen, false), ':'), 1);
}

$server = Server::start(tls: true);
$value = str_repeat('0123456789abcdef', 4096);
$server->cmd('SET', 'value', $value);
$client = new Client(['scheme' => 'tls', 'host' => '127.0.0.1', 'port' => slow_line($server->tlsPort), 'tls_ca_file' => Certificates::get()->ca,
    'retries' => 0, 'read_timeout' => 20]);

var_dump($client->get('value') === $value);

$pipeline = $client->pipeline();
for ($i = 0; $i < 8; $i++) {
    $pipeline->get('value');
}
var_dump($pipeline->exec() === array_fill(0, 8, $value));

var_dump($client->multi()->get('value')->get('value')->exec() === [$value, $value]);
var_dump($client->health()['pool']['connects']);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
int(1)
