-- session_open: takes the lock of a session if it is free, or ours already, or being handed to us, and reads what is stored for it.
-- KEYS  data, lock, queue, meta; also, where another handler's sessions are read: the other's key, its mark that it was read and stored here
-- ARGV  owner, lock_ttl_ms, '1' if a session that is not stored shall not be locked (strict mode), claim_ms, prefix of the wake lists
-- Returns {0, ms the holder's lease has left}; {1, data or nil}: locked; {1, data or nil, meta}: so, and there is meta; {1, data, 1}: so, and
-- the data are the other handler's; {2, 1}: not stored, not locked; {2, 2}: so, and a lock that was handed to us went on to another waiter,
-- confirm. Repeating it is safe.  O(log waiters)
--@include hand_over.lua
local owner = ARGV[1]
local holder = redis.call('GET', KEYS[2])
local handed = holder == 'C:' .. owner
if holder and holder ~= owner and not handed then
	return {0, redis.call('PTTL', KEYS[2])}
end
local data, foreign = redis.call('GET', KEYS[1])
local meta = redis.call('GET', KEYS[4])
if not data and KEYS[5] and redis.call('EXISTS', KEYS[6]) == 0 then
	data = redis.call('GET', KEYS[5])
	foreign = data and 1
end
if handed then
	redis.call('ZREM', KEYS[3], owner)
end
if not data and ARGV[3] == '1' and holder ~= owner then
	if not handed then
		return {2, 1}
	end
	redis.call('DEL', KEYS[2])
	return {2, hand_over(KEYS[2], KEYS[3], ARGV[5], ARGV[4])}
end
redis.call('SET', KEYS[2], owner, 'PX', ARGV[2])
return {1, data, foreign or meta or nil}
