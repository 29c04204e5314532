/* rk_values.c: values at one key; rk_values_many.c has many. See rk_values.h. */
#include "rk_values_parts.h"

#include "php_rediskit.h"
#include "rk_lua.h"
#include "rk_ttl.h"

/* Begins a command on the key. */
static rk_request *begin(const char *command, const zend_string *key)
{
	rk_request *request = rk_request_borrow();

	rk_request_begin(request);
	rk_request_arg(request, command, strlen(command));
	rk_request_string(request, key);
	return request;
}

/* Ends the command, runs it and gives the request back. */
static rk_status run(rk_handle *handle, const char *name, const zend_string *key, uint32_t flags, rk_request *request,
	zval *reply, rk_error *err)
{
	rk_call call = rk_call_on(key, name, flags);
	rk_status status;

	rk_request_end(request);
	status = rk_exec(handle, &call, request, reply, err);
	rk_request_give_back(request);
	return status;
}

static rk_status run_for_long(rk_handle *handle, const char *name, const zend_string *key, uint32_t flags,
	rk_request *request, zend_long *answer, rk_error *err)
{
	zval reply;
	rk_status status = run(handle, name, key, flags, request, &reply, err);

	return rk_reply_take_long(status, &reply, answer, err);
}

rk_status rk_value_decode(const rk_handle *handle, const zend_string *key, zval *stored, zval *out, rk_value_age *age, rk_error *err)
{
	rk_envelope_meta meta;
	rk_status status;

	if (Z_TYPE_P(stored) == IS_NULL) {
		return RK_REFUSED;
	}
	if (Z_TYPE_P(stored) != IS_STRING) {
		zval_ptr_dtor(stored);
		return rk_error_set(err, RK_ERR_CONNECTION, "The server answered with %s where a value was expected",
			zend_zval_type_name(stored));
	}
	REDISKIT_G(cache_figures).bytes_read += Z_STRLEN_P(stored);
	status = rk_codec_decode(handle->codec, Z_STR_P(stored), ZSTR_VAL(key), ZSTR_LEN(key), out, age ? &meta : NULL, err);
	if (age && status == RK_OK && (age->soft_expiry_ms = meta.soft_expiry_ms) != 0) {
		age->compute_cost_ms = meta.compute_cost_ms;
		age->first_len = (uint8_t) (Z_STRLEN_P(stored) < sizeof(age->first) ? Z_STRLEN_P(stored) : sizeof(age->first));
		memcpy(age->first, Z_STRVAL_P(stored), age->first_len);
	}
	zval_ptr_dtor_str(stored);
	return status;
}

rk_status rk_value_get(rk_handle *handle, zend_string *key, zval *out, rk_value_age *age, rk_error *err)
{
	zval stored;
	rk_status status = run(handle, "GET", key, RK_CALL_IDEMPOTENT, begin("GET", key), &stored, err);

	return status == RK_OK ? rk_value_decode(handle, key, &stored, out, age, err) : status;
}

static rk_status pull_by_script(rk_handle *handle, zend_string *key, zval *stored, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = rk_call_on(key, "cache_pull", 0);
	rk_status status;

	rk_script_begin(request, &rk_lua_cache_pull, 1);
	rk_request_string(request, key);
	status = rk_script_run(handle, &call, &rk_lua_cache_pull, request, stored, err);
	rk_request_give_back(request);
	return status;
}

rk_status rk_value_pull(rk_handle *handle, zend_string *key, zval *out, rk_error *err)
{
	uint32_t *known = rk_pool_server_flags(handle->topology->ops->entry(handle->topology));
	rk_status status = RK_ERR_COMMAND;
	zval stored;

	if (!(*known & RK_SERVER_NO_GETDEL)) {
		status = run(handle, "GETDEL", key, 0, begin("GETDEL", key), &stored, err);
		if (status == RK_ERR_COMMAND && strstr(err->message, "unknown command")) {
			*known |= RK_SERVER_NO_GETDEL;
		}
	}
	if (*known & RK_SERVER_NO_GETDEL) {
		status = pull_by_script(handle, key, &stored, err);
	}
	return status == RK_OK ? rk_value_decode(handle, key, &stored, out, NULL, err) : status;
}

rk_status rk_value_add_set(rk_request *request, const rk_handle *handle, const zend_string *key, zval *value, int64_t ttl_ms, bool only_new,
	uint64_t *bytes, rk_error *err)
{
	rk_encoded encoded;
	rk_status status = rk_codec_encode(handle->codec, value, ZSTR_VAL(key), ZSTR_LEN(key), NULL, &encoded, err);

	if (status != RK_OK) {
		return status;
	}
	rk_request_begin(request);
	rk_request_literal(request, "SET");
	rk_request_string(request, key);
	rk_request_arg(request, encoded.data, encoded.len);
	*bytes += encoded.len;
	rk_encoded_release(&encoded);
	if (ttl_ms != RK_TTL_FOREVER) {
		rk_request_literal(request, "PX");
		rk_request_arg_long(request, ttl_ms);
	}
	if (only_new) {
		rk_request_literal(request, "NX");
	}
	rk_request_end(request);
	return RK_OK;
}

rk_status rk_value_set(rk_handle *handle, zend_string *key, zval *value, int64_t ttl_ms, bool only_new, uint64_t *bytes, rk_error *err)
{
	rk_call call = rk_call_on(key, "SET", only_new ? 0 : RK_CALL_IDEMPOTENT);
	rk_request *request = rk_request_borrow();
	zval reply;
	rk_status status = rk_value_add_set(request, handle, key, value, ttl_ms, only_new, bytes, err);

	if (status == RK_OK) {
		status = rk_exec(handle, &call, request, &reply, err);
	}
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = Z_TYPE(reply) == IS_NULL ? RK_REFUSED : RK_OK;
		zval_ptr_dtor(&reply);
	}
	return status;
}

rk_status rk_value_exists(rk_handle *handle, zend_string *key, bool *exists, rk_error *err)
{
	zend_long count = 0;
	rk_status status = run_for_long(handle, "EXISTS", key, RK_CALL_IDEMPOTENT, begin("EXISTS", key), &count, err);

	*exists = count > 0;
	return status;
}

/* PERSIST answers 0 for a value that lives for ever already, so EXISTS comes along. */
static rk_status persist(rk_handle *handle, zend_string *key, bool *existed, rk_error *err)
{
	rk_call call = rk_call_on(key, "PERSIST", RK_CALL_IDEMPOTENT);
	rk_request *request = begin("PERSIST", key);
	zend_long count = 0;
	zval replies[2];
	rk_status status;

	rk_request_end(request);
	rk_request_begin(request);
	rk_request_literal(request, "EXISTS");
	rk_request_string(request, key);
	rk_request_end(request);
	status = rk_exec_many(handle, &call, request, replies, err);
	rk_request_give_back(request);
	if (status != RK_OK) {
		return status;
	}
	status = rk_replies_error(replies, 2, err);
	if (status == RK_OK) {
		status = rk_reply_long(&replies[1], &count, err);
	}
	rk_replies_free(replies, 2);
	*existed = count > 0;
	return status;
}

rk_status rk_value_touch(rk_handle *handle, zend_string *key, int64_t ttl_ms, bool *existed, rk_error *err)
{
	zend_long count = 0;
	rk_request *request;
	rk_status status;

	if (ttl_ms == RK_TTL_FOREVER) {
		return persist(handle, key, existed, err);
	}
	request = begin("PEXPIRE", key);
	rk_request_arg_long(request, ttl_ms);
	status = run_for_long(handle, "PEXPIRE", key, RK_CALL_IDEMPOTENT, request, &count, err);
	*existed = count > 0;
	return status;
}

rk_status rk_value_ttl(rk_handle *handle, zend_string *key, zend_long *ms, rk_error *err)
{
	return run_for_long(handle, "PTTL", key, RK_CALL_IDEMPOTENT, begin("PTTL", key), ms, err);
}

static rk_status add_by_script(rk_handle *handle, zend_string *key, zend_long by, bool subtract, int64_t ttl_ms, zend_long *sum, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = rk_call_on(key, "cache_add", 0);
	zval reply;
	rk_status status;

	rk_script_begin(request, &rk_lua_cache_add, 1);
	rk_request_string(request, key);
	rk_request_arg(request, subtract ? "DECRBY" : "INCRBY", 6);
	rk_request_arg_long(request, by);
	rk_request_arg_long(request, ttl_ms);
	status = rk_script_run(handle, &call, &rk_lua_cache_add, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		*sum = zval_get_long(&reply); /* as text: a number of Lua's has 53 bits */
		zval_ptr_dtor(&reply);
	}
	return status;
}

RK_COLD void rk_value_explain_add(rk_status status, const zend_string *key, rk_error *err)
{
	if (status == RK_ERR_COMMAND && strstr(err->message, "not an integer")) {
		snprintf(err->message, sizeof(err->message),
			"The value of \"%.200s\" is not an integer: only an int that was stored as such (no float, no numeric string, none that becomes stale) can be incremented and "
			"decremented",
			ZSTR_VAL(key));
	}
}

RK_COLD rk_status rk_value_refuse_add(const zend_string *key, rk_error *err)
{
	return rk_error_set(err, RK_ERR_CONFIG,
		"The value of \"%.200s\" cannot be incremented and decremented, for there is a mac_key and the server signs no sums: use a Rediskit\\Counter, or a "
		"cache without the key",
		ZSTR_VAL(key));
}

rk_status rk_value_add(rk_handle *handle, zend_string *key, zend_long by, bool subtract, int64_t ttl_ms, zend_long *sum, rk_error *err)
{
	const char *command = subtract ? "DECRBY" : "INCRBY";
	rk_request *request;
	rk_status status;

	if (rk_codec_signs(handle->codec)) {
		return rk_value_refuse_add(key, err);
	}
	if (ttl_ms == RK_TTL_FOREVER) {
		request = begin(command, key);
		rk_request_arg_long(request, by);
		status = run_for_long(handle, command, key, 0, request, sum, err);
	} else {
		status = add_by_script(handle, key, by, subtract, ttl_ms, sum, err);
	}
	rk_value_explain_add(status, key, err);
	return status;
}
