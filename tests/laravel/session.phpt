--TEST--
Laravel's sessions in Redis, through the HTTP kernel: kept between requests, regenerated, invalidated, ended by their time
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
use Illuminate\Http\Request;
use Illuminate\Support\Facades\{Redis, Route, Session};

$server = Server::start();
$app = laravel($server, ['REDIS_CACHE_DB' => 0, 'REDIS_DB' => 0, 'SESSION_LIFETIME' => 30, 'CACHE_PREFIX' => 'c:']);

Route::middleware('web')->group(function () {
    Route::get('/count', function (Request $request) {
        $request->session()->put('count', $request->session()->get('count', 0) + 1);
        return (string) $request->session()->get('count');
    });
    Route::get('/flash', function (Request $request) {
        $request->session()->flash('status', 'saved');
        return 'flashed';
    });
    Route::get('/status', fn (Request $request) => $request->session()->get('status', 'none'));
    Route::get('/login', function (Request $request) {
        $before = $request->session()->getId();
        $request->session()->regenerate(true);
        return $before === $request->session()->getId() ? 'same id' : 'new id';
    });
    Route::get('/logout', function (Request $request) {
        $request->session()->invalidate();
        return 'out';
    });
    Route::get('/binary', function (Request $request) {
        $request->session()->put('binary', "\0\xff\r\n");
        return 'ok';
    });
    Route::get('/blocked', fn () => 'went through')->block(5, 5);
});

$cookies = [];
$visit = function (string $path) use ($app, &$cookies): string {
    // A web server's process starts each request with a fresh session store.
    $app->forgetInstance('session');
    $app->forgetInstance('session.store');
    $app->forgetInstance(\Illuminate\Session\Middleware\StartSession::class);
    Session::clearResolvedInstances();
    $response = $app->make(Kernel::class)->handle(Request::create($path, 'GET', [], $cookies));
    foreach ($response->headers->getCookies() as $cookie) {
        $cookies[$cookie->getName()] = $cookie->getValue();
    }
    return $response->getStatusCode() === 200 ? $response->getContent() : 'error: ' . $response->exception?->getMessage();
};

show('count', [$visit('/count'), $visit('/count'), $visit('/count')]);
show('flash lives for one more request', [$visit('/flash'), $visit('/status'), $visit('/status')]);
show('login', [$visit('/login'), $visit('/count')]);
show('keys', preg_replace('/[A-Za-z0-9]{40}/', 'ID', $server->cmd('KEYS', '*')));
$ttl = $server->cmd('TTL', $server->cmd('KEYS', '*')[0]);
var_dump($ttl > 1790 && $ttl <= 1800);
show('bytes survive', [$visit('/binary'), $visit('/count')]);
show('a session lock', $visit('/blocked'));
$mine = $cookies;
$cookies = [];
show('somebody else', $visit('/count'));
show('two sessions', $server->cmd('DBSIZE'));
$cookies = $mine;
show('logout', [$visit('/logout'), $visit('/count'), $server->cmd('DBSIZE')]);
$server->cmd('FLUSHALL');
show('after its time', $visit('/count'));
?>
--EXPECT--
count: ["1","2","3"]
flash lives for one more request: ["flashed","saved","none"]
login: ["new id","4"]
keys: ["shop_database_c:ID"]
bool(true)
bytes survive: ["ok","5"]
a session lock: "went through"
somebody else: "1"
two sessions: 2
logout: ["out","1",2]
after its time: "1"
