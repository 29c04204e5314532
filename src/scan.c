/* scan.c: Client's scan family, and the iterator of scanKeys().
 *
 * The cursor is the caller's variable: null or '0' at the beginning, int 0 at the end, where a further call returns false so
 * that loops end. */

#include "rk_client.h"

#include "../stubs/KeyIterator_arginfo.h"

#include <zend_interfaces.h>

/* A cursor is an unsigned 64-bit number: an int where that fits. */
static void read_cursor(zval *cursor, const zval *text)
{
	zend_long value;
	double overflow;

	if (Z_TYPE_P(text) != IS_STRING) {
		ZVAL_LONG(cursor, 0);
	} else if (is_numeric_string(Z_STRVAL_P(text), Z_STRLEN_P(text), &value, &overflow, false) == IS_LONG) {
		ZVAL_LONG(cursor, value);
	} else {
		ZVAL_STR_COPY(cursor, Z_STR_P(text));
	}
}

/* Begins <SCAN …> [key] cursor [MATCH] [COUNT] [TYPE]. */
static rk_status begin_scan(rk_client *client, rk_build *build, const char *wire, zend_string *key, zval *cursor,
	zend_string *pattern, zend_long count, zend_string *type, rk_error *err)
{
	rk_client_begin(client, build, NULL, err);
	build->call_flags = RK_CALL_IDEMPOTENT;
	rk_request_arg(build->request, wire, strlen(wire));
	if (key) {
		rk_build_key_text(build, ZSTR_VAL(key), ZSTR_LEN(key));
	}
	if (Z_TYPE_P(cursor) == IS_NULL) {
		rk_build_word(build, "0");
	} else if (rk_build_scalar(build, cursor, key ? 1 : 0) != RK_OK) {
		return RK_ERR_EXCEPTION;
	}
	if (pattern && ZSTR_LEN(pattern)) {
		rk_build_word(build, "MATCH");
		rk_request_string(build->request, pattern);
	}
	if (count > 0) {
		rk_build_word(build, "COUNT");
		rk_request_arg_long(build->request, count);
	}
	if (type && ZSTR_LEN(type)) {
		rk_build_word(build, "TYPE");
		rk_request_string(build->request, type);
	}
	return RK_OK;
}

/* Keys and members are strings; what goes into a map is looked at there. */
static bool is_page(const zval *page, uint8_t shape)
{
	zval *item;

	if (Z_TYPE_P(page) != IS_ARRAY) {
		return false;
	}
	if (shape == RK_SHAPE_LIST) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(page), item) {
			if (Z_TYPE_P(item) != IS_STRING) {
				return false;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	return true;
}

/* One page: *cursor_text and *page are the two parts of the reply, owned by the caller. */
static rk_status scan_page(rk_client *client, const char *wire, uint8_t shape, zend_string *key, zval *cursor,
	zend_string *pattern, zend_long count, zend_string *type, zval *cursor_text, zval *page, rk_error *err)
{
	rk_build build;
	rk_handle *handle = rk_handle_share(client->handle);
	zend_string *full_key = key ? rk_handle_key(handle, ZSTR_VAL(key), ZSTR_LEN(key)) : NULL;
	zval reply, *first, *second;
	rk_status status = begin_scan(client, &build, wire, key, cursor, pattern, count, type, err);

	status = rk_client_finish(client, &build, status, wire, &reply);
	if (status == RK_OK) {
		first = rk_reply_element(&reply, 0);
		second = rk_reply_element(&reply, 1);
		if (!first || !second || !is_page(second, shape)) {
			status = rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to %s is not a page", wire);
		} else {
			rk_shape_context context = {
				.handle = handle,
				.key = full_key ? ZSTR_VAL(full_key) : NULL,
				.key_len = full_key ? ZSTR_LEN(full_key) : 0,
				.shape = shape,
				.transparent = rk_codec_is_transparent(handle->codec),
			};

			ZVAL_COPY(cursor_text, first);
			ZVAL_COPY_VALUE(page, second);
			ZVAL_NULL(second);
			status = rk_shape_apply(&context, page, err);
			if (status != RK_OK) {
				zval_ptr_dtor(cursor_text);
			}
		}
		zval_ptr_dtor(&reply);
	}
	if (full_key) {
		zend_string_release(full_key);
	}
	rk_handle_release(handle);
	return status;
}

static void scan(INTERNAL_FUNCTION_PARAMETERS, const char *wire, uint8_t shape, bool keyed)
{
	zend_string *key = NULL, *pattern = NULL, *type = NULL;
	zend_long count = 0;
	zval *cursor, *at, text, next;
	rk_client *client;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(keyed ? 2 : 1, 4)
		if (keyed) {
			Z_PARAM_STR(key)
		}
		Z_PARAM_ZVAL(cursor)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(pattern)
		Z_PARAM_LONG(count)
		if (!keyed) {
			Z_PARAM_STR_OR_NULL(type)
		}
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS)) || !rk_client_must_not_queue(client, wire)) {
		RETURN_THROWS();
	}
	at = cursor;
	ZVAL_DEREF(at);
	if (Z_TYPE_P(at) == IS_LONG && Z_LVAL_P(at) == 0) {
		RETURN_FALSE;
	}
	if (scan_page(client, wire, shape, key, at, pattern, count, type, &text, return_value, &err) != RK_OK) {
		ZVAL_FALSE(return_value);
		rk_throw(&err);
		RETURN_THROWS();
	}
	read_cursor(&next, &text);
	zval_ptr_dtor(&text);
	ZEND_TRY_ASSIGN_REF_TMP(cursor, &next);
}

PHP_METHOD(Rediskit_Client, scan)
{
	scan(INTERNAL_FUNCTION_PARAM_PASSTHRU, "SCAN", RK_SHAPE_LIST, false);
}

PHP_METHOD(Rediskit_Client, sScan)
{
	scan(INTERNAL_FUNCTION_PARAM_PASSTHRU, "SSCAN", RK_SHAPE_LIST, true);
}

PHP_METHOD(Rediskit_Client, hScan)
{
	scan(INTERNAL_FUNCTION_PARAM_PASSTHRU, "HSCAN", RK_SHAPE_MAP, true);
}

PHP_METHOD(Rediskit_Client, zScan)
{
	scan(INTERNAL_FUNCTION_PARAM_PASSTHRU, "ZSCAN", RK_SHAPE_SCORES, true);
}

/* ---- scanKeys() ---- */

static zend_class_entry *ce_key_iterator;
static zend_object_handlers key_iterator_handlers;

typedef struct {
	zend_object *client;  /* owned */
	zend_string *pattern; /* owned, or NULL */
	zend_string *type;    /* owned, or NULL */
	zend_long count;
	zval cursor;      /* NULL: not begun; int 0: the last page is here */
	zval page;        /* UNDEF, or a list of keys */
	uint32_t index;   /* into the page */
	zend_long number; /* of the key, from 0 */
	zend_object std;  /* must be last */
} key_iterator;

static key_iterator *key_iterator_of(zend_object *object)
{
	return (key_iterator *) ((char *) object - offsetof(key_iterator, std));
}

static zend_object *key_iterator_create(zend_class_entry *ce)
{
	key_iterator *iterator = zend_object_alloc(sizeof(key_iterator), ce);

	zend_object_std_init(&iterator->std, ce);
	object_properties_init(&iterator->std, ce);
	iterator->std.handlers = &key_iterator_handlers;
	ZVAL_NULL(&iterator->cursor);
	ZVAL_UNDEF(&iterator->page);
	return &iterator->std;
}

static void key_iterator_free(zend_object *object)
{
	key_iterator *iterator = key_iterator_of(object);

	zval_ptr_dtor(&iterator->cursor);
	zval_ptr_dtor(&iterator->page);
	if (iterator->pattern) {
		zend_string_release(iterator->pattern);
	}
	if (iterator->type) {
		zend_string_release(iterator->type);
	}
	if (iterator->client) {
		OBJ_RELEASE(iterator->client);
	}
	zend_object_std_dtor(object);
}

/* Reads pages until one has keys. False: the end, or an exception. */
static bool next_page(key_iterator *iterator)
{
	rk_client *client = rk_client_from_object(iterator->client);
	zval text;
	rk_error err;

	while (!(Z_TYPE(iterator->cursor) == IS_LONG && Z_LVAL(iterator->cursor) == 0)) {
		zval_ptr_dtor(&iterator->page);
		ZVAL_UNDEF(&iterator->page);
		iterator->index = 0;
		if (!rk_client_must_not_queue(client, "SCAN")) {
			return false;
		}
		if (scan_page(client, "SCAN", RK_SHAPE_LIST, NULL, &iterator->cursor, iterator->pattern, iterator->count,
				iterator->type, &text, &iterator->page, &err) != RK_OK) {
			ZVAL_UNDEF(&iterator->page);
			rk_throw(&err);
			return false;
		}
		zval_ptr_dtor(&iterator->cursor);
		read_cursor(&iterator->cursor, &text);
		zval_ptr_dtor(&text);
		if (zend_hash_num_elements(Z_ARRVAL(iterator->page)) > 0) {
			return true;
		}
	}
	return false;
}

static zval *current_key(const key_iterator *iterator)
{
	return rk_reply_element(&iterator->page, iterator->index);
}

PHP_METHOD(Rediskit_KeyIterator, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Rediskit_KeyIterator, current)
{
	zval *key;

	ZEND_PARSE_PARAMETERS_NONE();
	if ((key = current_key(key_iterator_of(Z_OBJ_P(ZEND_THIS))))) {
		RETURN_COPY(key);
	}
}

PHP_METHOD(Rediskit_KeyIterator, key)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(key_iterator_of(Z_OBJ_P(ZEND_THIS))->number);
}

PHP_METHOD(Rediskit_KeyIterator, next)
{
	key_iterator *iterator = key_iterator_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	iterator->index++;
	iterator->number++;
	if (!current_key(iterator)) {
		next_page(iterator);
	}
}

PHP_METHOD(Rediskit_KeyIterator, valid)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(current_key(key_iterator_of(Z_OBJ_P(ZEND_THIS))) != NULL);
}

PHP_METHOD(Rediskit_KeyIterator, rewind)
{
	key_iterator *iterator = key_iterator_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	zval_ptr_dtor(&iterator->cursor);
	ZVAL_NULL(&iterator->cursor);
	iterator->number = 0;
	next_page(iterator);
}

PHP_METHOD(Rediskit_Client, scanKeys)
{
	zend_string *pattern = NULL, *type = NULL;
	zend_long count = 1000;
	key_iterator *iterator;

	ZEND_PARSE_PARAMETERS_START(0, 3)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(pattern)
		Z_PARAM_LONG(count)
		Z_PARAM_STR_OR_NULL(type)
	ZEND_PARSE_PARAMETERS_END();

	if (count < 1) {
		zend_argument_value_error(2, "must be greater than 0");
		RETURN_THROWS();
	}
	if (!rk_client_of_this(ZEND_THIS)) {
		RETURN_THROWS();
	}
	object_init_ex(return_value, ce_key_iterator);
	iterator = key_iterator_of(Z_OBJ_P(return_value));
	iterator->client = Z_OBJ_P(ZEND_THIS);
	GC_ADDREF(iterator->client);
	iterator->pattern = pattern ? zend_string_copy(pattern) : NULL;
	iterator->type = type ? zend_string_copy(type) : NULL;
	iterator->count = count;
}

zend_result rk_key_iterator_minit(void)
{
	ce_key_iterator = register_class_Rediskit_KeyIterator(zend_ce_iterator);
	ce_key_iterator->create_object = key_iterator_create;
	key_iterator_handlers = std_object_handlers;
	key_iterator_handlers.offset = offsetof(key_iterator, std);
	key_iterator_handlers.free_obj = key_iterator_free;
	key_iterator_handlers.clone_obj = NULL;
	return SUCCESS;
}
