--TEST--
After a fatal error in the middle of a value, what is serialized and unserialized has numbers and allowed classes of its own
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use function Rediskit\Tests\run_php;

$common = '
    use Rediskit\Codec;

    class User
    {
        public $name = "ann";
    }
    // Its bytes take part in the numbering around it, so that PHP itself puts nothing aside while it runs.
    class Bomb implements Serializable
    {
        public $armed = false;

        public function serialize()
        {
            $this->armed && trigger_error("serialize", E_USER_ERROR);

            return "x";
        }

        public function unserialize($text)
        {
            trigger_error("unserialize", E_USER_ERROR);
        }
    }
    $codec = new Codec("php", "none", allowed_classes: "User,Bomb");
    $user = new User();
    $bomb = new Bomb();
    $stored = $codec->encode([$user, $bomb]);
    $bomb->armed = true;
    register_shutdown_function(function () use ($user) {
        echo serialize([$user, $user]), " ", json_encode(unserialize("a:3:{i:0;O:4:\"User\":0:{}i:1;r:2;i:2;O:8:\"stdClass\":0:{}}")), " ";
    });
';
foreach (['encode' => '$codec->encode([$user, $bomb]);', 'decode' => '$codec->decode($stored);'] as $name => $code) {
    $output = run_php($common . $code, ['html_errors' => 0, 'error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0', 'log_errors' => '0'], $exit);
    echo $name, ': ', $output, '(', $exit, ")\n";
}
?>
--EXPECT--
encode: a:2:{i:0;O:4:"User":1:{s:4:"name";s:3:"ann";}i:1;r:2;} [{"name":"ann"},{"name":"ann"},{}] (255)
decode: a:2:{i:0;O:4:"User":1:{s:4:"name";s:3:"ann";}i:1;r:2;} [{"name":"ann"},{"name":"ann"},{}] (255)
