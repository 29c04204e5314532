-- Removes a session, the lock of a request that has it open included: that request then finds its lock lost and writes nothing. Who waits
-- for the lock gets it, and finds no session. Returns how many keys with data there were, and what hand_over() says.  O(log waiters)
local function end_session(key, claim_ms)
	local ended = redis.call('DEL', key)
	redis.call('DEL', key .. ':meta')
	if redis.call('DEL', key .. ':lock') == 0 then
		return ended, 1
	end
	return ended, hand_over(key .. ':lock', key .. ':q', key .. ':w:', claim_ms)
end
