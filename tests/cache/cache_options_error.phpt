--TEST--
Cache options: what is wrong is named
--EXTENSIONS--
rediskit
--FILE--
<?php
use Rediskit\Cache;

foreach ([
    ['prefixx' => 'a'], ['prefix' => []], ['wait' => -1], ['wait' => 'soon'], ['wait' => NAN], ['compute_ttl' => 0], ['compute_ttl' => INF], ['lock_ttl' => true],
    ['serializer' => 'xml'], ['cache:'],
] as $options) {
    try {
        new Cache('127.0.0.1:1', $options);
        echo "accepted\n";
    } catch (Rediskit\ConfigException $error) {
        echo $error->getMessage(), "\n";
    }
}
new Cache('127.0.0.1:1', ['wait' => INF, 'compute_ttl' => '2.5', 'lock_ttl' => 3, 'prefix' => null, 'read_timeout' => 1]);

try {
    new Cache('redis://:secret@127.0.0.1:99999');
} catch (Rediskit\ConfigException $error) {
    echo str_contains($error . print_r($error->getTrace(), true), 'secret') ? 'secret shown' : 'secret hidden', "\n";
}
try {
    (new Cache('127.0.0.1:1'))->__construct();
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
try {
    clone new Cache('127.0.0.1:1');
} catch (Error $error) {
    echo $error->getMessage(), "\n";
}
try {
    serialize(new Cache('127.0.0.1:1'));
} catch (Exception $error) {
    echo $error->getMessage(), "\n";
}
foreach (['wait' => -1.0, 'compute_ttl' => 0.0] as $name => $value) {
    try {
        (new Cache('127.0.0.1:1'))->remember('k', 1, fn() => 1, ...[$name => $value]);
    } catch (ValueError $error) {
        echo $error->getMessage(), "\n";
    }
}
?>
--EXPECTF--
Unknown option "prefixx"%s
The option "prefix" must be a string, array given
The option "wait" must be a number of seconds from 0 up
The option "wait" must be a number of seconds from 0 up
The option "wait" must be a number of seconds from 0 up
The option "compute_ttl" must be a number of seconds from 0.001 up
The option "compute_ttl" must be a number of seconds from 0.001 up
The option "lock_ttl" must be a number of seconds from 0.001 up
%sserializer%s
Options are given by name%s
secret hidden
A cache cannot be constructed twice
Trying to clone an uncloneable object of class Rediskit\Cache
Serialization of 'Rediskit\Cache' is not allowed
Rediskit\Cache::remember(): Argument #4 ($wait) must be a number of seconds from 0 up
Rediskit\Cache::remember(): Argument #5 ($compute_ttl) must be a number of seconds from 0.001 up
