/* cache_observe.c: how what a Cache asks of the server ends. It is counted (Cache::stats()) and told to the option on_event; what failed is
 * thrown or, with on_error = miss, passed over: a server that is not there has no values.
 *
 * Events are noted while a method works, and told when all it does is done: then the callback can use the cache, throw and exit. What it does
 * with caches itself is counted, but not told. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_cache.h"
#include "rk_ttl.h"

/* --- noting ------------------------------------------------------------------------------------------------------ */

rk_cache_deed *rk_cache_deed_begin(rk_cache_deed *deed, const zval *on_event)
{
	if (REDISKIT_G(cache_is_telling)) {
		return NULL;
	}
	deed->on_event = on_event;
	deed->read_before = REDISKIT_G(cache_figures).bytes_read;
	deed->mark_us = rk_now_us();
	deed->all.happened = 0;
	deed->each = NULL;
	deed->existed = -1;
	deed->write_bytes = 0;
	deed->exception = NULL;
	return deed;
}

/* Seconds since the step before. */
static double lap(rk_cache_deed *deed)
{
	int64_t now_us = rk_now_us(), us = now_us - deed->mark_us;

	deed->mark_us = now_us;
	return (double) us / 1e6;
}

void rk_cache_note_exchange(rk_cache_deed *deed)
{
	deed->read_s = lap(deed);
	deed->read_bytes = REDISKIT_G(cache_figures).bytes_read - deed->read_before;
}

void rk_cache_note_read(rk_cache_deed *deed, uint32_t event)
{
	REDISKIT_G(cache_figures).hits += event != RK_EVENT_MISS;
	REDISKIT_G(cache_figures).stale += event == RK_EVENT_STALE;
	REDISKIT_G(cache_figures).misses += event == RK_EVENT_MISS;
	if (deed) {
		deed->all.happened |= event;
		rk_cache_note_exchange(deed);
	}
}

void rk_cache_note_computed(rk_cache_deed *deed, int64_t us)
{
	REDISKIT_G(cache_figures).computes++;
	REDISKIT_G(cache_figures).compute_us += us;
	if (deed) {
		deed->all.happened |= RK_EVENT_COMPUTE;
		deed->compute_s = (double) us / 1e6;
		lap(deed);
		if (EG(exception) && !deed->exception) {
			deed->exception = zend_string_copy(EG(exception)->ce->name);
		}
	}
}

void rk_cache_note_stored(rk_cache_deed *deed, int64_t ttl_ms, uint32_t count, uint64_t bytes)
{
	REDISKIT_G(cache_figures).writes += count;
	REDISKIT_G(cache_figures).bytes_written += bytes;
	if (deed) {
		deed->all.happened |= RK_EVENT_WRITE;
		deed->write_s = lap(deed);
		deed->write_bytes += bytes;
		deed->all.ttl_ms = ttl_ms;
	}
}

static void note_removed(rk_cache_deed *deed, int existed)
{
	if (deed) {
		deed->all.happened |= RK_EVENT_FORGET;
		deed->write_s = lap(deed);
		deed->existed = existed;
	}
}

void rk_cache_note_error(rk_cache_deed *deed, const rk_error *err)
{
	if (err->status == RK_ERR_EXCEPTION || err->status == RK_ERR_LOCK) {
		return;
	}
	REDISKIT_G(cache_figures).errors++;
	REDISKIT_G(cache_figures).skipped += err->status == RK_ERR_HELD_BACK;
	if (deed) {
		deed->all.happened |= RK_EVENT_ERROR;
		deed->error = *err;
	}
}

/* Does the cache go on without the server that failed so? */
static bool goes_on(const rk_remember_terms *terms, const rk_error *err)
{
	return terms->fail_open && rk_error_is_unavailable(err);
}

bool rk_cache_passes_over(const rk_remember_call *call, const rk_error *err)
{
	if (!goes_on(&call->terms, err)) {
		return false;
	}
	rk_cache_note_error(call->deed, err);
	return true;
}

bool rk_cache_is_worth_an_error(const rk_remember_call *call, rk_status status, const rk_error *err)
{
	if (status == RK_OK || status == RK_REFUSED) {
		return false;
	}
	if (!goes_on(&call->terms, err) && !rk_error_is_outage(err)) {
		return true;
	}
	rk_cache_note_error(call->deed, err);
	return false;
}

/* --- telling ----------------------------------------------------------------------------------------------------- */

static const char *const names[] = { "hit", "stale", "miss", "compute", "write", "forget", "error" };

/* Details of one event of a key, or of one of `keys`, which have all but its time to live in common. */
static void describe(const rk_cache_deed *deed, uint32_t event, const rk_key_deed *key_deed, uint32_t keys, zval *details)
{
	array_init(details);
	switch (event) {
		case RK_EVENT_HIT:
		case RK_EVENT_STALE:
			add_assoc_long(details, "bytes", (zend_long) deed->read_bytes);
			ZEND_FALLTHROUGH;
		case RK_EVENT_MISS:
			add_assoc_double(details, "duration", deed->read_s);
			break;
		case RK_EVENT_COMPUTE:
			add_assoc_double(details, "duration", deed->compute_s);
			add_assoc_bool(details, "refresh", (key_deed->happened & RK_EVENT_REFRESH) != 0);
			add_assoc_bool(details, "early", (key_deed->happened & RK_EVENT_EARLY) != 0);
			add_assoc_bool(details, "deferred", (key_deed->happened & RK_EVENT_DEFERRED) != 0);
			if (deed->exception) {
				add_assoc_str(details, "exception", zend_string_copy(deed->exception));
			} else {
				add_assoc_null(details, "exception");
			}
			break;
		case RK_EVENT_WRITE:
			add_assoc_long(details, "bytes", (zend_long) deed->write_bytes);
			add_assoc_double(details, "duration", deed->write_s);
			if (key_deed->ttl_ms == RK_TTL_FOREVER) {
				add_assoc_null(details, "ttl");
			} else {
				add_assoc_double(details, "ttl", (double) key_deed->ttl_ms / 1e3);
			}
			break;
		case RK_EVENT_FORGET:
			add_assoc_double(details, "duration", deed->write_s);
			if (deed->existed < 0) {
				add_assoc_null(details, "existed");
			} else {
				add_assoc_bool(details, "existed", deed->existed);
			}
			break;
		default:
			add_assoc_string(details, "message", deed->error.message);
			add_assoc_str(details, "exception", rk_exception_name(&deed->error));
			break;
	}
	if (keys && event != RK_EVENT_ERROR) {
		add_assoc_long(details, "keys", keys);
	}
}

/* Tells what happened to one key. False: the callback threw. */
static bool tell(const rk_cache_deed *deed, const rk_key_deed *key_deed, zend_string *key, uint32_t keys)
{
	zval arguments[3], result;
	uint32_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]) && !EG(exception); i++) {
		if (!(key_deed->happened & (1u << i))) {
			continue;
		}
		ZVAL_STRING(&arguments[0], names[i]);
		ZVAL_STR_COPY(&arguments[1], key);
		describe(deed, 1u << i, key_deed, keys, &arguments[2]);
		ZVAL_UNDEF(&result);
		call_user_function(NULL, NULL, (zval *) deed->on_event, &result, 3, arguments);
		zval_ptr_dtor(&result);
		zval_ptr_dtor(&arguments[0]);
		zval_ptr_dtor(&arguments[1]);
		zval_ptr_dtor(&arguments[2]);
	}
	return !EG(exception);
}

static void forget_exception(rk_cache_deed *deed)
{
	if (deed->exception) {
		zend_string_release(deed->exception);
		deed->exception = NULL;
	}
}

/* Puts the pending exception aside. False: nothing is to be told, the request ends. */
static bool begin_telling(rk_cache_deed *deed, zend_object **pending)
{
	*pending = EG(exception);
	if (*pending && rk_cache_is_exiting()) {
		forget_exception(deed);
		return false;
	}
	EG(exception) = NULL;
	REDISKIT_G(cache_is_telling) = true;
	return true;
}

static void end_telling(rk_cache_deed *deed, zend_object *pending)
{
	REDISKIT_G(cache_is_telling) = false;
	if (pending && EG(exception) && rk_cache_is_exiting()) {
		OBJ_RELEASE(pending);
	} else if (pending && EG(exception)) {
		zend_exception_set_previous(EG(exception), pending);
	} else if (pending) {
		EG(exception) = pending;
	}
	forget_exception(deed);
}

void rk_cache_tell(rk_cache_deed *deed, zend_string *name)
{
	zend_object *pending;

	if (begin_telling(deed, &pending)) {
		tell(deed, &deed->all, name, 0);
		end_telling(deed, pending);
	}
}

void rk_cache_tell_many(rk_cache_deed *deed, HashTable *values)
{
	uint32_t number = 0, keys = zend_hash_num_elements(values);
	zend_object *pending;
	zend_ulong index;
	zend_string *name;

	if (!begin_telling(deed, &pending)) {
		return;
	}
	ZEND_HASH_FOREACH_KEY(values, index, name) {
		zend_string *key = name ? zend_string_copy(name) : zend_long_to_str((zend_long) index);
		rk_key_deed key_deed = deed->each ? deed->each[number] : deed->all;
		bool goes_on;

		key_deed.happened &= ~RK_EVENT_ERROR;
		goes_on = tell(deed, &key_deed, key, keys);
		zend_string_release(key);
		number++;
		if (!goes_on) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	deed->all.happened &= RK_EVENT_ERROR;
	tell(deed, &deed->all, ZSTR_EMPTY_ALLOC(), keys);
	end_telling(deed, pending);
}

/* --- the ends of methods ----------------------------------------------------------------------------------------- */

/* Of an error: is it passed over? Else it is thrown. */
static rk_status judge(const rk_cache *cache, rk_cache_deed *deed, const rk_error *err)
{
	rk_cache_note_error(deed, err);
	if (goes_on(&cache->terms, err)) {
		return RK_REFUSED;
	}
	rk_throw(err);
	return err->status;
}

bool rk_cache_failed(const rk_cache *cache, zend_string *name, const rk_error *err)
{
	rk_cache_deed room, *deed = rk_cache_listen(cache, &room);
	rk_status status = judge(cache, deed, err);

	if (deed) {
		rk_cache_tell(deed, name);
	}
	return status == RK_REFUSED && !EG(exception);
}

/* Tells, and says how the method answers. */
static rk_status end(rk_cache_deed *deed, zend_string *name, rk_status status)
{
	if (deed) {
		rk_cache_tell(deed, name);
	}
	return EG(exception) ? RK_ERR_EXCEPTION : status;
}

rk_status rk_cache_has_read(const rk_cache *cache, rk_cache_deed *deed, zend_string *name, rk_status status, const rk_error *err)
{
	if (status != RK_OK && status != RK_REFUSED) {
		status = judge(cache, deed, err);
	}
	if (status == RK_OK || status == RK_REFUSED) {
		rk_cache_note_read(deed, status == RK_OK ? RK_EVENT_HIT : RK_EVENT_MISS);
	}
	return end(deed, name, status);
}

/* For how long it is stored, when a caller asks for ttl_ms. */
static int64_t stored_for(const rk_cache *cache, int64_t ttl_ms)
{
	return cache->tags ? rk_tags_limit(ttl_ms) : ttl_ms;
}

rk_status rk_cache_has_stored(
	const rk_cache *cache, rk_cache_deed *deed, zend_string *name, int64_t ttl_ms, uint64_t bytes, rk_status status, const rk_error *err)
{
	if (status == RK_OK && ttl_ms == RK_TTL_NONE) {
		note_removed(deed, -1);
	} else if (status == RK_OK) {
		rk_cache_note_stored(deed, stored_for(cache, ttl_ms), 1, bytes);
	} else if (status != RK_REFUSED) {
		status = judge(cache, deed, err);
	}
	return end(deed, name, status);
}

rk_status rk_cache_has_removed(const rk_cache *cache, rk_cache_deed *deed, zend_string *name, bool existed, rk_status status, const rk_error *err)
{
	if (status != RK_OK && status != RK_REFUSED) {
		status = judge(cache, deed, err);
	} else {
		note_removed(deed, existed);
	}
	return end(deed, name, status);
}

/* Notes for each key of many whether it was there, and tells it. Without `ages` none was, or with `known` off nobody knows. */
static void tell_read(rk_cache_deed *deed, HashTable *values, const rk_value_age *ages, bool known)
{
	uint32_t count = zend_hash_num_elements(values);

	rk_cache_note_exchange(deed);
	deed->each = ecalloc(count + 1, sizeof(*deed->each));
	for (uint32_t i = 0; i < count && known; i++) {
		deed->each[i].happened = ages && ages[i].found ? RK_EVENT_HIT : RK_EVENT_MISS;
	}
	rk_cache_tell_many(deed, values);
	efree(deed->each);
}

rk_status rk_cache_has_read_many(const rk_cache *cache, rk_cache_deed *deed, HashTable *values, const rk_value_age *ages, uint32_t found,
	rk_status status, const rk_error *err)
{
	bool failed = status != RK_OK;

	if (failed) {
		status = judge(cache, deed, err);
		found = 0;
	}
	if (status == RK_OK || status == RK_REFUSED) {
		REDISKIT_G(cache_figures).hits += found;
		REDISKIT_G(cache_figures).misses += zend_hash_num_elements(values) - found;
	}
	if (deed) {
		tell_read(deed, values, failed ? NULL : ages, status == RK_OK || status == RK_REFUSED);
	}
	return EG(exception) ? RK_ERR_EXCEPTION : status;
}

rk_status rk_cache_has_stored_many(
	const rk_cache *cache, rk_cache_deed *deed, HashTable *values, int64_t ttl_ms, uint64_t bytes, rk_status status, const rk_error *err)
{
	if (status != RK_OK) {
		status = judge(cache, deed, err);
	} else if (ttl_ms == RK_TTL_NONE) {
		note_removed(deed, -1);
	} else {
		rk_cache_note_stored(deed, stored_for(cache, ttl_ms), zend_hash_num_elements(values), bytes);
	}
	if (deed) {
		rk_cache_tell_many(deed, values);
	}
	return EG(exception) ? RK_ERR_EXCEPTION : status;
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

PHP_METHOD(Rediskit_Cache, stats)
{
	const rk_cache_figures *figures = &REDISKIT_G(cache_figures);
	bool reset = false;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(reset)
	ZEND_PARSE_PARAMETERS_END();

	array_init(return_value);
	add_assoc_long(return_value, "hits", (zend_long) figures->hits);
	add_assoc_long(return_value, "misses", (zend_long) figures->misses);
	add_assoc_long(return_value, "stale", (zend_long) figures->stale);
	add_assoc_long(return_value, "early", (zend_long) figures->early);
	add_assoc_long(return_value, "computes", (zend_long) figures->computes);
	add_assoc_double(return_value, "compute_time", (double) figures->compute_us / 1e6);
	add_assoc_long(return_value, "waits", (zend_long) figures->waits);
	add_assoc_double(return_value, "wait_time", (double) figures->wait_us / 1e6);
	add_assoc_long(return_value, "writes", (zend_long) figures->writes);
	add_assoc_long(return_value, "bytes_read", (zend_long) figures->bytes_read);
	add_assoc_long(return_value, "bytes_written", (zend_long) figures->bytes_written);
	add_assoc_long(return_value, "errors", (zend_long) figures->errors);
	add_assoc_long(return_value, "skipped", (zend_long) figures->skipped);
	if (reset) {
		REDISKIT_G(cache_figures) = (rk_cache_figures){ 0 };
	}
}
