/* rk_codec.h: PHP values <-> stored bytes (docs/values.md has the format).
 *
 * A stored value is plain text (integers, ordinary strings) or an envelope that says which serializer and
 * compressor made it, so any codec can read what any other wrote. Serializers and compressors are const vtables,
 * one small file each. Encoding and decoding run user code (__serialize, autoload): never call them while a
 * connection is leased. */
#ifndef RK_CODEC_H
#define RK_CODEC_H

#include "rk_config.h"
#include "rk_envelope.h"

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

/* Makes a codec from settings; what is unset falls back to the INI. With `use_ini_serializer` (Cache, Codec,
 * sessions) that goes for serializer and compression too, and values describe themselves whatever the serializer;
 * without (Client) they are none unless set. The INI's compat is left out without a serializer, and its mac_key where
 * nothing is decoded at all: such a client moves text. RK_ERR_CONFIG for an unknown serializer or compressor, for one that is not available (the
 * message says how to get it), and for settings that contradict each other. Request memory. */
rk_status rk_codec_create(const rk_codec_config *config, bool use_ini_serializer, rk_codec **out, rk_error *err);
void rk_codec_free(rk_codec *codec);

/* After the request's codecs are gone: takes back what those that a fatal error left behind hold outside of request memory. */
void rk_codec_request_end(void);
/* Frees what the process keeps for codecs (REDISKIT_G(codec_state)); NULL is fine. */
void rk_codec_shutdown(void *state);

/* True when values are passed through as text (a Client's, without serializer, compression, MAC and compat):
 * callers can skip decoding. */
bool rk_codec_is_transparent(const rk_codec *codec);

/* True when there is a mac_key: what it signed, the header included, cannot be changed. */
bool rk_codec_signs(const rk_codec *codec);

/* Fills in the option dictionary: bytes, or a list of them, the first of which may be null: they are only read with then. null
 * changes nothing; an empty string, an empty list and false mean none. RK_ERR_CONFIG: what is wrong with which. */
rk_status rk_codec_set_dictionaries(rk_codec_config *config, zval *value, rk_error *err);
/* The same as a PHP value, for dumps; null when there are none. */
void rk_codec_get_dictionaries(const rk_codec_config *config, zval *out);

/* Samples that a dictionary is made of. Begins as zeros; ends with rk_training_free(). */
#define RK_TRAINING_LIMIT ((size_t) 16 * 1024 * 1024) /* bytes of samples that are looked at */
#define RK_TRAINING_LEAST 10                          /* samples */
typedef struct {
	char *bytes; /* one behind the other */
	size_t len, size;
	size_t *lengths;
	unsigned count, room;
} rk_training;

/* Adds a value as `codec` would compress it; user code may run. *full: the limit is reached, what follows is not looked at.
 * RK_ERR_CODEC, RK_ERR_EXCEPTION. */
rk_status rk_training_add(rk_training *training, const rk_codec *codec, zval *value, bool *full, rk_error *err);
/* Makes a dictionary of at most `size` bytes. RK_ERR_CODEC: there are too few samples, or memory is short. */
rk_status rk_training_finish(const rk_training *training, size_t size, zend_string **out, rk_error *err);
void rk_training_free(rk_training *training);

/* Encodes `value`. `key` is the full key name, for the MAC and for messages. `meta` forces an envelope when it is
 * set (not for transparent codecs, which would not read it). The result is not to be copied: its data may lie in
 * itself. RK_ERR_CODEC (message names the option to change), RK_ERR_EXCEPTION when user code threw. */
rk_status rk_codec_encode(const rk_codec *codec, zval *value, const char *key, size_t key_len,
	const rk_envelope_meta *meta, rk_encoded *out, rk_error *err);

/* Decodes stored bytes. `stored` is borrowed; a plain string result shares it. `meta` (may be NULL) receives the
 * header fields, its `tags` pointing into `stored`. RK_ERR_CODEC for corrupt, truncated, oversized, forged or
 * forbidden values; RK_ERR_EXCEPTION when user code threw. */
rk_status rk_codec_decode(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zval *out,
	rk_envelope_meta *meta, rk_error *err);

/* Replaces a zval string in place by what it decodes to; other types stay. */
rk_status rk_codec_decode_in_place(
	const rk_codec *codec, zval *value, const char *key, size_t key_len, rk_error *err);

/* Names for dumps and --ri. */
const char *rk_codec_serializer_name(const rk_codec *codec);
const char *rk_codec_compression_name(const rk_codec *codec);
/* Is igbinary loaded and usable at run time? Its version or NULL. */
const char *rk_igbinary_version(void);
/* The versions of the libraries this process runs with; NULL for lz4 where it is not built. */
const char *rk_zstd_version(void);
const char *rk_lz4_version(void);

/* Sessions store PHP's own serialized text: compress and wrap bytes without a serializer ("none" id), and back.
 * These describe themselves with any codec: another compression setting never makes stored sessions unreadable. */
rk_status rk_codec_wrap(
	const rk_codec *codec, zend_string *payload, const char *key, size_t key_len, rk_encoded *out, rk_error *err);
rk_status rk_codec_unwrap(
	const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zend_string **out, rk_error *err);

/* Decodes such a payload as session.serialize_handler = `handler` (php, php_binary, php_serialize, igbinary) made it, into an
 * array. No object is woken up. RK_ERR_CODEC; RK_ERR_EXCEPTION when an autoloader or an error handler threw. */
rk_status rk_codec_read_session(const rk_codec *codec, const char *handler, zend_string *text, zval *out, rk_error *err);

#endif
