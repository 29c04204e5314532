/* cache_refresh.c: refreshing what is stale. One caller in the cluster gets the lease; all others keep the value they have.
 *
 * It computes at once, or when the request ends: then the callback waits in a list that a shutdown function works off, after all other
 * shutdown functions, with the session closed and, where the SAPI can, the response sent. Programs that serve many requests in
 * one call Cache::runDeferred() after each. Where that time has come, or is over (in destructors, and session handlers that PHP calls last),
 * it computes at once. When the callback throws, the stale value is served, and the error log says so. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_rediskit.h"

#include "rk_cache.h"

#include <ext/standard/basic_functions.h>

#include <zend_closures.h>

#define MOST_DEFERRED 64 /* a request; further ones are refreshed at once */

/* REDISKIT_G(deferring): how far this request is. */
enum {
	DEFER_UNREGISTERED,
	DEFER_REGISTERED, /* the shutdown function will run */
	DEFER_LAST,       /* it went to the end of the line */
	DEFER_OVER,       /* nothing can be left for later any more */
};

typedef struct rk_deferred {
	struct rk_deferred *next;
	rk_fill *fill; /* owned */
	rk_remember_call call;
	zval ttl, compute, on_event; /* what the call's point to */
	bool early;
} rk_deferred;

/* --- later ------------------------------------------------------------------------------------------------------- */

static rk_deferred **last_place(uint32_t *count)
{
	rk_deferred **place = &REDISKIT_G(deferred);

	for (*count = 0; *place; (*count)++) {
		place = &(*place)->next;
	}
	return place;
}

/* Calls a function of PHP's without arguments, if there is one. False: there is not. */
static bool call_if_there(const char *name)
{
	zval function, result;

	if (!zend_hash_str_exists(EG(function_table), name, strlen(name))) {
		return false;
	}
	ZVAL_STRING(&function, name);
	ZVAL_UNDEF(&result);
	call_user_function(NULL, NULL, &function, &result, 0, NULL);
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&function);
	return true;
}

/* Destructors of what lives until the end run after the shutdown functions: PHP would take another one, and never call it. */
static bool is_in_last_destructor(void)
{
	const zend_execute_data *frame;
	const zend_function *outermost = NULL;

	if (!(EG(flags) & EG_FLAGS_IN_SHUTDOWN)) {
		return false;
	}
	for (frame = EG(current_execute_data); frame; frame = frame->prev_execute_data) {
		outermost = frame->func ? frame->func : outermost;
	}
	return outermost && outermost->common.scope && outermost->common.scope->destructor == outermost;
}

/* Has Cache::finishRequest() called when the script has ended. False: that cannot be done. */
static bool register_at_end(void)
{
	zend_function *method = zend_hash_str_find_ptr(&rk_ce_cache->function_table, ZEND_STRL("finishrequest"));
	zval function, closure, result;
	bool registered;

	zend_create_closure(&closure, method, rk_ce_cache, rk_ce_cache, NULL);
	ZVAL_STRING(&function, "register_shutdown_function");
	ZVAL_UNDEF(&result);
	registered = zend_hash_exists(EG(function_table), Z_STR(function)) &&
		call_user_function(NULL, NULL, &function, &result, 1, &closure) == SUCCESS && !EG(exception);
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&function);
	zval_ptr_dtor(&closure);
	return registered;
}

/* Is there a later, which is not now? */
static bool can_defer(void)
{
	if (REDISKIT_G(deferring) == DEFER_OVER || REDISKIT_G(running_deferred) || is_in_last_destructor()) {
		return false;
	}
	if (REDISKIT_G(deferring) == DEFER_UNREGISTERED) {
		if (!register_at_end()) {
			return false;
		}
		REDISKIT_G(deferring) = DEFER_REGISTERED;
	}
	return true;
}

/* Leaves the computation for the end of the request. False: it is to be done now. */
static bool defer(const rk_remember_call *call, rk_fill *fill, bool early)
{
	uint32_t count;
	rk_deferred **place = last_place(&count), *deferred;

	if (count >= MOST_DEFERRED || !can_defer()) {
		return false;
	}
	deferred = emalloc(sizeof(*deferred));
	*deferred = (rk_deferred){ .fill = fill, .call = *call, .early = early };
	rk_handle_share(call->handle);
	rk_tags_share(call->tags);
	zend_string_addref(call->key);
	rk_cache_bind(&deferred->compute, call->compute);
	deferred->call.compute = &deferred->compute;
	if (call->deed) {
		ZVAL_COPY(&deferred->on_event, call->deed->on_event);
	} else {
		ZVAL_UNDEF(&deferred->on_event);
	}
	if (call->ttl) {
		ZVAL_COPY(&deferred->ttl, call->ttl);
		deferred->call.ttl = &deferred->ttl;
	} else {
		ZVAL_UNDEF(&deferred->ttl);
	}
	*place = deferred;
	return true;
}

static void deferred_free(rk_deferred *deferred)
{
	rk_handle_release(deferred->call.handle);
	rk_tags_release(deferred->call.tags);
	zend_string_release(deferred->call.key);
	zval_ptr_dtor(&deferred->compute);
	zval_ptr_dtor(&deferred->ttl);
	zval_ptr_dtor(&deferred->on_event);
	efree(deferred);
}

/* --- failures ---------------------------------------------------------------------------------------------------- */

bool rk_cache_log_exception(const rk_remember_call *call)
{
	zend_object *exception = EG(exception);
	zend_string *line;
	zval held, none, *message;

	if (rk_cache_is_exiting()) {
		return false;
	}
	ZVAL_OBJ_COPY(&held, exception);
	zend_clear_exception();
	message = zend_read_property_ex(zend_get_exception_base(exception), exception, ZSTR_KNOWN(ZEND_STR_MESSAGE), true, &none);
	ZVAL_DEREF(message); /* nothing but text is told: making text of something else would call the program */
	line = strpprintf(1000, "rediskit: the cached value \"%.200s\" could not be refreshed, and is served stale: %s: %.500s", ZSTR_VAL(call->key),
		ZSTR_VAL(exception->ce->name), Z_TYPE_P(message) == IS_STRING ? Z_STRVAL_P(message) : "");
	php_log_err(ZSTR_VAL(line));
	zend_string_release(line);
	zval_ptr_dtor(&held);
	return true;
}

static void log_error(const rk_remember_call *call, const rk_error *err)
{
	zend_string *line = strpprintf(1000, "rediskit: the cached value \"%.200s\" could not be refreshed, and is served stale: %s",
		ZSTR_VAL(call->key), err->message);

	php_log_err(ZSTR_VAL(line));
	zend_string_release(line);
}

/* --- now --------------------------------------------------------------------------------------------------------- */

static rk_status compute_now(const rk_remember_call *call, rk_fill *fill, zval *value, rk_error *err)
{
	zval fresh;
	rk_status status = rk_cache_compute(call, fill, &fresh, err);

	if (status == RK_OK) {
		return rk_cache_replace(value, &fresh, err);
	}
	if (status == RK_ERR_EXCEPTION && rk_cache_log_exception(call)) {
		status = RK_OK;
	}
	return status;
}

rk_status rk_cache_refresh(const rk_remember_call *call, const rk_value_age *age, rk_refresh_reason reason, zval *value, rk_error *err)
{
	bool early = reason == RK_REFRESH_EARLY;
	rk_fill *fill;
	zval stored;
	rk_status status =
		rk_fill_begin_refresh(call->handle, call->tags, call->key, age->first, age->first_len, call->terms.lease_ms, &stored, &fill, err);

	switch (status) {
		case RK_OK:
			status = rk_cache_take_newer(call, &stored, value, err);
			break;
		case RK_AGAIN:
			return RK_OK;
		case RK_REFUSED:
			REDISKIT_G(cache_figures).early += early;
			if (call->terms.refresh_after && defer(call, fill, early)) {
				return RK_OK;
			}
			if (call->deed) {
				call->deed->all.happened |= RK_EVENT_REFRESH | (early ? RK_EVENT_EARLY : 0);
			}
			return compute_now(call, fill, value, err);
		default:
			break;
	}
	return rk_cache_is_worth_an_error(call, status, err) ? status : RK_OK;
}

/* --- the end of a request ---------------------------------------------------------------------------------------- */

/* Computes what was left for later, and tells of it. */
static void refresh(rk_deferred *deferred)
{
	rk_remember_call *call = &deferred->call;
	size_t prefix_len = call->tags ? ZSTR_LEN(call->tags->prefix) : ZSTR_LEN(call->handle->prefix);
	rk_cache_deed room;
	rk_error err;
	zval value;
	rk_status status;

	call->deed = Z_ISUNDEF(deferred->on_event) ? NULL : rk_cache_deed_begin(&room, &deferred->on_event);
	status = rk_cache_compute(call, deferred->fill, &value, &err);
	if (status == RK_OK) {
		zval_ptr_dtor(&value);
	} else if (status == RK_ERR_EXCEPTION) {
		rk_cache_log_exception(call);
	} else {
		rk_cache_note_error(call->deed, &err);
		log_error(call, &err);
	}
	if (call->deed) {
		zend_string *name = zend_string_init(ZSTR_VAL(call->key) + prefix_len, ZSTR_LEN(call->key) - prefix_len, false);

		room.all.happened |= RK_EVENT_REFRESH | RK_EVENT_DEFERRED | (deferred->early ? RK_EVENT_EARLY : 0);
		rk_cache_tell(&room, name);
		zend_string_release(name);
	}
}

/* An exit ends its own callback; when all others have had their turn, it goes on. */
static void put_exit_aside(zend_object **exit)
{
	if (EG(exception) && zend_is_unwind_exit(EG(exception))) {
		if (*exit) {
			OBJ_RELEASE(*exit);
		}
		*exit = EG(exception);
		EG(exception) = NULL;
	}
}

/* Works the list off; what the callbacks find stale themselves they refresh at once. How many were called. */
static zend_long run_deferred(void)
{
	zend_object *exit = NULL;
	zend_long done = 0;
	rk_deferred *deferred;

	REDISKIT_G(running_deferred)
	++;
	while (!EG(exception) && (deferred = REDISKIT_G(deferred))) {
		REDISKIT_G(deferred) = deferred->next;
		if (rk_fill_is_ours(deferred->fill)) {
			done++;
			refresh(deferred);
		} else {
			rk_fill_abandon(deferred->fill); /* a child leaves it to its parent */
		}
		deferred_free(deferred);
		put_exit_aside(&exit);
	}
	REDISKIT_G(running_deferred)
	--;
	if (exit && EG(exception)) {
		OBJ_RELEASE(exit);
	} else if (exit) {
		EG(exception) = exit;
	}
	return done;
}

PHP_METHOD(Rediskit_Cache, runDeferred)
{
	ZEND_PARSE_PARAMETERS_NONE();

	RETURN_LONG(run_deferred());
}

/* The shutdown function. The first time it only goes to the end of the line, behind those that may have something to say to the visitor.
 * Shutdown functions that run after it may defer refreshes, too: those register it anew. */
PHP_METHOD(Rediskit_Cache, finishRequest)
{
	ZEND_PARSE_PARAMETERS_NONE();

	if (REDISKIT_G(deferred) && REDISKIT_G(deferring) == DEFER_REGISTERED && register_at_end()) {
		REDISKIT_G(deferring) = DEFER_LAST;
		return;
	}
	REDISKIT_G(deferring) = DEFER_UNREGISTERED;
	if (!REDISKIT_G(deferred)) {
		return;
	}
	call_if_there("session_write_close");
	if (!EG(exception) && !call_if_there("fastcgi_finish_request") && !call_if_there("litespeed_finish_request")) {
		call_if_there("frankenphp_finish_request");
	}
	run_deferred();
}

void rk_cache_request_begin(void)
{
	REDISKIT_G(deferring) = DEFER_UNREGISTERED;
	REDISKIT_G(running_deferred) = 0;
	REDISKIT_G(cache_is_telling) = false;
}

/* What is left was cut off: by an exception, or by a fatal error, whose memory PHP frees as a whole. */
void rk_cache_request_end(void)
{
	rk_deferred *deferred;

	while (!CG(unclean_shutdown) && (deferred = REDISKIT_G(deferred))) {
		REDISKIT_G(deferred) = deferred->next;
		deferred_free(deferred);
	}
	REDISKIT_G(deferred) = NULL;
	REDISKIT_G(deferring) = DEFER_OVER;
}
