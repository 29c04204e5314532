/* rk_remember_many.c: asking for the leases of many keys in one exchange, and filling them in one. See rk_remember.h. */
#include "rk_remember_parts.h"

#include "rk_lua.h"

#define RELEASES_AT_ONCE 500 /* in one round trip */

/* Adds the command that gives its lease back, if it holds one. */
static void add_release(const rk_fill *fill, rk_request *request, bool failed)
{
	if (rk_fill_holds_lease(fill) && fill->own_lease) {
		rk_script_begin(request, &rk_lua_cache_release, 3);
		rk_request_string(request, fill->lease);
		rk_request_string(request, fill->events);
		rk_request_string(request, fill->key);
		rk_request_arg(request, fill->id, RK_WAIT_ID_LEN);
		rk_request_arg_long(request, failed && fill->seen_len ? RK_FILL_FAILED_MS : 0);
		rk_request_arg_long(request, RK_FILL_KEPT_MS);
		rk_request_end(request);
	}
}

/* Runs what was added, and empties the request. False: it did not get through. */
static bool release(rk_handle *handle, rk_request *request)
{
	rk_call call = { .name = "cache_release", .flags = RK_CALL_IDEMPOTENT };
	zval replies[RELEASES_AT_ONCE];
	rk_error ignored;
	rk_status status = rk_script_run_many(handle, &call, &rk_lua_cache_release, request, replies, &ignored);

	if (status == RK_OK) {
		rk_replies_free(replies, request->commands);
	}
	rk_request_reset(request);
	return status == RK_OK;
}

bool rk_fills_abandon(rk_fill **fills, uint32_t count, bool failed)
{
	rk_request *request = rk_request_borrow();
	rk_handle *handle = NULL;
	bool reached = true;
	uint32_t i;

	for (i = 0; i < count && reached; i++) {
		if (fills[i]) {
			handle = fills[i]->handle;
			add_release(fills[i], request, failed);
			reached = request->commands < RELEASES_AT_ONCE || release(handle, request);
		}
	}
	reached = reached && release(handle, request);
	for (i = 0; i < count; i++) {
		if (fills[i]) {
			rk_fill_free(fills[i]);
			fills[i] = NULL;
		}
	}
	rk_request_give_back(request);
	return reached;
}

/* Makes a fill for each key that is worth asking for. */
static rk_status create_fills(rk_handle *handle, rk_tags *tags, rk_wanted *wanted, uint32_t count, int64_t lease_ms, rk_fill **fills, rk_error *err)
{
	char id[RK_WAIT_ID_LEN + 1];
	uint32_t i;

	if (lease_ms > 0 && rk_wait_id(id, err) != RK_OK) {
		return err->status;
	}
	for (i = 0; i < count; i++) {
		bool stale = wanted[i].seen_len > 0;
		rk_key_state state = rk_fill_state(handle, wanted[i].key);

		if (!stale && state == RK_KEY_COMPUTING) {
			return rk_fill_refuse_recursion(wanted[i].key, err);
		}
		if (stale && (state != RK_KEY_IDLE || rk_fill_is_refused(wanted[i].key))) {
			continue;
		}
		fills[i] = rk_fill_create(handle, tags, wanted[i].key, lease_ms > 0 ? id : NULL, stale ? wanted[i].seen : NULL, wanted[i].seen_len);
		fills[i]->dead = wanted[i].dead ? zend_string_copy(wanted[i].dead) : NULL;
		fills[i]->computing = lease_ms == 0; /* nobody is asked */
	}
	return RK_OK;
}

/* Ends what is not ours to compute, and keeps the newer value that came instead. */
static rk_status read_answer(rk_wanted *wanted, rk_fill **fill, const zval *reply, const zval *versions, rk_error *err)
{
	rk_lease lease;
	rk_status status;

	if (rk_reply_error(reply)) {
		*err = *rk_reply_error(reply);
		return rk_fill_explain(*fill, err->status, err);
	}
	status = rk_fill_read_lease(*fill, reply, &lease, &wanted->stored, err);
	if (status == RK_OK && (*fill)->tags) {
		status = rk_fill_read_versions(*fill, versions, &lease, &wanted->stored, err);
	}
	if (status != RK_OK) {
		ZVAL_UNDEF(&wanted->stored);
		return status;
	}
	if (lease.kind == RK_LEASE_VOID) {
		ZVAL_UNDEF(&wanted->stored);
	}
	if (lease.kind != RK_LEASE_OURS) {
		if (lease.kind == RK_LEASE_ANOTHERS && wanted->seen_len) {
			rk_fill_remember_refusal(wanted->key, lease.left_ms);
		}
		rk_fill_free(*fill);
		*fill = NULL;
	} else {
		(*fill)->computing = true;
	}
	return RK_OK;
}

/* Runs the questions of the request, which is empty then, with that for the tags' versions, and reads the answers for the first `count` fills. */
static rk_status exchange(rk_handle *handle, rk_tags *tags, rk_wanted *wanted, rk_fill **fills, uint32_t count, rk_request *request, rk_error *err)
{
	rk_call call = { .name = "cache_lease", .flags = RK_CALL_IDEMPOTENT };
	uint32_t i, answers = 0, asked = request->commands, commands;
	zval *replies;
	rk_status status;

	if (asked == 0 && !request->failed) {
		return RK_OK; /* the versions alone are of no use */
	}
	if (tags && (status = rk_tags_add_versions(tags, request, err)) != RK_OK) {
		return status;
	}
	commands = request->commands;
	replies = safe_emalloc(commands, sizeof(zval), 0);
	status = rk_script_run_many(handle, &call, &rk_lua_cache_lease, request, replies, err);
	rk_request_reset(request);
	if (status != RK_OK) {
		efree(replies);
		return status;
	}
	for (i = 0; i < count; i++) {
		if (fills[i]) {
			rk_error ignored;
			rk_status answered = read_answer(&wanted[i], &fills[i], &replies[answers++], replies + asked, status == RK_OK ? err : &ignored);

			status = status == RK_OK ? answered : status;
		}
	}
	rk_replies_free(replies, commands);
	efree(replies);
	return status;
}

static rk_status ask(rk_handle *handle, rk_tags *tags, rk_wanted *wanted, uint32_t count, int64_t lease_ms, rk_fill **fills, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_status status = RK_OK;
	uint32_t i, first = 0;

	for (i = 0; i < count && status == RK_OK; i++) {
		if (fills[i]) {
			rk_fill_add_lease(fills[i], request, lease_ms);
			rk_request_end(request);
		}
		if (request->len >= RK_FILLS_BATCH || request->failed || i + 1 == count) {
			status = exchange(handle, tags, wanted + first, fills + first, i + 1 - first, request, err);
			first = i + 1;
		}
	}
	rk_request_give_back(request);
	return status;
}

rk_status rk_fills_begin(rk_handle *handle, rk_tags *tags, rk_wanted *wanted, uint32_t count, int64_t lease_ms, rk_fill **fills, rk_error *err)
{
	rk_status status;
	uint32_t i;

	for (i = 0; i < count; i++) {
		fills[i] = NULL;
		ZVAL_UNDEF(&wanted[i].stored);
	}
	status = create_fills(handle, tags, wanted, count, lease_ms, fills, err);
	if (status == RK_OK && lease_ms > 0) {
		status = ask(handle, tags, wanted, count, lease_ms, fills, err);
	}
	if (status != RK_OK) {
		rk_fills_abandon(fills, count, false);
		for (i = 0; i < count; i++) {
			zval_ptr_dtor(&wanted[i].stored);
			ZVAL_UNDEF(&wanted[i].stored);
		}
	}
	return status;
}

rk_status rk_fills_store(rk_handle *handle, rk_fill **fills, uint32_t count, rk_request *request, bool *stored, rk_error *err)
{
	rk_call call = { .name = "cache_fill", .flags = RK_CALL_IDEMPOTENT };
	uint32_t commands = request->commands, answers = 0, i;
	zval *replies = safe_emalloc(commands, sizeof(zval), 0);
	rk_status status = rk_script_run_many(handle, &call, &rk_lua_cache_fill, request, replies, err);
	bool answered = status == RK_OK;

	rk_request_reset(request);
	if (answered) { /* an error of one is the error of all: they are refused for the same reasons */
		status = rk_replies_error(replies, commands, err);
	}
	for (i = 0; i < count; i++) {
		stored[i] = false;
		if (fills[i]) {
			if (fills[i]->storing && answered) {
				const zval *answer = &replies[answers++];

				stored[i] = status == RK_OK && Z_TYPE_P(answer) == IS_LONG && Z_LVAL_P(answer) == 1;
			}
			rk_fill_free(fills[i]);
			fills[i] = NULL;
		}
	}
	if (answered) {
		rk_replies_free(replies, commands);
	}
	efree(replies);
	return status;
}
