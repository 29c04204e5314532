/* lock.c: Rediskit\Lock, a lock with a lease, fencing numbers and fair, woken waiting.
 *
 * Each operation is one script (lua/lock_*.lua); waiting for a turn is rk_wait's. The object holds a counted handle and its
 * keys and keeps no connection. What it remembers of an acquisition (token, end of the lease by our own clock) only helps to
 * word answers: whether the lock is held the server alone decides, by comparing the owner.
 *
 * The id under which an object queues is always random; the owner is the same id unless the constructor was given one.
 * Whoever queues under an id is one waiter, while an owner may be shared by several. */

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <php.h>
#include <zend_attributes.h>
#include <zend_exceptions.h>

#include "rk_classes.h"
#include "rk_lua.h"
#include "rk_wait.h"

#include "../stubs/Lock_arginfo.h"

#include <math.h>

#define LOCK_TTL_MIN 0.001
#define LOCK_TTL_MAX 1e9
#define LOCK_OWNER_MAX 255
#define LOCK_NAME_SHOWN 100 /* bytes of a name in messages */

zend_class_entry *rk_ce_lock;

static zend_object_handlers lock_handlers;

typedef struct {
	rk_handle *handle;  /* owned, counted */
	zend_string *name;  /* owned */
	zend_string *owner; /* owned */
	rk_wait_keys keys;
	char id[RK_WAIT_ID_LEN + 1]; /* under which it queues */
	bool random_owner;           /* the owner is the id: nobody else can have it */
	uint32_t generation;         /* of fork; what was acquired under another is void */
	int64_t ttl_ms;
	int64_t lease_end_us; /* by our clock, reckoned from before the request: the lease lasts at least that long */
	zend_long token;      /* fencing number; 0: not held, as far as we know */
	zend_object std;      /* must be last */
} rk_lock;

static rk_lock *lock_from_object(zend_object *object)
{
	return (rk_lock *) ((char *) object - offsetof(rk_lock, std));
}

#define Z_LOCK_P(zv) lock_from_object(Z_OBJ_P(zv))

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
	rk_lock *lock = zend_object_alloc(sizeof(rk_lock), ce);

	zend_object_std_init(&lock->std, ce);
	object_properties_init(&lock->std, ce);
	lock->std.handlers = &lock_handlers;
	return &lock->std;
}

/* Does not release the lock: its owner may live on elsewhere. */
static void lock_free(zend_object *object)
{
	rk_lock *lock = lock_from_object(object);

	rk_wait_keys_release(&lock->keys);
	if (lock->name) {
		zend_string_release(lock->name);
	}
	if (lock->owner) {
		zend_string_release(lock->owner);
	}
	if (lock->handle) {
		rk_handle_release(lock->handle);
	}
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

/* prefix + name, with braces around the name unless there is a hash tag already: so the companions of the lock share one
 * cluster slot and stay inside an ACL pattern such as ~app:*. */
static zend_string *lock_key(const rk_handle *handle, const zend_string *name)
{
	zend_string *plain = rk_handle_key(handle, ZSTR_VAL(name), ZSTR_LEN(name)), *braced, *key;

	if (rk_has_hash_tag(plain)) {
		return plain;
	}
	zend_string_release(plain);
	braced = zend_string_concat3("{", 1, ZSTR_VAL(name), ZSTR_LEN(name), "}", 1);
	key = rk_handle_key(handle, ZSTR_VAL(braced), ZSTR_LEN(braced));
	zend_string_release(braced);
	return key;
}

/* A new random id, and with it a new owner unless that was given. */
static rk_status lock_renew_id(rk_lock *lock, rk_error *err)
{
	rk_status status = rk_wait_id(lock->id, err);

	if (status != RK_OK) {
		return status;
	}
	lock->generation = rk_fork_generation;
	lock->token = 0;
	if (lock->random_owner) {
		if (lock->owner) {
			zend_string_release(lock->owner);
		}
		lock->owner = zend_string_init(lock->id, RK_WAIT_ID_LEN, false);
	}
	return RK_OK;
}

/* Fills a new object; `name`, ttl and owner are arguments number first_arg and following. false: an exception is pending. */
static bool lock_init(rk_lock *lock, rk_handle *handle, zend_string *name, double ttl, zend_string *owner, uint32_t first_arg)
{
	zend_string *key;
	rk_error err;

	if (ZSTR_LEN(name) == 0) {
		zend_argument_value_error(first_arg, "cannot be empty");
		return false;
	}
	if (!read_ttl(ttl, first_arg + 1, &lock->ttl_ms) || (owner && !check_owner(owner, first_arg + 2))) {
		return false;
	}
	lock->random_owner = owner == NULL;
	if (lock_renew_id(lock, &err) != RK_OK) {
		rk_throw(&err);
		return false;
	}
	if (owner) {
		lock->owner = zend_string_copy(owner);
	}
	lock->handle = rk_handle_share(handle);
	lock->name = zend_string_copy(name);
	key = lock_key(handle, name);
	rk_wait_keys_init(&lock->keys, key);
	zend_string_release(key);
	return true;
}

/* ---- operations; none of them knows PHP frames ---- */

static rk_status run_script(const rk_lock *lock, const rk_script *script, rk_request *request, uint32_t flags, zval *reply,
	rk_error *err)
{
	rk_call call = { .name = script->name, .key = ZSTR_VAL(lock->keys.lock), .key_len = ZSTR_LEN(lock->keys.lock), .flags = flags };
	rk_status status = rk_script_run(lock->handle, &call, script, request, reply, err);

	rk_request_give_back(request);
	return status;
}

/* The same for a script that answers with a number. */
static rk_status run_for_long(const rk_lock *lock, const rk_script *script, rk_request *request, uint32_t flags,
	zend_long *answer, rk_error *err)
{
	zval reply;
	rk_status status = run_script(lock, script, request, flags, &reply, err);

	return rk_reply_take_long(status, &reply, answer, err);
}

static bool lease_is_running(const rk_lock *lock)
{
	return lock->token && rk_now_us() < lock->lease_end_us;
}

/* Takes {taken, number} apart. */
static rk_status read_try(const zval *reply, zend_long *taken, zend_long *number, rk_error *err)
{
	zval *first = Z_TYPE_P(reply) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(reply), 0) : NULL;
	zval *second = Z_TYPE_P(reply) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(reply), 1) : NULL;

	if (!first || !second || Z_TYPE_P(first) != IS_LONG || Z_TYPE_P(second) != IS_LONG) {
		return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to the script lock_try is not a pair of integers");
	}
	*taken = Z_LVAL_P(first);
	*number = Z_LVAL_P(second);
	return RK_OK;
}

/* An rk_wait_try. A lock held by an owner that only this object can be is an earlier success, whose answer may have been lost. */
static rk_status lock_try(void *context, int64_t *busy_ms, rk_error *err)
{
	rk_lock *lock = context;
	bool ours_alone = lock->random_owner || lease_is_running(lock);
	rk_request *request = rk_request_borrow();
	int64_t before_us = rk_now_us();
	zend_long taken = 0, number = 0;
	zval reply;
	rk_status status;

	rk_script_begin(request, &rk_lua_lock_try, 3);
	rk_request_string(request, lock->keys.lock);
	rk_request_string(request, lock->keys.queue);
	rk_request_string(request, lock->keys.fence);
	rk_request_string(request, lock->owner);
	rk_request_arg(request, lock->id, RK_WAIT_ID_LEN);
	rk_request_arg_long(request, lock->ttl_ms);
	rk_request_arg(request, ours_alone ? "1" : "0", 1);
	status = run_script(lock, &rk_lua_lock_try, request, ours_alone ? RK_CALL_IDEMPOTENT : 0, &reply, err);
	if (status != RK_OK) {
		return status;
	}
	status = read_try(&reply, &taken, &number, err);
	zval_ptr_dtor(&reply);
	if (status != RK_OK) {
		return status;
	}
	if (!taken) {
		lock->token = 0;
		*busy_ms = number;
		return RK_REFUSED;
	}
	lock->token = number;
	lock->lease_end_us = before_us + lock->ttl_ms * 1000;
	return RK_OK;
}

/* RK_OK, RK_REFUSED: not free within the time; errors. */
static rk_status lock_acquire(rk_lock *lock, int64_t wait_us, rk_error *err)
{
	if (lock->generation != rk_fork_generation) {
		rk_status status = lock_renew_id(lock, err);

		if (status != RK_OK) {
			return status;
		}
	}
	return rk_wait_acquire(lock->handle, &lock->keys, lock->id, wait_us, lock_try, lock, err);
}

/* Did a parent process acquire what this object stands for? */
static bool lock_is_void(const rk_lock *lock)
{
	return lock->generation != rk_fork_generation && (lock->random_owner || lock->token);
}

static rk_status release_once(const rk_lock *lock, zend_long *answer, rk_error *err)
{
	rk_request *request = rk_request_borrow();

	rk_script_begin(request, &rk_lua_lock_release, 2);
	rk_request_string(request, lock->keys.lock);
	rk_request_string(request, lock->keys.queue);
	rk_request_string(request, lock->owner);
	rk_request_arg_long(request, RK_WAIT_CLAIM_MS);
	rk_request_string(request, lock->keys.wake_prefix);
	return run_for_long(lock, &rk_lua_lock_release, request, 0, answer, err);
}

/* RK_OK, RK_REFUSED: not held (any more). When the answer is lost the release is asked for once more: if that finds the lock
 * gone while the lease should still be running, it was the first request that released it. */
static rk_status lock_release(rk_lock *lock, rk_error *err)
{
	zend_long answer = 0;
	rk_status status;

	if (lock_is_void(lock)) {
		return RK_REFUSED;
	}
	status = release_once(lock, &answer, err);
	if (status == RK_ERR_OUTCOME_UNKNOWN) {
		status = release_once(lock, &answer, err);
		if (status == RK_OK && answer == 0 && lease_is_running(lock)) {
			answer = 2; /* who was chosen then we do not know */
		}
	}
	if (status != RK_OK) {
		return status;
	}
	lock->token = 0;
	if (answer == 2) {
		rk_wait_confirm(lock->handle, &lock->keys);
	}
	return answer ? RK_OK : RK_REFUSED;
}

static rk_status lock_force_release(const rk_lock *lock, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	zend_long answer = 0;
	rk_status status;

	rk_script_begin(request, &rk_lua_lock_force_release, 2);
	rk_request_string(request, lock->keys.lock);
	rk_request_string(request, lock->keys.queue);
	rk_request_arg_long(request, RK_WAIT_CLAIM_MS);
	rk_request_string(request, lock->keys.wake_prefix);
	status = run_for_long(lock, &rk_lua_lock_force_release, request, 0, &answer, err);
	if (status != RK_OK) {
		return status;
	}
	if (answer == 2) {
		rk_wait_confirm(lock->handle, &lock->keys);
	}
	return answer ? RK_OK : RK_REFUSED;
}

/* RK_OK, RK_REFUSED: not held any more. */
static rk_status lock_refresh(rk_lock *lock, int64_t ttl_ms, rk_error *err)
{
	rk_request *request;
	int64_t before_us = rk_now_us();
	zend_long answer = 0;
	rk_status status;

	if (lock_is_void(lock)) {
		return RK_REFUSED;
	}
	request = rk_request_borrow();
	rk_script_begin(request, &rk_lua_lock_refresh, 1);
	rk_request_string(request, lock->keys.lock);
	rk_request_string(request, lock->owner);
	rk_request_arg_long(request, ttl_ms);
	status = run_for_long(lock, &rk_lua_lock_refresh, request, RK_CALL_IDEMPOTENT, &answer, err);
	if (status != RK_OK) {
		return status;
	}
	if (!answer) {
		lock->token = 0;
		return RK_REFUSED;
	}
	lock->lease_end_us = before_us + ttl_ms * 1000;
	return RK_OK;
}

/* *ms: what the lease has left, -1 when it never ends. RK_REFUSED: not held. */
static rk_status lock_remaining(const rk_lock *lock, zend_long *ms, rk_error *err)
{
	rk_request *request;
	rk_status status;

	if (lock_is_void(lock)) {
		return RK_REFUSED;
	}
	request = rk_request_borrow();
	rk_script_begin(request, &rk_lua_lock_remaining, 1);
	rk_request_string(request, lock->keys.lock);
	rk_request_string(request, lock->owner);
	status = run_for_long(lock, &rk_lua_lock_remaining, request, RK_CALL_IDEMPOTENT, ms, err);
	return status == RK_OK && *ms == -2 ? RK_REFUSED : status;
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

/* Releases after the callback has ended in order. RK_OK: its result counts. */
static rk_status lock_settle(rk_lock *lock, rk_error *err)
{
	rk_status status = lock_release(lock, err);

	if (status == RK_REFUSED) {
		return rk_error_set(err, RK_ERR_LOCK_LOST,
			"The lock \"%.*s\" was lost while the callback ran: its lease of %lld ms ended, or somebody released it by force. "
			"Give it a longer ttl, or call refresh() from time to time",
			LOCK_NAME_SHOWN, ZSTR_VAL(lock->name), (long long) lock->ttl_ms);
	}
	if (status != RK_OK && lease_is_running(lock)) {
		return RK_OK;
	}
	return status;
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
		return_outcome(return_value, lock_acquire(lock, wait_us, &err), &err);
	}
}

PHP_METHOD(Rediskit_Lock, release)
{
	rk_lock *lock;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if ((lock = lock_of_this(ZEND_THIS))) {
		return_outcome(return_value, lock_release(lock, &err), &err);
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
		return_outcome(return_value, lock_refresh(lock, ttl_ms, &err), &err);
	}
}

PHP_METHOD(Rediskit_Lock, isHeld)
{
	rk_lock *lock;
	zend_long ms;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if ((lock = lock_of_this(ZEND_THIS))) {
		return_outcome(return_value, lock_remaining(lock, &ms, &err), &err);
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
	switch (lock_remaining(lock, &ms, &err)) {
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
	if (!lock->token || lock_is_void(lock)) {
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
	bool held_before;
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
	token_before = lock_is_void(lock) ? 0 : lock->token;
	status = lock_acquire(lock, wait_us, &err);
	if (status == RK_REFUSED) {
		rk_error_set(&err, RK_ERR_LOCK_TIMEOUT, "The lock \"%.*s\" was not free within %g seconds", LOCK_NAME_SHOWN,
			ZSTR_VAL(lock->name), wait);
	}
	if (status != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	held_before = token_before && token_before == lock->token;

	fci.retval = return_value;
	fci.params = ZEND_THIS;
	fci.param_count = 1;
	if (call_back(&fci, &fcc)) {
		if (!held_before) {
			lock_release(lock, &err);
		}
		zend_bailout();
	}
	if (Z_ISREF_P(return_value)) {
		zend_unwrap_reference(return_value);
	}
	if (held_before || !lock->token) {
		return;
	}
	if (EG(exception)) {
		lock_release(lock, &err);
	} else if (lock_settle(lock, &err) != RK_OK) {
		zval_ptr_dtor(return_value);
		ZVAL_NULL(return_value);
		rk_throw(&err);
	}
}

PHP_METHOD(Rediskit_Lock, forceRelease)
{
	rk_lock *lock;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if ((lock = lock_of_this(ZEND_THIS))) {
		return_outcome(return_value, lock_force_release(lock, &err), &err);
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
	lock_handlers.offset = offsetof(rk_lock, std);
	lock_handlers.free_obj = lock_free;
	lock_handlers.clone_obj = NULL;
	return SUCCESS;
}
