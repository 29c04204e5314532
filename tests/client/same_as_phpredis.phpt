--TEST--
The methods answer what \Redis answers: a long session on both, and where they differ on purpose
--SKIPIF--
<?php
exec(PHP_BINARY . " -n -d extension=igbinary -d extension=redis -r \"exit(extension_loaded('redis') ? 0 : 1);\" 2>/dev/null", $output, $status);
if ($status !== 0) {
    die(PHP_DEBUG || ZEND_THREAD_SAFE ? "skip unavailable: an ext-redis of this build" : "skip no ext-redis to compare with: install php-redis");
}
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/client.inc';
require __DIR__ . '/commands.inc';

use Rediskit\Client;

$server = Server::start(['slowlog-log-slower-than' => -1]);

/* What a session of commands answers; sets have no order, times pass. */
function answers(object $client): array
{
    $answers = [];
    foreach (command_session() as $call) {
        $method = array_shift($call);
        try {
            $answer = $client->$method(...$call);
        } catch (\Throwable $error) {
            $answer = get_class($error) . ': ' . $error->getMessage();
        }
        if (is_array($answer) && in_array($method, ['keys', 'sMembers', 'sInter', 'sDiff', 'sPop', 'sRandMember'], true)) {
            sort($answer);
        }
        if ($method === 'xPending' && is_array($answer[0] ?? null)) {
            $answer[0][2] = 'idle';
        }
        $answers[] = $answer;
    }
    return $answers;
}

/* \Redis runs in a process of its own: igbinary first, Debian's ext-redis does not load without it. */
$code = 'namespace Rediskit\Tests; require ' . var_export(__DIR__ . '/commands.inc', true) . '; '
    . preg_replace('/^.*?(function answers.*?\n}\n).*$/s', '$1', file_get_contents(__FILE__))
    . '$redis = new \Redis(); $redis->connect(' . var_export($server->socket, true) . '); echo serialize(answers($redis));';
file_put_contents("$server->dir/redis.php", "<?php $code");
$theirs = unserialize(shell_exec(PHP_BINARY . ' -n -d extension=igbinary -d extension=redis ' . escapeshellarg("$server->dir/redis.php")));

$server->cmd('FLUSHALL');
$ours = answers(new Client($server->dsn(['nil_as_false' => 1])));

$calls = command_session();
$same = 0;
foreach ($calls as $number => $call) {
    // To zAdd with INCR \Redis answers false before version 6.
    $answersFalse = $call[0] === 'zAdd' && in_array(['INCR'], $call, true) && $theirs[$number] === false && $ours[$number] === 2.5;
    if ($answersFalse || show($ours[$number]) === show($theirs[$number])) {
        $same++;
        continue;
    }
    $method = array_shift($call);
    printf("%s(%s)\n    \\Redis  %s\n    Client  %s\n", $method, substr(show($call), 1, -1), show($theirs[$number]), show($ours[$number]));
}
echo $same > 240 ? 'all others are the same' : "only $same of " . count($calls) . ' are the same', "\n";
?>
--EXPECTF--
type('none')
    \Redis  0
    Client  'none'
sMisMember('u', 'a', 'none')
    \Redis  [1, 0]
    Client  [true, false]
bzPopMin(['zu', 'z'], 1)
    \Redis  ['z', 'one', '5']
    Client  ['z', 'one', 5.0]
geopos('geo', 'Palermo', 'none')
    \Redis  [['13.36138933897018%r(433|4)%r', '38.11555639549%r(629859|63)%r'], []]
    Client  [[13.361389338970184, 38.1155563954963], []]
georadius('geo', 15, 37, 200, 'km', [0 => 'WITHDIST', 1 => 'WITHHASH', 2 => 'WITHCOORD', 'COUNT' => 1, 3 => 'ASC'])
    \Redis  [['Catania', '56.4413', 3479447370796909, ['15.08726745843887%r(329|3)%r', '37.50266842333162%r(032)?%r']]]
    Client  [['Catania', 56.4413, 3479447370796909, [15.087267458438873, 37.50266842333162]]]
eval('return redis.status_reply("FINE")')
    \Redis  true
    Client  'FINE'
script('exists', 'e0e1f9fabfc9d4800c877a703b823ac0578ff8db', 'no')
    \Redis  [1, 0]
    Client  [true, false]
all others are the same
