/* rk_lock.c: see rk_lock.h. */

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_lock.h"

#include "rk_lua.h"
#include "rk_scripts.h"

/* ---- beginning and end ---- */

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
static rk_status renew_id(rk_lock *lock, rk_error *err)
{
	rk_status status = rk_wait_id(lock->id, err);

	if (status != RK_OK) {
		return status;
	}
	lock->generation = rk_fork_generation;
	lock->token = 0;
	if (lock->random_owner) {
		zend_string *former = lock->owner;

		lock->owner = zend_string_init(lock->id, RK_WAIT_ID_LEN, false);
		if (former) {
			zend_string_release(former);
		}
	}
	return RK_OK;
}

rk_status rk_lock_init(rk_lock *lock, rk_handle *handle, zend_string *name, int64_t ttl_ms, zend_string *owner, rk_error *err)
{
	zend_string *key;
	rk_status status;

	lock->ttl_ms = ttl_ms;
	lock->random_owner = owner == NULL;
	status = renew_id(lock, err);
	if (status != RK_OK) {
		return status;
	}
	if (owner) {
		lock->owner = zend_string_copy(owner);
	}
	lock->name = zend_string_copy(name);
	key = lock_key(handle, name);
	rk_wait_keys_init(&lock->keys, key);
	zend_string_release(key);
	lock->handle = rk_handle_share(handle); /* last: memory_limit may end the request before */
	return RK_OK;
}

void rk_lock_destroy(rk_lock *lock)
{
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
}

/* ---- operations ---- */

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

/* Takes {taken, number} apart. */
static rk_status read_try(const zval *reply, zend_long *taken, zend_long *number, rk_error *err)
{
	const zval *first = rk_reply_element(reply, 0), *second = rk_reply_element(reply, 1);

	if (!first || !second || Z_TYPE_P(first) != IS_LONG || Z_TYPE_P(second) != IS_LONG) {
		return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to the script lock_try is not a pair of integers");
	}
	*taken = Z_LVAL_P(first);
	*number = Z_LVAL_P(second);
	return RK_OK;
}

/* The server says that it is not ours. */
static void note_gone(rk_lock *lock)
{
	lock->lost = lock->lost || lock->token;
	lock->token = 0;
}

/* An rk_wait_try. A lock held by an owner that only this object can be is an earlier success, whose answer may have been lost. */
static rk_status lock_try(void *context, int64_t *busy_ms, rk_error *err)
{
	rk_lock *lock = context;
	bool ours_alone = lock->random_owner || rk_lock_lease_is_running(lock);
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
		note_gone(lock);
		*busy_ms = number;
		return RK_REFUSED;
	}
	lock->lost = lock->lost || (lock->token && lock->token != number);
	lock->token = number;
	lock->lease_end_us = before_us + lock->ttl_ms * 1000;
	return RK_OK;
}

rk_status rk_lock_acquire(rk_lock *lock, int64_t wait_us, rk_error *err)
{
	if (lock->generation != rk_fork_generation) {
		rk_status status = renew_id(lock, err);

		if (status != RK_OK) {
			return status;
		}
	}
	return rk_wait_acquire(lock->handle, &lock->keys, lock->id, wait_us, lock_try, lock, err);
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

rk_status rk_lock_release(rk_lock *lock, rk_error *err)
{
	zend_long answer = 0;
	rk_status status;

	if (rk_lock_is_void(lock)) {
		return RK_REFUSED;
	}
	status = release_once(lock, &answer, err);
	if (status == RK_ERR_OUTCOME_UNKNOWN) {
		status = release_once(lock, &answer, err);
		if (status == RK_OK && answer == 0 && rk_lock_lease_is_running(lock)) {
			answer = 2; /* who was chosen then we do not know */
		}
	}
	if (status != RK_OK) {
		return status;
	}
	if (!answer) {
		note_gone(lock);
		return RK_REFUSED;
	}
	lock->token = 0;
	if (answer == 2) {
		rk_wait_confirm(lock->handle, &lock->keys);
	}
	return RK_OK;
}

rk_status rk_lock_force_release(const rk_lock *lock, rk_error *err)
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

rk_status rk_lock_refresh(rk_lock *lock, int64_t ttl_ms, rk_error *err)
{
	rk_request *request;
	int64_t before_us = rk_now_us();
	zend_long answer = 0;
	rk_status status;

	if (rk_lock_is_void(lock)) {
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
		note_gone(lock);
		return RK_REFUSED;
	}
	lock->lease_end_us = before_us + ttl_ms * 1000;
	return RK_OK;
}

rk_status rk_lock_remaining(const rk_lock *lock, zend_long *ms, rk_error *err)
{
	rk_request *request;
	rk_status status;

	if (rk_lock_is_void(lock)) {
		return RK_REFUSED;
	}
	request = rk_request_borrow();
	rk_script_begin(request, &rk_lua_lock_remaining, 1);
	rk_request_string(request, lock->keys.lock);
	rk_request_string(request, lock->owner);
	status = run_for_long(lock, &rk_lua_lock_remaining, request, RK_CALL_IDEMPOTENT, ms, err);
	return status == RK_OK && *ms == -2 ? RK_REFUSED : status;
}
