-- hand_over: gives a lock that was just deleted to the waiter with the lowest ticket. The lock holds 'C:' and the waiter's id until the
-- waiter claims it, claim_ms at most; wait_confirm sees to it that the waiter is alive.
-- Returns 1 when nobody waits, 2 when somebody was chosen.  O(log waiters)
local function hand_over(lock, queue, wake_prefix, claim_ms)
	local first = redis.call('ZPOPMIN', queue)
	if #first == 0 then
		return 1
	end
	local wake = wake_prefix .. first[1]
	redis.call('SET', lock, 'C:' .. first[1], 'PX', claim_ms)
	redis.call('RPUSH', wake, 1)
	redis.call('PEXPIRE', wake, claim_ms)
	return 2
end
