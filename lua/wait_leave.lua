-- wait_leave: a waiter gives up: its place in the queue, and the lock in case it was just handed over.
-- KEYS  lock, queue, wake list of this waiter
-- ARGV  id, claim_ms, prefix of the wake lists
-- Returns 1, or 2: the lock went on to another waiter, confirm.  O(log waiters)
--@include hand_over.lua
redis.call('ZREM', KEYS[2], ARGV[1])
if redis.call('GET', KEYS[1]) ~= 'C:' .. ARGV[1] then
	return 1
end
redis.call('DEL', KEYS[1], KEYS[3])
return hand_over(KEYS[1], KEYS[2], ARGV[3], ARGV[2])
