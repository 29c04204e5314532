/* counter.c: Rediskit\Counter, an integer in Redis with a floor and a ceiling.
 *
 * Every operation is one round trip: a plain command where nothing has to be compared, else the script counter_add. The object holds a
 * counted handle and its key, and keeps no connection.
 *
 * For the script a bound is turned into a limit: the highest (lowest) value that the step may still be added to. So nothing is added up
 * before INCRBY does it, and no sum can overflow unnoticed. */

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <php.h>
#include <zend_attributes.h>
#include <zend_exceptions.h>

#include "rk_classes.h"
#include "rk_lua.h"

#include "../stubs/Counter_arginfo.h"

#include <math.h>

#define COUNTER_TTL_MIN 0.001
#define COUNTER_TTL_MAX 1e9
#define COUNTER_NAME_SHOWN 100 /* bytes of a name in messages */

zend_class_entry *rk_ce_counter;

static zend_object_handlers counter_handlers;

typedef struct {
	rk_handle *handle; /* owned, counted; NULL until the constructor has ended */
	zend_string *name; /* owned */
	zend_string *key;  /* owned, with prefix */
	zend_long floor, ceiling;
	bool has_floor, has_ceiling;
	int64_t ttl_ms;  /* 0: for ever */
	zend_object std; /* must be last */
} rk_counter;

static rk_counter *counter_from_object(zend_object *object)
{
	return (rk_counter *) ((char *) object - offsetof(rk_counter, std));
}

#define Z_COUNTER_P(zv) counter_from_object(Z_OBJ_P(zv))

/* The counter of a method call; NULL with an Error pending when its constructor has not ended. */
static rk_counter *counter_of_this(zval *object)
{
	rk_counter *counter = Z_COUNTER_P(object);

	if (UNEXPECTED(!counter->handle)) {
		zend_throw_error(NULL, "The Rediskit\\Counter was not constructed");
		return NULL;
	}
	return counter;
}

static zend_object *counter_new(zend_class_entry *ce)
{
	rk_counter *counter = zend_object_alloc(sizeof(rk_counter), ce);

	zend_object_std_init(&counter->std, ce);
	object_properties_init(&counter->std, ce);
	counter->std.handlers = &counter_handlers;
	return &counter->std;
}

static void counter_free(zend_object *object)
{
	rk_counter *counter = counter_from_object(object);

	if (counter->handle) {
		zend_string_release(counter->name);
		zend_string_release(counter->key);
		rk_handle_release(counter->handle);
	}
	zend_object_std_dtor(object);
}

/* ---- operations; none of them knows PHP frames ---- */

static rk_call counter_call(const rk_counter *counter, const char *name, uint32_t flags)
{
	return (rk_call){ .name = name, .key = ZSTR_VAL(counter->key), .key_len = ZSTR_LEN(counter->key), .flags = flags };
}

static void add_key(rk_request *request, const rk_counter *counter)
{
	rk_request_string(request, counter->key);
}

static rk_status not_an_integer(const rk_counter *counter, rk_error *err)
{
	rk_error_set(err, RK_ERR_COMMAND,
		"The counter \"%.*s\" holds a value that is not a 64-bit integer: something else was stored under its key. Use another name, or "
		"reset() it",
		COUNTER_NAME_SHOWN, ZSTR_VAL(counter->name));
	strcpy(err->prefix, "ERR");
	return RK_ERR_COMMAND;
}

/* Words the server's errors about the value, which are terse, in terms of the counter. */
static rk_status explain(const rk_counter *counter, rk_status status, rk_error *err)
{
	if (status != RK_ERR_COMMAND || strcmp(err->prefix, "ERR") != 0) {
		return status;
	}
	if (strstr(err->message, "not an integer")) {
		return not_an_integer(counter, err);
	}
	if (strstr(err->message, "would overflow")) {
		rk_error_set(err, RK_ERR_COMMAND, "The counter \"%.*s\" cannot go beyond 64 bits: the change would overflow and was not made",
			COUNTER_NAME_SHOWN, ZSTR_VAL(counter->name));
		strcpy(err->prefix, "ERR");
	}
	return status;
}

/* A stored value, as GET gives it, or an integer reply. RK_REFUSED: there is none. Only the text that INCRBY takes too is an
 * integer. */
static rk_status read_value(const rk_counter *counter, const zval *reply, zend_long *value, rk_error *err)
{
	char buffer[MAX_LENGTH_OF_LONG + 1], *end = buffer + sizeof(buffer) - 1, *text;

	switch (Z_TYPE_P(reply)) {
		case IS_LONG: *value = Z_LVAL_P(reply); return RK_OK;
		case IS_NULL: return RK_REFUSED;
		case IS_STRING: break;
		default: return not_an_integer(counter, err);
	}
	*value = ZEND_STRTOL(Z_STRVAL_P(reply), NULL, 10);
	text = zend_print_long_to_buf(end, *value);
	if (Z_STRLEN_P(reply) != (size_t) (end - text) || memcmp(Z_STRVAL_P(reply), text, Z_STRLEN_P(reply)) != 0) {
		return not_an_integer(counter, err);
	}
	return RK_OK;
}

/* Ends the request, a plain command, and runs it. RK_REFUSED: the answer is nil. */
static rk_status run_command(const rk_counter *counter, const rk_call *call, rk_request *request, zend_long *value, rk_error *err)
{
	zval reply;
	rk_status status;

	rk_request_end(request);
	status = rk_exec(counter->handle, call, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = read_value(counter, &reply, value, err);
		zval_ptr_dtor(&reply);
	}
	return status;
}

static rk_status counter_get(const rk_counter *counter, zend_long *value, rk_error *err)
{
	rk_call call = counter_call(counter, "GET", RK_CALL_IDEMPOTENT);
	rk_request *request = rk_request_borrow();

	rk_request_begin(request);
	rk_request_literal(request, "GET");
	add_key(request, counter);
	return run_command(counter, &call, request, value, err);
}

static rk_status counter_set(const rk_counter *counter, zend_long value, rk_error *err)
{
	rk_call call = counter_call(counter, "SET", RK_CALL_IDEMPOTENT);
	rk_request *request = rk_request_borrow();
	zval reply;
	rk_status status;

	rk_request_begin(request);
	rk_request_literal(request, "SET");
	add_key(request, counter);
	rk_request_arg_long(request, value);
	if (counter->ttl_ms) {
		rk_request_literal(request, "PX");
		rk_request_arg_long(request, counter->ttl_ms);
	}
	rk_request_end(request);
	status = rk_exec(counter->handle, &call, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		zval_ptr_dtor(&reply);
	}
	return status;
}

/* Adds what no bound can stop, to a counter that lives for ever. */
static rk_status add_freely(const rk_counter *counter, zend_long by, zend_long *value, rk_error *err)
{
	rk_call call = counter_call(counter, "INCRBY", 0);
	rk_request *request = rk_request_borrow();

	rk_request_begin(request);
	rk_request_literal(request, "INCRBY");
	add_key(request, counter);
	rk_request_arg_long(request, by);
	return explain(counter, run_command(counter, &call, request, value, err), err);
}

static rk_status add_within(const rk_counter *counter, zend_long by, const zend_long *limit, zend_long *value, rk_error *err)
{
	rk_call call = counter_call(counter, "counter_add", 0);
	rk_request *request = rk_request_borrow();
	zval reply;
	rk_status status;

	rk_script_begin(request, &rk_lua_counter_add, 1);
	add_key(request, counter);
	rk_request_arg_long(request, by);
	if (limit) {
		rk_request_arg_long(request, *limit);
	} else {
		rk_request_literal(request, "");
	}
	rk_request_arg_long(request, counter->ttl_ms);
	status = rk_script_run(counter->handle, &call, &rk_lua_counter_add, request, &reply, err);
	rk_request_give_back(request);
	if (status == RK_OK) {
		status = read_value(counter, &reply, value, err);
		zval_ptr_dtor(&reply);
	}
	return explain(counter, status, err);
}

/* Adds `by`, which is not 0. RK_OK: *value is the new value. RK_REFUSED: a bound would be crossed, nothing changed. */
static rk_status counter_add(const rk_counter *counter, zend_long by, zend_long *value, rk_error *err)
{
	bool bounded = by > 0 ? counter->has_ceiling : counter->has_floor;
	zend_long limit;

	if (!bounded) {
		return counter->ttl_ms ? add_within(counter, by, NULL, value, err) : add_freely(counter, by, value, err);
	}
	/* A limit beyond 64 bits means that no value is low (high) enough. */
	if (by > 0 ? counter->ceiling < ZEND_LONG_MIN + by : counter->floor > ZEND_LONG_MAX + by) {
		return RK_REFUSED;
	}
	limit = (by > 0 ? counter->ceiling : counter->floor) - by;
	return add_within(counter, by, &limit, value, err);
}

/* RK_REFUSED: it does not exist or lives for ever. */
static rk_status counter_ttl(const rk_counter *counter, zend_long *ms, rk_error *err)
{
	rk_call call = counter_call(counter, "PTTL", RK_CALL_IDEMPOTENT);
	rk_request *request = rk_request_borrow();
	rk_status status;

	rk_request_begin(request);
	rk_request_literal(request, "PTTL");
	add_key(request, counter);
	status = run_command(counter, &call, request, ms, err);
	return status == RK_OK && *ms < 0 ? RK_REFUSED : status;
}

static rk_status counter_reset(const rk_counter *counter, zend_long *removed, rk_error *err)
{
	rk_call call = counter_call(counter, "DEL", 0);
	rk_request *request = rk_request_borrow();

	rk_request_begin(request);
	rk_request_literal(request, "DEL");
	add_key(request, counter);
	return run_command(counter, &call, request, removed, err);
}

/* ---- methods ---- */

/* `ttl`: NULL, an int or a float. false: an exception is pending. */
static bool read_ttl(const zval *ttl, uint32_t arg_num, int64_t *ms)
{
	double seconds;

	*ms = 0;
	if (!ttl) {
		return true;
	}
	seconds = Z_TYPE_P(ttl) == IS_LONG ? (double) Z_LVAL_P(ttl) : Z_DVAL_P(ttl);
	if (!(seconds >= COUNTER_TTL_MIN && seconds <= COUNTER_TTL_MAX)) {
		zend_argument_value_error(arg_num, "must be between 0.001 and 1000000000 seconds, or null");
		return false;
	}
	*ms = llround(seconds * 1000);
	return true;
}

PHP_METHOD(Rediskit_Counter, __construct)
{
	rk_counter *counter = Z_COUNTER_P(ZEND_THIS);
	zval *client, *ttl = NULL;
	zend_string *name;
	zend_long floor = 0, ceiling = 0;
	bool no_floor = true, no_ceiling = true;
	rk_handle *handle;

	ZEND_PARSE_PARAMETERS_START(2, 5)
		Z_PARAM_ZVAL(client)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(floor, no_floor)
		Z_PARAM_LONG_OR_NULL(ceiling, no_ceiling)
		Z_PARAM_NUMBER_OR_NULL(ttl)
	ZEND_PARSE_PARAMETERS_END();

	if (counter->handle) {
		zend_throw_error(NULL, "A counter cannot be constructed twice");
		RETURN_THROWS();
	}
	if (ZSTR_LEN(name) == 0) {
		zend_argument_value_error(2, "cannot be empty");
		RETURN_THROWS();
	}
	if (!no_floor && !no_ceiling && floor > ceiling) {
		zend_argument_value_error(4, "must be greater than or equal to argument #3 ($floor)");
		RETURN_THROWS();
	}
	if (!read_ttl(ttl, 5, &counter->ttl_ms)) {
		RETURN_THROWS();
	}
	handle = rk_handle_from_zval(client, 1, false);
	if (!handle) {
		RETURN_THROWS();
	}
	counter->key = rk_handle_key(handle, ZSTR_VAL(name), ZSTR_LEN(name));
	counter->name = zend_string_copy(name);
	counter->handle = handle; /* last: memory_limit may end the request before */
	counter->has_floor = !no_floor;
	counter->has_ceiling = !no_ceiling;
	counter->floor = floor;
	counter->ceiling = ceiling;
}

PHP_METHOD(Rediskit_Counter, get)
{
	rk_counter *counter;
	zend_long value = 0;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(counter = counter_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	switch (counter_get(counter, &value, &err)) {
		case RK_OK: RETURN_LONG(value);
		case RK_REFUSED: RETURN_LONG(0);
		default: rk_throw(&err);
	}
}

PHP_METHOD(Rediskit_Counter, set)
{
	rk_counter *counter;
	zend_long value;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(value)
	ZEND_PARSE_PARAMETERS_END();

	if (!(counter = counter_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (counter->has_floor && value < counter->floor) {
		zend_argument_value_error(1, "must not be below the floor, " ZEND_LONG_FMT, counter->floor);
		RETURN_THROWS();
	}
	if (counter->has_ceiling && value > counter->ceiling) {
		zend_argument_value_error(1, "must not be above the ceiling, " ZEND_LONG_FMT, counter->ceiling);
		RETURN_THROWS();
	}
	if (counter_set(counter, value, &err) != RK_OK) {
		rk_throw(&err);
	}
}

/* increment() and decrement(): `sign` is 1 or -1. */
static void add(INTERNAL_FUNCTION_PARAMETERS, int sign)
{
	rk_counter *counter;
	zend_long by = 1, value = 0;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(by)
	ZEND_PARSE_PARAMETERS_END();

	if (!(counter = counter_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (by < 1) {
		zend_argument_value_error(1, "must be greater than 0; use %s() for the other direction", sign > 0 ? "decrement" : "increment");
		RETURN_THROWS();
	}
	switch (counter_add(counter, sign * by, &value, &err)) {
		case RK_OK: RETURN_LONG(value);
		case RK_REFUSED: RETURN_NULL();
		default: rk_throw(&err);
	}
}

PHP_METHOD(Rediskit_Counter, increment)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, 1);
}

PHP_METHOD(Rediskit_Counter, decrement)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, -1);
}

PHP_METHOD(Rediskit_Counter, ttl)
{
	rk_counter *counter;
	zend_long ms = 0;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(counter = counter_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	switch (counter_ttl(counter, &ms, &err)) {
		case RK_OK: RETURN_DOUBLE((double) ms / 1000);
		case RK_REFUSED: RETURN_NULL();
		default: rk_throw(&err);
	}
}

PHP_METHOD(Rediskit_Counter, reset)
{
	rk_counter *counter;
	zend_long removed = 0;
	rk_error err;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!(counter = counter_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (counter_reset(counter, &removed, &err) != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_BOOL(removed > 0);
}

zend_result rk_counter_minit(void)
{
	rk_ce_counter = register_class_Rediskit_Counter();
	rk_ce_counter->create_object = counter_new;
	memcpy(&counter_handlers, zend_get_std_object_handlers(), sizeof(counter_handlers));
	counter_handlers.offset = offsetof(rk_counter, std);
	counter_handlers.free_obj = counter_free;
	counter_handlers.clone_obj = NULL;
	return SUCCESS;
}
