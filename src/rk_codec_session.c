/* rk_codec_session.c: what session.serialize_handler made of $_SESSION -> an array, without ext/session, which can decode into
 * $_SESSION only. Objects are not woken up: they come as __PHP_Incomplete_Class (php's formats) or are refused (igbinary, and those
 * of \Serializable classes). */

#include "rk_codec_parts.h"

#include <ext/standard/php_var.h>

#define NO_CLASSES ((HashTable *) &zend_empty_array)

/* The name of the next variable, and *in moved to its value; NULL: there is none. */
typedef zend_string *(*next_name)(const unsigned char **in, const unsigned char *end);

/* name|value name|value */
static zend_string *php_name(const unsigned char **in, const unsigned char *end)
{
	const unsigned char *bar = memchr(*in, '|', (size_t) (end - *in));
	zend_string *name = bar ? zend_string_init((const char *) *in, (size_t) (bar - *in), false) : NULL;

	*in = bar ? bar + 1 : *in;
	return name;
}

/* One byte of length, name, value */
static zend_string *binary_name(const unsigned char **in, const unsigned char *end)
{
	size_t len = **in & 0x7f;
	zend_string *name;

	if (len >= (size_t) (end - *in)) {
		return NULL;
	}
	name = zend_string_init((const char *) *in + 1, len, false);
	*in += 1 + len;
	return name;
}

/* One value at *in, which moves behind it. RK_REFUSED: there is none; RK_ERR_CODEC: memory_limit cannot bear it. PHP's decoder, which warns
 * of what is not well-formed, gets only what was looked at. */
static rk_status decode_value(const unsigned char **in, const unsigned char *end, zval *value, php_unserialize_data_t *state, rk_error *err)
{
	rk_status status = rk_serializer_php_check_asleep((const char *) *in, (size_t) (end - *in), err);

	return status != RK_OK || php_var_unserialize(value, in, end, state) ? status : RK_REFUSED;
}

/* Fills `out`, an array. Status as of decode_value(). */
static rk_status decode_variables(next_name next, zend_string *text, zval *out, php_unserialize_data_t *state, rk_error *err)
{
	const unsigned char *in = (const unsigned char *) ZSTR_VAL(text), *end = in + ZSTR_LEN(text);
	rk_status status = RK_OK;

	while (in < end && status == RK_OK) {
		zend_string *name = next(&in, end);
		zval *value;

		if (!name) {
			return RK_REFUSED;
		}
		value = var_tmp_var(state);
		status = decode_value(&in, end, value, state, err);
		if (status == RK_OK) {
			Z_TRY_ADDREF_P(value);
			zend_symtable_update(Z_ARRVAL_P(out), name, value);
		}
		zend_string_release(name);
	}
	return status;
}

/* serialize($_SESSION) */
static rk_status decode_whole(zend_string *text, zval *out, php_unserialize_data_t *state, rk_error *err)
{
	const unsigned char *in = (const unsigned char *) ZSTR_VAL(text), *end = in + ZSTR_LEN(text);
	zval *value = var_tmp_var(state);
	rk_status status = decode_value(&in, end, value, state, err);

	if (status != RK_OK || in != end || Z_TYPE_P(value) != IS_ARRAY) {
		return status != RK_OK ? status : RK_REFUSED;
	}
	zval_ptr_dtor(out);
	ZVAL_COPY(out, value);
	return RK_OK;
}

static rk_status cannot_decode(rk_error *err)
{
	return rk_error_set(err, RK_ERR_CODEC,
		"What is stored for the session cannot be decoded as session.serialize_handler says, or holds objects that must not be woken up here; "
		"raw() gives it as it is");
}

typedef struct {
	next_name next; /* NULL: php_serialize */
	zend_string *text;
	zval *out;
	rk_error *err;
	rk_status status;
} decoding;

static void decode(void *context)
{
	decoding *work = context;
	php_unserialize_data_t state;

	PHP_VAR_UNSERIALIZE_INIT(state);
	php_var_unserialize_set_allowed_classes(state, NO_CLASSES);
	work->status = work->next ? decode_variables(work->next, work->text, work->out, &state, work->err)
							  : decode_whole(work->text, work->out, &state, work->err);
	PHP_VAR_UNSERIALIZE_DESTROY(state);
}

static rk_status decode_php(next_name next, zend_string *text, zval *out, rk_error *err)
{
	decoding work = { next, text, out, err, RK_REFUSED };

	array_init(out);
	rk_codec_apart(decode, &work);
	if (work.status == RK_OK && !EG(exception)) {
		return RK_OK;
	}
	zval_ptr_dtor(out);
	if (EG(exception)) {
		return rk_codec_exception("read", err);
	}
	return work.status == RK_REFUSED ? cannot_decode(err) : work.status;
}

static rk_status decode_igbinary(const rk_codec *codec, zend_string *text, zval *out, rk_error *err)
{
	rk_codec strict = *codec;
	rk_status status;

	if (!rk_serializer_igbinary.available()) {
		return rk_error_set(err, RK_ERR_CODEC, "session.serialize_handler is igbinary, which is not loaded");
	}
	strict.classes = NO_CLASSES;
	status = rk_codec_unserialize(&strict, &rk_serializer_igbinary, ZSTR_VAL(text), ZSTR_LEN(text), out, err);
	if (status == RK_OK && Z_TYPE_P(out) != IS_ARRAY) {
		zval_ptr_dtor(out);
		return cannot_decode(err);
	}
	return status == RK_ERR_CODEC ? cannot_decode(err) : status;
}

rk_status rk_codec_read_session(const rk_codec *codec, const char *handler, zend_string *text, zval *out, rk_error *err)
{
	if (ZSTR_LEN(text) == 0) { /* whatever the handler: nothing in $_SESSION */
		array_init(out);
		return RK_OK;
	}
	if (strcmp(handler, "php") == 0) {
		return decode_php(php_name, text, out, err);
	}
	if (strcmp(handler, "php_binary") == 0) {
		return decode_php(binary_name, text, out, err);
	}
	if (strcmp(handler, "php_serialize") == 0) {
		return decode_php(NULL, text, out, err);
	}
	if (strcmp(handler, "igbinary") == 0) {
		return decode_igbinary(codec, text, out, err);
	}
	return rk_error_set(err, RK_ERR_CODEC,
		"session.serialize_handler is \"%.40s\", which only a session itself can decode: use raw(), or session_decode()", handler);
}
