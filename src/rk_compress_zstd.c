/* rk_compress_zstd.c: zstd, one frame a value. Contexts are kept warm between values: making one costs more than a
 * small value does. */

#include "rk_codec_parts.h"

#include <zstd.h>

/* High levels make contexts of many megabytes; those are not kept. */
#define KEEP_CONTEXT_BELOW ((size_t) 4 * 1024 * 1024)

const char *rk_zstd_version(void)
{
	return ZSTD_versionString();
}

static void drop_large_context(rk_codec_state *state)
{
	if (ZSTD_sizeof_CCtx(state->zstd_compression) > KEEP_CONTEXT_BELOW) {
		ZSTD_freeCCtx(state->zstd_compression);
		state->zstd_compression = NULL;
	}
}

static size_t zstd_compress(void *out, size_t capacity, const void *data, size_t len, int level)
{
	rk_codec_state *state = rk_codec_get_state();
	size_t size;

	if (!state->zstd_compression && !(state->zstd_compression = ZSTD_createCCtx())) {
		return 0;
	}
	size = ZSTD_compressCCtx(state->zstd_compression, out, capacity, data, len, level ? level : ZSTD_CLEVEL_DEFAULT);
	drop_large_context(state);
	return ZSTD_isError(size) ? 0 : size;
}

/* The envelope says which dictionary, so the frame does not: 4 bytes less. */
size_t rk_compress_zstd_by(rk_dictionary *dictionary, void *out, size_t capacity, const void *data, size_t len, int level)
{
	rk_codec_state *state = rk_codec_get_state();
	const ZSTD_CDict *digest = rk_dictionary_compress_with(dictionary, level ? level : ZSTD_CLEVEL_DEFAULT);
	size_t size;

	if (!digest || (!state->zstd_compression && !(state->zstd_compression = ZSTD_createCCtx()))) {
		return 0;
	}
	ZSTD_CCtx_reset(state->zstd_compression, ZSTD_reset_session_and_parameters);
	if (ZSTD_isError(ZSTD_CCtx_setParameter(state->zstd_compression, ZSTD_c_dictIDFlag, 0)) ||
		ZSTD_isError(ZSTD_CCtx_refCDict(state->zstd_compression, digest))) {
		return 0; /* GCOV_EXCL_LINE: after a reset neither fails */
	}
	size = ZSTD_compress2(state->zstd_compression, out, capacity, data, len);
	ZSTD_CCtx_reset(state->zstd_compression, ZSTD_reset_session_and_parameters); /* which forgets the digest */
	drop_large_context(state);
	return ZSTD_isError(size) ? 0 : size;
}

static bool zstd_is_plausible(const void *data, size_t len, size_t claimed)
{
	return ZSTD_getFrameContentSize(data, len) == claimed;
}

static bool zstd_prepare(void)
{
	rk_codec_state *state = rk_codec_get_state();

	if (!state->zstd_decompression) {
		state->zstd_decompression = ZSTD_createDCtx();
	}
	return state->zstd_decompression != NULL;
}

static bool zstd_decompress(void *out, size_t claimed, const void *data, size_t len)
{
	rk_codec_state *state = rk_codec_get_state();

	/* One frame and nothing behind it: zstd itself would go on with a second one. */
	return ZSTD_findFrameCompressedSize(data, len) == len &&
		ZSTD_decompressDCtx(state->zstd_decompression, out, claimed, data, len) == claimed;
}

/* A frame that names another dictionary than its envelope is none of ours. */
bool rk_decompress_zstd_by(rk_dictionary *dictionary, void *out, size_t claimed, const void *data, size_t len)
{
	rk_codec_state *state = rk_codec_get_state();
	unsigned named = ZSTD_getDictID_fromFrame(data, len);

	return (named == 0 || named == rk_dictionary_id(dictionary)) && ZSTD_findFrameCompressedSize(data, len) == len &&
		ZSTD_decompress_usingDDict(
			state->zstd_decompression, out, claimed, data, len, rk_dictionary_decompress_with(dictionary)) == claimed;
}

bool rk_compress_zstd_size(const void *data, size_t len, size_t *size)
{
	unsigned long long claimed = ZSTD_getFrameContentSize(data, len);

	if (claimed == ZSTD_CONTENTSIZE_UNKNOWN || claimed == ZSTD_CONTENTSIZE_ERROR || claimed > SIZE_MAX) {
		return false;
	}
	*size = (size_t) claimed;
	return true;
}

void rk_compress_zstd_shutdown(rk_codec_state *state)
{
	ZSTD_freeCCtx(state->zstd_compression);
	ZSTD_freeDCtx(state->zstd_decompression);
}

const rk_compressor rk_compress_zstd = {
	.id = RK_COMPRESSOR_ZSTD,
	.name = "zstd",
	.min_level = -100,
	.max_level = 22,
	.compress = zstd_compress,
	.is_plausible = zstd_is_plausible,
	.prepare = zstd_prepare,
	.decompress = zstd_decompress,
};
