/* cache_remember.c: Cache's remember(): reads a value, or computes and stores it. rk_remember.c decides who computes; here
 * the callbacks are called, for the value and, where it is a closure, for its time to live. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_cache.h"
#include "rk_remember.h"
#include "rk_ttl.h"
#include "rk_values.h"

#include <zend_closures.h>
#include <zend_exceptions.h>

#include <math.h>

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
	if (!(lease >= 0.001 && lease <= RK_CACHE_LONGEST_S)) {
		zend_argument_value_error(first_arg + 1, "must be a number of seconds from 0.001 up");
		return false;
	}
	call->wait_us = wait <= RK_CACHE_LONGEST_S ? (int64_t) (wait * 1e6) : RK_NO_DEADLINE;
	call->lease_ms = (int64_t) ceil(lease * 1e3);
	return true;
}

static void remember(remember_call *call, zend_string *name, zval *return_value)
{
	rk_error err;
	rk_status status;

	call->key = rk_cache_key(call->handle, name);
	status = rk_value_get(call->handle, call->key, return_value, &err);
	if (status == RK_REFUSED) {
		status = obtain_or_compute(call, return_value, &err);
	}
	zend_string_release(call->key);
	rk_cache_succeeded(status, &err);
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

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
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

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	call.handle = cache->handle;
	if (check_compute(call.compute, 2) && read_limits(&call, 3, no_wait ? cache->wait : wait, no_lease ? cache->compute_ttl : lease)) {
		remember(&call, name, return_value);
	}
}
