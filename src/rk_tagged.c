/* rk_tagged.c: values with tags: reading them beside the versions of their tags, writing them with these. See rk_tags.h.
 *
 * A value is encoded with room for the versions, and the script that stores it puts in those of that moment; a signed value cannot be
 * changed any more, so its versions are asked for before. */
#include "rk_tags.h"

#include "rk_forget.h"
#include "php_rediskit.h"
#include "rk_lua.h"
#include "rk_values_parts.h"

/* --- reading ----------------------------------------------------------------------------------------------------- */

/* Decodes what is live, and frees it; of what is not keeps the first bytes in *dead. */
static rk_status decode_live(const rk_handle *handle, const zend_string *key, const rk_tag_versions *versions, zval *stored, zval *out,
	rk_value_age *age, zend_string **dead, rk_error *err)
{
	if (rk_tags_is_live(versions, stored)) {
		return rk_value_decode(handle, key, stored, out, age, err);
	}
	if (dead && Z_TYPE_P(stored) == IS_STRING) {
		*dead = zend_string_init(Z_STRVAL_P(stored), rk_tags_header_len(Z_STRVAL_P(stored), Z_STRLEN_P(stored)), false);
	}
	zval_ptr_dtor(stored);
	return RK_REFUSED;
}

rk_status rk_tagged_read(rk_handle *handle, const rk_tags *tags, zend_string *key, zval *out, rk_value_age *age, zend_string **dead,
	rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = rk_call_on(key, "MGET", RK_CALL_IDEMPOTENT);
	rk_tag_versions versions;
	zval reply, stored, *first;
	rk_status status;

	if (dead) {
		*dead = NULL;
	}
	rk_request_begin(request);
	rk_request_literal(request, "MGET");
	rk_request_string(request, key);
	rk_tags_add_keys(tags, request);
	rk_request_end(request);
	status = rk_exec(handle, &call, request, &reply, err);
	rk_request_give_back(request);
	if (status != RK_OK) {
		return status;
	}
	rk_tags_find_versions(tags, &reply, 1, &versions);
	first = rk_reply_element(&reply, 0);
	if (!first) {
		zval_ptr_dtor(&reply);
		return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to MGET is shorter than the list of keys");
	}
	ZVAL_COPY_VALUE(&stored, first);
	ZVAL_NULL(first);
	zval_ptr_dtor(&reply);
	return decode_live(handle, key, &versions, &stored, out, age, dead, err);
}

static void add_mget_of_versions(const rk_tags *tags, rk_request *request)
{
	rk_request_begin(request);
	rk_request_literal(request, "MGET");
	rk_tags_add_keys(tags, request);
	rk_request_end(request);
}

rk_status rk_tagged_pull(rk_handle *handle, const rk_tags *tags, zend_string *key, zval *out, rk_error *err)
{
	rk_request *request = rk_request_borrow(), *more = rk_request_borrow();
	rk_call call = rk_call_on(key, "cache_pull", 0);
	rk_tag_versions versions;
	zval replies[2];
	rk_status status;

	rk_script_begin(request, &rk_lua_cache_pull, 1);
	rk_request_string(request, key);
	add_mget_of_versions(tags, more);
	status = rk_script_run_with(handle, &call, &rk_lua_cache_pull, request, more, replies, err);
	rk_request_give_back(more);
	rk_request_give_back(request);
	if (status != RK_OK) {
		return status;
	}
	status = rk_replies_error(replies, 2, err);
	if (status != RK_OK) {
		rk_replies_free(replies, 2);
		return status;
	}
	rk_tags_find_versions(tags, &replies[1], 0, &versions);
	zval_ptr_dtor(&replies[1]);
	return decode_live(handle, key, &versions, &replies[0], out, NULL, NULL, err);
}

/* --- looking ----------------------------------------------------------------------------------------------------- */

/* Longest header: fixed part, length, dictionary, soft expiry, cost, length of tags, tags. */
#define HEADER_MOST (4 + 4 + 4 + 8 + 4 + 2 + sizeof(((rk_tag_versions *) 0)->field) + RK_ENVELOPE_MAC_LEN)

static void add_command(rk_request *request, const char *command, const zend_string *key)
{
	rk_request_begin(request);
	rk_request_arg(request, command, strlen(command));
	rk_request_string(request, key);
}

static void add_action(rk_request *request, zend_string *key, rk_tagged_action action, int64_t ttl_ms)
{
	if (action == RK_TAGGED_FORGET) {
		rk_forget_add(request, key);
	} else if (action == RK_TAGGED_TOUCH) {
		add_command(request, "PEXPIRE", key);
		rk_request_arg_long(request, rk_tags_limit(ttl_ms));
		rk_request_end(request);
	}
}

rk_status rk_tagged_look(rk_handle *handle, const rk_tags *tags, zend_string *key, rk_tagged_action action, int64_t ttl_ms, zend_long *left_ms,
	rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = rk_call_on(key, action == RK_TAGGED_FORGET ? "DEL" : action == RK_TAGGED_TOUCH ? "PEXPIRE"
																								  : "GETRANGE",
		RK_CALL_IDEMPOTENT);
	rk_tag_versions versions;
	zval replies[3 + RK_FORGET_COMMANDS + 2 * RK_TAGS_MOST + 1];
	uint32_t commands;
	rk_status status = RK_OK;

	add_command(request, "GETRANGE", key);
	rk_request_arg_long(request, 0);
	rk_request_arg_long(request, HEADER_MOST - 1);
	rk_request_end(request);
	add_command(request, "PTTL", key);
	rk_request_end(request);
	if (action == RK_TAGGED_TOUCH) { /* the versions are to live as long */
		for (uint32_t i = 0; i < tags->count; i++) {
			add_command(request, "PEXPIRE", tags->keys[i]);
			rk_request_arg_long(request, RK_TAG_VERSION_MS);
			rk_request_end(request);
		}
	}
	add_action(request, key, action, ttl_ms);
	add_mget_of_versions(tags, request);
	commands = request->commands;
	status = rk_exec_many(handle, &call, request, replies, err);
	rk_request_give_back(request);
	if (status != RK_OK) {
		return status;
	}
	status = rk_replies_error(replies, commands, err);
	if (status == RK_OK) {
		rk_tags_find_versions(tags, &replies[commands - 1], 0, &versions);
		*left_ms = -2;
		if (rk_tags_is_live(&versions, &replies[0])) {
			status = rk_reply_long(&replies[1], left_ms, err);
		}
	}
	rk_replies_free(replies, commands);
	return status;
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

/* Asks for the versions, and makes what is missing. */
static rk_status ask_versions(rk_handle *handle, const rk_tags *tags, rk_tag_versions *versions, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = rk_call_on(tags->keys[0], "SET", RK_CALL_IDEMPOTENT);
	zval replies[2 * RK_TAGS_MOST + 1];
	rk_status status = rk_tags_add_versions(tags, request, err);

	if (status == RK_OK) {
		status = rk_exec_many(handle, &call, request, replies, err);
	}
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = rk_tags_read_versions(tags, replies, versions, err);
		rk_replies_free(replies, rk_tags_commands(tags));
	}
	return status;
}

/* The versions a value is encoded with: those there are when it is signed, else room for them. */
static rk_status begin_writing(rk_handle *handle, const rk_tags *tags, rk_tag_versions *versions, rk_error *err)
{
	if (rk_codec_signs(handle->codec)) {
		return ask_versions(handle, tags, versions, err);
	}
	versions->len = RK_TAGS_HASH_LEN + tags->count * RK_TAG_VERSION_LEN;
	memcpy(versions->field, tags->hash, RK_TAGS_HASH_LEN);
	memset(versions->field + RK_TAGS_HASH_LEN, 0, versions->len - RK_TAGS_HASH_LEN);
	return RK_OK;
}

/* Encodes; *offset: where the versions are. */
static rk_status encode(rk_handle *handle, const zend_string *key, zval *value, const rk_tag_versions *versions, rk_encoded *encoded,
	size_t *offset, rk_error *err)
{
	rk_envelope_meta meta = { .tags = versions->field, .tags_len = versions->len };
	rk_envelope envelope;
	rk_status status = rk_codec_encode(handle->codec, value, ZSTR_VAL(key), ZSTR_LEN(key), &meta, encoded, err);

	if (status != RK_OK) {
		return status;
	}
	status = rk_envelope_parse(&envelope, encoded->data, encoded->len, err);
	ZEND_ASSERT(status == RK_OK); /* what was encoded just now has a whole header */
	*offset = (size_t) ((const char *) envelope.meta.tags + RK_TAGS_HASH_LEN - encoded->data);
	return status;
}

/* The arguments by which the scripts make versions. */
static rk_status add_random(const rk_tags *tags, rk_request *request, rk_error *err)
{
	unsigned char random[RK_TAGS_MOST * RK_TAG_VERSION_LEN];
	rk_status status = rk_tags_random(random, tags->count, err);

	if (status == RK_OK) {
		rk_request_arg_long(request, RK_TAG_VERSION_MS);
		rk_request_arg(request, (const char *) random, tags->count * RK_TAG_VERSION_LEN);
	}
	return status;
}

/* Adds the script that stores a value; the caller ends it. */
static rk_status add_put(rk_request *request, rk_handle *handle, const rk_tags *tags, const rk_tag_versions *versions, zend_string *key,
	zval *value, int64_t ttl_ms, bool only_new, uint64_t *bytes, rk_error *err)
{
	rk_encoded encoded;
	size_t offset;
	rk_status status = encode(handle, key, value, versions, &encoded, &offset, err);

	if (status != RK_OK) {
		return status;
	}
	rk_script_begin(request, &rk_lua_cache_tagged_put, 1 + tags->count);
	rk_request_string(request, key);
	rk_tags_add_keys(tags, request);
	rk_request_arg(request, encoded.data, encoded.len);
	rk_request_arg_long(request, (zend_long) offset);
	rk_request_arg(request, "1", rk_codec_signs(handle->codec) ? 1 : 0);
	rk_request_arg(request, "NX", only_new ? 2 : 0);
	rk_request_arg_long(request, rk_tags_limit(ttl_ms));
	*bytes += encoded.len;
	rk_encoded_release(&encoded);
	return add_random(tags, request, err);
}

rk_status rk_tagged_set(rk_handle *handle, const rk_tags *tags, zend_string *key, zval *value, int64_t ttl_ms, bool only_new, uint64_t *bytes,
	rk_error *err)
{
	rk_request *request;
	rk_call call = rk_call_on(key, "cache_tagged_put", only_new ? 0 : RK_CALL_IDEMPOTENT);
	rk_tag_versions versions;
	zend_long stored = 0;
	zval reply;
	rk_status status = begin_writing(handle, tags, &versions, err);

	if (status != RK_OK) {
		return status;
	}
	request = rk_request_borrow();
	status = add_put(request, handle, tags, &versions, key, value, ttl_ms, only_new, bytes, err);
	if (status == RK_OK) {
		status = rk_script_run(handle, &call, &rk_lua_cache_tagged_put, request, &reply, err);
	}
	rk_request_give_back(request);
	status = rk_reply_take_long(status, &reply, &stored, err);
	return status == RK_OK && !stored ? RK_REFUSED : status;
}

rk_status rk_tagged_add(rk_handle *handle, const rk_tags *tags, zend_string *key, zend_long by, bool subtract, int64_t ttl_ms, zend_long *sum,
	rk_error *err)
{
	rk_request *request;
	rk_call call = rk_call_on(key, "cache_tagged_add", 0);
	rk_tag_versions versions;
	rk_encoded encoded;
	size_t offset;
	zval zero, reply;
	rk_status status;

	if (rk_codec_signs(handle->codec)) {
		return rk_value_refuse_add(key, err);
	}
	ZVAL_LONG(&zero, 0);
	status = begin_writing(handle, tags, &versions, err);
	if (status == RK_OK) {
		status = encode(handle, key, &zero, &versions, &encoded, &offset, err);
	}
	if (status != RK_OK) {
		return status;
	}
	request = rk_request_borrow();
	rk_script_begin(request, &rk_lua_cache_tagged_add, 1 + tags->count);
	rk_request_string(request, key);
	rk_tags_add_keys(tags, request);
	rk_request_arg(request, encoded.data, encoded.len);
	rk_request_arg_long(request, (zend_long) offset);
	rk_request_arg(request, subtract ? "DECRBY" : "INCRBY", 6);
	rk_request_arg_long(request, by);
	rk_request_arg_long(request, rk_tags_limit(ttl_ms));
	rk_encoded_release(&encoded);
	status = add_random(tags, request, err);
	if (status == RK_OK) {
		status = rk_script_run(handle, &call, &rk_lua_cache_tagged_add, request, &reply, err);
	}
	rk_request_give_back(request);
	if (status == RK_OK) {
		*sum = zval_get_long(&reply);
		zval_ptr_dtor(&reply);
	}
	rk_value_explain_add(status, key, err);
	return status;
}

/* --- many keys --------------------------------------------------------------------------------------------------- */

typedef struct {
	rk_handle *handle;
	const rk_tags *tags;
	rk_tag_versions versions;
	rk_value_age *ages; /* NULL: nobody asks */
	zend_string **dead; /* so is this */
	uint32_t found;     /* of what is read */
	int64_t ttl_ms;     /* of what is written */
	uint64_t *bytes;    /* and its size */
} many;

static rk_status take_value(void *context, uint32_t number, const zend_string *key, zval *stored, zval *value, rk_error *err)
{
	many *work = context;
	rk_value_age *age = work->ages ? &work->ages[number] : NULL;
	rk_status status;

	if (age) {
		age->soft_expiry_ms = 0;
	}
	status = decode_live(work->handle, key, &work->versions, stored, value, age, work->dead ? &work->dead[number] : NULL, err);
	if (age) {
		age->found = status == RK_OK;
	}
	work->found += status == RK_OK;
	return status;
}

rk_status rk_tagged_get_many(rk_handle *handle, const rk_tags *tags, HashTable *values, rk_value_age *ages, zend_string **dead, uint32_t *found,
	rk_error *err)
{
	many work = { .handle = handle, .tags = tags, .ages = ages, .dead = dead };
	rk_request *request;
	uint32_t count;
	zval *replies;
	rk_status status;

	*found = 0;
	if (zend_hash_num_elements(values) == 0) {
		return RK_OK;
	}
	request = rk_request_borrow();
	rk_values_add_mget(request, tags->prefix, values);
	add_mget_of_versions(tags, request);
	count = request->commands;
	status = rk_exec_all(handle, "MGET", request, &replies, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		rk_tags_find_versions(tags, &replies[count - 1], 0, &work.versions);
		status = rk_values_take(tags->prefix, values, replies, take_value, &work, err);
		rk_replies_release(replies, count);
	}
	*found = work.found;
	return status;
}

static rk_status add_value(void *context, rk_request *request, zend_string *key, zval *value, rk_error *err)
{
	const many *work = context;
	rk_status status = add_put(request, work->handle, work->tags, &work->versions, key, value, work->ttl_ms, false, work->bytes, err);

	if (status == RK_OK) {
		rk_request_end(request);
	}
	return status;
}

rk_status rk_tagged_set_many(rk_handle *handle, const rk_tags *tags, HashTable *values, int64_t ttl_ms, uint64_t *bytes, rk_error *err)
{
	many work = { .handle = handle, .tags = tags, .ttl_ms = ttl_ms, .bytes = bytes };
	rk_status status = begin_writing(handle, tags, &work.versions, err);

	return status == RK_OK ? rk_values_send(handle, tags->prefix, values, rk_lua_cache_tagged_put.name, &rk_lua_cache_tagged_put, add_value, &work, err)
						   : status;
}
