--TEST--
Logins, logouts, listings and endings of one user's sessions at the same moment: none is forgotten by the list, none comes back
--EXTENSIONS--
rediskit
session
pcntl
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, Sessions};

require __DIR__ . '/session.inc';

const IDS = ['s0', 's1', 's2', 's3', 's4', 's5'];
const ROUNDS = 60;

$server = session_server();
function handle(string $id): string
{
    return 'h_' . substr(hash('sha256', $id), 0, 40);
}
/** What a browser, a visitor's list of devices and a "log out everywhere" do. */
$roles = [
    'login' => function (int $round): int {
        $told = warnings(function () use ($round) {
            session_id(IDS[($round + getmypid()) % count(IDS)]);
            session_start();
            $_SESSION['round'] = $round;
            Session::user($round % 7 ? 'u' : 'another');
            session_write_close();
        });
        // An ending that came between is all that may be said.
        return count(preg_grep('/lock was lost|not stored any more|Failed to write/', $told, PREG_GREP_INVERT));
    },
    'list' => function (): int {
        $handles = array_column((new Sessions())->ofUser('u'), 'session');
        return count($handles) - count(array_unique($handles)) + count(array_diff($handles, array_map(handle(...), IDS)));
    },
    'end' => function (int $round): int {
        (new Sessions())->end(handle(IDS[$round % count(IDS)]), 'u');
        return 0;
    },
    'endUser' => function (int $round): int {
        $round % 10 === 0 and (new Sessions())->endUser('u', except: IDS[0]);
        return 0;
    },
];
foreach ([1, 0] as $locking) {
    ini_set('rediskit.session.locking', $locking);
    $server->cmd('FLUSHALL');
    $work = [$roles['login'], $roles['login'], $roles['list'], $roles['end'], $roles['endUser']];
    $wrong = parallel_results(count($work), function (int $number) use ($work) {
        for ($round = $wrong = 0; $round < ROUNDS; $round++) {
            $wrong += $work[$number]($round);
        }
        return $wrong;
    });
    echo $locking ? 'locked: ' : 'not locked: ', array_sum($wrong), " wrong\n";

    $sessions = new Sessions();
    $stored = array_filter(IDS, fn(string $id) => str_contains($server->cmd('GET', session_key($id) . ':meta') ?? '', substr(hash('sha256', 'u'), 0, 40))
        && $server->cmd('EXISTS', session_key($id)));
    $listed = array_column($sessions->ofUser('u'), 'session');
    $wanted = array_map(handle(...), $stored);
    sort($listed);
    sort($wanted);
    var_dump($listed === $wanted);
    var_dump($sessions->endUser('u') === count($wanted), $sessions->ofUser('u'), array_filter($stored, $sessions->exists(...)));
    // Whose lists are empty, and nobody's lock is left behind.
    $sessions->endUser('another');
    var_dump(preg_grep('/user:|:lock$|:q$/', $server->cmd('KEYS', '*')));
}
?>
--EXPECT--
locked: 0 wrong
bool(true)
bool(true)
array(0) {
}
array(0) {
}
array(0) {
}
not locked: 0 wrong
bool(true)
bool(true)
array(0) {
}
array(0) {
}
array(0) {
}
