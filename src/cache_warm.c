/* cache_warm.c: Cache's warm(): stores what an array or a generator yields, in batches. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_cache.h"
#include "rk_iterate.h"
#include "rk_ttl.h"

#define BATCH 500 /* values, of at most RK_VALUES_BATCH bytes */

/* Values on their way, and what is told of it. */
typedef struct {
	const rk_cache *cache; /* the running method keeps it */
	int64_t ttl_ms;
	zval *progress; /* NULL: nobody asks */
	HashTable batch;
	zend_long stored;
} rk_warming;

/* Stores the batch. False: an exception is pending. */
static bool send_batch(rk_warming *warming)
{
	uint32_t count = zend_hash_num_elements(&warming->batch);
	zval argument, result;
	rk_status status;

	if (count == 0) {
		return true;
	}
	status = rk_cache_store_many(warming->cache, &warming->batch, warming->ttl_ms);
	if (status != RK_OK && status != RK_REFUSED) {
		return false;
	}
	warming->stored += status == RK_OK ? count : 0;
	zend_hash_clean(&warming->batch);
	if (warming->progress) {
		ZVAL_LONG(&argument, warming->stored);
		ZVAL_UNDEF(&result);
		call_user_function(NULL, NULL, warming->progress, &result, 1, &argument);
		zval_ptr_dtor(&result);
	}
	return !EG(exception);
}

static bool add_value(void *context, zval *key, zval *value)
{
	rk_warming *warming = context;

	ZVAL_DEREF(value);
	Z_TRY_ADDREF_P(value);
	if (Z_TYPE_P(key) == IS_STRING) {
		zend_symtable_update(&warming->batch, Z_STR_P(key), value);
	} else if (Z_TYPE_P(key) == IS_LONG) {
		zend_hash_index_update(&warming->batch, (zend_ulong) Z_LVAL_P(key), value);
	} else {
		Z_TRY_DELREF_P(value);
		zend_argument_type_error(1, "must have keys of type string or int, but one is %s", zend_zval_type_name(key));
		return false;
	}
	return zend_hash_num_elements(&warming->batch) < BATCH || send_batch(warming);
}

PHP_METHOD(Rediskit_Cache, warm)
{
	rk_cache *cache;
	rk_warming warming = { .ttl_ms = RK_TTL_FOREVER };
	zval *values, *ttl = NULL, *progress = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ITERABLE(values)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(ttl)
		Z_PARAM_ZVAL(progress)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS)) || (ttl && !rk_ttl_from_argument(ttl, 2, &warming.ttl_ms))) {
		RETURN_THROWS();
	}
	if (warming.ttl_ms == RK_TTL_NONE) {
		zend_argument_value_error(2, "must leave something: values that are gone at once warm nothing");
		RETURN_THROWS();
	}
	if (progress && Z_TYPE_P(progress) != IS_NULL) {
		if (!rk_cache_check_compute(progress, 3)) {
			RETURN_THROWS();
		}
		warming.progress = progress;
	}
	warming.cache = cache;
	zend_hash_init(&warming.batch, BATCH, NULL, ZVAL_PTR_DTOR, false);
	if (rk_iterate(values, add_value, &warming) && send_batch(&warming)) {
		RETVAL_LONG(warming.stored);
	}
	zend_hash_destroy(&warming.batch);
}
