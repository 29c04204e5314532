<?php

declare(strict_types=1);

/*
 * dictionary.php FOLDER [train]   small values stored several times smaller: with a dictionary made of what is in the cache
 *
 *     REDIS_URL=redis://127.0.0.1:6379 php -d extension=rediskit examples/cache/dictionary.php /srv/shop/dictionaries train
 *     REDIS_URL=redis://127.0.0.1:6379 php -d extension=rediskit examples/cache/dictionary.php /srv/shop/dictionaries
 *
 * `train` looks at the products that are cached (warm-up.php fills it) and writes a new file into the folder; without it the folder is
 * used. The newest dictionary compresses; all are there to read with, so values stored with older ones stay readable. First bring the
 * file to every server, then let the application use it: who has not got it cannot read what it compressed. Delete a
 * dictionary when the last value that was stored with it has expired.
 */

use Rediskit\Cache;
use Rediskit\Client;
use Rediskit\Codec;

const PREFIX = 'shop:cache:';

/** The dictionaries of a folder, the newest first: what the option dictionary takes. @return list<string> */
function dictionaries(string $folder): array
{
    $files = glob("$folder/*.zdict") ?: [];
    rsort($files);
    return array_map(file_get_contents(...), $files);
}

/** Cached values, 500 at a time. */
function samples(Cache $cache, string $match): iterable
{
    $names = [];
    foreach ((new Client())->scanKeys(PREFIX . $match) as $key) {
        $names[] = substr($key, strlen(PREFIX));
        if (count($names) === 500) {
            yield from array_values(array_filter($cache->many($names), fn(mixed $value) => $value !== null));
            $names = [];
        }
    }
    yield from array_values(array_filter($cache->many($names), fn(mixed $value) => $value !== null));
}

$folder = $argv[1] ?? exit("usage: dictionary.php FOLDER [train]\n");
$cache = new Cache(options: ['prefix' => PREFIX, 'dictionary' => dictionaries($folder)]);    // the server is that of REDIS_URL

if (($argv[2] ?? '') === 'train') {
    is_dir($folder) || mkdir($folder, 0777, true);
    $dictionary = Codec::train(samples($cache, 'product:*'), 16384);
    $id = unpack('V', $dictionary, 4)[1];
    if (glob("$folder/*-$id.zdict")) {
        exit("There is nothing new to learn.\n");
    }
    // Written beside it and renamed, for nobody must find half of one.
    $file = sprintf('%s/%s-%d.zdict', $folder, gmdate('Ymd-His'), $id);
    file_put_contents("$file.new", $dictionary);
    rename("$file.new", $file);
    printf("%d bytes in %s\n", strlen($dictionary), basename($file));
    exit;
}

$product = ['id' => 4712, 'name' => 'Kettle 4712', 'price' => 24.9];
$cache->put('product:4712', $product, 900);
printf(
    "%d dictionaries; a product of %d bytes takes %d on the server, and reads %s\n",
    count(dictionaries($folder)),
    strlen(serialize($product)),
    (new Client())->strlen(PREFIX . 'product:4712'),
    $cache->get('product:4712') === $product && $cache->get('product:4711') !== null ? 'as it was' : 'differently'
);
