--TEST--
A queue worker that waits in a blocking command works off what comes, and ends on SIGTERM after the job at hand
--EXTENSIONS--
ctype
mbstring
tokenizer
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Queue\WorkerOptions;
use Illuminate\Support\Facades\{Queue, Redis};

final class Count
{
    public function fire($job, array $data): void
    {
        Redis::incr('done');
        $job->delete();
    }
}

$server = Server::start();
$app = laravel($server, ['REDIS_DB' => 0], ['queue.connections.redis.block_for' => 2]);

$children = parallel(3, function () use ($app) {
    return $app->make('queue.worker')->daemon('redis', 'default', new WorkerOptions(sleep: 0, timeout: 60));
}, function (array $pids) use ($server) {
    $server->waitForBlocked(3);
    Queue::bulk(array_fill(0, 50, Count::class . '@fire'), []);
    wait_until(fn () => $server->cmd('GET', 'shop_database_done') === '50', what: 'the jobs');
    $server->waitForBlocked(3);
    foreach ($pids as $pid) {
        posix_kill($pid, SIGTERM);
    }
});
foreach ($children as $child) {
    show('worker', [$child->result, $child->error, $child->exit, $child->signal]);
}
show('left', [Queue::size(), Redis::get('done')]);
?>
--EXPECT--
worker: [0,null,0,null]
worker: [0,null,0,null]
worker: [0,null,0,null]
left: [0,"50"]
