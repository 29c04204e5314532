/* rk_codec_encode.c: a value becomes bytes. Strings and integers stay text where that can be told apart again;
 * everything else goes through the serializer into an envelope; what is long enough is compressed, if that makes
 * it shorter; with a key all of it is signed. */

#include "rk_codec_parts.h"

/* Bytes on their way into storage. */
typedef struct {
	uint8_t serializer; /* what they are */
	const char *data;   /* the bytes, borrowed or inside `buffer` */
	size_t len;
	zend_string *buffer; /* owned; holds `room` unused bytes and then the data. NULL: borrowed */
	size_t room;
	bool plain; /* may be stored just so */
} rk_payload;

/* Would this string, stored just so, come back as something else? */
static bool needs_envelope(const rk_codec *codec, const char *text, size_t len)
{
	int64_t ignored;

	return rk_envelope_is(text, len) ||
		(codec->serializer && rk_codec_may_be_integer(text, len) && rk_codec_parse_integer(text, len, &ignored)) ||
		rk_codec_foreign(text, len) != RK_FOREIGN_NONE;
}

/* Fills in the MAC, the last bytes of the header. */
static rk_status sign(
	const rk_codec *codec, const char *key, size_t key_len, zend_string *envelope, size_t header_len, rk_error *err)
{
	size_t signed_len = header_len - RK_ENVELOPE_MAC_LEN;
	char *bytes = ZSTR_VAL(envelope);

	if (!rk_codec_mac(codec, key, key_len, bytes, signed_len, bytes + header_len, ZSTR_LEN(envelope) - header_len,
			(unsigned char *) bytes + signed_len)) {
		return rk_error_set(err, RK_ERR_CODEC, "The value cannot be signed: not enough memory, or OpenSSL refuses HMAC-SHA-256");
	}
	return RK_OK;
}

/* The id of the dictionary that compresses; 0: none does. */
static uint32_t writing_dictionary(const rk_codec *codec)
{
	return codec->dictionary ? rk_dictionary_id(codec->dictionary) : 0;
}

/* Makes an envelope around the compressed payload in *out, or leaves it NULL when that would not be shorter than
 * `size`. */
static rk_status compress_payload(const rk_codec *codec, const rk_payload *payload, const rk_envelope_meta *meta,
	size_t size, zend_string **out, rk_error *err)
{
	uint32_t id = writing_dictionary(codec);
	size_t header_len = rk_envelope_header_size(codec->compressor->id, id, meta, codec->mac_key != NULL), room, compressed;
	zend_string *envelope;

	if (size <= header_len + 1) {
		return RK_OK;
	}
	if (!rk_memory_fits(size)) {
		return rk_codec_memory_error(size, err);
	}
	envelope = zend_string_alloc(size - 1, false);
	room = size - 1 - header_len;
	compressed = codec->dictionary
		? rk_compress_zstd_by(codec->dictionary, ZSTR_VAL(envelope) + header_len, room, payload->data, payload->len, codec->level)
		: codec->compressor->compress(ZSTR_VAL(envelope) + header_len, room, payload->data, payload->len, codec->level);
	if (!compressed) {
		zend_string_efree(envelope);
		return RK_OK;
	}
	rk_envelope_write_header((unsigned char *) ZSTR_VAL(envelope), payload->serializer, codec->compressor->id,
		(uint32_t) payload->len, id, meta, codec->mac_key != NULL);
	envelope = zend_string_truncate(envelope, header_len + compressed, false);
	*(ZSTR_VAL(envelope) + ZSTR_LEN(envelope)) = '\0';
	*out = envelope;
	return RK_OK;
}

/* Makes an envelope around the payload as it is; the header goes into the room the payload's buffer left for it. */
static rk_status wrap_payload(const rk_codec *codec, rk_payload *payload, const rk_envelope_meta *meta,
	size_t header_len, zend_string **out, rk_error *err)
{
	zend_string *envelope = payload->buffer;

	if (!envelope || payload->room != header_len) {
		if (!rk_memory_fits(header_len + payload->len)) {
			return rk_codec_memory_error(header_len + payload->len, err);
		}
		envelope = zend_string_alloc(header_len + payload->len, false);
		memcpy(ZSTR_VAL(envelope) + header_len, payload->data, payload->len);
		*(ZSTR_VAL(envelope) + ZSTR_LEN(envelope)) = '\0';
	} else {
		payload->buffer = NULL;
	}
	rk_envelope_write_header((unsigned char *) ZSTR_VAL(envelope), payload->serializer, RK_COMPRESSOR_NONE, 0, 0, meta,
		codec->mac_key != NULL);
	*out = envelope;
	return RK_OK;
}

/* The last step: the payload just so, compressed, or in an envelope; signed. Takes over the payload's buffer. */
static rk_status seal(const rk_codec *codec, rk_payload *payload, const char *key, size_t key_len,
	const rk_envelope_meta *meta, rk_encoded *out, rk_error *err)
{
	size_t header_len = rk_envelope_header_size(RK_COMPRESSOR_NONE, 0, meta, codec->mac_key != NULL);
	zend_string *envelope = NULL;
	rk_status status = RK_OK;

	if (payload->len > codec->max_value_size || payload->len > RK_ENVELOPE_MAX_LENGTH) {
		status = rk_error_set(err, RK_ERR_CODEC,
			"The value is too large: it has %zu bytes and max_value_size allows %zu", payload->len,
			codec->max_value_size);
		goto out;
	}
	if (codec->compressor && payload->len >= codec->threshold) {
		status = compress_payload(
			codec, payload, meta, payload->len + (payload->plain ? 0 : header_len), &envelope, err);
		if (status != RK_OK) {
			goto out;
		}
		if (envelope) {
			header_len = rk_envelope_header_size(codec->compressor->id, writing_dictionary(codec), meta, codec->mac_key != NULL);
		}
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
static rk_status serialize(const rk_codec *codec, const rk_serializer *serializer, zval *value,
	const rk_envelope_meta *meta, rk_payload *payload, rk_error *err)
{
	smart_str buffer = { 0 };
	rk_status status;

	payload->serializer = serializer->id;
	payload->plain = serializer->id == RK_SERIALIZER_JSON && !meta && !codec->mac_key;
	payload->room = payload->plain ? 0 : rk_envelope_header_size(RK_COMPRESSOR_NONE, 0, meta, codec->mac_key != NULL);
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

/* Null, booleans and numbers as serialized text, by hand: it is short, every reader knows it, and no setting of
 * PHP changes it. */
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
	return rk_error_set(err, RK_ERR_CODEC,
		"Cannot store %s without a serializer: set the option serializer to igbinary, php or json, or store it with "
		"Cache",
		Z_TYPE_P(value) == IS_ARRAY ? "an array" : "an object");
}

static rk_status encode_structure(
	const rk_codec *codec, zval *value, const rk_envelope_meta *meta, rk_payload *payload, rk_error *err)
{
	bool opaque;
	zval held; /* when it came by reference, user code may assign to the variable meanwhile */
	rk_status status;

	ZVAL_COPY(&held, value);
	status = rk_codec_check_value(codec, &held, &opaque, err);

	if (status == RK_OK) {
		ZEND_ASSERT(codec->serializer); /* without one only a resource comes here, which was refused */
		status = serialize(codec, codec->serializer, &held, meta, payload, err);
	}
	zval_ptr_dtor(&held);
	if (status == RK_OK && opaque) {
		status = codec->serializer->check(codec, payload->data, payload->len, err);
		if (status != RK_OK) {
			zend_string_release(payload->buffer);
		}
	}
	return status;
}

static rk_status encode(
	const rk_codec *codec, zval *value, const rk_envelope_meta *meta, rk_payload *payload, rk_error *err)
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
		default: /* also resources, which get their own error */
			if (!codec->serializer && Z_TYPE_P(value) != IS_RESOURCE) {
				return no_serializer(value, err);
			}
			return encode_structure(codec, value, meta, payload, err);
	}
	payload->plain = !meta && !codec->mac_key && !needs_envelope(codec, payload->data, payload->len);
	return RK_OK;
}

rk_status rk_codec_encode(const rk_codec *codec, zval *value, const char *key, size_t key_len,
	const rk_envelope_meta *meta, rk_encoded *out, rk_error *err)
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
	if (RK_UNLIKELY(status != RK_OK)) {
		rk_codec_name_key(status, key, key_len, err);
	}
	return status;
}

rk_status rk_codec_serialize(const rk_codec *codec, zval *value, zend_string **out, rk_error *err)
{
	rk_payload payload = { .serializer = RK_SERIALIZER_NONE };
	rk_status status;

	ZVAL_DEREF(value);
	status = encode(codec, value, NULL, &payload, err);
	if (status != RK_OK) {
		return status;
	}
	if (!rk_memory_fits(payload.len)) {
		status = rk_codec_memory_error(payload.len, err);
	} else {
		*out = zend_string_init(payload.data, payload.len, false);
	}
	if (payload.buffer) {
		zend_string_release(payload.buffer);
	}
	return status;
}

rk_status rk_codec_wrap(
	const rk_codec *codec, zend_string *bytes, const char *key, size_t key_len, rk_encoded *out, rk_error *err)
{
	rk_payload payload = { .serializer = RK_SERIALIZER_NONE, .data = ZSTR_VAL(bytes), .len = ZSTR_LEN(bytes) };
	rk_foreign foreign = rk_codec_foreign(payload.data, payload.len);
	rk_status status;

	out->owned = NULL;
	payload.plain = !codec->mac_key && !rk_envelope_is(payload.data, payload.len) && foreign != RK_FOREIGN_ZSTD &&
		foreign != RK_FOREIGN_LZ4;
	status = seal(codec, &payload, key, key_len, NULL, out, err);
	if (RK_UNLIKELY(status != RK_OK)) {
		rk_codec_name_key(status, key, key_len, err);
	}
	return status;
}
