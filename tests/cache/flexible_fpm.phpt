--TEST--
flexible() behind php-fpm: the visitor has the response before the refresh begins, and the session is free
--EXTENSIONS--
rediskit
session
--SKIPIF--
<?php
require __DIR__ . '/../inc/fpm.inc';
Rediskit\Tests\Site::skip();
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/../inc/fpm.inc';

$server = Server::start();
$dsn = var_export($server->dsn(), true);
$site = Site::start([
    'page.php' => "<?php
        session_start();
        \$_SESSION['visits'] = (\$_SESSION['visits'] ?? 0) + 1;
        \$cache = new Rediskit\Cache($dsn, ['prefix' => 'c:']);
        echo \$cache->flexible('page', [60, 120], function () {
            // Goes on when the test says that it has the response.
            (new Rediskit\Client($dsn))->blPop(['go'], 30);
            return 'new';
        }), ', visit ', \$_SESSION['visits'];",
], ['session.save_handler' => 'rediskit', 'session.save_path' => $server->dsn(), 'session.use_cookies' => 1], workers: 2);

$cache = new \Rediskit\Cache($server->dsn(), ['prefix' => 'c:']);
$cache->remember('page', 0.001, fn() => 'old', stale: 60);
usleep(3000);
$first = $site->get('/page.php');
var_dump($first->body);
$server->waitForBlocked(1);
var_dump($site->get('/page.php', $first->cookies)->body);
$server->cmd('RPUSH', 'go', 1);
var_dump(wait_until(fn() => $cache->get('page') === 'new'), $site->get('/page.php', $first->cookies)->body);
?>
--EXPECT--
string(12) "old, visit 1"
string(12) "old, visit 2"
bool(true)
string(12) "new, visit 3"
