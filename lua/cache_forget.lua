-- cache_forget: removes a value and voids a computation in progress; those who wait for it compute anew.
-- KEYS  value, lease, events
-- Returns 1, or 0: there was no value.  O(1)
--@include cache_event.lua
local lease = redis.call('GET', KEYS[2])
local removed = redis.call('DEL', KEYS[1])
if lease then
	redis.call('DEL', KEYS[2])
	if #lease > 64 then
		event(KEYS[3], 'r', 1)
	end
end
return removed
