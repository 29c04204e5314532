/* rk_session_beside.c: what is sent in the same write as a step of a session, because it is kept in other cluster slots, and what
 * a session is besides its data (rk_session_meta.h); see rk_session_parts.h.
 *
 *     session_open  + PFADD, EXPIRE     the minute's count of active sessions
 *     session_close + EVAL, ZREM        the lists of users' sessions
 *
 * The lists only say where to look: whose a session is stands in its meta, which one script writes with the data. */
#include "rk_session_parts.h"

#include "php_rediskit.h"
#include "rk_ext_session.h"
#include "rk_lua.h"

/* ---- running a step ---- */

void rk_session_drop_replies(zval *replies, uint32_t first, const rk_request *more)
{
	for (; first <= more->commands; first++) {
		zval_ptr_dtor(&replies[first]);
	}
}

rk_status rk_session_run(rk_session *session, const rk_call *call, const rk_script *script, rk_request *request,
	const rk_request *more, zval *reply, rk_error *err)
{
	zval replies[1 + RK_SESSION_MAX_MORE];
	rk_status status = rk_script_run_with(session->handle, call, script, request, more, replies, err);
	uint32_t i;

	if (status != RK_OK) {
		return status;
	}
	ZVAL_COPY_VALUE(reply, &replies[0]);
	for (i = 1; more && i <= more->commands; i++) {
		const rk_error *error = rk_reply_error(&replies[i]);

		if (error) {
			session->has_notice = true;
			rk_error_set(&session->notice, RK_ERR_COMMAND,
				"The session itself was written, but not all that is kept beside it (whose it is, how long it is kept, where it came from): %.300s", error->message);
		}
		zval_ptr_dtor(&replies[i]);
	}
	return RK_OK;
}

bool rk_session_take_notice(rk_session *session, rk_error *notice)
{
	if (!session->has_notice) {
		return false;
	}
	*notice = session->notice;
	session->has_notice = false;
	return true;
}

/* ---- active sessions ---- */

/* The last byte of a session's key is the brace behind its hash. */
static const char *hash_of(const rk_session *session)
{
	return ZSTR_VAL(session->key) + ZSTR_LEN(session->key) - 1 - RK_SESSION_HASH_LEN;
}

/* The count is worth nothing after its time, so a failure needs no word: Sessions::active() meets it too. */
void rk_session_track(rk_session *session, rk_request *more)
{
	zend_string *key;

	if (!session->track_active || session->tracked) {
		return;
	}
	session->tracked = true;
	key = rk_session_active_key(session->prefix, rk_unix_time() / 60);
	rk_request_begin(more);
	rk_request_literal(more, "PFADD");
	rk_request_string(more, key);
	rk_request_arg(more, hash_of(session), RK_SESSION_HASH_LEN);
	rk_request_end(more);
	rk_request_begin(more);
	rk_request_literal(more, "EXPIRE");
	rk_request_string(more, key);
	rk_request_arg_long(more, (session->track_active + 2) * 60);
	rk_request_end(more);
	zend_string_release(key);
}

/* ---- meta and lists ---- */

rk_status rk_session_meta_take(rk_session *session, rk_error *err)
{
	zend_string *text = session->meta_text;
	rk_status status = RK_OK;

	session->meta_text = NULL;
	session->meta_changed = false;
	session->meta_state = !text ? RK_META_NONE : session->data ? RK_META_STORED
															   : RK_META_STALE;
	if (session->meta_state == RK_META_STORED) {
		status = rk_session_meta_read(&session->meta, ZSTR_VAL(text), ZSTR_LEN(text), err);
	} else {
		memset(&session->meta, 0, sizeof(session->meta));
	}
	if (text) {
		zend_string_release(text);
	}
	memcpy(session->listed_for, session->meta.user, sizeof(session->listed_for));
	return status;
}

static void add_unlist(rk_request *more, const rk_session *session)
{
	zend_string *list = rk_session_list_key(session->prefix, session->listed_for);

	rk_request_begin(more);
	rk_request_literal(more, "ZREM");
	rk_request_string(more, list);
	rk_request_arg(more, hash_of(session), RK_SESSION_HASH_LEN);
	rk_request_end(more);
	zend_string_release(list);
}

/* By EVAL: NOSCRIPT would come when the step is done. It is sent once in half of the session's time. */
static void add_enlist(rk_request *more, const rk_session *session, int64_t ttl)
{
	zend_string *list = rk_session_list_key(session->prefix, session->meta.user);

	rk_script_begin_eval(more, &rk_lua_session_enlist, 1);
	rk_request_string(more, list);
	rk_request_arg(more, hash_of(session), RK_SESSION_HASH_LEN);
	rk_request_arg_long(more, rk_session_meta_listed_for(ttl));
	rk_request_end(more);
	zend_string_release(list);
}

static bool is_listed_elsewhere(const rk_session *session)
{
	return session->listed_for[0] && strcmp(session->listed_for, session->meta.user) != 0;
}

static bool is_due(const rk_session *session, int64_t seconds, int64_t now)
{
	return session->meta.user[0] && rk_session_meta_is_due(&session->meta, seconds, now);
}

static int64_t seconds_of(int64_t ms)
{
	return (ms + 999) / 1000;
}

bool rk_session_meta_is_settled(const rk_session *session, int64_t ttl)
{
	int64_t seconds = seconds_of(ttl);

	if (!rk_session_meta_any(&session->meta)) {
		return session->meta_state == RK_META_NONE && !is_listed_elsewhere(session);
	}
	return session->meta_state == RK_META_STORED && !session->meta_changed && session->meta.kept == seconds &&
		!is_due(session, seconds, rk_unix_time());
}

void rk_session_meta_prepare(rk_session *session, const char *step, int64_t ttl, rk_session_meta_plan *plan, rk_request *more)
{
	rk_session_meta *meta = &session->meta;
	int64_t seconds = seconds_of(ttl), now;

	plan->argument = "";
	plan->len = 0;
	if (strcmp(step, "release") == 0) {
		return;
	}
	if (strcmp(step, "delete") == 0) {
		if (session->listed_for[0]) {
			add_unlist(more, session);
		}
		return;
	}
	if (is_listed_elsewhere(session)) {
		add_unlist(more, session);
	}
	if (!rk_session_meta_any(meta)) {
		plan->argument = session->meta_state == RK_META_UNKNOWN ? "=" : session->meta_state == RK_META_NONE ? ""
																											: "-";
		plan->len = strlen(plan->argument);
		return;
	}
	now = rk_unix_time();
	if (is_due(session, seconds, now) || (meta->user[0] && session->meta_changed)) {
		meta->listed = now;
		session->meta_changed = true;
		add_enlist(more, session, ttl);
	}
	if (session->meta_changed || meta->kept != seconds || session->meta_state != RK_META_STORED) {
		meta->kept = seconds;
		plan->len = rk_session_meta_write(meta, plan->text);
		plan->argument = plan->text;
	} else {
		plan->argument = "=";
		plan->len = 1;
	}
}

void rk_session_meta_written(rk_session *session, const char *step)
{
	if (strcmp(step, "release") == 0 || strcmp(step, "delete") == 0) {
		return;
	}
	if (rk_session_meta_any(&session->meta)) {
		session->meta_state = RK_META_STORED;
	} else if (session->meta_state != RK_META_UNKNOWN) {
		session->meta_state = RK_META_NONE;
	}
	session->meta_changed = false;
	memcpy(session->listed_for, session->meta.user, sizeof(session->listed_for));
}

/* ---- another id ---- */

void rk_session_carry(const rk_session *session)
{
	if (!rk_session_meta_any(&session->meta) || !rk_ext_session_is_regenerating()) {
		return;
	}
	if (!REDISKIT_G(carried_meta)) {
		REDISKIT_G(carried_meta) = emalloc(sizeof(rk_session_meta));
	}
	*REDISKIT_G(carried_meta) = session->meta;
}

void rk_session_carry_on(rk_session *session)
{
	rk_session_meta *carried = REDISKIT_G(carried_meta);

	if (!carried) {
		return;
	}
	if (session->open && rk_ext_session_is_regenerating()) {
		session->meta = *carried;
		session->meta_changed = true;
	}
	REDISKIT_G(carried_meta) = NULL;
	efree(carried);
}
