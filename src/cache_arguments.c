/* cache_arguments.c: what the methods of remember()'s kind are given: callbacks, seconds, fractions. See rk_cache.h. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_cache.h"

#include <math.h>

/* --- callbacks ---------------------------------------------------------------------------------------------------- */

bool rk_cache_check_callable(zval *compute, uint32_t arg_num)
{
	char *error = NULL;

	if (zend_is_callable_ex(compute, NULL, 0, NULL, NULL, &error)) {
		return true;
	}
	zend_argument_type_error(arg_num, "must be a valid callback, %s", error ? error : "no callback given");
	if (error) {
		efree(error);
	}
	return false;
}

void rk_cache_bind(zval *bound, zval *callback)
{
	zend_fcall_info_cache found;
	zval object;

	if (rk_cache_is_closure(callback) || !zend_is_callable_ex(callback, NULL, 0, NULL, &found, NULL)) {
		ZVAL_COPY(bound, callback);
	} else if (found.function_handler->common.fn_flags & ZEND_ACC_CALL_VIA_TRAMPOLINE) { /* __call() answers to it, which is public */
		zend_release_fcall_info_cache(&found);
		ZVAL_COPY(bound, callback);
	} else {
		if (found.object) {
			ZVAL_OBJ(&object, found.object);
		}
		zend_create_fake_closure(bound, found.function_handler, found.function_handler->common.scope, found.called_scope, found.object ? &object : NULL);
	}
}

/* --- numbers and words ---------------------------------------------------------------------------------------- */

/* "now" or "after"; false: neither. */
static bool read_refresh(const zend_string *text, bool *after)
{
	*after = zend_string_equals_literal(text, "after");
	return *after || zend_string_equals_literal(text, "now");
}

static bool is_at_most(double number, double most, uint32_t arg_num, const char *what)
{
	if (!(number >= 0 && number <= most)) {
		zend_argument_value_error(arg_num, "must be %s", what);
		return false;
	}
	return true;
}

void rk_cache_set_seconds(rk_remember_terms *terms, double wait, double lease, double stale)
{
	terms->wait_us = wait <= RK_CACHE_LONGEST_S ? (int64_t) (wait * 1e6) : RK_NO_DEADLINE;
	terms->lease_ms = (int64_t) ceil(lease * 1e3);
	terms->stale_ms = (int64_t) ceil(stale * 1e3);
}

bool rk_cache_allows(const rk_remember_terms *terms, const char *what)
{
	rk_error err;

	if (!terms->interop) {
		return true;
	}
	rk_error_set(&err, RK_ERR_CONFIG,
		"A cache with the option interop stores nothing but JSON text, and %s needs an envelope around the value, which other programs do not know: use a "
		"cache without that option for such values",
		what);
	rk_throw(&err);
	return false;
}

bool rk_cache_read_arguments(rk_remember_terms *terms, const rk_remember_arguments *given, uint32_t first)
{
	double wait = given->no_wait ? 0 : given->wait, lease = given->no_lease ? 1 : given->lease, stale = given->no_stale ? 0 : given->stale;
	rk_remember_terms cache = *terms;

	if (!(wait >= 0)) {
		zend_argument_value_error(first, "must be a number of seconds from 0 up");
		return false;
	}
	if (!(lease >= 0.001 && lease <= RK_CACHE_LONGEST_S)) {
		zend_argument_value_error(first + 1, "must be a number of seconds from 0.001 up");
		return false;
	}
	if (!is_at_most(stale, RK_CACHE_LONGEST_S, first + 2, "a number of seconds from 0 up") ||
		(!given->no_beta && !is_at_most(given->beta, RK_CACHE_MOST_BETA, first + 3, "a number from 0 to 100")) ||
		(!given->no_jitter && !is_at_most(given->jitter, 1, first + 4, "a fraction from 0 to 1"))) {
		return false;
	}
	if (given->refresh && !read_refresh(given->refresh, &terms->refresh_after)) {
		zend_argument_value_error(given->refresh_arg, "must be \"now\" or \"after\"");
		return false;
	}
	if ((stale > 0 && !rk_cache_allows(terms, "stale")) || (!given->no_beta && given->beta > 0 && !rk_cache_allows(terms, "beta"))) {
		return false;
	}
	rk_cache_set_seconds(terms, wait, lease, stale);
	terms->wait_us = given->no_wait ? cache.wait_us : terms->wait_us;
	terms->lease_ms = given->no_lease ? cache.lease_ms : terms->lease_ms;
	terms->stale_ms = given->no_stale ? cache.stale_ms : terms->stale_ms;
	terms->beta = given->no_beta ? cache.beta : given->beta;
	terms->jitter = given->no_jitter ? cache.jitter : given->jitter;
	terms->cache_null = given->no_cache_null ? cache.cache_null : given->cache_null;
	return true;
}
