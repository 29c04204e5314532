/* rk_compress_lz4.c: lz4, one block a value; only where rediskit was built with it. Levels from 3 up use the
 * slower, denser variant. */

#include "rk_codec_parts.h"

#ifdef HAVE_REDISKIT_LZ4

#include <limits.h>
#include <lz4.h>
#include <lz4hc.h>

/* One byte of a block stands for at most 255. */
#define MAX_RATIO 255

const char *rk_lz4_version(void)
{
	return LZ4_versionString();
}

static size_t lz4_compress(void *out, size_t capacity, const void *data, size_t len, int level)
{
	int room = capacity < INT_MAX ? (int) capacity : INT_MAX, size = 0;

	if (len <= LZ4_MAX_INPUT_SIZE) {
		size = level < LZ4HC_CLEVEL_MIN ? LZ4_compress_default(data, out, (int) len, room)
										: LZ4_compress_HC(data, out, (int) len, room, level);
	}
	return size > 0 ? (size_t) size : 0;
}

static bool lz4_is_plausible(const void *data, size_t len, size_t claimed)
{
	(void) data;
	return len <= INT_MAX && claimed <= LZ4_MAX_INPUT_SIZE && claimed / MAX_RATIO <= len;
}

static bool lz4_decompress(void *out, size_t claimed, const void *data, size_t len)
{
	return LZ4_decompress_safe(data, out, (int) len, (int) claimed) == (int) claimed;
}

const rk_compressor rk_compress_lz4 = {
	.id = RK_COMPRESSOR_LZ4,
	.name = "lz4",
	.min_level = 0,
	.max_level = LZ4HC_CLEVEL_MAX,
	.compress = lz4_compress,
	.is_plausible = lz4_is_plausible,
	.decompress = lz4_decompress,
};

#else

const char *rk_lz4_version(void)
{
	return NULL;
}

#endif
