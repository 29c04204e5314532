/* cache.c: Rediskit\Cache, PHP values in Redis under a prefix.
 *
 * The object holds a handle of its own (prefix and codec; connections are shared with every other handle to the same server) and no
 * connection. The methods parse and answer; rk_values.c reads and writes, rk_remember.c decides who computes, rk_flush.c empties. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_rediskit.h"

#include "rk_classes.h"
#include "rk_flush.h"
#include "rk_remember.h"
#include "rk_ttl.h"
#include "rk_values.h"

#include <zend_attributes.h>
#include <zend_closures.h>
#include <zend_exceptions.h>
#include <zend_smart_str.h>

#include <math.h>

#include "../stubs/Cache_arginfo.h"

#define COMPUTE_TTL_S 10.0
#define WAIT_S 30.0
#define LOCK_TTL_S 10.0
#define LONGEST_S 1e9

typedef struct {
	rk_handle *handle; /* owned, counted; set by the constructor */
	double compute_ttl, wait, lock_ttl;
	bool own_prefix; /* nobody but caches uses it */
	zend_object std; /* must be last */
} rk_cache;

zend_class_entry *rk_ce_cache;
static zend_object_handlers cache_handlers;

static inline rk_cache *cache_from_object(zend_object *object)
{
	return (rk_cache *) ((char *) object - offsetof(rk_cache, std));
}

#define Z_CACHE_P(zv) cache_from_object(Z_OBJ_P(zv))

/* The cache of a method call; NULL with an Error pending when its constructor has not ended. */
static rk_cache *cache_of_this(zval *object)
{
	rk_cache *cache = Z_CACHE_P(object);

	if (UNEXPECTED(!cache->handle)) {
		zend_throw_error(NULL, "The Rediskit\\Cache was not constructed");
		return NULL;
	}
	return cache;
}

/* The same for methods that need only its handle. */
static rk_handle *handle_of_this(zval *object)
{
	rk_cache *cache = cache_of_this(object);

	return EXPECTED(cache != NULL) ? cache->handle : NULL;
}

static zend_object *cache_new(zend_class_entry *ce)
{
	rk_cache *cache = zend_object_alloc(sizeof(*cache), ce);

	cache->handle = NULL;
	cache->compute_ttl = COMPUTE_TTL_S;
	cache->wait = WAIT_S;
	cache->lock_ttl = LOCK_TTL_S;
	cache->own_prefix = false;
	zend_object_std_init(&cache->std, ce);
	object_properties_init(&cache->std, ce);
	cache->std.handlers = &cache_handlers;
	return &cache->std;
}

static void cache_free(zend_object *object)
{
	rk_cache *cache = cache_from_object(object);

	if (cache->handle) {
		rk_handle_release(cache->handle);
	}
	zend_object_std_dtor(object);
}

/* Throws, unless the status is one that is no error. */
static bool succeeded(rk_status status, const rk_error *err)
{
	if (EXPECTED(status == RK_OK || status == RK_REFUSED)) {
		return true;
	}
	rk_throw(err);
	return false;
}

/* The full key of a name; to be released. */
static zend_string *full_key(const rk_handle *handle, zend_string *name)
{
	return ZSTR_LEN(handle->prefix) ? rk_handle_key(handle, ZSTR_VAL(name), ZSTR_LEN(name)) : zend_string_copy(name);
}

/* --- options ----------------------------------------------------------------------------------------------------- */

/* Reads a number of seconds from `least` to thirty years; with `endless` also INF. An absent or null option stays as it is. */
static rk_status read_seconds(HashTable *options, const char *name, double least, bool endless, double *seconds, rk_error *err)
{
	zval *value = zend_hash_str_find_deref(options, name, strlen(name));
	double number;

	if (!value || Z_TYPE_P(value) == IS_NULL) {
		return RK_OK;
	}
	if (Z_TYPE_P(value) == IS_LONG || Z_TYPE_P(value) == IS_DOUBLE || (Z_TYPE_P(value) == IS_STRING && is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), NULL, NULL, false))) {
		number = zval_get_double(value);
		if (number >= least && (number <= LONGEST_S || (endless && isinf(number)))) {
			*seconds = number;
			return RK_OK;
		}
	}
	return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\" must be a number of seconds from %g up", name, least);
}

/* Puts the option prefix behind the one the config has. */
static rk_status append_prefix(rk_cache *cache, rk_config *config, HashTable *options, rk_error *err)
{
	zval *value = zend_hash_str_find_deref(options, ZEND_STRL("prefix"));
	smart_str prefix = { 0 };
	rk_status status;

	if (!value || Z_TYPE_P(value) == IS_NULL) {
		return RK_OK;
	}
	if (Z_TYPE_P(value) != IS_STRING) {
		return rk_error_set(err, RK_ERR_CONFIG, "The option \"prefix\" must be a string, %s given", zend_zval_type_name(value));
	}
	if (Z_STRLEN_P(value) == 0) {
		return RK_OK;
	}
	if (config->prefix_len) {
		smart_str_appendl(&prefix, config->prefix, config->prefix_len);
	}
	smart_str_append(&prefix, Z_STR_P(value));
	smart_str_0(&prefix);
	status = rk_config_set(config, ZEND_STRL("prefix"), ZSTR_VAL(prefix.s), ZSTR_LEN(prefix.s), err);
	smart_str_free(&prefix);
	cache->own_prefix = true;
	return status;
}

/* Options that say how values are stored: with a Client, the others are the Client's. */
static rk_status check_codec_options(HashTable *options, rk_error *err)
{
	static const char *const allowed[] = { "serializer", "compression", "compression_level", "compression_threshold", "max_value_size", "allowed_classes", "compat", "mac_key" };
	zend_string *name;
	size_t i;

	ZEND_HASH_FOREACH_STR_KEY(options, name) {
		for (i = 0; name && i < sizeof(allowed) / sizeof(*allowed); i++) {
			if (strcmp(ZSTR_VAL(name), allowed[i]) == 0) {
				break;
			}
		}
		if (name && i == sizeof(allowed) / sizeof(*allowed)) {
			return rk_error_set(err, RK_ERR_CONFIG,
				"\"%.100s\" is no option of a Cache that is given a Client: there are prefix, wait, compute_ttl, lock_ttl, serializer, compression, "
				"compression_level, compression_threshold, max_value_size, allowed_classes, compat and mac_key; how to connect is the Client's to say",
				ZSTR_VAL(name));
		}
	}
	ZEND_HASH_FOREACH_END();
	return RK_OK;
}

/* Where to connect, before the options. */
static rk_status base_config(rk_cache *cache, rk_config *config, zend_object *client, zend_string *dsn, rk_error *err)
{
	const char *shared = REDISKIT_G(prefix) ? REDISKIT_G(prefix) : "";
	rk_status status;

	if (client) {
		const rk_handle *handle = rk_client_handle(client);

		if (!handle) {
			zend_throw_error(NULL, "The Rediskit\\Client was not constructed");
			return rk_error_set(err, RK_ERR_EXCEPTION, "An exception is pending");
		}
		if (!rk_config_copy(config, &handle->config)) {
			return rk_error_set(err, RK_ERR_CONFIG, "Out of memory while copying the Client's settings");
		}
		return RK_OK;
	}
	status = rk_handle_read_config(config, dsn, NULL, err);
	/* A prefix that a DSN of our own brought is ours; the one of php.ini is everybody's. */
	cache->own_prefix = status == RK_OK && dsn && config->prefix_len && strcmp(config->prefix, shared) != 0;
	return status;
}

static rk_status apply_options(rk_config *config, HashTable *options, rk_error *err)
{
	zend_string *name;
	zval *value;
	rk_status status = RK_OK;

	ZEND_HASH_FOREACH_STR_KEY_VAL(options, name, value) {
		if (!name) {
			return rk_error_set(err, RK_ERR_CONFIG, "Options are given by name, such as ['prefix' => 'cache:'], not by position");
		}
		if ((status = rk_handle_set_option(config, name, value, err)) != RK_OK) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return status;
}

static rk_status cache_init(rk_cache *cache, zend_object *client, zend_string *dsn, HashTable *options, rk_error *err)
{
	static const char *const own[] = { "wait", "compute_ttl", "lock_ttl", "prefix" };
	HashTable *rest = zend_array_dup(options);
	rk_config config;
	rk_status status;
	size_t i;

	for (i = 0; i < sizeof(own) / sizeof(*own); i++) {
		zend_hash_str_del(rest, own[i], strlen(own[i]));
	}
	status = client ? check_codec_options(rest, err) : RK_OK;
	if (status == RK_OK) {
		status = base_config(cache, &config, client, dsn, err);
	}
	if (status != RK_OK) {
		zend_array_release(rest);
		return status;
	}
	if ((status = apply_options(&config, rest, err)) == RK_OK &&
		(status = append_prefix(cache, &config, options, err)) == RK_OK &&
		(status = read_seconds(options, "wait", 0, true, &cache->wait, err)) == RK_OK &&
		(status = read_seconds(options, "compute_ttl", 0.001, false, &cache->compute_ttl, err)) == RK_OK &&
		(status = read_seconds(options, "lock_ttl", 0.001, false, &cache->lock_ttl, err)) == RK_OK) {
		status = rk_handle_create(&config, true, &cache->handle, err);
	} else {
		rk_config_destroy(&config);
	}
	zend_array_release(rest);
	return status;
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
	succeeded(cache_init(cache, client, dsn, options, &err), &err);
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

typedef rk_status (*read_function)(rk_handle *handle, zend_string *key, zval *out, rk_error *err);

static void read_or_default(INTERNAL_FUNCTION_PARAMETERS, read_function read)
{
	rk_handle *handle;
	zend_string *name, *key;
	zval *fallback = NULL;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(fallback)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	key = full_key(handle, name);
	status = read(handle, key, return_value, &err);
	zend_string_release(key);
	if (status == RK_REFUSED) {
		if (fallback) {
			RETURN_COPY_DEREF(fallback);
		}
		RETURN_NULL();
	}
	succeeded(status, &err);
}

PHP_METHOD(Rediskit_Cache, get)
{
	read_or_default(INTERNAL_FUNCTION_PARAM_PASSTHRU, rk_value_get);
}

PHP_METHOD(Rediskit_Cache, pull)
{
	read_or_default(INTERNAL_FUNCTION_PARAM_PASSTHRU, rk_value_pull);
}

/* name => what stands for a missing one. */
static bool names_with_defaults(HashTable *keys, HashTable *names)
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
	rk_handle *handle;
	HashTable *keys;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(keys)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	array_init_size(return_value, zend_hash_num_elements(keys));
	zend_hash_real_init_mixed(Z_ARRVAL_P(return_value));
	if (names_with_defaults(keys, Z_ARRVAL_P(return_value))) {
		succeeded(rk_values_get(handle, Z_ARRVAL_P(return_value), &err), &err);
	}
}

static void return_exists(INTERNAL_FUNCTION_PARAMETERS, bool expected)
{
	rk_handle *handle;
	zend_string *name, *key;
	bool exists;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	key = full_key(handle, name);
	status = rk_value_exists(handle, key, &exists, &err);
	zend_string_release(key);
	if (succeeded(status, &err)) {
		RETURN_BOOL(exists == expected);
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
	rk_handle *handle;
	zend_string *name, *key;
	zend_long ms;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	key = full_key(handle, name);
	status = rk_value_ttl(handle, key, &ms, &err);
	zend_string_release(key);
	if (succeeded(status, &err)) {
		if (ms == -1) {
			RETURN_NULL();
		}
		RETURN_DOUBLE(ms > 0 ? (double) ms / 1000 : 0.0);
	}
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

/* Stores under a name. RK_REFUSED: `only_new`, and there is one. */
static rk_status store(rk_handle *handle, zend_string *name, zval *value, int64_t ttl_ms, bool only_new, rk_error *err)
{
	zend_string *key = full_key(handle, name);
	bool removed;
	rk_status status;

	if (ttl_ms == RK_TTL_NONE) {
		status = only_new ? RK_REFUSED : rk_remember_forget(handle, key, &removed, err);
	} else {
		status = rk_value_set(handle, key, value, ttl_ms, only_new, err);
	}
	zend_string_release(key);
	return status;
}

static void put(INTERNAL_FUNCTION_PARAMETERS, bool only_new)
{
	rk_handle *handle;
	zend_string *name;
	zval *value, *ttl = NULL;
	int64_t ttl_ms = RK_TTL_FOREVER;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(value)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(ttl)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS)) || (ttl && !rk_ttl_from_argument(ttl, 3, &ttl_ms))) {
		RETURN_THROWS();
	}
	status = store(handle, name, value, ttl_ms, only_new, &err);
	if (succeeded(status, &err)) {
		RETURN_BOOL(status == RK_OK);
	}
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
	rk_handle *handle;
	zend_string *name;
	zval *value;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (succeeded(store(handle, name, value, RK_TTL_FOREVER, false, &err), &err)) {
		RETURN_TRUE;
	}
}

PHP_METHOD(Rediskit_Cache, putMany)
{
	rk_handle *handle;
	HashTable *values;
	zval *ttl = NULL;
	int64_t ttl_ms = RK_TTL_FOREVER;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(values)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(ttl)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (ttl && !rk_ttl_from_argument(ttl, 2, &ttl_ms)) {
		RETURN_THROWS();
	}
	status = ttl_ms == RK_TTL_NONE ? rk_values_forget(handle, values, &err) : rk_values_set(handle, values, ttl_ms, &err);
	if (succeeded(status, &err)) {
		RETURN_TRUE;
	}
}

PHP_METHOD(Rediskit_Cache, forget)
{
	rk_handle *handle;
	zend_string *name, *key;
	bool removed;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	key = full_key(handle, name);
	status = rk_remember_forget(handle, key, &removed, &err);
	zend_string_release(key);
	if (succeeded(status, &err)) {
		RETURN_BOOL(removed);
	}
}

PHP_METHOD(Rediskit_Cache, touch)
{
	rk_handle *handle;
	zend_string *name, *key;
	zval *ttl;
	int64_t ttl_ms;
	bool existed;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(ttl)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!rk_ttl_from_argument(ttl, 2, &ttl_ms)) {
		RETURN_THROWS();
	}
	key = full_key(handle, name);
	status = ttl_ms == RK_TTL_NONE ? rk_remember_forget(handle, key, &existed, &err) : rk_value_touch(handle, key, ttl_ms, &existed, &err);
	zend_string_release(key);
	if (succeeded(status, &err)) {
		RETURN_BOOL(existed);
	}
}

static void add_to(INTERNAL_FUNCTION_PARAMETERS, bool subtract)
{
	rk_handle *handle;
	zend_string *name, *key;
	zend_long by = 1, sum;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(by)
	ZEND_PARSE_PARAMETERS_END();

	if (!(handle = handle_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	key = full_key(handle, name);
	status = rk_value_add(handle, key, by, subtract, &sum, &err);
	zend_string_release(key);
	if (succeeded(status, &err)) {
		RETURN_LONG(sum);
	}
}

PHP_METHOD(Rediskit_Cache, increment)
{
	add_to(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

PHP_METHOD(Rediskit_Cache, decrement)
{
	add_to(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Rediskit_Cache, flush)
{
	rk_cache *cache;
	zend_long removed;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(cache = cache_of_this(ZEND_THIS))) {
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
	if (succeeded(rk_flush_prefix(cache->handle, &removed, &err), &err)) {
		RETURN_LONG(removed);
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

	if (!(cache = cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	rk_lock_create(return_value, cache->handle, name, ttl_is_null ? cache->lock_ttl : ttl, owner);
}

/* --- remember() -------------------------------------------------------------------------------------------------- */

/* What a call of remember() was given. */
typedef struct {
	rk_handle *handle; /* borrowed from the object, which the running method keeps */
	zend_string *key;
	zval *ttl;        /* NULL: for ever */
	uint32_t ttl_arg; /* its number as an argument */
	int64_t ttl_ms;   /* what is known of it beforehand */
	int64_t lease_ms, wait_us;
	zval *compute;
} remember_call;

static rk_status exception_is_pending(rk_error *err)
{
	return rk_error_set(err, RK_ERR_EXCEPTION, "An exception is pending");
}

static bool is_closure(const zval *value)
{
	return value && Z_TYPE_P(value) == IS_OBJECT && Z_OBJCE_P(value) == zend_ce_closure;
}

/* A closure is one callback that needs no closer look, which matters when the value is there. */
static bool check_compute(zval *compute, uint32_t arg_num)
{
	char *error = NULL;

	if (EXPECTED(is_closure(compute)) || zend_is_callable_ex(compute, NULL, 0, NULL, NULL, &error)) {
		return true;
	}
	zend_argument_type_error(arg_num, "must be a valid callback, %s", error ? error : "no callback given");
	if (error) {
		efree(error);
	}
	return false;
}

/* Calls the callback. False: it threw, or exits. */
static bool call_compute(const remember_call *call, zval *value)
{
	ZVAL_UNDEF(value);
	if (call_user_function(NULL, NULL, call->compute, value, 0, NULL) != SUCCESS || EG(exception) || Z_ISUNDEF_P(value)) {
		zval_ptr_dtor(value);
		return false;
	}
	if (Z_ISREF_P(value)) {
		zend_unwrap_reference(value);
	}
	return true;
}

/* The time to live of what was just computed: a closure is asked now, and a moment has come nearer. False: an exception is pending. */
static bool resolve_ttl(const remember_call *call, zval *value, int64_t *ttl_ms)
{
	zval result;
	bool ok;

	*ttl_ms = call->ttl_ms;
	if (!call->ttl || Z_TYPE_P(call->ttl) != IS_OBJECT) {
		return true;
	}
	if (!is_closure(call->ttl)) {
		return rk_ttl_from_argument(call->ttl, call->ttl_arg, ttl_ms);
	}
	ZVAL_UNDEF(&result);
	if (call_user_function(NULL, NULL, call->ttl, &result, 1, value) != SUCCESS || EG(exception)) {
		zval_ptr_dtor(&result);
		return false;
	}
	ok = rk_ttl_from_result(&result, ttl_ms);
	zval_ptr_dtor(&result);
	return ok;
}

/* A connection that broke does not make a computed value worthless; what the server refuses to store is worth an error, as in put(). */
static bool is_worth_an_error(rk_status status)
{
	switch (status) {
		case RK_OK:
		case RK_REFUSED:
		case RK_ERR_CONNECTION:
		case RK_ERR_TIMEOUT:
		case RK_ERR_TLS:
		case RK_ERR_POOL:
		case RK_ERR_OUTCOME_UNKNOWN:
			return false;
		default:
			return true;
	}
}

/* Encodes and fills, and ends `fill` in any case. */
static rk_status fill_with(const remember_call *call, rk_fill *fill, zval *value, rk_error *err)
{
	rk_encoded encoded;
	int64_t ttl_ms;
	rk_status status;

	if (call->ttl_ms == RK_TTL_NONE) { /* nobody else knows of this computation */
		rk_fill_abandon(fill);
		return RK_OK;
	}
	status = resolve_ttl(call, value, &ttl_ms) ? RK_OK : exception_is_pending(err);
	if (status == RK_OK) {
		status = rk_codec_encode(call->handle->codec, value, ZSTR_VAL(call->key), ZSTR_LEN(call->key), NULL, &encoded, err);
	}
	if (status != RK_OK) {
		rk_fill_abandon(fill);
		return status;
	}
	status = rk_fill_store(fill, encoded.data, encoded.len, ttl_ms, err);
	rk_encoded_release(&encoded);
	return is_worth_an_error(status) ? status : RK_OK;
}

/* The value is missing: gets it from whoever computes it, or computes it. */
static rk_status obtain_or_compute(const remember_call *call, zval *out, rk_error *err)
{
	int64_t lease_ms = call->ttl_ms == RK_TTL_NONE ? 0 : call->lease_ms;
	rk_fill *fill;
	zval stored, value;
	rk_status status = rk_fill_begin(call->handle, call->key, lease_ms, call->wait_us, &stored, &fill, err);

	if (status == RK_OK) {
		return rk_value_decode(call->handle, call->key, &stored, out, err);
	}
	if (status != RK_REFUSED) {
		return status;
	}
	if (!call_compute(call, &value)) {
		rk_fill_abandon(fill);
		return exception_is_pending(err);
	}
	status = fill_with(call, fill, &value, err);
	if (status == RK_OK) {
		ZVAL_COPY_VALUE(out, &value);
	} else {
		zval_ptr_dtor(&value);
	}
	return status;
}

/* Reads the optional arguments wait and compute_ttl. */
static bool read_limits(remember_call *call, uint32_t first_arg, double wait, double lease)
{
	if (!(wait >= 0)) {
		zend_argument_value_error(first_arg, "must be a number of seconds from 0 up");
		return false;
	}
	if (!(lease >= 0.001 && lease <= LONGEST_S)) {
		zend_argument_value_error(first_arg + 1, "must be a number of seconds from 0.001 up");
		return false;
	}
	call->wait_us = wait <= LONGEST_S ? (int64_t) (wait * 1e6) : RK_NO_DEADLINE;
	call->lease_ms = (int64_t) ceil(lease * 1e3);
	return true;
}

static void remember(remember_call *call, zend_string *name, zval *return_value)
{
	rk_error err;
	rk_status status;

	call->key = full_key(call->handle, name);
	status = rk_value_get(call->handle, call->key, return_value, &err);
	if (status == RK_REFUSED) {
		status = obtain_or_compute(call, return_value, &err);
	}
	zend_string_release(call->key);
	succeeded(status, &err);
}

PHP_METHOD(Rediskit_Cache, remember)
{
	rk_cache *cache;
	remember_call call = { .ttl_arg = 2, .ttl_ms = RK_TTL_FOREVER };
	zend_string *name;
	double wait = 0, lease = 0;
	bool no_wait = true, no_lease = true;

	ZEND_PARSE_PARAMETERS_START(3, 5)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(call.ttl)
		Z_PARAM_ZVAL(call.compute)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(wait, no_wait)
		Z_PARAM_DOUBLE_OR_NULL(lease, no_lease)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	call.handle = cache->handle;
	ZVAL_DEREF(call.ttl);
	if ((is_closure(call.ttl) || rk_ttl_from_argument(call.ttl, 2, &call.ttl_ms)) && check_compute(call.compute, 3) &&
		read_limits(&call, 4, no_wait ? cache->wait : wait, no_lease ? cache->compute_ttl : lease)) {
		remember(&call, name, return_value);
	}
}

PHP_METHOD(Rediskit_Cache, rememberForever)
{
	rk_cache *cache;
	remember_call call = { .ttl_ms = RK_TTL_FOREVER };
	zend_string *name;
	double wait = 0, lease = 0;
	bool no_wait = true, no_lease = true;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(call.compute)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(wait, no_wait)
		Z_PARAM_DOUBLE_OR_NULL(lease, no_lease)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	call.handle = cache->handle;
	if (check_compute(call.compute, 2) && read_limits(&call, 3, no_wait ? cache->wait : wait, no_lease ? cache->compute_ttl : lease)) {
		remember(&call, name, return_value);
	}
}

zend_result rk_cache_minit(void)
{
	rk_ce_cache = register_class_Rediskit_Cache();
	rk_ce_cache->create_object = cache_new;
	memcpy(&cache_handlers, zend_get_std_object_handlers(), sizeof(cache_handlers));
	cache_handlers.offset = offsetof(rk_cache, std);
	cache_handlers.free_obj = cache_free;
	cache_handlers.clone_obj = NULL;
	return SUCCESS;
}
