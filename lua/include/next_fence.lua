-- next_fence: takes the next fencing number: above the last one, and above the server's clock in microseconds, so that it does not go
-- back when the counter was evicted or flushed.  O(1)
local function next_fence(key, lease_ms)
	local time = redis.call('TIME')
	local now = time[1] * 1000000 + time[2]
	local number = (tonumber(redis.call('GET', key)) or 0) + 1
	if number < now then
		number = now
	end
	-- Plain concatenation would give 1.79e+15.
	redis.call('SET', key, string.format('%.0f', number), 'PX', math.max(86400000, tonumber(lease_ms)))
	return number
end
