/* rk_session_current.c: the session a request has open, found without knowing who opened it, and what a program may ask of it
 * meanwhile; see rk_session.h.
 *
 * All sessions of a request are in a list, the one read last in front. There are one or two: the save handler's, handlers
 * that were made as objects. */
#include "rk_session_parts.h"

#include "php_rediskit.h"

void rk_session_unlink(rk_session *session)
{
	rk_session **place;

	for (place = &REDISKIT_G(sessions); *place; place = &(*place)->next) {
		if (*place == session) {
			*place = session->next;
			break;
		}
	}
}

void rk_session_link(rk_session *session)
{
	rk_session_unlink(session);
	session->next = REDISKIT_G(sessions);
	REDISKIT_G(sessions) = session;
}

void rk_session_request_end(void)
{
	rk_error ignored;

	while (REDISKIT_G(sessions)) {
		rk_session *session = REDISKIT_G(sessions);

		rk_session_close(session, &ignored);
		rk_session_free(session);
	}
	REDISKIT_G(session_returning) = false;
	if (REDISKIT_G(carried_meta) && !CG(unclean_shutdown)) {
		efree(REDISKIT_G(carried_meta));
	}
	REDISKIT_G(carried_meta) = NULL;
}

rk_session *rk_session_current(void)
{
	rk_session *session = REDISKIT_G(sessions);

	while (session && !session->open) {
		session = session->next;
	}
	return session;
}

rk_status rk_session_limits(const rk_session *session, rk_error *err)
{
	if (session->access == RK_SESSION_WRITABLE) {
		return RK_OK;
	}
	*err = session->failure;
	return err->status;
}

bool rk_session_is_read_only(const rk_session *session)
{
	rk_error ignored;

	return session->access != RK_SESSION_WRITABLE || session->spoiled || (session->locking && session->lock != RK_SESSION_HELD) ||
		rk_session_check_right(session, &ignored) != RK_OK;
}

bool rk_session_is_returning(const rk_session *session)
{
	return session->returning;
}

rk_status rk_session_extend(rk_session *session, double seconds, rk_error *err)
{
	rk_status status = rk_session_check_right(session, err);

	if (status != RK_OK) {
		return status;
	}
	if (rk_session_is_read_only(session)) {
		return RK_REFUSED;
	}
	if (!session->locking) {
		return RK_OK;
	}
	status = rk_session_refresh(session, seconds > 0 ? (int64_t) (seconds * 1e3) : rk_session_lock_ttl_ms(session), err);
	if (status == RK_REFUSED) {
		session->lock = RK_SESSION_FREE;
		session->spoiled = true;
	}
	return status;
}

/* ---- whose it is, how long it is kept ---- */

rk_status rk_session_set_user(rk_session *session, const zend_string *user, const zend_string *label, rk_error *err)
{
	rk_status status = rk_session_check_right(session, err);
	char hash[RK_SESSION_HASH_LEN + 1];

	if (status != RK_OK) {
		return status;
	}
	if (user) {
		rk_session_hash(ZSTR_VAL(user), ZSTR_LEN(user), hash);
	}
	if (rk_session_meta_set_user(&session->meta, user ? hash : NULL, label ? ZSTR_VAL(label) : NULL, label ? ZSTR_LEN(label) : 0)) {
		session->meta_changed = true;
	}
	return RK_OK;
}

rk_status rk_session_set_ttl(rk_session *session, zend_long seconds, rk_error *err)
{
	rk_status status = rk_session_check_right(session, err);

	if (status == RK_OK && (seconds ? !session->meta.own_ttl || session->meta.kept != seconds : session->meta.own_ttl)) {
		session->meta.own_ttl = seconds > 0;
		session->meta.kept = seconds;
		session->meta_changed = true;
	}
	return status;
}

zend_long rk_session_seconds(const rk_session *session, zend_long usual)
{
	int64_t ttl = rk_session_ttl_to_store(session, rk_session_ttl(session, usual));

	return (zend_long) ((ttl + 999) / 1000);
}

rk_status rk_session_remaining(rk_session *session, zend_long *ms, rk_error *err)
{
	rk_status status = rk_session_check_right(session, err);

	return status == RK_OK ? rk_session_time_left(session->handle, session->key, ms, err) : status;
}
