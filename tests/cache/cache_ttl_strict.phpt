--TEST--
Under strict_types a numeric string is no time to live
--EXTENSIONS--
rediskit
--FILE--
<?php
declare(strict_types=1);
try {
    (new Rediskit\Cache('127.0.0.1:1'))->put('k', 1, '60');
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
?>
--EXPECT--
Rediskit\Cache::put(): Argument #3 ($ttl) must be of type DateInterval|DateTimeInterface|int|float|null, string given
