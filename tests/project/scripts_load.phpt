--TEST--
Every script of lua/ compiles on a server, under the SHA1 that is embedded
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';
require __DIR__ . '/../inc/server.inc';

$server = Server::start();
$embedded = file_get_contents(ROOT . '/src/rk_lua.c');
$scripts = glob(ROOT . '/lua/*.lua');
foreach ($scripts as $file) {
    $name = basename($file, '.lua');
    try {
        $sha1 = $server->cmd('SCRIPT', 'LOAD', shell("bin/lua-header --print $name"));
    } catch (RespError $error) {
        echo "$name: {$error->getMessage()}\n";
        continue;
    }
    if (!preg_match("/rk_lua_$name = \{.*?\"$sha1\",\n\};/s", $embedded)) {
        echo "$name: not embedded as $sha1\n";
    }
}
var_dump(count($scripts) > 0, substr_count($embedded, 'const rk_script ') === count($scripts));
?>
--EXPECT--
bool(true)
bool(true)
