--TEST--
Laravel's ways to say TLS all verify the server, and present a client certificate where there is one
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

use Illuminate\Support\Facades\Redis;

$server = Server::start(['tls-auth-clients' => 'optional', 'user' => ['bob on >secret ~* &* +@all']], tls: true);
require_once __DIR__ . '/../inc/certificates.inc';
$certificates = Certificates::get();
$server->cmd('SET', 'shop_database_where', 'over TLS');

$try = function (string $what, array $connection) use ($server) {
    laravel(null, [], ['database.redis.default' => $connection + ['port' => $server->tlsPort]]);
    try {
        show($what, Redis::get('where'));
    } catch (\Rediskit\TlsException $error) {
        echo "$what: TlsException\n";
    }
};
$ca = ['cafile' => $certificates->ca];
$try("phpredis' way", ['scheme' => 'tls', 'host' => 'localhost', 'context' => ['stream' => $ca]]);
$try("phpredis' way, in the host", ['host' => 'tls://localhost', 'context' => ['stream' => $ca]]);
$try("predis' way", ['scheme' => 'tls', 'host' => 'localhost', 'ssl' => $ca]);
$try('url', ['url' => "rediss://bob:secret@localhost:$server->tlsPort", 'context' => $ca]);
$try('own names', ['host' => 'localhost', 'tls' => true, 'tls_ca_file' => $certificates->ca]);
$try('client certificate', ['scheme' => 'tls', 'host' => 'localhost', 'context' => ['stream' => $ca + [
    'local_cert' => $certificates->clientCert, 'local_pk' => $certificates->clientKey,
]]]);
$try('not verified, because it was asked for', ['scheme' => 'tls', 'host' => 'localhost', 'context' => ['stream' => ['verify_peer' => false, 'verify_peer_name' => false]]]);
$try('unknown authority', ['scheme' => 'tls', 'host' => 'localhost']);
$try('unknown authority, of a url', ['url' => "rediss://localhost:$server->tlsPort"]);
?>
--EXPECT--
phpredis' way: "over TLS"
phpredis' way, in the host: "over TLS"
predis' way: "over TLS"
url: "over TLS"
own names: "over TLS"
client certificate: "over TLS"
not verified, because it was asked for: "over TLS"
unknown authority: TlsException
unknown authority, of a url: TlsException
