--TEST--
A restarted server costs Laravel's long-running processes nothing: cache, queue worker and session go on
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

use Illuminate\Queue\WorkerOptions;
use Illuminate\Support\Facades\{Cache, Queue, Redis, Session};

final class Note
{
    public function fire($job, array $data): void
    {
        echo "  job $data[0]\n";
        $job->delete();
    }
}

$server = Server::start(['appendonly' => 'yes', 'appendfsync' => 'always']);
$app = laravel($server);
$worker = $app->make('queue.worker');
$work = fn () => $worker->runNextJob('redis', 'default', new WorkerOptions(sleep: 0));

Cache::put('a', 'kept', 600);
Queue::bulk([Note::class . '@fire', Note::class . '@fire'], [1]);
Queue::push(Note::class . '@fire', [2]);
$work();

$server->restart();
show('cache', [Cache::get('a'), Cache::put('b', 1, 600), Cache::increment('b')]);
$work();
$server->restart();
$work();
show('queue', Queue::size());

// All connections closed by the server, as its own timeout does.
$server->cmd('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
show('pipeline', Redis::pipeline(fn ($pipe) => $pipe->set('p', 1)->get('p')));
$server->cmd('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
show('script', Redis::eval('return 1', 0));
$server->cmd('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
show('lock', Cache::lock('l', 10)->get(fn () => 'held'));

// While the server is away commands say so, and work again when it is back.
$server->stop();
foreach (['get', 'increment'] as $method) {
    try {
        Cache::$method('b');
    } catch (\Rediskit\ConnectionException $error) {
        show($method, 'ConnectionException');
    }
}
$server->restart();
show('back', [Cache::get('a'), Cache::increment('b')]);

// disconnect() and purge() are what Laravel calls between jobs and in Octane.
Redis::disconnect();
Redis::purge();
show('after purge', [Redis::set('x', 1), Redis::get('x')]);
?>
--EXPECT--
  job 1
cache: ["kept",true,2]
  job 1
  job 2
queue: 0
pipeline: [true,"1"]
script: 1
lock: "held"
get: "ConnectionException"
increment: "ConnectionException"
back: ["kept",3]
after purge: [true,"1"]
