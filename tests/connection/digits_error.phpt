--TEST--
Rows of digits that no number holds are no length and no integer
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/script_server.inc';

use Rediskit\Client;
use Rediskit\Tests\{Peer, ScriptServer};

/* Twenty digits and more overflow 64 bits; what an undefined sum would leave must not be taken for a length. */
foreach ([":99999999999999999999999999\r\n", "\$99999999999999999999\r\nx\r\n", "*99999999999999999999\r\n", "\$18446744073709551617\r\nx\r\n"] as $reply) {
    $server = ScriptServer::start(function (Peer $peer) use ($reply) {
        $peer->expect('GET', 'k');
        $peer->send($reply);
    });
    $client = new Client($server->dsn(['retries' => '0']));
    try {
        var_dump($client->get('k'));
    } catch (Rediskit\RediskitException $e) {
        echo get_class($e), "\n";
    }
}
?>
--EXPECT--
Rediskit\ConnectionException
Rediskit\ConnectionException
Rediskit\ConnectionException
Rediskit\ConnectionException
