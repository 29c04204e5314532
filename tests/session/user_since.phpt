--TEST--
Session::user(): a session is a user's since the second that PHP's time() says, also when that has just begun
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, Sessions};

require __DIR__ . '/session.inc';

session_server();
session_id('a');
session_start();
// time(2) may say the old second for some milliseconds more.
for ($second = time(); time() === $second;);
Session::user(7);
session_write_close();
var_dump((new Sessions())->ofUser(7)[0]['since'] - $second);
?>
--EXPECT--
int(1)
