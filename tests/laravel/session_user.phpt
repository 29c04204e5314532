--TEST--
docs/laravel.md, sessions of a user: a session driver of SessionHandler's and a middleware; devices are listed and logged out
--EXTENSIONS--
ctype
mbstring
tokenizer
session
--SKIPIF--
<?php require __DIR__ . '/skip.inc'; ?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/app.inc';

use Illuminate\Contracts\Http\Kernel;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\{Route, Session};

$server = Server::start();
$app = laravel($server, ['SESSION_DRIVER' => 'rediskit', 'SESSION_LIFETIME' => 30]);
$dsn = $server->dsn();
Session::extend('rediskit', fn () => new \Rediskit\SessionHandler($dsn, ttl: 60 * (int) config('session.lifetime'), locking: false));

// What the page's middleware does, with a user that is in the session.
final class SaysWhose
{
    public function handle(Request $request, \Closure $next): mixed
    {
        if ($user = $request->session()->get('user')) {
            \Rediskit\Session::user($user, substr((string) $request->userAgent(), 0, 255));
        }
        return $next($request);
    }
}
Route::middleware(['web', SaysWhose::class])->group(function () {
    Route::get('/login', function (Request $request) {
        $request->session()->migrate(true);
        $request->session()->put('user', 7);
        return 'in';
    });
    Route::get('/', fn (Request $request) => $request->session()->get('user', 'guest'));
    Route::get('/logout', function (Request $request) {
        $request->session()->invalidate();
        return 'out';
    });
});
$browsers = [];
$visit = function (string $browser, string $path) use ($app, &$browsers): string {
    $app->forgetInstance('session.store');
    $app->forgetInstance(\Illuminate\Session\Middleware\StartSession::class);
    $app->make('session')->forgetDrivers();
    Session::clearResolvedInstances();
    $request = Request::create($path, 'GET', [], $browsers[$browser] ?? [], [], ['HTTP_USER_AGENT' => $browser]);
    $response = $app->make(Kernel::class)->handle($request);
    foreach ($response->headers->getCookies() as $cookie) {
        $browsers[$browser][$cookie->getName()] = $cookie->getValue();
    }
    return $response->getStatusCode() === 200 ? $response->getContent() : 'error: ' . $response->exception?->getMessage();
};
foreach (['Firefox', 'Safari', 'Chrome'] as $browser) {
    echo $visit($browser, '/'), ' ', $visit($browser, '/login'), ' ', $visit($browser, '/'), "\n";
}
$sessions = new \Rediskit\Sessions($dsn);
$labels = function () use ($sessions) {
    $labels = array_column($sessions->ofUser(7), 'label');
    sort($labels);
    return implode(' ', $labels);
};
echo $labels(), "\n";
echo $visit('Safari', '/logout'), ' ', $labels(), "\n";
var_dump($sessions->endUser(7));
echo $visit('Firefox', '/'), ' ', $visit('Chrome', '/'), $labels(), "\n";
?>
--EXPECT--
guest in 7
guest in 7
guest in 7
Chrome Firefox Safari
out Chrome Firefox
int(2)
guest guest
