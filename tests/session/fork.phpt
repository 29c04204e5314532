--TEST--
A forked child neither writes nor releases the session its parent opened, and can open it itself
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/session.inc';

$server = session_server();
$key = session_key('a');
with_session('a', fn() => $_SESSION['n'] = 1);
$children = [
    'close' => function () {
        $_SESSION['n'] = 100;
        return warnings(fn() => session_write_close());
    },
    'abort' => function () {
        return warnings(fn() => session_abort());
    },
    'destroy' => function () {
        return warnings(fn() => session_destroy());
    },
    'regenerate' => function () {
        return warnings(fn() => session_regenerate_id(true));
    },
    'end' => function () {
        set_error_handler(fn() => true);
        $_SESSION['n'] = 101;
        return [];
    },
];
foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    foreach (['setting', 'object'] as $way) {
        if ($way === 'object') {
            session_set_save_handler(new \Rediskit\SessionHandler());
        }
        foreach ($children as $what => $work) {
            session_id('a');
            session_start();
            $owner = $server->cmd('GET', "$key:lock");
            [$warnings] = parallel_results(1, $work);
            $kept = $server->cmd('GET', "$key:lock") === $owner && $server->cmd('GET', $key) === "n|i:$_SESSION[n];";
            $_SESSION['n']++;
            session_write_close();
            echo "$locking $way $what: ", $kept ? 'kept' : 'LOST', ' ',
                str_contains($warnings[0] ?? '', 'before this process was forked') ? 'told' : json_encode($warnings), "\n";
        }
        if ($way === 'object') {
            ini_set('session.save_handler', 'rediskit');
        }
    }
}
ini_set('rediskit.session.locking', 1);
echo "a session of its own\n";
session_id('a');
session_start();
[$seen] = parallel_results(1, function () {
    session_abort();
    session_id('a');
    session_start();
    $_SESSION['n'] += 1000;
    session_write_close();
    return $_SESSION['n'];
}, function () use ($server) {
    $server->waitForBlocked(1);
    $_SESSION['n']++;
    session_write_close();
});
var_dump($seen, with_session('a', fn() => $_SESSION['n']), is_unlocked($server));
?>
--EXPECT--
1 setting close: kept told
1 setting abort: kept []
1 setting destroy: kept told
1 setting regenerate: kept told
1 setting end: kept []
1 object close: kept told
1 object abort: kept []
1 object destroy: kept told
1 object regenerate: kept told
1 object end: kept []
0 setting close: kept told
0 setting abort: kept []
0 setting destroy: kept told
0 setting regenerate: kept told
0 setting end: kept []
0 object close: kept told
0 object abort: kept []
0 object destroy: kept told
0 object regenerate: kept told
0 object end: kept []
a session of its own
int(1022)
int(1022)
bool(true)
