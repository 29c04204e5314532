/* rk_shape.h: replies as the server sent them -> what a Client's methods return.
 *
 * A shape changes the reply in place or builds the array a caller expects out of its elements. Values are decoded here, which
 * may run user code (__unserialize, autoload): no connection is leased. */
#ifndef RK_SHAPE_H
#define RK_SHAPE_H

#include "rk_commands.h"

/* What a shape may need to know about the command that was sent. */
typedef struct {
	const rk_handle *handle;
	const char *words; /* the command's words as they were sent, from the first one ("$5\r\nHMGET\r\n…") */
	const char *end;   /* of the request */
	const char *key;   /* its first key; a MAC covers it */
	size_t key_len;
	uint8_t shape;
	bool transparent; /* values are text */
} rk_shape_context;

/* Changes `reply` to the shape. On failure it is destroyed and left undefined: RK_ERR_CODEC, or RK_ERR_EXCEPTION when user
 * code threw. */
rk_status rk_shape_apply(const rk_shape_context *context, zval *reply, rk_error *err);

/* Writes what a nil is for this handle: null, or false with nil_as_false. */
static zend_always_inline void rk_shape_nil(const rk_handle *handle, zval *out)
{
	if (handle->config.nil_as_false) {
		ZVAL_FALSE(out);
	} else {
		ZVAL_NULL(out);
	}
}

/* Text pages of a server -> arrays: INFO (rk_shape_text.c). */
void rk_shape_info(zval *reply);
void rk_shape_client_list(zval *reply);

/* Nested replies that mean maps: streams, geo, LCS (rk_shape_nested.c). `reply` is an array. */
void rk_shape_entries(const rk_handle *handle, zval *reply);
void rk_shape_streams(const rk_handle *handle, zval *reply);
void rk_shape_autoclaim(const rk_handle *handle, zval *reply);
void rk_shape_xinfo(const rk_handle *handle, zval *reply);
void rk_shape_geo(const rk_handle *handle, zval *reply);
void rk_shape_positions(const rk_handle *handle, zval *reply);
void rk_shape_lcs(const rk_handle *handle, zval *reply);

/* Shared by the files above. */

/* Text -> float; "inf" and "-inf" too. Other types stay. */
void rk_shape_float(zval *value);
/* A flat list [name, value, …] -> a map; numeric names become int keys, as everywhere in PHP. The values are moved. */
void rk_shape_flat_map(zval *reply);
/* Frees the list a shape took all elements out of. */
void rk_shape_free_shell(zend_array *list);

#endif
