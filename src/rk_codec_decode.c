/* rk_codec_decode.c: bytes become a value, and nothing is believed: the signature is checked first, then every
 * size, before memory is taken, then nesting and classes, before anything is made. */

#include "rk_codec_parts.h"

#include <openssl/crypto.h>

static rk_status unsigned_value(rk_error *err)
{
	return rk_error_set(err, RK_ERR_CODEC,
		"The stored value is not signed, and a mac_key is set: it was written without that key, or by someone else");
}

static rk_status verify(const rk_codec *codec, const rk_envelope *envelope, const char *stored, const char *key,
	size_t key_len, rk_error *err)
{
	unsigned char mac[RK_ENVELOPE_MAC_LEN];

	if (!envelope->mac) {
		return unsigned_value(err);
	}
	if (!rk_codec_mac(codec, key, key_len, stored, (size_t) (envelope->mac - (const unsigned char *) stored),
			envelope->payload, envelope->payload_len, mac)) {
		return rk_error_set(
			err, RK_ERR_CODEC, "The value's signature cannot be checked: not enough memory, or OpenSSL refuses HMAC-SHA-256");
	}
	if (CRYPTO_memcmp(mac, envelope->mac, sizeof(mac))) {
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value's signature is wrong: another mac_key made it, it was changed, or it was copied from "
			"another key");
	}
	return RK_OK;
}

rk_status rk_codec_decompress(const rk_codec *codec, uint8_t id, uint32_t dictionary_id, const void *data, size_t len, size_t claimed,
	zend_string **out, rk_error *err)
{
	const rk_compressor *compressor = rk_compressor_by_id(id);
	rk_dictionary *dictionary = dictionary_id ? rk_dictionaries_by_id(codec->dictionaries, dictionary_id) : NULL;
	zend_string *bytes;

	if (!compressor) {
		if (id == RK_COMPRESSOR_LZ4) {
			return rk_error_set(err, RK_ERR_CODEC, /* GCOV_EXCL_LINE: only without lz4 */
				"The stored value is compressed with lz4, and this rediskit was built without it: build with "
				"--with-rediskit-lz4");
		}
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value is corrupt, or was written by a newer rediskit: unknown compressor %d", id);
	}
	if (dictionary_id && !dictionary) {
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value needs the dictionary %u, which is not among those given: add it to the option dictionary, behind the one that writes",
			(unsigned) dictionary_id);
	}
	if (claimed > codec->max_value_size) {
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value is too large: it says it has %zu bytes when decompressed, and max_value_size allows "
			"%zu",
			claimed, codec->max_value_size);
	}
	if (!compressor->is_plausible(data, len, claimed)) {
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value is corrupt: its %zu bytes of %s data do not hold the %zu bytes it says", len,
			compressor->name, claimed);
	}
	if (!rk_memory_fits(claimed)) {
		return rk_codec_memory_error(claimed, err);
	}
	if (compressor->prepare && !compressor->prepare()) {
		return rk_error_set(err, RK_ERR_CODEC, "Not enough memory to decompress the stored value with %s", compressor->name);
	}
	bytes = zend_string_alloc(claimed, false);
	if (!(dictionary ? rk_decompress_zstd_by(dictionary, ZSTR_VAL(bytes), claimed, data, len)
					 : compressor->decompress(ZSTR_VAL(bytes), claimed, data, len))) {
		zend_string_efree(bytes);
		return rk_error_set(
			err, RK_ERR_CODEC, "The stored value is corrupt: %s cannot decompress it", compressor->name);
	}
	*(ZSTR_VAL(bytes) + claimed) = '\0';
	*out = bytes;
	return RK_OK;
}

/* Takes an envelope apart, checks its signature and decompresses. *inflated is NULL when there was nothing to
 * decompress: the payload is in the envelope. */
static rk_status open_envelope(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len,
	rk_envelope *envelope, zend_string **inflated, rk_error *err)
{
	rk_status status = rk_envelope_parse(envelope, ZSTR_VAL(stored), ZSTR_LEN(stored), err);

	*inflated = NULL;
	if (status == RK_OK && codec->mac_key) {
		status = verify(codec, envelope, ZSTR_VAL(stored), key, key_len, err);
	}
	if (status == RK_OK && envelope->compressor != RK_COMPRESSOR_NONE) {
		status = rk_codec_decompress(codec, envelope->compressor, envelope->dictionary, envelope->payload, envelope->payload_len,
			envelope->length, inflated, err);
	}
	return status;
}

rk_status rk_codec_unserialize(
	const rk_codec *codec, const rk_serializer *serializer, const char *data, size_t len, zval *out, rk_error *err)
{
	rk_status status;

	if (serializer->available && !serializer->available()) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value was serialized by %s, which is not loaded: %s",
			serializer->name, serializer->hint);
	}
	if (len > codec->max_value_size) {
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value is too large: it has %zu bytes, and max_value_size allows %zu", len,
			codec->max_value_size);
	}
	status = serializer->check(codec, data, len, err);
	return status == RK_OK ? serializer->unserialize(codec, data, len, out, err) : status;
}

/* As above, for the serializer an envelope names. */
static rk_status unserialize(
	const rk_codec *codec, uint8_t id, const char *data, size_t len, zval *out, rk_error *err)
{
	const rk_serializer *serializer = rk_serializer_by_id(id);
	rk_status status;

	if (!serializer) {
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value is corrupt, or was written by a newer rediskit: unknown serializer %d", id);
	}
	status = rk_codec_unserialize(codec, serializer, data, len, out, err);
	if (status == RK_REFUSED) {
		return rk_error_set(
			err, RK_ERR_CODEC, "The stored value is corrupt: it is not well-formed %s", serializer->name);
	}
	return status;
}

static rk_status decode_envelope(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len,
	zval *out, rk_envelope_meta *meta, rk_error *err)
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

	if (codec->serializer && rk_codec_may_be_integer(data, len) && rk_codec_parse_integer(data, len, &number)) {
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

rk_status rk_codec_decode(const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zval *out,
	rk_envelope_meta *meta, rk_error *err)
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
	if (RK_UNLIKELY(status != RK_OK)) {
		rk_codec_name_key(status, key, key_len, err);
	}
	return status;
}

rk_status rk_codec_decode_in_place(const rk_codec *codec, zval *value, const char *key, size_t key_len, rk_error *err)
{
	zend_string *stored;
	rk_status status;
	zval decoded;

	if (Z_TYPE_P(value) != IS_STRING) {
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

static rk_status unwrap(
	const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zend_string **out, rk_error *err)
{
	rk_envelope envelope;
	rk_status status = RK_REFUSED;

	if (!rk_envelope_is(ZSTR_VAL(stored), ZSTR_LEN(stored))) {
		if (codec->mac_key) {
			return unsigned_value(err);
		}
		if (codec->compat) {
			status = rk_codec_decompress_foreign(codec, ZSTR_VAL(stored), ZSTR_LEN(stored), out, err);
		}
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
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value is not what was expected here: it is a value of its own, serialized");
	}
	if (status == RK_OK && !*out) {
		if (!rk_memory_fits(envelope.payload_len)) {
			return rk_codec_memory_error(envelope.payload_len, err);
		}
		*out = zend_string_init((const char *) envelope.payload, envelope.payload_len, false);
	}
	return status;
}

rk_status rk_codec_unwrap(
	const rk_codec *codec, zend_string *stored, const char *key, size_t key_len, zend_string **out, rk_error *err)
{
	rk_status status = unwrap(codec, stored, key, key_len, out, err);

	if (RK_UNLIKELY(status != RK_OK)) {
		rk_codec_name_key(status, key, key_len, err);
	}
	return status;
}
