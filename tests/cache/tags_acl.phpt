--TEST--
Tags: what an ACL must allow, and a server that goes away, in the middle too
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{parallel_results, wait_until};

$server = Server::start(['user' => [
    'noscripts on >pw ~* +@all -@scripting',
    'just on >pw ~c:* ~{c:* +@all -@dangerous -@admin',
    'narrow on >pw ~c:tagged:[0-9a-f]* ~{c:* +@all',
]], tcp: true);
$caches = [];
foreach (['noscripts', 'just', 'narrow'] as $user) {
    $caches[$user] = new Cache($server->tcpDsn(user: "$user:pw@"), ['prefix' => 'c:']);
}
$just = $caches['just']->tags('a', 'b');
echo 'just what Cache needs: ', json_encode([$just->put('k', 1), $just->remember('r', 60, fn() => 2), $just->increment('n'), $just->pull('k'), $just->forget('r'), $just->flush()]), "\n";
$just->put('k', 'value', 60);
$without = $caches['noscripts']->tags('a', 'b');
echo 'without scripts: ', json_encode([$without->get('k'), $without->many(['k']), $without->has('k'), $without->touch('k', 50), 5 * ceil($without->ttl('k') / 5), $without->forget('k'), $without->flush()]), "\n";
$refused = function (array $calls) {
    foreach ($calls as $name => $call) {
        try {
            $answer = json_encode($call());
            echo "$name: $answer\n";
        } catch (Rediskit\RediskitException $error) {
            echo "$name: ", get_class($error), str_contains($error->getMessage(), 'grant +eval') ? ', says what to grant' : '', "\n";
        }
    }
};
$calls = fn($tagged) => [
    'get' => fn() => $tagged->get('k'), 'many' => fn() => $tagged->many(['k']), 'has' => fn() => $tagged->has('k'), 'put' => fn() => $tagged->put('k', 1), 'putMany' => fn() => $tagged->putMany(['k' => 1]),
    'pull' => fn() => $tagged->pull('k'), 'add' => fn() => $tagged->add('k', 1), 'increment' => fn() => $tagged->increment('k'), 'touch' => fn() => $tagged->touch('k', 1), 'forget' => fn() => $tagged->forget('k'),
    'remember' => fn() => $tagged->remember('k', 60, fn() => print 'computed'), 'rememberMany' => fn() => $tagged->rememberMany(['k'], 60, fn() => print 'computed'), 'flush' => fn() => $tagged->flush()];
echo "scripts that are refused\n";
$refused(array_intersect_key($calls($without), ['put' => 1, 'putMany' => 1, 'pull' => 1, 'add' => 1, 'increment' => 1, 'remember' => 1]));
echo "versions that are refused\n";
$refused($calls($caches['narrow']->tags('a')));

echo "the server goes away while a value is computed: ";
$gone = Server::start();
$tagged = (new Cache($gone->dsn(), ['prefix' => 'c:']))->tags('a');
echo $tagged->remember('k', 60, function () use ($gone) {
    $gone->stop();
    return 'computed';
}), "\n";
$refused($calls($tagged));
?>
--EXPECT--
just what Cache needs: [true,2,1,1,true,true]
without scripts: ["value",{"k":"value"},true,true,50,true,true]
scripts that are refused
put: Rediskit\NoPermissionException, says what to grant
putMany: Rediskit\NoPermissionException, says what to grant
pull: Rediskit\NoPermissionException, says what to grant
add: Rediskit\NoPermissionException, says what to grant
increment: Rediskit\NoPermissionException, says what to grant
remember: Rediskit\NoPermissionException, says what to grant
versions that are refused
get: Rediskit\NoPermissionException
many: Rediskit\NoPermissionException
has: Rediskit\NoPermissionException
put: Rediskit\NoPermissionException
putMany: Rediskit\NoPermissionException
pull: Rediskit\NoPermissionException
add: Rediskit\NoPermissionException
increment: Rediskit\NoPermissionException
touch: Rediskit\NoPermissionException
forget: Rediskit\NoPermissionException
remember: Rediskit\NoPermissionException
rememberMany: Rediskit\NoPermissionException
flush: Rediskit\NoPermissionException
the server goes away while a value is computed: computed
get: Rediskit\ConnectionException
many: Rediskit\ConnectionException
has: Rediskit\ConnectionException
put: Rediskit\ConnectionException
putMany: Rediskit\ConnectionException
pull: Rediskit\ConnectionException
add: Rediskit\ConnectionException
increment: Rediskit\ConnectionException
touch: Rediskit\ConnectionException
forget: Rediskit\ConnectionException
remember: Rediskit\ConnectionException
rememberMany: Rediskit\ConnectionException
flush: Rediskit\ConnectionException
