--TEST--
Tags: a flush while a value is computed voids it, for those who wait too; many processes on a cold key compute once; put() and flush() at the same time
--EXTENSIONS--
rediskit
pcntl
--FILE--
<?php
require __DIR__ . '/../inc/server.inc';
use Rediskit\Cache;
use Rediskit\Tests\Server;
use function Rediskit\Tests\{parallel_results, wait_until};

$server = Server::start();
$make = fn() => new Cache($server->dsn(), ['prefix' => 'c:']);

foreach ([[], ['mac_key' => str_repeat('k', 32)]] as $options) {
    $cache = new Cache($server->dsn(), ['prefix' => $options ? 's:' : 'c:'] + $options);
    $tagged = $cache->tags('t', 'u');
    echo 'flushed while computing: ', $tagged->remember('k', 60, function () use ($cache) {
        $cache->tags('u')->flush();
        return 'old';
    }), ', stored: ', json_encode($tagged->get('k')), ', again: ', $tagged->remember('k', 60, fn() => 'new'), ', stored: ', $tagged->get('k'), "\n";
    echo 'put() by what computes: ', $tagged->remember('p', 60, function () use ($tagged) {
        $tagged->put('p', 'newer', 60);
        return 'older';
    }), ', stored: ', $tagged->get('p'), "\n";
    echo 'forget(): ', $tagged->remember('f', 60, function () use ($tagged) {
        $tagged->forget('f');
        return 'old';
    }), ', stored: ', json_encode($tagged->get('f')), "\n";
    echo 'rememberMany(): ', json_encode($tagged->rememberMany(['m', 'n'], 60, function ($missing) use ($cache) {
        $cache->tags('t')->flush();
        return array_fill_keys($missing, 'old');
    })), ', stored: ', json_encode($tagged->many(['m', 'n'])), "\n";
}

foreach (['small' => 100, '200 kB' => 200000] as $name => $size) {
    $results = parallel_results(20, function () use ($make, $server, $name, $size) {
        return $make()->tags('a', 'b')->remember($name, 60, function () use ($server, $name, $size) {
            $server->cmd('INCR', "computed $name");
            $server->waitForBlocked(19, 30);
            return str_repeat('x', $size);
        }) === str_repeat('x', $size);
    });
    echo "$name, cold: ", count(array_filter($results)), ' have it, computed ', $server->cmd('GET', "computed $name"), "\n";
    $make()->tags('b')->flush();
    $results = parallel_results(20, function () use ($make, $server, $name) {
        return $make()->tags('a', 'b')->remember($name, 60, function () use ($server, $name) {
            $server->cmd('INCR', "computed $name");
            $server->waitForBlocked(19, 30);
            return 'again';
        });
    });
    echo "$name, flushed: ", implode(' ', array_unique($results)), ', computed ', $server->cmd('GET', "computed $name"), "\n";
}

// Three wait for the first; a flush voids what it computes, and those who ask after that do not get it.
$results = parallel_results(4, function ($number) use ($make, $server) {
    $cache = $make();
    if ($number > 0) {
        wait_until(fn() => $server->cmd('GET', 'flushed'));
    }
    return $cache->tags('a', 'b')->remember('void', 60, function () use ($cache, $server, $number) {
        if ($number === 0) {
            $cache->tags('a')->flush();
            $server->cmd('SET', 'flushed', 1);
            $server->waitForBlocked(3, 30);
            return 'old';
        }
        $server->cmd('INCR', 'computed void');
        return 'new';
    });
});
echo 'those who wait, after a flush: ', implode(' ', $results), ', computed anew ', $server->cmd('GET', 'computed void'), "\n";

// put() reads the versions and stores in one step: what was put before a flush is never there after it.
$found = parallel_results(3, function ($number) use ($make) {
    $cache = $make();
    $tagged = $cache->tags('r', 's');
    $wrong = 0;
    for ($i = 0; $i < 300; $i++) {
        if ($number === 0) {
            $tagged->put('mine', $i, 60);
            $cache->tags('r')->flush();
            $wrong += $tagged->has('mine');
        } elseif ($number === 1) {
            $cache->tags('s')->flush();
        } else {
            $tagged->put('yours', $i, 60);
            $tagged->remember("r$i", 60, fn() => $i) === $i || $wrong++;
        }
    }
    return $wrong;
});
echo 'seen after their flush: ', array_sum($found), "\n";
?>
--EXPECT--
flushed while computing: old, stored: null, again: new, stored: new
put() by what computes: older, stored: newer
forget(): old, stored: null
rememberMany(): {"m":"old","n":"old"}, stored: {"m":null,"n":null}
flushed while computing: old, stored: null, again: new, stored: new
put() by what computes: older, stored: newer
forget(): old, stored: null
rememberMany(): {"m":"old","n":"old"}, stored: {"m":null,"n":null}
small, cold: 20 have it, computed 1
small, flushed: again, computed 2
200 kB, cold: 20 have it, computed 1
200 kB, flushed: again, computed 2
those who wait, after a flush: old new new new, computed anew 1
seen after their flush: 0
