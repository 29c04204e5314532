/* rk_serializer_json.c: JSON text, for values that programs in other languages read. Objects come back as arrays,
 * whole floats as floats, integers beyond 64 bits as strings. ext/json is part of every PHP. */

#include "rk_codec_parts.h"

#include <ext/json/php_json.h>
#include <ext/json/php_json_parser.h>

#define ENCODE_OPTIONS (PHP_JSON_UNESCAPED_UNICODE | PHP_JSON_UNESCAPED_SLASHES | PHP_JSON_PRESERVE_ZERO_FRACTION)
#define DECODE_OPTIONS (PHP_JSON_OBJECT_AS_ARRAY | PHP_JSON_BIGINT_AS_STRING)

static const char *encoding_problem(php_json_error_code code)
{
	switch (code) {
		case PHP_JSON_ERROR_UTF8:
		case PHP_JSON_ERROR_UTF16:
			return "a string in it is not UTF-8, which JSON cannot hold: use the serializer php or igbinary";
		case PHP_JSON_ERROR_INF_OR_NAN: return "JSON has no INF and no NAN: use the serializer php or igbinary";
		case PHP_JSON_ERROR_RECURSION: return "it contains itself: use the serializer php or igbinary";
		case PHP_JSON_ERROR_DEPTH: return "it is nested too deep";
		case PHP_JSON_ERROR_NON_BACKED_ENUM:
			return "an enum in it has no backing value: use the serializer php or igbinary";
		default: return "JSON cannot hold its type: use the serializer php or igbinary";
	}
}

static rk_status json_serialize(zval *value, smart_str *out, rk_error *err)
{
	/* The function reports through what json_last_error() reads, which is the application's. */
	php_json_error_code outer_error = JSON_G(error_code), error;
	int outer_depth = JSON_G(encode_max_depth);

	php_json_encode_ex(out, value, ENCODE_OPTIONS, RK_CODEC_MAX_DEPTH);
	error = JSON_G(error_code);
	JSON_G(error_code) = outer_error;
	JSON_G(encode_max_depth) = outer_depth;
	if (EG(exception)) {
		return rk_codec_exception("store", err);
	}
	if (error != PHP_JSON_ERROR_NONE) {
		return rk_error_set(err, RK_ERR_CODEC, "Cannot store the value as JSON: %s", encoding_problem(error));
	}
	return RK_OK;
}

/* Shorter texts are not looked over: they cannot become much. */
#define LONG_TEXT (16 * 1024)
#define STRING_MEMORY (_ZSTR_HEADER_SIZE + 8) /* besides its bytes */

typedef struct {
	size_t memory, largest; /* of all arrays, and of one */
	unsigned depth;
	struct {
		size_t elements;
		bool is_list;
	} levels[RK_CODEC_MAX_DEPTH];
} estimate;

static void close_level(estimate *estimate)
{
	size_t array;

	if (estimate->depth > 0) {
		estimate->depth--;
		array = rk_array_memory(estimate->levels[estimate->depth].elements, estimate->levels[estimate->depth].is_list);
		estimate->largest = array > estimate->largest ? array : estimate->largest;
		estimate->memory += array;
	}
}

/* An upper bound of what the text becomes: the parser does not say before it is there. Well-formed or not: it makes what comes before
 * what it refuses. Arrays grow by doubling, so the largest has its former place, too, for a moment. */
static size_t memory_needed(const char *data, size_t len)
{
	estimate estimate;

	estimate.memory = len;
	estimate.largest = estimate.depth = 0;
	for (const char *at = data, *end = data + len; at < end; at++) { /* there is a NUL byte behind the last */
		switch (*at) {
			case '"':
				estimate.memory += at[1] != '"' ? STRING_MEMORY : 0;
				while (++at < end && *at != '"') {
					at += *at == '\\';
				}
				break;
			case '[':
			case '{':
				if (estimate.depth == RK_CODEC_MAX_DEPTH) { /* this is what it refuses */
					end = at;
					break;
				}
				estimate.levels[estimate.depth].elements = at[1] != *at + 2; /* the bracket that closes it */
				estimate.levels[estimate.depth++].is_list = *at == '[';
				break;
			case ',':
				if (estimate.depth > 0) {
					estimate.levels[estimate.depth - 1].elements++;
				}
				break;
			case ']':
			case '}': close_level(&estimate); break;
		}
	}
	while (estimate.depth > 0) {
		close_level(&estimate);
	}
	return estimate.memory + estimate.largest / 2;
}

static rk_status json_check(const rk_codec *codec, const char *data, size_t len, rk_error *err)
{
	(void) codec;
	return len < LONG_TEXT ? RK_OK : rk_codec_check_memory(len, memory_needed(data, len), err);
}

static rk_status json_unserialize(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err)
{
	php_json_parser parser;
	zval value;

	(void) codec;
	if (len == 0) {
		return RK_REFUSED;
	}
	ZVAL_NULL(&value);
	php_json_parser_init(
		&parser, &value, data, len, DECODE_OPTIONS, RK_CODEC_MAX_DEPTH + 1); /* the first it refuses */
	if (php_json_parse(&parser)) {
		if (php_json_parser_error_code(&parser) == PHP_JSON_ERROR_DEPTH) {
			return rk_codec_depth_error(err);
		}
		return RK_REFUSED;
	}
	ZVAL_COPY_VALUE(out, &value);
	return RK_OK;
}

const rk_serializer rk_serializer_json = {
	.id = RK_SERIALIZER_JSON,
	.name = "json",
	.serialize = json_serialize,
	.check = json_check,
	.unserialize = json_unserialize,
};
