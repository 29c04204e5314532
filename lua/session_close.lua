-- session_close: the last step on a session: stores, renews or deletes what is kept of it if `owner` still holds the lock, and hands the
-- lock on.
-- KEYS  data, lock, queue, meta; also, where another handler's session may be there: its key, the mark that it was stored here
-- ARGV  owner, step, ttl_ms, data, claim_ms, prefix of the wake lists, meta
--       step: 'store'; 'take': store, also when nobody holds the lock; 'renew' the time to live; 'touch': so, unless it is above `data` ms (and
--       not above ttl_ms); 'delete'; 'release' only
--       meta: its new text; '=': as stored, renew it with the data; '-': none, remove what may be there; '': none is there
-- Returns 0: another holds the lock, nothing changed; 1: done; 2: done and handed over, confirm; 3: nothing is stored to 'renew' or 'touch',
-- nothing changed, the lock is still held.  O(log waiters)
--@include hand_over.lua
local step = ARGV[2]
local meta = ARGV[7]
local holder = redis.call('GET', KEYS[2])
if holder ~= ARGV[1] and (holder or step ~= 'take') then
	return 0
end
if step == 'store' or step == 'take' then
	redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[3])
	-- From now on the other handler's session is out of date: it must not be read again when ours has ended.
	local left = KEYS[5] and redis.call('PTTL', KEYS[5]) or -2
	if left >= 0 then
		redis.call('SET', KEYS[6], 1, 'PX', left + 1)
	elseif left == -1 then
		redis.call('SET', KEYS[6], 1)
	end
elseif step == 'renew' or step == 'touch' then
	local left = step == 'touch' and redis.call('PTTL', KEYS[1])
	if not left or left <= tonumber(ARGV[4]) or left > tonumber(ARGV[3]) then
		if redis.call('PEXPIRE', KEYS[1], ARGV[3]) == 0 then
			return 3
		end
	elseif meta == '=' then
		meta = ''
	end
elseif step == 'delete' then
	redis.call('DEL', KEYS[1], KEYS[4], KEYS[5] or KEYS[1])
end
if meta == '=' then
	redis.call('PEXPIRE', KEYS[4], ARGV[3])
elseif meta == '-' then
	redis.call('DEL', KEYS[4])
elseif meta ~= '' then
	redis.call('SET', KEYS[4], meta, 'PX', ARGV[3])
end
redis.call('DEL', KEYS[2])
return hand_over(KEYS[2], KEYS[3], ARGV[6], ARGV[5])
