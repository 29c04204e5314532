-- The versions of the tags KEYS[2 …], joined. What is missing is made, of random bytes (16 a tag), and lives for life_ms, as does what would live
-- for an hour less.  O(tags)
local function tag_versions(random, life_ms)
	local versions = {}
	for i = 2, #KEYS do
		local version = redis.call('GET', KEYS[i])
		if not version or #version ~= 16 then
			version = string.sub(random, (i - 2) * 16 + 1, (i - 1) * 16)
			redis.call('SET', KEYS[i], version, 'PX', life_ms)
		elseif redis.call('PTTL', KEYS[i]) < life_ms - 3600000 then
			redis.call('PEXPIRE', KEYS[i], life_ms)
		end
		versions[i - 1] = version
	end
	return table.concat(versions)
end
