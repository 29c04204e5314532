/* rk_forget.c: see rk_forget.h. */
#include "rk_forget.h"

#include "rk_lua.h"
#include "rk_wait.h"

#define EVENTS_MS 5000 /* how long an event is kept for those on the way to read it, as in lua/include/cache_event.lua */

void rk_forget_add(rk_request *request, zend_string *key)
{
	zend_string *lease = rk_companion_key(key, ":lease"), *events = rk_companion_key(key, ":ev");

	/* The lease first: from then on no fill can bring the value back. */
	rk_request_begin(request);
	rk_request_literal(request, "DEL");
	rk_request_string(request, lease);
	rk_request_end(request);
	rk_request_begin(request);
	rk_request_literal(request, "DEL");
	rk_request_string(request, key);
	rk_request_end(request);
	rk_request_begin(request);
	rk_request_literal(request, "XADD");
	rk_request_string(request, events);
	rk_request_literal(request, "MAXLEN");
	rk_request_literal(request, "1");
	rk_request_literal(request, "*");
	rk_request_literal(request, "r");
	rk_request_literal(request, "1");
	rk_request_end(request);
	rk_request_begin(request);
	rk_request_literal(request, "PEXPIRE");
	rk_request_string(request, events);
	rk_request_arg_long(request, EVENTS_MS);
	rk_request_end(request);
	zend_string_release(lease);
	zend_string_release(events);
}

static rk_status forget_without_script(rk_handle *handle, zend_string *key, zend_long *removed, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = rk_call_on(key, "DEL", RK_CALL_IDEMPOTENT);
	zval replies[RK_FORGET_COMMANDS];
	rk_status status;

	rk_forget_add(request, key);
	status = rk_exec_many(handle, &call, request, replies, err);
	rk_request_give_back(request);
	if (status != RK_OK) {
		return status;
	}
	status = rk_replies_error(&replies[1], 1, err);
	if (status == RK_OK) {
		status = rk_reply_long(&replies[1], removed, err);
	}
	rk_replies_free(replies, RK_FORGET_COMMANDS);
	return status;
}

static bool is_script_refusal(const rk_error *err)
{
	return err->status == RK_ERR_COMMAND && (strcmp(err->prefix, "NOPERM") == 0 || strstr(err->message, "unknown command"));
}

rk_status rk_forget(rk_handle *handle, zend_string *key, bool *removed, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	zend_string *lease = rk_companion_key(key, ":lease"), *events = rk_companion_key(key, ":ev");
	rk_call call = rk_call_on(key, "cache_forget", RK_CALL_IDEMPOTENT);
	zend_long count = 0;
	zval reply;
	rk_status status;

	rk_script_begin(request, &rk_lua_cache_forget, 3);
	rk_request_string(request, key);
	rk_request_string(request, lease);
	rk_request_string(request, events);
	status = rk_script_run(handle, &call, &rk_lua_cache_forget, request, &reply, err);
	rk_request_give_back(request);
	zend_string_release(lease);
	zend_string_release(events);
	if (status == RK_OK) {
		status = rk_reply_long(&reply, &count, err);
		zval_ptr_dtor(&reply);
	} else if (is_script_refusal(err)) {
		status = forget_without_script(handle, key, &count, err);
	}
	*removed = count > 0;
	return status;
}
