--TEST--
After a fatal error in a callback or in user code that a command runs, shutdown functions can use the same objects
--EXTENSIONS--
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';

use Rediskit\Client;
use Rediskit\Tests\Server;

use function Rediskit\Tests\run_php;

$server = Server::start();
$common = '
    use Rediskit\{Cache, Client, Lock};

    $client = new Client(' . var_export($server->dsn(['serializer' => 'php']), true) . ');
    $cache = new Cache($client, ["prefix" => "cache:"]);
    $fatal = function () {
        error_reporting(0);
        require "no such file";
    };
    final class Bomb
    {
        public function __serialize(): array
        {
            $GLOBALS["armed"] && $GLOBALS["fatal"]();

            return [];
        }

        public function __unserialize(array $data): void
        {
            $GLOBALS["fatal"]();
        }

        public function __toString(): string
        {
            $GLOBALS["fatal"]();
        }
    }
    $armed = false;
    $client->set("bomb", new Bomb());
    $cache->put("bomb", new Bomb());
    $armed = true;
    register_shutdown_function(function () use ($client, $cache) {
        try {
            $client->unsubscribe();
        } catch (Rediskit\CommandException) {
            echo "not subscribed, ";
        }
        echo json_encode([$client->set("done", 1), $cache->put("done", 1), $client->watch("done"), $client->multi()->get("done")->exec()]), " ";
    });
';
foreach ([
    'subscribe' => 'pcntl_async_signals(true); pcntl_signal(SIGALRM, fn () => (new Client("unix://" . $client->getOption("path")))->publish("channel", "message")); pcntl_alarm(1); $client->subscribe("channel", $fatal);',
    'handler' => 'pcntl_async_signals(true); pcntl_signal(SIGALRM, $fatal); pcntl_alarm(1); $client->subscribe("other", fn () => 0);',
    'pipeline' => '$client->pipeline(function ($pipe) use ($fatal) { $pipe->set("never", 1); $fatal(); });',
    'transaction' => '$client->watch("never"); $client->transaction(function ($pipe) use ($fatal) { $pipe->set("never", 1); $fatal(); });',
    'remember' => '$cache->remember("key", 10, $fatal);',
    'lock' => '(new Lock($client, "lock"))->run($fatal);',
    'argument' => '$client->mGet(["a", new Bomb()]);',
    'value' => '$cache->put("value", new Bomb());',
    'reply' => '$client->mGet(["done", "bomb", "done"]);',
    'replies' => '$client->pipeline(fn ($pipe) => $pipe->get("done")->get("bomb")->get("done"));',
    'many' => '$cache->many(["done", "bomb", "done"]);',
    'wait' => 'pcntl_async_signals(true); pcntl_signal(SIGALRM, $fatal); pcntl_alarm(1); $client->blPop("nothing", 0);',
] as $name => $code) {
    $output = run_php($common . $code, ['html_errors' => 0], $exit);
    echo $name, ': ', preg_replace('/\s+/', ' ', $output), '(', $exit, ")\n";
}
var_dump($server->cmd('EXISTS', 'never'));
?>
--EXPECT--
subscribe: not subscribed, [true,true,true,[1]] (255)
handler: not subscribed, [true,true,true,[1]] (255)
pipeline: not subscribed, [true,true,true,[1]] (255)
transaction: not subscribed, [true,true,true,[1]] (255)
remember: not subscribed, [true,true,true,[1]] (255)
lock: not subscribed, [true,true,true,[1]] (255)
argument: not subscribed, [true,true,true,[1]] (255)
value: not subscribed, [true,true,true,[1]] (255)
reply: not subscribed, [true,true,true,[1]] (255)
replies: not subscribed, [true,true,true,[1]] (255)
many: not subscribed, [true,true,true,[1]] (255)
wait: not subscribed, [true,true,true,[1]] (255)
int(0)
