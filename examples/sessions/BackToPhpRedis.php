<?php

declare(strict_types=1);

/**
 * Moves sessions from rediskit back to php-redis, one by one as their visitors come, so that nobody is logged out.
 *
 *     ini_set('session.save_handler', 'redis');                     // php-redis again, with its own settings
 *     ini_set('session.save_path', 'tcp://10.0.0.5:6379');
 *     $redis = new Redis();
 *     $redis->connect('10.0.0.5');                                  // where rediskit kept them
 *     session_set_save_handler(new BackToPhpRedis($redis));
 *     session_start();
 *
 * A session of rediskit's is newer than one of php-redis' by the same id, which rediskit.session.compat left as it was, so it is
 * looked for first. It is written as php-redis writes it, with its settings, and then deleted. After session.gc_maxlifetime nothing
 * of rediskit's is left, and this class can go.
 *
 * The extension rediskit is needed only for sessions that it compressed.
 */
final class BackToPhpRedis extends SessionHandler implements SessionUpdateTimestampHandlerInterface
{
    /**
     * @param Redis $redis a connection without prefix, serializer and compression
     * @param string $prefix of rediskit's keys: its own prefix, if any, and rediskit.session.prefix
     * @param string $phpRedisPrefix of php-redis' keys: `prefix` in its session.save_path
     */
    public function __construct(
        private readonly Redis $redis,
        private readonly string $prefix = 'session:',
        private readonly string $phpRedisPrefix = 'PHPREDIS_SESSION:'
    ) {
    }

    public function read(string $id): string|false
    {
        $theirs = parent::read($id);    // takes php-redis' lock, if it is set to
        if ($theirs === false) {
            return false;
        }
        $ours = $this->redis->get($this->key($id));
        if (is_string($ours)) {
            return $this->decode($ours);
        }
        // Moved to rediskit once, and ended there: what php-redis still has is out of date.
        return $this->redis->exists($this->key($id) . ':moved') ? '' : $theirs;
    }

    public function write(string $id, string $data): bool
    {
        if (!parent::write($id, $data)) {
            return false;
        }
        $this->forget($id);
        return true;
    }

    /** Unchanged data are written, too: they may be rediskit's until now. */
    public function updateTimestamp(string $id, string $data): bool
    {
        return $this->write($id, $data);
    }

    public function destroy(string $id): bool
    {
        $this->forget($id);
        return parent::destroy($id);
    }

    public function validateId(string $id): bool
    {
        return (bool) $this->redis->exists($this->key($id)) ||
            ($this->redis->exists($this->phpRedisPrefix . $id) && !$this->redis->exists($this->key($id) . ':moved'));
    }

    private function forget(string $id): void
    {
        $this->redis->del($this->key($id), $this->key($id) . ':moved');
    }

    private function key(string $id): string
    {
        return $this->prefix . '{' . substr(hash('sha256', $id), 0, 40) . '}';
    }

    private function decode(string $stored): string|false
    {
        if ($stored === '' || $stored[0] !== "\xFF") {
            return $stored;
        }
        if (!class_exists(Rediskit\Codec::class)) {
            // Not an exception: PHP would not call close(), and php-redis would keep its lock.
            trigger_error('The session is compressed by rediskit: load the extension until all sessions have moved', E_USER_WARNING);
            return false;
        }
        return (string) (new Rediskit\Codec(allowed_classes: ''))->decode($stored);
    }
}
