/* session_current.c: Rediskit\Session, what a program asks of the session it has open, whoever opened it: session_start() under
 * either way of using rediskit for sessions, or a framework that uses a SessionHandler by itself. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_session.h"
#include "rk_session_meta.h"

#include "rk_classes.h"

#include <zend_attributes.h>

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

/* ---- whose it is, how long it is kept ---- */

PHP_METHOD(Rediskit_Session, user)
{
	rk_session *session;
	zend_string *text = NULL, *label = NULL, *user;
	zend_long number = 0;
	bool nobody = false;
	rk_status status;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR_OR_LONG_OR_NULL(text, number, nobody)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(label)
	ZEND_PARSE_PARAMETERS_END();

	if (text && ZSTR_LEN(text) == 0) {
		zend_argument_value_error(1, "cannot be empty; null says that the session is nobody's");
		RETURN_THROWS();
	}
	if (label && (nobody || ZSTR_LEN(label) > RK_SESSION_MAX_LABEL)) {
		zend_argument_value_error(2, nobody ? "must be null when argument #1 ($id) is null" : "must be at most 255 bytes");
		RETURN_THROWS();
	}
	session = open_session();
	if (!session) {
		RETURN_THROWS();
	}
	user = nobody ? NULL : text ? zend_string_copy(text)
								: zend_long_to_str(number);
	status = rk_session_set_user(session, user, label, &err);
	if (user) {
		zend_string_release(user);
	}
	if (status != RK_OK) {
		rk_throw(&err);
	}
}

PHP_METHOD(Rediskit_Session, ttl)
{
	rk_session *session;
	zend_long seconds = 0;
	bool keep = true;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(seconds, keep)
	ZEND_PARSE_PARAMETERS_END();

	if (seconds < 0 || seconds > RK_SESSION_MAX_SECONDS) {
		zend_argument_value_error(1, "must be between 1 and %lld seconds, 0 for the usual time, or null to change nothing", RK_SESSION_MAX_SECONDS);
		RETURN_THROWS();
	}
	session = open_session();
	if (!session) {
		RETURN_THROWS();
	}
	if (!keep && rk_session_set_ttl(session, seconds, &err) != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_LONG(rk_session_seconds(session, zend_ini_long(ZEND_STRL("session.gc_maxlifetime"), 0)));
}

PHP_METHOD(Rediskit_Session, remaining)
{
	rk_session *session;
	zend_long ms = -1;
	rk_status status;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();

	session = open_session();
	if (!session) {
		RETURN_THROWS();
	}
	status = rk_session_remaining(session, &ms, &err);
	if (status != RK_OK && status != RK_REFUSED) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	if (status == RK_OK && ms >= 0) {
		RETURN_DOUBLE((double) ms / 1000);
	}
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
