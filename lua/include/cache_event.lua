-- Wakes all who wait for a value: `field` v: here it is, m: it is stored, r: there is none, compute it. The stream keeps one entry, and only
-- as long as somebody may be on the way from registering to reading it.
local function event(key, field, value)
	redis.call('XADD', key, 'MAXLEN', 1, '*', field, value)
	redis.call('PEXPIRE', key, 5000)
end
