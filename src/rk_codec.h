/* rk_codec.h: PHP values <-> stored bytes (DESIGN of the format: docs/architecture.md, "Values").
 *
 * A stored value is plain text (integers, ordinary strings) or an envelope that says which serializer and compressor made it, so any codec can
 * read what any other wrote. Serializers and compressors are const vtables, one small file each. Encoding and decoding run user code
 * (__serialize, autoload): never call them while a connection is leased. */
#ifndef RK_CODEC_H
#define RK_CODEC_H

#include "rk_config.h"

#include <php.h>

typedef struct rk_codec rk_codec;

/* An encoded value: `data` is borrowed from the input when nothing had to change, else from `owned`. */
typedef struct {
	const char *data;
	size_t len;
	zend_string *owned; /* NULL, or to be released by rk_encoded_release() */
	char small[24];     /* text of an integer */
} rk_encoded;

static inline void rk_encoded_release(rk_encoded *encoded)
{
	if (encoded->owned) {
		zend_string_release(encoded->owned);
	}
}

/* Optional header fields of an envelope. */
typedef struct {
	int64_t soft_expiry_ms;  /* unix time in ms from which the value is stale; 0: none */
	uint32_t compute_cost_ms; /* what computing it took, for early recomputation; 0: unknown */
	const unsigned char *tags; /* tag versions, opaque here: 8 bytes hash of the names + 16 bytes a tag; NULL: none */
	size_t tags_len;
} rk_envelope_meta;

/* Makes a codec from settings; unset ones fall back to the INI when `use_ini_serializer`, else to serializer none. RK_ERR_CONFIG for an
 * unknown serializer or compressor, or one that is not available (the message says how to get it). Request memory. */
rk_status rk_codec_create(const rk_codec_config *config, bool use_ini_serializer, rk_codec **out, rk_error *err);
void rk_codec_free(rk_codec *codec);

/* True when values are passed through as text (serializer none, no compression, no MAC): callers can skip decoding. */
bool rk_codec_is_transparent(const rk_codec *codec);

/* Encodes `value`. `key` is the full key name, used by the MAC only. `meta` forces an envelope when it is set. RK_ERR_CODEC (message names the option
 * to change), RK_ERR_EXCEPTION when user code threw. */
rk_status rk_codec_encode(const rk_codec *codec, zval *value, const char *key, size_t key_len, const rk_envelope_meta *meta,
						  rk_encoded *out, rk_error *err);

/* Decodes stored bytes. `stored` is borrowed; a plain string result shares it. `meta` (may be NULL) receives the header fields, its `tags` pointing
 * into `stored`. RK_ERR_CODEC for corrupt, truncated, oversized, forged or forbidden values; RK_ERR_EXCEPTION when user code threw. */
rk_status rk_codec_decode(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zval *out, rk_envelope_meta *meta,
						  rk_error *err);

/* Replaces a zval string in place by what it decodes to; other types stay. */
rk_status rk_codec_decode_in_place(const rk_codec *codec, zval *value, const char *key, size_t key_len, rk_error *err);

/* Names for dumps and --ri. */
const char *rk_codec_serializer_name(const rk_codec *codec);
const char *rk_codec_compression_name(const rk_codec *codec);
/* Is igbinary loaded and usable at run time? Its version or NULL. */
const char *rk_igbinary_version(void);

/* Sessions store PHP's own serialized text: compress and wrap bytes without a serializer ("none" id), and back. */
rk_status rk_codec_wrap(const rk_codec *codec, zend_string *payload, const char *key, size_t key_len, rk_encoded *out, rk_error *err);
rk_status rk_codec_unwrap(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zend_string **out, rk_error *err);

#endif
