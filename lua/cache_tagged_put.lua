-- cache_tagged_put: stores a value of the versions that its tags have now; versions that are missing are made.
-- KEYS  value, version of each tag
-- ARGV  value, how many bytes of it come before the versions, '1' if they are in it already (it is signed), 'NX' to store only where no value
--       of these versions is, ttl_ms, life of versions in ms, random bytes for versions
-- Returns 1: stored; 0: there is one.  O(tags)
--@include tag_versions.lua
--@include tags_field.lua
local value, offset = ARGV[1], tonumber(ARGV[2])
local versions = tag_versions(ARGV[7], tonumber(ARGV[6]))
if ARGV[4] == 'NX' then
	local there = redis.call('GET', KEYS[1])
	if there then
		local first, last = tags_field(there)
		if first and string.sub(there, first, last) == string.sub(value, offset - 7, offset) .. versions then
			return 0
		end
	end
end
if ARGV[3] ~= '1' then
	value = string.sub(value, 1, offset) .. versions .. string.sub(value, offset + #versions + 1)
end
redis.call('SET', KEYS[1], value, 'PX', ARGV[5])
return 1
