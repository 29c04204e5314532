/* cache_remember.c: Cache's remember() and flexible(): reads a value, or computes and stores it. rk_remember.c decides who computes;
 * here the callbacks are called, for the value and, where it is a closure, for its time to live. What is stale is cache_refresh.c's. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_cache.h"
#include "rk_ttl.h"

#include <ext/random/php_random.h>

#include <math.h>
#include <time.h>

/* Calls the callback. False: it threw, or exits. */
static bool call_compute(const rk_remember_call *call, zval *value)
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
static bool resolve_ttl(const rk_remember_call *call, zval *value, int64_t *ttl_ms)
{
	zval result;
	bool ok;

	*ttl_ms = call->ttl_ms;
	if (!call->ttl || Z_TYPE_P(call->ttl) != IS_OBJECT) {
		return true;
	}
	if (!rk_cache_is_closure(call->ttl)) {
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

/* Takes a random part off, at most the fraction `jitter`, so that values stored at the same time do not expire at the same time. */
static int64_t jittered(int64_t ttl_ms, double jitter)
{
	int64_t less;

	if (ttl_ms <= 0 || jitter <= 0) {
		return ttl_ms;
	}
	less = ttl_ms - (int64_t) ((double) ttl_ms * jitter * php_combined_lcg());
	return less > 0 ? less : 1;
}

static int64_t unix_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t) now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* What readers need to know: to refresh the value in time, when it does not simply expire, and whether its tags are still the same. NULL: nothing. */
static const rk_envelope_meta *header_fields(const rk_remember_call *call, const rk_fill *fill, int64_t ttl_ms, uint32_t cost_ms,
	rk_envelope_meta *meta)
{
	bool early = call->terms.beta > 0 || (call->terms.beta < 0 && call->terms.stale_ms);
	const rk_tag_versions *versions = rk_fill_versions(fill);

	*meta = (rk_envelope_meta){ 0 };
	if (versions) {
		meta->tags = versions->field;
		meta->tags_len = versions->len;
	}
	if (ttl_ms > 0 && (call->terms.stale_ms || early)) {
		meta->soft_expiry_ms = unix_ms() + ttl_ms;
		meta->compute_cost_ms = early ? cost_ms : 0;
	}
	return meta->tags || meta->soft_expiry_ms ? meta : NULL;
}

rk_status rk_cache_encode(const rk_remember_call *call, const rk_fill *fill, zval *value, uint32_t cost_ms, int64_t *ttl_ms, rk_encoded *encoded, rk_error *err)
{
	rk_envelope_meta meta;
	rk_status status;

	if (!resolve_ttl(call, value, ttl_ms)) {
		return rk_cache_pending(err);
	}
	*ttl_ms = Z_TYPE_P(value) == IS_NULL && !call->terms.cache_null ? RK_TTL_NONE : jittered(*ttl_ms, call->terms.jitter);
	status = rk_codec_encode(call->handle->codec, value, ZSTR_VAL(call->key), ZSTR_LEN(call->key), header_fields(call, fill, *ttl_ms, cost_ms, &meta),
		encoded, err);
	*ttl_ms += *ttl_ms > 0 ? call->terms.stale_ms : 0;
	*ttl_ms = call->tags ? rk_tags_limit(*ttl_ms) : *ttl_ms;
	return status;
}

/* Encodes and fills, and ends `fill` in any case. */
static rk_status fill_with(const rk_remember_call *call, rk_fill *fill, zval *value, uint32_t cost_ms, rk_error *err)
{
	rk_encoded encoded;
	int64_t ttl_ms;
	rk_status status;

	if (call->ttl_ms == RK_TTL_NONE) { /* nobody else knows of this computation */
		rk_fill_abandon(fill);
		return RK_OK;
	}
	status = rk_cache_encode(call, fill, value, cost_ms, &ttl_ms, &encoded, err);
	if (status != RK_OK) {
		rk_fill_fail(fill);
		return status;
	}
	status = rk_fill_store(fill, encoded.data, encoded.len, ttl_ms, err);
	if (status == RK_OK && ttl_ms != RK_TTL_NONE) {
		rk_cache_note_stored(call->deed, ttl_ms, 1, encoded.len);
	}
	rk_encoded_release(&encoded);
	return rk_cache_is_worth_an_error(call, status, err) ? status : RK_OK;
}

rk_status rk_cache_compute(const rk_remember_call *call, rk_fill *fill, zval *out, rk_error *err)
{
	int64_t start_us = rk_now_us(), cost_us;
	bool computed;
	zval value;
	rk_status status;

	rk_fill_is_computing(fill, true);
	computed = call_compute(call, &value);
	cost_us = rk_now_us() - start_us;
	rk_cache_note_computed(call->deed, cost_us);
	if (!computed) {
		if (rk_cache_is_exiting()) {
			rk_fill_abandon(fill);
		} else {
			rk_fill_fail(fill);
		}
		return rk_cache_pending(err);
	}
	status = fill_with(call, fill, &value, rk_cache_cost_ms(cost_us), err);
	if (status == RK_OK) {
		ZVAL_COPY_VALUE(out, &value);
	} else {
		zval_ptr_dtor(&value);
	}
	return status;
}

/* Stale, or, by chance, soon to be: the more a value costs to compute and the nearer its expiry, the likelier, so that of many readers one
 * is early (XFetch). */
rk_refresh_reason rk_cache_is_due(const rk_remember_call *call, const rk_value_age *age)
{
	double beta = call->terms.beta < 0 ? 1 : call->terms.beta, head_start;
	int64_t now_ms = unix_ms(); /* what is stored may be any number: no difference before they are compared */

	if (age->soft_expiry_ms <= now_ms) {
		return RK_REFRESH_STALE;
	}
	if (!age->compute_cost_ms || beta <= 0) {
		return RK_REFRESH_NOT;
	}
	head_start = -log(1 - php_combined_lcg()) * beta * age->compute_cost_ms;
	return head_start >= (double) (age->soft_expiry_ms - now_ms) ? RK_REFRESH_EARLY : RK_REFRESH_NOT;
}

rk_status rk_cache_begin_fill(const rk_remember_call *call, zend_string *dead, int64_t lease_ms, int64_t wait_us, zval *stored, rk_fill **fill,
	rk_error *err)
{
	rk_status status = rk_fill_begin(call->handle, call->tags, dead, call->key, lease_ms, wait_us, stored, fill, err);

	if (status != RK_OK && status != RK_REFUSED && rk_cache_passes_over(call, err)) {
		status = rk_fill_begin(call->handle, NULL, NULL, call->key, 0, 0, stored, fill, err);
	}
	return status;
}

rk_status rk_cache_take_newer(const rk_remember_call *call, zval *stored, zval *place, rk_error *err)
{
	zval newer;
	rk_status status = rk_value_decode(call->handle, call->key, stored, &newer, NULL, err);

	return status == RK_OK ? rk_cache_replace(place, &newer, err) : status;
}

/* The value is missing (`read` is RK_REFUSED), or void and begins with `dead`: gets it from whoever computes it, or computes it. Or it could not
 * be read: then it is thrown, or computed without asking anybody. */
static rk_status obtain_or_compute(const rk_remember_call *call, rk_status read, zend_string *dead, zval *out, rk_error *err)
{
	int64_t lease_ms = call->ttl_ms == RK_TTL_NONE ? 0 : call->terms.lease_ms;
	rk_fill *fill;
	zval stored;
	rk_status status;

	if (read != RK_REFUSED) {
		if (!rk_cache_passes_over(call, err)) {
			return read;
		}
		lease_ms = 0;
	}
	rk_cache_note_read(call->deed, RK_EVENT_MISS);
	status = rk_cache_begin_fill(call, dead, lease_ms, call->terms.wait_us, &stored, &fill, err);
	if (status == RK_OK) {
		return rk_value_decode(call->handle, call->key, &stored, out, NULL, err);
	}
	return status == RK_REFUSED ? rk_cache_compute(call, fill, out, err) : status;
}

/* A value with a soft expiry was found: is it stale, or to be refreshed early? */
static rk_status look_at_age(const rk_remember_call *call, const rk_value_age *age, zval *out, rk_error *err)
{
	rk_refresh_reason reason = rk_cache_is_due(call, age);

	rk_cache_note_read(call->deed, reason == RK_REFRESH_STALE ? RK_EVENT_STALE : RK_EVENT_HIT);
	return reason == RK_REFRESH_NOT ? RK_OK : rk_cache_refresh(call, age, reason, out, err);
}

static zend_always_inline void note_hit(const rk_remember_call *call)
{
	if (UNEXPECTED(call->deed)) {
		rk_cache_note_read(call->deed, RK_EVENT_HIT);
	} else {
		REDISKIT_G(cache_figures).hits++;
	}
}

/* Reads, and computes what is missing or stale. */
static rk_status read_or_compute(const rk_remember_call *call, zval *out, rk_error *err)
{
	rk_value_age age;
	rk_status status = rk_value_get(call->handle, call->key, out, &age, err);

	if (UNEXPECTED(status != RK_OK)) {
		return obtain_or_compute(call, status, NULL, out, err);
	}
	if (UNEXPECTED(age.soft_expiry_ms)) {
		return look_at_age(call, &age, out, err);
	}
	note_hit(call);
	return RK_OK;
}

static zend_never_inline rk_status read_or_compute_tagged(const rk_remember_call *call, zval *out, rk_error *err)
{
	rk_value_age age;
	zend_string *dead;
	rk_status status = rk_tagged_read(call->handle, call->tags, call->key, out, &age, &dead, err);

	if (status != RK_OK) {
		status = obtain_or_compute(call, status, dead, out, err);
	} else if (age.soft_expiry_ms) {
		status = look_at_age(call, &age, out, err);
	} else {
		note_hit(call);
	}
	if (dead) {
		zend_string_release(dead);
	}
	return status;
}

/* Ends what did not simply find the value, or is listened to. */
static zend_never_inline void end_remember(const rk_remember_call *call, zend_string *name, rk_status status, const rk_error *err)
{
	if (status != RK_OK) {
		rk_cache_note_error(call->deed, err);
		rk_throw(err);
	}
	if (call->deed) {
		rk_cache_tell(call->deed, name);
	}
}

static void remember(const rk_cache *cache, rk_remember_call *call, zend_string *name, zval *return_value)
{
	rk_cache_deed room;
	rk_error err;
	rk_status status;

	call->deed = rk_cache_listen(cache, &room);
	call->key = rk_cache_key(call->handle, call->tags, name);
	status = UNEXPECTED(call->tags) ? read_or_compute_tagged(call, return_value, &err) : read_or_compute(call, return_value, &err);
	zend_string_release(call->key);
	if (UNEXPECTED(status != RK_OK || call->deed)) {
		end_remember(call, name, status, &err);
	}
}

/* --- the methods ------------------------------------------------------------------------------------------------- */

PHP_METHOD(Rediskit_Cache, remember)
{
	rk_cache *cache;
	rk_remember_call call = { .ttl_arg = 2, .ttl_ms = RK_TTL_FOREVER };
	rk_remember_arguments given;
	zend_string *name;

	if (ZEND_NUM_ARGS() > 3) {
		given = (rk_remember_arguments) RK_REMEMBER_NONE_GIVEN;
		given.refresh_arg = 10;
	}
	ZEND_PARSE_PARAMETERS_START(3, 10)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(call.ttl)
		Z_PARAM_ZVAL(call.compute)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(given.wait, given.no_wait)
		Z_PARAM_DOUBLE_OR_NULL(given.lease, given.no_lease)
		Z_PARAM_DOUBLE_OR_NULL(given.stale, given.no_stale)
		Z_PARAM_DOUBLE_OR_NULL(given.beta, given.no_beta)
		Z_PARAM_DOUBLE_OR_NULL(given.jitter, given.no_jitter)
		Z_PARAM_BOOL_OR_NULL(given.cache_null, given.no_cache_null)
		Z_PARAM_STR_OR_NULL(given.refresh)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	rk_cache_call_on(&call, cache);
	ZVAL_DEREF(call.ttl);
	if ((rk_cache_is_closure(call.ttl) || rk_ttl_from_argument(call.ttl, 2, &call.ttl_ms)) && rk_cache_check_compute(call.compute, 3) &&
		(ZEND_NUM_ARGS() <= 3 || rk_cache_read_arguments(&call.terms, &given, 4))) {
		remember(cache, &call, name, return_value);
	}
}

PHP_METHOD(Rediskit_Cache, rememberForever)
{
	rk_cache *cache;
	rk_remember_call call = { .ttl_ms = RK_TTL_FOREVER };
	rk_remember_arguments given = RK_REMEMBER_NONE_GIVEN;
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(2, 5)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(call.compute)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(given.wait, given.no_wait)
		Z_PARAM_DOUBLE_OR_NULL(given.lease, given.no_lease)
		Z_PARAM_BOOL_OR_NULL(given.cache_null, given.no_cache_null)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	rk_cache_call_on(&call, cache);
	if (rk_cache_check_compute(call.compute, 2) && rk_cache_read_arguments(&call.terms, &given, 3)) {
		remember(cache, &call, name, return_value);
	}
}

/* [fresh, stale]: from when the value is stale, and from when it is gone. */
static bool read_periods(rk_remember_call *call, HashTable *periods)
{
	zval *fresh = zend_hash_index_find_deref(periods, 0), *gone = zend_hash_index_find_deref(periods, 1);
	int64_t gone_ms;

	if (!fresh || !gone || zend_hash_num_elements(periods) != 2) {
		zend_argument_value_error(2, "must be a list of two times to live: [fresh, stale]");
		return false;
	}
	if (!rk_ttl_from_argument(fresh, 2, &call->ttl_ms) || !rk_ttl_from_argument(gone, 2, &gone_ms)) {
		return false;
	}
	if (call->ttl_ms == RK_TTL_FOREVER || gone_ms == RK_TTL_FOREVER) {
		zend_argument_value_error(2, "must be a list of two times to live: [fresh, stale], neither of them null");
		return false;
	}
	if (gone_ms < call->ttl_ms) {
		zend_argument_value_error(2, "must be a list of two times to live, [fresh, stale], of which the second is not shorter than the first");
		return false;
	}
	call->terms.stale_ms = gone_ms - call->ttl_ms;
	return true;
}

PHP_METHOD(Rediskit_Cache, flexible)
{
	rk_cache *cache;
	rk_remember_call call = { 0 };
	rk_remember_arguments given = RK_REMEMBER_NONE_GIVEN;
	HashTable *periods;
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(3, 6)
		Z_PARAM_STR(name)
		Z_PARAM_ARRAY_HT(periods)
		Z_PARAM_ZVAL(call.compute)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(given.wait, given.no_wait)
		Z_PARAM_DOUBLE_OR_NULL(given.lease, given.no_lease)
		Z_PARAM_STR_OR_NULL(given.refresh)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	rk_cache_call_on(&call, cache);
	call.terms.beta = 0; /* fresh is fresh */
	call.terms.refresh_after = true;
	given.refresh_arg = 6;
	if (!rk_cache_allows(&call.terms, "flexible()") || !rk_cache_check_compute(call.compute, 3) || !rk_cache_read_arguments(&call.terms, &given, 4) ||
		!read_periods(&call, periods)) {
		RETURN_THROWS();
	}
	if (call.ttl_ms == RK_TTL_NONE && call.terms.stale_ms) {
		call.ttl_ms = 1; /* stale at once */
	}
	remember(cache, &call, name, return_value);
}
