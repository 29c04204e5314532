-- wait_register: puts a waiter into the queue of a busy lock, or gives it the lock to claim when that is free.
-- KEYS  lock, queue, wake list of this waiter
-- ARGV  id, claim_ms, ticket from an earlier registration ('' = a new one), queue_ms
-- Returns {1}: the wake list holds a token, claim the lock; or {0, ticket, ms the holder's lease has left}.  O(log waiters)
local claim = 'C:' .. ARGV[1]
local holder = redis.call('GET', KEYS[1])
if not holder or holder == claim then
	redis.call('ZREM', KEYS[2], ARGV[1])
	redis.call('DEL', KEYS[3])
	redis.call('SET', KEYS[1], claim, 'PX', ARGV[2])
	redis.call('RPUSH', KEYS[3], 1)
	redis.call('PEXPIRE', KEYS[3], ARGV[2])
	return {1}
end
local ticket = ARGV[3]
if ticket == '' then
	local time = redis.call('TIME')
	ticket = string.format('%.0f', time[1] * 1000000 + time[2])
end
redis.call('ZADD', KEYS[2], ticket, ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return {0, ticket, redis.call('PTTL', KEYS[1])}
