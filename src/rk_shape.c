/* rk_shape.c: see rk_shape.h. Elements are moved from the reader's list into the new array, never copied. */

#include "rk_shape.h"

#include "rk_classes.h"

void rk_shape_free_shell(zend_array *list)
{
	list->nNumUsed = 0;
	list->nNumOfElements = 0;
	zend_array_destroy(list);
}

void rk_shape_float(zval *value)
{
	const char *text;
	double number;

	if (Z_TYPE_P(value) == IS_LONG) {
		ZVAL_DOUBLE(value, (double) Z_LVAL_P(value));
		return;
	}
	if (Z_TYPE_P(value) != IS_STRING) {
		return;
	}
	text = Z_STRVAL_P(value);
	if (text[0] == 'i' || text[0] == '+') {
		number = ZEND_INFINITY;
	} else if (text[0] == '-' && text[1] == 'i') {
		number = -ZEND_INFINITY;
	} else if (text[0] == 'n' || (text[0] == '-' && text[1] == 'n')) {
		number = ZEND_NAN;
	} else {
		number = zend_strtod(text, NULL);
	}
	zval_ptr_dtor_str(value);
	ZVAL_DOUBLE(value, number);
}

/* Only a reply that holds something can be taken apart. */
static bool is_list(const zval *reply)
{
	return Z_TYPE_P(reply) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(reply)) > 0;
}

static zend_always_inline rk_status decode(const rk_shape_context *context, zval *value, const char *key, size_t key_len,
	rk_error *err)
{
	if (Z_TYPE_P(value) == IS_NULL) {
		rk_shape_nil(context->handle, value);
		return RK_OK;
	}
	if (EXPECTED(context->transparent)) {
		return RK_OK;
	}
	return rk_codec_decode_in_place(context->handle->codec, value, key, key_len, err);
}

/* The words of a command, one after another: "$3\r\nfoo\r\n$…". NULL when there is no more: the server may answer more than
 * it was asked. */
static const char *next_word(const rk_shape_context *context, const char *words, const char **text, size_t *len)
{
	size_t n = 0;

	*text = "";
	*len = 0;
	if (!words || words >= context->end || *words != '$') {
		return NULL;
	}
	for (words++; *words != '\r'; words++) {
		n = n * 10 + (size_t) (*words - '0');
	}
	*text = words + 2;
	*len = n;
	return words + 2 + n + 2;
}

static zend_always_inline bool is_name(const zval *value)
{
	return Z_TYPE_P(value) == IS_STRING || Z_TYPE_P(value) == IS_LONG;
}

/* Puts value under a name that came as text, which is released. */
static zend_always_inline void put(zend_array *map, zval *name, zval *value)
{
	if (EXPECTED(Z_TYPE_P(name) == IS_STRING)) {
		zend_symtable_update(map, Z_STR_P(name), value);
		zval_ptr_dtor_str(name);
	} else {
		zend_hash_index_update(map, (zend_ulong) Z_LVAL_P(name), value);
	}
}

/* Moves a flat list into a new map; `change` may change each value on its way. */
static rk_status flat_map(const rk_shape_context *context, zval *reply,
	rk_status (*change)(const rk_shape_context *, zval *, rk_error *), rk_error *err)
{
	zend_array *list, *map;
	uint32_t n;
	rk_status status = RK_OK;

	if (!is_list(reply)) {
		return RK_OK;
	}
	list = Z_ARRVAL_P(reply);
	n = list->nNumUsed;
	map = zend_new_array(n / 2);
	zend_hash_real_init_mixed(map);
	for (uint32_t i = 0; i < n; i += 2) {
		zval *name = &list->arPacked[i], *value = name + 1;

		if (UNEXPECTED(i + 1 == n || !is_name(name))) {
			zval_ptr_dtor(name);
			if (i + 1 < n) {
				zval_ptr_dtor(value);
			}
			continue;
		}
		if (change) {
			if (EXPECTED(status == RK_OK)) {
				status = change(context, value, err);
			}
			if (UNEXPECTED(status != RK_OK)) {
				zval_ptr_dtor(name);
				zval_ptr_dtor(value);
				continue;
			}
		}
		put(map, name, value);
	}
	rk_shape_free_shell(list);
	ZVAL_ARR(reply, map);
	return status;
}

void rk_shape_flat_map(zval *reply)
{
	flat_map(NULL, reply, NULL, NULL);
}

static rk_status change_to_float(const rk_shape_context *context, zval *value, rk_error *err)
{
	(void) context;
	(void) err;
	rk_shape_float(value);
	return RK_OK;
}

static rk_status change_to_value(const rk_shape_context *context, zval *value, rk_error *err)
{
	return decode(context, value, context->key, context->key_len, err);
}

/* Values of several keys have each its own name under the MAC, values of one key share it. */
static rk_status shape_values(const rk_shape_context *context, zval *reply, rk_error *err)
{
	const char *words = context->words, *key = context->key;
	size_t key_len = context->key_len;
	bool by_key = !context->transparent && (strncmp(words, "$4\r\nMGET", 8) == 0);
	zval *value;

	if (!is_list(reply) || (context->transparent && !context->handle->config.nil_as_false)) {
		return RK_OK;
	}
	if (by_key) {
		words = next_word(context, words, &key, &key_len);
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(reply), value) {
		rk_status status;

		if (by_key) {
			words = next_word(context, words, &key, &key_len);
		}
		status = decode(context, value, key, key_len, err);
		if (UNEXPECTED(status != RK_OK)) {
			return status;
		}
	}
	ZEND_HASH_FOREACH_END();
	return RK_OK;
}

/* HMGET key field …: the fields stand in the command. */
static rk_status shape_fields(const rk_shape_context *context, zval *reply, rk_error *err)
{
	const char *words = context->words, *field;
	size_t len;
	zend_array *list, *map;
	rk_status status = RK_OK;

	if (!is_list(reply)) {
		return RK_OK;
	}
	list = Z_ARRVAL_P(reply);
	map = zend_new_array(list->nNumUsed);
	zend_hash_real_init_mixed(map);
	words = next_word(context, words, &field, &len);
	words = next_word(context, words, &field, &len);
	for (uint32_t i = 0; i < list->nNumUsed; i++) {
		zval *value = &list->arPacked[i];

		words = next_word(context, words, &field, &len);
		if (EXPECTED(status == RK_OK)) {
			status = decode(context, value, context->key, context->key_len, err);
		}
		if (EXPECTED(status == RK_OK && words)) {
			zend_symtable_str_update(map, field, len, value);
		} else {
			zval_ptr_dtor(value);
		}
	}
	rk_shape_free_shell(list);
	ZVAL_ARR(reply, map);
	return status;
}

static void shape_bool(zval *value)
{
	if (Z_TYPE_P(value) == IS_LONG) {
		ZVAL_BOOL(value, Z_LVAL_P(value) != 0);
	}
}

/* [key, value] and [key, [values]]: the key is in the reply. */
static rk_status shape_popped(const rk_shape_context *context, zval *reply, rk_error *err)
{
	zval *key = rk_reply_element(reply, 0), *value = rk_reply_element(reply, 1), *item;
	rk_status status = RK_OK;

	if (!key || !value || Z_TYPE_P(key) != IS_STRING) {
		return RK_OK;
	}
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return decode(context, value, Z_STRVAL_P(key), Z_STRLEN_P(key), err);
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), item) {
		status = decode(context, item, Z_STRVAL_P(key), Z_STRLEN_P(key), err);
		if (status != RK_OK) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return status;
}

/* Errors inside become exception objects, nils what the caller wants. */
static void shape_raw(const rk_handle *handle, zval *reply)
{
	const rk_error *error = rk_reply_error(reply);
	zval *item;

	if (error) {
		zval exception;

		rk_exception_from_error(&exception, error);
		zval_ptr_dtor(reply);
		ZVAL_COPY_VALUE(reply, &exception);
	} else if (Z_TYPE_P(reply) == IS_NULL) {
		rk_shape_nil(handle, reply);
	} else if (is_list(reply)) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(reply), item) {
			shape_raw(handle, item);
		}
		ZEND_HASH_FOREACH_END();
	}
}

/* [[member, score], …] inside ZMPOP -> member => float. */
static void scored_pairs(zval *pairs)
{
	zend_array *list, *map;

	if (!is_list(pairs)) {
		return;
	}
	list = Z_ARRVAL_P(pairs);
	map = zend_new_array(list->nNumUsed);
	for (uint32_t i = 0; i < list->nNumUsed; i++) {
		zval *member = rk_reply_element(&list->arPacked[i], 0), *score = rk_reply_element(&list->arPacked[i], 1);

		if (member && score && is_name(member)) {
			rk_shape_float(score);
			Z_TRY_ADDREF_P(member);
			put(map, member, score);
			ZVAL_NULL(score);
		}
	}
	zval_ptr_dtor(pairs);
	ZVAL_ARR(pairs, map);
}

static rk_status shape_array(const rk_shape_context *context, zval *reply, rk_error *err)
{
	const rk_handle *handle = context->handle;
	zval *item;

	switch ((rk_shape) context->shape) {
		case RK_SHAPE_VALUES:
			return shape_values(context, reply, err);
		case RK_SHAPE_MAP:
			return flat_map(context, reply, context->transparent ? NULL : change_to_value, err);
		case RK_SHAPE_TEXT_MAP:
			return flat_map(context, reply, NULL, err);
		case RK_SHAPE_SCORES:
			return flat_map(context, reply, change_to_float, err);
		case RK_SHAPE_FIELDS:
			return shape_fields(context, reply, err);
		case RK_SHAPE_KEY_VALUE:
		case RK_SHAPE_LMPOP:
			return shape_popped(context, reply, err);
		case RK_SHAPE_BOOLS:
		case RK_SHAPE_FLOATS:
			ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(reply), item) {
				if (Z_TYPE_P(item) == IS_NULL) {
					rk_shape_nil(handle, item);
				} else if (context->shape == RK_SHAPE_BOOLS) {
					shape_bool(item);
				} else {
					rk_shape_float(item);
				}
			}
			ZEND_HASH_FOREACH_END();
			break;
		case RK_SHAPE_KEY_SCORE:
			if ((item = rk_reply_element(reply, 2))) {
				rk_shape_float(item);
			}
			break;
		case RK_SHAPE_RANK_SCORE:
			if ((item = rk_reply_element(reply, 1))) {
				rk_shape_float(item);
			}
			break;
		case RK_SHAPE_ZMPOP:
			if ((item = rk_reply_element(reply, 1))) {
				scored_pairs(item);
			}
			break;
		case RK_SHAPE_ENTRIES:
			rk_shape_entries(handle, reply);
			break;
		case RK_SHAPE_STREAMS:
			rk_shape_streams(handle, reply);
			break;
		case RK_SHAPE_AUTOCLAIM:
			rk_shape_autoclaim(handle, reply);
			break;
		case RK_SHAPE_XINFO:
			rk_shape_xinfo(handle, reply);
			break;
		case RK_SHAPE_GEO:
			rk_shape_geo(handle, reply);
			break;
		case RK_SHAPE_POSITIONS:
			rk_shape_positions(handle, reply);
			break;
		case RK_SHAPE_LCS:
			rk_shape_lcs(handle, reply);
			break;
		case RK_SHAPE_RAW:
			shape_raw(handle, reply);
			break;
		default:
			break;
	}
	return RK_OK;
}

static rk_status shape_string(const rk_shape_context *context, zval *reply, rk_error *err)
{
	switch ((rk_shape) context->shape) {
		case RK_SHAPE_VALUE:
		case RK_SHAPE_VALUES:
			return decode(context, reply, context->key, context->key_len, err);
		case RK_SHAPE_FLOAT:
			rk_shape_float(reply);
			break;
		case RK_SHAPE_OK:
			zval_ptr_dtor_str(reply);
			ZVAL_TRUE(reply);
			break;
		case RK_SHAPE_INFO:
			rk_shape_info(reply);
			break;
		case RK_SHAPE_CLIENTS:
			rk_shape_client_list(reply);
			break;
		default:
			break;
	}
	return RK_OK;
}

/* For callers made for \Redis, which gives an empty array for a nil where a list was expected. */
static bool is_list_shape(uint8_t shape)
{
	return shape == RK_SHAPE_KEY_VALUE || shape == RK_SHAPE_KEY_SCORE || shape == RK_SHAPE_STREAMS;
}

rk_status rk_shape_apply(const rk_shape_context *context, zval *reply, rk_error *err)
{
	rk_status status = RK_OK;

	switch (Z_TYPE_P(reply)) {
		case IS_STRING:
			status = shape_string(context, reply, err);
			break;
		case IS_ARRAY:
			status = shape_array(context, reply, err);
			break;
		case IS_NULL:
			if (context->handle->config.nil_as_false && is_list_shape(context->shape)) {
				ZVAL_EMPTY_ARRAY(reply);
			} else {
				rk_shape_nil(context->handle, reply);
			}
			break;
		case IS_LONG:
			if (context->shape == RK_SHAPE_BOOL) {
				shape_bool(reply);
			}
			break;
	}
	if (UNEXPECTED(status != RK_OK)) {
		zval_ptr_dtor(reply);
		ZVAL_UNDEF(reply);
	}
	return status;
}
