/* rk_session_plain.c: sessions without locks, by plain commands; see rk_session_parts.h.
 *
 * What is kept beside the data is read and written in the same write as they are. A session that was there when it was read is
 * stored only if it still is: one that was ended meanwhile does not come back to life. */
#include "rk_session_parts.h"

static void begin(rk_request *request, const char *command, const zend_string *key)
{
	rk_request_begin(request);
	rk_request_arg(request, command, strlen(command));
	rk_request_string(request, key);
}

static void begin_meta(rk_request *request, const char *command, const rk_session *session)
{
	rk_request_begin(request);
	rk_request_arg(request, command, strlen(command));
	rk_request_arg2(request, ZSTR_VAL(session->key), ZSTR_LEN(session->key), ZEND_STRL(RK_SESSION_META));
}

static void add_command(rk_request *request, const char *command, const zend_string *key)
{
	begin(request, command, key);
	rk_request_end(request);
}

bool rk_session_take_string(zend_string **data, const zval *reply)
{
	if (Z_TYPE_P(reply) != IS_STRING) {
		return false;
	}
	*data = zend_string_copy(Z_STR_P(reply));
	return true;
}

/* ---- reading ---- */

/* What is asked along with GET key, in this order; those of another handler's session may be missing. */
enum { META = 1,
	LEFT,
	FOREIGN,
	FOREIGN_LEFT,
	MOVED };

static uint32_t add_questions(rk_session *session, rk_request *more)
{
	uint32_t count;

	begin_meta(more, "GET", session);
	rk_request_end(more);
	if (session->touch_ms || session->foreign_key) {
		add_command(more, "PTTL", session->key);
	}
	if (session->foreign_key) {
		add_command(more, "GET", session->foreign_key);
		add_command(more, "PTTL", session->foreign_key);
		add_command(more, "EXISTS", session->moved_key);
	}
	count = more->commands;
	rk_session_track(session, more);
	return count;
}

static int64_t number_or(const zval *reply, int64_t otherwise)
{
	return Z_TYPE_P(reply) == IS_LONG ? Z_LVAL_P(reply) : otherwise;
}

static void take_answers(rk_session *session, const zval *replies, uint32_t count, bool *foreign)
{
	rk_session_take_string(&session->data, &replies[0]);
	rk_session_take_string(&session->meta_text, &replies[META]);
	if (count >= LEFT) {
		int64_t left = number_or(&replies[LEFT], -1);

		session->ends_us = left >= 0 ? rk_now_us() + left * 1000 : 0;
	}
	if (count >= MOVED) {
		session->foreign_left_ms = number_or(&replies[FOREIGN_LEFT], -2);
		if (!session->data && number_or(&replies[MOVED], 1) == 0) {
			*foreign = rk_session_take_string(&session->data, &replies[FOREIGN]);
		}
	}
}

rk_status rk_session_get(rk_session *session, bool only_stored, bool *foreign, rk_error *err)
{
	rk_call call = rk_session_call(session->key, "GET");
	rk_request *request = rk_request_borrow(), *more = rk_request_borrow();
	const rk_error *error = NULL;
	zval replies[1 + RK_SESSION_MAX_MORE];
	uint32_t count, i;
	rk_status status;

	*foreign = false;
	begin(request, "GET", session->key);
	count = add_questions(session, more);
	status = rk_script_run_with(session->handle, &call, NULL, request, more, replies, err);
	if (status == RK_OK) {
		for (i = 1; i <= count && !error; i++) {
			error = rk_reply_error(&replies[i]);
		}
		if (error) {
			*err = *error;
			status = err->status;
		} else {
			take_answers(session, replies, count, foreign);
		}
		rk_session_drop_replies(replies, 0, more);
	}
	rk_request_give_back(more);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = rk_session_meta_take(session, err);
	}
	return status == RK_OK && !session->data && only_stored ? RK_REFUSED : status;
}

/* ---- writing ---- */

/* What the script session_close does with its argument `meta`. */
static void add_meta(rk_request *more, const rk_session *session, const rk_session_meta_plan *plan, int64_t ttl)
{
	if (plan->len == 0) {
		return;
	}
	if (plan->len == 1) {
		begin_meta(more, *plan->argument == '=' ? "PEXPIRE" : "DEL", session);
	} else {
		begin_meta(more, "SET", session);
		rk_request_arg(more, plan->argument, plan->len);
		rk_request_literal(more, "PX");
	}
	if (*plan->argument != '-') {
		rk_request_arg_long(more, ttl);
	}
	rk_request_end(more);
}

/* What came from another handler was stored here since, for as long as that one may have it. */
static void add_mark(rk_request *more, const rk_session *session, int64_t ttl)
{
	int64_t left = session->foreign_left_ms == -1 ? rk_session_ms(ZEND_LONG_MAX) : session->foreign_left_ms;

	if (!session->moved_key || session->stored || session->foreign_left_ms == -2) {
		return;
	}
	begin(more, "SET", session->moved_key);
	rk_request_literal(more, "1");
	rk_request_literal(more, "PX");
	rk_request_arg_long(more, left > ttl ? left : ttl);
	rk_request_end(more);
}

static rk_status run(rk_session *session, const rk_call *call, rk_request *request, const char *step, int64_t ttl, zval *reply,
	rk_error *err)
{
	rk_request *more = rk_request_borrow(), *lists = rk_request_borrow();
	rk_session_meta_plan plan;
	rk_status status;

	if (strcmp(step, "store") == 0) {
		add_mark(more, session, ttl);
	}
	rk_session_meta_prepare(session, step, ttl, &plan, lists);
	add_meta(more, session, &plan, ttl);
	/* Last: who finds a session on a user's list whose meta does not say so, removes it from there. */
	rk_request_append(more, lists);
	rk_request_give_back(lists);
	status = rk_session_run(session, call, NULL, request, more, reply, err);
	rk_request_give_back(more);
	return status;
}

rk_status rk_session_set(rk_session *session, const rk_encoded *data, int64_t ttl, rk_error *err)
{
	rk_call call = rk_session_change(session->key, "the request to write the session");
	rk_request *request = rk_request_borrow();
	zval reply;
	rk_status status;

	begin(request, "SET", session->key);
	rk_request_arg(request, data->data, data->len);
	rk_request_literal(request, "PX");
	rk_request_arg_long(request, ttl);
	if (session->open && session->stored) {
		rk_request_literal(request, "XX");
	}
	status = run(session, &call, request, "store", ttl, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = Z_TYPE(reply) == IS_NULL ? RK_REFUSED : RK_OK;
		zval_ptr_dtor(&reply);
	}
	if (status == RK_OK) {
		rk_session_meta_written(session, "store");
	}
	return status;
}

rk_status rk_session_expire(rk_session *session, int64_t ttl, rk_error *err)
{
	rk_call call = rk_session_change(session->key, "the request to renew the session");
	rk_request *request = rk_request_borrow();
	zend_long found;
	zval reply;
	rk_status status;

	begin(request, "PEXPIRE", session->key);
	rk_request_arg_long(request, ttl);
	status = run(session, &call, request, "renew", ttl, &reply, err);
	rk_request_give_back(request);
	status = rk_reply_take_long(status, &reply, &found, err);
	if (status == RK_OK && found) {
		rk_session_meta_written(session, "renew");
	}
	return status == RK_OK && !found ? RK_REFUSED : status;
}

rk_status rk_session_count(rk_session *session, const char *command, const zend_string *key, const zend_string *another,
	zend_long *count, rk_error *err)
{
	rk_call call = rk_session_call(key, command);
	bool delete = strcmp(command, "DEL") == 0;
	rk_request *request = rk_request_borrow(), *more = rk_request_borrow();
	rk_session_meta_plan ignored;
	zval reply;
	rk_status status;

	begin(request, command, key);
	if (another && !delete) {
		rk_request_string(request, another);
	}
	if (delete) {
		rk_request_begin(more);
		rk_request_literal(more, "DEL");
		rk_request_arg2(more, ZSTR_VAL(key), ZSTR_LEN(key), ZEND_STRL(RK_SESSION_META));
		if (another) {
			rk_request_string(more, another);
		}
		rk_request_end(more);
	}
	if (delete &&session->key && zend_string_equals(session->key, key)) {
		rk_session_meta_prepare(session, "delete", 0, &ignored, more);
	}
	status = rk_session_run(session, &call, NULL, request, more, &reply, err);
	rk_request_give_back(more);
	rk_request_give_back(request);
	return rk_reply_take_long(status, &reply, count, err);
}
