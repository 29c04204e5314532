<?php

declare(strict_types=1);

namespace Rediskit\Laravel;

use Illuminate\Contracts\Redis\Connector as ConnectorContract;
use Illuminate\Support\Arr;
use InvalidArgumentException;
use LogicException;
use Rediskit\Client;
use Rediskit\Compression;
use Rediskit\Serializer;
use SensitiveParameter;

/**
 * Turns an entry of config('database.redis') into a connection.
 *
 * It takes what people wrote there for phpredis or predis, and every option of Rediskit\Client besides; an option
 * nobody knows is refused by the client, with its name.
 */
final class Connector implements ConnectorContract
{
    /** Options of Laravel, phpredis and predis without meaning here: what they tune is fixed or found out. */
    private const IGNORED = [
        'aggregate', 'alias', 'async_connect', 'backoff_algorithm', 'backoff_base', 'backoff_cap', 'client_info',
        'cluster', 'commands', 'conn_uid', 'connections', 'crc16', 'driver', 'exceptions', 'failover', 'flags',
        'iterable_multibulk', 'options', 'pack_ignore_numbers', 'parameters', 'persistent_id', 'protocol', 'retry',
        'retry_interval', 'scan', 'tcp_keepalive', 'tcp_nodelay', 'throw_errors', 'weight',
    ];

    /** The values of phpredis' constants Redis::SERIALIZER_*. */
    private const SERIALIZERS = ['none', 'php', 'igbinary', 3 => null, 4 => 'json'];

    /** The values of phpredis' constants Redis::COMPRESSION_*. */
    private const COMPRESSIONS = ['none', 1 => null, 2 => 'zstd', 3 => 'lz4'];

    /**
     * Makes the connection; the server is first spoken to by the first command.
     *
     * @param  array<string, mixed>  $config  the connection's own entry, its `url` already taken apart by Laravel
     * @param  array<string, mixed>  $options  config('database.redis.options')
     *
     * @throws LogicException when the extension is not loaded
     * @throws InvalidArgumentException when a setting cannot be used
     * @throws \Rediskit\ConfigException when a setting is unknown to the client
     */
    public function connect(#[SensitiveParameter] array $config, array $options): Connection
    {
        if (! extension_loaded('rediskit')) {
            throw new LogicException(
                'REDIS_CLIENT is rediskit, but PHP has not loaded the rediskit extension: add extension=rediskit to '
                . 'the php.ini of this SAPI (' . PHP_SAPI . '), or choose another REDIS_CLIENT.'
            );
        }

        $own = Arr::pull($config, 'options', []);
        $client = new Client(self::clientOptions(array_merge(
            $config,
            $options,
            is_array($own) ? $own : [],
            isset($config['prefix']) ? ['prefix' => $config['prefix']] : []
        )));

        return new Connection($client, $config);
    }

    /**
     * @param  array<array-key, array<string, mixed>>  $config
     * @param  array<string, mixed>  $clusterOptions
     * @param  array<string, mixed>  $options
     *
     * @throws InvalidArgumentException always
     */
    public function connectToCluster(#[SensitiveParameter] array $config, array $clusterOptions, array $options): never
    {
        throw new InvalidArgumentException(
            'The redis client rediskit talks to single servers, not to Redis Cluster. Move the connection from '
            . 'database.redis.clusters to database.redis with one host, or keep REDIS_CLIENT=phpredis or predis.'
        );
    }

    /**
     * @param  array<array-key, mixed>  $config  Laravel's settings
     * @return array<string, mixed> those of Rediskit\Client
     */
    private static function clientOptions(#[SensitiveParameter] array $config): array
    {
        if (($config['replication'] ?? null) === 'sentinel' || isset($config['service'])) {
            throw new InvalidArgumentException(
                'The redis client rediskit does not look servers up through Sentinel: name the server itself, or '
                . 'keep REDIS_CLIENT=predis.'
            );
        }

        // phpredis takes [user, password] as well.
        if (is_array($config['password'] ?? null)) {
            $credentials = array_values($config['password']);
            $config['password'] = array_pop($credentials);
            $config['username'] = $credentials[0] ?? $config['username'] ?? null;
        }
        // No password, no AUTH: Laravel's other clients do not send a user name alone either.
        if (($config['password'] ?? '') === '') {
            unset($config['username']);
        }

        $database = $config['database'] ?? 0;
        if (! is_numeric($database)) {
            throw new InvalidArgumentException(
                'The database of a redis connection must be a number. (For a unix socket, leave REDIS_URL away and '
                . 'set REDIS_HOST to the path of the socket.)'
            );
        }
        $config['database'] = (int) $database;

        foreach (['serializer' => self::SERIALIZERS, 'compression' => self::COMPRESSIONS] as $option => $names) {
            if (is_int($config[$option] ?? null)) {
                $config[$option] = $names[$config[$option]] ?? throw new InvalidArgumentException(
                    "The redis option '$option' has a value that phpredis knows and rediskit does not. It takes: "
                    . implode(', ', array_filter($names)) . '.'
                );
            }
        }

        $plain = [null, '', 'none', Serializer::None, Compression::None];
        $encodes = ! in_array($config['serializer'] ?? null, $plain, true)
            || ! in_array($config['compression'] ?? null, $plain, true);
        if (($config['mac_key'] ?? '') !== '' || ($encodes && (string) ini_get('rediskit.mac_key') !== '')) {
            throw new InvalidArgumentException(
                'A redis connection of Laravel cannot sign values (mac_key, or rediskit.mac_key in php.ini beside a '
                . 'serializer or compression): Laravel lets scripts store and compare values, which cannot be signed '
                . 'for their key. Use Rediskit\Cache for values that need it.'
            );
        }

        // phpredis calls the TLS settings context.stream, predis ssl; both hold PHP's ssl context options.
        $context = $config['context'] ?? $config['ssl'] ?? null;
        unset($config['context'], $config['ssl']);
        if (is_array($context)) {
            $context = $context['stream'] ?? $context['ssl'] ?? $context;
            $config = array_merge($config, is_array($context) ? $context : []);
        }

        $host = $config['path'] ?? $config['host'] ?? null;
        if (is_string($host) && preg_match('~^(?:unix:(?://)?)?(/.*)$~', $host, $match) === 1) {
            unset($config['host'], $config['port'], $config['scheme']);
            $config['path'] = $match[1];
        }

        $client = ['nil_as_false' => true];
        foreach (Arr::except($config, self::IGNORED) as $name => $value) {
            if ($value !== null && $value !== '') {
                $client[(string) $name] = $value;
            }
        }

        return $client;
    }
}
