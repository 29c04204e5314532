--TEST--
Laravel's limits over Redis: RateLimiter, Redis::throttle, Redis::funnel and the throttle middleware
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

use Illuminate\Contracts\Http\Kernel;
use Illuminate\Contracts\Redis\LimiterTimeoutException;
use Illuminate\Http\Request;
use Illuminate\Routing\Middleware\{ThrottleRequests, ThrottleRequestsWithRedis};
use Illuminate\Support\Facades\{RateLimiter, Redis, Route};

$server = Server::start();
$app = laravel($server, ['REDIS_DB' => 0, 'REDIS_CACHE_DB' => 0]);

show('hit', [RateLimiter::hit('k', 60), RateLimiter::hit('k', 60), RateLimiter::attempts('k'), RateLimiter::remaining('k', 3), RateLimiter::tooManyAttempts('k', 3)]);
show('third', [RateLimiter::increment('k', 60, 1), RateLimiter::tooManyAttempts('k', 3), RateLimiter::remaining('k', 3)]);
var_dump(RateLimiter::availableIn('k') > 50 && RateLimiter::availableIn('k') <= 60);
show('clear', [RateLimiter::clear('k'), RateLimiter::attempts('k')]);
show('attempt', [
    RateLimiter::attempt('a', 2, fn () => 'ran', 60), RateLimiter::attempt('a', 2, fn () => null, 60), RateLimiter::attempt('a', 2, fn () => 'ran', 60),
]);
show('decrement', [RateLimiter::hit('d', 60), RateLimiter::hit('d', 60), RateLimiter::decrement('d', 60), RateLimiter::attempts('d')]);

$throttle = fn () => Redis::throttle('t')->allow(2)->every(60)->block(0)->then(fn () => 'in', fn (\Throwable $error) => class_basename($error));
show('throttle', [$throttle(), $throttle(), $throttle()]);
$limiter = new \Illuminate\Redis\Limiters\DurationLimiter(Redis::connection(), 't', 2, 60);
show('its state', [$limiter->tooManyAttempts(), $limiter->remaining, $limiter->decaysAt > time(), $limiter->clear(), $limiter->tooManyAttempts()]);

$funnel = fn (\Closure $inner) => Redis::funnel('f')->limit(2)->releaseAfter(60)->block(0)->then($inner, fn (\Throwable $error) => class_basename($error));
show('funnel', $funnel(fn () => ['one', $funnel(fn () => ['two', $funnel(fn () => 'three')])]));
show('free again', $funnel(fn () => 'one'));
try {
    $funnel(fn () => throw new \LogicException('from inside'));
} catch (\LogicException $error) {
    show('after an exception', [$error->getMessage(), $funnel(fn () => $funnel(fn () => 'both places are free'))]);
}

foreach ([ThrottleRequests::class, ThrottleRequestsWithRedis::class] as $middleware) {
    Route::middleware("$middleware:2,1,$middleware")->get('/' . class_basename($middleware), fn () => 'in');
    $visit = function () use ($app, $middleware) {
        $response = $app->make(Kernel::class)->handle(Request::create('/' . class_basename($middleware)));
        return [$response->getStatusCode(), $response->headers->get('X-RateLimit-Remaining')];
    };
    show(class_basename($middleware), [$visit(), $visit(), $visit()]);
}
?>
--EXPECT--
hit: [1,2,"2",1,false]
third: [3,true,0]
bool(true)
clear: [null,0]
attempt: ["ran",true,false]
decrement: [1,2,1,"1"]
throttle: ["in","in","LimiterTimeoutException"]
its state: [true,-1,true,null,false]
funnel: ["one",["two","LimiterTimeoutException"]]
free again: "one"
after an exception: ["from inside","both places are free"]
ThrottleRequests: [[200,"1"],[200,"0"],[429,"0"]]
ThrottleRequestsWithRedis: [[200,"1"],[200,"0"],[429,"0"]]
