/* rk_flush.c: see rk_flush.h.
 *
 * Each round trip removes what the last SCAN found and scans on. The companions of a key without a hash tag are called
 * {<prefix>…}:…, so the pattern is open to the left, and what the server sends is looked at once more here. */
#include "rk_flush.h"

#include "rk_forget.h"
#include "rk_wait.h"

#include <zend_smart_str.h>

#define STEP_KEYS 1000 /* keys the server looks at in one step */

typedef enum {
	KEY_FOREIGN,
	KEY_VALUE,
	KEY_LEASE,
} key_kind;

typedef struct {
	rk_handle *handle;
	zend_string *pattern;
	char cursor[24];
	bool unlinks;    /* the request in hand begins with an UNLINK */
	uint32_t leases; /* then so many keys are forgotten; a SCAN ends it, unless that is done */
} flush;

/* *prefix*, with what globs know taken literally. */
static zend_string *pattern_of(const zend_string *prefix)
{
	smart_str pattern = { 0 };
	size_t i;

	smart_str_appendc(&pattern, '*');
	for (i = 0; i < ZSTR_LEN(prefix); i++) {
		if (strchr("*?[]^-\\", ZSTR_VAL(prefix)[i]) && ZSTR_VAL(prefix)[i]) {
			smart_str_appendc(&pattern, '\\');
		}
		smart_str_appendc(&pattern, ZSTR_VAL(prefix)[i]);
	}
	smart_str_appendc(&pattern, '*');
	smart_str_0(&pattern);
	return pattern.s;
}

static bool starts_with(const char *text, size_t len, const zend_string *start)
{
	return len >= ZSTR_LEN(start) && memcmp(text, ZSTR_VAL(start), ZSTR_LEN(start)) == 0;
}

static bool ends_with(const zend_string *text, const char *end)
{
	size_t len = strlen(end);

	return ZSTR_LEN(text) > len && memcmp(ZSTR_VAL(text) + ZSTR_LEN(text) - len, end, len) == 0;
}

/* Does a key with a hash tag belong to a lock: itself, its fence, its queue, or the wake list of a waiter? */
static bool is_of_lock(const zend_string *key)
{
	const size_t wake_len = strlen(":w:") + RK_WAIT_ID_LEN;

	return ends_with(key, ":lock") || ends_with(key, ":fence") || ends_with(key, ":q") ||
		(ZSTR_LEN(key) > wake_len && memcmp(ZSTR_VAL(key) + ZSTR_LEN(key) - wake_len, ":w:", strlen(":w:")) == 0);
}

/* What is this key to us? KEY_LEASE: *value is the key of the value being computed, owned. */
static key_kind kind_of(zend_string *key, const zend_string *prefix, zend_string **value)
{
	const size_t suffix = strlen(":lease");

	if (starts_with(ZSTR_VAL(key), ZSTR_LEN(key), prefix)) {
		if (!rk_has_hash_tag(key)) {
			return KEY_VALUE;
		}
		if (ends_with(key, ":lease")) {
			*value = zend_string_init(ZSTR_VAL(key), ZSTR_LEN(key) - suffix, false);
			return KEY_LEASE;
		}
		return ends_with(key, ":ev") || is_of_lock(key) ? KEY_FOREIGN : KEY_VALUE;
	}
	if (ZSTR_VAL(key)[0] == '{' && starts_with(ZSTR_VAL(key) + 1, ZSTR_LEN(key) - 1, prefix) && ends_with(key, "}:lease")) {
		*value = zend_string_init(ZSTR_VAL(key) + 1, ZSTR_LEN(key) - 2 - suffix, false);
		return KEY_LEASE;
	}
	return KEY_FOREIGN;
}

/* Adds the commands that remove what a SCAN found. */
static void add_removals(flush *work, rk_request *request, HashTable *keys)
{
	HashTable leases;
	zend_string *value;
	zval *key, lease;

	work->unlinks = false;
	zend_hash_init(&leases, 8, NULL, ZVAL_PTR_DTOR, false);
	ZEND_HASH_FOREACH_VAL(keys, key) {
		key_kind kind = Z_TYPE_P(key) == IS_STRING ? kind_of(Z_STR_P(key), work->handle->prefix, &value) : KEY_FOREIGN;

		if (kind == KEY_LEASE) {
			ZVAL_STR(&lease, value);
			zend_hash_next_index_insert_new(&leases, &lease);
		} else if (kind == KEY_VALUE) {
			if (!work->unlinks) {
				rk_request_begin(request);
				rk_request_literal(request, "UNLINK");
				work->unlinks = true;
			}
			rk_request_arg(request, Z_STRVAL_P(key), Z_STRLEN_P(key));
		}
	}
	ZEND_HASH_FOREACH_END();
	if (work->unlinks) {
		rk_request_end(request);
	}
	ZEND_HASH_FOREACH_VAL(&leases, key) {
		rk_forget_add(request, Z_STR_P(key));
	}
	ZEND_HASH_FOREACH_END();
	work->leases = zend_hash_num_elements(&leases);
	zend_hash_destroy(&leases);
}

static void add_scan(const flush *work, rk_request *request)
{
	rk_request_begin(request);
	rk_request_literal(request, "SCAN");
	rk_request_arg(request, work->cursor, strlen(work->cursor));
	rk_request_literal(request, "MATCH");
	rk_request_string(request, work->pattern);
	rk_request_literal(request, "COUNT");
	rk_request_arg_long(request, STEP_KEYS);
	rk_request_end(request);
}

static void count_removed(const flush *work, const zval *replies, zend_long *removed)
{
	uint32_t i, first = work->unlinks ? 1 : 0;

	if (work->unlinks && Z_TYPE(replies[0]) == IS_LONG) {
		*removed += Z_LVAL(replies[0]);
	}
	for (i = 0; i < work->leases; i++) {
		const zval *count = &replies[first + i * RK_FORGET_COMMANDS + 1];

		*removed += Z_TYPE_P(count) == IS_LONG ? Z_LVAL_P(count) : 0;
	}
}

/* Takes cursor and keys out of SCAN's answer: [cursor, [keys]]. */
static rk_status take_scan(flush *work, const zval *reply, HashTable **keys, rk_error *err)
{
	const zval *cursor = rk_reply_element(reply, 0), *found = rk_reply_element(reply, 1);

	if (!cursor || !found || Z_TYPE_P(cursor) != IS_STRING || Z_STRLEN_P(cursor) >= sizeof(work->cursor) || Z_TYPE_P(found) != IS_ARRAY) {
		return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to SCAN is not a cursor and a list of keys");
	}
	memcpy(work->cursor, Z_STRVAL_P(cursor), Z_STRLEN_P(cursor) + 1);
	*keys = Z_ARRVAL_P(found);
	GC_TRY_ADDREF(*keys);
	return RK_OK;
}

/* One round trip: removes and releases *keys (may be NULL), and with `scan` puts the next ones there. */
static rk_status step(flush *work, bool scan, HashTable **keys, zend_long *removed, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	uint32_t count;
	zval *replies;
	rk_status status;

	work->unlinks = false;
	work->leases = 0;
	if (*keys) {
		add_removals(work, request, *keys);
		zend_array_release(*keys);
		*keys = NULL;
	}
	if (scan) {
		add_scan(work, request);
	}
	count = request->commands;
	status = rk_exec_all(work->handle, scan ? "SCAN" : "UNLINK", request, &replies, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		count_removed(work, replies, removed);
		if (scan) {
			status = take_scan(work, &replies[count - 1], keys, err);
		}
		rk_replies_release(replies, count);
	}
	return status;
}

rk_status rk_flush_prefix(rk_handle *handle, zend_long *removed, rk_error *err)
{
	flush work = { .handle = handle, .pattern = pattern_of(handle->prefix), .cursor = "0" };
	bool more = true;
	HashTable *keys = NULL;
	rk_status status = RK_OK;

	*removed = 0;
	while (status == RK_OK && (more || keys)) {
		status = step(&work, more, &keys, removed, err);
		more = more && strcmp(work.cursor, "0") != 0;
		if (status == RK_OK) {
			status = rk_run_interrupts(err);
		}
	}
	if (keys) {
		zend_array_release(keys);
	}
	zend_string_release(work.pattern);
	return status;
}
