--TEST--
TLS: verified by default, by name and address, with a CA of one's own, client certificates and a minimum version
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';
require __DIR__ . '/../inc/certificates.inc';

$certificates = Certificates::get();
$server = Server::start(['user' => ['bob on >secret ~* &* +@all']], tls: true);
$ca = ['tls_ca_file' => $certificates->ca];

echo "-- name, IPv4, IPv6\n";
attempt(fn() => who(new Client($server->tlsDsn($ca))));
attempt(fn() => who(new Client($server->tlsDsn($ca + ['db' => 3, 'name' => 'me'], 'bob:secret@', '127.0.0.1'))));
attempt(fn() => who(new Client($server->tlsDsn($ca, host: '[::1]'))));

echo "-- as frameworks say it\n";
attempt(fn() => who(new Client([
    'scheme' => 'tls', 'host' => 'localhost', 'port' => $server->tlsPort,
    'context' => ['ssl' => ['cafile' => $certificates->ca, 'verify_peer' => true]],
])));
attempt(fn() => who(new Client(['host' => 'tls://localhost', 'port' => $server->tlsPort, 'cafile' => $certificates->ca])));
attempt(fn() => who(new Client(['host' => 'localhost', 'port' => $server->tlsPort, 'tls' => true, 'cafile' => $certificates->ca])));

echo "-- a folder of CAs\n";
$folder = temp_dir();
copy($certificates->ca, "$folder/" . trim(shell_exec('openssl x509 -hash -noout -in ' . escapeshellarg($certificates->ca))) . '.0');
attempt(fn() => who(new Client($server->tlsDsn(['tls_ca_path' => $folder]))));

echo "-- without verification\n";
attempt(fn() => who(new Client($server->tlsDsn(['tls_verify_peer' => 0]))));

echo "-- versions\n";
attempt(fn() => who(new Client($server->tlsDsn($ca + ['tls_min_version' => '1.3']))));
$server->cmd('CONFIG', 'SET', 'tls-protocols', 'TLSv1.2');
attempt(fn() => who(new Client($server->tlsDsn($ca + ['name' => 'old', 'tls_ciphers' => 'ECDHE+AESGCM']))));

echo "-- large values, both ways\n";
$client = new Client($server->tlsDsn($ca));
$value = random_bytes(3 << 20);
$client->set('large', $value);
var_dump($client->get('large') === $value, strlen($server->cmd('GET', 'large')));

echo "-- a client certificate, with an encrypted key too\n";
$strict = Server::start(['tls-auth-clients' => 'yes'], tls: true);
$own = ['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => $certificates->clientKey];
attempt(fn() => who(new Client($strict->tlsDsn($ca + $own))));
$files = [escapeshellarg($certificates->clientKey), escapeshellarg("$folder/encrypted.key")];
exec("openssl pkey -in $files[0] -aes256 -passout pass:phrase -out $files[1]");
$own = ['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => "$folder/encrypted.key", 'tls_key_passphrase' => 'phrase'];
attempt(fn() => who(new Client($strict->tlsDsn($ca + $own))));
file_put_contents("$folder/both.pem", file_get_contents($certificates->clientCert) . file_get_contents($certificates->clientKey));
attempt(fn() => who(new Client($strict->tlsDsn($ca + ['local_cert' => "$folder/both.pem"]))));

echo "-- another name than the host's\n";
$other = Server::start(['tls-cert-file' => $certificates->otherCert, 'tls-key-file' => $certificates->otherKey], tls: true);
attempt(fn() => who(new Client($other->tlsDsn($ca + ['tls_peer_name' => 'other.test']))));
attempt(fn() => who(new Client($other->tlsDsn($ca + ['tls_verify_peer_name' => 0]))));
?>
--EXPECT--
-- name, IPv4, IPv6
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=bob db=3 name=me
no exception: IPv6 user=default db=0 name=
-- as frameworks say it
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=default db=0 name=
-- a folder of CAs
no exception: IPv4 user=default db=0 name=
-- without verification
no exception: IPv4 user=default db=0 name=
-- versions
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=default db=0 name=old
-- large values, both ways
bool(true)
int(3145728)
-- a client certificate, with an encrypted key too
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=default db=0 name=
-- another name than the host's
no exception: IPv4 user=default db=0 name=
no exception: IPv4 user=default db=0 name=
