/* rk_codec_check.c: what is looked at before a value is serialized and before memory is taken, and whose exception
 * it is when one is pending.
 *
 * The walk over a value follows the serializers: arrays by value, references and objects once. It stops at objects
 * that say themselves what is stored of them (__serialize, __sleep, Serializable): asking them twice would run
 * user code twice. */

#include "rk_codec_parts.h"

#include <Zend/zend_builtin_functions.h>
#include <Zend/zend_closures.h>
#include <Zend/zend_exceptions.h>
#if PHP_VERSION_ID >= 80400
#include <Zend/zend_lazy_objects.h>
#endif
#include <ext/json/php_json.h>
#include <ext/standard/php_incomplete_class.h>

typedef struct {
	const rk_codec *codec;
	bool json;
	bool opaque;
	size_t arrays;   /* and objects */
	HashTable *seen; /* addresses of references and objects; made when the first is met */
	rk_error *err;
} walk;

static rk_status walk_value(walk *walk, zval *value, unsigned depth);

bool rk_memory_is_short(size_t size)
{
	zend_long limit = PG(memory_limit);

	return limit > 0 && (size > (size_t) limit || zend_memory_usage(1) > (size_t) limit - size);
}

#define SMALL_VALUE ((size_t) 1024 * 1024) /* as it counts here */
#define MANY_ARRAYS ((size_t) 100000)      /* with fewer no value takes RK_CODEC_EXPANSION times that */

rk_status rk_codec_check_memory(size_t len, size_t memory, rk_error *err)
{
	if (RK_UNLIKELY(memory / RK_CODEC_EXPANSION > (len > SMALL_VALUE ? len : SMALL_VALUE))) {
		return rk_error_set(err, RK_ERR_CODEC,
			"The value is refused: its %zu bytes would take %zu bytes of memory, as those of values do that are made to exhaust it", len, memory);
	}
	return rk_memory_fits(memory) ? RK_OK : rk_codec_memory_error(memory, err);
}

rk_status rk_codec_check_class(const rk_codec *codec, const char *name, size_t len, rk_error *err)
{
	zend_string *lower;
	bool allowed;

	if (!codec->classes) {
		return RK_OK;
	}
	if (len && name[0] == '\\') {
		name++;
		len--;
	}
	if (!rk_memory_fits(len)) { /* so long is no name, but bytes say so */
		return rk_codec_memory_error(len, err);
	}
	lower = zend_string_alloc(len, false);
	zend_str_tolower_copy(ZSTR_VAL(lower), name, len);
	allowed = zend_hash_exists(codec->classes, lower);
	zend_string_release(lower);
	if (allowed) {
		return RK_OK;
	}
	return rk_error_set(err, RK_ERR_CODEC,
		"Objects of class %.*s are not allowed in stored values: add the class to the option allowed_classes if it "
		"should be",
		(int) (len > 200 ? 200 : len), name);
}

static bool seen_before(walk *walk, const void *address)
{
	if (!walk->seen) {
		ALLOC_HASHTABLE(walk->seen);
		zend_hash_init(walk->seen, 16, NULL, NULL, false);
	}
	return zend_hash_index_add_empty_element(walk->seen, (zend_ulong) (uintptr_t) address >> 3) == NULL;
}

static rk_status check_class_of(walk *walk, zend_object *object)
{
	zend_class_entry *ce = object->ce;
	zend_string *name;
	rk_status status;

	if (walk->json) {
		if (ce == zend_ce_closure) {
			return rk_error_set(walk->err, RK_ERR_CODEC, "A Closure cannot be stored: store what it returns");
		}
		return RK_OK;
	}
	if (ce->ce_flags & (ZEND_ACC_NOT_SERIALIZABLE | ZEND_ACC_ANON_CLASS)) {
		return rk_error_set(walk->err, RK_ERR_CODEC,
			"An object of class %s cannot be stored: PHP does not allow to serialize it; store the data it stands "
			"for",
			ZSTR_VAL(ce->name));
	}
	if (!walk->codec->classes) {
		return RK_OK;
	}
	name = ce == php_ce_incomplete_class ? php_lookup_class_name(object) : NULL;
	status = rk_codec_check_class(
		walk->codec, ZSTR_VAL(name ? name : ce->name), ZSTR_LEN(name ? name : ce->name), walk->err);
	if (name) {
		zend_string_release(name);
	}
	return status;
}

/* Does user code or the class itself decide what is stored of it? */
static bool speaks_for_itself(const walk *walk, zend_object *object)
{
	zend_class_entry *ce = object->ce;

#if PHP_VERSION_ID >= 80400
	if (zend_object_is_lazy(object)) { /* user code fills it in when it is serialized */
		return true;
	}
#endif
	if (walk->json) {
		return instanceof_function(ce, php_json_serializable_ce);
	}
	return ce->__serialize || ce->serialize || zend_hash_str_exists(&ce->function_table, ZEND_STRL("__sleep"));
}

static rk_status walk_slots(walk *walk, zend_object *object, unsigned depth)
{
	rk_status status = RK_OK;

	for (int i = 0; i < object->ce->default_properties_count && status == RK_OK; i++) {
		zend_property_info *info = object->ce->properties_info_table ? object->ce->properties_info_table[i] : NULL;

		if (!walk->json || (info && info->flags & ZEND_ACC_PUBLIC)) {
			status = walk_value(walk, OBJ_PROP_NUM(object, i), depth);
		}
	}
	return status;
}

static rk_status walk_object(walk *walk, zend_object *object, unsigned depth)
{
	rk_status status;
	zend_string *name;
	zval *property;

	if (seen_before(walk, object)) {
		return RK_OK;
	}
	if ((status = check_class_of(walk, object)) != RK_OK) {
		return status;
	}
	if (speaks_for_itself(walk, object)) {
		walk->opaque = true;
		return RK_OK;
	}
	if (!object->properties) {
		return walk_slots(walk, object, depth);
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(object->properties, name, property) {
		if (walk->json && name && ZSTR_LEN(name) && ZSTR_VAL(name)[0] == '\0') {
			continue; /* not public */
		}
		if ((status = walk_value(walk, property, depth)) != RK_OK) {
			return status;
		}
	}
	ZEND_HASH_FOREACH_END();
	return RK_OK;
}

static rk_status walk_array(walk *walk, HashTable *array, unsigned depth)
{
	rk_status status;
	zval *element;

	ZEND_HASH_FOREACH_VAL(array, element) {
		if (Z_TYPE_P(element) >= IS_ARRAY && (status = walk_value(walk, element, depth)) != RK_OK) {
			return status;
		}
	}
	ZEND_HASH_FOREACH_END();
	return RK_OK;
}

/* `depth`: how many arrays and objects are around the value. */
static rk_status walk_value(walk *walk, zval *value, unsigned depth)
{
	if (Z_TYPE_P(value) == IS_INDIRECT) {
		value = Z_INDIRECT_P(value);
	}
	if (Z_ISREF_P(value)) {
		walk->opaque = true; /* igbinary does not restore every one */
		if (seen_before(walk, Z_REF_P(value))) {
			return RK_OK;
		}
		value = Z_REFVAL_P(value);
	}
	if (Z_TYPE_P(value) == IS_RESOURCE) {
		return rk_error_set(walk->err, RK_ERR_CODEC, "A resource cannot be stored: store what is read from it");
	}
	if (Z_TYPE_P(value) != IS_ARRAY && Z_TYPE_P(value) != IS_OBJECT) {
		return RK_OK;
	}
	if (depth == RK_CODEC_MAX_DEPTH) {
		return rk_codec_depth_error(walk->err);
	}
	walk->arrays++;
	return Z_TYPE_P(value) == IS_ARRAY ? walk_array(walk, Z_ARRVAL_P(value), depth + 1)
									   : walk_object(walk, Z_OBJ_P(value), depth + 1);
}

rk_status rk_codec_check_value(const rk_codec *codec, zval *value, bool *opaque, rk_error *err)
{
	walk walk = { .codec = codec, .json = codec->serializer == &rk_serializer_json, .err = err };
	rk_status status = walk_value(&walk, value, 0);

	if (walk.seen) {
		zend_hash_destroy(walk.seen);
		FREE_HASHTABLE(walk.seen);
	}
	*opaque = walk.opaque || walk.arrays > MANY_ARRAYS;
	return status;
}

/* Is this frame of a backtrace a function of PHP or an extension? */
static bool is_internal_frame(zval *frame)
{
	zval *function = zend_hash_find(Z_ARRVAL_P(frame), ZSTR_KNOWN(ZEND_STR_FUNCTION));
	zval *class = zend_hash_find(Z_ARRVAL_P(frame), ZSTR_KNOWN(ZEND_STR_CLASS));
	zend_class_entry *ce = NULL;
	zend_function *found;

	if (!function || Z_TYPE_P(function) != IS_STRING) {
		return false;
	}
	if (class && !(ce = zend_lookup_class_ex(Z_STR_P(class), NULL, ZEND_FETCH_CLASS_NO_AUTOLOAD))) {
		return false;
	}
	found = zend_hash_find_ptr_lc(ce ? &ce->function_table : EG(function_table), Z_STR_P(function));
	return found && found->type == ZEND_INTERNAL_FUNCTION;
}

/* Was the pending exception thrown without user code having been called? Its backtrace begins with what was called
 * from here. */
static bool thrown_by_engine(zend_object *exception)
{
	zval here, none, *trace;
	uint32_t around, frames, i;
	bool engine = false;

	trace = zend_read_property_ex(
		zend_get_exception_base(exception), exception, ZSTR_KNOWN(ZEND_STR_TRACE), true, &none);
	zend_fetch_debug_backtrace(&here, 0, DEBUG_BACKTRACE_IGNORE_ARGS, 0);
	around = zend_hash_num_elements(Z_ARRVAL(here));
	frames = zend_hash_num_elements(Z_ARRVAL_P(trace));
	if (frames >= around) {
		for (engine = true, i = 0; engine && i < frames - around; i++) {
			zval *frame = zend_hash_index_find(Z_ARRVAL_P(trace), i);

			engine = frame && Z_TYPE_P(frame) == IS_ARRAY && is_internal_frame(frame);
		}
	}
	zval_ptr_dtor(&here);
	return engine;
}

rk_status rk_codec_exception(const char *doing, rk_error *err)
{
	zend_object *exception = EG(exception);
	zval none, *message;

	if (zend_is_unwind_exit(exception) || zend_is_graceful_exit(exception) || !thrown_by_engine(exception)) {
		return rk_error_set(err, RK_ERR_EXCEPTION, "A PHP exception is pending");
	}
	message = zend_read_property_ex(
		zend_get_exception_base(exception), exception, ZSTR_KNOWN(ZEND_STR_MESSAGE), true, &none);
	rk_error_set(err, RK_ERR_CODEC, "Cannot %s the value: %s", doing,
		Z_TYPE_P(message) == IS_STRING ? Z_STRVAL_P(message) : ZSTR_VAL(exception->ce->name));
	zend_clear_exception();
	return RK_ERR_CODEC;
}
