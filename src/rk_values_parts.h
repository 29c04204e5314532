/* rk_values_parts.h: what the files that read and write values share: rk_values.c (one key), rk_values_many.c (many), rk_tagged.c (with tags).
 *
 * Of many values, `values` is a table by name, and the full key is prefix + name. */
#ifndef RK_VALUES_PARTS_H
#define RK_VALUES_PARTS_H

#include "rk_scripts.h"
#include "rk_values.h"

/* Adds SET with what is encoded of `value`; *bytes as in rk_value_set(). */
rk_status rk_value_add_set(rk_request *request, const rk_handle *handle, const zend_string *key, zval *value, int64_t ttl_ms, bool only_new,
	uint64_t *bytes, rk_error *err);

/* Adds MGETs of all values, none for none. */
void rk_values_add_mget(rk_request *request, const zend_string *prefix, HashTable *values);

/* Makes a value of what is stored at a key, and frees that. RK_REFUSED: there is none. The key is good during the call. */
typedef rk_status (*rk_value_taker)(void *context, uint32_t number, const zend_string *key, zval *stored, zval *value, rk_error *err);

/* Takes the replies to rk_values_add_mget() apart: puts what is there in place of what `values` has. */
rk_status rk_values_take(const zend_string *prefix, HashTable *values, const zval *replies, rk_value_taker take, void *context, rk_error *err);

/* Adds whole commands for one value. */
typedef rk_status (*rk_value_adder)(void *context, rk_request *request, zend_string *key, zval *value, rk_error *err);

/* Runs the commands that `add` adds, RK_VALUES_BATCH bytes at a time, as rk_script_run_batch() does. */
rk_status rk_values_send(rk_handle *handle, const zend_string *prefix, HashTable *values, const char *name, const rk_script *script,
	rk_value_adder add, void *context, rk_error *err);

#endif
