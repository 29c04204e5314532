-- wait_confirm: looks whether the waiter a lock was handed to took its token; if not, it is dead: on to the next.
-- Redis serves blocked clients after each command, so a token that is still there one command later has nobody waiting for it.
-- KEYS  lock, queue
-- ARGV  prefix of the wake lists, claim_ms
-- Returns 1: somebody has the lock or nobody waits; 2: handed to another waiter, confirm again.  O(log waiters)
--@include hand_over.lua
local holder = redis.call('GET', KEYS[1])
if not holder or string.sub(holder, 1, 2) ~= 'C:' then
	return 1
end
local wake = ARGV[1] .. string.sub(holder, 3)
if redis.call('EXISTS', wake) == 0 then
	return 1
end
redis.call('DEL', KEYS[1], wake)
return hand_over(KEYS[1], KEYS[2], ARGV[1], ARGV[2])
