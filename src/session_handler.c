/* session_handler.c: Rediskit\SessionHandler, the session protocol of rk_session.h as an object.
 *
 * The same steps as session.c; what differs is that the object outlives a session and may be called in any order. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_ext_session.h"

#include "rk_classes.h"

#include <zend_attributes.h>
#include <zend_enum.h>
#include <zend_exceptions.h>

#include "../stubs/SessionHandler_arginfo.h"

zend_class_entry *rk_ce_session_handler;

static zend_object_handlers session_handler_handlers;

typedef struct {
	rk_session *session; /* owned; NULL before the constructor */
	bool ended;          /* PHP's session, by a signal handler while validateId() waited */
	zend_object std;     /* must be last */
} rk_session_handler;

static rk_session_handler *handler_from_object(zend_object *object)
{
	return (rk_session_handler *) ((char *) object - offsetof(rk_session_handler, std));
}

static zend_object *handler_new(zend_class_entry *ce)
{
	rk_session_handler *handler = zend_object_alloc(sizeof(rk_session_handler), ce);

	zend_object_std_init(&handler->std, ce);
	object_properties_init(&handler->std, ce);
	handler->std.handlers = &session_handler_handlers;
	return &handler->std;
}

static void handler_free(zend_object *object)
{
	rk_session_handler *handler = handler_from_object(object);
	rk_error ignored;

	if (handler->session) {
		rk_session_close(handler->session, &ignored);
		rk_session_free(handler->session);
	}
	zend_object_std_dtor(object);
}

/* ---- the constructor ---- */

static rk_handle *handle_of_ini(void)
{
	rk_handle *handle;
	rk_error err;

	if (rk_ext_session_create_handle(false, &handle, &err) != RK_OK) {
		rk_throw(&err);
		return NULL;
	}
	return handle;
}

/* The name a Compression or a string stands for; NULL: an exception is pending. */
static const char *compression_name(zend_object *compression, zend_string *name)
{
	if (!compression) {
		return ZSTR_VAL(name);
	}
	return Z_STRVAL_P(zend_enum_fetch_case_value(compression));
}

PHP_METHOD(Rediskit_SessionHandler, __construct)
{
	rk_session_handler *handler = handler_from_object(Z_OBJ_P(ZEND_THIS));
	zval *client = NULL;
	zend_long ttl = 0, touch_interval = 0, new_ttl = 0;
	bool ttl_is_null = true, locking = false, locking_is_null = true, lock_ttl_is_null = true, lock_wait_is_null = true;
	bool touch_interval_is_null = true, new_ttl_is_null = true;
	double lock_ttl = 0, lock_wait = 0;
	zend_string *prefix = NULL, *compression_string = NULL, *on_lock_timeout = NULL, *on_error = NULL, *compat = NULL;
	zend_object *compression = NULL;
	rk_session_settings settings;
	rk_handle *handle;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(0, 12)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(client)
		Z_PARAM_LONG_OR_NULL(ttl, ttl_is_null)
		Z_PARAM_BOOL_OR_NULL(locking, locking_is_null)
		Z_PARAM_DOUBLE_OR_NULL(lock_ttl, lock_ttl_is_null)
		Z_PARAM_DOUBLE_OR_NULL(lock_wait, lock_wait_is_null)
		Z_PARAM_PATH_STR_OR_NULL(prefix)
		Z_PARAM_OBJ_OF_CLASS_OR_STR_OR_NULL(compression, rk_ce_compression, compression_string)
		Z_PARAM_STR_OR_NULL(on_lock_timeout)
		Z_PARAM_STR_OR_NULL(on_error)
		Z_PARAM_LONG_OR_NULL(touch_interval, touch_interval_is_null)
		Z_PARAM_LONG_OR_NULL(new_ttl, new_ttl_is_null)
		Z_PARAM_PATH_STR_OR_NULL(compat)
	ZEND_PARSE_PARAMETERS_END();

	if (handler->session) {
		zend_throw_error(NULL, "A session handler cannot be constructed twice");
		RETURN_THROWS();
	}
	if (!ttl_is_null && ttl < 1) {
		zend_argument_value_error(2, "must be greater than 0, or null for session.gc_maxlifetime");
		RETURN_THROWS();
	}
	rk_session_settings_init(&settings);
	settings.ttl = ttl_is_null ? 0 : ttl;
	settings.locking = locking_is_null ? settings.locking : locking;
	settings.lock_ttl = lock_ttl_is_null ? settings.lock_ttl : lock_ttl;
	settings.lock_wait = lock_wait_is_null ? settings.lock_wait : lock_wait;
	settings.on_lock_timeout = on_lock_timeout ? ZSTR_VAL(on_lock_timeout) : settings.on_lock_timeout;
	settings.on_error = on_error ? ZSTR_VAL(on_error) : settings.on_error;
	settings.touch_interval = touch_interval_is_null ? settings.touch_interval : touch_interval;
	settings.new_ttl = new_ttl_is_null ? settings.new_ttl : new_ttl;
	settings.compat = compat ? ZSTR_VAL(compat) : settings.compat;
	settings.prefix = prefix ? ZSTR_VAL(prefix) : settings.prefix;
	if (compression || compression_string) {
		settings.compression = compression_name(compression, compression_string);
	}

	handle = client && Z_TYPE_P(client) != IS_NULL ? rk_handle_from_zval(client, 1, false) : handle_of_ini();
	if (!handle) {
		RETURN_THROWS();
	}
	if (rk_session_create(handle, &settings, &handler->session, &err) != RK_OK) {
		rk_throw(&err);
	}
	rk_handle_release(handle);
}

/* ---- the steps ---- */

/* The session behind $this; NULL: an exception is pending. */
static rk_session *session_of(zval *self)
{
	rk_session *session = handler_from_object(Z_OBJ_P(self))->session;

	if (!session) {
		zend_throw_error(NULL, "The session handler was not constructed");
	}
	return session;
}

/* Ends a method that returns whether a step succeeded; the warning is its last act, for it may run user code. */
static void settle(zval *return_value, rk_session *session, rk_status status, const char *what, const rk_error *err)
{
	rk_error notice;

	RETVAL_BOOL(status == RK_OK);
	if (status == RK_OK && rk_session_take_notice(session, &notice)) {
		rk_ext_session_warn(NULL, &notice);
	} else if (status != RK_OK && status != RK_REFUSED) {
		rk_ext_session_warn(what, err);
	}
}

/* Was PHP's session, which was active, ended by a signal handler while we waited for its lock? PHP does not call a handler's close inside
 * its read or validateId, so that is done here. */
static bool was_ended(rk_session *session, bool active)
{
	rk_error ignored;

	if (!active || rk_ext_session_is_active()) {
		return false;
	}
	rk_session_close(session, &ignored);
	return true;
}

static zend_long max_lifetime(void)
{
	return zend_ini_long("session.gc_maxlifetime", sizeof("session.gc_maxlifetime") - 1, 0);
}

PHP_METHOD(Rediskit_SessionHandler, open)
{
	zend_string *path, *name;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(path)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	if (!session_of(ZEND_THIS)) {
		RETURN_THROWS();
	}
	handler_from_object(Z_OBJ_P(ZEND_THIS))->ended = false;
	rk_ext_session_hide_path();
	RETURN_TRUE;
}

PHP_METHOD(Rediskit_SessionHandler, close)
{
	rk_session *session;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();

	session = session_of(ZEND_THIS);
	if (!session) {
		RETURN_THROWS();
	}
	settle(return_value, session, rk_session_close(session, &err), "The session's lock was not released and ends by itself after lock_ttl", &err);
}

/* rk_session_read() for PHP, or for a program. */
static rk_status read_active(rk_session_handler *handler, zend_string *id, zend_string **data, rk_error *err)
{
	bool active = rk_ext_session_is_active();
	rk_status status = RK_OK;

	if (!handler->ended) {
		status = rk_session_read(handler->session, id, data, err);
		handler->ended = status == RK_OK && was_ended(handler->session, active);
		if (handler->ended) {
			zend_string_release(*data);
		}
	}
	if (handler->ended) {
		handler->ended = false;
		status = rk_error_set(err, RK_ERR_LOCK, "A signal handler ended the session while it was waiting for its lock");
	}
	return status;
}

PHP_METHOD(Rediskit_SessionHandler, read)
{
	rk_session *session;
	zend_string *id, *data;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(id)
	ZEND_PARSE_PARAMETERS_END();

	session = session_of(ZEND_THIS);
	if (!session) {
		RETURN_THROWS();
	}
	status = read_active(handler_from_object(Z_OBJ_P(ZEND_THIS)), id, &data, &err);
	if (status != RK_OK) {
		settle(return_value, session, status, "The session was not read", &err);
		return;
	}
	RETVAL_STR(data);
	if (rk_session_limits(session, &err) != RK_OK) {
		rk_ext_session_warn_limited(&err);
	}
}

static void write_or_renew(INTERNAL_FUNCTION_PARAMETERS, const char *what,
	rk_status (*step)(rk_session *session, zend_string *id, zend_string *data, zend_long ttl, rk_error *err))
{
	rk_session *session;
	zend_string *id, *data;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(id)
		Z_PARAM_STR(data)
	ZEND_PARSE_PARAMETERS_END();

	session = session_of(ZEND_THIS);
	if (!session) {
		RETURN_THROWS();
	}
	if (rk_ext_session_runs_handler() && rk_ext_session_is_unencodable(data)) {
		rk_ext_session_warn_unencodable();
		RETURN_FALSE;
	}
	status = rk_ext_session_check_new_id(session, &err);
	if (status == RK_OK) {
		status = step(session, id, data, max_lifetime(), &err);
	}
	settle(return_value, session, status, what, &err);
}

PHP_METHOD(Rediskit_SessionHandler, write)
{
	write_or_renew(INTERNAL_FUNCTION_PARAM_PASSTHRU, "The session was not written", rk_session_write);
}

PHP_METHOD(Rediskit_SessionHandler, updateTimestamp)
{
	write_or_renew(INTERNAL_FUNCTION_PARAM_PASSTHRU, "The session's time to live was not renewed", rk_session_renew);
}

PHP_METHOD(Rediskit_SessionHandler, destroy)
{
	rk_session *session;
	zend_string *id;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(id)
	ZEND_PARSE_PARAMETERS_END();

	session = session_of(ZEND_THIS);
	if (!session) {
		RETURN_THROWS();
	}
	if (rk_ext_session_is_decoding()) {
		rk_session_close(session, &err);
		rk_ext_session_warn_kept();
		RETURN_TRUE;
	}
	settle(return_value, session, rk_session_destroy(session, id, &err), "The session was not destroyed", &err);
}

PHP_METHOD(Rediskit_SessionHandler, gc)
{
	zend_long seconds;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(seconds)
	ZEND_PARSE_PARAMETERS_END();

	(void) seconds;
	RETURN_LONG(0);
}

PHP_METHOD(Rediskit_SessionHandler, create_sid)
{
	rk_session *session;
	zend_string *id;

	ZEND_PARSE_PARAMETERS_NONE();

	session = session_of(ZEND_THIS);
	id = session ? rk_ext_session_create_id() : NULL;
	if (!id) {
		RETURN_THROWS();
	}
	rk_session_created(session, id);
	RETURN_STR(id);
}

PHP_METHOD(Rediskit_SessionHandler, validateId)
{
	rk_session *session;
	zend_string *id;
	rk_error err;
	rk_status status;
	bool active;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(id)
	ZEND_PARSE_PARAMETERS_END();

	session = session_of(ZEND_THIS);
	if (!session) {
		RETURN_THROWS();
	}
	active = rk_ext_session_is_active();
	status = rk_session_validate(session, id, &err);
	if (was_ended(session, active)) {
		handler_from_object(Z_OBJ_P(ZEND_THIS))->ended = true; /* read() says so */
		RETURN_TRUE;
	}
	settle(return_value, session, status, "It could not be found out whether the session exists", &err);
}

static zend_class_entry *interface_named(const char *name, size_t len)
{
	return zend_hash_str_find_ptr(CG(class_table), name, len);
}

zend_result rk_session_handler_minit(void)
{
	zend_class_entry *handler = interface_named(ZEND_STRL("sessionhandlerinterface"));
	zend_class_entry *id = interface_named(ZEND_STRL("sessionidinterface"));
	zend_class_entry *timestamp = interface_named(ZEND_STRL("sessionupdatetimestamphandlerinterface"));

	if (!rk_ext_session_is_loaded() || !handler || !id || !timestamp) {
		return SUCCESS;
	}
	rk_ce_session_handler = register_class_Rediskit_SessionHandler(handler, id, timestamp);
	rk_ce_session_handler->create_object = handler_new;
	memcpy(&session_handler_handlers, &std_object_handlers, sizeof(zend_object_handlers));
	session_handler_handlers.offset = offsetof(rk_session_handler, std);
	session_handler_handlers.free_obj = handler_free;
	session_handler_handlers.clone_obj = NULL;
	return SUCCESS;
}
