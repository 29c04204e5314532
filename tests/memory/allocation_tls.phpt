--TEST--
Each allocation of a TLS connection, OpenSSL's too, fails: no crash, no leak, a clear exception, and the next connection works
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/../inc/allocations.inc';

$server = Server::start(tls: true);
$certificates = Certificates::get();
$failing = new Allocations();
$open = fn(array $more = []) => new Client($more + ['url' => $server->tlsDsn(), 'tls_ca_file' => $certificates->ca, 'persistent' => false, 'timeout' => 2, 'retries' => 0]);
$kept = $open();
$large = str_repeat('0123456789abcdef', 8192);
$kept->set('large', $large);

// What comes before the first byte, of which OpenSSL says less.
$failing->each('TLS, the beginning', fn() => $open(['tls_verify_peer' => false, 'tls_ca_file' => null])->ping(), last: 150, anyMessage: true);
$failing->each('TLS', fn() => $open()->ping(), step: 151, anyMessage: true);
$failing->each('TLS, connected', fn() => [$kept->get('none'), $kept->get('large') === $large, $kept->set('large', $large)], step: 5, anyMessage: true);
$failing->each('a client certificate', fn() => $open(['tls_cert_file' => $certificates->clientCert, 'tls_key_file' => $certificates->clientKey])->ping(), step: 151, anyMessage: true);
$failing->finish();
?>
--EXPECTF--
%d calls, %d failures, %d of them thrown
