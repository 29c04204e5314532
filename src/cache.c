/* cache.c: Rediskit\Cache, PHP values in Redis under a prefix. The methods parse and answer; rk_values.c reads and writes,
 * rk_flush.c empties. See rk_cache.h. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_rediskit.h"

#include "rk_cache.h"
#include "rk_flush.h"

#include <zend_attributes.h>
#include <zend_exceptions.h>

#ifndef ZEND_ARG_VARIADIC_TYPE_MASK /* PHP 8.2's generator uses it, and 8.2 does not have it */
#define ZEND_ARG_VARIADIC_TYPE_MASK(by_reference, name, mask, ignored) \
	{ #name, ZEND_TYPE_INIT_MASK((mask) | _ZEND_ARG_INFO_FLAGS(by_reference, 1, 0)), NULL },
#endif

#include "../stubs/Cache_arginfo.h"

#define LOCK_TTL_S 10.0

zend_class_entry *rk_ce_cache;
static zend_object_handlers cache_handlers;

#define Z_CACHE_P(zv) rk_cache_of_object(Z_OBJ_P(zv))

rk_cache *rk_cache_of_this(zval *object)
{
	rk_cache *cache = Z_CACHE_P(object);

	if (UNEXPECTED(!cache->handle)) {
		zend_throw_error(NULL, "The %s was not constructed", ZSTR_VAL(Z_OBJCE_P(object)->name));
		return NULL;
	}
	return cache;
}

rk_cache *rk_cache_of_name(INTERNAL_FUNCTION_PARAMETERS, zend_string **name)
{
	(void) return_value;
	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(*name)
	ZEND_PARSE_PARAMETERS_END_EX(return NULL);

	return rk_cache_of_this(ZEND_THIS);
}

zend_object *rk_cache_create_object(zend_class_entry *ce)
{
	rk_cache *cache = zend_object_alloc(sizeof(*cache), ce);

	cache->handle = NULL;
	cache->tags = NULL;
	cache->lock_ttl = LOCK_TTL_S;
	cache->own_prefix = false;
	ZVAL_UNDEF(&cache->on_event);
	zend_object_std_init(&cache->std, ce);
	object_properties_init(&cache->std, ce);
	cache->std.handlers = &cache_handlers;
	return &cache->std;
}

static void cache_free(zend_object *object)
{
	rk_cache *cache = rk_cache_of_object(object);

	if (cache->handle) {
		rk_handle_release(cache->handle);
	}
	rk_tags_release(cache->tags);
	zval_ptr_dtor(&cache->on_event);
	zend_object_std_dtor(object);
}

/* A callback that holds the cache is a cycle: PHP's collector finds it here. */
static HashTable *cache_gc(zend_object *object, zval **table, int *n)
{
	*table = &rk_cache_of_object(object)->on_event;
	*n = 1;
	return zend_std_get_properties(object);
}

zend_string *rk_cache_key(const rk_handle *handle, const rk_tags *tags, zend_string *name)
{
	if (UNEXPECTED(tags)) {
		return zend_string_concat2(ZSTR_VAL(tags->prefix), ZSTR_LEN(tags->prefix), ZSTR_VAL(name), ZSTR_LEN(name));
	}
#ifdef RK_ANALYZE /* an analyzer does not count references, and takes the name for freed with the key */
	return rk_handle_key(handle, ZSTR_VAL(name), ZSTR_LEN(name));
#else
	return ZSTR_LEN(handle->prefix) ? rk_handle_key(handle, ZSTR_VAL(name), ZSTR_LEN(name)) : zend_string_copy(name);
#endif
}

PHP_METHOD(Rediskit_Cache, __construct)
{
	rk_cache *cache = Z_CACHE_P(ZEND_THIS);
	zend_object *client = NULL;
	zend_string *dsn = NULL;
	HashTable *options = (HashTable *) &zend_empty_array;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_STR_OR_NULL(client, rk_ce_client, dsn)
		Z_PARAM_ARRAY_HT(options)
	ZEND_PARSE_PARAMETERS_END();

	if (cache->handle) {
		zend_throw_error(NULL, "A cache cannot be constructed twice");
		RETURN_THROWS();
	}
	if (rk_cache_configure(cache, client, dsn, options, &err) != RK_OK) {
		rk_throw(&err);
	}
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

typedef rk_status (*read_function)(const rk_cache *cache, zend_string *key, zval *out, rk_error *err);

static rk_status get(const rk_cache *cache, zend_string *key, zval *out, rk_error *err)
{
	return UNEXPECTED(cache->tags) ? rk_tagged_read(cache->handle, cache->tags, key, out, NULL, NULL, err)
								   : rk_value_get(cache->handle, key, out, NULL, err);
}

static rk_status pull(const rk_cache *cache, zend_string *key, zval *out, rk_error *err)
{
	return cache->tags ? rk_tagged_pull(cache->handle, cache->tags, key, out, err) : rk_value_pull(cache->handle, key, out, err);
}

/* What a missing key gives: a closure is called for it, so that it costs nothing where there is a value. No value that can be stored is one. */
static void return_default(zval *fallback, zval *return_value)
{
	ZVAL_DEREF(fallback);
	if (!rk_cache_is_closure(fallback)) {
		RETURN_COPY(fallback);
	}
	call_user_function(NULL, NULL, fallback, return_value, 0, NULL);
	if (Z_ISREF_P(return_value)) {
		zend_unwrap_reference(return_value);
	}
}

/* Calls the closures that are left among the values of many(), until one throws. */
static void resolve_defaults(HashTable *values)
{
	zval *place, fallback;

	ZEND_HASH_FOREACH_VAL(values, place) {
		if (rk_cache_is_closure(place)) {
			ZVAL_COPY_VALUE(&fallback, place);
			ZVAL_NULL(place);
			return_default(&fallback, place);
			zval_ptr_dtor(&fallback);
			if (EG(exception)) {
				ZVAL_NULL(place);
				return;
			}
		}
	}
	ZEND_HASH_FOREACH_END();
}

static zend_always_inline void read_or_default(INTERNAL_FUNCTION_PARAMETERS, read_function read)
{
	rk_cache *cache;
	zend_string *name, *key;
	zval *fallback = NULL;
	rk_cache_deed room, *deed;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(fallback)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	deed = rk_cache_listen(cache, &room);
	key = rk_cache_key_of(cache, name);
	status = read(cache, key, return_value, &err);
	zend_string_release(key);
	if (EXPECTED(status == RK_OK && !deed)) {
		REDISKIT_G(cache_figures).hits++;
		return;
	}
	if (rk_cache_has_read(cache, deed, name, status, &err) == RK_REFUSED && fallback) {
		return_default(fallback, return_value);
	}
}

PHP_METHOD(Rediskit_Cache, get)
{
	read_or_default(INTERNAL_FUNCTION_PARAM_PASSTHRU, get);
}

PHP_METHOD(Rediskit_Cache, pull)
{
	read_or_default(INTERNAL_FUNCTION_PARAM_PASSTHRU, pull);
}

bool rk_cache_names(HashTable *keys, HashTable *names)
{
	zend_string *name;
	zval *entry, fallback;

	ZEND_HASH_FOREACH_STR_KEY_VAL(keys, name, entry) {
		ZVAL_DEREF(entry);
		ZVAL_NULL(&fallback);
		if (name) {
			ZVAL_COPY(&fallback, entry);
			zend_hash_update(names, name, &fallback);
		} else if (Z_TYPE_P(entry) == IS_STRING) {
			zend_symtable_update(names, Z_STR_P(entry), &fallback);
		} else if (Z_TYPE_P(entry) == IS_LONG) {
			zend_hash_index_update(names, (zend_ulong) Z_LVAL_P(entry), &fallback);
		} else {
			zend_argument_type_error(1, "must be a list of keys (string or int) or an array key => default, but it has an element of type %s",
				zend_zval_type_name(entry));
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

PHP_METHOD(Rediskit_Cache, many)
{
	rk_cache *cache;
	HashTable *keys, *values;
	rk_cache_deed room, *deed;
	rk_value_age *ages = NULL;
	uint32_t found;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(keys)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	array_init_size(return_value, zend_hash_num_elements(keys));
	values = Z_ARRVAL_P(return_value);
	zend_hash_real_init_mixed(values);
	if (!rk_cache_names(keys, values)) {
		RETURN_THROWS();
	}
	deed = rk_cache_listen(cache, &room);
	if (deed) {
		ages = safe_emalloc(zend_hash_num_elements(values), sizeof(*ages), 0);
	}
	status = cache->tags ? rk_tagged_get_many(cache->handle, cache->tags, values, ages, NULL, &found, &err)
						 : rk_values_get(cache->handle, values, ages, &found, &err);
	status = rk_cache_has_read_many(cache, deed, values, ages, found, status, &err);
	if (ages) {
		efree(ages);
	}
	if ((status == RK_OK || status == RK_REFUSED) && !zend_array_is_list(keys)) {
		resolve_defaults(values);
	}
}

static rk_status exists(const rk_cache *cache, zend_string *key, bool *exists, rk_error *err)
{
	zend_long left_ms = -2;
	rk_status status;

	if (!cache->tags) {
		return rk_value_exists(cache->handle, key, exists, err);
	}
	status = rk_tagged_look(cache->handle, cache->tags, key, RK_TAGGED_LOOK, 0, &left_ms, err);
	*exists = left_ms != -2;
	return status;
}

static void return_exists(INTERNAL_FUNCTION_PARAMETERS, bool expected)
{
	rk_cache *cache;
	zend_string *name, *key;
	bool found = false;
	rk_error err;
	rk_status status;

	if (!(cache = rk_cache_of_name(INTERNAL_FUNCTION_PARAM_PASSTHRU, &name))) {
		RETURN_THROWS();
	}
	key = rk_cache_key_of(cache, name);
	status = exists(cache, key, &found, &err);
	zend_string_release(key);
	if (rk_cache_succeeded(cache, name, status, &err)) {
		RETURN_BOOL(found == expected);
	}
}

PHP_METHOD(Rediskit_Cache, has)
{
	return_exists(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Rediskit_Cache, missing)
{
	return_exists(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Rediskit_Cache, ttl)
{
	rk_cache *cache;
	zend_string *name, *key;
	zend_long ms = -2;
	rk_error err;
	rk_status status;

	if (!(cache = rk_cache_of_name(INTERNAL_FUNCTION_PARAM_PASSTHRU, &name))) {
		RETURN_THROWS();
	}
	key = rk_cache_key_of(cache, name);
	status = cache->tags ? rk_tagged_look(cache->handle, cache->tags, key, RK_TAGGED_LOOK, 0, &ms, &err)
						 : rk_value_ttl(cache->handle, key, &ms, &err);
	zend_string_release(key);
	if (rk_cache_succeeded(cache, name, status, &err)) {
		if (ms == -1) {
			RETURN_NULL();
		}
		RETURN_DOUBLE(ms > 0 ? (double) ms / 1000 : 0.0);
	}
}

/* --- the whole cache ---------------------------------------------------------------------------------------------- */

PHP_METHOD(Rediskit_Cache, flush)
{
	rk_cache *cache;
	zend_long removed = 0;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!cache->own_prefix) {
		rk_error_set(&err, RK_ERR_CONFIG,
			"flush() removes what is under a cache's own prefix, and this cache has none: it shares %s with others. Give it one: new Cache($client, "
			"['prefix' => 'cache:'])",
			ZSTR_LEN(cache->handle->prefix) ? "its prefix" : "the database");
		rk_throw(&err);
		RETURN_THROWS();
	}
	status = rk_flush_prefix(cache->handle, &removed, &err);
	if (rk_cache_succeeded(cache, ZSTR_EMPTY_ALLOC(), status, &err)) {
		RETURN_LONG(status == RK_OK ? removed : 0);
	}
}

PHP_METHOD(Rediskit_Cache, lock)
{
	rk_cache *cache;
	zend_string *name, *owner = NULL;
	double ttl = 0;
	bool ttl_is_null = true;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(ttl, ttl_is_null)
		Z_PARAM_STR_OR_NULL(owner)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	rk_lock_create(return_value, cache->handle, name, ttl_is_null ? cache->lock_ttl : ttl, owner);
}

zend_result rk_cache_minit(void)
{
	rk_ce_cache = register_class_Rediskit_Cache();
	rk_ce_cache->create_object = rk_cache_create_object;
	memcpy(&cache_handlers, zend_get_std_object_handlers(), sizeof(cache_handlers));
	cache_handlers.offset = offsetof(rk_cache, std);
	cache_handlers.free_obj = cache_free;
	cache_handlers.clone_obj = NULL;
	cache_handlers.get_gc = cache_gc;
	return SUCCESS;
}
