/* rk_scripts.c: see rk_scripts.h. */
#include "rk_scripts.h"

static void begin(rk_request *request, const char *command, size_t command_len, const char *script, size_t script_len,
	uint32_t numkeys)
{
	rk_request_begin(request);
	rk_request_arg(request, command, command_len);
	rk_request_arg(request, script, script_len);
	rk_request_arg_long(request, numkeys);
}

void rk_script_begin(rk_request *request, const rk_script *script, uint32_t numkeys)
{
	begin(request, ZEND_STRL("EVALSHA"), script->sha1, sizeof(script->sha1) - 1, numkeys);
}

void rk_script_begin_eval(rk_request *request, const rk_script *script, uint32_t numkeys)
{
	begin(request, ZEND_STRL("EVAL"), script->source, script->source_len, numkeys);
}

/* The encoded request after "*n $7 EVALSHA $40 <sha>": numkeys, keys and arguments, as they are. */
static const char *after_sha(const rk_request *request, const rk_script *script, size_t *len)
{
	const char *sha = memmem(request->data, request->len < 128 ? request->len : 128, script->sha1, sizeof(script->sha1) - 1);
	const char *rest = sha + sizeof(script->sha1) - 1 + 2; /* the CRLF */

	*len = (size_t) (request->data + request->len - rest);
	return rest;
}

static rk_status run_source(rk_handle *handle, const rk_call *call, const rk_script *script, const rk_request *request,
	zval *out, rk_error *err)
{
	rk_request *eval = rk_request_borrow();
	size_t len;
	const char *rest = after_sha(request, script, &len);
	rk_status status;

	rk_request_begin(eval);
	rk_request_literal(eval, "EVAL");
	rk_request_arg(eval, script->source, script->source_len);
	rk_request_raw(eval, rest, len, request->argc - 2);
	rk_request_end(eval);
	status = rk_exec(handle, call, eval, out, err);
	rk_request_give_back(eval);
	return status;
}

/* Says what a server that refuses scripts is missing. */
static rk_status explain_refusal(const rk_script *script, rk_status status, rk_error *err)
{
	char reason[256];
	rk_error explained;

	bool refused = strcmp(err->prefix, "NOPERM") == 0 || strstr(err->message, "unknown command");

	/* About EVAL and EVALSHA themselves: a user may also lack a key, or a command that the script runs. */
	if (status != RK_ERR_COMMAND || !refused || !(strstr(err->message, "eval") || strstr(err->message, "EVAL"))) {
		return status;
	}
	snprintf(reason, sizeof(reason), "%s", err->message);
	explained = *err;
	snprintf(explained.message, sizeof(explained.message),
		"The script %s needs EVAL and EVALSHA, which this server or user does not allow: grant +eval +evalsha (or @scripting) (%s)", script->name,
		reason);
	*err = explained;
	return status;
}

/* The request is whole. */
static rk_status run_whole(rk_handle *handle, const rk_call *call, const rk_script *script, const rk_request *request, zval *out,
	rk_error *err)
{
	rk_status status = rk_exec(handle, call, request, out, err);

	if (RK_UNLIKELY(status == RK_ERR_COMMAND) && script && strcmp(err->prefix, "NOSCRIPT") == 0) {
		status = run_source(handle, call, script, request, out, err);
	}
	return RK_LIKELY(status == RK_OK) || !script ? status : explain_refusal(script, status, err);
}

rk_status rk_script_run(rk_handle *handle, const rk_call *call, const rk_script *script, rk_request *request, zval *out,
	rk_error *err)
{
	rk_request_end(request);
	return run_whole(handle, call, script, request, out, err);
}

rk_status rk_script_run_with(rk_handle *handle, const rk_call *call, const rk_script *script, rk_request *request,
	const rk_request *more, zval *replies, rk_error *err)
{
	rk_request *all;
	rk_status status;
	uint32_t i;

	rk_request_end(request);
	if (!more || !more->commands) {
		return run_whole(handle, call, script, request, replies, err);
	}
	all = rk_request_borrow();
	rk_request_append(all, request);
	rk_request_append(all, more);
	status = rk_exec_many(handle, call, all, replies, err);
	rk_request_give_back(all);
	if (status != RK_OK || !rk_reply_error(&replies[0])) {
		return status;
	}
	/* NOSCRIPT, or something a fresh connection may help against: sent alone it gets what every script gets. */
	zval_ptr_dtor(&replies[0]);
	status = run_whole(handle, call, script, request, replies, err);
	for (i = 1; status != RK_OK && i <= more->commands; i++) {
		zval_ptr_dtor(&replies[i]);
	}
	return status;
}

static rk_status load(rk_handle *handle, const rk_script *script, rk_error *err)
{
	rk_call call = { .name = "SCRIPT", .flags = RK_CALL_IDEMPOTENT };
	rk_request *request = rk_request_borrow();
	zval reply;
	rk_status status;

	rk_request_begin(request);
	rk_request_literal(request, "SCRIPT");
	rk_request_literal(request, "LOAD");
	rk_request_arg(request, script->source, script->source_len);
	rk_request_end(request);
	status = rk_exec(handle, &call, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		zval_ptr_dtor(&reply);
	}
	return status;
}

static bool is_unknown(const zval *replies, uint32_t count)
{
	uint32_t i;

	for (i = 0; i < count; i++) {
		const rk_error *error = rk_reply_error(&replies[i]);

		if (error && strcmp(error->prefix, "NOSCRIPT") == 0) {
			return true;
		}
	}
	return false;
}

rk_status rk_script_run_many(rk_handle *handle, const rk_call *call, const rk_script *script, const rk_request *request, zval *replies,
	rk_error *err)
{
	rk_status status = rk_exec_many(handle, call, request, replies, err);
	uint32_t i;

	if (status == RK_OK && RK_UNLIKELY(is_unknown(replies, request->commands))) {
		for (i = 0; i < request->commands; i++) {
			zval_ptr_dtor(&replies[i]);
		}
		status = load(handle, script, err);
		if (status == RK_OK) {
			status = rk_exec_many(handle, call, request, replies, err);
		}
	}
	return status == RK_OK ? RK_OK : explain_refusal(script, status, err);
}
