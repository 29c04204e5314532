/* lock.c: Rediskit\Lock, a lock with a lease, fencing numbers and fair, woken waiting.
 *
 * The class over rk_lock: arguments, answers, and run(), which holds the lock around a callback. The object keeps no
 * connection. */

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <php.h>
#include <zend_attributes.h>
#include <zend_exceptions.h>

#include "rk_classes.h"
#include "rk_lock.h"

#include "../stubs/Lock_arginfo.h"

#include <math.h>

#define LOCK_TTL_MIN 0.001
#define LOCK_TTL_MAX 1e9
#define LOCK_OWNER_MAX 255
#define LOCK_NAME_SHOWN 100 /* bytes of a name in messages */

zend_class_entry *rk_ce_lock;

static zend_object_handlers lock_handlers;

typedef struct {
	rk_lock lock;
	zend_object std; /* must be last */
} lock_object;

static lock_object *lock_from_object(zend_object *object)
{
	return (lock_object *) ((char *) object - offsetof(lock_object, std));
}

#define Z_LOCK_P(zv) (&lock_from_object(Z_OBJ_P(zv))->lock)

/* The lock of a method call; NULL with an Error pending when its constructor has not ended. */
static rk_lock *lock_of_this(zval *object)
{
	rk_lock *lock = Z_LOCK_P(object);

	if (UNEXPECTED(!lock->handle)) {
		zend_throw_error(NULL, "The Rediskit\\Lock was not constructed");
		return NULL;
	}
	return lock;
}

static zend_object *lock_new(zend_class_entry *ce)
{
	lock_object *object = zend_object_alloc(sizeof(lock_object), ce);

	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &lock_handlers;
	return &object->std;
}

static void lock_free(zend_object *object)
{
	rk_lock_destroy(&lock_from_object(object)->lock);
	zend_object_std_dtor(object);
}

/* ---- arguments ---- */

static bool read_ttl(double seconds, uint32_t arg_num, int64_t *ms)
{
	if (!(seconds >= LOCK_TTL_MIN && seconds <= LOCK_TTL_MAX)) {
		zend_argument_value_error(arg_num, "must be between 0.001 and 1000000000 seconds");
		return false;
	}
	*ms = llround(seconds * 1000);
	return true;
}

static bool read_wait(double seconds, uint32_t arg_num, int64_t *us)
{
	if (!(seconds >= 0)) {
		zend_argument_value_error(arg_num, "must be greater than or equal to 0 (seconds)");
		return false;
	}
	*us = seconds < LOCK_TTL_MAX ? llround(seconds * 1e6) : RK_NO_DEADLINE;
	return true;
}

static bool check_owner(const zend_string *owner, uint32_t arg_num)
{
	if (ZSTR_LEN(owner) == 0 || ZSTR_LEN(owner) > LOCK_OWNER_MAX || strlen(ZSTR_VAL(owner)) != ZSTR_LEN(owner)) {
		zend_argument_value_error(arg_num, "must have 1 to %d bytes, none of them NUL", LOCK_OWNER_MAX);
		return false;
	}
	if (!strncmp(ZSTR_VAL(owner), "C:", 2)) {
		zend_argument_value_error(arg_num, "must not begin with \"C:\", which marks a lock that is being handed over");
		return false;
	}
	return true;
}

/* Fills a new object; `name`, ttl and owner are arguments number first_arg and following. false: an exception is pending. */
static bool lock_init(rk_lock *lock, rk_handle *handle, zend_string *name, double ttl, zend_string *owner, uint32_t first_arg)
{
	int64_t ttl_ms;
	rk_error err;

	if (ZSTR_LEN(name) == 0) {
		zend_argument_value_error(first_arg, "cannot be empty");
		return false;
	}
	if (!read_ttl(ttl, first_arg + 1, &ttl_ms) || (owner && !check_owner(owner, first_arg + 2))) {
		return false;
	}
	if (rk_lock_init(lock, handle, name, ttl_ms, owner, &err) != RK_OK) {
		rk_throw(&err);
		return false;
	}
	return true;
}

/* ---- run() ---- */

/* Calls back; true when a fatal error or time limit is unwinding the request. */
static bool call_back(zend_fcall_info *fci, zend_fcall_info_cache *fcc)
{
	volatile bool bailed_out = false;

	/* clang-format off */
	zend_try {
		zend_call_function(fci, fcc);
	} zend_catch {
		bailed_out = true;
	} zend_end_try();
	/* clang-format on */
	return bailed_out;
}

/* Releases after the callback has ended in order, unless that did. RK_OK: its result counts. */
static rk_status lock_settle(rk_lock *lock, rk_error *err)
{
	rk_status status = lock->token ? rk_lock_release(lock, err) : RK_OK;

	if (status == RK_REFUSED || lock->lost) {
		return rk_error_set(err, RK_ERR_LOCK_LOST,
			"The lock \"%.*s\" was lost while the callback ran: its lease of %lld ms ended, or somebody released it by force. "
			"Give it a longer ttl, or call refresh() from time to time",
			LOCK_NAME_SHOWN, ZSTR_VAL(lock->name), (long long) lock->ttl_ms);
	}
	if (status != RK_OK && rk_lock_lease_is_running(lock)) {
		return RK_OK;
	}
	return status;
}

/* Ends a run() that took the lock. */
static void end_run(rk_lock *lock, zval *return_value)
{
	rk_error err;

	if (EG(exception)) {
		if (lock->token) {
			rk_lock_release(lock, &err);
		}
	} else if (lock_settle(lock, &err) != RK_OK) {
		zval_ptr_dtor(return_value);
		ZVAL_NULL(return_value);
		rk_throw(&err);
	}
}

/* ---- methods ---- */

static void return_outcome(zval *return_value, rk_status status, const rk_error *err)
{
	switch (status) {
		case RK_OK: RETURN_TRUE;
		case RK_REFUSED: RETURN_FALSE;
		default: rk_throw(err);
	}
}

PHP_METHOD(Rediskit_Lock, __construct)
{
	rk_lock *lock = Z_LOCK_P(ZEND_THIS);
	zval *client;
	zend_string *name, *owner = NULL;
	double ttl = 10.0;
	rk_handle *handle;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_ZVAL(client)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(ttl)
		Z_PARAM_STR_OR_NULL(owner)
	ZEND_PARSE_PARAMETERS_END();

	if (lock->handle) {
		zend_throw_error(NULL, "A lock cannot be constructed twice");
		RETURN_THROWS();
	}
	handle = rk_handle_from_zval(client, 1, false);
	if (!handle) {
		RETURN_THROWS();
	}
	lock_init(lock, handle, name, ttl, owner, 2);
	rk_handle_release(handle);
}

PHP_METHOD(Rediskit_Lock, acquire)
{
	rk_lock *lock;
	double wait = 0.0;
	int64_t wait_us;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(wait)
	ZEND_PARSE_PARAMETERS_END();

	if ((lock = lock_of_this(ZEND_THIS)) && read_wait(wait, 1, &wait_us)) {
		return_outcome(return_value, rk_lock_acquire(lock, wait_us, &err), &err);
	}
}

PHP_METHOD(Rediskit_Lock, release)
{
	rk_lock *lock;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if ((lock = lock_of_this(ZEND_THIS))) {
		return_outcome(return_value, rk_lock_release(lock, &err), &err);
	}
}

PHP_METHOD(Rediskit_Lock, refresh)
{
	rk_lock *lock;
	double ttl = 0.0;
	bool ttl_is_null = true;
	int64_t ttl_ms;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(ttl, ttl_is_null)
	ZEND_PARSE_PARAMETERS_END();

	if (!(lock = lock_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	ttl_ms = lock->ttl_ms;
	if (ttl_is_null || read_ttl(ttl, 1, &ttl_ms)) {
		return_outcome(return_value, rk_lock_refresh(lock, ttl_ms, &err), &err);
	}
}

PHP_METHOD(Rediskit_Lock, isHeld)
{
	rk_lock *lock;
	zend_long ms;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if ((lock = lock_of_this(ZEND_THIS))) {
		return_outcome(return_value, rk_lock_remaining(lock, &ms, &err), &err);
	}
}

PHP_METHOD(Rediskit_Lock, remaining)
{
	rk_lock *lock;
	zend_long ms = 0;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(lock = lock_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	switch (rk_lock_remaining(lock, &ms, &err)) {
		case RK_OK: RETURN_DOUBLE(ms == -1 ? ZEND_INFINITY : (double) ms / 1000);
		case RK_REFUSED: RETURN_DOUBLE(0.0);
		default: rk_throw(&err);
	}
}

PHP_METHOD(Rediskit_Lock, owner)
{
	rk_lock *lock;

	ZEND_PARSE_PARAMETERS_NONE();
	if ((lock = lock_of_this(ZEND_THIS))) {
		RETURN_STR_COPY(lock->owner);
	}
}

PHP_METHOD(Rediskit_Lock, token)
{
	rk_lock *lock;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(lock = lock_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!lock->token || rk_lock_is_void(lock)) {
		RETURN_NULL();
	}
	RETURN_LONG(lock->token);
}

PHP_METHOD(Rediskit_Lock, run)
{
	rk_lock *lock;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zend_long token_before;
	double wait = 0.0;
	int64_t wait_us;
	bool held_before, lost_before;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(wait)
	ZEND_PARSE_PARAMETERS_END();

	if (!(lock = lock_of_this(ZEND_THIS)) || !read_wait(wait, 2, &wait_us)) {
		RETURN_THROWS();
	}
	token_before = rk_lock_is_void(lock) ? 0 : lock->token;
	status = rk_lock_acquire(lock, wait_us, &err);
	if (status == RK_REFUSED) {
		rk_error_set(&err, RK_ERR_LOCK_TIMEOUT, "The lock \"%.*s\" was not free within %g seconds", LOCK_NAME_SHOWN,
			ZSTR_VAL(lock->name), wait);
	}
	if (status != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	held_before = token_before && token_before == lock->token;
	lost_before = lock->lost; /* matters to a run() this one is inside of */
	lock->lost = false;

	fci.retval = return_value;
	fci.params = ZEND_THIS;
	fci.param_count = 1;
	if (call_back(&fci, &fcc)) {
		if (!held_before) {
			rk_lock_release(lock, &err);
		}
		zend_bailout();
	}
	if (Z_ISREF_P(return_value)) {
		zend_unwrap_reference(return_value);
	}
	if (!held_before) {
		end_run(lock, return_value);
	}
	lock->lost = lock->lost || lost_before;
}

PHP_METHOD(Rediskit_Lock, forceRelease)
{
	rk_lock *lock;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if ((lock = lock_of_this(ZEND_THIS))) {
		return_outcome(return_value, rk_lock_force_release(lock, &err), &err);
	}
}

void rk_lock_create(zval *out, rk_handle *handle, zend_string *name, double ttl, zend_string *owner)
{
	object_init_ex(out, rk_ce_lock);
	if (!lock_init(Z_LOCK_P(out), handle, name, ttl, owner, 1)) {
		zval_ptr_dtor(out);
		ZVAL_NULL(out);
	}
}

zend_result rk_lock_minit(void)
{
	rk_ce_lock = register_class_Rediskit_Lock();
	rk_ce_lock->create_object = lock_new;
	memcpy(&lock_handlers, zend_get_std_object_handlers(), sizeof(lock_handlers));
	lock_handlers.offset = offsetof(lock_object, std);
	lock_handlers.free_obj = lock_free;
	lock_handlers.clone_obj = NULL;
	return SUCCESS;
}
