-- cache_tagged_add: adds to an integer that is stored with tags; one that is missing, or of other versions, is 0.
-- KEYS  value, version of each tag
-- ARGV  0 as it is stored, how many bytes of it come before the versions, 'INCRBY' or 'DECRBY', by, ttl_ms of what is made now, life of versions in
--       ms, random bytes for versions
-- Returns the sum, as text: numbers of Lua's have 53 bits.  O(tags)
--@include tag_versions.lua
--@include tags_field.lua
local offset, life, left = tonumber(ARGV[2]), ARGV[6], tonumber(ARGV[5])
local versions = tag_versions(ARGV[7], tonumber(life))
local header, payload = string.sub(ARGV[1], 1, offset) .. versions, string.sub(ARGV[1], offset + #versions + 1)
local there = redis.call('GET', KEYS[1])
if there then
	local first, last, flags, serializer, compressor = tags_field(there)
	if first and string.sub(there, first, last) == string.sub(header, -8 - #versions) then
		header, payload = string.sub(there, 1, last), string.sub(there, last + 1)
		local kind = string.match(payload, '^(%D-)%-?%d+;?$')
		if flags ~= 4 or compressor ~= 0 or not (serializer == 1 and kind == 'i:' or serializer == 3 and kind == '') then
			return redis.error_reply('ERR value is not an integer or out of range')
		end
		local ms = redis.call('PTTL', KEYS[1])
		left = ms > 0 and ms or left
	else
		there = false
	end
end
local before, digits, after = string.match(payload, '^(%D-)(%-?%d+)(;?)$')
-- The server adds: its integers have 64 bits.
redis.call('SET', KEYS[1], digits)
local sum = redis.pcall(ARGV[3], KEYS[1], ARGV[4])
if type(sum) == 'table' then
	if there then
		redis.call('SET', KEYS[1], there, 'PX', string.format('%.0f', left))
	else
		redis.call('DEL', KEYS[1])
	end
	return sum
end
sum = redis.call('GET', KEYS[1])
redis.call('SET', KEYS[1], header .. before .. sum .. after, 'PX', string.format('%.0f', left))
return sum
