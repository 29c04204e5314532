-- sessions_end_user: ends sessions of a user, looking at the newest `most` entries of the list and removing them from it.
-- It builds the keys of sessions from the list, so it reaches beyond its KEYS: for servers that are no cluster.
-- KEYS  the user's list
-- ARGV  hash of the user, prefix of sessions, hash of a session to spare ('' = none), most, claim_ms
-- Returns {entries looked at, sessions ended, hash of a session whose lock was handed to a waiter, confirm, …}.  O(most * log waiters)
--@include hand_over.lua
--@include session_meta.lua
--@include end_session.lua
local entries = redis.call('ZREVRANGE', KEYS[1], 0, ARGV[4] - 1)
local answer = {0, 0}
local remove = {}
for _, session in ipairs(entries) do
	if session ~= ARGV[3] then
		local key = ARGV[2] .. '{' .. session .. '}'
		if user_in(meta_at(key)) == ARGV[1] then
			local ended, handed = end_session(key, ARGV[5])
			answer[2] = answer[2] + ended
			if handed == 2 then
				answer[#answer + 1] = session
			end
		end
		remove[#remove + 1] = session
	end
end
answer[1] = #remove
if #remove > 0 then
	redis.call('ZREM', KEYS[1], unpack(remove))
end
return answer
