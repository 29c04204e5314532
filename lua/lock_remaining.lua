-- lock_remaining: how long the lease of `owner` lasts.
-- KEYS  lock
-- ARGV  owner
-- Returns milliseconds, -1 when it never ends, -2 when `owner` does not hold the lock.  O(1)
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
	return -2
end
return redis.call('PTTL', KEYS[1])
