/* rk_remember.c: see rk_remember.h. */
#include "rk_remember_parts.h"

#include "php_rediskit.h"
#include "rk_lua.h"

#define LONGEST_MS 1000000000000 /* of a lease that a server tells */
#define REFUSED_MS 50            /* how long at most this process takes a refused refresh for an answer */
#define LEFT_AT_ONCE 100         /* computations given up in one round trip when a request ends */

/* --- the computations of this process --------------------------------------------------------------------------- */

/* By key, because a program may compute many at a time. */
static void list(rk_fill *fill)
{
	if (!REDISKIT_G(fills)) {
		ALLOC_HASHTABLE(REDISKIT_G(fills));
		zend_hash_init(REDISKIT_G(fills), 8, NULL, NULL, false);
	}
	fill->next = zend_hash_find_ptr(REDISKIT_G(fills), fill->key);
	zend_hash_update_ptr(REDISKIT_G(fills), fill->key, fill);
}

static void unlist(rk_fill *fill)
{
	rk_fill *other = zend_hash_find_ptr(REDISKIT_G(fills), fill->key);

	ZEND_ASSERT(other); /* at least itself is listed */
	if (other != fill) {
		while (other->next != fill) {
			other = other->next;
		}
		other->next = fill->next;
	} else if (fill->next) {
		zend_hash_update_ptr(REDISKIT_G(fills), fill->key, fill->next);
	} else {
		zend_hash_del(REDISKIT_G(fills), fill->key);
	}
}

rk_fill *rk_fill_create(rk_handle *handle, rk_tags *tags, zend_string *key, const char *id, const char *seen, size_t seen_len)
{
	rk_fill *fill = ecalloc(1, sizeof(*fill));

	if (id) {
		fill->lease = rk_companion_key(key, ":lease");
		fill->events = rk_companion_key(key, ":ev");
		memcpy(fill->id, id, sizeof(fill->id));
	}
	if (tags && id) {
		fill->tags = rk_tags_share(tags);
		fill->versions = ecalloc(1, sizeof(*fill->versions));
	}
	if (seen) {
		fill->seen_len = (uint8_t) seen_len;
		memcpy(fill->seen, seen, seen_len);
	}
	fill->handle = rk_handle_share(handle);
	fill->key = zend_string_copy(key);
	fill->fork_generation = rk_fork_generation;
	list(fill);
	return fill;
}

void rk_fill_free(rk_fill *fill)
{
	unlist(fill);
	rk_handle_release(fill->handle);
	zend_string_release(fill->key);
	if (fill->lease) {
		zend_string_release(fill->lease);
		zend_string_release(fill->events);
	}
	if (fill->tags) {
		rk_tags_release(fill->tags);
		efree(fill->versions);
	}
	if (fill->dead) {
		zend_string_release(fill->dead);
	}
	efree(fill);
}

const rk_tag_versions *rk_fill_versions(const rk_fill *fill)
{
	return fill->versions && fill->versions->len ? fill->versions : NULL;
}

bool rk_fill_is_ours(const rk_fill *fill)
{
	return fill->fork_generation == rk_fork_generation;
}

rk_key_state rk_fill_state(const rk_handle *handle, zend_string *key)
{
	rk_key_state state = RK_KEY_IDLE;
	const rk_fill *fill = REDISKIT_G(fills) ? zend_hash_find_ptr(REDISKIT_G(fills), key) : NULL;

	for (; fill; fill = fill->next) {
		if (rk_fill_is_ours(fill) && rk_config_same_connection(&fill->handle->config, &handle->config)) {
			rk_key_state found = fill->computing ? RK_KEY_COMPUTING : fill->own_lease ? RK_KEY_DEFERRED
																					  : RK_KEY_WAITING;

			state = found > state ? found : state;
		}
	}
	return state;
}

/* --- the scripts ------------------------------------------------------------------------------------------------ */

static bool copy_text(char *out, size_t size, const zval *text)
{
	if (!text || Z_TYPE_P(text) != IS_STRING || Z_STRLEN_P(text) >= size) {
		return false;
	}
	memcpy(out, Z_STRVAL_P(text), Z_STRLEN_P(text) + 1);
	return true;
}

/* {0, value}, {1, generation} or {2, generation, ms, last event}. */
static rk_status read_lease_answer(const zval *reply, rk_lease *answer, zval *stored, rk_error *err)
{
	const zval *kind = rk_reply_element(reply, 0), *second = rk_reply_element(reply, 1), *left = rk_reply_element(reply, 2);
	zend_long number = kind && Z_TYPE_P(kind) == IS_LONG ? Z_LVAL_P(kind) : -1;

	if (number == 0 && second && Z_TYPE_P(second) == IS_STRING) {
		answer->kind = RK_LEASE_VALUE;
		ZVAL_COPY(stored, second);
		return RK_OK;
	}
	if (number > 0 && copy_text(answer->generation, sizeof(answer->generation), second) && Z_STRLEN_P(second) == RK_WAIT_ID_LEN) {
		if (number == 1) {
			answer->kind = RK_LEASE_OURS;
			return RK_OK;
		}
		if (left && Z_TYPE_P(left) == IS_LONG && copy_text(answer->last_event, sizeof(answer->last_event), rk_reply_element(reply, 3))) {
			answer->kind = RK_LEASE_ANOTHERS;
			answer->left_ms = Z_LVAL_P(left) < LONGEST_MS ? Z_LVAL_P(left) : LONGEST_MS; /* times 1000 it fits */
			return RK_OK;
		}
	}
	return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to the script cache_lease is not what the script returns");
}

RK_COLD rk_status rk_fill_explain(const rk_fill *fill, rk_status status, rk_error *err)
{
	char reason[160];

	if (status == RK_ERR_COMMAND && strcmp(err->prefix, "NOPERM") == 0 && strstr(err->message, "key") &&
		!rk_has_hash_tag(fill->key)) {
		snprintf(reason, sizeof(reason), "%s", err->message);
		snprintf(err->message, sizeof(err->message),
			"remember() keeps a lease beside each value while it is computed, under a name that begins with \"{\" and the prefix: grant the user "
			"~{%.100s* as well (%s)",
			ZSTR_VAL(fill->handle->prefix), reason);
	}
	return status;
}

void rk_fill_add_lease(const rk_fill *fill, rk_request *request, int64_t lease_ms)
{
	rk_script_begin(request, &rk_lua_cache_lease, 3);
	rk_request_string(request, fill->key);
	rk_request_string(request, fill->lease);
	rk_request_string(request, fill->events);
	rk_request_arg(request, fill->id, RK_WAIT_ID_LEN);
	rk_request_arg_long(request, lease_ms);
	rk_request_arg_long(request, RK_FILL_KEPT_MS);
	rk_request_arg(request, fill->seen, fill->seen_len);
	rk_request_arg(request, fill->dead ? ZSTR_VAL(fill->dead) : "", fill->dead ? ZSTR_LEN(fill->dead) : 0);
}

rk_status rk_fill_read_lease(rk_fill *fill, const zval *reply, rk_lease *lease, zval *stored, rk_error *err)
{
	rk_status status = read_lease_answer(reply, lease, stored, err);

	if (status == RK_OK && lease->kind != RK_LEASE_VALUE) {
		fill->own_lease = lease->kind == RK_LEASE_OURS;
		memcpy(fill->generation, lease->generation, sizeof(fill->generation));
	}
	return status;
}

bool rk_fill_is_void(rk_fill *fill, zval *stored)
{
	if (!fill->tags || rk_tags_is_live(fill->versions, stored)) {
		return false;
	}
	if (fill->dead) {
		zend_string_release(fill->dead);
	}
	fill->dead = zend_string_init(Z_STRVAL_P(stored), rk_tags_header_len(Z_STRVAL_P(stored), Z_STRLEN_P(stored)), false);
	zval_ptr_dtor(stored);
	return true;
}

rk_status rk_fill_read_versions(rk_fill *fill, const zval *replies, rk_lease *lease, zval *stored, rk_error *err)
{
	rk_status status = rk_tags_read_versions(fill->tags, replies, fill->versions, err);

	if (lease->kind != RK_LEASE_VALUE) {
		return status;
	}
	if (status != RK_OK) {
		zval_ptr_dtor(stored);
	} else if (rk_fill_is_void(fill, stored)) {
		lease->kind = RK_LEASE_VOID;
	}
	return status;
}

rk_status rk_fill_ask(rk_fill *fill, int64_t lease_ms, rk_lease *lease, zval *stored, rk_error *err)
{
	rk_request *request = rk_request_borrow(), *more = fill->tags ? rk_request_borrow() : NULL;
	rk_call call = rk_call_on(fill->key, "cache_lease", RK_CALL_IDEMPOTENT);
	zval replies[1 + 2 * RK_TAGS_MOST + 1];
	rk_status status = more ? rk_tags_add_versions(fill->tags, more, err) : RK_OK;

	rk_fill_add_lease(fill, request, lease_ms);
	if (status == RK_OK) {
		status = rk_script_run_with(fill->handle, &call, &rk_lua_cache_lease, request, more, replies, err);
	}
	if (more) {
		rk_request_give_back(more);
	}
	rk_request_give_back(request);
	if (status != RK_OK) {
		return rk_fill_explain(fill, status, err);
	}
	status = rk_fill_read_lease(fill, &replies[0], lease, stored, err);
	if (status == RK_OK && fill->tags) {
		status = rk_fill_read_versions(fill, replies + 1, lease, stored, err);
	}
	rk_replies_free(replies, 1 + (fill->tags ? rk_tags_commands(fill->tags) : 0));
	return status;
}

RK_COLD rk_status rk_fill_refuse_recursion(const zend_string *key, rk_error *err)
{
	return rk_error_set(err, RK_ERR_LOCK,
		"remember() was called for the key \"%.200s\" while this process is computing that very key: it would wait for itself. "
		"Neither the callback nor, while it is suspended, another fiber may ask the cache for it",
		ZSTR_VAL(key));
}

rk_status rk_fill_begin(rk_handle *handle, rk_tags *tags, zend_string *dead, zend_string *key, int64_t lease_ms, int64_t wait_us, zval *stored, rk_fill **out,
	rk_error *err)
{
	rk_key_state state = rk_fill_state(handle, key);
	char id[RK_WAIT_ID_LEN + 1];
	rk_fill *fill;
	rk_status status = RK_REFUSED;

	if (state == RK_KEY_COMPUTING) {
		return rk_fill_refuse_recursion(key, err);
	}
	if (state == RK_KEY_DEFERRED) {
		wait_us = 0; /* the stale value is gone, and the lease ours */
	}
	if (lease_ms > 0 && rk_wait_id(id, err) != RK_OK) {
		return err->status;
	}
	fill = rk_fill_create(handle, tags, key, lease_ms > 0 ? id : NULL, NULL, 0);
	fill->dead = dead ? zend_string_copy(dead) : NULL;
	if (lease_ms > 0) {
		status = rk_fill_obtain(fill, lease_ms, wait_us, stored, err);
	}
	if (status != RK_REFUSED) {
		rk_fill_abandon(fill);
		return status;
	}
	fill->computing = true;
	*out = fill;
	return RK_REFUSED;
}

/* --- refreshing -------------------------------------------------------------------------------------------------- */

/* Where this process remembers that it need not ask for the lease of a key. Two keys that share a place only cost a question. */
static rk_refusal *refusal_of(zend_string *key)
{
	return &REDISKIT_G(refusals)[zend_string_hash_val(key) % RK_REFUSALS];
}

bool rk_fill_is_refused(zend_string *key)
{
	const rk_refusal *refusal = refusal_of(key);

	return refusal->hash == ZSTR_H(key) && rk_now_us() < refusal->until_us;
}

void rk_fill_remember_refusal(zend_string *key, int64_t ms)
{
	rk_refusal *refusal = refusal_of(key);

	refusal->hash = ZSTR_H(key);
	refusal->until_us = rk_now_us() + (ms < REFUSED_MS ? ms : REFUSED_MS) * 1000;
}

rk_status rk_fill_begin_refresh(rk_handle *handle, rk_tags *tags, zend_string *key, const char *seen, size_t seen_len, int64_t lease_ms, zval *stored,
	rk_fill **out, rk_error *err)
{
	char id[RK_WAIT_ID_LEN + 1];
	rk_fill *fill;
	rk_lease lease;
	rk_status status;

	if (rk_fill_is_refused(key) || rk_fill_state(handle, key) != RK_KEY_IDLE) {
		return RK_AGAIN;
	}
	status = rk_wait_id(id, err);
	if (status != RK_OK) {
		return status;
	}
	fill = rk_fill_create(handle, tags, key, id, seen, seen_len);
	status = rk_fill_ask(fill, lease_ms, &lease, stored, err);
	if (status == RK_OK && lease.kind == RK_LEASE_OURS) {
		*out = fill;
		return RK_REFUSED;
	}
	if (status == RK_OK && lease.kind == RK_LEASE_ANOTHERS) {
		rk_fill_remember_refusal(key, lease.left_ms);
		status = RK_AGAIN;
	}
	if (status == RK_OK && lease.kind == RK_LEASE_VOID) {
		status = RK_AGAIN; /* what we have was good when it was read, this never was */
	}
	rk_fill_abandon(fill);
	return status;
}

void rk_fill_is_computing(rk_fill *fill, bool computing)
{
	fill->computing = computing;
}

/* --- ending ------------------------------------------------------------------------------------------------------ */

bool rk_fill_holds_lease(const rk_fill *fill)
{
	return fill->lease && rk_fill_is_ours(fill);
}

bool rk_fill_add_store(rk_fill *fill, rk_request *request, const char *data, size_t len, int64_t ttl_ms)
{
	if (!rk_fill_holds_lease(fill)) {
		return false;
	}
	rk_script_begin(request, &rk_lua_cache_fill, 3);
	rk_request_string(request, fill->key);
	rk_request_string(request, fill->lease);
	rk_request_string(request, fill->events);
	rk_request_arg(request, fill->generation, RK_WAIT_ID_LEN);
	rk_request_arg(request, data, len);
	rk_request_arg_long(request, ttl_ms);
	rk_request_arg_long(request, RK_REMEMBER_CARRY_MAX);
	rk_request_arg(request, fill->seen, fill->seen_len);
	fill->storing = true;
	return true;
}

rk_status rk_fill_store(rk_fill *fill, const char *data, size_t len, int64_t ttl_ms, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = rk_call_on(fill->key, "cache_fill", RK_CALL_IDEMPOTENT);
	zend_long answer = 0;
	zval reply;
	rk_status status = RK_REFUSED;

	if (rk_fill_add_store(fill, request, data, len, ttl_ms)) {
		status = rk_script_run(fill->handle, &call, &rk_lua_cache_fill, request, &reply, err);
	}
	rk_request_give_back(request);
	status = rk_reply_take_long(status, &reply, &answer, err);
	rk_fill_free(fill);
	return status == RK_OK && answer != 1 ? RK_REFUSED : status;
}

void rk_fill_abandon(rk_fill *fill)
{
	rk_fills_abandon(&fill, 1, false);
}

void rk_fill_fail(rk_fill *fill)
{
	rk_fills_abandon(&fill, 1, true);
}

/* Up to LEFT_AT_ONCE computations on one handle. */
static uint32_t gather_left(rk_fill **fills)
{
	uint32_t count = 0;
	rk_fill *fill;

	ZEND_HASH_FOREACH_PTR(REDISKIT_G(fills), fill) {
		for (; fill && count < LEFT_AT_ONCE; fill = fill->next) {
			if (count == 0 || fill->handle == fills[0]->handle) {
				fills[count++] = fill;
			}
		}
		if (count == LEFT_AT_ONCE) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return count;
}

void rk_remember_request_end(void)
{
	rk_fill *fills[LEFT_AT_ONCE];
	uint32_t count, i;
	bool reached = true;

	if (!REDISKIT_G(fills)) {
		return;
	}
	while ((count = gather_left(fills)) != 0) {
		for (i = 0; i < count && !reached; i++) {
			fills[i]->own_lease = false; /* the lease runs out by itself */
		}
		reached = rk_fills_abandon(fills, count, false) && reached;
	}
	zend_hash_destroy(REDISKIT_G(fills));
	FREE_HASHTABLE(REDISKIT_G(fills));
	REDISKIT_G(fills) = NULL;
}
