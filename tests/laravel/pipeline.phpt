--TEST--
Pipelines and transactions of Laravel's connection: results in order, nesting, packages that work on the raw client
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

$server = Server::start();
laravel($server);

show('pipeline', Redis::pipeline(function ($pipe) {
    $pipe->set('a', 1);
    $pipe->incr('a');
    $pipe->get('a');
    $pipe->get('none');
    $pipe->hgetall('none');
}));
show('transaction', Redis::transaction(function ($transaction) {
    $transaction->set('b', 'x');
    $transaction->rpush('list', 'a', 'b');
    $transaction->lrange('list', 0, -1);
}));
show('without callback', Redis::pipeline()->set('c', 3)->get('c')->exec());
show('without callback', Redis::transaction()->set('c', 4)->get('c')->exec());
show('empty', [Redis::pipeline(fn () => null), Redis::transaction(fn () => null)]);
show('a failed command fails alone', array_map(
    fn ($result) => is_object($result) || $result === false ? 'failed' : $result,
    Redis::pipeline(function ($pipe) {
        $pipe->set('text', 'abc');
        $pipe->incr('text');
        $pipe->get('text');
    })
));

// Commands on the connection go into its pipeline too; a transaction inside becomes one of the results.
$connection = Redis::connection();
$connection->pipeline(fn () => $connection->transaction(function () use ($connection) {
    $connection->set('nested', 1);
    $connection->incr('nested');
}));
show('transaction in a pipeline', $connection->get('nested'));

// What packages do: Horizon's repositories, for instance.
$time = 1700000000.5;
show('a job is recorded', count(Redis::pipeline(function ($pipe) use ($time) {
    $pipe->zadd('recent_jobs', -$time, 'id-1');
    $pipe->zadd('pending_jobs', -$time, 'id-1');
    $pipe->hmset('id-1', ['id' => 'id-1', 'connection' => 'redis', 'status' => 'pending', 'payload' => '{"a":1}', 'created_at' => $time]);
    $pipe->expireat('id-1', time() + 3600);
})));
show('and found', [
    Redis::zrevrange('recent_jobs', 0, -1), Redis::zcount('recent_jobs', '-inf', '+inf'), Redis::zrevrangebyscore('recent_jobs', '+inf', '-inf', ['limit' => ['offset' => 0, 'count' => 5]]),
    Redis::hmget('id-1', ['id', 'status', 'missing']), Redis::pipeline(fn ($pipe) => $pipe->hmget('id-1', ['id', 'status'])),
]);
show('metrics', Redis::pipeline(function ($pipe) {
    $pipe->hsetnx('metrics', 'throughput', 0);
    $pipe->hincrby('metrics', 'throughput', 1);
    $pipe->sadd('measured_jobs', 'Job');
    $pipe->zremrangebyrank('recent_jobs', 0, -3);
    $pipe->zremrangebyscore('recent_jobs', 5, '+inf');
    $pipe->del('id-1', 'pending_jobs');
    $pipe->eval('return {KEYS[1], ARGV[1]}', ['k', 'v'], 1);
    $pipe->exists('metrics');
    $pipe->smembers('measured_jobs');
    $pipe->setex('lock', 10, 1);
    $pipe->expire('lock', 20);
    $pipe->ltrim('list', 0, 0);
    $pipe->hdel('metrics', 'none');
}));

// A pipeline is one round trip, and what follows it is answered as before.
show('after', [Redis::get('c'), Redis::zrange('recent_jobs', 0, -1)]);
?>
--EXPECT--
pipeline: [true,2,"2",false,[]]
transaction: [true,2,["a","b"]]
without callback: [true,"3"]
without callback: [true,"4"]
empty: [[],[]]
a failed command fails alone: [true,"failed","abc"]
transaction in a pipeline: "2"
a job is recorded: 4
and found: [["id-1"],1,["id-1"],["id-1","pending",false],[{"id":"id-1","status":"pending"}]]
metrics: [true,1,1,0,0,2,["shop_database_k","v"],1,["Job"],true,true,true,0]
after: ["4",["id-1"]]
