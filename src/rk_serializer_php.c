/* rk_serializer_php.c: PHP's own serialize() format. Stored text may be anything; rk_serializer_php_scan.c looks
 * over it first. */

#include "rk_codec_parts.h"

#include <ext/standard/basic_functions.h>
#include <ext/standard/php_var.h>

/* What PHP allows unless told otherwise. What is not looked over, because only an object's class can read it, is nested below that. */
#define PHP_MAX_DEPTH 4096

void rk_codec_apart(void (*work)(void *context), void *context)
{
	struct php_serialize_data *serializing = BG(serialize).data;
	struct php_unserialize_data *unserializing = BG(unserialize).data;
	unsigned serialize_level = BG(serialize).level, unserialize_level = BG(unserialize).level, lock = BG(serialize_lock);
	volatile bool bailed_out = false;

	BG(serialize).level = BG(unserialize).level = 0;
	BG(serialize_lock) = 0;
	/* clang-format off */
	zend_try {
		work(context);
	} zend_catch {
		bailed_out = true;
	} zend_end_try();
	/* clang-format on */
	BG(serialize).data = serializing;
	BG(serialize).level = serialize_level;
	BG(unserialize).data = unserializing;
	BG(unserialize).level = unserialize_level;
	BG(serialize_lock) = lock;
	if (bailed_out) {
		zend_bailout();
	}
}

typedef struct {
	zval *value;
	smart_str *out;
} encoding;

static void encode(void *context)
{
	const encoding *work = context;
	php_serialize_data_t state;

	PHP_VAR_SERIALIZE_INIT(state);
	php_var_serialize(work->out, work->value, &state);
	PHP_VAR_SERIALIZE_DESTROY(state);
}

static rk_status php_serialize(zval *value, smart_str *out, rk_error *err)
{
	rk_codec_apart(encode, &(encoding){ value, out });
	return EG(exception) ? rk_codec_exception("store", err) : RK_OK;
}

typedef struct {
	const rk_codec *codec;
	const char *data;
	size_t len;
	zval value;
	bool good; /* the value is set, though user code may have thrown afterwards */
} decoding;

static void decode(void *context)
{
	decoding *work = context;
	const unsigned char *in = (const unsigned char *) work->data, *end = in + work->len;
	php_unserialize_data_t state;
	zval *slot;

	PHP_VAR_UNSERIALIZE_INIT(state);
	php_var_unserialize_set_allowed_classes(state, work->codec->classes);
	php_var_unserialize_set_max_depth(state, PHP_MAX_DEPTH);
	slot = var_tmp_var(&state); /* references point into it for as long as the state lives */
	work->good = php_var_unserialize(slot, &in, end, &state) && in == end;
	if (work->good) {
		ZVAL_COPY(&work->value, slot);
	}
	PHP_VAR_UNSERIALIZE_DESTROY(state); /* calls __wakeup and __unserialize */
}

static rk_status php_unserialize(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err)
{
	decoding work = { .codec = codec, .data = data, .len = len };

	rk_codec_apart(decode, &work);
	if (work.good && EG(exception)) {
		zval_ptr_dtor(&work.value);
	}
	if (EG(exception)) {
		return rk_codec_exception("read", err);
	}
	if (!work.good) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt: PHP cannot unserialize it");
	}
	if (Z_ISREF(work.value)) {
		zend_unwrap_reference(&work.value);
	}
	ZVAL_COPY_VALUE(out, &work.value);
	return RK_OK;
}

const rk_serializer rk_serializer_php = {
	.id = RK_SERIALIZER_PHP,
	.name = "php",
	.serialize = php_serialize,
	.check = rk_serializer_php_check,
	.unserialize = php_unserialize,
};
