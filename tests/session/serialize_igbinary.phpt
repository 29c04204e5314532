--TEST--
session.serialize_handler = igbinary: every value comes back, through the setting, the object and a decorator, compressed and not
--EXTENSIONS--
igbinary
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';
require __DIR__ . '/uses.inc';

$server = session_server(['session.serialize_handler' => 'igbinary']);
$values = ['i' => -1, 'f' => 0.1, 's' => "a|b;\"\0\xff", 'n' => null, 'b' => false, 'l' => [1, [2, []]], '' => 'empty', 'a|b' => 'bar',
    'o' => (object) ['a' => (object) []], 'u' => Suit::Hearts, 'd' => new \DateTimeImmutable('2020-01-02 UTC'), 'x' => str_repeat('x', 5000)];
foreach (['setting', 'compressed', 'no locks', 'object', 'whole decorator', 'plain decorator', 'extends SessionHandler'] as $number => $way) {
    foreach (['session.save_handler' => 'rediskit', 'rediskit.session.compression' => 'none', 'rediskit.session.locking' => 1] as $name => $value) {
        ini_set($name, $value);
    }
    ways()[$way]();
    put("id$number", $values);
    $stored = $server->cmd('GET', session_key("id$number"));
    $again = begin("id$number");
    $_SESSION['more'] = [1];
    session_write_close();
    $objects = begin("id$number");
    $_SESSION['serialized'] = new Serialized([1]);
    $_SESSION['sleeper'] = new Sleeper();
    session_write_close();
    $objects = look("id$number");
    printf(
        "%s: %s, %s, %s, %s\n",
        $way,
        json_encode($again == $values),
        json_encode($objects['more'] === [1]),
        json_encode([$objects['serialized']->data, $objects['sleeper']->log]),
        json_encode(is_unlocked($server))
    );
}
var_dump(bin2hex(substr($server->cmd('GET', session_key('id0')), 0, 4)));
?>
--EXPECT--
setting: true, true, [[1,"unserialized"],"woken 1;"], true
compressed: true, true, [[1,"unserialized"],"woken 1;"], true
no locks: true, true, [[1,"unserialized"],"woken 1;"], true
object: true, true, [[1,"unserialized"],"woken 1;"], true
whole decorator: true, true, [[1,"unserialized"],"woken 1;"], true
plain decorator: true, true, [[1,"unserialized"],"woken 1;"], true
extends SessionHandler: true, true, [[1,"unserialized"],"woken 1;"], true
string(8) "00000002"
