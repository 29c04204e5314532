/* sessions.c: Rediskit\Sessions, what a program asks of all sessions, and does to them, from outside (rk_sessions.h). */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_ext_session.h"
#include "rk_sessions.h"

#include "php_rediskit.h"

#include "rk_classes.h"

#include <zend_attributes.h>

#include "../stubs/Sessions_arginfo.h"

#include <math.h>

#define MAX_LISTED 10000

static zend_object_handlers sessions_handlers;

typedef struct {
	rk_sessions sessions; /* its handle is NULL before the constructor */
	zend_object std;      /* must be last */
} sessions_object;

static sessions_object *object_of(zend_object *object)
{
	return (sessions_object *) ((char *) object - offsetof(sessions_object, std));
}

static zend_object *sessions_new(zend_class_entry *ce)
{
	sessions_object *object = zend_object_alloc(sizeof(sessions_object), ce);

	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &sessions_handlers;
	return &object->std;
}

static void sessions_free(zend_object *std)
{
	sessions_object *object = object_of(std);

	if (object->sessions.handle) {
		rk_sessions_destroy(&object->sessions);
	}
	zend_object_std_dtor(std);
}

static rk_handle *handle_of_ini(void)
{
	rk_handle *handle;
	rk_error err;

	if (rk_ext_session_create_handle(true, &handle, &err) != RK_OK) {
		rk_throw(&err);
		return NULL;
	}
	return handle;
}

PHP_METHOD(Rediskit_Sessions, __construct)
{
	sessions_object *object = object_of(Z_OBJ_P(ZEND_THIS));
	zval *client = NULL;
	zend_string *prefix = NULL;
	const char *ini_prefix = REDISKIT_G(session_prefix) ? REDISKIT_G(session_prefix) : "";
	rk_sessions sessions;
	rk_handle *handle;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_ZVAL(client)
		Z_PARAM_PATH_STR_OR_NULL(prefix)
	ZEND_PARSE_PARAMETERS_END();

	if (object->sessions.handle) {
		zend_throw_error(NULL, "A Rediskit\\Sessions cannot be constructed twice");
		RETURN_THROWS();
	}
	handle = client && Z_TYPE_P(client) != IS_NULL ? rk_handle_from_zval(client, 1, false) : handle_of_ini();
	if (!handle) {
		RETURN_THROWS();
	}
	if (rk_sessions_init(&sessions, handle, prefix ? ZSTR_VAL(prefix) : ini_prefix, prefix ? ZSTR_LEN(prefix) : strlen(ini_prefix), &err) ==
		RK_OK) {
		object->sessions = sessions;
	} else {
		rk_throw(&err);
	}
	rk_handle_release(handle);
}

/* ---- arguments ---- */

/* What a method works on; NULL: an exception is pending. */
static const rk_sessions *sessions_of(zval *self)
{
	sessions_object *object = object_of(Z_OBJ_P(self));

	if (!object->sessions.handle) {
		zend_throw_error(NULL, "The Rediskit\\Sessions was not constructed");
		return NULL;
	}
	return &object->sessions;
}

/* The hash of the session an argument names; false: an exception is pending. */
static bool read_name(const zend_string *name, uint32_t arg_num, char hash[RK_SESSION_HASH_LEN + 1])
{
	if (!rk_session_name(name, hash)) {
		zend_argument_value_error(arg_num, "must be the id of a session (1 to 256 characters of A-Z, a-z, 0-9, \"-\" and \",\"), or its handle");
		return false;
	}
	return true;
}

/* A user's id as text, to be released; NULL: an exception is pending. */
static zend_string *read_user(const zend_string *text, zend_long number, uint32_t arg_num)
{
	if (!text) {
		return zend_long_to_str(number);
	}
	if (ZSTR_LEN(text) == 0) {
		zend_argument_value_error(arg_num, "cannot be empty");
		return NULL;
	}
	return zend_string_copy((zend_string *) text);
}

/* ---- a user's sessions ---- */

typedef struct {
	zval *list;
	double now;                            /* Unix time */
	char current[RK_SESSION_HASH_LEN + 1]; /* hash of this request's session; empty: none */
} listing;

static int by_last_use(Bucket *a, Bucket *b)
{
	double left = Z_DVAL_P(zend_hash_str_find(Z_ARRVAL(a->val), ZEND_STRL("last_used")));
	double right = Z_DVAL_P(zend_hash_str_find(Z_ARRVAL(b->val), ZEND_STRL("last_used")));

	if (left == right) {
		return Z_EXTRA(a->val) < Z_EXTRA(b->val) ? -1 : 1; /* as they came: zend_hash_sort() numbers them */
	}
	return left < right ? 1 : -1;
}

/* What is left tells when the session was renewed, unless touch() gave it another time than it is kept for. */
static double last_used(const rk_session_entry *entry, double now)
{
	double listed = (double) entry->meta.listed;
	double used = entry->left_ms < 0 ? listed : now + (double) entry->left_ms / 1000 - (double) entry->meta.kept;

	used = used > listed ? used : listed;
	return used < now ? used : now;
}

static void add_entry(void *context, const rk_session_entry *entry)
{
	listing *listing = context;
	char handle[sizeof(RK_SESSION_HANDLE) + RK_SESSION_HASH_LEN];
	double left = (double) entry->left_ms / 1000;
	zval session;

	snprintf(handle, sizeof(handle), RK_SESSION_HANDLE "%s", entry->hash);
	array_init_size(&session, 7);
	add_assoc_string(&session, "session", handle);
	add_assoc_stringl(&session, "label", entry->meta.label, entry->meta.label_len);
	add_assoc_long(&session, "since", (zend_long) entry->meta.since);
	add_assoc_double(&session, "last_used", last_used(entry, listing->now));
	if (entry->left_ms < 0) {
		add_assoc_null(&session, "remaining");
	} else {
		add_assoc_double(&session, "remaining", left);
	}
	add_assoc_bool(&session, "current", strcmp(entry->hash, listing->current) == 0);
	add_assoc_bool(&session, "open", entry->open);
	add_next_index_zval(listing->list, &session);
}

PHP_METHOD(Rediskit_Sessions, ofUser)
{
	const rk_sessions *sessions;
	zend_string *text = NULL, *user;
	zend_long number = 0, limit = 100;
	listing listing = { .list = return_value, .now = (double) rk_unix_time() };
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR_OR_LONG(text, number)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!(sessions = sessions_of(ZEND_THIS)) || !(user = read_user(text, number, 1))) {
		RETURN_THROWS();
	}
	if (limit < 1 || limit > MAX_LISTED) {
		zend_argument_value_error(2, "must be between 1 and %d", MAX_LISTED);
		zend_string_release(user);
		RETURN_THROWS();
	}
	rk_session_current_name(listing.current);
	array_init(return_value);
	if (rk_sessions_of_user(sessions, user, limit, add_entry, &listing, &err) != RK_OK) {
		rk_throw(&err);
	}
	zend_hash_sort(Z_ARRVAL_P(return_value), by_last_use, true);
	zend_string_release(user);
}

PHP_METHOD(Rediskit_Sessions, endUser)
{
	const rk_sessions *sessions;
	zend_string *text = NULL, *except = NULL, *user;
	zend_long number = 0, ended = 0;
	char spared[RK_SESSION_HASH_LEN + 1];
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR_OR_LONG(text, number)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(except)
	ZEND_PARSE_PARAMETERS_END();

	if (!(sessions = sessions_of(ZEND_THIS)) || (except && !read_name(except, 2, spared)) || !(user = read_user(text, number, 1))) {
		RETURN_THROWS();
	}
	if (rk_sessions_end_user(sessions, user, except ? spared : NULL, &ended, &err) != RK_OK) {
		rk_throw(&err);
	}
	zend_string_release(user);
	RETURN_LONG(ended);
}

/* ---- one session ---- */

PHP_METHOD(Rediskit_Sessions, end)
{
	const rk_sessions *sessions;
	zend_string *name, *text = NULL, *user = NULL;
	zend_long number = 0;
	bool anybody = true;
	char hash[RK_SESSION_HASH_LEN + 1];
	rk_status status;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_LONG_OR_NULL(text, number, anybody)
	ZEND_PARSE_PARAMETERS_END();

	if (!(sessions = sessions_of(ZEND_THIS)) || !read_name(name, 1, hash) || (!anybody && !(user = read_user(text, number, 2)))) {
		RETURN_THROWS();
	}
	status = rk_sessions_end(sessions, hash, user, &err);
	if (user) {
		zend_string_release(user);
	}
	if (status != RK_OK && status != RK_REFUSED) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_BOOL(status == RK_OK);
}

static zend_long usual_seconds(void)
{
	zend_long seconds = zend_ini_long(ZEND_STRL("session.gc_maxlifetime"), 0);

	return seconds < 1 ? 1 : seconds < RK_SESSION_MAX_SECONDS ? seconds
															  : RK_SESSION_MAX_SECONDS;
}

PHP_METHOD(Rediskit_Sessions, touch)
{
	const rk_sessions *sessions;
	zend_string *name;
	zend_long seconds = 0;
	bool usual = true;
	char hash[RK_SESSION_HASH_LEN + 1];
	rk_status status;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(seconds, usual)
	ZEND_PARSE_PARAMETERS_END();

	if (!(sessions = sessions_of(ZEND_THIS)) || !read_name(name, 1, hash)) {
		RETURN_THROWS();
	}
	if (!usual && (seconds < 1 || seconds > RK_SESSION_MAX_SECONDS)) {
		zend_argument_value_error(2, "must be between 1 and %lld seconds, or null", RK_SESSION_MAX_SECONDS);
		RETURN_THROWS();
	}
	status = rk_sessions_touch(sessions, hash, usual ? 0 : seconds, usual_seconds(), &err);
	if (status != RK_OK && status != RK_REFUSED) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_BOOL(status == RK_OK);
}

/* Reads a method's only argument, the name of a session. NULL: an exception is pending. */
static const rk_sessions *read_only_name(INTERNAL_FUNCTION_PARAMETERS, char hash[RK_SESSION_HASH_LEN + 1])
{
	const rk_sessions *sessions;
	zend_string *name;

	(void) return_value;
	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END_EX(return NULL);

	return (sessions = sessions_of(ZEND_THIS)) && read_name(name, 1, hash) ? sessions : NULL;
}

/* The session's stored text; NULL: an exception is pending, or there is none. */
static zend_string *text_of(INTERNAL_FUNCTION_PARAMETERS)
{
	char hash[RK_SESSION_HASH_LEN + 1];
	const rk_sessions *sessions = read_only_name(INTERNAL_FUNCTION_PARAM_PASSTHRU, hash);
	zend_string *text;
	rk_status status;
	rk_error err;

	if (!sessions) {
		return NULL;
	}
	status = rk_sessions_read(sessions, hash, &text, &err);
	if (status != RK_OK && status != RK_REFUSED) {
		rk_throw(&err);
	}
	return status == RK_OK ? text : NULL;
}

PHP_METHOD(Rediskit_Sessions, raw)
{
	zend_string *text = text_of(INTERNAL_FUNCTION_PARAM_PASSTHRU);

	if (text) {
		RETURN_STR(text);
	}
}

PHP_METHOD(Rediskit_Sessions, read)
{
	zend_string *text = text_of(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	const char *handler = zend_ini_string(ZEND_STRL("session.serialize_handler"), 0);
	rk_status status;
	rk_error err;
	zval decoded;

	if (!text) {
		return;
	}
	status = rk_codec_read_session(object_of(Z_OBJ_P(ZEND_THIS))->sessions.codec, handler ? handler : "php", text, &decoded, &err);
	zend_string_release(text);
	if (status != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_COPY_VALUE(&decoded);
}

/* What is left of the session. RK_REFUSED: there is none. RK_ERR_EXCEPTION: an exception is pending. */
static rk_status remaining_of(INTERNAL_FUNCTION_PARAMETERS, zend_long *ms)
{
	char hash[RK_SESSION_HASH_LEN + 1];
	const rk_sessions *sessions = read_only_name(INTERNAL_FUNCTION_PARAM_PASSTHRU, hash);
	rk_status status;
	rk_error err;

	if (!sessions) {
		return RK_ERR_EXCEPTION;
	}
	status = rk_sessions_remaining(sessions, hash, ms, &err);
	if (status != RK_OK && status != RK_REFUSED) {
		rk_throw(&err);
		return RK_ERR_EXCEPTION;
	}
	return status;
}

PHP_METHOD(Rediskit_Sessions, exists)
{
	zend_long ms;
	rk_status status = remaining_of(INTERNAL_FUNCTION_PARAM_PASSTHRU, &ms);

	if (status == RK_ERR_EXCEPTION) {
		RETURN_THROWS();
	}
	RETURN_BOOL(status == RK_OK);
}

PHP_METHOD(Rediskit_Sessions, remaining)
{
	zend_long ms = -1;
	rk_status status = remaining_of(INTERNAL_FUNCTION_PARAM_PASSTHRU, &ms);

	if (status == RK_OK && ms >= 0) {
		RETURN_DOUBLE((double) ms / 1000);
	}
}

/* ---- all sessions ---- */

PHP_METHOD(Rediskit_Sessions, active)
{
	const rk_sessions *sessions;
	zend_long minutes = 5, kept = REDISKIT_G(session_track_active), count = 0;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(minutes)
	ZEND_PARSE_PARAMETERS_END();

	if (!(sessions = sessions_of(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!kept) {
		rk_error_set(&err, RK_ERR_CONFIG,
			"Active sessions are not counted: set rediskit.session.track_active to the number of minutes to look back, wherever sessions are used");
		rk_throw(&err);
		RETURN_THROWS();
	}
	if (minutes < 1 || minutes > kept) {
		zend_argument_value_error(1, "must be between 1 and " ZEND_LONG_FMT ", the minutes that rediskit.session.track_active keeps", kept);
		RETURN_THROWS();
	}
	if (rk_sessions_active(sessions, minutes, &count, &err) != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_LONG(count);
}

zend_result rk_sessions_minit(void)
{
	register_class_Rediskit_Sessions()->create_object = sessions_new;
	memcpy(&sessions_handlers, zend_get_std_object_handlers(), sizeof(sessions_handlers));
	sessions_handlers.offset = offsetof(sessions_object, std);
	sessions_handlers.free_obj = sessions_free;
	sessions_handlers.clone_obj = NULL;
	return SUCCESS;
}
