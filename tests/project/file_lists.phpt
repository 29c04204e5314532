--TEST--
bin/file-lists writes the lists anew, and refuses a file in which a merge conflict is left
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/project.inc';

$dir = temp_dir();
mkdir("$dir/bin");
mkdir("$dir/src");
copy(ROOT . '/bin/file-lists', "$dir/bin/file-lists");
file_put_contents("$dir/src/a.c", '');
file_put_contents("$dir/src/b.c", '');
/** The files with lists; $w32 is what stands in config.w32. */
function lay_out(string $w32): void
{
    global $dir;
    file_put_contents("$dir/config.m4", "rediskit_sources=\"\"\n");
    file_put_contents("$dir/config.w32", $w32);
    file_put_contents("$dir/package.xml", "<contents></contents>\n");
}
function run(string $arguments = ''): void
{
    global $dir;
    try {
        echo shell("php -n bin/file-lists $arguments 2>&1", $dir);
    } catch (\RuntimeException $error) {
        echo preg_replace('/^php.*?:\n\.\.\./', '', $error->getMessage());
    }
}
/** A line of config.w32. */
function sources(string $files): string
{
    return "ADD_SOURCES(configure_module_dirname + \"/src\", \"$files\", \"rediskit\");\n";
}

lay_out(sources('a.c'));
run('--check');
run();
echo file_get_contents("$dir/config.w32");
run('--check');

$conflicts = [
    'both sides' => "<<<<<<< HEAD\n" . sources('a.c') . "=======\n" . sources('a.c b.c') . ">>>>>>> branch\n",
    'beside it' => sources('a.c b.c') . "<<<<<<< HEAD\n=======\nx\n>>>>>>> branch\n",
    'the list twice' => sources('a.c') . sources('b.c'),
];
foreach ($conflicts as $what => $text) {
    echo "$what\n";
    lay_out($text);
    run();
    run('--check');
    var_dump(file_get_contents("$dir/config.w32") === $text);
}
?>
--EXPECT--
file-lists: the list in config.m4 is not what the tree holds: run bin/file-lists
file-lists: the list in config.w32 is not what the tree holds: run bin/file-lists
file-lists: the list in package.xml is not what the tree holds: run bin/file-lists
Wrote the list in config.m4
Wrote the list in config.w32
Wrote the list in package.xml
ADD_SOURCES(configure_module_dirname + "/src", "a.c b.c", "rediskit");
both sides
file-lists: config.w32 has an unresolved merge conflict, or its list twice: resolve that first, for either side of the list will do
file-lists: config.w32 has an unresolved merge conflict, or its list twice: resolve that first, for either side of the list will do
bool(true)
beside it
file-lists: config.w32 has an unresolved merge conflict, or its list twice: resolve that first, for either side of the list will do
file-lists: config.w32 has an unresolved merge conflict, or its list twice: resolve that first, for either side of the list will do
bool(true)
the list twice
file-lists: config.w32 has an unresolved merge conflict, or its list twice: resolve that first, for either side of the list will do
file-lists: config.w32 has an unresolved merge conflict, or its list twice: resolve that first, for either side of the list will do
bool(true)
