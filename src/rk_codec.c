/* rk_codec.c: makes codecs from settings; what all of them share. Encoding is in rk_codec_encode.c, decoding in
 * rk_codec_decode.c; docs/values.md says what is stored. */

#include "rk_codec_parts.h"

#include "php_rediskit.h"

#include <limits.h>
#include <openssl/crypto.h>

#define MIN_MAC_KEY_LEN 16
#define DICTIONARY_THRESHOLD 64 /* from so many bytes on a dictionary mostly pays */

static const rk_serializer *const serializers[] = {
	&rk_serializer_php,
	&rk_serializer_igbinary,
	&rk_serializer_json,
};

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

void rk_codec_request_end(void)
{
	rk_codec_state *state = REDISKIT_G(codec_state);

	if (state) {
		rk_dictionary_request_end(&state->dictionaries);
	}
}

void rk_codec_shutdown(void *process_state)
{
	rk_codec_state *state = process_state;

	if (state) {
		rk_compress_zstd_shutdown(state);
		rk_dictionary_shutdown(&state->dictionaries);
		rk_codec_mac_shutdown(state);
		pefree(state, true);
	}
}

const rk_serializer *rk_serializer_by_id(uint8_t id)
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
				return rk_error_set(
					err, RK_ERR_CONFIG, "The serializer %s is not available: %s", name, serializers[i]->hint);
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
			return rk_error_set(err, RK_ERR_CONFIG, /* GCOV_EXCL_LINE: only without lz4 */
				"This rediskit was built without lz4: use the compression zstd, or build with --with-rediskit-lz4");
		}
		return rk_error_set(err, RK_ERR_CONFIG, "Unknown compression \"%s\": use none, zstd or lz4", name);
	}
	if (level == INT_MIN) { /* the INI's is zstd's */
		level = codec->compressor == &rk_compress_zstd ? (int) REDISKIT_G(compression_level) : 0;
	}
	if (level < codec->compressor->min_level || level > codec->compressor->max_level) {
		return rk_error_set(err, RK_ERR_CONFIG,
			"compression_level %d is out of range: %s takes %d to %d, 0 for its default", level, name,
			codec->compressor->min_level, codec->compressor->max_level);
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
		return rk_error_set(err, RK_ERR_CONFIG,
			"mac_key is too short: use at least %d random bytes, for example those of bin2hex(random_bytes(32))",
			MIN_MAC_KEY_LEN);
	}
	if (codec->compat) {
		return rk_error_set(err, RK_ERR_CONFIG,
			"compat and mac_key exclude each other: what others wrote is not signed; switch one of them off");
	}
	codec->mac_key = emalloc(len);
	memcpy(codec->mac_key, key, len);
	codec->mac_key_len = len;
	return RK_OK;
}

/* The dictionary to compress with; NULL: none. */
static rk_dictionary *first_dictionary(const rk_codec_config *config)
{
	return config->dictionaries_are_read_only ? NULL : rk_dictionaries_at(config->dictionaries, 0);
}

static rk_status set_dictionaries(rk_codec *codec, const rk_codec_config *config, rk_error *err)
{
	codec->dictionary = first_dictionary(config);
	if (codec->dictionary) {
		if (codec->compressor != &rk_compress_zstd) {
			return rk_error_set(err, RK_ERR_CONFIG,
				"A dictionary is for the compression zstd, and compression is %s: set it to zstd, or begin the list of dictionaries with null, "
				"if they are only to be read with",
				rk_codec_compression_name(codec));
		}
	}
	codec->dictionaries = rk_dictionaries_share(config->dictionaries);
	return RK_OK;
}

static const char *setting(const char *own, bool use_ini, const char *ini, const char *otherwise)
{
	if (*own) {
		return own;
	}
	return use_ini && ini && *ini ? ini : otherwise;
}

rk_status rk_codec_create(const rk_codec_config *config, bool use_ini_serializer, rk_codec **out, rk_error *err)
{
	const char *serializer = setting(
		config->serializer, use_ini_serializer, REDISKIT_G(serializer), use_ini_serializer ? "auto" : "none");
	bool has_dictionary = first_dictionary(config) != NULL;
	const char *compression = has_dictionary && !*config->compression
		? "zstd"
		: setting(config->compression, use_ini_serializer, REDISKIT_G(compression), "none");
	/* A client that only moves text is left alone by the INI; one that decodes is to be protected by it. */
	bool serializes = use_ini_serializer || strcmp(serializer, "none") != 0;
	bool decodes = serializes || strcmp(compression, "none") != 0 || config->compat > 0 || config->dictionaries;
	rk_codec *codec = ecalloc(1, sizeof(*codec));
	const char *mac_key = config->mac_key;
	size_t mac_key_len = config->mac_key_len;
	rk_status status;

	if (!mac_key && decodes && REDISKIT_G(mac_key)) {
		mac_key = REDISKIT_G(mac_key);
		mac_key_len = strlen(mac_key);
	}
	codec->compat = config->compat >= 0 ? config->compat : serializes && REDISKIT_G(compat);
	codec->threshold = (size_t) (config->threshold >= 0 ? config->threshold
			: has_dictionary                            ? DICTIONARY_THRESHOLD
														: REDISKIT_G(compression_threshold));
	codec->max_value_size = (size_t) (config->max_value_size > 0 ? config->max_value_size
																 : REDISKIT_G(max_value_size));
	codec->classes = parse_classes(config->allowed_classes ? config->allowed_classes : REDISKIT_G(allowed_classes));
	if ((status = choose_serializer(codec, serializer, err)) != RK_OK ||
		(status = choose_compressor(codec, compression, config->level, err)) != RK_OK ||
		(status = set_dictionaries(codec, config, err)) != RK_OK ||
		(status = set_mac_key(codec, mac_key, mac_key_len, err)) != RK_OK) {
		rk_codec_free(codec);
		return status;
	}
	codec->transparent = !use_ini_serializer && !codec->serializer && !codec->compressor && !codec->mac_key &&
		!codec->compat && !codec->dictionaries;
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
	rk_dictionaries_release(codec->dictionaries);
	efree(codec);
}

bool rk_codec_is_transparent(const rk_codec *codec)
{
	return codec->transparent;
}

bool rk_codec_signs(const rk_codec *codec)
{
	return codec->mac_key != NULL;
}

const char *rk_codec_serializer_name(const rk_codec *codec)
{
	return codec->serializer ? codec->serializer->name : "none";
}

const char *rk_codec_compression_name(const rk_codec *codec)
{
	return codec->compressor ? codec->compressor->name : "none";
}

#define KEY_SHOWN 100 /* bytes of a key's name in a message */

/* What a message says of a value or a key may be any bytes: they must not become lines of a log. */
static void make_printable(char *text, unsigned char last)
{
	for (; *text; text++) {
		if ((unsigned char) *text < 0x20 || *text == 0x7F || (unsigned char) *text > last) {
			*text = '?';
		}
	}
}

void rk_codec_name_key(rk_status status, const char *key, size_t key_len, rk_error *err)
{
	size_t used, shown = key_len > KEY_SHOWN ? KEY_SHOWN : key_len;
	char name[KEY_SHOWN + 1]; /* the key is part of a request, where no NUL follows: PHP's snprintf() would look for one in spite of "%.*s" */

	if (status != RK_ERR_CODEC) {
		return;
	}
	make_printable(err->message, 0xFF);
	if (!key_len) {
		return;
	}
	used = strlen(err->message);
	memcpy(name, key, shown);
	name[shown] = '\0';
	snprintf(err->message + used, sizeof(err->message) - used, " (key \"%s%s\")", name, shown < key_len ? "..." : "");
	make_printable(err->message + used, 0x7E);
}

bool rk_codec_parse_integer(const char *text, size_t len, int64_t *number)
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
