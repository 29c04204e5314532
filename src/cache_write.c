/* cache_write.c: Cache's methods that store, count and remove, one key or many. A time to live of nothing removes. See rk_cache.h. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_cache.h"
#include "rk_forget.h"
#include "rk_ttl.h"

/* Removes, or gives another time to live. */
static rk_status forget_or_touch(const rk_cache *cache, zend_string *key, int64_t ttl_ms, bool *existed, rk_error *err)
{
	zend_long left_ms = -2;
	rk_status status;

	if (!cache->tags) {
		return ttl_ms == RK_TTL_NONE ? rk_forget(cache->handle, key, existed, err) : rk_value_touch(cache->handle, key, ttl_ms, existed, err);
	}
	status = rk_tagged_look(
		cache->handle, cache->tags, key, ttl_ms == RK_TTL_NONE ? RK_TAGGED_FORGET : RK_TAGGED_TOUCH, ttl_ms, &left_ms, err);
	*existed = left_ms != -2;
	return status;
}

/* Stores under a name. RK_REFUSED: `only_new`, and there is one. */
static rk_status store(const rk_cache *cache, zend_string *name, zval *value, int64_t ttl_ms, bool only_new, uint64_t *bytes, rk_error *err)
{
	zend_string *key = rk_cache_key_of(cache, name);
	bool removed;
	rk_status status;

	if (ttl_ms == RK_TTL_NONE) {
		status = only_new ? RK_REFUSED : forget_or_touch(cache, key, RK_TTL_NONE, &removed, err);
	} else if (cache->tags) {
		status = rk_tagged_set(cache->handle, cache->tags, key, value, ttl_ms, only_new, bytes, err);
	} else {
		status = rk_value_set(cache->handle, key, value, ttl_ms, only_new, bytes, err);
	}
	zend_string_release(key);
	return status;
}

static void return_stored(const rk_cache *cache, zend_string *name, zval *value, int64_t ttl_ms, bool only_new, zval *return_value)
{
	rk_cache_deed room, *deed = rk_cache_listen(cache, &room);
	uint64_t bytes = 0;
	rk_error err;
	rk_status status = store(cache, name, value, ttl_ms, only_new, &bytes, &err);

	RETURN_BOOL(rk_cache_has_stored(cache, deed, name, ttl_ms, bytes, status, &err) == RK_OK);
}

static void put(INTERNAL_FUNCTION_PARAMETERS, bool only_new)
{
	rk_cache *cache;
	zend_string *name;
	zval *value, *ttl = NULL;
	int64_t ttl_ms = RK_TTL_FOREVER;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(value)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(ttl)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS)) || (ttl && !rk_ttl_from_argument(ttl, 3, &ttl_ms))) {
		RETURN_THROWS();
	}
	return_stored(cache, name, value, ttl_ms, only_new, return_value);
}

PHP_METHOD(Rediskit_Cache, put)
{
	put(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Rediskit_Cache, add)
{
	put(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Rediskit_Cache, forever)
{
	rk_cache *cache;
	zend_string *name;
	zval *value;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	return_stored(cache, name, value, RK_TTL_FOREVER, false, return_value);
}

rk_status rk_cache_store_many(const rk_cache *cache, HashTable *values, int64_t ttl_ms)
{
	rk_cache_deed room, *deed = rk_cache_listen(cache, &room);
	uint64_t bytes = 0;
	rk_error err;
	rk_status status;

	if (ttl_ms == RK_TTL_NONE) {
		status = rk_values_forget(cache->handle, cache->tags ? cache->tags->prefix : cache->handle->prefix, values, &err);
	} else if (cache->tags) {
		status = rk_tagged_set_many(cache->handle, cache->tags, values, ttl_ms, &bytes, &err);
	} else {
		status = rk_values_set(cache->handle, values, ttl_ms, &bytes, &err);
	}
	return rk_cache_has_stored_many(cache, deed, values, ttl_ms, bytes, status, &err);
}

PHP_METHOD(Rediskit_Cache, putMany)
{
	rk_cache *cache;
	HashTable *values;
	zval *ttl = NULL;
	int64_t ttl_ms = RK_TTL_FOREVER;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(values)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(ttl)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (ttl && !rk_ttl_from_argument(ttl, 2, &ttl_ms)) {
		RETURN_THROWS();
	}
	RETURN_BOOL(rk_cache_store_many(cache, values, ttl_ms) == RK_OK);
}

/* Removes one value, and tells so. */
static void return_removed(const rk_cache *cache, zend_string *name, zval *return_value)
{
	rk_cache_deed room, *deed = rk_cache_listen(cache, &room);
	zend_string *key = rk_cache_key_of(cache, name);
	bool removed = false;
	rk_error err;
	rk_status status = forget_or_touch(cache, key, RK_TTL_NONE, &removed, &err);

	zend_string_release(key);
	status = rk_cache_has_removed(cache, deed, name, removed, status, &err);
	RETURN_BOOL(status == RK_OK && removed);
}

PHP_METHOD(Rediskit_Cache, forget)
{
	rk_cache *cache;
	zend_string *name;

	if (!(cache = rk_cache_of_name(INTERNAL_FUNCTION_PARAM_PASSTHRU, &name))) {
		RETURN_THROWS();
	}
	return_removed(cache, name, return_value);
}

PHP_METHOD(Rediskit_Cache, touch)
{
	rk_cache *cache;
	zend_string *name, *key;
	zval *ttl;
	int64_t ttl_ms;
	bool existed = false;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(ttl)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!rk_ttl_from_argument(ttl, 2, &ttl_ms)) {
		RETURN_THROWS();
	}
	if (ttl_ms == RK_TTL_NONE) {
		return_removed(cache, name, return_value);
		return;
	}
	key = rk_cache_key_of(cache, name);
	status = forget_or_touch(cache, key, ttl_ms, &existed, &err);
	zend_string_release(key);
	if (rk_cache_succeeded(cache, name, status, &err)) {
		RETURN_BOOL(status == RK_OK && existed);
	}
}

static void add_to(INTERNAL_FUNCTION_PARAMETERS, bool subtract)
{
	rk_cache *cache;
	zend_string *name, *key;
	zend_long by = 1, sum;
	zval *ttl = NULL;
	int64_t ttl_ms = RK_TTL_FOREVER;
	rk_cache_deed room, *deed;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(by)
		Z_PARAM_ZVAL(ttl)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS)) || (ttl && !rk_ttl_from_argument(ttl, 3, &ttl_ms))) {
		RETURN_THROWS();
	}
	if (ttl_ms == RK_TTL_NONE) {
		zend_argument_value_error(3, "must leave something: a counter that is gone at once counts nothing");
		RETURN_THROWS();
	}
	deed = rk_cache_listen(cache, &room);
	key = rk_cache_key_of(cache, name);
	status = cache->tags ? rk_tagged_add(cache->handle, cache->tags, key, by, subtract, ttl_ms, &sum, &err)
						 : rk_value_add(cache->handle, key, by, subtract, ttl_ms, &sum, &err);
	zend_string_release(key);
	if (rk_cache_has_stored(cache, deed, name, ttl_ms, 0, status, &err) == RK_OK) {
		RETURN_LONG(sum);
	}
	RETURN_FALSE; /* not counted */
}

PHP_METHOD(Rediskit_Cache, increment)
{
	add_to(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Rediskit_Cache, decrement)
{
	add_to(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}
