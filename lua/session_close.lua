-- session_close: the last step on a session: stores, renews or deletes its data if `owner` still holds the lock, and hands the lock on.
-- KEYS  data, lock, queue
-- ARGV  owner, step, ttl_ms, data, claim_ms, prefix of the wake lists
--       step: 'store'; 'take': store, also when nobody holds the lock; 'renew' the time to live; 'delete'; 'release' only
-- Returns 0: another holds the lock, nothing changed; 1: done; 2: done and handed over, confirm; 3: 'renew' found no data, nothing
-- changed, the lock is still held.  O(log waiters)
--@include hand_over.lua
local step = ARGV[2]
local holder = redis.call('GET', KEYS[2])
if holder ~= ARGV[1] and (holder or step ~= 'take') then
	return 0
end
if step == 'store' or step == 'take' then
	redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[3])
elseif step == 'renew' then
	if redis.call('PEXPIRE', KEYS[1], ARGV[3]) == 0 then
		return 3
	end
elseif step == 'delete' then
	redis.call('DEL', KEYS[1])
end
redis.call('DEL', KEYS[2])
return hand_over(KEYS[2], KEYS[3], ARGV[6], ARGV[5])
