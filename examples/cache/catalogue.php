<?php

declare(strict_types=1);

/*
 * catalogue.php [QUERY]   a page of a shop's catalogue, cached for each combination of filters
 *
 *     REDIS_URL=redis://127.0.0.1:6379 php -d extension=rediskit examples/cache/catalogue.php 'category=tea&sort=price&page=1'
 *
 * The filters are part of the key: sorted, because ?a=1&b=2 and ?b=2&a=1 are the same page; only known ones, because a stranger who
 * invents parameters must not fill the memory; and hashed, because a key should be short. With jitter, pages stored together after a
 * deployment do not expire together.
 */

use Rediskit\Cache;

const FILTERS = ['category', 'colour', 'page', 'sort'];

/** Stands for the database: a slow query. */
function find_products(array $filters): array
{
    usleep(100_000);
    return array_map(fn(int $n) => ['name' => "Kettle $n", 'filters' => $filters], range(1, 20));
}

/** @param array<string, mixed> $query what $_GET has */
function catalogue(Cache $cache, array $query): array
{
    $filters = array_filter(array_intersect_key($query, array_flip(FILTERS)), is_string(...));
    ksort($filters);
    $key = 'catalogue:' . hash('xxh128', http_build_query($filters));
    return $cache->remember($key, 300, fn() => find_products($filters), jitter: 0.2);
}

$cache = new Cache(options: ['prefix' => 'shop:cache:']);    // the server is that of REDIS_URL
parse_str($argv[1] ?? 'category=tea&page=1', $query);

$from = hrtime(true);
$products = catalogue($cache, $query);
printf("%d products in %.1f ms\n", count($products), (hrtime(true) - $from) / 1e6);
