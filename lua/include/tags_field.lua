-- Where the tags field of an envelope begins and ends (from 1), and the envelope's flags, serializer and compressor; nil: there is none.  O(1)
local function tags_field(value)
	local magic, flags, serializer, compressor = string.byte(value, 1, 4)
	if magic ~= 255 or not compressor then
		return nil
	end
	flags = flags % 64
	if flags % 8 < 4 then
		return nil
	end
	local at = 5
	if compressor ~= 0 then
		at = at + 4
	end
	if flags % 32 >= 16 then
		at = at + 4
	end
	if flags % 2 == 1 then
		at = at + 8
	end
	if flags % 4 >= 2 then
		at = at + 4
	end
	local high, low = string.byte(value, at, at + 1)
	if not low then
		return nil
	end
	return at + 2, at + 1 + high * 256 + low, flags, serializer, compressor
end
