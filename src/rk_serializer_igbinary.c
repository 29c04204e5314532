/* rk_serializer_igbinary.c: the igbinary extension, found at run time, so that rediskit loads without it and in
 * any order. rk_serializer_igbinary_scan.c looks over stored bytes before they are handed to it. */

#include "rk_codec_parts.h"

#if defined(__GNUC__) && !defined(_WIN32)
#include <dlfcn.h>
#endif

/* A function of the module: from its own handle, or from the process when it is built in. */
static void *find_symbol(const zend_module_entry *module, const char *name)
{
#ifdef RTLD_DEFAULT
	return dlsym(module->handle ? module->handle : RTLD_DEFAULT, name);
#else
	return module->handle ? DL_FETCH_SYMBOL(module->handle, name) : NULL;
#endif
}

static bool igbinary_available(void)
{
	rk_codec_state *state = rk_codec_get_state();
	zend_module_entry *module;

	if (!state->igbinary_searched) {
		state->igbinary_searched = true;
		module = zend_hash_str_find_ptr(&module_registry, ZEND_STRL("igbinary"));
		if (module) {
			*(void **) &state->igbinary_serialize = find_symbol(module, "igbinary_serialize");
			*(void **) &state->igbinary_unserialize = find_symbol(module, "igbinary_unserialize");
		}
	}
	return state->igbinary_serialize && state->igbinary_unserialize;
}

const char *rk_igbinary_version(void)
{
	zend_module_entry *module = zend_hash_str_find_ptr(&module_registry, ZEND_STRL("igbinary"));

	return igbinary_available() && module && module->version ? module->version : NULL;
}

static rk_status igbinary_serialize(zval *value, smart_str *out, rk_error *err)
{
	uint8_t *bytes = NULL;
	size_t len = 0;
	bool failed = rk_codec_get_state()->igbinary_serialize(&bytes, &len, value) != 0;

	if (!failed && !EG(exception)) {
		smart_str_appendl(out, (const char *) bytes, len);
	}
	if (!failed && bytes) {
		efree(bytes);
	}
	if (EG(exception)) {
		return rk_codec_exception("store", err);
	}
	return failed ? rk_error_set(err, RK_ERR_CODEC, "Cannot store the value: igbinary cannot serialize it") : RK_OK;
}

static rk_status igbinary_unserialize(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err)
{
	zval value;
	bool failed;

	(void) codec;
	ZVAL_NULL(&value);
	failed = rk_codec_get_state()->igbinary_unserialize((const uint8_t *) data, len, &value) != 0;
	if (failed || EG(exception)) {
		zval_ptr_dtor(&value);
		return EG(exception)
			? rk_codec_exception("read", err)
			: rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt: igbinary cannot unserialize it");
	}
	if (Z_ISREF(value)) {
		zend_unwrap_reference(&value);
	}
	ZVAL_COPY_VALUE(out, &value);
	return RK_OK;
}

const rk_serializer rk_serializer_igbinary = {
	.id = RK_SERIALIZER_IGBINARY,
	.name = "igbinary",
	.hint = "install and load the igbinary extension, or set the option serializer to php",
	.available = igbinary_available,
	.serialize = igbinary_serialize,
	.check = rk_serializer_igbinary_check,
	.unserialize = igbinary_unserialize,
};
