-- A user's list: a zset of the hashes of sessions. A score is the ms until which an entry is kept, which is longer than the session itself
-- can last. The list only says where to look: whose a session is stands in its meta.
local function now_ms()
	local time = redis.call('TIME')
	return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- Puts a session on the list for ttl_ms and drops up to 100 entries whose time is over.  O(log entries)
local function enlist(list, session, ttl_ms)
	local now = now_ms()
	local over = redis.call('ZRANGEBYSCORE', list, '-inf', string.format('(%.0f', now), 'LIMIT', 0, 100)
	if #over > 0 then
		redis.call('ZREM', list, unpack(over))
	end
	redis.call('ZADD', list, string.format('%.0f', now + ttl_ms), session)
	if redis.call('PTTL', list) < ttl_ms then
		redis.call('PEXPIRE', list, ttl_ms)
	end
end
