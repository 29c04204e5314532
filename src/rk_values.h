/* rk_values.h: encoded values at keys: what a cache does with one key, or with many, apart from computing.
 *
 * Keys are full keys, with prefix. User code runs here (serialization hooks), and never while a connection is leased. */
#ifndef RK_VALUES_H
#define RK_VALUES_H

#include "rk_handle.h"

/* How stale a value is, and what tells it from a newer one. */
typedef struct {
	int64_t soft_expiry_ms;   /* unix time from which it is stale; 0: as long as it is there it is good, and the rest is not set */
	uint32_t compute_cost_ms; /* 0: unknown */
	bool found;               /* of many keys: was there a value? */
	uint8_t first_len;
	char first[24]; /* of its stored bytes: the header with the soft expiry */
} rk_value_age;

/* Reads, and tells how old the value is, unless `age` is NULL. RK_REFUSED: there is none. */
rk_status rk_value_get(rk_handle *handle, zend_string *key, zval *out, rk_value_age *age, rk_error *err);

/* Reads and removes, atomically. RK_REFUSED: there is none. GETDEL, or a script where the server is older than 6.2. */
rk_status rk_value_pull(rk_handle *handle, zend_string *key, zval *out, rk_error *err);

/* Decodes what the server sent, and frees it; `age` as in rk_value_get(). RK_REFUSED when that is null. */
rk_status rk_value_decode(const rk_handle *handle, const zend_string *key, zval *stored, zval *out, rk_value_age *age, rk_error *err);

/* Says it better when a value cannot be counted with, because it is no integer. */
void rk_value_explain_add(rk_status status, const zend_string *key, rk_error *err);
/* RK_ERR_CONFIG: nothing is counted where values are signed. */
rk_status rk_value_refuse_add(const zend_string *key, rk_error *err);

/* Stores; ttl_ms as in rk_ttl.h, not RK_TTL_NONE. RK_REFUSED: `only_new`, and there is one. *bytes grows by the size it is stored with. */
rk_status rk_value_set(rk_handle *handle, zend_string *key, zval *value, int64_t ttl_ms, bool only_new, uint64_t *bytes, rk_error *err);

rk_status rk_value_exists(rk_handle *handle, zend_string *key, bool *exists, rk_error *err);

/* Sets the time to live (not RK_TTL_NONE). */
rk_status rk_value_touch(rk_handle *handle, zend_string *key, int64_t ttl_ms, bool *existed, rk_error *err);

/* Milliseconds left; -1: for ever; -2: no value. */
rk_status rk_value_ttl(rk_handle *handle, zend_string *key, zend_long *ms, rk_error *err);

/* INCRBY, or DECRBY. When there was no value, the sum lives for ttl_ms (not RK_TTL_NONE). RK_ERR_COMMAND says why when what is stored is
 * no integer; RK_ERR_CONFIG: values are signed. */
rk_status rk_value_add(rk_handle *handle, zend_string *key, zend_long by, bool subtract, int64_t ttl_ms, zend_long *sum, rk_error *err);

/* Reads all names that are keys of `values` (without prefix), and replaces what is there by what is stored; what is missing
 * stays. *found: how many are there. `ages`, unless it is NULL, receives how old each is, in the order of `values`; of those that are
 * missing, soft_expiry_ms is 0. One round trip. */
rk_status rk_values_get(rk_handle *handle, HashTable *values, rk_value_age *ages, uint32_t *found, rk_error *err);

/* Stores name => value. One round trip for each RK_VALUES_BATCH bytes. *bytes as in rk_value_set(). */
#define RK_VALUES_BATCH (8u << 20)
rk_status rk_values_set(rk_handle *handle, HashTable *values, int64_t ttl_ms, uint64_t *bytes, rk_error *err);

/* Removes the names, which have this prefix, and voids computations of them. */
rk_status rk_values_forget(rk_handle *handle, const zend_string *prefix, HashTable *values, rk_error *err);

#endif
