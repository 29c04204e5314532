/* rk_shape_nested.c: nested replies that mean maps: stream entries, XINFO, geo answers, LCS. See rk_shape.h. */

#include "rk_shape.h"

/* [[name, list], …] -> name => list, each list changed by `change`. Nil elements (XCLAIM of a deleted entry) are left out. */
static void pairs_to_map(const rk_handle *handle, zval *reply, void (*change)(const rk_handle *, zval *))
{
	zend_array *map;
	zval *pair;

	if (Z_TYPE_P(reply) != IS_ARRAY) {
		return;
	}
	map = zend_new_array(zend_hash_num_elements(Z_ARRVAL_P(reply)));
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(reply), pair) {
		zval *name = rk_reply_element(pair, 0), *list = rk_reply_element(pair, 1);

		if (name && list && Z_TYPE_P(name) == IS_STRING) {
			change(handle, list);
			zend_symtable_update(map, Z_STR_P(name), list);
			ZVAL_NULL(list);
		}
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(reply);
	ZVAL_ARR(reply, map);
}

static void change_fields(const rk_handle *handle, zval *fields)
{
	if (Z_TYPE_P(fields) == IS_NULL) { /* an entry that was deleted while pending */
		rk_shape_nil(handle, fields);
	} else {
		rk_shape_flat_map(fields);
	}
}

void rk_shape_entries(const rk_handle *handle, zval *reply)
{
	pairs_to_map(handle, reply, change_fields);
}

void rk_shape_streams(const rk_handle *handle, zval *reply)
{
	pairs_to_map(handle, reply, rk_shape_entries);
}

/* [cursor, entries, deleted]; with JUSTID the second is a list of ids. */
void rk_shape_autoclaim(const rk_handle *handle, zval *reply)
{
	zval *entries = rk_reply_element(reply, 1), *first = rk_reply_element(entries, 0);

	if (first && Z_TYPE_P(first) != IS_STRING) {
		rk_shape_entries(handle, entries);
	}
}

/* [id, [field, value, …]]: ids begin with a digit, the names in XINFO's maps never do. */
static bool begins_with_digit(const zval *value)
{
	return Z_TYPE_P(value) == IS_STRING && Z_STRVAL_P(value)[0] >= '0' && Z_STRVAL_P(value)[0] <= '9';
}

static bool is_entry(const zval *value)
{
	const zval *id = rk_reply_element(value, 0), *fields = rk_reply_element(value, 1);

	return id && fields && begins_with_digit(id) && Z_TYPE_P(fields) == IS_ARRAY;
}

static void single_entry(zval *entry)
{
	zval *id = rk_reply_element(entry, 0), *fields = rk_reply_element(entry, 1);
	zend_array *map = zend_new_array(1);

	rk_shape_flat_map(fields);
	zend_symtable_update(map, Z_STR_P(id), fields);
	ZVAL_NULL(fields);
	zval_ptr_dtor(entry);
	ZVAL_ARR(entry, map);
}

/* Flat lists that begin with a name are maps, entries id => fields; anything else stays a list. */
void rk_shape_xinfo(const rk_handle *handle, zval *reply)
{
	zval *first = rk_reply_element(reply, 0), *name, *value;
	zend_array *list, *map;
	uint32_t n;

	if (Z_TYPE_P(reply) == IS_NULL) {
		rk_shape_nil(handle, reply);
	}
	if (!first) {
		return;
	}
	if (is_entry(reply)) {
		single_entry(reply);
		return;
	}
	if (is_entry(first)) {
		rk_shape_entries(handle, reply);
		return;
	}
	list = Z_ARRVAL_P(reply);
	n = list->nNumUsed;
	if (Z_TYPE_P(first) != IS_STRING || begins_with_digit(first) || n % 2 != 0) {
		ZEND_HASH_FOREACH_VAL(list, value) {
			rk_shape_xinfo(handle, value);
		}
		ZEND_HASH_FOREACH_END();
		return;
	}
	map = zend_new_array(n / 2);
	for (uint32_t i = 0; i < n; i += 2) {
		name = &list->arPacked[i];
		value = name + 1;
		if (Z_TYPE_P(name) != IS_STRING) {
			zval_ptr_dtor(name);
			zval_ptr_dtor(value);
			continue;
		}
		rk_shape_xinfo(handle, value);
		zend_symtable_update(map, Z_STR_P(name), value);
		zval_ptr_dtor_str(name);
	}
	rk_shape_free_shell(list);
	ZVAL_ARR(reply, map);
}

static void change_position(const rk_handle *handle, zval *position)
{
	zval *number;

	if (Z_TYPE_P(position) == IS_NULL && handle->config.nil_as_false) {
		ZVAL_EMPTY_ARRAY(position); /* as \Redis has it */
	} else if (Z_TYPE_P(position) == IS_ARRAY) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(position), number) {
			rk_shape_float(number);
		}
		ZEND_HASH_FOREACH_END();
	}
}

void rk_shape_positions(const rk_handle *handle, zval *reply)
{
	zval *position;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(reply), position) {
		change_position(handle, position);
	}
	ZEND_HASH_FOREACH_END();
}

/* Without options a list of members. With them a list of [member, distance?, hash?, position?]: what is text is the distance. */
void rk_shape_geo(const rk_handle *handle, zval *reply)
{
	zval *item, *part;
	zend_ulong index;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(reply), item) {
		if (Z_TYPE_P(item) != IS_ARRAY) {
			continue;
		}
		ZEND_HASH_FOREACH_NUM_KEY_VAL(Z_ARRVAL_P(item), index, part) {
			if (index > 0 && Z_TYPE_P(part) == IS_STRING) {
				rk_shape_float(part);
			} else if (index > 0) {
				change_position(handle, part);
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	ZEND_HASH_FOREACH_END();
}

void rk_shape_lcs(const rk_handle *handle, zval *reply)
{
	(void) handle;
	rk_shape_flat_map(reply);
}
