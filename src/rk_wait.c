/* rk_wait.c: waiting for a lock.
 *
 *     waiter                                   server                              holder
 *     attempt ------------------------------>  busy
 *     wait_register + BLPOP w:<id> --------->  ticket into the queue; asleep
 *                                              lock = C:<id>, token in w:<id> <---  release script: 2
 *     <-------------------------------------   token                          <---  wait_confirm: 1
 *     attempt ------------------------------>  lock = owner
 *
 * Registering and falling asleep are one write, so no release slips in between. Nothing depends on a waiter being alive: one that was
 * killed leaves a ticket behind, which a hand-over picks, finds dead and throws away; a token nobody claims expires after
 * RK_WAIT_CLAIM_MS. When the holder dies its lease runs out, the sleeps of the waiters end with it, and the first of them to register
 * again finds the lock free. */

#include <php.h>

#include "rk_wait.h"

#include "rk_lua.h"

#include <time.h>

/* First and longest pause of a waiter that may not block. */
#define RK_WAIT_POLL_FIRST_US 5000
#define RK_WAIT_POLL_LONGEST_US 80000

typedef struct {
	rk_handle *handle;
	const rk_wait_keys *keys;
	const char *id;
	uint32_t generation;   /* of fork: whose place in the queue it is */
	char ticket[32];       /* place in the queue; empty: none yet */
	int64_t lease_left_ms; /* what the holder has left; negative: not known */
	int64_t deadline_us;
} rk_waiter;

/* How a sleep ended. */
typedef enum {
	RK_WOKEN,        /* the token came: the lock is ours to claim */
	RK_SLEPT,        /* nothing came */
	RK_CANNOT_SLEEP, /* the server does not let this user block */
} rk_sleep_end;

/* ---- keys and ids ---- */

bool rk_has_hash_tag(const zend_string *key)
{
	const char *end = ZSTR_VAL(key) + ZSTR_LEN(key);
	const char *open = memchr(ZSTR_VAL(key), '{', ZSTR_LEN(key));
	const char *close = open ? memchr(open, '}', (size_t) (end - open)) : NULL;

	return close && close > open + 1;
}

zend_string *rk_companion_key(const zend_string *key, const char *suffix)
{
	zend_string *open, *companion;

	if (rk_has_hash_tag(key)) {
		return zend_string_concat2(ZSTR_VAL(key), ZSTR_LEN(key), suffix, strlen(suffix));
	}
	open = zend_string_concat3("{", 1, ZSTR_VAL(key), ZSTR_LEN(key), "}", 1);
	companion = zend_string_concat2(ZSTR_VAL(open), ZSTR_LEN(open), suffix, strlen(suffix));
	zend_string_release(open);
	return companion;
}

void rk_wait_keys_init(rk_wait_keys *keys, zend_string *key)
{
	keys->lock = rk_companion_key(key, ":lock");
	keys->queue = rk_companion_key(key, ":q");
	keys->fence = rk_companion_key(key, ":fence");
	keys->wake_prefix = rk_companion_key(key, ":w:");
}

void rk_wait_keys_release(rk_wait_keys *keys)
{
	zend_string **all[] = { &keys->lock, &keys->queue, &keys->fence, &keys->wake_prefix };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		if (*all[i]) {
			zend_string_release(*all[i]);
			*all[i] = NULL;
		}
	}
}

rk_status rk_wait_id(char id[RK_WAIT_ID_LEN + 1], rk_error *err)
{
	unsigned char bytes[RK_WAIT_ID_LEN / 2];

	if (!rk_random_bytes(bytes, sizeof(bytes))) {
		return rk_error_set(err, RK_ERR_LOCK, "The operating system gives no random bytes, so no lock owner can be made");
	}
	rk_hex(id, bytes, sizeof(bytes));
	return RK_OK;
}

/* ---- the scripts ---- */

static void add_wake_key(rk_request *request, const rk_waiter *waiter)
{
	rk_request_arg2(request, ZSTR_VAL(waiter->keys->wake_prefix), ZSTR_LEN(waiter->keys->wake_prefix), waiter->id,
		strlen(waiter->id));
}

static rk_call call_on(const rk_wait_keys *keys, const char *name)
{
	return (rk_call){ .name = name, .key = ZSTR_VAL(keys->lock), .key_len = ZSTR_LEN(keys->lock), .flags = RK_CALL_IDEMPOTENT };
}

/* Runs a script that answers with a number. */
static rk_status run_script(rk_handle *handle, const rk_wait_keys *keys, const rk_script *script, rk_request *request,
	zend_long *answer, rk_error *err)
{
	rk_call call = call_on(keys, script->name);
	zval reply;
	rk_status status = rk_script_run(handle, &call, script, request, &reply, err);

	return rk_reply_take_long(status, &reply, answer, err);
}

void rk_wait_confirm(rk_handle *handle, const rk_wait_keys *keys)
{
	zend_long answer;
	rk_error ignored;
	rk_status status;

	do {
		rk_request *request = rk_request_borrow();

		rk_script_begin(request, &rk_lua_wait_confirm, 2);
		rk_request_string(request, keys->lock);
		rk_request_string(request, keys->queue);
		rk_request_string(request, keys->wake_prefix);
		rk_request_arg_long(request, RK_WAIT_CLAIM_MS);
		status = run_script(handle, keys, &rk_lua_wait_confirm, request, &answer, &ignored);
		rk_request_give_back(request);
	} while (status == RK_OK && answer == 2);
}

/* Gives up the place in the queue, and the lock if it was just handed over. What a broken connection keeps us from saying,
 * time says. */
static void leave(const rk_waiter *waiter)
{
	rk_request *request = rk_request_borrow();
	zend_long answer = 0;
	rk_error ignored;
	rk_status status;

	rk_script_begin(request, &rk_lua_wait_leave, 3);
	rk_request_string(request, waiter->keys->lock);
	rk_request_string(request, waiter->keys->queue);
	add_wake_key(request, waiter);
	rk_request_arg(request, waiter->id, strlen(waiter->id));
	rk_request_arg_long(request, RK_WAIT_CLAIM_MS);
	rk_request_string(request, waiter->keys->wake_prefix);
	status = run_script(waiter->handle, waiter->keys, &rk_lua_wait_leave, request, &answer, &ignored);
	rk_request_give_back(request);
	if (status == RK_OK && answer == 2) {
		rk_wait_confirm(waiter->handle, waiter->keys);
	}
}

/* wait_register by EVAL, because NOSCRIPT would come when BLPOP is on its way already, then BLPOP. */
static void build_turn(rk_request *request, const rk_waiter *waiter, int64_t sleep_ms)
{
	char seconds[32];

	rk_script_begin_eval(request, &rk_lua_wait_register, 3);
	rk_request_string(request, waiter->keys->lock);
	rk_request_string(request, waiter->keys->queue);
	add_wake_key(request, waiter);
	rk_request_arg(request, waiter->id, strlen(waiter->id));
	rk_request_arg_long(request, RK_WAIT_CLAIM_MS);
	rk_request_arg(request, waiter->ticket, strlen(waiter->ticket));
	rk_request_arg_long(request, RK_WAIT_QUEUE_MS);
	rk_request_end(request);

	rk_request_begin(request);
	rk_request_literal(request, "BLPOP");
	add_wake_key(request, waiter);
	/* Not %.3f, which writes a comma in some locales. */
	snprintf(seconds, sizeof(seconds), "%lld.%03d", (long long) (sleep_ms / 1000), (int) (sleep_ms % 1000));
	rk_request_arg(request, seconds, strlen(seconds));
	rk_request_end(request);
}

/* Takes ticket and lease from what wait_register answered: {1} or {0, ticket, ms}. */
static rk_status read_registration(rk_waiter *waiter, const zval *reply, rk_error *err)
{
	const rk_error *error = rk_reply_error(reply);
	zval *ticket, *lease;

	waiter->lease_left_ms = -1;
	if (error) {
		*err = *error;
		return err->status;
	}
	if (Z_TYPE_P(reply) != IS_ARRAY) {
		return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to the script wait_register is not a list");
	}
	ticket = zend_hash_index_find(Z_ARRVAL_P(reply), 1);
	lease = zend_hash_index_find(Z_ARRVAL_P(reply), 2);
	if (ticket && Z_TYPE_P(ticket) == IS_STRING && Z_STRLEN_P(ticket) < sizeof(waiter->ticket)) {
		memcpy(waiter->ticket, Z_STRVAL_P(ticket), Z_STRLEN_P(ticket) + 1);
	}
	if (lease && Z_TYPE_P(lease) == IS_LONG) {
		waiter->lease_left_ms = Z_LVAL_P(lease);
	}
	return RK_OK;
}

/* What BLPOP's answer says. */
static rk_status read_sleep(const zval *reply, rk_sleep_end *end, rk_error *err)
{
	const rk_error *error = rk_reply_error(reply);

	if (!error) {
		*end = Z_TYPE_P(reply) == IS_ARRAY ? RK_WOKEN : RK_SLEPT;
		return RK_OK;
	}
	/* NOPERM: no @blocking in the ACL. ERR: renamed away, or a server before 6.0, which takes whole seconds only. */
	if (!strcmp(error->prefix, "NOPERM") || !strcmp(error->prefix, "ERR")) {
		*end = RK_CANNOT_SLEEP;
		return RK_OK;
	}
	/* The server let go of its blocked clients (failover, slot moved): nothing was popped. */
	if (!strcmp(error->prefix, "UNBLOCKED") || !strcmp(error->prefix, "MOVED")) {
		*end = RK_SLEPT;
		return RK_OK;
	}
	*err = *error;
	return err->status;
}

/* Registers and sleeps for at most sleep_ms. */
static rk_status sleep_in_queue(rk_waiter *waiter, int64_t sleep_ms, rk_sleep_end *end, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = call_on(waiter->keys, "BLPOP");
	zval replies[2];
	rk_status status;

	build_turn(request, waiter, sleep_ms);
	call.flags |= RK_CALL_BLOCKING;
	call.block_us = sleep_ms * 1000;
	status = rk_exec_many(waiter->handle, &call, request, replies, err);
	rk_request_give_back(request);
	if (status != RK_OK) {
		return status;
	}
	status = read_registration(waiter, &replies[0], err);
	if (status == RK_OK) {
		status = read_sleep(&replies[1], end, err);
	}
	zval_ptr_dtor(&replies[0]);
	zval_ptr_dtor(&replies[1]);
	return status;
}

/* ---- waiting ---- */

static int64_t time_left_us(const rk_waiter *waiter)
{
	return waiter->deadline_us == RK_NO_DEADLINE ? RK_NO_DEADLINE : waiter->deadline_us - rk_now_us();
}

/* How long to sleep: until the holder's lease ends, a slice, or the time that is left, whichever is shortest. */
static int64_t next_sleep_ms(const rk_waiter *waiter, int64_t left_us)
{
	int64_t sleep_ms = RK_WAIT_SLICE_MS;

	if (waiter->lease_left_ms >= 0 && waiter->lease_left_ms < sleep_ms) {
		sleep_ms = waiter->lease_left_ms + 1;
	}
	if (left_us / 1000 < sleep_ms) {
		sleep_ms = left_us / 1000 + 1;
	}
	return sleep_ms;
}

/* Between two sleeps: signal handlers and time limits. *used: a handler ran, and may have used the very lock that is waited for. In a child
 * that it forked the wait is over. */
static rk_status let_handlers_run(const rk_waiter *waiter, bool *used, rk_error *err)
{
	rk_status status;

	*used = zend_atomic_bool_load_ex(&EG(vm_interrupt));
	status = rk_run_interrupts(err);
	if (status == RK_OK && waiter->generation != rk_fork_generation) {
		return rk_error_set(err, RK_ERR_LOCK,
			"A signal handler forked this process while it waited for a lock: the place in the queue is the parent's, so ask for the lock anew");
	}
	return status;
}

/* Sleeps in the queue and tries when woken, until the lock is taken, the time is over, or something fails. */
static rk_status wait_turn(rk_waiter *waiter, rk_wait_try attempt, void *context, bool *cannot_sleep, rk_error *err)
{
	rk_status status = RK_REFUSED;

	while (status == RK_REFUSED) {
		int64_t left_us = time_left_us(waiter), sleep_ms;
		rk_sleep_end end = RK_SLEPT;
		bool used = false;

		if (left_us <= 0) {
			return RK_REFUSED;
		}
		sleep_ms = next_sleep_ms(waiter, left_us);
		status = sleep_in_queue(waiter, sleep_ms, &end, err);
		if (status != RK_OK) {
			return status;
		}
		if (end == RK_CANNOT_SLEEP) {
			*cannot_sleep = true;
			return RK_REFUSED;
		}
		status = RK_REFUSED;
		if (end == RK_WOKEN) {
			/* Refused after all when we were frozen for longer than the claim lasts; the ticket keeps our place. */
			status = attempt(context, &waiter->lease_left_ms, err);
		} else if (waiter->lease_left_ms >= 0) {
			waiter->lease_left_ms = waiter->lease_left_ms > sleep_ms ? waiter->lease_left_ms - sleep_ms : 0;
		}
		if (status == RK_REFUSED && (status = let_handlers_run(waiter, &used, err)) == RK_OK) {
			status = used ? attempt(context, &waiter->lease_left_ms, err) : RK_REFUSED;
		}
	}
	return status;
}

/* Between half and one and a half of `us`, so that pollers do not march in step. */
static int64_t with_jitter(int64_t us)
{
	uint16_t random = 0x8000;

	rk_random_bytes(&random, sizeof(random));
	return us / 2 + us * random / 0xffff;
}

/* Tries again and again, without a place in the queue. */
static rk_status poll_for_lock(rk_waiter *waiter, rk_wait_try attempt, void *context, rk_error *err)
{
	int64_t pause_us = RK_WAIT_POLL_FIRST_US;
	rk_status status = RK_REFUSED;

	while (status == RK_REFUSED) {
		int64_t left_us = time_left_us(waiter), sleep_us = with_jitter(pause_us);
		struct timespec pause;
		bool used;

		if (left_us <= 0) {
			return RK_REFUSED;
		}
		sleep_us = sleep_us < left_us ? sleep_us : left_us;
		pause = (struct timespec){ .tv_sec = sleep_us / 1000000, .tv_nsec = sleep_us % 1000000 * 1000 };
		nanosleep(&pause, NULL);
		pause_us = pause_us * 2 < RK_WAIT_POLL_LONGEST_US ? pause_us * 2 : RK_WAIT_POLL_LONGEST_US;
		status = let_handlers_run(waiter, &used, err);
		if (status == RK_OK) {
			status = attempt(context, &waiter->lease_left_ms, err);
		}
	}
	return status;
}

rk_status rk_wait_acquire(rk_handle *handle, const rk_wait_keys *keys, const char *id, int64_t wait_us, rk_wait_try attempt,
	void *context, rk_error *err)
{
	rk_waiter waiter = { .handle = handle, .keys = keys, .id = id, .generation = rk_fork_generation, .lease_left_ms = -1 };
	bool cannot_sleep = false;
	int64_t now_us;
	rk_status status = attempt(context, &waiter.lease_left_ms, err);

	if (status != RK_REFUSED || wait_us <= 0) {
		return status;
	}
	now_us = rk_now_us();
	waiter.deadline_us = wait_us < RK_NO_DEADLINE - now_us ? now_us + wait_us : RK_NO_DEADLINE;
	status = wait_turn(&waiter, attempt, context, &cannot_sleep, err);
	if (status != RK_OK && status != RK_ERR_CONNECTION && status != RK_ERR_TIMEOUT && waiter.generation == rk_fork_generation) {
		leave(&waiter);
	}
	if (cannot_sleep) {
		status = poll_for_lock(&waiter, attempt, context, err);
	}
	return status;
}
