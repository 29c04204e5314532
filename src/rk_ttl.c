/* rk_ttl.c: see rk_ttl.h. */
#include "rk_ttl.h"

#include "ext/date/php_date.h"
#include <zend_exceptions.h>
#include <zend_interfaces.h>

#include <math.h>

#define LONGEST_SECONDS 1000000000000LL /* 31,700 years: the sum with the server's clock stays far from its limits */

/* Calls a method of `ce` itself, whatever a subclass made of it. */
static bool call_method(zval *object, zend_class_entry *ce, const char *name, zval *argument, zval *result)
{
	zend_function *function = zend_hash_str_find_ptr(&ce->function_table, name, strlen(name));

	ZVAL_UNDEF(result);
	zend_call_known_function(function, Z_OBJ_P(object), Z_OBJCE_P(object), result, 1, argument, NULL);
	return !EG(exception);
}

/* Microseconds since 1970. */
static bool moment_us(zval *date, int64_t *us)
{
	zend_class_entry *ce = instanceof_function(Z_OBJCE_P(date), php_date_get_immutable_ce()) ? php_date_get_immutable_ce() : php_date_get_date_ce();
	zval format, text;
	bool ok;

	ZVAL_STRINGL(&format, "Uu", 2); /* six digits of microseconds behind the seconds */
	ok = call_method(date, ce, "format", &format, &text);
	zval_ptr_dtor_str(&format);
	if (ok) {
		*us = Z_TYPE(text) == IS_STRING ? ZEND_STRTOL(Z_STRVAL(text), NULL, 10) : 0;
	}
	zval_ptr_dtor(&text);
	return ok;
}

/* From now until `date`, or until `interval` has passed. */
static bool left_us(zval *date, zval *interval, int64_t *us)
{
	zval now, then;
	int64_t now_us = 0, then_us = 0;
	bool ok;

	ZVAL_UNDEF(&then);
	php_date_instantiate(php_date_get_immutable_ce(), &now);
	ok = php_date_initialize(Z_PHPDATE_P(&now), "now", 3, NULL, NULL, 0) && moment_us(&now, &now_us);
	if (ok) {
		ok = date ? moment_us(date, &then_us)
				  : call_method(&now, php_date_get_immutable_ce(), "add", interval, &then) && moment_us(&then, &then_us);
	}
	zval_ptr_dtor(&then);
	zval_ptr_dtor(&now);
	*us = then_us > 0 ? then_us - now_us : -1; /* before 1970 a difference could overflow */
	return ok;
}

typedef enum {
	TTL_OK,
	TTL_THREW,
	TTL_WRONG_TYPE,
	TTL_NOT_FINITE,
	TTL_TOO_LONG,
} ttl_verdict;

static ttl_verdict from_seconds(double seconds, int64_t *ms)
{
	if (!isfinite(seconds)) {
		return TTL_NOT_FINITE;
	}
	if (seconds > (double) LONGEST_SECONDS) {
		return TTL_TOO_LONG;
	}
	/* 0.3 * 1000 is a little more than 300: what a double cannot hold is no millisecond. */
	*ms = seconds > 0 ? (int64_t) ceil(seconds * 1000 - 1e-6) : RK_TTL_NONE;
	*ms = seconds > 0 && *ms < 1 ? 1 : *ms;
	return TTL_OK;
}

static ttl_verdict from_object(zval *object, int64_t *ms)
{
	bool is_date = instanceof_function(Z_OBJCE_P(object), php_date_get_interface_ce());
	int64_t us;

	if (!is_date && !instanceof_function(Z_OBJCE_P(object), php_date_get_interval_ce())) {
		return TTL_WRONG_TYPE;
	}
	if (!left_us(is_date ? object : NULL, is_date ? NULL : object, &us)) {
		return TTL_THREW;
	}
	if (us / 1000000 > LONGEST_SECONDS) {
		return TTL_TOO_LONG;
	}
	*ms = us > 0 ? (us + 999) / 1000 : RK_TTL_NONE;
	return TTL_OK;
}

static ttl_verdict from_value(zval *value, uint32_t arg_num, int64_t *ms);

/* "60" and true, unless the caller declared strict_types. Of a copy: PHP converts in place, and the value may be in an array of the caller's. */
static ttl_verdict from_scalar(const zval *value, uint32_t arg_num, int64_t *ms)
{
	zval copy, *number;
	bool converted;

	ZVAL_COPY(&copy, value);
	converted = zend_parse_arg_number(&copy, &number, false, arg_num);
	if (!converted) {
		zval_ptr_dtor(&copy);
		return EG(exception) ? TTL_THREW : TTL_WRONG_TYPE;
	}
	return from_value(number, 0, ms);
}

static ttl_verdict from_value(zval *value, uint32_t arg_num, int64_t *ms)
{
	ZVAL_DEREF(value);
	switch (Z_TYPE_P(value)) {
		case IS_NULL:
			*ms = RK_TTL_FOREVER;
			return TTL_OK;
		case IS_LONG:
			if (Z_LVAL_P(value) > LONGEST_SECONDS) {
				return TTL_TOO_LONG;
			}
			*ms = Z_LVAL_P(value) > 0 ? Z_LVAL_P(value) * 1000 : RK_TTL_NONE;
			return TTL_OK;
		case IS_DOUBLE:
			return from_seconds(Z_DVAL_P(value), ms);
		case IS_OBJECT:
			return from_object(value, ms);
		default:
			return arg_num ? from_scalar(value, arg_num, ms) : TTL_WRONG_TYPE;
	}
}

#define TTL_TYPES "DateInterval|DateTimeInterface|int|float|null"

bool rk_ttl_from_argument(zval *argument, uint32_t arg_num, int64_t *ms)
{
	switch (from_value(argument, arg_num, ms)) {
		case TTL_OK:
			return true;
		case TTL_WRONG_TYPE:
			zend_argument_type_error(arg_num, "must be of type " TTL_TYPES ", %s given", zend_zval_type_name(argument));
			break;
		case TTL_NOT_FINITE:
			zend_argument_value_error(arg_num, "must be a finite number of seconds; null is for ever");
			break;
		case TTL_TOO_LONG:
			zend_argument_value_error(arg_num, "must be at most %lld seconds; null is for ever", LONGEST_SECONDS);
			break;
		case TTL_THREW:
			break;
	}
	return false;
}

bool rk_ttl_from_result(zval *result, int64_t *ms)
{
	switch (from_value(result, 0, ms)) {
		case TTL_OK:
			return true;
		case TTL_WRONG_TYPE:
			zend_type_error("A time to live must be of type " TTL_TYPES ", %s returned", zend_zval_type_name(result));
			break;
		case TTL_NOT_FINITE:
			zend_value_error("A time to live must be a finite number of seconds; null is for ever");
			break;
		case TTL_TOO_LONG:
			zend_value_error("A time to live must be at most %lld seconds; null is for ever", LONGEST_SECONDS);
			break;
		case TTL_THREW:
			break;
	}
	return false;
}
