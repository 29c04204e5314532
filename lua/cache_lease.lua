-- cache_lease: looks for a value and, when it is missing, takes the right to compute it or joins those who wait for it.
-- The lease key holds the generation of the computation (32 characters), its holder (32) and, once somebody waits, a 'w'. It outlives the
-- lease by kept_ms: who takes over a lease that ran out keeps the generation, so that the first of the two to be done can fill.
-- KEYS  value, lease, events
-- ARGV  id of the caller (32 characters), lease_ms, kept_ms, first bytes of the stale value that the caller has and wants to replace ('':
--       it has none, and will wait for another's), first bytes of a value that is void and goes ('': none)
-- Returns {0, value}: there is one, or a newer one; {1, generation}: ours to compute; {2, generation, ms the holder's lease has left, id of
-- the last event}.  O(1)
local stale = ARGV[4]
if stale == '' then
	local value = redis.call('GET', KEYS[1])
	if value then
		if ARGV[5] == '' or string.sub(value, 1, #ARGV[5]) ~= ARGV[5] then
			return {0, value}
		end
		redis.call('DEL', KEYS[1])
	end
else
	local first = redis.call('GETRANGE', KEYS[1], 0, #stale - 1)
	if first ~= stale and first ~= '' then
		return {0, redis.call('GET', KEYS[1])}
	end
end
local lease = redis.call('GET', KEYS[2])
local generation, waiting, left = ARGV[1], '', 0
if lease and #lease >= 64 then -- what is shorter is none of ours
	generation, waiting = string.sub(lease, 1, 32), string.sub(lease, 65)
	if string.sub(lease, 33, 64) == ARGV[1] then
		return {1, generation}
	end
	left = redis.call('PTTL', KEYS[2]) - ARGV[3]
end
if left <= 0 then
	redis.call('SET', KEYS[2], generation .. ARGV[1] .. waiting, 'PX', string.format('%.0f', ARGV[2] + ARGV[3]))
	return {1, generation}
end
if stale ~= '' then
	return {2, generation, left, '0-0'}
end
redis.call('SETRANGE', KEYS[2], 64, 'w')
local last = redis.call('XREVRANGE', KEYS[3], '+', '-', 'COUNT', 1)
return {2, generation, left, last[1] and last[1][1] or '0-0'}
