--TEST--
The Redis facade: commands in the shapes Laravel documents, with the answers phpredis gives
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

// strings
show('set', [Redis::set('a', 'x'), Redis::get('a'), Redis::get('none')]);
show('set with options', [
    Redis::set('b', '1', 'EX', 100), Redis::ttl('b'), Redis::set('b', '2', 'EX', 100, 'NX'), Redis::set('b', '3', 'PX', 50000, 'XX'), Redis::get('b'),
]);
show('setex, psetex', [Redis::setex('c', 100, 'v'), Redis::psetex('d', 100000, 'v'), Redis::ttl('c'), Redis::ttl('none'), Redis::ttl('a')]);
show('setnx', [Redis::setnx('a', 'y'), Redis::setnx('new', 'y')]);
show('mset, mget', [Redis::mset(['m1' => 'one', 'm2' => 2]), Redis::mget(['m1', 'none', 'm2'])]);
show('counting', [Redis::incr('n'), Redis::incrby('n', 5), Redis::decr('n'), Redis::decrby('n', 10), Redis::incrbyfloat('f', 1.5), Redis::incr('n', 3)]);
show('append, strlen, getrange', [Redis::append('a', 'yz'), Redis::strlen('a'), Redis::getrange('a', 0, 1), Redis::getset('a', 'new'), Redis::get('a')]);
show('keys', [Redis::exists('b'), Redis::exists('b', 'c', 'none'), Redis::exists('none'), Redis::type('b') == (redis_client() === 'phpredis' ? 1 : 'string')]);
show('del', [Redis::del('c'), Redis::del(['d', 'none', 'f']), Redis::del('m1', 'm2'), Redis::unlink('new')]);
show('expire', [Redis::expire('b', 500), Redis::expireat('b', time() + 1000), Redis::pexpire('none', 5), Redis::persist('b'), Redis::persist('b'), Redis::rename('b', 'bb')]);
show('bits', [Redis::setbit('bit', 7, 1), Redis::getbit('bit', 7), Redis::bitcount('bit')]);

// hashes
show('hset', [Redis::hset('h', 'f', 'v'), Redis::hset('h', 'f', 'w'), Redis::hget('h', 'f'), Redis::hget('h', 'none'), Redis::hsetnx('h', 'f', 'x')]);
show('hmset', [Redis::hmset('h', ['g' => 1, 'i' => 'two']), Redis::hmset('h', 'j', 3, 'k', 4), Redis::hmget('h', ['g', 'none', 'i']), Redis::hmget('h', 'j', 'k')]);
show('hgetall', [Redis::hgetall('h'), Redis::hgetall('none'), Redis::hkeys('h'), Redis::hvals('h'), Redis::hlen('h'), Redis::hexists('h', 'f')]);
show('hincrby', [Redis::hincrby('h', 'g', 4), Redis::hincrbyfloat('h', 'g', 0.5), Redis::hdel('h', 'f', 'g'), Redis::hdel('h', 'none')]);

// lists
show('lists', [Redis::rpush('l', 'a', 'b', 'c'), Redis::lpush('l', 'z'), Redis::lrange('l', 0, -1), Redis::llen('l'), Redis::lindex('l', 1), Redis::lindex('l', 9)]);
show('lrem takes key, count, value', [Redis::rpush('l', 'a'), Redis::lrem('l', 1, 'a'), Redis::lrange('l', 0, -1)]);
show('pops', [Redis::lpop('l'), Redis::rpop('l'), Redis::lpop('none'), Redis::ltrim('l', 0, 0), Redis::lset('l', 0, 'set'), Redis::lrange('l', 0, -1)]);
show('blpop', [Redis::blpop('l', 1), Redis::rpush('l2', 'x'), Redis::brpop(['none', 'l2'], 1)]);

// sets
show('sets', [Redis::sadd('s', 'a', 'b'), Redis::sadd('s', 'b'), Redis::sismember('s', 'a'), Redis::sismember('s', 'z'), Redis::scard('s'), Redis::srem('s', 'a'), Redis::smembers('s')]);
show('spop', [Redis::spop('s'), Redis::spop('s'), Redis::sadd('s', 'q'), Redis::spop('s', 5), Redis::spop('s', 5)]);
show('set algebra', [Redis::sadd('s1', 1, 2), Redis::sadd('s2', 2, 3), Redis::sinter('s1', 's2'), Redis::sunionstore('s3', 's1', 's2'), Redis::sdiff('s1', 's2')]);

// sorted sets
show('zadd', [Redis::zadd('z', 1, 'one'), Redis::zadd('z', ['two' => 2, 'three' => 3]), Redis::zadd('z', 4, 'four', 5, 'five'), Redis::zadd('z', 'NX', 9, 'one'), Redis::zadd('z', 'XX', 'CH', 1.5, 'one')]);
show('zrange', [Redis::zrange('z', 0, 1), Redis::zrange('z', 0, 1, true), Redis::zrevrange('z', 0, 0), Redis::zscore('z', 'one'), Redis::zscore('z', 'none'), Redis::zrank('z', 'two'), Redis::zrank('z', 'none'), Redis::zcard('z')]);
show('by score', [
    Redis::zrangebyscore('z', 2, 4), Redis::zrangebyscore('z', '-inf', '+inf', ['limit' => ['offset' => 1, 'count' => 2]]),
    Redis::zrangebyscore('z', 2, '(3', ['withscores' => true]), Redis::zrevrangebyscore('z', '+inf', 4, ['limit' => [0, 1], 'withscores' => true]), Redis::zcount('z', 2, 3),
]);
show('zincrby and removals', [Redis::zincrby('z', 0.5, 'one'), Redis::zrem('z', 'one', 'none'), Redis::zremrangebyscore('z', 0, 2), Redis::zremrangebyrank('z', 0, 0), Redis::zrange('z', 0, -1), Redis::zpopmin('z')]);
Redis::zadd('y', ['five' => 1, 'six' => 6]);
show('stores', [
    Redis::zinterstore('out', ['z', 'y']), Redis::zrange('out', 0, -1, true), Redis::zunionstore('out', ['z', 'y'], ['weights' => [1, 10], 'aggregate' => 'max']), Redis::zrange('out', 0, -1, true),
]);

// scripts
show('eval', [
    Redis::eval('return {KEYS[1], ARGV[1], 2, false}', 1, 'key', 'arg'), Redis::eval('return redis.call("SET", KEYS[1], 1)', 1, 'e'), Redis::eval('return false', 0), Redis::eval('return 1 == 1', 0),
]);
show('evalsha', [Redis::evalsha('return {KEYS[1], ARGV[1]}', 1, 'key', 'arg')]);
show('script', [Redis::script('load', 'return 7'), Redis::script('exists', sha1('return 7'))[0] == 1]);

// the rest
show('raw', [Redis::executeRaw(['SET', 'raw', 'value']), Redis::executeRaw(['GET', 'raw']), Redis::command('get', ['raw']), Redis::rawcommand('GET', 'raw'), Redis::executeRaw(['GET', 'none'])]);
show('the prefix is on keys, not in raw commands', [$server->cmd('EXISTS', 'raw', 'shop_database_bb'), collect(Redis::keys('b*'))->sort()->values(), Redis::_prefix('k')]);
show('publish', Redis::publish('nobody', 'listens'));
show('names of any case', [Redis::SETEX('Case', 10, 'v'), Redis::Get('Case'), Redis::connection()->HGETALL('none')]);
show('ping, dbsize', [Redis::ping() == true, Redis::dbsize() > 5]);
show('flushdb', [Redis::flushdb(), Redis::dbsize(), Redis::set('x', 1), Redis::flushdb('ASYNC'), Redis::dbsize(), Redis::flushall()]);
?>
--EXPECT--
set: [true,"x",null]
set with options: [true,100,false,true,"3"]
setex, psetex: [true,true,100,-2,-1]
setnx: [0,1]
mset, mget: [true,["one",null,"2"]]
counting: [1,6,5,-5,1.5,-2]
append, strlen, getrange: [3,3,"xy","xyz","new"]
keys: [1,2,0,true]
del: [1,2,2,1]
expire: [true,true,false,true,false,true]
bits: [0,1,1]
hset: [1,0,"w",false,0]
hmset: [true,true,["1",false,"two"],["3","4"]]
hgetall: [{"f":"w","g":"1","i":"two","j":"3","k":"4"},[],["f","g","i","j","k"],["w","1","two","3","4"],5,true]
hincrby: [5,5.5,2,0]
lists: [3,4,["z","a","b","c"],4,"a",false]
lrem takes key, count, value: [5,1,["z","b","c","a"]]
pops: ["z","a",false,true,true,["set"]]
blpop: [["shop_database_l","set"],1,["shop_database_l2","x"]]
sets: [2,0,true,false,2,1,["b"]]
spop: ["b",false,1,["q"],[]]
set algebra: [2,2,["2"],3,["1"]]
zadd: [1,2,2,0,1]
zrange: [["one","two"],{"one":1.5,"two":2.0},["five"],1.5,false,1,false,5]
by score: [["two","three","four"],["two","three"],{"two":2.0},{"five":5.0},2]
zincrby and removals: [2.0,1,1,1,["four","five"],{"four":4.0}]
stores: [1,{"five":6.0},2,{"five":10.0,"six":60.0}]
eval: [["shop_database_key","arg",2,false],true,false,1]
evalsha: [["shop_database_key","arg"]]
script: ["59b6ab2fbe0ee4b25733de0f62e6cda4899ef8e9",true]
raw: [true,"value",false,"value",false]
the prefix is on keys, not in raw commands: [2,["shop_database_bb","shop_database_bit"],"shop_database_k"]
publish: 0
names of any case: [true,"v",[]]
ping, dbsize: [true,true]
flushdb: [true,0,true,true,0,true]
