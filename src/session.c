/* session.c: session.save_handler = rediskit.
 *
 * PHP's calls and what they send (rk_session.h has the protocol):
 *
 *     session_start()          open: nothing; validate or read: one script
 *     session_write_close()    write or update_timestamp: one script; close: nothing
 *     session_abort()          close: one script
 *     session_reset()          open again, without close: keeps the lock; read: one script
 *     session_regenerate_id()  destroy or write: one script; close, open: nothing; read of the new id: one script
 *
 * Every callback ends with at most one warning, its last act: an error handler may run there and close the session. */
#include "rk_ext_session.h"

#include "php_rediskit.h"

#include "rk_classes.h"

PS_FUNCS_UPDATE_TIMESTAMP(rediskit);

static const ps_module session_module = { PS_MOD_UPDATE_TIMESTAMP(rediskit) };

static rk_status open_session(rk_session **out, rk_error *err)
{
	rk_session_settings settings;
	rk_handle *handle;
	rk_status status = rk_ext_session_create_handle(true, &handle, err);

	if (status == RK_OK) {
		rk_session_settings_init(&settings);
		settings.returning = REDISKIT_G(session_returning);
		status = rk_session_create(handle, &settings, out, err);
		rk_handle_release(handle);
	}
	return status;
}

/* Ends a callback: the session may have been closed by a signal handler while it waited. */
static zend_result settle(void **mod_data, rk_session *session, rk_status status, const char *what, const rk_error *err)
{
	rk_error notice;
	bool has_notice = status == RK_OK && session && rk_session_take_notice(session, &notice);

	if (PS_GET_MOD_DATA() != session) {
		rk_error ignored;

		rk_session_close(session, &ignored);
		rk_session_free(session);
	}
	if (has_notice) {
		rk_ext_session_warn(NULL, &notice);
	}
	if (status == RK_OK) {
		return SUCCESS;
	}
	if (status != RK_REFUSED) {
		rk_ext_session_warn(what, err);
	}
	return FAILURE;
}

PS_OPEN_FUNC(rediskit)
{
	rk_session *session;
	rk_error err;

	rk_ext_session_hide_path();
	if (PS_GET_MOD_DATA()) {
		return SUCCESS;
	}
	if (open_session(&session, &err) != RK_OK) {
		rk_ext_session_warn("The session cannot be opened", &err);
		return FAILURE;
	}
	PS_SET_MOD_DATA(session);
	return SUCCESS;
}

PS_CLOSE_FUNC(rediskit)
{
	rk_session *session = PS_GET_MOD_DATA();
	rk_error err;
	rk_status status;

	if (!session) {
		return SUCCESS;
	}
	PS_SET_MOD_DATA(NULL);
	REDISKIT_G(session_returning) = rk_session_is_returning(session);
	status = rk_session_close(session, &err);
	if (!rk_session_is_waiting(session)) {
		rk_session_free(session);
	}
	if (status != RK_OK) {
		rk_ext_session_warn("The session's lock was not released and ends by itself after lock_ttl", &err);
	}
	return status == RK_OK ? SUCCESS : FAILURE;
}

PS_READ_FUNC(rediskit)
{
	static const char *const what = "The session was not read";
	rk_session *session = PS_GET_MOD_DATA();
	rk_error err, limit;
	zend_result result;
	rk_status status;
	bool limited;

	if (!session) {
		rk_error_set(&err, RK_ERR_LOCK, "It was closed while it was about to be opened, by a signal handler or an error handler");
		rk_ext_session_warn(what, &err);
		return FAILURE;
	}
	status = rk_session_read(session, key, val, &err);
	limited = status == RK_OK && rk_session_limits(session, &limit) != RK_OK;
	result = settle(mod_data, session, status, what, &err);
	if (limited) {
		rk_ext_session_warn_limited(&limit);
	}
	return result;
}

PS_WRITE_FUNC(rediskit)
{
	rk_session *session = PS_GET_MOD_DATA();
	rk_error err;
	rk_status status;

	if (!session || EG(exception)) {
		/* __serialize() threw: `val` is not what the program meant to store. */
		return FAILURE;
	}
	if (rk_ext_session_is_unencodable(val)) {
		rk_ext_session_warn_unencodable();
		return FAILURE;
	}
	status = rk_ext_session_check_new_id(session, &err);
	if (status == RK_OK) {
		status = rk_session_write(session, key, val, maxlifetime, &err);
	}
	return settle(mod_data, session, status, "The session was not written", &err);
}

PS_UPDATE_TIMESTAMP_FUNC(rediskit)
{
	rk_session *session = PS_GET_MOD_DATA();
	rk_error err;
	rk_status status;

	if (!session || EG(exception)) {
		return FAILURE;
	}
	status = rk_session_renew(session, key, val, maxlifetime, &err);
	return settle(mod_data, session, status, "The session's time to live was not renewed", &err);
}

PS_DESTROY_FUNC(rediskit)
{
	rk_session *session = PS_GET_MOD_DATA();
	rk_error err;
	rk_status status;

	if (!session) {
		return FAILURE;
	}
	if (rk_ext_session_is_decoding()) {
		rk_session_close(session, &err);
		rk_ext_session_warn_kept();
		return SUCCESS;
	}
	status = rk_session_destroy(session, key, &err);
	return settle(mod_data, session, status, "The session was not destroyed", &err);
}

/* Redis forgets by itself what is older than its time to live. */
PS_GC_FUNC(rediskit)
{
	*nrdels = 0;
	return 0;
}

PS_CREATE_SID_FUNC(rediskit)
{
	rk_session *session = PS_GET_MOD_DATA();
	zend_string *id = rk_ext_session_create_id();

	if (id && session) {
		rk_session_created(session, id);
	}
	return id;
}

PS_VALIDATE_SID_FUNC(rediskit)
{
	rk_session *session = PS_GET_MOD_DATA();
	rk_error err;
	rk_status status = session ? rk_session_validate(session, key, &err) : RK_REFUSED;

	return settle(mod_data, session, status, "It could not be found out whether the session exists", &err);
}

zend_result rk_session_minit(void)
{
	return rk_ext_session_find() ? rk_ext_session_register(&session_module) : SUCCESS;
}
