/* rk_remember_wait.c: waiting for a value that another computes: asleep in XREAD, woken with the value. See rk_remember.h. */
#include "rk_remember_parts.h"

#include "php_rediskit.h"

#include <time.h>

#define SLICE_US 1000000 /* longest sleep without a look at PHP's signals and time limits */
#define MOST_VOIDS 3     /* values voided by flushes between two questions, before it is computed without storing */
#define POLL_US 30000    /* pause of those who may not block */

/* What XREAD's answer says: [[key, [[id, [field, value]]]]]. RK_OK: the value. RK_REFUSED: look again. RK_AGAIN: nothing came. */
static rk_status read_event(const zval *reply, zval *stored)
{
	const zval *stream = rk_reply_element(reply, 0), *entry = rk_reply_element(rk_reply_element(stream, 1), 0);
	const zval *event = rk_reply_element(entry, 1), *field = rk_reply_element(event, 0), *value = rk_reply_element(event, 1);

	if (Z_TYPE_P(reply) != IS_ARRAY) {
		return RK_AGAIN;
	}
	if (field && Z_TYPE_P(field) == IS_STRING && zend_string_equals_literal(Z_STR_P(field), "v") && value &&
		Z_TYPE_P(value) == IS_STRING) {
		ZVAL_COPY(stored, value);
		return RK_OK;
	}
	return RK_REFUSED;
}

/* Sleeps until something newer than `last_event` happens, at most sleep_us. */
static rk_status sleep_for_event(const rk_fill *fill, const char *last_event, int64_t sleep_us, zval *stored, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = rk_call_on(fill->events, "XREAD", RK_CALL_IDEMPOTENT);
	int64_t sleep_ms = sleep_us / 1000 + 1;
	zval reply;
	rk_status status;

	rk_request_begin(request);
	rk_request_literal(request, "XREAD");
	rk_request_literal(request, "COUNT");
	rk_request_literal(request, "1");
	rk_request_literal(request, "BLOCK");
	rk_request_arg_long(request, sleep_ms);
	rk_request_literal(request, "STREAMS");
	rk_request_string(request, fill->events);
	rk_request_arg(request, last_event, strlen(last_event));
	rk_request_end(request);
	call.flags |= RK_CALL_BLOCKING;
	call.block_us = sleep_ms * 1000;
	status = rk_exec(fill->handle, &call, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = read_event(&reply, stored);
		zval_ptr_dtor(&reply);
	}
	return status;
}

/* Between half and one and a half of POLL_US, so that pollers do not march in step. */
static void pause_a_little(void)
{
	uint16_t random = 0x8000;
	int64_t us;
	struct timespec pause;

	rk_random_bytes(&random, sizeof(random));
	us = POLL_US / 2 + (int64_t) POLL_US * random / 0xffff;
	pause = (struct timespec){ .tv_nsec = us * 1000 };
	nanosleep(&pause, NULL);
}

/* Waits for the holder's fill, until its lease or our time ends. RK_OK: here is the value. RK_REFUSED: ask again. */
static rk_status wait_for_fill(const rk_fill *fill, const rk_lease *answer, int64_t deadline_us, bool *may_block,
	zval *stored, rk_error *err)
{
	int64_t now_us = rk_now_us(), until_us = now_us + (answer->left_ms + 1) * 1000;

	until_us = until_us < deadline_us ? until_us : deadline_us;
	for (; now_us < until_us; now_us = rk_now_us()) {
		int64_t left_us = until_us - now_us;
		rk_status status = RK_REFUSED;

		if (*may_block) {
			status = sleep_for_event(fill, answer->last_event, left_us < SLICE_US ? left_us : SLICE_US, stored, err);
			if (status == RK_ERR_COMMAND && strcmp(err->prefix, "NOPERM") == 0) {
				*may_block = false; /* no @blocking in the ACL */
			}
			if (status == RK_ERR_COMMAND && (!*may_block || strcmp(err->prefix, "UNBLOCKED") == 0)) {
				status = RK_REFUSED;
			}
		} else {
			pause_a_little();
		}
		if (status != RK_OK && rk_run_interrupts(err) != RK_OK) {
			return RK_ERR_EXCEPTION;
		}
		if (status != RK_AGAIN) {
			return status;
		}
	}
	return RK_REFUSED;
}

/* Computing: as holder of the lease or, when we have waited long enough, beside the holder. */
rk_status rk_fill_obtain(rk_fill *fill, int64_t lease_ms, int64_t wait_us, zval *stored, rk_error *err)
{
	int64_t now_us = rk_now_us(), deadline_us = wait_us < RK_NO_DEADLINE - now_us ? now_us + wait_us : RK_NO_DEADLINE;
	int64_t began_us;
	bool may_block = true, waited = false;
	int voids = 0;
	rk_lease answer;
	rk_status status;

	for (;;) {
		status = rk_fill_ask(fill, lease_ms, &answer, stored, err);
		if (status != RK_OK || answer.kind == RK_LEASE_VALUE) {
			return status;
		}
		if (answer.kind == RK_LEASE_VOID && voids++ < MOST_VOIDS) {
			continue;
		}
		if (fill->own_lease || answer.kind == RK_LEASE_VOID || rk_now_us() >= deadline_us) {
			return RK_REFUSED;
		}
		REDISKIT_G(cache_figures).waits += !waited;
		waited = true;
		began_us = rk_now_us();
		status = wait_for_fill(fill, &answer, deadline_us, &may_block, stored, err);
		REDISKIT_G(cache_figures).wait_us += rk_now_us() - began_us;
		if (status == RK_OK && rk_fill_is_void(fill, stored)) {
			status = RK_REFUSED;
		}
		if (status != RK_REFUSED) {
			return status;
		}
	}
}
