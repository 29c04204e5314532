/* rk_codec_compat.c: reads what phpredis and Laravel stored before rediskit, for codecs with `compat` on.
 *
 * Their values have no envelope; they are told by how they begin, and by being well-formed to the end: serialized
 * text, igbinary's header, a zstd frame, and phpredis' lz4 (one byte CRC-8 of the next four, which are the length,
 * little-endian; then a block). A string of the application that happens to look so is put into an envelope when
 * rediskit stores it, whether or not compat is on, so that it comes back as the string it was. */

#include "rk_codec_parts.h"

#define LZ4_HEADER_SIZE 5

static uint8_t crc8(const unsigned char *bytes, size_t len)
{
	uint8_t crc = 0xFF;

	while (len-- > 0) {
		crc ^= *bytes++;
		for (int bit = 0; bit < 8; bit++) {
			crc = crc & 0x80 ? (uint8_t) (crc << 1 ^ 0x31) : (uint8_t) (crc << 1);
		}
	}
	return crc;
}

static size_t lz4_length(const unsigned char *bytes)
{
	return bytes[1] | (size_t) bytes[2] << 8 | (size_t) bytes[3] << 16 | (size_t) bytes[4] << 24;
}

/* Lengths stay below 512 MB, Redis' own limit; so no text can be meant, whose every byte is 0x20 at least, but for
 * tabs and line ends. */
static bool looks_like_lz4(const unsigned char *bytes, size_t len)
{
	return len > LZ4_HEADER_SIZE && bytes[4] < 0x20 && lz4_length(bytes) > 0 && crc8(bytes + 1, 4) == bytes[0];
}

rk_foreign rk_codec_foreign(const char *data, size_t len)
{
	const unsigned char *bytes = (const unsigned char *) data;

	if (len < 2) {
		return RK_FOREIGN_NONE;
	}
	switch (bytes[0]) {
		case 'a':
		case 'b':
		case 'd':
		case 'i':
		case 's':
		case 'C':
		case 'E':
		case 'O':
		case 'R':
		case 'S':
		case 'r':
			if (len >= 4 && bytes[1] == ':' && (bytes[len - 1] == ';' || bytes[len - 1] == '}')) {
				return RK_FOREIGN_PHP;
			}
			break;
		case 'N':
			if (len == 2 && bytes[1] == ';') {
				return RK_FOREIGN_PHP;
			}
			break;
		case 0x00:
			if (len > 4 && !memcmp(bytes, "\0\0\0", 3) && (bytes[3] == 1 || bytes[3] == 2)) {
				return RK_FOREIGN_IGBINARY;
			}
			break;
		case 0x28:
			if (len > 4 && !memcmp(bytes, "\x28\xB5\x2F\xFD", 4)) {
				return RK_FOREIGN_ZSTD;
			}
			break;
	}
	return looks_like_lz4(bytes, len) ? RK_FOREIGN_LZ4 : RK_FOREIGN_NONE;
}

rk_status rk_codec_decompress_foreign(
	const rk_codec *codec, const char *data, size_t len, zend_string **out, rk_error *err)
{
	const unsigned char *bytes = (const unsigned char *) data;

	switch (rk_codec_foreign(data, len)) {
		case RK_FOREIGN_ZSTD: {
			size_t claimed;

			return rk_compress_zstd_size(data, len, &claimed) ? rk_codec_decompress(codec, RK_COMPRESSOR_ZSTD, 0, data, len, claimed, out, err)
															  : RK_REFUSED;
		}
		case RK_FOREIGN_LZ4:
			/* Five bytes prove little: what is no block after all is a string. */
			if (!rk_compressor_by_id(RK_COMPRESSOR_LZ4) || lz4_length(bytes) > codec->max_value_size) {
				return RK_REFUSED;
			}
			return rk_codec_decompress(codec, RK_COMPRESSOR_LZ4, 0, bytes + LZ4_HEADER_SIZE, len - LZ4_HEADER_SIZE,
					   lz4_length(bytes), out, err) == RK_OK
				? RK_OK
				: RK_REFUSED;
		default: return RK_REFUSED;
	}
}

/* Unserializes what is not compressed (any more). */
static rk_status read_serialized(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err)
{
	switch (rk_codec_foreign(data, len)) {
		case RK_FOREIGN_PHP:
			return rk_serializer_php_matches(data, len)
				? rk_codec_unserialize(codec, &rk_serializer_php, data, len, out, err)
				: RK_REFUSED;
		case RK_FOREIGN_IGBINARY: return rk_codec_unserialize(codec, &rk_serializer_igbinary, data, len, out, err);
		default: return RK_REFUSED;
	}
}

rk_status rk_codec_read_foreign(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err)
{
	zend_string *inner = NULL;
	rk_status status = rk_codec_decompress_foreign(codec, data, len, &inner, err);

	if (status == RK_REFUSED) {
		return read_serialized(codec, data, len, out, err);
	}
	if (status != RK_OK) {
		return status;
	}
	status = read_serialized(codec, ZSTR_VAL(inner), ZSTR_LEN(inner), out, err);
	if (status == RK_REFUSED && codec->serializer == &rk_serializer_json) {
		status = rk_codec_unserialize(codec, &rk_serializer_json, ZSTR_VAL(inner), ZSTR_LEN(inner), out, err);
	}
	if (status == RK_REFUSED) {
		ZVAL_STR(out, inner);
		return RK_OK;
	}
	zend_string_release(inner);
	return status;
}
