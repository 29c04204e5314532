<?php

declare(strict_types=1);

/*
 * dashboard.php   figures that cost seconds to compute, shown at once to everybody: stale while revalidate
 *
 *     REDIS_URL=redis://127.0.0.1:6379 php -d extension=rediskit examples/cache/dashboard.php
 *
 * For a minute the figures are fresh. For an hour more, whoever looks gets the old ones at once, and one of those who look computes new
 * ones after the response was sent. Only somebody who comes after more than an hour of silence waits.
 */

use Rediskit\Cache;

/** Stands for the queries behind a report. */
function figures(): array
{
    usleep(200_000);
    return ['orders' => random_int(1000, 2000), 'computed' => date('H:i:s')];
}

$cache = new Cache(options: ['prefix' => 'shop:cache:']);    // the server is that of REDIS_URL

$from = hrtime(true);
$figures = $cache->flexible('dashboard', [60, 3660], figures(...));
printf("%d orders (of %s), shown after %.1f ms\n", $figures['orders'], $figures['computed'], (hrtime(true) - $from) / 1e6);
