<?php

declare(strict_types=1);

/*
 * cart.php CART [PRODUCT QUANTITY]   how many of what are in a visitor's cart, for the figure beside the cart's symbol
 *
 *     REDIS_URL=redis://127.0.0.1:6379 php -d extension=rediskit examples/cache/cart.php c0ffee kettle 2
 *
 * increment() adds in the server, so two clicks at the same moment count twice, and gives a new counter its time to live in the
 * same round trip: no cart is left behind for ever. touch() gives a cart that is in use its time again.
 */

use Rediskit\Cache;

const CART_TTL = 7 * 86400;

$cache = new Cache(options: ['prefix' => 'shop:cart:']);    // the server is that of REDIS_URL
[, $cart] = $argv + [1 => 'c0ffee'];
$product = $argv[2] ?? null;

if ($product !== null) {
    $cache->increment("$cart:items", (int) ($argv[3] ?? 1), CART_TTL);
    printf("%s: %d\n", $product, $cache->increment("$cart:item:$product", (int) ($argv[3] ?? 1), CART_TTL));
    $cache->touch("$cart:items", CART_TTL);
    $cache->touch("$cart:item:$product", CART_TTL);
}
printf("in the cart: %d\n", $cache->get("$cart:items", 0));
