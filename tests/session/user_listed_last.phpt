--TEST--
A session gets onto its user's list after it says whose it is: Sessions takes those off which do not, and would lose it
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\{Session, Sessions};

require __DIR__ . '/session.inc';

$server = session_server();
$key = session_key('a');
$list = 'session:user:{' . substr(hash('sha256', 'me'), 0, 40) . '}';
foreach (['1' => 'with a lock', '0' => 'without'] as $locking => $how) {
    foreach (['the scripts known' => false, 'unknown' => true] as $what => $flush) {
        $server->cmd('FLUSHALL');
        ini_set('rediskit.session.locking', (string) $locking);
        with_session('b', fn() => Session::user('me'));
        session_id('a');
        session_start();
        $_SESSION['n'] = 1;
        Session::user('me');
        $flush and $server->cmd('SCRIPT', 'FLUSH');
        // What the commands were, one after the other.
        $said = $listed = 0;
        foreach ($server->commands(fn() => session_write_close()) as $at => $words) {
            $about = array_slice($words, 1);
            if (in_array("$key:meta", $about, true) && $words[0] !== 'EVALSHA') {
                $said = $at + 1;
            } elseif (in_array($list, $about, true)) {
                $listed = $at + 1;
            } elseif (in_array("$key:meta", $about, true) && !$flush) {
                $said = $at + 1;
            }
        }
        echo "$how, $what: ", $said && $listed > $said ? 'said, then listed' : "said $said, listed $listed", ', ', count((new Sessions())->ofUser('me')), "\n";
    }
}
?>
--EXPECT--
with a lock, the scripts known: said, then listed, 2
with a lock, unknown: said, then listed, 2
without, the scripts known: said, then listed, 2
without, unknown: said, then listed, 2
