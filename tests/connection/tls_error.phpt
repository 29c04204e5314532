--TEST--
TLS that can't be trusted or made is refused with a TlsException that says what to do
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/certificates.inc';
require __DIR__ . '/../inc/script_server.inc';

$certificates = Certificates::get();
$dir = dirname($certificates->ca);
$ca = ['tls_ca_file' => $certificates->ca];
$own = ['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => $certificates->clientKey];

/** Pings over TLS and prints what happened. */
function ping(Server $server, array $options, string $host = 'localhost'): void
{
    global $dir;
    attempt(fn() => (new Client($server->tlsDsn($options, host: $host)))->ping(), ["$server->tlsPort" => 'PORT', $dir => 'DIR', str_repeat('x', 300) => 'x...']);
}

echo "-- the certificate\n";
$server = Server::start(tls: true);
ping($server, []);
ping($server, ['tls_ca_file' => $certificates->strangerCa]);
$other = Server::start(['tls-cert-file' => $certificates->otherCert, 'tls-key-file' => $certificates->otherKey], tls: true);
ping($other, $ca);
ping($other, $ca, '127.0.0.1');
ping($other, $ca + ['tls_peer_name' => 'elsewhere.test']);
$expired = Server::start(['tls-cert-file' => $certificates->expiredCert, 'tls-key-file' => $certificates->expiredKey], tls: true);
ping($expired, $ca);

$future = Server::start(['tls-cert-file' => $certificates->futureCert, 'tls-key-file' => $certificates->futureKey], tls: true);
ping($future, $ca);

echo "-- our own certificate\n";
$strict = Server::start(['tls-auth-clients' => 'yes'], tls: true);
ping($strict, $ca);
attempt(fn() => (new Client($strict->tlsDsn($ca)))->incr('key'), ["$strict->tlsPort" => 'PORT']);
var_dump($strict->cmd('GET', 'key'));
ping($strict, $ca + ['tls_cert_file' => $certificates->strangerCa, 'tls_key_file' => "$dir/stranger.key"]);
ping($strict, $ca + ['tls_cert_file' => $certificates->expiredCert, 'tls_key_file' => $certificates->expiredKey]);
$strict->cmd('CONFIG', 'SET', 'tls-protocols', 'TLSv1.2');
ping($strict, $ca);

echo "-- files\n";
ping($server, ['tls_ca_file' => "$dir/none.crt"]);
ping($server, ['tls_ca_file' => "$dir/server.key"]);
ping($server, $ca + ['tls_cert_file' => "$dir/none.crt"]);
ping($server, $ca + ['tls_key_file' => $certificates->clientKey]);
ping($server, $ca + ['tls_cert_file' => $certificates->clientCert]);
ping($server, $ca + ['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => "$dir/other.key"]);
ping($server, $ca + ['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => "$dir/none.key"]);
exec('openssl ec -aes128 -passout pass:word -in ' . escapeshellarg($certificates->clientKey) . ' -out ' . escapeshellarg("$dir/locked.key") . ' 2>&1');
ping($server, $ca + ['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => "$dir/locked.key"]);
ping($server, $ca + ['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => "$dir/locked.key", 'tls_key_passphrase' => str_repeat('x', 5000)]);
ping($server, $ca + ['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => "$dir/locked.key", 'tls_key_passphrase' => 'wrong']);
ping($server, $ca + ['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => "$dir/locked.key", 'tls_key_passphrase' => 'word']);

echo "-- a name that is none\n";
ping($server, $ca + ['tls_peer_name' => str_repeat('x', 300)]);

echo "-- versions and ciphers\n";
ping($server, $ca + ['tls_ciphers' => 'NONSENSE']);
$server->cmd('CONFIG', 'SET', 'tls-protocols', 'TLSv1.2');
ping($server, $ca + ['tls_min_version' => '1.3']);

echo "-- who speaks no TLS\n";
$plain = ScriptServer::start(function (Peer $peer) {
    $peer->send("-ERR unknown command\r\n");
    $peer->stall();
}, '127.0.0.1');
attempt(fn() => (new Client("rediss://127.0.0.1:{$plain->port()}"))->ping(), [(string) $plain->port() => 'PORT']);
$failing = ScriptServer::start(function (Peer $peer) {
    $peer->send("\x15\x03\x03\x00\x02\x02\x50"); // an alert: internal error
    $peer->stall();
}, '127.0.0.1');
attempt(fn() => (new Client("rediss://127.0.0.1:{$failing->port()}"))->ping(), [(string) $failing->port() => 'PORT']);
$silent = ScriptServer::start(fn(Peer $peer) => $peer->stall(), '127.0.0.1');
attempt(fn() => (new Client("rediss://127.0.0.1:{$silent->port()}?timeout=0.2"))->ping(), [(string) $silent->port() => 'PORT']);
$closing = ScriptServer::start(fn(Peer $peer) => $peer->close(), '127.0.0.1');
attempt(fn() => (new Client("rediss://127.0.0.1:{$closing->port()}"))->ping(), [(string) $closing->port() => 'PORT']);
attempt(fn() => (new Client("redis://127.0.0.1:$server->tlsPort"))->ping(), ["$server->tlsPort" => 'PORT']);
attempt(fn() => (new Client("unix://$server->socket?tls=1"))->ping(), [$server->socket => 'SOCKET']);
?>
--EXPECTF--
-- the certificate
Rediskit\TlsException: The certificate of localhost:PORT is not trusted (%s): give the CA that signed it as tls_ca_file, or check that this is your server
Rediskit\TlsException: The certificate of localhost:PORT is not trusted (%s): give the CA that signed it as tls_ca_file, or check that this is your server
Rediskit\TlsException: The certificate of localhost:PORT is not for the name "localhost": connect by the name it was made for, or give that as tls_peer_name
Rediskit\TlsException: The certificate of 127.0.0.1:PORT is not for the name "127.0.0.1": connect by the name it was made for, or give that as tls_peer_name
Rediskit\TlsException: The certificate of localhost:PORT is not for the name "elsewhere.test": connect by the name it was made for, or give that as tls_peer_name
Rediskit\TlsException: The certificate of localhost:PORT, or one it rests on, has expired: renew it on the server
Rediskit\TlsException: The certificate of localhost:PORT, or one it rests on, is not valid yet: are the clocks right?
-- our own certificate
Rediskit\TlsException: TLS connection to localhost:PORT failed: it wants a client certificate: give one as tls_cert_file and tls_key_file
Rediskit\TlsException: TLS connection to localhost:PORT failed: it wants a client certificate: give one as tls_cert_file and tls_key_file
NULL
Rediskit\TlsException: TLS connection to localhost:PORT failed: it does not accept our client certificate: the CA that signed tls_cert_file must be in the server's tls-ca-cert-file
Rediskit\TlsException: TLS connection to localhost:PORT failed: our client certificate has expired: renew tls_cert_file
Rediskit\TlsException: TLS handshake with localhost:PORT failed: it refused: it may want a client certificate (tls_cert_file, tls_key_file), or share none of our ciphers (tls_ciphers)
-- files
Rediskit\TlsException: Cannot use tls_ca_file "DIR/none.crt": No such file or directory
Rediskit\TlsException: Cannot use tls_ca_file "DIR/server.key": %s
Rediskit\TlsException: Cannot use tls_cert_file "DIR/none.crt": No such file or directory
Rediskit\TlsException: The option "tls_key_file" needs tls_cert_file, the certificate that belongs to the key
Rediskit\TlsException: Cannot read the key in "DIR/client.crt": it must be in PEM form, and tls_key_passphrase must fit if it is encrypted
Rediskit\TlsException: The key in "DIR/other.key" does not belong to the certificate in "DIR/client.crt"
Rediskit\TlsException: Cannot use tls_key_file "DIR/none.key": No such file or directory
Rediskit\TlsException: Cannot read the key in "DIR/locked.key": it must be in PEM form, and tls_key_passphrase must fit if it is encrypted
Rediskit\TlsException: Cannot read the key in "DIR/locked.key": it must be in PEM form, and tls_key_passphrase must fit if it is encrypted
Rediskit\TlsException: Cannot read the key in "DIR/locked.key": it must be in PEM form, and tls_key_passphrase must fit if it is encrypted
no exception: true
-- a name that is none
Rediskit\TlsException: Cannot use tls_peer_name "x...": %s
-- versions and ciphers
Rediskit\TlsException: Cannot use tls_ciphers "NONSENSE": %s
Rediskit\TlsException: TLS handshake with localhost:PORT failed: it shares no version of TLS with us: tls_min_version sets the oldest we take, tls-protocols what it offers
-- who speaks no TLS
Rediskit\TlsException: TLS handshake with 127.0.0.1:PORT failed: it does not speak TLS: is this the tls-port? Without TLS the scheme is redis://
Rediskit\TlsException: TLS handshake with 127.0.0.1:PORT failed: %s internal error
Rediskit\TimeoutException: No answer from 127.0.0.1:PORT to the TLS handshake in time: is this the tls-port? Without TLS the scheme is redis://
Rediskit\TlsException: TLS handshake with 127.0.0.1:PORT failed: it %s the connection; is this the tls-port? Without TLS the scheme is redis://
Rediskit\ConnectionException: Connection lost: 127.0.0.1:PORT has %s the connection before it said a word; does it want TLS (rediss://), or has it reached maxclients?
Rediskit\TlsException: TLS over a unix socket needs tls_peer_name, the name in the server's certificate
