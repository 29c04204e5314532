<?php

declare(strict_types=1);

/*
 * warm-up.php   fills the product cache before visitors come, and keeps it filled: for cron
 *
 *     REDIS_URL=redis://127.0.0.1:6379 php -d extension=rediskit examples/cache/warm-up.php
 *
 *     # crontab: every ten minutes; the values live for fifteen, so the next run replaces them before they expire
 *     0-59/10 * * * * REDIS_URL=redis://10.0.0.5 php /srv/shop/warm-up.php
 *
 * The products come from a generator, row by row from the database, and go to Redis 500 at a time: the job needs the memory of 500,
 * however many there are. A lock keeps a second run from starting while a slow one is still busy. Pages read with remember() and the
 * same keys: should the job not run for once, they compute what is missing themselves.
 */

use Rediskit\Cache;

const EVERY = 600;

/** Stands for an unbuffered query. @return iterable<string, array> key => value */
function products(int $count): iterable
{
    for ($id = 1; $id <= $count; $id++) {
        yield "product:$id" => ['id' => $id, 'name' => "Kettle $id", 'price' => 19.9 + $id % 7];
    }
}

$cache = new Cache(options: ['prefix' => 'shop:cache:']);    // the server is that of REDIS_URL
$lock = $cache->lock('warm-up', ttl: EVERY);
if (!$lock->acquire()) {
    fwrite(STDERR, "Another run is still busy.\n");
    exit(0);
}
try {
    $count = $cache->warm(products(5000), EVERY * 1.5, fn(int $stored) => fwrite(STDERR, "\r$stored products"));
    fwrite(STDERR, "\n");
    echo "$count products are warm\n";
} finally {
    $lock->release();
}
