/* envelope.c: whatever bytes a key holds, decoding them ends in a value or in an error: no bad access, no leak, no PHP error, no class
 * that is not allowed, no more than 64 MB for a value of up to 1 MB.
 *
 *     codec | form | power | bytes
 *
 * codec: which one reads (serializer, compat, MAC, allowed classes). form: how the bytes become what is stored: as they are, or
 * as the payload of an envelope whose header, compression and MAC are right, so that what is behind those is met, too. power: so
 * often the bytes are repeated, as the elements of an array of the serializer's format. */
#include "dictionary.h"
#include "harness.h"

#include "rk_codec_parts.h"

#include <zend_exceptions.h>
#include <zend_smart_str.h>

#define KEY "app:value"

enum { /* form */
	FORM_ENVELOPE = 0x01,
	FORM_SERIALIZER = 0x06, /* of the envelope, and of repeated elements */
	FORM_COMPRESSOR = 0x18,
	FORM_META = 0x20,
	FORM_FOREIGN = 0x40, /* without envelope, compressed as phpredis does; in one with zstd: with the dictionary */
	FORM_UNWRAP = 0x80,  /* read as a session is: without a serializer */
};

enum { /* codec */
	CODEC_SERIALIZER = 0x03,
	CODEC_COMPAT = 0x04,
	CODEC_MAC = 0x08,
	CODEC_CLASSES = 0x30,
	CODECS = 0x40,
};

static rk_codec *codecs[CODECS];
static rk_dictionaries *dictionaries; /* one, which all codecs have */

static rk_codec *make_codec(unsigned which)
{
	static const char *const serializers[] = { "php", "igbinary", "json", "none" };
	static const char *const classes[] = { "*", "", "stdClass,Thing,Suit", "Other" };
	rk_codec_config config = {
		.compression = "none",
		.level = 0,
		.threshold = 0,
		.max_value_size = RK_FUZZ_LARGEST,
		.compat = which & CODEC_COMPAT && !(which & CODEC_MAC),
		.allowed_classes = (char *) classes[(which & CODEC_CLASSES) >> 4],
		.mac_key = which & CODEC_MAC ? (char *) "0123456789abcdef" : NULL,
		.mac_key_len = which & CODEC_MAC ? 16 : 0,
		.dictionaries = dictionaries,
		.dictionaries_are_read_only = true,
	};
	rk_codec *codec;
	rk_error err;

	strcpy(config.serializer, serializers[which & CODEC_SERIALIZER]);
	if (rk_codec_create(&config, true, &codec, &err) != RK_OK) {
		rk_fuzz_fail("codec %u: %s", which, err.message);
	}
	return codec;
}

static void begin(void)
{
	dictionaries = rk_fuzz_train();
	for (unsigned i = 0; i < CODECS; i++) {
		codecs[i] = make_codec(i);
	}
}

static void end(void)
{
	for (unsigned i = 0; i < CODECS; i++) {
		rk_codec_free(codecs[i]);
	}
	rk_dictionaries_release(dictionaries);
}

static void append_big_endian(smart_str *out, uint64_t number, unsigned size)
{
	while (size-- > 0) {
		smart_str_appendc(out, (char) (number >> 8 * size));
	}
}

/* An array of `times` elements, each of which is `bytes`. */
static void append_list(smart_str *out, unsigned serializer, size_t times, const char *bytes, size_t len)
{
	switch (serializer) {
		case RK_SERIALIZER_PHP:
			smart_str_append_printf(out, "a:%zu:{", times);
			for (size_t i = 0; i < times; i++) {
				smart_str_append_printf(out, "i:%zu;", i);
				smart_str_appendl(out, bytes, len);
			}
			smart_str_appendc(out, '}');
			break;
		case RK_SERIALIZER_IGBINARY:
			append_big_endian(out, 2, 4);
			smart_str_appendc(out, 0x16); /* array, 32 bits */
			append_big_endian(out, times, 4);
			for (size_t i = 0; i < times; i++) {
				smart_str_appendc(out, 0x08); /* a positive number of 16 bits */
				append_big_endian(out, i & 0xFFFF, 2);
				smart_str_appendl(out, bytes, len);
			}
			break;
		case RK_SERIALIZER_JSON:
			for (size_t i = 0; i < times; i++) {
				smart_str_appendc(out, i ? ',' : '[');
				smart_str_appendl(out, bytes, len);
			}
			smart_str_appendc(out, ']');
			break;
		default:
			for (size_t i = 0; i < times; i++) {
				smart_str_appendl(out, bytes, len);
			}
	}
}

/* The payload, compressed; NULL when it cannot be. */
static zend_string *compress(unsigned compressor, rk_dictionary *dictionary, zend_string *payload)
{
	const rk_compressor *how = rk_compressor_by_id((uint8_t) compressor);
	zend_string *out;
	size_t capacity = ZSTR_LEN(payload) + ZSTR_LEN(payload) / 128 + 256;

	if (!how) {
		return zend_string_copy(payload);
	}
	out = zend_string_alloc(capacity, false);
	ZSTR_LEN(out) = dictionary ? rk_compress_zstd_by(dictionary, ZSTR_VAL(out), capacity, ZSTR_VAL(payload), ZSTR_LEN(payload), 0)
							   : how->compress(ZSTR_VAL(out), capacity, ZSTR_VAL(payload), ZSTR_LEN(payload), 0);
	ZSTR_VAL(out)
	[ZSTR_LEN(out)] = '\0';
	return out;
}

static zend_string *wrap_envelope(const rk_codec *codec, unsigned serializer, unsigned compressor, rk_dictionary *dictionary, bool with_meta,
	zend_string *payload)
{
	static const rk_envelope_meta meta = { .soft_expiry_ms = 1, .compute_cost_ms = 2, .tags = (const unsigned char *) "0123456789", .tags_len = 10 };
	zend_string *compressed = compress(compressor, dictionary, payload), *stored;
	uint32_t id = dictionary ? rk_dictionary_id(dictionary) : 0;
	size_t header = rk_envelope_header_size((uint8_t) compressor, id, with_meta ? &meta : NULL, codec->mac_key != NULL);
	unsigned char *bytes;

	stored = zend_string_alloc(header + ZSTR_LEN(compressed), false);
	bytes = (unsigned char *) ZSTR_VAL(stored);
	rk_envelope_write_header(bytes, (uint8_t) serializer, (uint8_t) compressor, (uint32_t) ZSTR_LEN(payload), id, with_meta ? &meta : NULL,
		codec->mac_key != NULL);
	memcpy(bytes + header, ZSTR_VAL(compressed), ZSTR_LEN(compressed) + 1);
	if (codec->mac_key) {
		rk_codec_mac(codec, ZEND_STRL(KEY), bytes, header - RK_ENVELOPE_MAC_LEN, bytes + header, ZSTR_LEN(compressed),
			bytes + header - RK_ENVELOPE_MAC_LEN);
	}
	zend_string_release(compressed);
	return stored;
}

/* What phpredis stores with compression: a zstd frame, or for lz4 a CRC and the length before the block, which the input holds. */
static zend_string *wrap_foreign(unsigned compressor, zend_string *payload)
{
	return compress(compressor == RK_COMPRESSOR_LZ4 ? RK_COMPRESSOR_NONE : compressor, NULL, payload);
}

static zend_string *stored_value(const rk_codec *codec, uint8_t form, uint8_t power, const uint8_t *data, size_t size)
{
	unsigned serializer = (form & FORM_SERIALIZER) >> 1, compressor = (form & FORM_COMPRESSOR) >> 3;
	smart_str payload = { 0 };
	size_t times = rk_fuzz_times(power, size + 16);
	zend_string *bytes, *stored;

	if (times > 1) {
		append_list(&payload, serializer, times, (const char *) data, size);
	} else {
		smart_str_appendl(&payload, (const char *) data, size);
	}
	bytes = smart_str_extract(&payload);
	if (form & FORM_ENVELOPE) {
		rk_dictionary *dictionary = compressor == RK_COMPRESSOR_ZSTD && form & FORM_FOREIGN ? rk_dictionaries_at(dictionaries, 0) : NULL;

		stored = wrap_envelope(codec, serializer, compressor, dictionary, form & FORM_META, bytes);
	} else if (form & FORM_FOREIGN) {
		stored = wrap_foreign(compressor, bytes);
	} else {
		return bytes;
	}
	zend_string_release(bytes);
	return stored;
}

/* Objects of other classes than allowed must not come out, wherever they are. */
static void check_classes(zval *value, unsigned depth)
{
	zval *item;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_OBJECT) {
		const char *name = ZSTR_VAL(Z_OBJCE_P(value)->name);

		rk_fuzz_check(!strcmp(name, "stdClass") || !strcmp(name, "Thing") || !strcmp(name, "Suit"), "an object of the class %s came out", name);
	} else if (Z_TYPE_P(value) == IS_ARRAY && depth < 4) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), item) {
			check_classes(item, depth + 1);
		}
		ZEND_HASH_FOREACH_END();
	}
}

static void run(const uint8_t *data, size_t size)
{
	unsigned which = rk_fuzz_byte(&data, &size) % CODECS;
	uint8_t form = rk_fuzz_byte(&data, &size), power = rk_fuzz_byte(&data, &size);
	const rk_codec *codec = codecs[which];
	zend_string *stored = stored_value(codec, form, power, data, size), *bytes;
	rk_envelope_meta meta;
	rk_error err = { 0 };
	rk_status status;
	zval value;

	if (form & FORM_UNWRAP) {
		status = rk_codec_unwrap(codec, stored, ZEND_STRL(KEY), &bytes, &err);
		if (status == RK_OK) {
			zend_string_release(bytes);
		}
	} else {
		status = rk_codec_decode(codec, stored, ZEND_STRL(KEY), &value, &meta, &err);
		if (status == RK_OK) {
			if ((which & CODEC_CLASSES) == 0x20) {
				check_classes(&value, 0);
			}
			zval_ptr_dtor(&value);
		}
	}
	rk_fuzz_check(status == RK_OK || status == RK_ERR_CODEC || status == RK_ERR_EXCEPTION, "status %d: %s", status, err.message);
	rk_fuzz_check(status != RK_ERR_CODEC || err.message[0], "an error without a message");
	rk_fuzz_check((status == RK_ERR_EXCEPTION) == (EG(exception) != NULL), "status %d, and the exception says otherwise", status);
	if (EG(exception)) {
		zend_clear_exception();
	}
	zend_string_release(stored);
	zend_gc_collect_cycles();
}

const rk_fuzz_target target = {
	.script = "class Thing { public $a; protected ?int $n = 1; private array $list = [];\n"
			  "  function __wakeup() { $this->a = 1; } }\n"
			  "class Other { public ?Other $next = null; public $x;\n"
			  "  function __serialize(): array { return [$this->x]; }\n"
			  "  function __unserialize(array $data): void { $this->x = $data['x'] ?? throw new DomainException('no x'); } }\n"
			  "enum Suit: string { case Hearts = 'H'; case Spades = 'S'; }\n",
	.begin = begin,
	.run = run,
	.end = end,
	.power_at = 2,
};
