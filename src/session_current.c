/* session_current.c: Rediskit\Session, what a program asks of the session it has open, whoever opened it: session_start() under
 * either way of using rediskit for sessions, or a framework that uses a SessionHandler by itself. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_session.h"

#include "rk_classes.h"

#include "../stubs/Session_arginfo.h"

/* The session; NULL: an exception is pending. */
static rk_session *open_session(void)
{
	rk_session *session = rk_session_current();
	rk_error err;

	if (!session) {
		rk_error_set(&err, RK_ERR_LOCK,
			"No session is open in Redis: call session_start() first, with session.save_handler = rediskit or a Rediskit\\SessionHandler, and "
			"before session_write_close()");
		rk_throw(&err);
	}
	return session;
}

PHP_METHOD(Rediskit_Session, extendLock)
{
	rk_session *session;
	double seconds = 0;
	bool is_null = true;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(seconds, is_null)
	ZEND_PARSE_PARAMETERS_END();

	if (!is_null && !(seconds >= 0.001 && seconds <= 1e6)) {
		zend_argument_value_error(1, "must be between 0.001 and 1000000 seconds, or null for the lock's usual time");
		RETURN_THROWS();
	}
	session = open_session();
	if (!session) {
		RETURN_THROWS();
	}
	status = rk_session_extend(session, is_null ? 0 : seconds, &err);
	if (status != RK_OK && status != RK_REFUSED) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_BOOL(status == RK_OK);
}

PHP_METHOD(Rediskit_Session, isReadOnly)
{
	rk_session *session;

	ZEND_PARSE_PARAMETERS_NONE();

	session = open_session();
	if (!session) {
		RETURN_THROWS();
	}
	RETURN_BOOL(rk_session_is_read_only(session));
}

/* Never: Session has static methods only. */
PHP_METHOD(Rediskit_Session, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

zend_result rk_session_current_minit(void)
{
	register_class_Rediskit_Session();
	return SUCCESS;
}
