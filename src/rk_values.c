/* rk_values.c: see rk_values.h. */
#include "rk_values.h"

#include "rk_forget.h"
#include "rk_lua.h"
#include "rk_ttl.h"

#include <zend_smart_str.h>

#define KEYS_A_COMMAND 1000 /* of an MGET: the server serves others between two */

/* --- one key ----------------------------------------------------------------------------------------------------- */

/* Begins a command on the key. */
static rk_request *begin(const char *command, const zend_string *key)
{
	rk_request *request = rk_request_borrow();

	rk_request_begin(request);
	rk_request_arg(request, command, strlen(command));
	rk_request_arg(request, ZSTR_VAL(key), ZSTR_LEN(key));
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

	if (status == RK_OK) {
		status = rk_reply_long(&reply, answer, err);
		zval_ptr_dtor(&reply);
	}
	return status;
}

static rk_status decode(
	const rk_handle *handle, const zend_string *key, zval *stored, zval *out, rk_envelope_meta *meta, rk_value_age *age, rk_error *err)
{
	rk_status status;

	if (Z_TYPE_P(stored) == IS_NULL) {
		return RK_REFUSED;
	}
	if (Z_TYPE_P(stored) != IS_STRING) {
		zval_ptr_dtor(stored);
		return rk_error_set(err, RK_ERR_CONNECTION, "The server answered with %s where a value was expected",
			zend_zval_type_name(stored));
	}
	status = rk_codec_decode(handle->codec, Z_STR_P(stored), ZSTR_VAL(key), ZSTR_LEN(key), out, meta, err);
	if (age && status == RK_OK && (age->soft_expiry_ms = meta->soft_expiry_ms) != 0) {
		age->compute_cost_ms = meta->compute_cost_ms;
		age->first_len = (uint8_t) (Z_STRLEN_P(stored) < sizeof(age->first) ? Z_STRLEN_P(stored) : sizeof(age->first));
		memcpy(age->first, Z_STRVAL_P(stored), age->first_len);
	}
	zval_ptr_dtor_str(stored);
	return status;
}

rk_status rk_value_decode(const rk_handle *handle, const zend_string *key, zval *stored, zval *out, rk_error *err)
{
	return decode(handle, key, stored, out, NULL, NULL, err);
}

rk_status rk_value_decode_aged(
	const rk_handle *handle, const zend_string *key, zval *stored, zval *out, rk_value_age *age, rk_error *err)
{
	rk_envelope_meta meta;

	return decode(handle, key, stored, out, age ? &meta : NULL, age, err);
}

rk_status rk_value_get(rk_handle *handle, zend_string *key, zval *out, rk_error *err)
{
	zval stored;
	rk_status status = run(handle, "GET", key, RK_CALL_IDEMPOTENT, begin("GET", key), &stored, err);

	return status == RK_OK ? rk_value_decode(handle, key, &stored, out, err) : status;
}

rk_status rk_value_read(rk_handle *handle, zend_string *key, zval *out, rk_value_age *age, rk_error *err)
{
	rk_envelope_meta meta;
	zval stored;
	rk_status status = run(handle, "GET", key, RK_CALL_IDEMPOTENT, begin("GET", key), &stored, err);

	return status == RK_OK ? decode(handle, key, &stored, out, &meta, age, err) : status;
}

static rk_status pull_by_script(rk_handle *handle, zend_string *key, zval *stored, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = rk_call_on(key, "cache_pull", 0);
	rk_status status;

	rk_script_begin(request, &rk_lua_cache_pull, 1);
	rk_request_arg(request, ZSTR_VAL(key), ZSTR_LEN(key));
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
	return status == RK_OK ? rk_value_decode(handle, key, &stored, out, err) : status;
}

/* Adds SET with what is encoded of `value`. The key is whole. */
static rk_status add_set(rk_request *request, const rk_handle *handle, const char *key, size_t key_len, zval *value,
	int64_t ttl_ms, bool only_new, rk_error *err)
{
	rk_encoded encoded;
	rk_status status = rk_codec_encode(handle->codec, value, key, key_len, NULL, &encoded, err);

	if (status != RK_OK) {
		return status;
	}
	rk_request_begin(request);
	rk_request_literal(request, "SET");
	rk_request_arg(request, key, key_len);
	rk_request_arg(request, encoded.data, encoded.len);
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

rk_status rk_value_set(rk_handle *handle, zend_string *key, zval *value, int64_t ttl_ms, bool only_new, rk_error *err)
{
	rk_call call = rk_call_on(key, "SET", only_new ? 0 : RK_CALL_IDEMPOTENT);
	rk_request *request = rk_request_borrow();
	zval reply;
	rk_status status = add_set(request, handle, ZSTR_VAL(key), ZSTR_LEN(key), value, ttl_ms, only_new, err);

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
	rk_request_arg(request, ZSTR_VAL(key), ZSTR_LEN(key));
	rk_request_end(request);
	status = rk_exec_many(handle, &call, request, replies, err);
	rk_request_give_back(request);
	if (status != RK_OK) {
		return status;
	}
	if (rk_reply_error(&replies[0])) {
		*err = *rk_reply_error(&replies[0]);
		status = err->status;
	} else {
		status = rk_reply_long(&replies[1], &count, err);
	}
	zval_ptr_dtor(&replies[0]);
	zval_ptr_dtor(&replies[1]);
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
	rk_request_key(request, key);
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
			"The value of \"%.200s\" is not an integer: only an int that was stored as such (no float, no numeric string, no mac_key) can be "
			"incremented and decremented",
			ZSTR_VAL(key));
	}
}

rk_status rk_value_add(rk_handle *handle, zend_string *key, zend_long by, bool subtract, int64_t ttl_ms, zend_long *sum, rk_error *err)
{
	const char *command = subtract ? "DECRBY" : "INCRBY";
	rk_request *request;
	rk_status status;

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

/* --- many keys --------------------------------------------------------------------------------------------------- */

/* Prefix and name, in one buffer that is used for one key after another. */
typedef struct {
	smart_str text;
	size_t prefix_len;
} key_buffer;

static void key_buffer_init(key_buffer *key, const rk_handle *handle)
{
	key->text = (smart_str){ 0 };
	key->prefix_len = ZSTR_LEN(handle->prefix);
	smart_str_append(&key->text, handle->prefix);
	smart_str_alloc(&key->text, 64, false);
}

/* The key of a hash entry: `name`, or `index` when that is NULL. The string is good until the next call. */
static zend_string *key_buffer_set(key_buffer *key, zend_ulong index, const zend_string *name)
{
	ZSTR_LEN(key->text.s) = key->prefix_len;
	if (name) {
		smart_str_append(&key->text, (zend_string *) name);
	} else {
		smart_str_append_long(&key->text, (zend_long) index);
	}
	smart_str_0(&key->text);
	zend_string_forget_hash_val(key->text.s);
	return key->text.s;
}

/* Runs the request, and gives its replies to be freed by free_replies(). The first failed one is the error. */
static rk_status run_many(rk_handle *handle, const char *name, const rk_request *request, zval **replies, rk_error *err)
{
	rk_call call = { .name = name, .flags = RK_CALL_IDEMPOTENT };
	uint32_t i;
	rk_status status;

	*replies = safe_emalloc(request->commands, sizeof(zval), 0);
	status = rk_exec_many(handle, &call, request, *replies, err);
	if (status != RK_OK) {
		efree(*replies);
		*replies = NULL;
		return status;
	}
	for (i = 0; i < request->commands && status == RK_OK; i++) {
		if (rk_reply_error(&(*replies)[i])) {
			*err = *rk_reply_error(&(*replies)[i]);
			status = err->status;
		}
	}
	return status;
}

static void free_replies(zval *replies, uint32_t count)
{
	uint32_t i;

	if (replies) {
		for (i = 0; i < count; i++) {
			zval_ptr_dtor(&replies[i]);
		}
		efree(replies);
	}
}

static void build_mget(rk_request *request, const rk_handle *handle, HashTable *values)
{
	uint32_t number = 0;
	key_buffer key;
	zend_ulong index;
	zend_string *name;

	key_buffer_init(&key, handle);
	ZEND_HASH_FOREACH_KEY(values, index, name) {
		zend_string *full = key_buffer_set(&key, index, name);

		if (number % KEYS_A_COMMAND == 0) {
			if (number) {
				rk_request_end(request);
			}
			rk_request_begin(request);
			rk_request_literal(request, "MGET");
		}
		rk_request_arg(request, ZSTR_VAL(full), ZSTR_LEN(full));
		number++;
	}
	ZEND_HASH_FOREACH_END();
	rk_request_end(request);
	smart_str_free(&key.text);
}

/* The place of the n-th value in the replies, or NULL. */
static zval *nth_value(zval *replies, uint32_t number)
{
	const zval *list = &replies[number / KEYS_A_COMMAND];

	return Z_TYPE_P(list) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(list), number % KEYS_A_COMMAND) : NULL;
}

static rk_status take_values(const rk_handle *handle, HashTable *values, zval *replies, rk_value_age *ages, rk_error *err)
{
	rk_envelope_meta meta;
	rk_status status = RK_OK;
	uint32_t number = 0;
	key_buffer key;
	zend_ulong index;
	zend_string *name;
	zval *place;

	key_buffer_init(&key, handle);
	ZEND_HASH_FOREACH_KEY_VAL(values, index, name, place) {
		zval *found = nth_value(replies, number++), stored, value;

		if (!found) {
			status = rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to MGET is shorter than the list of keys");
			break;
		}
		ZVAL_COPY_VALUE(&stored, found);
		ZVAL_NULL(found);
		if (ages) {
			ages[number - 1].soft_expiry_ms = 0;
		}
		status = decode(handle, key_buffer_set(&key, index, name), &stored, &value, ages ? &meta : NULL, ages ? &ages[number - 1] : NULL, err);
		if (status == RK_OK) {
			zval_ptr_dtor(place);
			ZVAL_COPY_VALUE(place, &value);
		} else if (status != RK_REFUSED) {
			break;
		}
		status = RK_OK;
	}
	ZEND_HASH_FOREACH_END();
	smart_str_free(&key.text);
	return status;
}

rk_status rk_values_get(rk_handle *handle, HashTable *values, rk_value_age *ages, rk_error *err)
{
	rk_request *request;
	uint32_t commands;
	zval *replies;
	rk_status status;

	if (zend_hash_num_elements(values) == 0) {
		return RK_OK;
	}
	request = rk_request_borrow();
	build_mget(request, handle, values);
	commands = request->commands;
	status = run_many(handle, "MGET", request, &replies, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = take_values(handle, values, replies, ages, err);
	}
	free_replies(replies, commands);
	return status;
}

/* Sends what was gathered, and empties the request. */
static rk_status send_batch(rk_handle *handle, const char *name, rk_request *request, rk_error *err)
{
	zval *replies;
	rk_status status;

	if (request->commands == 0 && !request->failed) {
		return RK_OK;
	}
	status = run_many(handle, name, request, &replies, err);
	free_replies(replies, request->commands);
	rk_request_reset(request);
	return status;
}

rk_status rk_values_set(rk_handle *handle, HashTable *values, int64_t ttl_ms, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_status status = RK_OK;
	key_buffer key;
	zend_ulong index;
	zend_string *name;
	zval *value;

	key_buffer_init(&key, handle);
	ZEND_HASH_FOREACH_KEY_VAL(values, index, name, value) {
		const zend_string *full = key_buffer_set(&key, index, name);

		status = add_set(request, handle, ZSTR_VAL(full), ZSTR_LEN(full), value, ttl_ms, false, err);
		if (status == RK_OK && request->len >= RK_VALUES_BATCH) {
			status = send_batch(handle, "SET", request, err);
		}
		if (status != RK_OK) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	if (status == RK_OK) {
		status = send_batch(handle, "SET", request, err);
	}
	rk_request_give_back(request);
	smart_str_free(&key.text);
	return status;
}

rk_status rk_values_forget(rk_handle *handle, HashTable *values, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_status status = RK_OK;
	key_buffer key;
	zend_ulong index;
	zend_string *name;

	key_buffer_init(&key, handle);
	ZEND_HASH_FOREACH_KEY(values, index, name) {
		rk_forget_add(request, key_buffer_set(&key, index, name));
		if (request->len >= RK_VALUES_BATCH && (status = send_batch(handle, "DEL", request, err)) != RK_OK) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	if (status == RK_OK) {
		status = send_batch(handle, "DEL", request, err);
	}
	rk_request_give_back(request);
	smart_str_free(&key.text);
	return status;
}
