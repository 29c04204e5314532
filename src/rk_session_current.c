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
	REDISKIT_G(sessions) = NULL;
}

rk_session *rk_session_current(void)
{
	rk_session *session = REDISKIT_G(sessions);

	while (session && !session->open) {
		session = session->next;
	}
	return session;
}

rk_status rk_session_extend(rk_session *session, double seconds, rk_error *err)
{
	rk_status status = rk_session_check_right(session, err);

	if (status != RK_OK || !session->locking) {
		return status;
	}
	if (session->lock != RK_SESSION_HELD) {
		return RK_REFUSED;
	}
	status = rk_session_refresh(session, seconds > 0 ? (int64_t) (seconds * 1e3) : session->lock_ttl_ms, err);
	if (status == RK_REFUSED) {
		session->lock = RK_SESSION_FREE;
		session->spoiled = true;
	}
	return status;
}
