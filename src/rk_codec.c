/* rk_codec.c: how a value becomes stored bytes and back. docs/values.md says what is stored.
 *
 * Encoding: strings and integers stay text where that can be told apart again; everything else goes through the serializer into an envelope; what is long
 * enough is compressed, if that makes it shorter; with a key all of it is signed. Decoding goes the other way round and believes nothing: the signature is
 * checked first, then every size, before memory is taken, then nesting and classes, before anything is made. */

#include "rk_codec_parts.h"

#include "php_rediskit.h"

#include <limits.h>
#include <openssl/crypto.h>

#define DEFAULT_THRESHOLD 1024
#define DEFAULT_MAX_VALUE_SIZE ((size_t) 64 * 1024 * 1024)
#define MIN_MAC_KEY_LEN 16

/* Bytes on their way into storage. */
typedef struct {
	uint8_t serializer;  /* what they are */
	const char *data;    /* the bytes, borrowed or inside `buffer` */
	size_t len;
	zend_string *buffer; /* owned; holds `room` unused bytes and then the data. NULL: borrowed */
	size_t room;
	bool plain; /* may be stored just so */
} rk_payload;

/* --- Making a codec --- */

static const rk_serializer *const serializers[] = { &rk_serializer_php, &rk_serializer_igbinary, &rk_serializer_json };

static const rk_compressor *const compressors[] = {
	&rk_compress_zstd,
#ifdef HAVE_REDISKIT_LZ4
	&rk_compress_lz4,
#endif
};

rk_codec_state *rk_codec_get_state(void)
{
	if (RK_UNLIKELY(!REDISKIT_G(codec_state))) {
		REDISKIT_G(codec_state) = pecalloc(1, sizeof(rk_codec_state), true);
	}
	return REDISKIT_G(codec_state);
}

void rk_codec_shutdown(void *state)
{
	if (state) {
		rk_compress_zstd_shutdown(state);
		rk_codec_mac_shutdown(state);
		pefree(state, true);
	}
}

static const rk_serializer *serializer_by_id(uint8_t id)
{
	for (size_t i = 0; i < sizeof(serializers) / sizeof(*serializers); i++) {
		if (serializers[i]->id == id) {
			return serializers[i];
		}
	}
	return NULL;
}

const rk_compressor *rk_compressor_by_id(uint8_t id)
{
	for (size_t i = 0; i < sizeof(compressors) / sizeof(*compressors); i++) {
		if (compressors[i]->id == id) {
			return compressors[i];
		}
	}
	return NULL;
}

static rk_status choose_serializer(rk_codec *codec, const char *name, rk_error *err)
{
	if (!strcmp(name, "none")) {
		return RK_OK;
	}
	if (!strcmp(name, "auto")) {
		codec->serializer = rk_serializer_igbinary.available() ? &rk_serializer_igbinary : &rk_serializer_php;
		return RK_OK;
	}
	for (size_t i = 0; i < sizeof(serializers) / sizeof(*serializers); i++) {
		if (!strcmp(name, serializers[i]->name)) {
			codec->serializer = serializers[i];
			if (serializers[i]->available && !serializers[i]->available()) {
				return rk_error_set(err, RK_ERR_CONFIG, "The serializer %s is not available: %s", name, serializers[i]->hint);
			}
			return RK_OK;
		}
	}
	return rk_error_set(err, RK_ERR_CONFIG, "Unknown serializer \"%s\": use auto, php, igbinary, json or none", name);
}

static rk_status choose_compressor(rk_codec *codec, const char *name, int level, rk_error *err)
{
	if (!strcmp(name, "none")) {
		return RK_OK;
	}
	for (size_t i = 0; i < sizeof(compressors) / sizeof(*compressors); i++) {
		if (!strcmp(name, compressors[i]->name)) {
			codec->compressor = compressors[i];
		}
	}
	if (!codec->compressor) {
		if (!strcmp(name, "lz4")) {
			return rk_error_set(err, RK_ERR_CONFIG, "This rediskit was built without lz4: use the compression zstd, or build with --with-rediskit-lz4");
		}
		return rk_error_set(err, RK_ERR_CONFIG, "Unknown compression \"%s\": use none, zstd or lz4", name);
	}
	if (level == INT_MIN) { /* the INI's is zstd's */
		level = codec->compressor == &rk_compress_zstd ? (int) REDISKIT_G(compression_level) : 0;
	}
	if (level < codec->compressor->min_level || level > codec->compressor->max_level) {
		return rk_error_set(err, RK_ERR_CONFIG, "compression_level %d is out of range: %s takes %d to %d, 0 for its default", level, name, codec->compressor->min_level,
			codec->compressor->max_level);
	}
	codec->level = level;
	return RK_OK;
}

/* "App\User, App\Cart" -> the set of lower-case names; "*" -> NULL. */
static HashTable *parse_classes(const char *list)
{
	HashTable *classes;

	if (!list || !strcmp(list, "*")) {
		return NULL;
	}
	ALLOC_HASHTABLE(classes);
	zend_hash_init(classes, 8, NULL, NULL, false);
	while (*list) {
		size_t len;
		zend_string *lower;

		list += strspn(list, " \t\r\n,\\");
		len = strcspn(list, " \t\r\n,");
		if (len) {
			lower = zend_string_alloc(len, false);
			zend_str_tolower_copy(ZSTR_VAL(lower), list, len);
			zend_hash_add_empty_element(classes, lower);
			zend_string_release(lower);
		}
		list += len;
	}
	return classes;
}

static rk_status set_mac_key(rk_codec *codec, const char *key, size_t len, rk_error *err)
{
	if (!key || !len) {
		return RK_OK;
	}
	if (len < MIN_MAC_KEY_LEN) {
		return rk_error_set(err, RK_ERR_CONFIG, "mac_key is too short: use at least %d random bytes, for example those of bin2hex(random_bytes(32))", MIN_MAC_KEY_LEN);
	}
	if (codec->compat) {
		return rk_error_set(err, RK_ERR_CONFIG, "compat and mac_key exclude each other: what others wrote is not signed; switch one of them off");
	}
	codec->mac_key = emalloc(len);
	memcpy(codec->mac_key, key, len);
	codec->mac_key_len = len;
	return RK_OK;
}

static const char *setting(const char *explicit, bool use_ini, const char *ini, const char *otherwise)
{
	if (*explicit) {
		return explicit;
	}
	return use_ini && ini && *ini ? ini : otherwise;
}

rk_status rk_codec_create(const rk_codec_config *config, bool use_ini_serializer, rk_codec **out, rk_error *err)
{
	const char *serializer = setting(config->serializer, use_ini_serializer, REDISKIT_G(serializer), use_ini_serializer ? "auto" : "none");
	const char *compression = setting(config->compression, use_ini_serializer, REDISKIT_G(compression), "none");
	/* A client that only moves text is left alone by the INI; one that decodes is to be protected by it. */
	bool decodes = use_ini_serializer || strcmp(serializer, "none");
	rk_codec *codec = ecalloc(1, sizeof(*codec));
	const char *mac_key = config->mac_key;
	size_t mac_key_len = config->mac_key_len;
	rk_status status;

	if (!mac_key && decodes && REDISKIT_G(mac_key)) {
		mac_key = REDISKIT_G(mac_key);
		mac_key_len = strlen(mac_key);
	}
	codec->compat = config->compat >= 0 ? config->compat : decodes && REDISKIT_G(compat);
	codec->threshold = config->threshold >= 0 ? (size_t) config->threshold : (size_t) REDISKIT_G(compression_threshold);
	codec->max_value_size = config->max_value_size > 0 ? (size_t) config->max_value_size : (size_t) REDISKIT_G(max_value_size);
	codec->classes = parse_classes(config->allowed_classes ? config->allowed_classes : REDISKIT_G(allowed_classes));
	if ((status = choose_serializer(codec, serializer, err)) != RK_OK || (status = choose_compressor(codec, compression, config->level, err)) != RK_OK ||
		(status = set_mac_key(codec, mac_key, mac_key_len, err)) != RK_OK) {
		rk_codec_free(codec);
		return status;
	}
	codec->transparent = !use_ini_serializer && !codec->serializer && !codec->compressor && !codec->mac_key && !codec->compat;
	*out = codec;
	return RK_OK;
}

void rk_codec_free(rk_codec *codec)
{
	if (!codec) {
		return;
	}
	if (codec->classes) {
		zend_hash_destroy(codec->classes);
		FREE_HASHTABLE(codec->classes);
	}
	if (codec->mac_key) {
		OPENSSL_cleanse(codec->mac_key, codec->mac_key_len);
		efree(codec->mac_key);
	}
	efree(codec);
}

bool rk_codec_is_transparent(const rk_codec *codec)
{
	return codec->transparent;
}

const char *rk_codec_serializer_name(const rk_codec *codec)
{
	return codec->serializer ? codec->serializer->name : "none";
}

const char *rk_codec_compression_name(const rk_codec *codec)
{
	return codec->compressor ? codec->compressor->name : "none";
}

/* Adds to a codec's error which key it was. */
static RK_COLD rk_status name_key(rk_status status, const char *key, size_t key_len, rk_error *err)
{
	size_t used = strlen(err->message), shown = key_len > 100 ? 100 : key_len;

	if (status != RK_ERR_CODEC || !key_len) {
		return status;
	}
	snprintf(err->message + used, sizeof(err->message) - used, " (key \"%.*s%s\")", (int) shown, key, shown < key_len ? "..." : "");
	for (char *byte = err->message + used; *byte; byte++) {
		if ((unsigned char) *byte < 0x20 || (unsigned char) *byte > 0x7E) {
			*byte = '?';
		}
	}
	return status;
}

/* --- Plain text --- */

/* `0|-?[1-9][0-9]*` within 64 bits: what INCR leaves, and what reads back as an int. */
static bool parse_integer(const char *text, size_t len, int64_t *number)
{
	bool negative = len > 0 && *text == '-';
	uint64_t value = 0, limit = negative ? (uint64_t) INT64_MAX + 1 : INT64_MAX;

	text += negative;
	len -= negative;
	if (len == 0 || len > 19 || (*text == '0' && (len > 1 || negative))) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9') {
			return false;
		}
		value = value * 10 + (uint64_t) (text[i] - '0');
	}
	if (value > limit) {
		return false;
	}
	*number = negative ? (int64_t) (0 - value) : (int64_t) value;
	return true;
}

static inline bool may_be_integer(const char *text, size_t len)
{
	return len > 0 && len <= 20 && (*text == '-' || (*text >= '0' && *text <= '9'));
}

/* Would this string, stored just so, come back as something else? */
static bool needs_envelope(const rk_codec *codec, const char *text, size_t len)
{
	int64_t ignored;

	return rk_envelope_is(text, len) || (codec->serializer && may_be_integer(text, len) && parse_integer(text, len, &ignored)) ||
		rk_codec_foreign(text, len) != RK_FOREIGN_NONE;
}

/* --- Encoding --- */

/* Fills in the MAC, the last bytes of the header. */
static rk_status sign(const rk_codec *codec, const char *key, size_t key_len, zend_string *envelope, size_t header_len, rk_error *err)
{
	size_t signed_len = header_len - RK_ENVELOPE_MAC_LEN;
	char *bytes = ZSTR_VAL(envelope);

	if (!rk_codec_mac(codec, key, key_len, bytes, signed_len, bytes + header_len, ZSTR_LEN(envelope) - header_len, (unsigned char *) bytes + signed_len)) {
		return rk_error_set(err, RK_ERR_CODEC, "The value cannot be signed: OpenSSL refuses HMAC-SHA-256");
	}
	return RK_OK;
}

/* Makes an envelope around the compressed payload in *out, or leaves it NULL when that would not be shorter than `size`. */
static rk_status compress_payload(const rk_codec *codec, const rk_payload *payload, const rk_envelope_meta *meta, size_t size, zend_string **out, rk_error *err)
{
	size_t header_len = rk_envelope_header_size(codec->compressor->id, meta, codec->mac_key != NULL), compressed;
	zend_string *envelope;

	if (size <= header_len + 1) {
		return RK_OK;
	}
	if (!rk_memory_fits(size)) {
		return rk_codec_memory_error(size, err);
	}
	envelope = zend_string_alloc(size - 1, false);
	compressed = codec->compressor->compress(ZSTR_VAL(envelope) + header_len, size - 1 - header_len, payload->data, payload->len, codec->level);
	if (!compressed) {
		zend_string_efree(envelope);
		return RK_OK;
	}
	rk_envelope_write_header((unsigned char *) ZSTR_VAL(envelope), payload->serializer, codec->compressor->id, (uint32_t) payload->len, meta, codec->mac_key != NULL);
	envelope = zend_string_truncate(envelope, header_len + compressed, false);
	ZSTR_VAL(envelope)[ZSTR_LEN(envelope)] = '\0';
	*out = envelope;
	return RK_OK;
}

/* Makes an envelope around the payload as it is; the header goes into the room the payload's buffer left for it. */
static rk_status wrap_payload(const rk_codec *codec, rk_payload *payload, const rk_envelope_meta *meta, size_t header_len, zend_string **out, rk_error *err)
{
	zend_string *envelope = payload->buffer;

	if (!envelope || payload->room != header_len) {
		if (!rk_memory_fits(header_len + payload->len)) {
			return rk_codec_memory_error(header_len + payload->len, err);
		}
		envelope = zend_string_alloc(header_len + payload->len, false);
		memcpy(ZSTR_VAL(envelope) + header_len, payload->data, payload->len);
		ZSTR_VAL(envelope)[ZSTR_LEN(envelope)] = '\0';
	} else {
		payload->buffer = NULL;
	}
	rk_envelope_write_header((unsigned char *) ZSTR_VAL(envelope), payload->serializer, RK_COMPRESSOR_NONE, 0, meta, codec->mac_key != NULL);
	*out = envelope;
	return RK_OK;
}

/* The last step: the payload just so, compressed, or in an envelope; signed. Takes over the payload's buffer. */
static rk_status seal(const rk_codec *codec, rk_payload *payload, const char *key, size_t key_len, const rk_envelope_meta *meta, rk_encoded *out, rk_error *err)
{
	size_t header_len = rk_envelope_header_size(RK_COMPRESSOR_NONE, meta, codec->mac_key != NULL);
	zend_string *envelope = NULL;
	rk_status status = RK_OK;

	if (payload->len > codec->max_value_size || payload->len > RK_ENVELOPE_MAX_LENGTH) {
		status = rk_error_set(err, RK_ERR_CODEC, "The value is too large: it has %zu bytes and max_value_size allows %zu", payload->len, codec->max_value_size);
		goto out;
	}
	if (codec->compressor && payload->len >= codec->threshold) {
		status = compress_payload(codec, payload, meta, payload->len + (payload->plain ? 0 : header_len), &envelope, err);
		if (status != RK_OK) {
			goto out;
		}
		header_len += envelope ? rk_envelope_header_size(codec->compressor->id, NULL, false) - rk_envelope_header_size(RK_COMPRESSOR_NONE, NULL, false) : 0;
	}
	if (!envelope && payload->plain) {
		out->data = payload->data;
		out->len = payload->len;
		out->owned = payload->buffer;
		return RK_OK;
	}
	if (!envelope) {
		status = wrap_payload(codec, payload, meta, header_len, &envelope, err);
	}
	if (status == RK_OK && codec->mac_key) {
		status = sign(codec, key, key_len, envelope, header_len, err);
	}
	if (status == RK_OK) {
		out->data = ZSTR_VAL(envelope);
		out->len = ZSTR_LEN(envelope);
		out->owned = envelope;
	} else if (envelope) {
		zend_string_release(envelope);
	}
out:
	if (payload->buffer) {
		zend_string_release(payload->buffer);
	}
	return status;
}

/* Serializes into a buffer that has room for the header. */
static rk_status serialize(const rk_codec *codec, const rk_serializer *serializer, zval *value, const rk_envelope_meta *meta, rk_payload *payload, rk_error *err)
{
	smart_str buffer = { 0 };
	rk_status status;

	payload->serializer = serializer->id;
	payload->plain = serializer->id == RK_SERIALIZER_JSON && !meta && !codec->mac_key;
	payload->room = payload->plain ? 0 : rk_envelope_header_size(RK_COMPRESSOR_NONE, meta, codec->mac_key != NULL);
	smart_str_alloc(&buffer, payload->room, false);
	ZSTR_LEN(buffer.s) = payload->room;
	status = serializer->serialize(value, &buffer, err);
	if (status != RK_OK) {
		smart_str_free(&buffer);
		return status;
	}
	smart_str_0(&buffer);
	payload->buffer = buffer.s;
	payload->data = ZSTR_VAL(buffer.s) + payload->room;
	payload->len = ZSTR_LEN(buffer.s) - payload->room;
	return RK_OK;
}

/* Null, booleans and numbers as serialized text, by hand: it is short, every reader knows it, and no setting of PHP changes it. */
static void serialize_scalar(const zval *value, rk_payload *payload)
{
	smart_str buffer = { 0 };

	switch (Z_TYPE_P(value)) {
		case IS_LONG:
			smart_str_appends(&buffer, "i:");
			smart_str_append_long(&buffer, Z_LVAL_P(value));
			smart_str_appendc(&buffer, ';');
			break;
		case IS_DOUBLE:
			smart_str_appends(&buffer, "d:");
			smart_str_append_double(&buffer, Z_DVAL_P(value), -1, false);
			smart_str_appendc(&buffer, ';');
			break;
		case IS_NULL: smart_str_appends(&buffer, "N;"); break;
		default: smart_str_appends(&buffer, Z_TYPE_P(value) == IS_TRUE ? "b:1;" : "b:0;");
	}
	smart_str_0(&buffer);
	payload->serializer = RK_SERIALIZER_PHP;
	payload->buffer = buffer.s;
	payload->data = ZSTR_VAL(buffer.s);
	payload->len = ZSTR_LEN(buffer.s);
}

/* The text of a scalar, for codecs without a serializer. */
static void scalar_text(const zval *value, rk_payload *payload)
{
	smart_str buffer = { 0 };

	if (Z_TYPE_P(value) == IS_DOUBLE) {
		smart_str_append_double(&buffer, Z_DVAL_P(value), -1, false);
	} else if (Z_TYPE_P(value) == IS_LONG) {
		smart_str_append_long(&buffer, Z_LVAL_P(value));
	} else if (Z_TYPE_P(value) == IS_TRUE) {
		smart_str_appendc(&buffer, '1');
	}
	payload->buffer = smart_str_extract(&buffer);
	payload->data = ZSTR_VAL(payload->buffer);
	payload->len = ZSTR_LEN(payload->buffer);
}

static rk_status no_serializer(const zval *value, rk_error *err)
{
	return rk_error_set(err, RK_ERR_CODEC, "Cannot store %s without a serializer: set the option serializer to igbinary, php or json, or store it with Cache",
		Z_TYPE_P(value) == IS_ARRAY ? "an array" : "an object");
}

static rk_status encode_structure(const rk_codec *codec, zval *value, const rk_envelope_meta *meta, rk_payload *payload, rk_error *err)
{
	bool opaque;
	rk_status status = rk_codec_check_value(codec, value, &opaque, err);

	if (status == RK_OK) {
		status = serialize(codec, codec->serializer, value, meta, payload, err);
	}
	if (status == RK_OK && opaque && codec->serializer->check) {
		status = codec->serializer->check(codec, payload->data, payload->len, err);
		if (status != RK_OK) {
			zend_string_release(payload->buffer);
		}
	}
	return status;
}

static rk_status encode(const rk_codec *codec, zval *value, const rk_envelope_meta *meta, rk_payload *payload, rk_error *err)
{
	bool json = codec->serializer == &rk_serializer_json;

	switch (Z_TYPE_P(value)) {
		case IS_STRING:
			if (json) {
				return serialize(codec, codec->serializer, value, meta, payload, err);
			}
			payload->data = Z_STRVAL_P(value);
			payload->len = Z_STRLEN_P(value);
			break;
		case IS_LONG:
		case IS_DOUBLE:
		case IS_NULL:
		case IS_TRUE:
		case IS_FALSE:
			if (json) {
				return serialize(codec, codec->serializer, value, meta, payload, err);
			}
			if (codec->serializer) {
				serialize_scalar(value, payload);
				return RK_OK;
			}
			scalar_text(value, payload);
			break;
		case IS_ARRAY:
		case IS_OBJECT:
			if (!codec->serializer) {
				return no_serializer(value, err);
			}
			return encode_structure(codec, value, meta, payload, err);
		default: /* a resource */
			return encode_structure(codec, value, meta, payload, err);
	}
	payload->plain = !meta && !codec->mac_key && !needs_envelope(codec, payload->data, payload->len);
	return RK_OK;
}

rk_status rk_codec_encode(const rk_codec *codec, zval *value, const char *key, size_t key_len, const rk_envelope_meta *meta, rk_encoded *out, rk_error *err)
{
	rk_payload payload = { .serializer = RK_SERIALIZER_NONE };
	rk_status status;

	ZVAL_DEREF(value);
	out->owned = NULL;
	if (codec->transparent && !meta && Z_TYPE_P(value) == IS_STRING) {
		out->data = Z_STRVAL_P(value);
		out->len = Z_STRLEN_P(value);
		return RK_OK;
	}
	if (Z_TYPE_P(value) == IS_LONG && !meta && !codec->mac_key) {
		out->data = zend_print_long_to_buf(out->small + sizeof(out->small) - 1, Z_LVAL_P(value));
		out->len = (size_t) (out->small + sizeof(out->small) - 1 - out->data);
		return RK_OK;
	}
	status = encode(codec, value, meta, &payload, err);
	if (status == RK_OK) {
		payload.plain |= codec->transparent && !meta;
		status = seal(codec, &payload, key, key_len, meta, out, err);
	}
	return status == RK_OK ? RK_OK : name_key(status, key, key_len, err);
}

rk_status rk_codec_wrap(const rk_codec *codec, zend_string *bytes, const char *key, size_t key_len, rk_encoded *out, rk_error *err)
{
	rk_payload payload = { .serializer = RK_SERIALIZER_NONE, .data = ZSTR_VAL(bytes), .len = ZSTR_LEN(bytes) };
	rk_foreign foreign = rk_codec_foreign(payload.data, payload.len);
	rk_status status;

	out->owned = NULL;
	payload.plain = !codec->mac_key && !rk_envelope_is(payload.data, payload.len) && foreign != RK_FOREIGN_ZSTD && foreign != RK_FOREIGN_LZ4;
	status = seal(codec, &payload, key, key_len, NULL, out, err);
	return status == RK_OK ? RK_OK : name_key(status, key, key_len, err);
}

/* --- Decoding --- */

static rk_status unsigned_value(rk_error *err)
{
	return rk_error_set(err, RK_ERR_CODEC, "The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else");
}

static rk_status verify(const rk_codec *codec, const rk_envelope *envelope, const char *stored, const char *key, size_t key_len, rk_error *err)
{
	unsigned char mac[RK_ENVELOPE_MAC_LEN];

	if (!envelope->mac) {
		return unsigned_value(err);
	}
	if (!rk_codec_mac(codec, key, key_len, stored, (size_t) (envelope->mac - (const unsigned char *) stored), envelope->payload, envelope->payload_len, mac)) {
		return rk_error_set(err, RK_ERR_CODEC, "The value's signature cannot be checked: OpenSSL refuses HMAC-SHA-256");
	}
	if (CRYPTO_memcmp(mac, envelope->mac, sizeof(mac))) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from another key");
	}
	return RK_OK;
}

rk_status rk_codec_decompress(const rk_codec *codec, uint8_t id, const void *data, size_t len, size_t claimed, zend_string **out, rk_error *err)
{
	const rk_compressor *compressor = rk_compressor_by_id(id);
	zend_string *bytes;

	if (!compressor) {
		if (id == RK_COMPRESSOR_LZ4) {
			return rk_error_set(err, RK_ERR_CODEC, "The stored value is compressed with lz4, and this rediskit was built without it: build with --with-rediskit-lz4");
		}
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt, or was written by a newer rediskit: unknown compressor %d", id);
	}
	if (claimed > codec->max_value_size) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is too large: it says it has %zu bytes when decompressed, and max_value_size allows %zu", claimed,
			codec->max_value_size);
	}
	if (!compressor->is_plausible(data, len, claimed)) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt: its %zu bytes of %s data do not hold the %zu bytes it says", len, compressor->name, claimed);
	}
	if (!rk_memory_fits(claimed)) {
		return rk_codec_memory_error(claimed, err);
	}
	bytes = zend_string_alloc(claimed, false);
	if (!compressor->decompress(ZSTR_VAL(bytes), claimed, data, len)) {
		zend_string_efree(bytes);
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt: %s cannot decompress it", compressor->name);
	}
	ZSTR_VAL(bytes)[claimed] = '\0';
	*out = bytes;
	return RK_OK;
}

/* Takes an envelope apart, checks its signature and decompresses. *inflated is NULL when there was nothing to decompress: the payload is in the envelope. */
static rk_status open_envelope(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, rk_envelope *envelope, zend_string **inflated,
	rk_error *err)
{
	rk_status status = rk_envelope_parse(envelope, ZSTR_VAL(stored), ZSTR_LEN(stored), err);

	*inflated = NULL;
	if (status == RK_OK && codec->mac_key) {
		status = verify(codec, envelope, ZSTR_VAL(stored), key, key_len, err);
	}
	if (status == RK_OK && envelope->compressor != RK_COMPRESSOR_NONE) {
		status = rk_codec_decompress(codec, envelope->compressor, envelope->payload, envelope->payload_len, envelope->length, inflated, err);
	}
	return status;
}

rk_status rk_codec_unserialize(const rk_codec *codec, const rk_serializer *serializer, const char *data, size_t len, zval *out, rk_error *err)
{
	rk_status status = RK_OK;

	if (serializer->available && !serializer->available()) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value was serialized by %s, which is not loaded: %s", serializer->name, serializer->hint);
	}
	if (len > codec->max_value_size) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is too large: it has %zu bytes, and max_value_size allows %zu", len, codec->max_value_size);
	}
	if (serializer->check) {
		status = serializer->check(codec, data, len, err);
	}
	return status == RK_OK ? serializer->unserialize(codec, data, len, out, err) : status;
}

/* As above, for the serializer an envelope names. */
static rk_status unserialize(const rk_codec *codec, uint8_t id, const char *data, size_t len, zval *out, rk_error *err)
{
	const rk_serializer *serializer = serializer_by_id(id);
	rk_status status;

	if (!serializer) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt, or was written by a newer rediskit: unknown serializer %d", id);
	}
	status = rk_codec_unserialize(codec, serializer, data, len, out, err);
	if (status == RK_REFUSED) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt: it is not well-formed %s", serializer->name);
	}
	return status;
}

static rk_status decode_envelope(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zval *out, rk_envelope_meta *meta, rk_error *err)
{
	rk_envelope envelope;
	zend_string *inflated;
	const char *data;
	size_t len;
	rk_status status = open_envelope(codec, stored, key, key_len, &envelope, &inflated, err);

	if (status != RK_OK) {
		return status;
	}
	data = inflated ? ZSTR_VAL(inflated) : (const char *) envelope.payload;
	len = inflated ? ZSTR_LEN(inflated) : envelope.payload_len;
	if (envelope.serializer != RK_SERIALIZER_NONE) {
		status = unserialize(codec, envelope.serializer, data, len, out, err);
	} else if (inflated) {
		ZVAL_STR(out, inflated);
		inflated = NULL;
	} else if (rk_memory_fits(len)) {
		ZVAL_STRINGL_FAST(out, data, len);
	} else {
		status = rk_codec_memory_error(len, err);
	}
	if (inflated) {
		zend_string_release(inflated);
	}
	if (status == RK_OK && meta) {
		*meta = envelope.meta;
	}
	return status;
}

/* What has no envelope. RK_REFUSED: it is a string. */
static rk_status decode_text(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err)
{
	rk_status status = RK_REFUSED;
	int64_t number;

	if (codec->serializer && may_be_integer(data, len) && parse_integer(data, len, &number)) {
		if (number < ZEND_LONG_MIN || number > ZEND_LONG_MAX) {
			return RK_REFUSED;
		}
		ZVAL_LONG(out, (zend_long) number);
		return RK_OK;
	}
	if (codec->serializer == &rk_serializer_json) {
		status = rk_codec_unserialize(codec, codec->serializer, data, len, out, err);
	}
	if (status == RK_REFUSED && codec->compat) {
		status = rk_codec_read_foreign(codec, data, len, out, err);
	}
	return status;
}

rk_status rk_codec_decode(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zval *out, rk_envelope_meta *meta, rk_error *err)
{
	rk_status status = RK_REFUSED;

	if (meta) {
		memset(meta, 0, sizeof(*meta));
	}
	if (!codec->transparent) {
		if (rk_envelope_is(ZSTR_VAL(stored), ZSTR_LEN(stored))) {
			status = decode_envelope(codec, stored, key, key_len, out, meta, err);
		} else if (codec->mac_key) {
			status = unsigned_value(err);
		} else {
			status = decode_text(codec, ZSTR_VAL(stored), ZSTR_LEN(stored), out, err);
		}
	}
	if (status == RK_REFUSED) {
		ZVAL_STR_COPY(out, stored);
		return RK_OK;
	}
	return status == RK_OK ? RK_OK : name_key(status, key, key_len, err);
}

rk_status rk_codec_decode_in_place(const rk_codec *codec, zval *value, const char *key, size_t key_len, rk_error *err)
{
	zend_string *stored;
	rk_status status;
	zval decoded;

	if (Z_TYPE_P(value) != IS_STRING || codec->transparent) {
		return RK_OK;
	}
	stored = Z_STR_P(value);
	status = rk_codec_decode(codec, stored, key, key_len, &decoded, NULL, err);
	if (status == RK_OK) {
		ZVAL_COPY_VALUE(value, &decoded);
		zend_string_release(stored);
	}
	return status;
}

static rk_status unwrap(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zend_string **out, rk_error *err)
{
	rk_envelope envelope;
	rk_status status;

	if (!rk_envelope_is(ZSTR_VAL(stored), ZSTR_LEN(stored))) {
		if (codec->mac_key) {
			return unsigned_value(err);
		}
		status = codec->compat ? rk_codec_decompress_foreign(codec, ZSTR_VAL(stored), ZSTR_LEN(stored), out, err) : RK_REFUSED;
		if (status == RK_REFUSED) {
			*out = zend_string_copy(stored);
			status = RK_OK;
		}
		return status;
	}
	status = open_envelope(codec, stored, key, key_len, &envelope, out, err);
	if (status == RK_OK && envelope.serializer != RK_SERIALIZER_NONE) {
		if (*out) {
			zend_string_release(*out);
		}
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is not what was expected here: it is a value of its own, serialized");
	}
	if (status == RK_OK && !*out) {
		if (!rk_memory_fits(envelope.payload_len)) {
			return rk_codec_memory_error(envelope.payload_len, err);
		}
		*out = zend_string_init((const char *) envelope.payload, envelope.payload_len, false);
	}
	return status;
}

rk_status rk_codec_unwrap(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zend_string **out, rk_error *err)
{
	rk_status status = unwrap(codec, stored, key, key_len, out, err);

	return status == RK_OK ? RK_OK : name_key(status, key, key_len, err);
}
