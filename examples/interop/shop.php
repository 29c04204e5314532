<?php

declare(strict_types=1);

/*
 * shop.php   a cache that programs in other languages share: shop.py and shop.js beside this read it and write to it
 *
 *     export REDIS_URL=redis://127.0.0.1:6379
 *     php -d extension=rediskit examples/interop/shop.php      # puts a product there
 *     python3 examples/interop/shop.py                         # reads it, and leaves a rating (Debian: python3-redis)
 *     node examples/interop/shop.js                            # so does this (npm install redis; Debian: node-redis)
 *     php -d extension=rediskit examples/interop/shop.php      # reads both ratings
 *
 * With the option interop every value is JSON text at prefix + key, and nothing else. Whatever would need an envelope around the value
 * (stale, beta, flexible(), tags(), compression, mac_key) is refused with an error. All the rest works: remember() computes once, and
 * increment() counts together with the INCR of others.
 */

use Rediskit\Cache;

$cache = new Cache(options: ['prefix' => 'shop:', 'interop' => true]);    // the server is that of REDIS_URL

$product = $cache->remember('product:7', 3600, fn() => [
    'name' => 'Théière',
    'price' => 19.5,
    'tags' => ['tea', 'new'],
    'discount' => null,
]);
printf("PHP: %s costs %.2f, view number %d\n", $product['name'], $product['price'], $cache->increment('views:7', 1, 86400));

foreach ($cache->many(['rating:7:python', 'rating:7:node']) as $rating) {
    if ($rating !== null) {
        printf("PHP: %s rates it %.1f: %s\n", $rating['by'], $rating['stars'], $rating['text']);
    }
}
