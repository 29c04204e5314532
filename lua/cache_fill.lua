-- cache_fill: stores a computed value unless forget() voided its computation, and wakes those who wait for it.
-- A value that was put meanwhile stays: it is the newer one.
-- KEYS  value, lease, events
-- ARGV  generation, value, ttl_ms (-1 = for ever, 0 = not stored, only handed to those who wait), largest value that an event carries,
--       first bytes of the stale value that this one replaces ('': none)
-- Returns 1: stored (or handed on); 0: the generation is void, nothing changed; 2: another value was put meanwhile.  O(1)
--@include cache_event.lua
local lease = redis.call('GET', KEYS[2])
if not lease or string.sub(lease, 1, 32) ~= ARGV[1] then
	return 0
end
-- First, because DEL works when memory is short.
redis.call('DEL', KEYS[2])
local stale = ARGV[5] ~= '' and redis.call('GETRANGE', KEYS[1], 0, #ARGV[5] - 1) == ARGV[5]
local stored = true
if ARGV[3] == '0' then
	if stale then
		redis.call('DEL', KEYS[1])
	end
else
	local set = {'SET', KEYS[1], ARGV[2]}
	if not stale then
		set[#set + 1] = 'NX'
	end
	if ARGV[3] ~= '-1' then
		set[#set + 1] = 'PX'
		set[#set + 1] = ARGV[3]
	end
	stored = redis.call(unpack(set))
end
if #lease > 64 then
	if stored and (ARGV[3] == '0' or #ARGV[2] <= tonumber(ARGV[4])) then
		event(KEYS[3], 'v', ARGV[2])
	else
		event(KEYS[3], 'm', 1)
	end
end
return stored and 1 or 2
