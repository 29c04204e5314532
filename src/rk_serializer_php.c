/* rk_serializer_php.c: PHP's own serialize() format. Stored text may be anything; rk_serializer_php_scan.c looks
 * over it first. */

#include "rk_codec_parts.h"

#include <ext/standard/basic_functions.h>
#include <ext/standard/php_var.h>

/* What PHP allows unless told otherwise. What is not looked over, because only an object's class can read it, is nested below that. */
#define PHP_MAX_DEPTH 4096

/* A value may be encoded or decoded from inside a serialize() or unserialize() of the application, which numbers
 * what it meets. This one has numbers of its own, as its bytes stand alone: what is in progress is put aside. After a fatal error, too:
 * what shutdown functions and sessions serialize would be numbered on from here, and read only what is allowed here. */
static rk_status php_serialize(zval *value, smart_str *out, rk_error *err)
{
	struct php_serialize_data *outer = BG(serialize).data;
	unsigned outer_level = BG(serialize).level, outer_lock = BG(serialize_lock);
	volatile bool bailed_out = false;
	php_serialize_data_t state;

	BG(serialize).level = 0;
	BG(serialize_lock) = 0;
	/* clang-format off */
	zend_try {
		PHP_VAR_SERIALIZE_INIT(state);
		php_var_serialize(out, value, &state);
		PHP_VAR_SERIALIZE_DESTROY(state);
	} zend_catch {
		bailed_out = true;
	} zend_end_try();
	/* clang-format on */
	BG(serialize).data = outer;
	BG(serialize).level = outer_level;
	BG(serialize_lock) = outer_lock;
	if (bailed_out) {
		zend_bailout();
	}
	return EG(exception) ? rk_codec_exception("store", err) : RK_OK;
}

/* True: *out is set, though user code may have thrown afterwards. */
static bool decode(const rk_codec *codec, const char *data, size_t len, zval *out)
{
	const unsigned char *in = (const unsigned char *) data, *end = in + len;
	php_unserialize_data_t state;
	zval *slot;
	bool good;

	PHP_VAR_UNSERIALIZE_INIT(state);
	php_var_unserialize_set_allowed_classes(state, codec->classes);
	php_var_unserialize_set_max_depth(state, PHP_MAX_DEPTH);
	slot = var_tmp_var(&state); /* references point into it for as long as the state lives */
	good = php_var_unserialize(slot, &in, end, &state) && in == end;
	if (good) {
		ZVAL_COPY(out, slot);
	}
	PHP_VAR_UNSERIALIZE_DESTROY(state); /* calls __wakeup and __unserialize */
	return good;
}

static rk_status php_unserialize(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err)
{
	struct php_unserialize_data *outer = BG(unserialize).data;
	unsigned outer_level = BG(unserialize).level, outer_lock = BG(serialize_lock);
	volatile bool good = false, bailed_out = false;
	zval value;

	BG(unserialize).level = 0;
	BG(serialize_lock) = 0;
	/* clang-format off */
	zend_try {
		good = decode(codec, data, len, &value);
	} zend_catch {
		bailed_out = true;
	} zend_end_try();
	/* clang-format on */
	BG(unserialize).data = outer;
	BG(unserialize).level = outer_level;
	BG(serialize_lock) = outer_lock;
	if (bailed_out) {
		zend_bailout();
	}
	if (good && EG(exception)) {
		zval_ptr_dtor(&value);
	}
	if (EG(exception)) {
		return rk_codec_exception("read", err);
	}
	if (!good) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt: PHP cannot unserialize it");
	}
	if (Z_ISREF(value)) {
		zend_unwrap_reference(&value);
	}
	ZVAL_COPY_VALUE(out, &value);
	return RK_OK;
}

const rk_serializer rk_serializer_php = {
	.id = RK_SERIALIZER_PHP,
	.name = "php",
	.serialize = php_serialize,
	.check = rk_serializer_php_check,
	.unserialize = php_unserialize,
};
