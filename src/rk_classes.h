/* rk_classes.h: class entries, and C constructors for objects that one class hands out of another, so that no file of layer 4
 * includes another. */
#ifndef RK_CLASSES_H
#define RK_CLASSES_H

#include "rk_handle.h"

#include <php.h>

extern zend_class_entry *rk_ce_client, *rk_ce_cache, *rk_ce_tagged_cache, *rk_ce_lock, *rk_ce_counter, *rk_ce_codec, *rk_ce_session_handler;
extern zend_class_entry *rk_ce_serializer, *rk_ce_compression;

/* exceptions.c */
extern zend_class_entry *rk_ce_exception;
/* Throws the exception class that belongs to err (does nothing but assert when err->status is RK_ERR_EXCEPTION and one is
 * pending). The only thrower. */
void rk_throw(const rk_error *err);
/* Name of that class, to be released. */
zend_string *rk_exception_name(const rk_error *err);
/* Makes that exception as a value, for a failed place in a pipeline. */
void rk_exception_from_error(zval *out, const rk_error *err);

/* client.c: the handle behind a Client object; borrowed. */
rk_handle *rk_client_handle(zend_object *client);
/* A constructor's `Client|string|array|null` argument -> a counted handle: a Client's handle is shared, anything else is read
 * as a config. Sets `use_ini_serializer` for configs. On failure an exception is pending and NULL is returned. */
rk_handle *rk_handle_from_argument(zend_object *client, zend_string *dsn, HashTable *options, bool use_ini_serializer);

/* The same from the argument itself, which is number arg_num; TypeError when it is none of these. */
static inline rk_handle *rk_handle_from_zval(const zval *argument, uint32_t arg_num, bool use_ini_serializer)
{
	ZVAL_DEREF(argument);
	switch (Z_TYPE_P(argument)) {
		case IS_NULL: return rk_handle_from_argument(NULL, NULL, NULL, use_ini_serializer);
		case IS_STRING: return rk_handle_from_argument(NULL, Z_STR_P(argument), NULL, use_ini_serializer);
		case IS_ARRAY: return rk_handle_from_argument(NULL, NULL, Z_ARRVAL_P(argument), use_ini_serializer);
		case IS_OBJECT:
			if (Z_OBJCE_P(argument) == rk_ce_client) {
				return rk_handle_from_argument(Z_OBJ_P(argument), NULL, NULL, use_ini_serializer);
			}
			ZEND_FALLTHROUGH;
		default:
			zend_argument_type_error(arg_num, "must be of type Rediskit\\Client|string|array|null, %s given",
				zend_zval_type_name(argument));
			return NULL;
	}
}

/* lock.c: a Lock over `handle` (a reference is taken), as its constructor makes it: the handle's prefix comes before `name`.
 * owner NULL: random. On failure an exception is pending, which counts name, ttl and owner as arguments 1 to 3, and *out is
 * null. */
void rk_lock_create(zval *out, rk_handle *handle, zend_string *name, double ttl, zend_string *owner);

/* One line each in MINIT; SUCCESS or FAILURE. */
zend_result rk_exceptions_minit(void);
zend_result rk_enums_minit(void);
zend_result rk_client_minit(void);
zend_result rk_key_iterator_minit(void);
zend_result rk_codec_minit(void);
zend_result rk_cache_minit(void);
zend_result rk_tagged_cache_minit(void);
zend_result rk_lock_minit(void);
zend_result rk_counter_minit(void);
zend_result rk_session_minit(void);
zend_result rk_session_handler_minit(void);
zend_result rk_session_current_minit(void);
zend_result rk_sessions_minit(void);

#endif
