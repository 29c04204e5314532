-- lock_release: releases a lock if `owner` still holds it, and hands it to the longest waiter.
-- KEYS  lock, queue
-- ARGV  owner, claim_ms, prefix of the wake lists
-- Returns 0: not the owner; 1: released; 2: released and handed over, confirm.  O(log waiters)
--@include hand_over.lua
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
	return 0
end
-- First, because DEL works when memory is short.
redis.call('DEL', KEYS[1])
return hand_over(KEYS[1], KEYS[2], ARGV[3], ARGV[2])
