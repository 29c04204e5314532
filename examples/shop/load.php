<?php

declare(strict_types=1);

/*
 * load.php URL [buyers] [stock]   buyers for the tea shop, and what became of them
 *
 * Everybody looks at the cold page at once; then everybody logs in, takes a kettle and pays, a third of them by two clicks at the same
 * moment. There are fewer kettles than buyers. Prints what happened, counted in Redis, and exits with 1 when a kettle was sold twice, a
 * cart paid twice, or the product list computed more than once.
 */

namespace Shop;

use Rediskit\Client;
use Rediskit\Counter;

const KETTLE = 1;
const CONCURRENCY = 48;

[, $url] = $argv + [1 => 'http://127.0.0.1:8080'];
$buyers = (int) ($argv[2] ?? 150);
$stock = (int) ($argv[3] ?? 100);

/** One buyer's browser: keeps the session cookie. */
final class Browser
{
    public string $cookie = '';

    public function __construct(private readonly string $url)
    {
    }

    /** @param ?array<string, string> $form null: GET, else POST */
    public function request(string $path, ?array $form = null): \CurlHandle
    {
        $handle = curl_init($this->url . $path);
        curl_setopt_array($handle, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HEADER => true,
            CURLOPT_TIMEOUT => 30,
            CURLOPT_PROXY => '',
            CURLOPT_COOKIE => $this->cookie,
        ]);
        if ($form !== null) {
            curl_setopt($handle, CURLOPT_POSTFIELDS, http_build_query($form));
        }
        return $handle;
    }

    public function take(string $response): void
    {
        if (preg_match('/^Set-Cookie: (PHPSESSID=[^;]+)/mi', $response, $match)) {
            $this->cookie = $match[1];
        }
    }
}

/** Sends requests, CONCURRENCY at a time, and keeps how long each took. */
final class Crowd
{
    /** @var list<float> milliseconds */
    public array $latencies = [];
    public int $failures = 0;

    /** @param list<array{Browser, string, ?array<string, string>}> $requests browser, path, form */
    public function send(array $requests): array
    {
        $multi = curl_multi_init();
        $running = [];
        $responses = [];
        while ($requests || $running) {
            while ($requests && count($running) < CONCURRENCY) {
                [$browser, $path, $form] = array_shift($requests);
                $handle = $browser->request($path, $form);
                $running[spl_object_id($handle)] = [$handle, $browser];
                curl_multi_add_handle($multi, $handle);
            }
            curl_multi_exec($multi, $active);
            curl_multi_select($multi, 1.0);
            while ($done = curl_multi_info_read($multi)) {
                [$handle, $browser] = $running[spl_object_id($done['handle'])];
                unset($running[spl_object_id($handle)]);
                $response = (string) curl_multi_getcontent($handle);
                $code = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
                if ($code !== 200 && $code !== 303) {
                    $this->failures++;
                    fwrite(STDERR, "A request failed with status $code: " . (curl_error($handle) ?: substr($response, -500)) . "\n");
                }
                $browser->take($response);
                $responses[] = $response;
                $this->latencies[] = curl_getinfo($handle, CURLINFO_TOTAL_TIME) * 1000;
                curl_multi_remove_handle($multi, $handle);
            }
        }
        return $responses;
    }

    public function percentile(float $share): float
    {
        sort($this->latencies);
        return $this->latencies[max(0, (int) ceil($share * count($this->latencies)) - 1)];
    }
}

function server_reads(Client $redis): int
{
    preg_match('/total_reads_processed:(\d+)/', $redis->command('INFO', 'stats'), $match);
    return (int) $match[1];
}

$redis = new Client();
foreach ($redis->scanKeys('shop:*') as $key) {
    $redis->unlink($key);
}
for ($product = 1; $product <= 8; $product++) {
    (new Counter($redis, "shop:stock:$product", floor: 0))->set($product === KETTLE ? $stock : 1000);
}

$crowd = new Crowd();
$browsers = array_map(fn() => new Browser($url), range(1, $buyers));
$reads = server_reads($redis);
$from = microtime(true);

fwrite(STDERR, "$buyers people open the cold page ...\n");
$crowd->send(array_map(fn($browser) => [$browser, '/', null], $browsers));
$computations = (int) $redis->get('shop:computations');
fwrite(STDERR, "they log in, take a kettle and pay, a third of them with two clicks ...\n");
$crowd->send(array_map(fn($browser, $n) => [$browser, '/login', ['name' => "Buyer $n"]], $browsers, array_keys($browsers)));
$crowd->send(array_map(fn($browser) => [$browser, '/cart', ['product' => (string) KETTLE]], $browsers));
$clicks = [];
foreach ($browsers as $n => $browser) {
    array_push($clicks, ...array_fill(0, $n % 3 === 0 ? 2 : 1, [$browser, '/checkout', []]));
}
$answers = implode("\n", $crowd->send($clicks));

$seconds = microtime(true) - $from;
$requests = count($crowd->latencies);
$orders = $redis->hLen('shop:orders');
$left = (new Counter($redis, 'shop:stock:' . KETTLE, floor: 0))->get();
$double = 0;
foreach ($redis->scanKeys('shop:payments:*') as $key) {
    $double += max(0, (int) $redis->get($key) - 1);
}
$oversold = max(0, $orders - $stock);
$reads = server_reads($redis) - $reads;

printf("  %-42s %d\n", 'buyers', $buyers);
printf("  %-42s %d\n", 'kettles in stock', $stock);
printf("  %-42s %d\n", 'orders', $orders);
printf("  %-42s %d\n", 'kettles left', $left);
printf("  %-42s %d\n", 'oversold', $oversold);
printf("  %-42s %d\n", 'paid twice', $double);
printf("  %-42s %d\n", 'second clicks told "paid already"', substr_count($answers, 'X-Shop-Answer: This cart is paid already'));
printf("  %-42s %d\n", 'computations of the cold product list', $computations);
printf("  %-42s %d in %.1f s (%d a second)\n", 'requests', $requests, $seconds, $requests / $seconds);
printf("  %-42s %.0f / %.0f / %.0f / %.0f ms\n", 'latency, 50 / 95 / 99 / 100 %', $crowd->percentile(.5), $crowd->percentile(.95), $crowd->percentile(.99), $crowd->percentile(1));
printf("  %-42s %.1f\n", 'round trips to Redis a request', $reads / $requests);

$wrong = array_filter([
    $oversold ? 'oversold' : '',
    $double ? 'paid twice' : '',
    $computations !== 1 ? 'the product list was not computed exactly once' : '',
    $orders + $left !== $stock ? 'orders and stock do not add up' : '',
    $orders !== min($buyers, $stock) ? 'not every kettle found its buyer' : '',
    $crowd->failures ? "$crowd->failures requests failed" : '',
]);
if ($wrong) {
    fwrite(STDERR, 'WRONG: ' . implode(', ', $wrong) . "\n");
    exit(1);
}
