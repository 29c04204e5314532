-- session_enlist: puts a session on the list of its user's.
-- KEYS  the user's list
-- ARGV  hash of the session, ms to keep it there
-- Returns 1.  O(log sessions of the user)
--@include user_list.lua
enlist(KEYS[1], ARGV[1], tonumber(ARGV[2]))
return 1
