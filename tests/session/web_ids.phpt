--TEST--
Session ids as browsers send them, and what PHP's cookie, URL and cache settings make of them
--EXTENSIONS--
rediskit
session
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/web.inc';

$count = '$_SESSION["n"] = ($_SESSION["n"] ?? 0) + 1; echo json_encode(["n" => session_status() === PHP_SESSION_ACTIVE ? $_SESSION["n"] : "not started", "id" => session_id()]), "\n";';
$server = Server::start();
/** Starts a server, asks it, and prints what came of it. @param array<string, array<string, mixed>> $requests */
function ask(string $what, array $ini, array $requests): void
{
    global $server, $count;
    echo "$what\n";
    $server->cmd('FLUSHALL');
    $site = web('builtin', $server, [
        'n.php' => "<?php session_start(); $count",
        'auto.php' => "<?php $count",
        'link.php' => "<?php session_start(); $count echo '<a href=\"/n.php\">link</a>';",
        'named.php' => "<?php session_name('SHOP'); session_start(); $count",
        'regenerate.php' => "<?php session_start(); session_regenerate_id(true); $count",
        'destroy.php' => "<?php session_start(); session_destroy(); echo json_encode(['n' => session_id()]);",
        'public.php' => "<?php session_cache_limiter('public'); session_start(); $count",
    ], ['display_errors' => 0] + $ini, workers: 1);
    $known = [];
    foreach ($requests as $name => $request) {
        array_walk_recursive($request, function (&$value) use (&$known) {
            $value = strtr((string) $value, array_column($known, 0, 1));
        });
        $answer = $site->all([$request])[0];
        $says = json_decode(explode("\n", $answer->body)[0], true);
        $set = [];
        foreach ($answer->cookies as $cookie => $id) {
            $known[] = [$id, '{' . $name . '}'];
            $set[] = "$cookie of " . strlen($id);
        }
        if (isset($says['id'])) {
            $known[] = [$says['id'], '{' . $name . '}'];
        }
        $cache = implode(' ', preg_grep('/^(Cache-Control|Pragma)/i', $answer->headers));
        printf("  %s: %s%s%s%s\n", $name, $says['n'] === '' ? 'no id' : $says['n'], $set ? ', sets ' . implode(' ', $set) : '',
            $cache ? ", $cache" : '', preg_match('/<a href="(.*?)"/', $answer->body, $match) ? ', ' . strtr($match[1], array_column($known, 1, 0)) : '');
    }
    echo '  stored: ', $server->cmd('DBSIZE'), is_unlocked($server) ? '' : ', LOCKED', "\n";
    $site->stop();
}
$n = fn(string|array $cookie = '', string $path = '/n.php'): array => ['path' => $path, 'cookies' => is_array($cookie) ? $cookie : ['PHPSESSID' => $cookie]];

ask('cookies', [], [
    'first' => $n([]),
    'again' => $n('{first}'),
    'chosen by the browser' => $n('chosen'),
    'not valid' => $n('a.b'),
    'with a space' => $n('a b'),
    'empty' => $n(''),
    'too long' => $n(str_repeat('x', 257)),
    'long' => $n(str_repeat('x', 256)),
    'a list' => $n(['PHPSESSID[]' => 'x']),
    'another name' => $n(['OTHER' => 'x']),
    'in the address' => $n([], '/n.php?PHPSESSID=chosen'),
]);
ask('strict mode', ['session.use_strict_mode' => 1], [
    'first' => $n([]),
    'again' => $n('{first}'),
    'chosen by the browser' => $n('chosen'),
    'not valid' => $n('a.b'),
    'regenerate' => $n('{first}', '/regenerate.php'),
    'the old id' => $n('{first}'),
    'the new id' => $n('{regenerate}'),
    'destroy' => $n('{regenerate}', '/destroy.php'),
    'destroyed' => $n('{regenerate}'),
]);
ask('ids in addresses', ['session.use_only_cookies' => 0, 'session.use_trans_sid' => 1, 'session.use_cookies' => 0], [
    'first' => $n([], '/link.php'),
    'again' => $n([], '/link.php?PHPSESSID={first}'),
    'not valid' => $n([], '/n.php?PHPSESSID=a.b'),
    'a cookie' => $n('{first}'),
]);
ask('names', [], [
    'first' => $n([], '/named.php'),
    'again' => $n(['SHOP' => '{first}'], '/named.php'),
    'the other name' => $n(['SHOP' => '{first}']),
]);
ask('auto_start', ['session.auto_start' => 1], ['first' => $n([], '/auto.php'), 'again' => $n('{first}', '/auto.php'), 'not valid' => $n('a.b', '/auto.php')]);
ask('cache limiters', ['session.cache_limiter' => 'private_no_expire', 'session.cache_expire' => 1], ['first' => $n([]), 'public' => $n('{first}', '/public.php')]);
ask('nocache', ['session.cache_limiter' => 'nocache'], ['first' => $n([])]);
ask('long ids', ['session.sid_length' => 256, 'session.sid_bits_per_character' => 6], ['first' => $n([]), 'again' => $n('{first}')]);
ask('short ids', ['session.sid_length' => 22, 'session.sid_bits_per_character' => 4], ['first' => $n([]), 'again' => $n('{first}')]);
?>
--EXPECT--
cookies
  first: 1, sets PHPSESSID of 32
  again: 2
  chosen by the browser: 1
  not valid: not started
  with a space: 1, sets PHPSESSID of 32
  empty: 1, sets PHPSESSID of 32
  too long: not started
  long: 1
  a list: 1, sets PHPSESSID of 32
  another name: 1, sets PHPSESSID of 32
  in the address: 1, sets PHPSESSID of 32
  stored: 8
strict mode
  first: 1, sets PHPSESSID of 32
  again: 2
  chosen by the browser: 1, sets PHPSESSID of 32
  not valid: 1, sets PHPSESSID of 32
  regenerate: 3, sets PHPSESSID of 32
  the old id: 1, sets PHPSESSID of 32
  the new id: 4
  destroy: no id
  destroyed: 1, sets PHPSESSID of 32
  stored: 4
ids in addresses
  first: 1, /n.php?PHPSESSID={first}
  again: 2, /n.php?PHPSESSID={again}
  not valid: not started
  a cookie: 1
  stored: 2
names
  first: 1, sets SHOP of 32
  again: 2
  the other name: 1, sets PHPSESSID of 32
  stored: 2
auto_start
  first: 1, sets PHPSESSID of 32
  again: 2
  not valid: not started
  stored: 2
cache limiters
  first: 1, sets PHPSESSID of 32, Cache-Control: private, max-age=60
  public: 2, Cache-Control: public, max-age=60
  stored: 1
nocache
  first: 1, sets PHPSESSID of 32, Cache-Control: no-store, no-cache, must-revalidate Pragma: no-cache
  stored: 1
long ids
  first: 1, sets PHPSESSID of 256
  again: 2
  stored: 1
short ids
  first: 1, sets PHPSESSID of 22
  again: 2
  stored: 1
