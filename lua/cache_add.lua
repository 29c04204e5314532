-- cache_add: adds to an integer that, when it is made now, gets a time to live.
-- KEYS  value
-- ARGV  'INCRBY' or 'DECRBY', by, ttl_ms
-- Returns the sum.  O(1)
local existed = redis.call('EXISTS', KEYS[1])
local sum = redis.call(ARGV[1], KEYS[1], ARGV[2])
if existed == 0 then
	redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return redis.call('GET', KEYS[1])
