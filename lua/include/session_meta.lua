-- The text of a session's meta, nil when there is none. What a stranger stored there, of another type even, is none.
local function meta_at(key)
	local meta = redis.pcall('GET', key .. ':meta')
	return type(meta) == 'string' and meta or nil
end

-- The hash of the user in it, or '-'; nil when that is not how it is written.
local function user_in(meta)
	return meta and string.match(meta, '^rk1 %d+ [01] %d+ %d+ (%S+) ')
end
