-- lock_force_release: releases a lock whoever holds it, and hands it to the longest waiter. One that is just being handed over is left
-- alone.
-- KEYS  lock, queue
-- ARGV  claim_ms, prefix of the wake lists
-- Returns 0: nobody held it; 1: released; 2: released and handed over, confirm.  O(log waiters)
--@include hand_over.lua
local holder = redis.call('GET', KEYS[1])
if not holder or string.sub(holder, 1, 2) == 'C:' then
	return 0
end
redis.call('DEL', KEYS[1])
return hand_over(KEYS[1], KEYS[2], ARGV[2], ARGV[1])
