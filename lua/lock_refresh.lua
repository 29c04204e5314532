-- lock_refresh: gives the lease a new length, counted from now, if `owner` still holds the lock.
-- KEYS  lock
-- ARGV  owner, ttl_ms
-- Returns 1, or 0: not the owner.  O(1)
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
	return 0
end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
