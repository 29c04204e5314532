-- lock_try: takes a lock if it is free, or being handed over to this waiter.
-- KEYS  lock, queue, fence
-- ARGV  owner, id of the waiter, ttl_ms, '1' if a lock held by `owner` can only be the caller's: it is extended then
-- Returns {1, fencing number}, or {0, ms the holder's lease has left}.  O(log waiters)
--@include next_fence.lua
local holder = redis.call('GET', KEYS[1])
if holder == ARGV[1] and ARGV[4] == '1' then
	redis.call('PEXPIRE', KEYS[1], ARGV[3])
	return {1, tonumber(redis.call('GET', KEYS[3])) or next_fence(KEYS[3], ARGV[3])}
end
if holder and holder ~= 'C:' .. ARGV[2] then
	return {0, redis.call('PTTL', KEYS[1])}
end
redis.call('ZREM', KEYS[2], ARGV[2])
local number = next_fence(KEYS[3], ARGV[3])
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
return {1, number}
