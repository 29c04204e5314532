/* rk_session_wire.c: what a session sends and how it takes the answers; see rk_session_parts.h.
 *
 * Both scripts name the owner of the lock, a random id of this session in this process, so they can be repeated. Where
 * "another holds the lock" answers a repeat, the first copy may have done its work and released: the outcome is called
 * unknown then. */
#include "rk_session_parts.h"

#include "rk_lua.h"

static rk_call call_for(const zend_string *key, const char *name)
{
	return (rk_call){ .name = name, .key = ZSTR_VAL(key), .key_len = ZSTR_LEN(key), .flags = RK_CALL_IDEMPOTENT };
}

/* For what changes the session: whoever asked for that is told when it may have been done and no answer says so. */
static rk_call change_for(const zend_string *key, const char *name)
{
	rk_call call = call_for(key, name);

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
			return change_for(key, changes[i].name);
		}
	}
	return call_for(key, "session_close");
}

static void add_key(rk_request *request, const zend_string *key)
{
	rk_request_arg(request, ZSTR_VAL(key), ZSTR_LEN(key));
}

/* ---- without locks ---- */

rk_status rk_session_count(rk_session *session, const char *command, const zend_string *key, const zend_string *another,
	int64_t ttl, zend_long *answer, rk_error *err)
{
	rk_call call = call_for(key, command);
	rk_request *request = rk_request_borrow();
	zval reply;
	rk_status status;

	rk_request_begin(request);
	rk_request_arg(request, command, strlen(command));
	add_key(request, key);
	if (another) {
		add_key(request, another);
	}
	if (ttl) {
		rk_request_arg_long(request, ttl);
	}
	rk_request_end(request);
	status = rk_exec(session->handle, &call, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = rk_reply_long(&reply, answer, err);
		zval_ptr_dtor(&reply);
	}
	return status;
}

/* Runs one command or several in one exchange. Where one of them failed, so has all. */
static rk_status run_all(rk_session *session, const rk_call *call, rk_request *request, zval *replies, rk_error *err)
{
	uint32_t count = request->commands, i;
	rk_status status = count == 1 ? rk_exec(session->handle, call, request, replies, err)
								  : rk_exec_many(session->handle, call, request, replies, err);
	const rk_error *error = NULL;

	rk_request_give_back(request);
	if (status != RK_OK) {
		return status;
	}
	for (i = 0; i < count && !error; i++) {
		error = rk_reply_error(&replies[i]);
	}
	if (error) {
		*err = *error;
		status = err->status;
		for (i = 0; i < count; i++) {
			zval_ptr_dtor(&replies[i]);
		}
	}
	return status;
}

static void add_set(rk_request *request, const zend_string *key, const char *data, size_t len, int64_t ttl)
{
	rk_request_begin(request);
	rk_request_literal(request, "SET");
	add_key(request, key);
	rk_request_arg(request, data, len);
	rk_request_literal(request, "PX");
	rk_request_arg_long(request, ttl);
	rk_request_end(request);
}

rk_status rk_session_set(rk_session *session, const rk_encoded *data, int64_t ttl, rk_error *err)
{
	bool mark = session->moved_key && !session->stored && session->foreign_left_ms != -2;
	rk_call call = change_for(session->key, "the request to write the session");
	rk_request *request = rk_request_borrow();
	zval replies[2];
	rk_status status;

	add_set(request, session->key, data->data, data->len, ttl);
	if (mark) {
		int64_t left = session->foreign_left_ms == -1 ? rk_session_ms(ZEND_LONG_MAX) : session->foreign_left_ms;

		add_set(request, session->moved_key, "1", 1, left > ttl ? left : ttl);
	}
	status = run_all(session, &call, request, replies, err);
	if (status == RK_OK) {
		zval_ptr_dtor(&replies[0]);
		if (mark) {
			zval_ptr_dtor(&replies[1]);
		}
	}
	return status;
}

static void add_command(rk_request *request, const char *command, const zend_string *key)
{
	rk_request_begin(request);
	rk_request_arg(request, command, strlen(command));
	add_key(request, key);
	rk_request_end(request);
}

/* Moves a string out of a reply into `data`; says whether there was one. */
static bool take_string(zend_string **data, zval *reply)
{
	if (Z_TYPE_P(reply) != IS_STRING) {
		return false;
	}
	*data = zend_string_copy(Z_STR_P(reply));
	return true;
}

/* GET key, then what settings want to know: PTTL key; GET and PTTL of the other handler's key, EXISTS of the mark that it was
 * moved here. */
rk_status rk_session_get(rk_session *session, bool only_stored, bool *foreign, rk_error *err)
{
	rk_call call = call_for(session->key, "GET");
	rk_request *request = rk_request_borrow();
	zval replies[5];
	uint32_t count, i;
	rk_status status;

	*foreign = false;
	add_command(request, "GET", session->key);
	if (session->touch_ms || session->foreign_key) {
		add_command(request, "PTTL", session->key);
	}
	if (session->foreign_key) {
		add_command(request, "GET", session->foreign_key);
		add_command(request, "PTTL", session->foreign_key);
		add_command(request, "EXISTS", session->moved_key);
	}
	count = request->commands;
	status = run_all(session, &call, request, replies, err);
	if (status != RK_OK) {
		return status;
	}
	take_string(&session->data, &replies[0]);
	if (count > 1) {
		session->ends_us = Z_TYPE(replies[1]) == IS_LONG && Z_LVAL(replies[1]) >= 0 ? rk_now_us() + Z_LVAL(replies[1]) * 1000 : 0;
	}
	if (count > 2) {
		session->foreign_left_ms = Z_TYPE(replies[3]) == IS_LONG ? Z_LVAL(replies[3]) : -2;
		if (!session->data && Z_TYPE(replies[4]) == IS_LONG && Z_LVAL(replies[4]) == 0) {
			*foreign = take_string(&session->data, &replies[2]);
		}
	}
	for (i = 0; i < count; i++) {
		zval_ptr_dtor(&replies[i]);
	}
	return session->data || !only_stored ? RK_OK : RK_REFUSED;
}

/* ---- with locks ---- */

/* Begins a script on the session in hand; `foreign`: where there may be another handler's session, with its keys. */
static void begin_script(rk_request *request, const rk_script *script, const rk_session *session, bool foreign)
{
	foreign = foreign && session->foreign_key;
	rk_script_begin(request, script, foreign ? 5 : 3);
	add_key(request, session->key);
	add_key(request, session->keys.lock);
	add_key(request, session->keys.queue);
	if (foreign) {
		add_key(request, session->foreign_key);
		add_key(request, session->moved_key);
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
	zval *first = Z_TYPE_P(reply) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(reply), 0) : NULL;
	zval *second = first ? zend_hash_index_find(Z_ARRVAL_P(reply), 1) : NULL;

	if (!second || Z_TYPE_P(first) != IS_LONG) {
		return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to the script session_open is not the one expected");
	}
	switch (Z_LVAL_P(first)) {
		case 0:
			*busy_ms = Z_TYPE_P(second) == IS_LONG ? Z_LVAL_P(second) : -1;
			session->lock = RK_SESSION_FREE;
			return RK_REFUSED;
		case 1:
			session->lock = RK_SESSION_HELD;
			take_string(&session->data, second);
			context->foreign = zend_hash_index_exists(Z_ARRVAL_P(reply), 2);
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
	rk_call call = call_for(session->key, "session_open");
	rk_request *request = rk_request_borrow();
	zval reply;
	rk_status status;

	begin_script(request, &rk_lua_session_open, session, true);
	rk_request_arg(request, session->owner, RK_WAIT_ID_LEN);
	rk_request_arg_long(request, rk_session_lock_ttl_ms(session));
	rk_request_arg_long(request, context->only_stored);
	rk_request_arg_long(request, RK_WAIT_CLAIM_MS);
	rk_request_arg(request, ZSTR_VAL(session->keys.wake_prefix), ZSTR_LEN(session->keys.wake_prefix));
	session->lock = RK_SESSION_MAYBE;
	status = rk_script_run(session->handle, &call, &rk_lua_session_open, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = read_opened(context, &reply, busy_ms, err);
		zval_ptr_dtor(&reply);
	}
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
		return context.missing ? RK_REFUSED : RK_OK;
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
	rk_request *request = rk_request_borrow();
	zval reply;
	rk_status status;

	begin_script(request, &rk_lua_session_close, session, !session->stored || !strcmp(step, "delete"));
	rk_request_arg(request, session->owner, RK_WAIT_ID_LEN);
	rk_request_arg(request, step, strlen(step));
	rk_request_arg_long(request, ttl);
	if (!strcmp(step, "touch")) {
		rk_request_arg_long(request, rk_session_enough(session, ttl));
	} else {
		rk_request_arg(request, data ? data->data : "", data ? data->len : 0);
	}
	rk_request_arg_long(request, RK_WAIT_CLAIM_MS);
	rk_request_arg(request, ZSTR_VAL(session->keys.wake_prefix), ZSTR_LEN(session->keys.wake_prefix));
	status = rk_script_run(session->handle, &call, &rk_lua_session_close, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = rk_reply_long(&reply, answer, err);
		zval_ptr_dtor(&reply);
	}
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
	rk_call call = call_for(session->key, "lock_refresh");
	rk_request *request = rk_request_borrow();
	zend_long held;
	zval reply;
	rk_status status;

	rk_script_begin(request, &rk_lua_lock_refresh, 1);
	add_key(request, session->keys.lock);
	rk_request_arg(request, session->owner, RK_WAIT_ID_LEN);
	rk_request_arg_long(request, ttl_ms);
	status = rk_script_run(session->handle, &call, &rk_lua_lock_refresh, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = rk_reply_long(&reply, &held, err);
		zval_ptr_dtor(&reply);
	}
	return status == RK_OK && !held ? RK_REFUSED : status;
}

rk_status rk_session_release(rk_session *session, rk_error *err)
{
	zend_long answer;

	session->lock = RK_SESSION_FREE;
	return run_close(session, "release", NULL, 0, &answer, err);
}
