-- sessions_end: ends one session, whoever has it open.
-- KEYS  data, meta, lock, queue
-- ARGV  hash of the user whose it must be ('' = anybody's), claim_ms
-- Returns {0}: it is another user's, nothing changed; {0 or 1 sessions ended, 1, or 2: its lock was handed to a waiter, confirm}.
-- O(log waiters)
--@include hand_over.lua
--@include session_meta.lua
--@include end_session.lua
if ARGV[1] ~= '' and user_in(meta_at(KEYS[1])) ~= ARGV[1] then
	return {0}
end
return {end_session(KEYS[1], ARGV[2])}
