--TEST--
Over TLS: bytes that nobody asked for are found before the next command that may not be repeated; a refused write is told as what it is
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/certificates.inc';

/*
 * openssl's server: it sends what it reads, so that it sends at any time. Answers PING and WATCH; the files `stray` and `kill` tell
 * it to send a reply more, and to end.
 */
$certificates = Certificates::get();
$dir = temp_dir();
fork_helper(function ($testEnds) use ($certificates, $dir) {
    $command = ['openssl', 's_server', '-quiet', '-unix', 'tls.sock', '-cert', $certificates->serverCert, '-key', $certificates->serverKey,
        '-msg', '-msgfile', "$dir/records"];
    $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['file', "$dir/log", 'w']], $pipes, $dir); // it takes 31 bytes of a path
    stream_set_blocking($pipes[1], false);
    while (true) {
        $read = [$pipes[1], $testEnds];
        $none = null;
        stream_select($read, $none, $none, 0, 5000);
        if (in_array($testEnds, $read, true) || @unlink("$dir/kill")) {
            proc_terminate($process, 9);
            proc_close($process);
            touch("$dir/killed");
            return;
        }
        if (@unlink("$dir/stray")) {
            fwrite($pipes[0], "+PONG\r\n");
        }
        $asked = in_array($pipes[1], $read, true) ? fread($pipes[1], 1000) : '';
        fwrite($pipes[0], str_repeat("+PONG\r\n", substr_count($asked, 'PING')) . str_repeat("+OK\r\n", substr_count($asked, 'WATCH')));
    }
});
wait_until(fn() => @stream_socket_client("unix://$dir/tls.sock"));
$client = new Client(['path' => "$dir/tls.sock", 'tls' => true, 'tls_peer_name' => 'localhost', 'tls_ca_file' => $certificates->ca, 'retries' => 0]);
attempt(fn() => $client->ping());

echo "-- bytes that nobody asked for\n";
$records = filesize("$dir/records");
touch("$dir/stray");
wait_until(fn() => clearstatcache() ?? filesize("$dir/records") > $records, what: 'a record of the server');
usleep(20000);
attempt(fn() => $client->watch('key'));
var_dump($client->health()['pool']['connects']);
$client->close();

echo "-- ended by a crash\n";
attempt(fn() => $client->ping());
touch("$dir/kill");
wait_until(fn() => file_exists("$dir/killed"));
attempt(fn() => $client->incr('n'), [$dir => 'DIR']);
?>
--EXPECT--
no exception: true
-- bytes that nobody asked for
no exception: true
int(2)
-- ended by a crash
no exception: true
Rediskit\ConnectionException: Connection lost: unix:DIR/tls.sock has closed the connection
