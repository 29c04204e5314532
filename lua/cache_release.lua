-- cache_release: gives a lease back without a value, and wakes those who wait, so that one of them computes.
-- KEYS  lease, events, value
-- ARGV  id of the holder, ms for which nobody shall try to replace a stale value that is still there (0: anybody may), kept_ms of the lease
-- Returns 1, or 0: another holds the lease.  O(1)
--@include cache_event.lua
local lease = redis.call('GET', KEYS[1])
if not lease or string.sub(lease, 33, 64) ~= ARGV[1] then
	return 0
end
if ARGV[2] ~= '0' and #lease == 64 and redis.call('EXISTS', KEYS[3]) == 1 then
	redis.call('PEXPIRE', KEYS[1], ARGV[2] + ARGV[3])
	return 1
end
redis.call('DEL', KEYS[1])
if #lease > 64 then
	event(KEYS[2], 'r', 1)
end
return 1
