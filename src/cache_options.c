/* cache_options.c: what a Cache's constructor is given: where to connect, its prefix, how values are stored, how long it waits. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_rediskit.h"

#include "rk_cache.h"

#include <zend_smart_str.h>

#include <math.h>

#define COMPUTE_TTL_S 10.0
#define WAIT_S 30.0

/* Options of a Cache alone. */
static const char *const own_options[] = { "prefix", "wait", "compute_ttl", "lock_ttl", "stale", "beta", "jitter", "cache_null", "refresh", "interop",
	"on_error", "on_event" };
/* Options that say how values are stored: with a Client, all others are the Client's. */
static const char *const value_options[] = { "serializer", "compression", "compression_level", "compression_threshold", "max_value_size",
	"allowed_classes", "compat", "mac_key", "dictionary" };

#define COUNT(names) (sizeof(names) / sizeof(*(names)))

/* NULL: the option is absent or null, and what it would set stays as it is. */
static zval *find(HashTable *options, const char *name)
{
	zval *value = zend_hash_num_elements(options) ? zend_hash_str_find_deref(options, name, strlen(name)) : NULL;

	return value && Z_TYPE_P(value) != IS_NULL ? value : NULL;
}

static bool is_number(zval *value, double *number)
{
	if (Z_TYPE_P(value) != IS_LONG && Z_TYPE_P(value) != IS_DOUBLE &&
		(Z_TYPE_P(value) != IS_STRING || !is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), NULL, NULL, false))) {
		return false;
	}
	*number = zval_get_double(value);
	return true;
}

/* Reads a number of seconds from `least` to thirty years; with `endless` also INF. */
static rk_status read_seconds(HashTable *options, const char *name, double least, bool endless, double *seconds, rk_error *err)
{
	zval *value = find(options, name);
	double number;

	if (!value) {
		return RK_OK;
	}
	if (is_number(value, &number) && number >= least && (number <= RK_CACHE_LONGEST_S || (endless && isinf(number)))) {
		*seconds = number;
		return RK_OK;
	}
	return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\" must be a number of seconds from %g up", name, least);
}

/* Reads a number from 0 to `most`. */
static rk_status read_number(HashTable *options, const char *name, double most, double *number, rk_error *err)
{
	zval *value = find(options, name);

	if (!value || (is_number(value, number) && *number >= 0 && *number <= most)) {
		return RK_OK;
	}
	return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\" must be a number from 0 to %g", name, most);
}

static rk_status read_bool(HashTable *options, const char *name, bool *flag, rk_error *err)
{
	zval *value = find(options, name);

	if (!value) {
		return RK_OK;
	}
	if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE && Z_TYPE_P(value) != IS_LONG) {
		return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\" must be true or false, %s given", name, zend_zval_type_name(value));
	}
	*flag = zend_is_true(value);
	return RK_OK;
}

/* Reads one of two words: *flag is whether it is the second. */
static rk_status read_word(HashTable *options, const char *name, const char *first, const char *second, bool *flag, rk_error *err)
{
	zval *value = find(options, name);

	if (!value) {
		return RK_OK;
	}
	if (Z_TYPE_P(value) == IS_STRING) {
		*flag = zend_string_equals_cstr(Z_STR_P(value), second, strlen(second));
		if (*flag || zend_string_equals_cstr(Z_STR_P(value), first, strlen(first))) {
			return RK_OK;
		}
	}
	return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\" must be \"%s\" or \"%s\"", name, first, second);
}

static rk_status read_on_event(HashTable *options, zval *on_event, rk_error *err)
{
	zval *value = find(options, "on_event");
	char *reason = NULL;

	if (!value) {
		return RK_OK;
	}
	if (zend_is_callable_ex(value, NULL, 0, NULL, NULL, &reason)) {
		zval_ptr_dtor(on_event); /* of a constructor that failed before */
		rk_cache_bind(on_event, value);
		return RK_OK;
	}
	rk_error_set(err, RK_ERR_CONFIG, "The option \"on_event\" must be a valid callback, %.200s", reason ? reason : "no callback given");
	if (reason) {
		efree(reason);
	}
	return RK_ERR_CONFIG;
}

/* Puts the option prefix behind the one the config has. */
static rk_status append_prefix(rk_cache *cache, rk_config *config, HashTable *options, rk_error *err)
{
	zval *value = find(options, "prefix");
	smart_str prefix = { 0 };
	rk_status status;

	if (!value) {
		return RK_OK;
	}
	if (Z_TYPE_P(value) != IS_STRING) {
		return rk_error_set(err, RK_ERR_CONFIG, "The option \"prefix\" must be a string, %s given", zend_zval_type_name(value));
	}
	if (Z_STRLEN_P(value) == 0) {
		return RK_OK;
	}
	if (config->prefix_len) {
		smart_str_appendl(&prefix, config->prefix, config->prefix_len);
	}
	smart_str_append(&prefix, Z_STR_P(value));
	smart_str_0(&prefix);
	status = rk_config_set(config, ZEND_STRL("prefix"), ZSTR_VAL(prefix.s), ZSTR_LEN(prefix.s), err);
	smart_str_free(&prefix);
	cache->own_prefix = true;
	return status;
}

static bool is_among(const zend_string *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (zend_string_equals_cstr(name, names[i], strlen(names[i]))) {
			return true;
		}
	}
	return false;
}

static rk_status refuse_option(const zend_string *name, rk_error *err)
{
	smart_str names = { 0 };

	for (size_t i = 0; i < COUNT(own_options); i++) {
		smart_str_appends(&names, own_options[i]);
		smart_str_appends(&names, ", ");
	}
	for (size_t i = 0; i < COUNT(value_options); i++) {
		smart_str_appends(&names, i == 0 ? "" : i + 1 < COUNT(value_options) ? ", "
																			 : " and ");
		smart_str_appends(&names, value_options[i]);
	}
	smart_str_0(&names);
	rk_error_set(err, RK_ERR_CONFIG,
		"\"%.100s\" is no option of a Cache that is given a Client: there are %s; how to connect is the Client's to say", ZSTR_VAL(name),
		ZSTR_VAL(names.s));
	smart_str_free(&names);
	return RK_ERR_CONFIG;
}

/* Where a Client is given: are there options besides the Cache's own and those of values? */
static rk_status check_value_options(HashTable *options, rk_error *err)
{
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(options, name) {
		if (name && !is_among(name, own_options, COUNT(own_options)) && !is_among(name, value_options, COUNT(value_options))) {
			return refuse_option(name, err);
		}
	}
	ZEND_HASH_FOREACH_END();
	return RK_OK;
}

/* Is the option absent, null, or this text? */
static bool is_unset_or(HashTable *options, const char *name, const char *text)
{
	zval *value = find(options, name);

	return !value || (Z_TYPE_P(value) == IS_STRING && zend_string_equals_cstr(Z_STR_P(value), text, strlen(text)));
}

/* The option interop: whatever the Client, the DSN and php.ini say, values are JSON text; what contradicts that in the options is an error. */
static rk_status apply_interop(const rk_cache *cache, rk_config *config, HashTable *options, rk_error *err)
{
	const rk_remember_terms *terms = &cache->terms;
	rk_status status;

	if (!terms->interop) {
		return RK_OK;
	}
	if (!is_unset_or(options, "serializer", "json") || !is_unset_or(options, "compression", "none")) {
		return rk_error_set(err, RK_ERR_CONFIG,
			"The option \"interop\" means the serializer json and no compression: leave \"serializer\" and \"compression\" away, or interop");
	}
	if (!is_unset_or(options, "dictionary", "")) {
		return rk_error_set(err, RK_ERR_CONFIG, "The options \"interop\" and \"dictionary\" exclude each other: values are not compressed with interop");
	}
	if (terms->stale_ms || terms->beta > 0) {
		return rk_error_set(err, RK_ERR_CONFIG,
			"The options \"interop\" and \"%s\" exclude each other: when a value becomes stale is written in an envelope, which other programs do not know",
			terms->stale_ms ? "stale" : "beta");
	}
	if ((status = rk_config_set(config, ZEND_STRL("serializer"), ZEND_STRL("json"), err)) != RK_OK ||
		(status = rk_config_set(config, ZEND_STRL("compression"), ZEND_STRL("none"), err)) != RK_OK) {
		return status;
	}
	config->codec.dictionaries_are_read_only = true; /* the Client's */
	if (is_unset_or(options, "compat", "")) {
		status = rk_config_set(config, ZEND_STRL("compat"), ZEND_STRL("0"), err);
	}
	return status;
}

/* Where to connect, before the options. */
static rk_status base_config(rk_cache *cache, rk_config *config, zend_object *client, zend_string *dsn, rk_error *err)
{
	const char *shared = REDISKIT_G(prefix) ? REDISKIT_G(prefix) : "";
	rk_status status;

	if (client) {
		const rk_handle *handle = rk_client_handle(client);

		if (!handle) {
			zend_throw_error(NULL, "The Rediskit\\Client was not constructed");
			return rk_cache_pending(err);
		}
		if (!rk_config_copy(config, &handle->config)) {
			return rk_error_set(err, RK_ERR_CONFIG, "Out of memory while copying the Client's settings");
		}
		return RK_OK;
	}
	status = rk_handle_read_config(config, dsn, NULL, err);
	/* A prefix that a DSN of our own brought is ours; the one of php.ini is everybody's. */
	cache->own_prefix = status == RK_OK && dsn && config->prefix_len && strcmp(config->prefix, shared) != 0;
	return status;
}

/* All that are not the Cache's own. */
static rk_status apply_options(rk_config *config, HashTable *options, rk_error *err)
{
	zend_string *name;
	zval *value;
	rk_status status = RK_OK;

	ZEND_HASH_FOREACH_STR_KEY_VAL(options, name, value) {
		if (!name) {
			return rk_error_set(err, RK_ERR_CONFIG, "Options are given by name, such as ['prefix' => 'cache:'], not by position");
		}
		if (!is_among(name, own_options, COUNT(own_options)) && (status = rk_handle_set_option(config, name, value, err)) != RK_OK) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return status;
}

static rk_status read_terms(rk_cache *cache, HashTable *options, rk_error *err)
{
	double wait = WAIT_S, lease = COMPUTE_TTL_S, stale = 0;
	rk_remember_terms *terms = &cache->terms;
	rk_status status;

	*terms = (rk_remember_terms){ .beta = -1, .cache_null = true };
	if ((status = read_seconds(options, "wait", 0, true, &wait, err)) != RK_OK ||
		(status = read_seconds(options, "compute_ttl", 0.001, false, &lease, err)) != RK_OK ||
		(status = read_seconds(options, "stale", 0, false, &stale, err)) != RK_OK ||
		(status = read_number(options, "beta", RK_CACHE_MOST_BETA, &terms->beta, err)) != RK_OK ||
		(status = read_number(options, "jitter", 1, &terms->jitter, err)) != RK_OK ||
		(status = read_bool(options, "cache_null", &terms->cache_null, err)) != RK_OK ||
		(status = read_word(options, "refresh", "now", "after", &terms->refresh_after, err)) != RK_OK ||
		(status = read_bool(options, "interop", &terms->interop, err)) != RK_OK ||
		(status = read_word(options, "on_error", "throw", "miss", &terms->fail_open, err)) != RK_OK || (status = read_on_event(options, &cache->on_event, err)) != RK_OK) {
		return status;
	}
	rk_cache_set_seconds(terms, wait, lease, stale);
	return RK_OK;
}

rk_status rk_cache_configure(rk_cache *cache, zend_object *client, zend_string *dsn, HashTable *options, rk_error *err)
{
	rk_config config;
	rk_status status = client ? check_value_options(options, err) : RK_OK;

	if (status == RK_OK) {
		status = base_config(cache, &config, client, dsn, err);
	}
	if (status != RK_OK) {
		return status;
	}
	if ((status = apply_options(&config, options, err)) == RK_OK &&
		(status = append_prefix(cache, &config, options, err)) == RK_OK &&
		(status = read_seconds(options, "lock_ttl", 0.001, false, &cache->lock_ttl, err)) == RK_OK &&
		(status = read_terms(cache, options, err)) == RK_OK && (status = apply_interop(cache, &config, options, err)) == RK_OK) {
		config.fail_fast = cache->terms.fail_open;
		status = rk_handle_create(&config, true, &cache->handle, err);
		if (status == RK_OK && cache->terms.interop && rk_codec_signs(cache->handle->codec)) {
			rk_handle_release(cache->handle);
			cache->handle = NULL;
			status = rk_error_set(err, RK_ERR_CONFIG,
				"The option \"interop\" and a mac_key exclude each other, for other programs do not sign what they write: without the key ('mac_key' => '') "
				"whoever may write to the server is believed");
		}
	} else {
		rk_config_destroy(&config);
	}
	return status;
}
