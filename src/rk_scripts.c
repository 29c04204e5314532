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

/* Adds to `eval` the encoded request, with the source. */
static void add_with_source(rk_request *eval, const rk_script *script, const rk_request *request)
{
	size_t len;
	const char *rest = after_sha(request, script, &len);

	rk_request_begin(eval);
	rk_request_literal(eval, "EVAL");
	rk_request_arg(eval, script->source, script->source_len);
	rk_request_raw(eval, rest, len, request->argc - 2);
	rk_request_end(eval);
}

static rk_status run_source(rk_handle *handle, const rk_call *call, const rk_script *script, const rk_request *request,
	zval *out, rk_error *err)
{
	rk_request *eval = rk_request_borrow();
	rk_status status;

	add_with_source(eval, script, request);
	status = rk_exec(handle, call, eval, out, err);
	rk_request_give_back(eval);
	return status;
}

/* Is it about EVAL and EVALSHA themselves? A user may also lack a key, or a command that the script runs. */
static bool is_refusal(const rk_error *err)
{
	return err->status == RK_ERR_COMMAND && (strcmp(err->prefix, "NOPERM") == 0 || strstr(err->message, "unknown command")) &&
		(strstr(err->message, "eval") || strstr(err->message, "EVAL"));
}

/* Says what a server that refuses scripts is missing. */
static rk_status explain_refusal(const rk_script *script, rk_status status, rk_error *err)
{
	char reason[256];
	rk_error explained;

	if (status != RK_ERR_COMMAND || !is_refusal(err)) {
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

rk_status rk_script_run_with(rk_handle *handle, const rk_call *call, const rk_script *script, rk_request *request,
	const rk_request *more, zval *replies, rk_error *err)
{
	rk_request *all;
	rk_status status;

	rk_request_end(request);
	if (!more || !more->commands) {
		return run_whole(handle, call, script, request, replies, err);
	}
	all = rk_request_borrow();
	rk_request_append(all, request);
	rk_request_append(all, more);
	status = rk_exec_many(handle, call, all, replies, err);
	if (script && status == RK_OK && RK_UNLIKELY(is_unknown(replies, 1))) {
		/* All of it once more, for what runs after the script may rely on what that has done. */
		rk_replies_free(replies, all->commands);
		rk_request_reset(all);
		add_with_source(all, script, request);
		rk_request_append(all, more);
		status = rk_exec_many(handle, call, all, replies, err);
	}
	rk_request_give_back(all);
	if (status != RK_OK || !rk_reply_error(&replies[0])) {
		return status;
	}
	/* Perhaps something a fresh connection helps against: sent alone it gets what every script gets. */
	zval_ptr_dtor(&replies[0]);
	status = run_whole(handle, call, script, request, replies, err);
	if (status != RK_OK) {
		rk_replies_free(replies + 1, more->commands);
	}
	return status;
}

/* Views of the request's first command and of the others. */
static void split(const rk_request *request, rk_request *first, rk_request *rest)
{
	char *end;
	uint32_t argc = (uint32_t) strtoul(request->data + 1, &end, 10), i;
	size_t len;

	for (i = 0; i < argc; i++) { /* `end` is at the CRLF before "$<len>" */
		len = strtoul(end + 3, &end, 10);
		end += 2 + len;
	}
	len = (size_t) (end + 2 - request->data);
	*first = (rk_request){ .data = request->data, .len = len, .argc = argc, .commands = 1 };
	*rest = (rk_request){ .data = request->data + len, .len = request->len - len, .commands = request->commands - 1 };
}

/* The first with the source, after which the server knows the script (SCRIPT LOAD is what some servers refuse). */
static rk_status run_many_anew(rk_handle *handle, const rk_call *call, const rk_script *script, const rk_request *request, zval *replies,
	rk_error *err)
{
	rk_request first, rest;
	rk_status status;

	split(request, &first, &rest);
	status = run_source(handle, call, script, &first, &replies[0], err);
	if (status == RK_OK && rest.commands) {
		status = rk_exec_many(handle, call, &rest, replies + 1, err);
		if (status != RK_OK) {
			zval_ptr_dtor(&replies[0]);
		}
	}
	return status;
}

rk_status rk_script_run_many(rk_handle *handle, const rk_call *call, const rk_script *script, const rk_request *request, zval *replies,
	rk_error *err)
{
	rk_status status = rk_exec_many(handle, call, request, replies, err);
	const rk_error *error;

	if (status == RK_OK && RK_UNLIKELY(is_unknown(replies, request->commands))) {
		rk_replies_free(replies, request->commands);
		status = run_many_anew(handle, call, script, request, replies, err);
	}
	if (status == RK_OK && request->commands && RK_UNLIKELY((error = rk_reply_error(&replies[0])) != NULL) && is_refusal(error)) {
		*err = *error; /* who may not run the first may run none */
		rk_replies_free(replies, request->commands);
		status = err->status;
	}
	return status == RK_OK ? RK_OK : explain_refusal(script, status, err);
}

rk_status rk_script_run_batch(rk_handle *handle, const char *name, const rk_script *script, rk_request *request, rk_error *err)
{
	rk_call call = { .name = name, .flags = RK_CALL_IDEMPOTENT };
	zval *replies = safe_emalloc(request->commands, sizeof(zval), 0);
	rk_status status = script ? rk_script_run_many(handle, &call, script, request, replies, err) : rk_exec_many(handle, &call, request, replies, err);

	if (status == RK_OK) {
		status = rk_replies_error(replies, request->commands, err);
		rk_replies_free(replies, request->commands);
	}
	efree(replies);
	rk_request_reset(request);
	return status;
}
