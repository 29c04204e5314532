-- sessions_touch: gives a session a new time to live, once, and sees to it that its user's list does not forget it before.
-- It builds the key of the list from what it reads, so it reaches beyond its KEYS: for servers that are no cluster.
-- KEYS  data, meta
-- ARGV  hash of the session, prefix of sessions, ttl_ms ('' = what the session is kept for after each use, if its meta says so), ttl_ms where
--       it does not
-- Returns 1, or 0: there is no such session.  O(log sessions of the user)
--@include user_list.lua
--@include session_meta.lua
local meta = meta_at(KEYS[1])
local own = meta and string.match(meta, '^rk1 (%d+) 1 ')
local ttl = ARGV[3] ~= '' and ARGV[3] or own and own .. '000' or ARGV[4]
if redis.call('PEXPIRE', KEYS[1], ttl) == 0 then
	return 0
end
redis.call('PEXPIRE', KEYS[2], ttl)
local user = user_in(meta)
if user and user ~= '-' then
	local list = ARGV[2] .. 'user:{' .. user .. '}'
	local wanted = now_ms() + ttl
	if tonumber(redis.call('ZSCORE', list, ARGV[1]) or 0) < wanted then
		enlist(list, ARGV[1], 2 * ttl)
	end
end
return 1
