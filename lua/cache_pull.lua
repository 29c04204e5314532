-- cache_pull: reads a value and removes it: GETDEL for servers that do not have it (before 6.2).
-- KEYS  value
-- Returns the value, nil when there is none.  O(1)
local value = redis.call('GET', KEYS[1])
if value then
	redis.call('DEL', KEYS[1])
end
return value
