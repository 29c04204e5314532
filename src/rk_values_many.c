/* rk_values_many.c: values at many keys, in as few round trips as their size allows. See rk_values.h. */
#include "rk_values_parts.h"

#include "rk_forget.h"

#include <zend_smart_str.h>

#define KEYS_A_COMMAND 1000 /* of an MGET: the server serves others between two */

/* Prefix and name, in one buffer that is used for one key after another. */
typedef struct {
	smart_str text;
	size_t prefix_len;
} key_buffer;

static void key_buffer_init(key_buffer *key, const zend_string *prefix)
{
	key->text = (smart_str){ 0 };
	key->prefix_len = ZSTR_LEN(prefix);
	smart_str_append(&key->text, prefix);
	smart_str_alloc(&key->text, 64, false);
}

/* The key of a hash entry: `name`, or `index` when that is NULL. The string is good until the next call. */
static zend_string *key_buffer_set(key_buffer *key, zend_ulong index, const zend_string *name)
{
	ZSTR_LEN(key->text.s) = key->prefix_len;
	if (name) {
		smart_str_append(&key->text, name);
	} else {
		smart_str_append_long(&key->text, (zend_long) index);
	}
	smart_str_0(&key->text);
	zend_string_forget_hash_val(key->text.s);
	return key->text.s;
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

void rk_values_add_mget(rk_request *request, const zend_string *prefix, HashTable *values)
{
	uint32_t number = 0;
	key_buffer key;
	zend_ulong index;
	zend_string *name;

	key_buffer_init(&key, prefix);
	ZEND_HASH_FOREACH_KEY(values, index, name) {
		if (number % KEYS_A_COMMAND == 0) {
			if (number) {
				rk_request_end(request);
			}
			rk_request_begin(request);
			rk_request_literal(request, "MGET");
		}
		rk_request_string(request, key_buffer_set(&key, index, name));
		number++;
	}
	ZEND_HASH_FOREACH_END();
	if (number) {
		rk_request_end(request);
	}
	smart_str_free(&key.text);
}

/* The place of the n-th value in the replies, or NULL. */
static zval *nth_value(const zval *replies, uint32_t number)
{
	return rk_reply_element(&replies[number / KEYS_A_COMMAND], number % KEYS_A_COMMAND);
}

rk_status rk_values_take(const zend_string *prefix, HashTable *values, const zval *replies, rk_value_taker take, void *context, rk_error *err)
{
	rk_status status = RK_OK;
	uint32_t number = 0;
	key_buffer key;
	zend_ulong index;
	zend_string *name;
	zval *place;

	key_buffer_init(&key, prefix);
	ZEND_HASH_FOREACH_KEY_VAL(values, index, name, place) {
		zval *found = nth_value(replies, number), stored, value;

		if (!found) {
			status = rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to MGET is shorter than the list of keys");
			break;
		}
		ZVAL_COPY_VALUE(&stored, found);
		ZVAL_NULL(found);
		status = take(context, number++, key_buffer_set(&key, index, name), &stored, &value, err);
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

typedef struct {
	const rk_handle *handle;
	rk_value_age *ages; /* NULL: nobody asks */
	uint32_t found;
} reading;

static rk_status take_value(void *context, uint32_t number, const zend_string *key, zval *stored, zval *value, rk_error *err)
{
	reading *work = context;
	rk_value_age *age = work->ages ? &work->ages[number] : NULL;
	rk_status status;

	if (age) {
		age->soft_expiry_ms = 0;
	}
	status = rk_value_decode(work->handle, key, stored, value, age, err);
	if (age) {
		age->found = status == RK_OK;
	}
	work->found += status == RK_OK;
	return status;
}

rk_status rk_values_get(rk_handle *handle, HashTable *values, rk_value_age *ages, uint32_t *found, rk_error *err)
{
	reading work = { handle, ages, 0 };
	rk_request *request = rk_request_borrow();
	zval *replies;
	uint32_t count;
	rk_status status;

	rk_values_add_mget(request, handle->prefix, values);
	count = request->commands;
	status = rk_exec_all(handle, "MGET", request, &replies, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = rk_values_take(handle->prefix, values, replies, take_value, &work, err);
		rk_replies_release(replies, count);
	}
	*found = work.found;
	return status;
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

rk_status rk_values_send(rk_handle *handle, const zend_string *prefix, HashTable *values, const char *name, const rk_script *script,
	rk_value_adder add, void *context, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_status status = RK_OK;
	key_buffer key;
	zend_ulong index;
	zend_string *text;
	zval *value;

	key_buffer_init(&key, prefix);
	ZEND_HASH_FOREACH_KEY_VAL(values, index, text, value) {
		status = add(context, request, key_buffer_set(&key, index, text), value, err);
		if (status == RK_OK && request->len >= RK_VALUES_BATCH) {
			status = rk_script_run_batch(handle, name, script, request, err);
		}
		if (status != RK_OK) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	if (status == RK_OK) {
		status = rk_script_run_batch(handle, name, script, request, err);
	}
	rk_request_give_back(request);
	smart_str_free(&key.text);
	return status;
}

typedef struct {
	const rk_handle *handle;
	int64_t ttl_ms;
	uint64_t *bytes;
} storing;

static rk_status add_set(void *context, rk_request *request, zend_string *key, zval *value, rk_error *err)
{
	const storing *work = context;

	return rk_value_add_set(request, work->handle, key, value, work->ttl_ms, false, work->bytes, err);
}

rk_status rk_values_set(rk_handle *handle, HashTable *values, int64_t ttl_ms, uint64_t *bytes, rk_error *err)
{
	storing work = { handle, ttl_ms, bytes };

	return rk_values_send(handle, handle->prefix, values, "SET", NULL, add_set, &work, err);
}

static rk_status add_forget(void *context, rk_request *request, zend_string *key, zval *value, rk_error *err)
{
	(void) context;
	(void) value;
	(void) err;
	rk_forget_add(request, key);
	return RK_OK;
}

rk_status rk_values_forget(rk_handle *handle, const zend_string *prefix, HashTable *values, rk_error *err)
{
	return rk_values_send(handle, prefix, values, "DEL", NULL, add_forget, NULL, err);
}
