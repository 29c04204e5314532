/* rk_codec_parts.h: what rk_codec.c is put together from: serializers and compressors as const vtables, the MAC,
 * the checks, the formats of others. Private to rk_codec*.c, rk_serializer_*.c and rk_compress_*.c; everyone else
 * includes rk_codec.h. */
#ifndef RK_CODEC_PARTS_H
#define RK_CODEC_PARTS_H

#ifdef HAVE_CONFIG_H
#include "config.h" /* HAVE_REDISKIT_LZ4 */
#endif

#include "rk_codec.h"

#include <Zend/zend_smart_str.h>

/* Arrays and objects may be nested this deep, whatever the serializer: decoders recurse, and igbinary's ends the
 * process when the stack ends. */
#define RK_CODEC_MAX_DEPTH 512

typedef struct {
	uint8_t id; /* RK_SERIALIZER_… */
	const char *name;
	const char *hint; /* what to do when it is not available */
	bool (*available)(void);
	/* Appends the value's bytes to `out`. The value has passed rk_codec_check_value(). On failure what was
	 * appended does not matter. RK_ERR_CODEC, or RK_ERR_EXCEPTION when user code threw. */
	rk_status (*serialize)(zval *value, smart_str *out, rk_error *err);
	/* Looks at bytes that may be anything, with a NUL byte behind them, before anything is made of them:
	 * well-formed to the end, nested within RK_CODEC_MAX_DEPTH, of allowed classes, and what it becomes passes
	 * rk_codec_check_memory(). Only that last one for json, whose parser does the others. */
	rk_status (*check)(const rk_codec *codec, const char *data, size_t len, rk_error *err);
	/* Makes a value of bytes that have passed `check`. `out` is set on RK_OK only. RK_REFUSED: these bytes are not
	 * of this format (json only, which cannot tell corrupt from foreign). */
	rk_status (*unserialize)(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err);
} rk_serializer;

typedef struct {
	uint8_t id; /* RK_COMPRESSOR_… */
	const char *name;
	int min_level, max_level; /* what `compress` takes; 0 is its default */
	/* Compresses into at most `capacity` bytes. Returns how many, 0 when they don't suffice or memory is short. */
	size_t (*compress)(void *out, size_t capacity, const void *data, size_t len, int level);
	/* Can `data` be what `claimed` bytes became? Asked before memory is taken for them. */
	bool (*is_plausible)(const void *data, size_t len, size_t claimed);
	/* Makes what `decompress` needs; false when memory is short. NULL: nothing. */
	bool (*prepare)(void);
	/* Decompresses to exactly `claimed` bytes; false when it is anything else. */
	bool (*decompress)(void *out, size_t claimed, const void *data, size_t len);
} rk_compressor;

extern const rk_serializer rk_serializer_php, rk_serializer_igbinary, rk_serializer_json;
extern const rk_compressor rk_compress_zstd;
#ifdef HAVE_REDISKIT_LZ4
extern const rk_compressor rk_compress_lz4;
#endif

struct rk_codec {
	const rk_serializer *serializer; /* NULL: none */
	const rk_compressor *compressor; /* NULL: none */
	int level;
	size_t threshold;      /* values shorter than this are not compressed */
	size_t max_value_size; /* of a value before compression */
	HashTable *classes;    /* lower-case names that may be decoded; NULL: all */
	char *mac_key;         /* NULL: no MAC */
	size_t mac_key_len;
	rk_dictionaries *dictionaries; /* counted; NULL: none */
	rk_dictionary *dictionary;     /* the one of them to compress with, with zstd; NULL: none */
	bool transparent;
	bool compat;
};

/* What the process (thread) keeps for all codecs: found functions and warm contexts. Made at first use. */
typedef struct {
	int (*igbinary_serialize)(uint8_t **out, size_t *len, zval *value);
	int (*igbinary_unserialize)(const uint8_t *data, size_t len, zval *out);
	bool igbinary_searched;
	void *zstd_compression, *zstd_decompression;
	rk_dictionary_store dictionaries;
	void *mac_context; /* keyed, ready to be copied */
	char *mac_key;     /* the key it is for; secret */
	size_t mac_key_len;
} rk_codec_state;

rk_codec_state *rk_codec_get_state(void);
void rk_compress_zstd_shutdown(rk_codec_state *state);
/* As `compress` and `decompress` above, with a dictionary. */
size_t rk_compress_zstd_by(rk_dictionary *dictionary, void *out, size_t capacity, const void *data, size_t len, int level);
bool rk_decompress_zstd_by(rk_dictionary *dictionary, void *out, size_t claimed, const void *data, size_t len);
/* What the frame says its content's size is; false when it does not say, or is no frame. */
bool rk_compress_zstd_size(const void *data, size_t len, size_t *size);
void rk_codec_mac_shutdown(rk_codec_state *state);

/* rk_codec_check.c */

/* Can memory_limit bear `size` more bytes? PHP ends the process when it is overrun by far, so large sizes are
 * asked about first. */
#define RK_LARGE_ALLOCATION ((size_t) 2 * 1024 * 1024)
bool rk_memory_is_short(size_t size);
static inline bool rk_memory_fits(size_t size)
{
	return RK_LIKELY(size < RK_LARGE_ALLOCATION) || !rk_memory_is_short(size);
}

/* Looks at a value before it is serialized: nesting within RK_CODEC_MAX_DEPTH, nothing that can't be stored
 * (closures, resources…), no class that this codec would refuse to read. *opaque: objects in it decide themselves
 * what is stored of them, or there are references, or so many arrays that a reader might refuse them: the bytes are to be checked too. */
rk_status rk_codec_check_value(const rk_codec *codec, zval *value, bool *opaque, rk_error *err);

/* May an object of this class be decoded? Otherwise fills *err. */
rk_status rk_codec_check_class(const rk_codec *codec, const char *name, size_t len, rk_error *err);

/* Runs work(context) as if the application's serialize() or unserialize(), inside which a value may be encoded or decoded, were not in
 * progress: these number what they meet, and a value's bytes stand alone. They go on afterwards; after a fatal error, too, or what shutdown
 * functions and sessions serialize would be numbered on from here, and read only what is allowed here. In rk_serializer_php.c. */
void rk_codec_apart(void (*work)(void *context), void *context);

/* An exception is pending after a serializer failed. RK_ERR_EXCEPTION when user code threw it: it stays. When PHP
 * itself did ("Serialization of 'X' is not allowed", a typed property that does not fit any more), it is cleared
 * and becomes an RK_ERR_CODEC that says the same. `doing`: "store" or "read". */
rk_status rk_codec_exception(const char *doing, rk_error *err);

/* What an array of so many elements takes; `packed`: keys 0, 1, 2… Decoders make it in one piece, so a sum of
 * these is known before. */
static inline size_t rk_array_memory(size_t elements, bool packed)
{
	size_t slots = 8;

	while (RK_UNLIKELY(slots < elements)) {
		slots *= 2;
	}
	return elements ? sizeof(zend_array) + slots * (packed ? sizeof(zval) : sizeof(Bucket) + 2 * sizeof(uint32_t)) : 0;
}

/* May a value whose `len` bytes become `memory` bytes be decoded? Not when memory_limit cannot bear it, nor when it is beyond
 * RK_CODEC_EXPANSION bytes for each that is stored (one of less than 1 MB counts as that): what programs store stays below, nests of tiny arrays
 * do not. */
#define RK_CODEC_EXPANSION 60
rk_status rk_codec_check_memory(size_t len, size_t memory, rk_error *err);

/* The two errors that several files raise. */
static inline rk_status rk_codec_memory_error(size_t size, rk_error *err)
{
	return rk_error_set(err, RK_ERR_CODEC,
		"Not enough memory for a value that needs about %zu bytes: raise memory_limit (%lld bytes), or store less in "
		"one value",
		size, (long long) PG(memory_limit));
}

static inline rk_status rk_codec_depth_error(rk_error *err)
{
	return rk_error_set(err, RK_ERR_CODEC, "The value is nested too deep: arrays and objects may be nested %d levels",
		RK_CODEC_MAX_DEPTH);
}

/* rk_serializer_php_scan.c, rk_serializer_igbinary_scan.c: the `check` of those */
rk_status rk_serializer_php_check(const rk_codec *codec, const char *data, size_t len, rk_error *err);
rk_status rk_serializer_igbinary_check(const rk_codec *codec, const char *data, size_t len, rk_error *err);

/* Do these bytes, with a NUL byte behind them, begin with a well-formed value? RK_REFUSED: no; RK_ERR_CODEC: memory_limit cannot bear it.
 * Objects of any class may be in it, for they are not to be woken up; but not as bytes that only their class could read (C:). */
rk_status rk_serializer_php_check_asleep(const char *data, size_t len, rk_error *err);

/* Is this well-formed serialized text, whole or as deep as is looked? Used to tell the format of others. */
bool rk_serializer_php_matches(const char *data, size_t len);

/* rk_codec_mac.c */

/* HMAC-SHA-256 over the key name, the header without its MAC and the payload. False when OpenSSL fails. */
bool rk_codec_mac(const rk_codec *codec, const char *key, size_t key_len, const void *header, size_t header_len,
	const void *payload, size_t payload_len, unsigned char mac[RK_ENVELOPE_MAC_LEN]);

/* rk_codec_compat.c: values that phpredis and Laravel wrote */

typedef enum {
	RK_FOREIGN_NONE,
	RK_FOREIGN_PHP,      /* a:1:{… */
	RK_FOREIGN_IGBINARY, /* 00 00 00 02 … */
	RK_FOREIGN_ZSTD,     /* a zstd frame */
	RK_FOREIGN_LZ4,      /* phpredis: CRC-8 of the length, length, block */
} rk_foreign;

/* What a reader with `compat` would take these bytes for; quick, and may say yes too often: strings it says yes to
 * are enveloped when stored. */
rk_foreign rk_codec_foreign(const char *data, size_t len);

/* Decodes such a value. RK_REFUSED: it is none after all, take it as a string. */
rk_status rk_codec_read_foreign(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err);
/* The same for bytes without a serializer: takes off the compression of others only. RK_REFUSED: there is none. */
rk_status rk_codec_decompress_foreign(
	const rk_codec *codec, const char *data, size_t len, zend_string **out, rk_error *err);

/* rk_codec_decode.c */

/* Checks and unserializes. */
rk_status rk_codec_unserialize(
	const rk_codec *codec, const rk_serializer *serializer, const char *data, size_t len, zval *out, rk_error *err);
/* Decompresses `len` bytes to `claimed` with every check; `dictionary` is an id, 0: without. */
rk_status rk_codec_decompress(const rk_codec *codec, uint8_t compressor, uint32_t dictionary, const void *data, size_t len, size_t claimed,
	zend_string **out, rk_error *err);

/* rk_codec_encode.c */

/* The bytes of a value that would be compressed. RK_ERR_CODEC, RK_ERR_EXCEPTION. */
rk_status rk_codec_serialize(const rk_codec *codec, zval *value, zend_string **out, rk_error *err);

/* rk_codec.c */

const rk_serializer *rk_serializer_by_id(uint8_t id);
const rk_compressor *rk_compressor_by_id(uint8_t id);
/* `0|-?[1-9][0-9]*` within 64 bits: what INCR leaves, and what reads back as an int. */
bool rk_codec_parse_integer(const char *text, size_t len, int64_t *number);
static inline bool rk_codec_may_be_integer(const char *text, size_t len)
{
	return len > 0 && len <= 20 && (*text == '-' || (*text >= '0' && *text <= '9'));
}
/* Makes a codec's error fit to be shown, and adds which key it was. */
void rk_codec_name_key(rk_status status, const char *key, size_t key_len, rk_error *err) RK_COLD;

#endif
