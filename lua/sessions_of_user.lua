-- sessions_of_user: what is stored of a user's sessions, looking at up to `most` entries of the list, newest first, and removing those that
-- are no (longer) sessions of this user.
-- It builds the keys of sessions from the list, so it reaches beyond its KEYS: for servers that are no cluster.
-- KEYS  the user's list
-- ARGV  hash of the user, prefix of sessions, entries to skip, most, sessions wanted
-- Returns {entries looked at, hash, meta, ms left, 1 if a request has it open else 0, …}.  O(most)
--@include session_meta.lua
local entries = redis.call('ZREVRANGE', KEYS[1], ARGV[3], ARGV[3] + ARGV[4] - 1)
local answer = {0}
local remove = {}
local found = 0
for at, session in ipairs(entries) do
	local key = ARGV[2] .. '{' .. session .. '}'
	local meta = meta_at(key)
	local left = redis.call('PTTL', key)
	if left ~= -2 and user_in(meta) == ARGV[1] then
		answer[#answer + 1] = session
		answer[#answer + 1] = meta
		answer[#answer + 1] = left
		answer[#answer + 1] = redis.call('EXISTS', key .. ':lock')
		found = found + 1
	else
		remove[#remove + 1] = session
	end
	answer[1] = at
	if found == tonumber(ARGV[5]) then
		break
	end
end
if #remove > 0 then
	redis.call('ZREM', KEYS[1], unpack(remove))
end
return answer
