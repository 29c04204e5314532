-- counter_add: adds within a bound and gives a new counter its time to live, exactly over all of 64 bits.
-- KEYS  counter
-- ARGV  by, limit ('' = none), ttl_ms (0 = none)
--       limit: the highest value (by > 0) or the lowest (by < 0) that `by` may still be added to
-- Returns the new value as text, nil when the bound would be crossed; an error when what is stored is no 64-bit integer, or when the
-- sum would be none.  O(1)

-- Lua's numbers are doubles, exact up to 2^53 only, so values are compared as text, and INCRBY does the sum.
local function less(a, b)
	local a_negative, b_negative = string.byte(a) == 45, string.byte(b) == 45
	if a_negative ~= b_negative then
		return a_negative
	end
	if a_negative then
		a, b = string.sub(b, 2), string.sub(a, 2)
	end
	if #a ~= #b then
		return #a < #b
	end
	return a < b
end

local function is_integer(text)
	if text ~= '0' and not string.find(text, '^-?[1-9]%d*$') then
		return false
	end
	return not less(text, '-9223372036854775808') and not less('9223372036854775807', text)
end

local by, limit, ttl = ARGV[1], ARGV[2], ARGV[3]
local stored = redis.pcall('GET', KEYS[1])
if type(stored) == 'table' then
	return stored
end
local value = stored or '0'
if limit ~= '' then
	if not is_integer(value) then
		return redis.error_reply('ERR value is not an integer or out of range')
	end
	if string.sub(by, 1, 1) == '-' then
		if less(value, limit) then
			return nil
		end
	elseif less(limit, value) then
		return nil
	end
end
if not stored and ttl ~= '0' then
	redis.call('SET', KEYS[1], by, 'PX', ttl)
	return by
end
local sum = redis.pcall('INCRBY', KEYS[1], by)
if type(sum) == 'table' then
	return sum
end
return redis.call('GET', KEYS[1])
