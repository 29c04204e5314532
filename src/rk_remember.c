/* rk_remember.c: see rk_remember.h. */
#include "rk_remember.h"

#include "php_rediskit.h"
#include "rk_lua.h"
#include "rk_ttl.h"
#include "rk_wait.h"

#include <time.h>

#define ID_LEN RK_WAIT_ID_LEN
#define KEPT_MS 3600000  /* how long after its lease a computation may still be filled */
#define SLICE_US 1000000 /* longest sleep without a look at PHP's signals and time limits */
#define POLL_US 30000    /* pause of those who may not block */
#define REFUSED_MS 50    /* how long at most this process takes a refused refresh for an answer */
#define FAILED_MS 1000   /* how long nobody tries again after a refresh that failed */

struct rk_fill {
	rk_fill *next;               /* all of this process: REDISKIT_G(fills) */
	rk_handle *handle;           /* counted */
	zend_string *key;            /* owned, with prefix */
	zend_string *lease;          /* owned; NULL: computed without one */
	zend_string *events;         /* owned; NULL with lease */
	char id[ID_LEN + 1];         /* ours, as holder of the lease */
	char generation[ID_LEN + 1]; /* what the fill belongs to */
	bool own_lease;              /* ours to give back */
	bool computing;              /* not waiting */
	uint8_t seen_len;            /* of the stale value to be replaced; 0: there was none */
	char seen[RK_FILL_SEEN_MAX]; /* its first bytes */
	uint32_t fork_generation;    /* a child neither fills nor releases what its parent computes */
};

typedef enum {
	LEASE_VALUE,
	LEASE_OURS,
	LEASE_ANOTHERS,
} lease_kind;

/* What cache_lease answered. */
typedef struct {
	lease_kind kind;
	char generation[ID_LEN + 1];
	int64_t left_ms;     /* of another's lease */
	char last_event[48]; /* to wait from */
} lease_answer;

/* --- the computations of this process --------------------------------------------------------------------------- */

static rk_fill *fill_create(rk_handle *handle, zend_string *key)
{
	rk_fill *fill = ecalloc(1, sizeof(*fill));

	fill->handle = rk_handle_share(handle);
	fill->key = zend_string_copy(key);
	fill->fork_generation = rk_fork_generation;
	fill->next = REDISKIT_G(fills);
	REDISKIT_G(fills) = fill;
	return fill;
}

static void fill_free(rk_fill *fill)
{
	rk_fill **place = &REDISKIT_G(fills);

	while (*place != fill) {
		place = &(*place)->next;
	}
	*place = fill->next;
	rk_handle_release(fill->handle);
	zend_string_release(fill->key);
	if (fill->lease) {
		zend_string_release(fill->lease);
		zend_string_release(fill->events);
	}
	efree(fill);
}

bool rk_fill_is_ours(const rk_fill *fill)
{
	return fill->fork_generation == rk_fork_generation;
}

/* What this process does about a key. */
typedef enum {
	NOTHING,
	WAITING,   /* for another's computation */
	DEFERRED,  /* it is to compute it when the request ends */
	COMPUTING, /* now; waiting for it would never end, from within the computation as from another fiber */
} key_state;

static key_state state_of(const rk_handle *handle, const zend_string *key)
{
	key_state state = NOTHING;
	const rk_fill *fill;

	for (fill = REDISKIT_G(fills); fill; fill = fill->next) {
		if (rk_fill_is_ours(fill) && zend_string_equals(fill->key, key) &&
			rk_config_same_connection(&fill->handle->config, &handle->config)) {
			key_state found = fill->computing ? COMPUTING : fill->own_lease ? DEFERRED
																			: WAITING;

			state = found > state ? found : state;
		}
	}
	return state;
}

/* --- the scripts ------------------------------------------------------------------------------------------------ */

static void add_key(rk_request *request, const zend_string *key)
{
	rk_request_arg(request, ZSTR_VAL(key), ZSTR_LEN(key));
}

static rk_call call_on(const zend_string *key, const char *name)
{
	return (rk_call){
		.name = name,
		.key = ZSTR_VAL(key),
		.key_len = ZSTR_LEN(key),
		.flags = RK_CALL_IDEMPOTENT,
	};
}

static zval *element(const zval *list, zend_ulong index)
{
	return list && Z_TYPE_P(list) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(list), index) : NULL;
}

static bool copy_text(char *out, size_t size, const zval *text)
{
	if (!text || Z_TYPE_P(text) != IS_STRING || Z_STRLEN_P(text) >= size) {
		return false;
	}
	memcpy(out, Z_STRVAL_P(text), Z_STRLEN_P(text) + 1);
	return true;
}

/* {0, value}, {1, generation} or {2, generation, ms, last event}. */
static rk_status read_lease_answer(const zval *reply, lease_answer *answer, zval *stored, rk_error *err)
{
	const zval *kind = element(reply, 0), *second = element(reply, 1), *left = element(reply, 2);
	zend_long number = kind && Z_TYPE_P(kind) == IS_LONG ? Z_LVAL_P(kind) : -1;

	if (number == 0 && second && Z_TYPE_P(second) == IS_STRING) {
		answer->kind = LEASE_VALUE;
		ZVAL_COPY(stored, second);
		return RK_OK;
	}
	if (number > 0 && copy_text(answer->generation, sizeof(answer->generation), second)) {
		if (number == 1) {
			answer->kind = LEASE_OURS;
			return RK_OK;
		}
		if (left && Z_TYPE_P(left) == IS_LONG && copy_text(answer->last_event, sizeof(answer->last_event), element(reply, 3))) {
			answer->kind = LEASE_ANOTHERS;
			answer->left_ms = Z_LVAL_P(left);
			return RK_OK;
		}
	}
	return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to the script cache_lease is not what the script returns");
}

/* A user who may touch the values, but not what lives beside them, is told what to grant. */
static RK_COLD rk_status explain_denied_key(const rk_fill *fill, rk_status status, rk_error *err)
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

static rk_status ask_lease(const rk_fill *fill, int64_t lease_ms, lease_answer *answer, zval *stored, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = call_on(fill->key, "cache_lease");
	zval reply;
	rk_status status;

	rk_script_begin(request, &rk_lua_cache_lease, 3);
	add_key(request, fill->key);
	add_key(request, fill->lease);
	add_key(request, fill->events);
	rk_request_arg(request, fill->id, ID_LEN);
	rk_request_arg_long(request, lease_ms);
	rk_request_arg_long(request, KEPT_MS);
	rk_request_arg(request, fill->seen, fill->seen_len);
	status = rk_script_run(fill->handle, &call, &rk_lua_cache_lease, request, &reply, err);
	rk_request_give_back(request);
	if (status != RK_OK) {
		return explain_denied_key(fill, status, err);
	}
	status = read_lease_answer(&reply, answer, stored, err);
	zval_ptr_dtor(&reply);
	return status;
}

/* --- waiting ---------------------------------------------------------------------------------------------------- */

/* What XREAD's answer says: [[key, [[id, [field, value]]]]]. RK_OK: the value. RK_REFUSED: look again. RK_AGAIN: nothing came. */
static rk_status read_event(const zval *reply, zval *stored)
{
	const zval *pair = element(element(element(element(element(reply, 0), 1), 0), 1), 0);
	const zval *value = element(element(element(element(element(reply, 0), 1), 0), 1), 1);

	if (Z_TYPE_P(reply) != IS_ARRAY) {
		return RK_AGAIN;
	}
	if (pair && Z_TYPE_P(pair) == IS_STRING && zend_string_equals_literal(Z_STR_P(pair), "v") && value &&
		Z_TYPE_P(value) == IS_STRING) {
		ZVAL_COPY(stored, value);
		return RK_OK;
	}
	return RK_REFUSED;
}

/* Sleeps until something newer than `last_event` happens, at most sleep_us. */
static rk_status sleep_for_event(const rk_fill *fill, const char *last_event, int64_t sleep_us, zval *stored, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = call_on(fill->events, "XREAD");
	int64_t sleep_ms = sleep_us / 1000 + 1;
	zval reply;
	rk_status status;

	rk_request_begin(request);
	rk_request_literal(request, "XREAD");
	rk_request_literal(request, "COUNT");
	rk_request_literal(request, "1");
	rk_request_literal(request, "BLOCK");
	rk_request_arg_long(request, sleep_ms);
	rk_request_literal(request, "STREAMS");
	add_key(request, fill->events);
	rk_request_arg(request, last_event, strlen(last_event));
	rk_request_end(request);
	call.flags |= RK_CALL_BLOCKING;
	call.block_us = sleep_ms * 1000;
	status = rk_exec(fill->handle, &call, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = read_event(&reply, stored);
		zval_ptr_dtor(&reply);
	}
	return status;
}

/* Between half and one and a half of POLL_US, so that pollers do not march in step. */
static void pause_a_little(void)
{
	uint16_t random = 0x8000;
	int64_t us;
	struct timespec pause;

	rk_random_bytes(&random, sizeof(random));
	us = POLL_US / 2 + (int64_t) POLL_US * random / 0xffff;
	pause = (struct timespec){ .tv_nsec = us * 1000 };
	nanosleep(&pause, NULL);
}

/* Waits for the holder's fill, until its lease or our time ends. RK_OK: here is the value. RK_REFUSED: ask again. */
static rk_status wait_for_fill(const rk_fill *fill, const lease_answer *answer, int64_t deadline_us, bool *may_block,
	zval *stored, rk_error *err)
{
	int64_t now_us = rk_now_us(), until_us = now_us + (answer->left_ms + 1) * 1000;

	until_us = until_us < deadline_us ? until_us : deadline_us;
	for (; now_us < until_us; now_us = rk_now_us()) {
		int64_t left_us = until_us - now_us;
		rk_status status = RK_REFUSED;

		if (*may_block) {
			status = sleep_for_event(fill, answer->last_event, left_us < SLICE_US ? left_us : SLICE_US, stored, err);
			if (status == RK_ERR_COMMAND && strcmp(err->prefix, "NOPERM") == 0) {
				*may_block = false; /* no @blocking in the ACL */
			}
			if (status == RK_ERR_COMMAND && (!*may_block || strcmp(err->prefix, "UNBLOCKED") == 0)) {
				status = RK_REFUSED;
			}
		} else {
			pause_a_little();
		}
		if (status != RK_OK && rk_run_interrupts(err) != RK_OK) {
			return RK_ERR_EXCEPTION;
		}
		if (status != RK_AGAIN) {
			return status;
		}
	}
	return RK_REFUSED;
}

/* RK_OK: the value came. RK_REFUSED: compute it, as holder of the lease or, when we have waited long enough, beside the holder. */
static rk_status obtain(rk_fill *fill, int64_t lease_ms, int64_t wait_us, zval *stored, rk_error *err)
{
	int64_t now_us = rk_now_us(), deadline_us = wait_us < RK_NO_DEADLINE - now_us ? now_us + wait_us : RK_NO_DEADLINE;
	bool may_block = true;
	lease_answer answer;
	rk_status status;

	for (;;) {
		status = ask_lease(fill, lease_ms, &answer, stored, err);
		if (status != RK_OK || answer.kind == LEASE_VALUE) {
			return status;
		}
		fill->own_lease = answer.kind == LEASE_OURS;
		if (fill->own_lease || rk_now_us() >= deadline_us) {
			memcpy(fill->generation, answer.generation, sizeof(fill->generation));
			return RK_REFUSED;
		}
		status = wait_for_fill(fill, &answer, deadline_us, &may_block, stored, err);
		if (status != RK_REFUSED) {
			return status;
		}
	}
}

/* Makes ready to ask for the lease. RK_OK, or the fill is gone. */
static rk_status name_companions(rk_fill *fill, rk_error *err)
{
	rk_status status = rk_wait_id(fill->id, err);

	if (status == RK_OK) {
		fill->lease = rk_companion_key(fill->key, ":lease");
		fill->events = rk_companion_key(fill->key, ":ev");
	}
	return status;
}

rk_status rk_fill_begin(rk_handle *handle, zend_string *key, int64_t lease_ms, int64_t wait_us, zval *stored, rk_fill **out,
	rk_error *err)
{
	key_state state = state_of(handle, key);
	rk_fill *fill;
	rk_status status = RK_REFUSED;

	if (state == COMPUTING) {
		return rk_error_set(err, RK_ERR_LOCK,
			"remember() was called for the key \"%.200s\" while this process is computing that very key: it would wait for itself. "
			"Let the callback compute the value without asking the cache for it",
			ZSTR_VAL(key));
	}
	if (state == DEFERRED) {
		wait_us = 0; /* the stale value is gone, and the lease ours */
	}
	fill = fill_create(handle, key);
	if (lease_ms > 0) {
		status = name_companions(fill, err);
		if (status == RK_OK) {
			status = obtain(fill, lease_ms, wait_us, stored, err);
		}
	}
	if (status != RK_REFUSED) {
		fill_free(fill);
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

static bool is_refused(zend_string *key)
{
	const rk_refusal *refusal = refusal_of(key);

	return refusal->hash == ZSTR_H(key) && rk_now_us() < refusal->until_us;
}

static void remember_refusal(zend_string *key, int64_t ms)
{
	rk_refusal *refusal = refusal_of(key);

	refusal->hash = ZSTR_H(key);
	refusal->until_us = rk_now_us() + (ms < REFUSED_MS ? ms : REFUSED_MS) * 1000;
}

rk_status rk_fill_begin_refresh(rk_handle *handle, zend_string *key, const char *seen, size_t seen_len, int64_t lease_ms, zval *stored,
	rk_fill **out, rk_error *err)
{
	rk_fill *fill;
	lease_answer answer;
	rk_status status;

	if (is_refused(key) || state_of(handle, key) != NOTHING) {
		return RK_AGAIN;
	}
	fill = fill_create(handle, key);
	fill->seen_len = (uint8_t) seen_len;
	memcpy(fill->seen, seen, seen_len);
	status = name_companions(fill, err);
	if (status == RK_OK) {
		status = ask_lease(fill, lease_ms, &answer, stored, err);
	}
	if (status != RK_OK || answer.kind != LEASE_OURS) {
		if (status == RK_OK && answer.kind == LEASE_ANOTHERS) {
			remember_refusal(key, answer.left_ms);
			status = RK_AGAIN;
		}
		fill_free(fill);
		return status;
	}
	memcpy(fill->generation, answer.generation, sizeof(fill->generation));
	fill->own_lease = true;
	*out = fill;
	return RK_REFUSED;
}

void rk_fill_is_computing(rk_fill *fill, bool computing)
{
	fill->computing = computing;
}

/* --- ending ------------------------------------------------------------------------------------------------------ */

static bool holds_lease(const rk_fill *fill)
{
	return fill->lease && rk_fill_is_ours(fill);
}

rk_status rk_fill_store(rk_fill *fill, const char *data, size_t len, int64_t ttl_ms, rk_error *err)
{
	rk_call call = call_on(fill->key, "cache_fill");
	rk_request *request;
	zend_long answer = 0;
	zval reply;
	rk_status status = RK_REFUSED;

	if (holds_lease(fill)) {
		request = rk_request_borrow();
		rk_script_begin(request, &rk_lua_cache_fill, 3);
		add_key(request, fill->key);
		add_key(request, fill->lease);
		add_key(request, fill->events);
		rk_request_arg(request, fill->generation, ID_LEN);
		rk_request_arg(request, data, len);
		rk_request_arg_long(request, ttl_ms);
		rk_request_arg_long(request, RK_REMEMBER_CARRY_MAX);
		rk_request_arg(request, fill->seen, fill->seen_len);
		status = rk_script_run(fill->handle, &call, &rk_lua_cache_fill, request, &reply, err);
		rk_request_give_back(request);
	}
	if (status == RK_OK) {
		status = rk_reply_long(&reply, &answer, err);
		zval_ptr_dtor(&reply);
	}
	fill_free(fill);
	return status == RK_OK && answer != 1 ? RK_REFUSED : status;
}

static void release(rk_fill *fill, int64_t failed_ms)
{
	if (holds_lease(fill) && fill->own_lease) {
		rk_request *request = rk_request_borrow();
		rk_call call = call_on(fill->key, "cache_release");
		rk_error ignored;
		zval reply;

		rk_script_begin(request, &rk_lua_cache_release, 3);
		add_key(request, fill->lease);
		add_key(request, fill->events);
		add_key(request, fill->key);
		rk_request_arg(request, fill->id, ID_LEN);
		rk_request_arg_long(request, failed_ms);
		rk_request_arg_long(request, KEPT_MS);
		if (rk_script_run(fill->handle, &call, &rk_lua_cache_release, request, &reply, &ignored) == RK_OK) {
			zval_ptr_dtor(&reply);
		}
		rk_request_give_back(request);
	}
	fill_free(fill);
}

void rk_fill_abandon(rk_fill *fill)
{
	release(fill, 0);
}

void rk_fill_fail(rk_fill *fill)
{
	release(fill, fill->seen_len ? FAILED_MS : 0);
}

void rk_remember_request_end(void)
{
	while (REDISKIT_G(fills)) {
		rk_fill_abandon(REDISKIT_G(fills));
	}
}
