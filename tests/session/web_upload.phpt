--TEST--
session.upload_progress through php-fpm: the progress of an upload shows in the session, other requests use it meanwhile, and no update is lost
--EXTENSIONS--
rediskit
session
--SKIPIF--
<?php
require __DIR__ . '/web.inc';
Rediskit\Tests\skip_without_fpm();
?>
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/web.inc';

/** An upload of 200 kB by a form with a progress field. */
function upload(string $id, ?int $part = null): array
{
    $body = "--b\r\nContent-Disposition: form-data; name=\"PHP_SESSION_UPLOAD_PROGRESS\"\r\n\r\nbar\r\n"
        . "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.bin\"\r\n\r\n" . str_repeat('x', 200000) . "\r\n--b--\r\n";
    return ['path' => '/upload.php', 'cookies' => ['PHPSESSID' => $id], 'type' => 'multipart/form-data; boundary=b', 'body' => $body, 'part' => $part];
}

$server = Server::start();
$files = [
    'count.php' => COUNT_SCRIPT,
    'hold.php' => HOLD_SCRIPT,
    'upload.php' => '<?php session_start(); $_SESSION["uploaded"] = $_FILES["file"]["size"]; echo json_encode([
        "n" => $_SESSION["n"] ?? null, "size" => $_SESSION["uploaded"], "progress" => $_SESSION["upload_progress_bar"] ?? null]);',
];
$ini = ['session.use_cookies' => 1, 'rediskit.dsn' => $server->dsn(), 'session.upload_progress.freq' => 0, 'session.upload_progress.min_freq' => 0,
    'log_errors' => 0] + session_ini($server);

foreach ([1, 0] as $cleanup) {
    echo $cleanup ? "progress is removed at the end\n" : "progress stays\n";
    $id = "up$cleanup";
    $key = session_key($id);
    $progress = fn(): int => preg_match('/"bytes_processed";i:(\d+)/', (string) $server->cmd('GET', $key), $match) ? (int) $match[1] : 0;
    $site = Site::start($files, ['session.upload_progress.cleanup' => $cleanup] + $ini, workers: 4, streamUploads: true);
    echo '  before: ', said($site->get('/count.php', ['PHPSESSID' => $id]))['n'], "\n";
    $upload = $site->send(upload($id, 100000));
    wait_until(fn() => $progress() > 50000, 10.0, 'the progress');
    // Half of it is there and PHP waits for the rest: the session is free.
    wait_until(fn() => is_unlocked($server), 10.0, 'the session');
    echo '  meanwhile: ', said($site->get('/count.php', ['PHPSESSID' => $id]))['n'], ' ', said($site->get('/count.php', ['PHPSESSID' => $id]))['n'], "\n";
    // Held by another, the upload waits for it as any request does.
    $holder = $site->send(request('/hold.php', $id));
    wait_for_line($server, 0, $id);
    $upload->sendRest();
    wait_for_line($server, 1, $id);
    $server->cmd('RPUSH', 'go', 1);
    [$upload, $holder] = $site->receive([$upload, $holder]);
    $says = said($upload);
    echo '  held: ', said($holder)['n'], ', uploaded: ', json_encode(array_diff_key($says, ['progress' => 0])), "\n";
    echo '  progress: ', isset($says['progress']) ? json_encode($says['progress']['done']) : 'none', "\n";
    echo '  after: ', said($site->get('/count.php', ['PHPSESSID' => $id]))['n'], ', stored: ',
        preg_replace('/upload_progress_bar\|.*/', '...', $server->cmd('GET', $key)), "\n";
    var_dump(is_unlocked($server));
    $site->stop();
}

echo "the session is held for longer than lock_wait: the upload goes on, what is stored stays\n";
$site = Site::start($files, ['rediskit.session.lock_wait' => 0, 'display_errors' => 0] + $ini, workers: 4);
$server->cmd('SET', session_key('busy'), 'n|i:7;');
$holder = $site->send(request('/hold.php', 'busy'));
wait_for_line($server, 0, 'busy');
echo '  ', json_encode(said($site->all([upload('busy')])[0])), "\n";
var_dump($server->cmd('GET', session_key('busy')));
$server->cmd('RPUSH', 'go', 1);
echo '  ', said($site->receive([$holder])[0])['n'], "\n";
echo '  ', json_encode(said($site->all([upload('busy')])[0])), "\n";
$site->stop();

echo "ids that are not valid, and in strict mode not known, are not stored\n";
$keys = $server->cmd('DBSIZE');
$site = Site::start($files, ['display_errors' => 0] + $ini, workers: 2);
echo '  ', json_encode(said($site->all([upload('not.valid')])[0])), "\n";
var_dump($server->cmd('DBSIZE') - $keys);
$site->stop();
$site = Site::start($files, ['session.use_strict_mode' => 1] + $ini, workers: 2);
echo '  ', json_encode(said($site->all([upload('chosen')])[0])), "\n";
var_dump($server->cmd('EXISTS', session_key('chosen')), is_unlocked($server));
?>
--EXPECT--
progress is removed at the end
  before: 1
  meanwhile: 2 3
  held: 4, uploaded: {"n":4,"size":200000}
  progress: none
  after: 5, stored: n|i:5;uploaded|i:200000;
bool(true)
progress stays
  before: 1
  meanwhile: 2 3
  held: 4, uploaded: {"n":4,"size":200000}
  progress: true
  after: 5, stored: n|i:5;...
bool(true)
the session is held for longer than lock_wait: the upload goes on, what is stored stays
  {"n":null,"size":200000,"progress":null}
string(6) "n|i:7;"
  8
  {"n":8,"size":200000,"progress":null}
ids that are not valid, and in strict mode not known, are not stored
  {"n":null,"size":200000,"progress":null}
int(0)
  {"n":null,"size":200000,"progress":null}
int(0)
bool(true)
