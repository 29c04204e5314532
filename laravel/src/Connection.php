<?php

declare(strict_types=1);

namespace Rediskit\Laravel;

use Illuminate\Redis\Connections\PhpRedisConnection;
use Rediskit\Client;
use SensitiveParameter;
use Throwable;

/**
 * A redis connection of Laravel over a Rediskit\Client.
 *
 * It is a PhpRedisConnection, so that all that Laravel and its packages do for phpredis holds: the client takes \Redis'
 * signatures and, with the option nil_as_false, gives its answers. What differs is here: whatever Laravel would do with
 * constants of ext-redis, which need not be there, and callbacks that throw, which leave no half-built pipeline behind.
 *
 * A command that fails throws the client's own exception (Rediskit\CommandException and the rest). The client finds
 * itself a new connection when one is lost, so nothing is rebuilt here.
 */
final class Connection extends PhpRedisConnection
{
    /** @var Client */
    protected $client;

    /**
     * @param  array<array-key, mixed>  $config  the connection's entry in config('database.redis')
     */
    public function __construct(Client $client, #[SensitiveParameter] array $config = [])
    {
        parent::__construct($client, null, $config);
    }

    /**
     * Runs the callback with the client, which keeps the commands, and sends them all at once.
     *
     * @param  (callable(Client): mixed)|null  $callback
     * @return Client|array<array-key, mixed>|false|null the results in order; without callback the client, which now
     *     keeps commands until exec()
     */
    public function pipeline(?callable $callback = null): Client|array|false|null
    {
        $this->client->pipeline();

        return $this->queue($callback);
    }

    /**
     * As pipeline(), between MULTI and EXEC. Inside a pipeline the transaction becomes one of its results.
     *
     * @param  (callable(Client): mixed)|null  $callback
     * @return Client|array<array-key, mixed>|false|null
     */
    public function transaction(?callable $callback = null): Client|array|false|null
    {
        $this->client->multi();

        return $this->queue($callback);
    }

    /**
     * Removes keys. None at all are fine, as in Redis::del(Redis::keys('old:*')).
     *
     * @param  mixed  ...$keys  names or lists of names
     * @return Client|int how many there were
     */
    public function del(mixed ...$keys): Client|int
    {
        return $this->remove('del', $keys);
    }

    /**
     * As del(), and the server frees the memory later.
     *
     * @param  mixed  ...$keys  names or lists of names
     * @return Client|int how many there were
     */
    public function unlink(mixed ...$keys): Client|int
    {
        return $this->remove('unlink', $keys);
    }

    /**
     * Encodes values the way the client encodes those it stores, for scripts that store them.
     *
     * @param  array<array-key, mixed>  $values
     * @return array<array-key, mixed>
     */
    public function pack(array $values): array
    {
        if ($values === [] || (! $this->serialized() && ! $this->compressed())) {
            return $values;
        }

        return array_map($this->client->_pack(...), $values);
    }

    /**
     * Runs the callback while values travel as they are. RateLimiter keeps its counters so.
     *
     * @template T
     * @param  callable(): T  $callback
     * @return T
     */
    public function withoutSerializationOrCompression(callable $callback): mixed
    {
        $before = [];
        foreach (['serializer', 'compression'] as $option) {
            if ($this->option($option) !== 'none') {
                $before[$option] = $this->option($option);
                $this->client->setOption($option, 'none');
            }
        }

        try {
            return $callback();
        } finally {
            foreach ($before as $option => $value) {
                $this->client->setOption($option, $value);
            }
        }
    }

    public function serialized(): bool
    {
        return $this->option('serializer') !== 'none';
    }

    public function compressed(): bool
    {
        return $this->option('compression') !== 'none';
    }

    public function lzfCompressed(): bool
    {
        return false;
    }

    public function zstdCompressed(): bool
    {
        return $this->option('compression') === 'zstd';
    }

    public function lz4Compressed(): bool
    {
        return $this->option('compression') === 'lz4';
    }

    /**
     * Lets the callback fill the queue the client has begun, and sends it. If it throws, nothing is sent.
     *
     * @param  (callable(Client): mixed)|null  $callback
     * @return Client|array<array-key, mixed>|false|null
     */
    private function queue(?callable $callback): Client|array|false|null
    {
        if ($callback === null) {
            return $this->client;
        }

        try {
            $callback($this->client);
        } catch (Throwable $exception) {
            $this->client->discard();

            throw $exception;
        }

        return $this->client->exec();
    }

    /**
     * @param  array<array-key, mixed>  $keys
     */
    private function remove(string $command, array $keys): Client|int
    {
        if ($keys === [[]]) {
            return 0;
        }
        $removed = $this->command($command, $keys);

        return $removed instanceof Client || is_int($removed) ? $removed : 0;
    }

    /** One of the client's settings, as text. */
    private function option(string $name): string
    {
        $value = $this->client->getOption($name);

        return is_scalar($value) ? (string) $value : '';
    }
}
