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
