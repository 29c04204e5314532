/* cache_many.c: Cache's rememberMany(): one exchange to read, one for the leases of what is missing, one to store. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_cache.h"
#include "rk_ttl.h"

/* A key whose value is missing, or due. */
typedef struct {
	zval name;       /* as the caller wrote it */
	zval *place;     /* in the result */
	uint32_t number; /* among all keys of the call */
	bool early;      /* there and not yet stale */
	int64_t ttl_ms;  /* of what was computed for it */
	size_t bytes;    /* and its size, as it is stored */
} rk_missing_key;

/* All of them; what is asked for them, and the computations that are ours, are lists of their own in the same order. */
typedef struct {
	uint32_t count;
	rk_missing_key *keys;
	rk_wanted *wanted;
	rk_fill **fills;
} rk_missing;

/* A key that was not found: user code never sees it. */
static void set_missing(zval *place)
{
	ZVAL_PTR(place, NULL);
}

static bool is_missing(const zval *place)
{
	return Z_TYPE_P(place) == IS_PTR;
}

static zend_string *full_key(const rk_remember_call *call, const zval *name)
{
	zend_string *text = zval_get_string((zval *) name), *key = rk_cache_key(call->handle, call->tags, text);

	zend_string_release(text);
	return key;
}

static void note(const rk_remember_call *call, uint32_t number, uint32_t event)
{
	if (call->deed) {
		call->deed->each[number].happened |= event;
	}
}

/* Counts what was read at a place. Is it to be computed? *early: though it is not stale. */
static bool note_read(const rk_remember_call *call, const zval *place, const rk_value_age *age, uint32_t number, bool *early)
{
	bool missing = is_missing(place);
	rk_refresh_reason reason = !missing && age->soft_expiry_ms ? rk_cache_is_due(call, age) : RK_REFRESH_NOT;
	uint32_t event = missing ? RK_EVENT_MISS : reason == RK_REFRESH_STALE ? RK_EVENT_STALE
																		  : RK_EVENT_HIT;

	rk_cache_note_read(NULL, event);
	note(call, number, event);
	*early = reason == RK_REFRESH_EARLY;
	return missing || reason != RK_REFRESH_NOT;
}

static void find_missing(const rk_remember_call *call, HashTable *values, const rk_value_age *ages, zend_string **dead, rk_missing *missing)
{
	uint32_t number = 0, room = zend_hash_num_elements(values);
	zend_ulong index;
	zend_string *name;
	zval *place;

	*missing = (rk_missing){
		.keys = safe_emalloc(room, sizeof(*missing->keys), 0),
		.wanted = safe_emalloc(room, sizeof(*missing->wanted), 0),
		.fills = ecalloc(room, sizeof(*missing->fills)),
	};
	ZEND_HASH_FOREACH_KEY_VAL(values, index, name, place) {
		const rk_value_age *age = &ages[number];
		rk_missing_key *key = &missing->keys[missing->count];
		rk_wanted *wanted = &missing->wanted[missing->count];

		*key = (rk_missing_key){ .place = place, .number = number };
		if (!note_read(call, place, age, number, &key->early)) {
			number++;
			continue;
		}
		if (name) {
			ZVAL_STR_COPY(&key->name, name);
		} else {
			ZVAL_LONG(&key->name, (zend_long) index);
		}
		*wanted = (rk_wanted){
			.key = full_key(call, &key->name),
			.seen = is_missing(place) ? NULL : age->first,
			.seen_len = is_missing(place) ? 0 : age->first_len,
			.dead = dead[number++],
		};
		ZVAL_UNDEF(&wanted->stored);
		missing->count++;
	}
	ZEND_HASH_FOREACH_END();
}

static void free_missing(rk_missing *missing)
{
	uint32_t i;

	rk_fills_abandon(missing->fills, missing->count, false);
	for (i = 0; i < missing->count; i++) {
		zend_string_release(missing->wanted[i].key);
		zval_ptr_dtor(&missing->wanted[i].stored);
		zval_ptr_dtor(&missing->keys[i].name);
	}
	efree(missing->keys);
	efree(missing->wanted);
	efree(missing->fills);
}

/* Calls the callback with names, for an array name => value. False: an exception is pending. */
static bool call_compute(const rk_remember_call *call, zval *names, zval *computed)
{
	ZVAL_UNDEF(computed);
	if (call_user_function(NULL, NULL, call->compute, computed, 1, names) != SUCCESS || EG(exception)) {
		zval_ptr_dtor(computed);
		return false;
	}
	if (Z_ISREF_P(computed)) {
		zend_unwrap_reference(computed);
	}
	if (Z_TYPE_P(computed) != IS_ARRAY) {
		zend_type_error("The callback must return an array key => value, %s returned", zend_zval_type_name(computed));
		zval_ptr_dtor(computed);
		return false;
	}
	return true;
}

/* What was computed for a name; null when the callback left it out. */
static bool find_computed(const zval *computed, const zval *name, zval *value)
{
	zval *found = Z_TYPE_P(name) == IS_LONG ? zend_hash_index_find_deref(Z_ARRVAL_P(computed), (zend_ulong) Z_LVAL_P(name))
											: zend_symtable_find(Z_ARRVAL_P(computed), Z_STR_P(name));

	if (!found) {
		ZVAL_NULL(value);
		return false;
	}
	ZVAL_COPY_DEREF(value, found);
	return true;
}

/* What was computed, on its way to be stored, RK_VALUES_BATCH bytes at a time. */
typedef struct {
	rk_request *request;
	uint32_t first; /* fill of the present batch */
	bool lost;      /* nothing is to be stored, or the server went away */
} rk_batch;

/* Counts what is there now of `count` keys. */
static void note_stored(const rk_remember_call *call, const rk_missing_key *keys, uint32_t count, const bool *stored)
{
	uint32_t values = 0;
	uint64_t bytes = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (stored[i] && keys[i].ttl_ms != RK_TTL_NONE) {
			values++;
			bytes += keys[i].bytes;
			note(call, keys[i].number, RK_EVENT_WRITE);
			if (call->deed) {
				call->deed->each[keys[i].number].ttl_ms = keys[i].ttl_ms;
			}
		}
	}
	if (values) {
		rk_cache_note_stored(call->deed, RK_TTL_NONE, values, bytes); /* each has its own time to live */
	}
}

/* Stores the batch, whose fills end before `end`. A server that goes away is no error. */
static rk_status send_batch(const rk_remember_call *call, rk_missing *missing, rk_batch *batch, uint32_t end, rk_error *err)
{
	uint32_t first = batch->first, count = end - first;
	bool *stored = safe_emalloc(count, sizeof(*stored), 0);
	rk_status status = rk_fills_store(call->handle, missing->fills + first, count, batch->request, stored, err);

	note_stored(call, missing->keys + first, count, stored);
	efree(stored);
	batch->first = end;
	if (status != RK_OK && !rk_cache_is_worth_an_error(call, status, err)) {
		batch->lost = true;
		status = RK_OK;
	}
	return status;
}

/* Puts a value, of which the caller is rid then, into the result and into the batch. */
static rk_status add_computed(const rk_remember_call *call, rk_missing *missing, uint32_t at, zval *value, uint32_t cost_ms, rk_batch *batch, rk_error *err)
{
	rk_missing_key *key = &missing->keys[at];
	rk_encoded encoded;
	rk_status status = rk_cache_encode(call, missing->fills[at], value, cost_ms, &key->ttl_ms, &encoded, err);

	if (status != RK_OK) {
		zval_ptr_dtor(value);
		return status;
	}
	key->bytes = encoded.len;
	if (!batch->lost && rk_fill_add_store(missing->fills[at], batch->request, encoded.data, encoded.len, key->ttl_ms)) {
		rk_request_end(batch->request);
	}
	rk_encoded_release(&encoded);
	return rk_cache_replace(key->place, value, err);
}

/* Encodes the values of fills and stores them. When the server goes away, they are returned as they are. */
static rk_status fill_all(rk_remember_call *call, rk_missing *missing, const zval *computed, uint32_t cost_ms, rk_error *err)
{
	rk_batch batch = { .request = rk_request_borrow(), .lost = call->ttl_ms == RK_TTL_NONE };
	rk_status status = RK_OK;
	uint32_t i;

	for (i = 0; i < missing->count && status == RK_OK; i++) {
		rk_remember_call one = *call;
		zval value;

		if (!missing->fills[i]) {
			continue;
		}
		one.key = missing->wanted[i].key;
		one.terms.cache_null = find_computed(computed, &missing->keys[i].name, &value) && call->terms.cache_null;
		status = add_computed(&one, missing, i, &value, cost_ms, &batch, err);
		if (status == RK_OK && batch.request->len >= RK_VALUES_BATCH) {
			status = send_batch(call, missing, &batch, i + 1, err);
		}
	}
	if (status == RK_OK) {
		status = send_batch(call, missing, &batch, missing->count, err);
	}
	rk_request_give_back(batch.request);
	rk_fills_abandon(missing->fills, missing->count, true);
	return status;
}

/* An exception: where all that was asked for is there, if stale, it is served. */
static rk_status refuse_or_serve(const rk_remember_call *call, rk_missing *missing, rk_error *err)
{
	rk_remember_call failed = *call;
	bool needed = false, exits = rk_cache_is_exiting();
	uint32_t i;

	for (i = 0; i < missing->count; i++) {
		if (missing->fills[i]) {
			needed |= is_missing(missing->keys[i].place);
			failed.key = missing->wanted[i].key;
		}
	}
	rk_fills_abandon(missing->fills, missing->count, !exits);
	return !needed && rk_cache_log_exception(&failed) ? RK_OK : rk_cache_pending(err);
}

static void note_computing(const rk_remember_call *call, const rk_missing *missing, uint32_t at)
{
	bool refresh = !is_missing(missing->keys[at].place);

	REDISKIT_G(cache_figures).early += missing->keys[at].early;
	note(call, missing->keys[at].number,
		RK_EVENT_COMPUTE | (refresh ? RK_EVENT_REFRESH : 0) | (missing->keys[at].early ? RK_EVENT_EARLY : 0));
}

static rk_status compute_ours(rk_remember_call *call, rk_missing *missing, rk_error *err)
{
	int64_t start_us = rk_now_us(), cost_us;
	zval names, computed;
	bool done;
	rk_status status;
	uint32_t i;

	array_init(&names);
	for (i = 0; i < missing->count; i++) {
		if (missing->fills[i]) {
			Z_TRY_ADDREF(missing->keys[i].name);
			zend_hash_next_index_insert_new(Z_ARRVAL(names), &missing->keys[i].name);
			note_computing(call, missing, i);
		}
	}
	if (zend_hash_num_elements(Z_ARRVAL(names)) == 0) {
		zval_ptr_dtor(&names);
		return RK_OK;
	}
	done = call_compute(call, &names, &computed);
	cost_us = rk_now_us() - start_us;
	rk_cache_note_computed(call->deed, cost_us);
	zval_ptr_dtor(&names);
	if (!done) {
		return refuse_or_serve(call, missing, err);
	}
	status = fill_all(call, missing, &computed, rk_cache_cost_ms(cost_us), err);
	zval_ptr_dtor(&computed);
	return status;
}

/* Waits for what another process computes, or computes it after all. */
static rk_status wait_for_others(rk_remember_call *call, rk_missing *missing, int64_t deadline_us, rk_error *err)
{
	rk_status status = RK_OK;
	uint32_t i;

	for (i = 0; i < missing->count && status == RK_OK; i++) {
		int64_t left_us = deadline_us - rk_now_us();
		rk_remember_call one = *call;
		zval stored;

		if (!is_missing(missing->keys[i].place)) {
			continue;
		}
		one.key = missing->wanted[i].key;
		status = rk_cache_begin_fill(&one, missing->wanted[i].dead, call->terms.lease_ms, left_us > 0 ? left_us : 0, &stored, &missing->fills[i], err);
		if (status == RK_OK) {
			status = rk_cache_take_newer(&one, &stored, missing->keys[i].place, err);
		} else if (status == RK_REFUSED) {
			status = compute_ours(call, missing, err);
		}
	}
	return status;
}

static rk_status take_newer(const rk_remember_call *call, rk_missing *missing, rk_error *err)
{
	rk_remember_call one = *call;
	rk_status status = RK_OK;
	uint32_t i;

	for (i = 0; i < missing->count && status == RK_OK; i++) {
		zval stored = missing->wanted[i].stored;

		if (!Z_ISUNDEF(stored)) {
			ZVAL_UNDEF(&missing->wanted[i].stored);
			one.key = missing->wanted[i].key;
			status = rk_cache_take_newer(&one, &stored, missing->keys[i].place, err);
		}
	}
	return status;
}

static bool are_all_there(const rk_missing *missing)
{
	uint32_t i;

	for (i = 0; i < missing->count; i++) {
		if (is_missing(missing->keys[i].place)) {
			return false;
		}
	}
	return true;
}

/* Of a reading that failed, whatever came is not looked at. */
static void forget_found(HashTable *values, rk_value_age *ages, zend_string **dead)
{
	uint32_t number = 0;
	zval *place;

	ZEND_HASH_FOREACH_VAL(values, place) {
		zval_ptr_dtor(place);
		set_missing(place);
		ages[number].soft_expiry_ms = 0;
		if (dead[number]) {
			zend_string_release(dead[number]);
			dead[number] = NULL;
		}
		number++;
	}
	ZEND_HASH_FOREACH_END();
}

/* What is there, if stale, is served. */
static void drop_stale(rk_missing *missing)
{
	uint32_t kept = 0, i;

	for (i = 0; i < missing->count; i++) {
		if (is_missing(missing->keys[i].place)) {
			missing->wanted[kept] = missing->wanted[i];
			missing->keys[kept++] = missing->keys[i];
		} else {
			zend_string_release(missing->wanted[i].key);
			zval_ptr_dtor(&missing->keys[i].name);
		}
	}
	missing->count = kept;
}

/* Asks for the leases. When the server has gone, stale values are served, and what is missing is an error, or computed without asking. */
static rk_status begin_fills(const rk_remember_call *call, rk_missing *missing, int64_t lease_ms, rk_error *err)
{
	rk_status status = rk_fills_begin(call->handle, call->tags, missing->wanted, missing->count, lease_ms, missing->fills, err);

	if (status == RK_OK) {
		return RK_OK;
	}
	if (are_all_there(missing)) {
		return rk_cache_is_worth_an_error(call, status, err) ? status : RK_OK;
	}
	if (!rk_cache_passes_over(call, err)) {
		return status;
	}
	drop_stale(missing);
	return rk_fills_begin(call->handle, NULL, missing->wanted, missing->count, 0, missing->fills, err);
}

/* Gets what is missing: from who was faster, from the callback, from who is computing it now. */
static rk_status obtain(rk_remember_call *call, rk_missing *missing, int64_t lease_ms, int64_t deadline_us, rk_error *err)
{
	rk_status status = begin_fills(call, missing, lease_ms, err);

	if (status == RK_OK) {
		status = take_newer(call, missing, err);
	}
	if (status == RK_OK) {
		status = compute_ours(call, missing, err);
	}
	return status == RK_OK ? wait_for_others(call, missing, deadline_us, err) : status;
}

/* Reads all. *lease_ms becomes 0 when the server could not be asked, and need not be: then all is missing. */
static rk_status read_all(const rk_remember_call *call, HashTable *values, rk_value_age *ages, zend_string **dead, int64_t *lease_ms, rk_error *err)
{
	uint32_t found;
	rk_status status = call->tags ? rk_tagged_get_many(call->handle, call->tags, values, ages, dead, &found, err)
								  : rk_values_get(call->handle, values, ages, &found, err);

	if (status != RK_OK && rk_cache_passes_over(call, err)) {
		forget_found(values, ages, dead);
		*lease_ms = 0;
		status = RK_OK;
	}
	return status;
}

static rk_status remember_many(rk_remember_call *call, HashTable *values, rk_error *err)
{
	int64_t lease_ms = call->ttl_ms == RK_TTL_NONE ? 0 : call->terms.lease_ms, now_us = rk_now_us();
	int64_t deadline_us = call->terms.wait_us < RK_NO_DEADLINE - now_us ? now_us + call->terms.wait_us : RK_NO_DEADLINE;
	uint32_t count = zend_hash_num_elements(values), i;
	rk_value_age *ages = safe_emalloc(count, sizeof(*ages), 0);
	zend_string **dead = ecalloc(count ? count : 1, sizeof(*dead));
	rk_missing missing;
	rk_status status = read_all(call, values, ages, dead, &lease_ms, err);

	if (status == RK_OK) {
		find_missing(call, values, ages, dead, &missing);
		if (call->deed) {
			rk_cache_note_exchange(call->deed);
		}
		status = obtain(call, &missing, lease_ms, deadline_us, err);
		free_missing(&missing);
	}
	for (i = 0; i < count; i++) {
		if (dead[i]) {
			zend_string_release(dead[i]);
		}
	}
	efree(dead);
	efree(ages);
	return status;
}

/* Makes the result: all keys, none of them found. False: a TypeError is pending. */
static bool make_result(zval *values, HashTable *keys)
{
	zval *place;

	array_init_size(values, zend_hash_num_elements(keys));
	zend_hash_real_init_mixed(Z_ARRVAL_P(values));
	if (!rk_cache_names(keys, Z_ARRVAL_P(values))) {
		zval_ptr_dtor(values);
		return false;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(values), place) {
		zval_ptr_dtor(place);
		set_missing(place);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

PHP_METHOD(Rediskit_Cache, rememberMany)
{
	rk_cache *cache;
	rk_remember_call call = { .ttl_arg = 2, .ttl_ms = RK_TTL_FOREVER };
	rk_remember_arguments given = RK_REMEMBER_NONE_GIVEN;
	HashTable *keys;
	rk_cache_deed room;
	rk_key_deed *each = NULL;
	rk_error err;
	rk_status status;
	zval values;

	ZEND_PARSE_PARAMETERS_START(3, 9)
		Z_PARAM_ARRAY_HT(keys)
		Z_PARAM_ZVAL(call.ttl)
		Z_PARAM_ZVAL(call.compute)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(given.wait, given.no_wait)
		Z_PARAM_DOUBLE_OR_NULL(given.lease, given.no_lease)
		Z_PARAM_DOUBLE_OR_NULL(given.stale, given.no_stale)
		Z_PARAM_DOUBLE_OR_NULL(given.beta, given.no_beta)
		Z_PARAM_DOUBLE_OR_NULL(given.jitter, given.no_jitter)
		Z_PARAM_BOOL_OR_NULL(given.cache_null, given.no_cache_null)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	rk_cache_call_on(&call, cache);
	ZVAL_DEREF(call.ttl);
	if (!rk_ttl_from_argument(call.ttl, 2, &call.ttl_ms) || !rk_cache_check_compute(call.compute, 3) ||
		!rk_cache_read_arguments(&call.terms, &given, 4) || !make_result(&values, keys)) {
		RETURN_THROWS();
	}
	call.deed = rk_cache_listen(cache, &room);
	if (call.deed) {
		call.deed->each = each = ecalloc(zend_hash_num_elements(Z_ARRVAL(values)) + 1, sizeof(*each));
	}
	status = remember_many(&call, Z_ARRVAL(values), &err);
	if (status != RK_OK) {
		rk_cache_note_error(call.deed, &err);
		rk_throw(&err);
	}
	if (call.deed) {
		rk_cache_tell_many(call.deed, Z_ARRVAL(values));
		efree(each);
	}
	if (!EG(exception)) {
		RETURN_COPY_VALUE(&values);
	}
	zval_ptr_dtor(&values);
}
