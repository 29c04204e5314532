--TEST--
Laravel's queue in Redis: push, pop, delay, release, bulk, clear, and a worker that retries and gives up
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

use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Bus\Dispatchable;
use Illuminate\Queue\{InteractsWithQueue, WorkerOptions};
use Illuminate\Support\Carbon;
use Illuminate\Support\Facades\{Event, Queue, Redis};

final class Job implements ShouldQueue
{
    use Dispatchable, InteractsWithQueue, Queueable;

    public int $tries = 3;

    public function __construct(public string $name, public int $failures = 0)
    {
    }

    public function handle(): void
    {
        echo "  $this->name, attempt {$this->attempts()}\n";
        if ($this->attempts() <= $this->failures) {
            throw new \RuntimeException("attempt {$this->attempts()} failed");
        }
    }
}

$server = Server::start();
$app = laravel($server, ['REDIS_DB' => 0]);
config(['queue.failed.driver' => 'null']);
$sizes = function () {
    $queue = Queue::connection();
    return [Queue::size(), $queue->pendingSize(), $queue->delayedSize(), $queue->reservedSize()];
};
if (! method_exists(\Illuminate\Queue\RedisQueue::class, 'pendingSize')) {
    // Laravel 11 counts them all together.
    $sizes = fn () => [Queue::size(), Redis::llen('queues:default'), Redis::zcard('queues:default:delayed'), Redis::zcard('queues:default:reserved')];
}

show('push', is_string(Queue::push(new Job('first'))));
Job::dispatch('second');
show('size, pending, delayed, reserved', $sizes());
$job = Queue::pop();
show('pop', [$job->payload()['displayName'], $job->attempts(), $sizes()]);
$job->release();
show('release', $sizes());
$job = Queue::pop();
$job->delete();
show('the other one, deleted', $sizes());
$job = Queue::pop();
show('the released one', $job->attempts());
$job->delete();
show('empty', [Queue::pop(), $sizes()]);

Queue::later(60, new Job('later'));
Job::dispatch('later too')->delay(now()->addMinutes(2));
show('delayed', [$sizes(), Queue::pop()]);
Carbon::setTestNow(now()->addSeconds(61));
$job = Queue::pop();
show('its time has come', [$job->attempts(), $sizes()]);
// A worker that died leaves its job reserved; after retry_after it is taken again.
Carbon::setTestNow(now()->addSeconds(91));
$again = [Queue::pop(), Queue::pop()];
show('taken again', [
    in_array($job->getJobId(), [$again[0]->getJobId(), $again[1]->getJobId()], true),
    $again[0]->attempts() + $again[1]->attempts(),
    $sizes(),
]);
Carbon::setTestNow();
show('clear', [Queue::clear('default'), $sizes()]);

// All in one transaction, sent at once; what is delayed goes into its own set.
$delayed = (new Job('c'))->delay(60);
show('bulk', [Queue::bulk([new Job('a'), new Job('b'), $delayed]), $sizes()]);
show('clear', Queue::clear('default'));

Queue::pushOn('high', new Job('on another queue'));
show('other queue', [Queue::size('high'), Queue::size(), Queue::clear('high')]);

// The worker: takes what there is, tries again what failed, gives up after three times.
Event::listen(\Illuminate\Queue\Events\JobFailed::class, fn ($event) => print("  failed: {$event->exception->getMessage()}\n"));
$worker = $app->make('queue.worker');
$options = new WorkerOptions(sleep: 0, backoff: 0, maxTries: 0);
Queue::bulk([new Job('good'), new Job('fails twice', 2), new Job('fails always', 9)]);
for ($run = 1; Queue::size() > 0 && $run <= 20; $run++) {
    try {
        $worker->runNextJob('redis', 'default', $options);
    } catch (\RuntimeException $error) {
        echo "  {$error->getMessage()}\n";
    }
}
show('after the worker', $sizes());

// With block_for, an idle worker sleeps in a blocking command and is woken by the push.
laravel($server, ['REDIS_DB' => 0], ['queue.connections.redis.block_for' => 10]);
$children = parallel_results(1, function () {
    $start = microtime(true);
    $job = Queue::pop();
    $job?->delete();
    return [$job?->payload()['displayName'], microtime(true) - $start < 9.0];
}, function () use ($server) {
    $server->waitForBlocked(1);
    Queue::push(new Job('woken'));
});
show('woken', [$children, $sizes(), $server->cmd('DBSIZE')]);
?>
--EXPECT--
push: true
size, pending, delayed, reserved: [2,2,0,0]
pop: ["Rediskit\\Tests\\Job",1,[2,1,0,1]]
release: [2,1,1,0]
the other one, deleted: [1,1,0,0]
the released one: 2
empty: [null,[0,0,0,0]]
delayed: [[2,0,2,0],null]
its time has come: [1,[2,0,1,1]]
taken again: [true,3,[2,0,0,2]]
clear: [2,[0,0,0,0]]
bulk: [null,[3,2,1,0]]
clear: 3
other queue: [1,0,1]
  good, attempt 1
  fails twice, attempt 1
  fails always, attempt 1
  fails twice, attempt 2
  fails always, attempt 2
  fails twice, attempt 3
  fails always, attempt 3
  failed: attempt 3 failed
after the worker: [0,0,0,0]
woken: [[["Rediskit\\Tests\\Job",true]],[0,0,0,0],0]
