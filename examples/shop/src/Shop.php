<?php

declare(strict_types=1);

namespace Shop;

use Rediskit\Cache;
use Rediskit\Client;
use Rediskit\Counter;
use Rediskit\Lock;

/**
 * A small shop: what a request does, without HTML.
 *
 * Who is logged in and the cart live in PHP's session (handler rediskit); the product list comes out of the cache; the stock is a
 * counter that cannot go below zero; a lock makes sure that one cart is paid once, however often the button is clicked.
 */
final class Shop
{
    private readonly Client $redis;
    private readonly Cache $cache;

    public function __construct()
    {
        $this->redis = new Client();
        $this->cache = new Cache($this->redis, ['prefix' => 'shop:cache:', 'compression' => 'zstd']);
    }

    /**
     * The product list, computed by one process in the cluster and kept for a minute.
     *
     * @return array<int, array{name: string, price: float, text: string}>
     */
    public function products(): array
    {
        return $this->cache->remember('products', 60, function (): array {
            $this->redis->incr('shop:computations');
            usleep(150_000); // the slow query that a cache is for
            $products = [];
            foreach (['Kettle', 'Teapot', 'Cup', 'Saucer', 'Spoon', 'Tin', 'Tray', 'Honey'] as $i => $name) {
                $products[$i + 1] = ['name' => $name, 'price' => 4.5 + $i * 3, 'text' => "A $name for slow afternoons."];
            }
            return $products;
        });
    }

    public function stock(int $product): Counter
    {
        return new Counter($this->redis, "shop:stock:$product", floor: 0);
    }

    /**
     * What is left of every product, in one round trip: a counter is a plain integer.
     *
     * @param list<int> $products
     * @return array<int, int>
     */
    public function stocks(array $products): array
    {
        $stocks = $this->redis->mGet(array_map(fn(int $product): string => "shop:stock:$product", $products));
        return array_combine($products, array_map(intval(...), $stocks));
    }

    public function login(string $name): void
    {
        session_regenerate_id(true);
        $_SESSION['name'] = $name;
    }

    /** Puts one piece into the cart. */
    public function add(int $product): void
    {
        $_SESSION['cart'] ??= ['id' => bin2hex(random_bytes(8)), 'items' => []];
        $_SESSION['cart']['items'][$product] = ($_SESSION['cart']['items'][$product] ?? 0) + 1;
    }

    /**
     * Pays the cart: takes every item out of stock, pays, writes the order. Returns what to tell the buyer.
     *
     * The session is closed before the slow part, so the buyer's other requests need not wait for it. From there on the lock keeps a
     * second click out until the first is done, and the order that is there by then tells it so.
     */
    public function checkout(): string
    {
        $buyer = $_SESSION['name'] ?? 'somebody';
        $cart = $_SESSION['cart'] ?? null;
        if ($cart === null) {
            return 'Your cart is empty.';
        }
        session_write_close();

        $lock = new Lock($this->redis, "shop:payment:{$cart['id']}", ttl: 10);
        $answer = $lock->run(fn(): string => $this->pay($buyer, $cart), wait: 5);

        session_start();
        if (($_SESSION['cart']['id'] ?? null) === $cart['id']) {
            unset($_SESSION['cart']);
        }
        return $answer;
    }

    /** @param array{id: string, items: array<int, int>} $cart */
    private function pay(string $buyer, array $cart): string
    {
        if ($this->redis->hExists('shop:orders', $cart['id'])) {
            return 'This cart is paid already; you were not charged again.';
        }
        $taken = [];
        foreach ($cart['items'] as $product => $quantity) {
            if ($this->stock($product)->decrement($quantity) === null) {
                foreach ($taken as $other => $back) {
                    $this->stock($other)->increment($back);
                }
                return 'Sorry, sold out.';
            }
            $taken[$product] = $quantity;
        }
        usleep(10_000); // the payment provider
        $this->redis->incr("shop:payments:{$cart['id']}");
        $this->redis->hSet('shop:orders', $cart['id'], json_encode(['buyer' => $buyer, 'items' => $cart['items']]));
        return 'Thank you, your order is on its way.';
    }
}
