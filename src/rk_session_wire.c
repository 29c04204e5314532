/* rk_session_wire.c: what a session sends and how it takes the answers; see rk_session_parts.h.
 *
 * Both scripts name the owner of the lock, a random id of this session in this process, so they can be repeated. Where
 * "another holds the lock" answers a repeat, the first copy may have done its work and released: the outcome is called
 * unknown then. */
#include "rk_session_parts.h"

#include "rk_lua.h"

rk_call rk_session_call(const zend_string *key, const char *name)
{
	return (rk_call){ .name = name, .key = ZSTR_VAL(key), .key_len = ZSTR_LEN(key), .flags = RK_CALL_IDEMPOTENT };
}

rk_call rk_session_change(const zend_string *key, const char *name)
{
	rk_call call = rk_session_call(key, name);

	call.flags |= RK_CALL_TELL;
	return call;
}

/* The call of a step of session_close. */
static rk_call call_of_step(const zend_string *key, const char *step)
{
	static const struct {
		const char *step, *name;
	} changes[] = {
		{ "store", "the request to write the session" },
		{ "renew", "the request to renew the session" },
		{ "touch", "the request to renew the session" },
		{ "delete", "the request to delete the session" },
	};
	size_t i;

	for (i = 0; i < sizeof(changes) / sizeof(*changes); i++) {
		if (strcmp(changes[i].step, step) == 0) {
			return rk_session_change(key, changes[i].name);
		}
	}
	return rk_session_call(key, "session_close");
}

/* Begins a script on the session in hand; `foreign`: where there may be another handler's session, with its keys. */
static void begin_script(rk_request *request, const rk_script *script, const rk_session *session, bool foreign)
{
	foreign = foreign && session->foreign_key;
	rk_script_begin(request, script, foreign ? 6 : 4);
	rk_request_string(request, session->key);
	rk_request_string(request, session->keys.lock);
	rk_request_string(request, session->keys.queue);
	rk_request_arg2(request, ZSTR_VAL(session->key), ZSTR_LEN(session->key), ZEND_STRL(RK_SESSION_META));
	if (foreign) {
		rk_request_string(request, session->foreign_key);
		rk_request_string(request, session->moved_key);
	}
}

typedef struct {
	rk_session *session;
	bool only_stored; /* do not lock a session that is not there */
	bool missing;     /* that was the answer */
	bool foreign;     /* the data are another handler's */
} open_context;

/* Takes apart what session_open answered. The data of an answer become the session's. */
static rk_status read_opened(open_context *context, zval *reply, int64_t *busy_ms, rk_error *err)
{
	rk_session *session = context->session;
	zval *first = rk_reply_element(reply, 0), *second = rk_reply_element(reply, 1), *third = rk_reply_element(reply, 2);

	if (!first || !second || Z_TYPE_P(first) != IS_LONG) {
		return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to the script session_open is not the one expected");
	}
	switch (Z_LVAL_P(first)) {
		case 0:
			*busy_ms = Z_TYPE_P(second) == IS_LONG ? Z_LVAL_P(second) : -1;
			session->lock = RK_SESSION_FREE;
			return RK_REFUSED;
		case 1:
			session->lock = RK_SESSION_HELD;
			rk_session_take_string(&session->data, second);
			context->foreign = third && !rk_session_take_string(&session->meta_text, third);
			return RK_OK;
		default:
			session->lock = RK_SESSION_FREE;
			context->missing = true;
			if (Z_TYPE_P(second) == IS_LONG && Z_LVAL_P(second) == 2) {
				rk_wait_confirm(session->handle, &session->keys);
			}
			return RK_OK;
	}
}

/* One try of session_open; an rk_wait_try. */
static rk_status try_open(void *argument, int64_t *busy_ms, rk_error *err)
{
	open_context *context = argument;
	rk_session *session = context->session;
	rk_call call = rk_session_call(session->key, "session_open");
	rk_request *request = rk_request_borrow(), *more = rk_request_borrow();
	zval replies[1 + RK_SESSION_MAX_MORE];
	rk_status status;

	begin_script(request, &rk_lua_session_open, session, true);
	rk_request_arg(request, session->owner, RK_WAIT_ID_LEN);
	rk_request_arg_long(request, rk_session_lock_ttl_ms(session));
	rk_request_arg(request, context->only_stored ? "1" : "0", 1);
	rk_request_literal(request, RK_WAIT_CLAIM_TEXT);
	rk_request_string(request, session->keys.wake_prefix);
	rk_session_track(session, more);
	session->lock = RK_SESSION_MAYBE;
	status = rk_script_run_with(session->handle, &call, &rk_lua_session_open, request, more, replies, err);
	if (status == RK_OK) {
		rk_session_drop_replies(replies, 1, more);
		status = read_opened(context, &replies[0], busy_ms, err);
		zval_ptr_dtor(&replies[0]);
	}
	rk_request_give_back(more);
	rk_request_give_back(request);
	return status;
}

static rk_pool_stats pool_figures(const rk_session *session)
{
	rk_topology *topology = session->handle->topology;
	rk_pool_stats stats;

	rk_pool_stats_of(topology->ops->entry(topology), &stats);
	return stats;
}

/* Could the request have reached the server? Not when it answered with an error, nor when there was never a connection. */
static bool may_have_arrived(const rk_session *session, rk_status status, const rk_pool_stats *before)
{
	if (status != RK_ERR_CONNECTION && status != RK_ERR_TIMEOUT && status != RK_ERR_EXCEPTION) {
		return false;
	}
	return before->open > 0 || pool_figures(session).connects != before->connects;
}

rk_status rk_session_take(rk_session *session, bool only_stored, bool *foreign, rk_error *err)
{
	open_context context = { .session = session, .only_stored = only_stored };
	rk_pool_stats before = pool_figures(session);
	rk_session_lock had = session->lock;
	rk_status status;

	session->waiting = true;
	session->abandoned = false;
	status = rk_wait_acquire(session->handle, &session->keys, session->owner, session->lock_wait_us, try_open, &context, err);
	session->waiting = false;
	if (session->abandoned) {
		rk_error ignored;

		rk_session_close(session, &ignored);
		return rk_error_set(err, RK_ERR_LOCK, "A signal handler closed the session while it was waiting for its lock");
	}
	if (status == RK_OK) {
		*foreign = context.foreign;
		return context.missing ? RK_REFUSED : rk_session_meta_take(session, err);
	}
	if (status == RK_REFUSED) {
		session->lock = RK_SESSION_FREE;
		return rk_error_set(err, RK_ERR_LOCK_TIMEOUT,
			"Another request has held the session's lock for longer than this one may wait (lock_wait, %.6g seconds): let that one close its "
			"session sooner (session_write_close()), or raise rediskit.session.lock_wait",
			session->lock_wait);
	}
	if (!may_have_arrived(session, status, &before)) {
		session->lock = had;
	}
	return status;
}

static rk_status another_holds_it(const rk_session *session, bool repeated, rk_error *err)
{
	if (repeated) {
		return rk_error_set(err, RK_ERR_OUTCOME_UNKNOWN,
			"The connection broke while the session was written, and when it was sent again the session's lock was gone: it may or may not "
			"have been stored");
	}
	return rk_error_set(err, RK_ERR_LOCK_LOST,
		"The session's lock was lost, so nothing was written and what is stored stays: this request held the session for longer than its "
		"lock lasts (lock_ttl, %.6g seconds); close it sooner, call Rediskit\\Session::extendLock() from time to time, or raise "
		"rediskit.session.lock_ttl",
		rk_session_lock_ttl(session));
}

/* One run of session_close. RK_OK: *answer is 0 (another holds the lock), 1 (done) or 3 (nothing to renew). */
static rk_status run_close(rk_session *session, const char *step, const rk_encoded *data, int64_t ttl, zend_long *answer,
	rk_error *err)
{
	rk_call call = call_of_step(session->key, step);
	rk_request *request = rk_request_borrow(), *more = rk_request_borrow();
	rk_session_meta_plan plan;
	zval reply;
	rk_status status;

	rk_session_meta_prepare(session, step, ttl, &plan, more);
	if (plan.len > 1 && !strcmp(step, "touch")) {
		step = "renew"; /* what is written beside the data ends with them */
	}
	begin_script(request, &rk_lua_session_close, session, !session->stored || !strcmp(step, "delete"));
	rk_request_arg(request, session->owner, RK_WAIT_ID_LEN);
	rk_request_arg(request, step, strlen(step));
	rk_request_arg_long(request, ttl);
	if (!strcmp(step, "touch")) {
		rk_request_arg_long(request, rk_session_enough(session, ttl));
	} else {
		rk_request_arg(request, data ? data->data : "", data ? data->len : 0);
	}
	rk_request_literal(request, RK_WAIT_CLAIM_TEXT);
	rk_request_string(request, session->keys.wake_prefix);
	rk_request_arg(request, plan.argument, plan.len);
	status = rk_session_run(session, &call, &rk_lua_session_close, request, more, &reply, err);
	rk_request_give_back(more);
	rk_request_give_back(request);
	status = rk_reply_take_long(status, &reply, answer, err);
	if (status == RK_OK && *answer != 3) {
		session->lock = RK_SESSION_FREE;
		if (*answer == 2) {
			*answer = 1;
			rk_wait_confirm(session->handle, &session->keys);
		}
	}
	return status;
}

rk_status rk_session_step(rk_session *session, const char *step, const rk_encoded *data, int64_t ttl, rk_error *err)
{
	uint64_t retries = pool_figures(session).retries;
	zend_long answer;
	rk_status status = run_close(session, step, data, ttl, &answer, err);

	if (status == RK_OK && answer == 1) {
		rk_session_meta_written(session, step);
	}
	if (status != RK_OK || answer == 1) {
		return status;
	}
	if (answer == 3 || !strcmp(step, "take")) {
		return RK_REFUSED;
	}
	session->open = false;
	session->spoiled = true;
	return another_holds_it(session, pool_figures(session).retries != retries, err);
}

rk_status rk_session_refresh(rk_session *session, int64_t ttl_ms, rk_error *err)
{
	rk_call call = rk_session_call(session->key, "lock_refresh");
	rk_request *request = rk_request_borrow();
	zend_long held;
	zval reply;
	rk_status status;

	rk_script_begin(request, &rk_lua_lock_refresh, 1);
	rk_request_string(request, session->keys.lock);
	rk_request_arg(request, session->owner, RK_WAIT_ID_LEN);
	rk_request_arg_long(request, ttl_ms);
	status = rk_script_run(session->handle, &call, &rk_lua_lock_refresh, request, &reply, err);
	rk_request_give_back(request);
	status = rk_reply_take_long(status, &reply, &held, err);
	return status == RK_OK && !held ? RK_REFUSED : status;
}

rk_status rk_session_release(rk_session *session, rk_error *err)
{
	zend_long answer;

	session->lock = RK_SESSION_FREE;
	return run_close(session, "release", NULL, 0, &answer, err);
}
