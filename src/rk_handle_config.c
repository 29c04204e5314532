/* rk_handle_config.c: what a constructor is given -> an rk_config: first the INI, then a DSN or the options of an array. See
 * rk_handle.h. */
#include "rk_handle.h"

#include "php_rediskit.h"

#include <zend_enum.h>
#include <zend_smart_str.h>

#include <stdlib.h>

static rk_status apply_text(rk_config *config, const char *option, const char *value, rk_error *err)
{
	return value && *value ? rk_config_set(config, option, strlen(option), value, strlen(value), err) : RK_OK;
}

static rk_status apply_ini(rk_config *config, rk_error *err)
{
	config->timeout_us = (int64_t) (REDISKIT_G(timeout) * 1e6);
	config->read_timeout_us = (int64_t) (REDISKIT_G(read_timeout) * 1e6);
	config->persistent = REDISKIT_G(persistent);
	config->max_retries = (int) REDISKIT_G(max_retries);
	return apply_text(config, "prefix", REDISKIT_G(prefix), err);
}

#define GROUPS_MAX 4 /* groups of options in groups; one that contains itself has no end */

static rk_status apply_options(rk_config *config, HashTable *options, unsigned depth, rk_error *err);

static rk_status not_settable(zend_string *name, const zval *value, rk_error *err)
{
	return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\" must be a string, a number or a bool, %s given", ZSTR_VAL(name),
		zend_zval_type_name(value));
}

/* allowed_classes may be a list. */
static rk_status apply_list(rk_config *config, zend_string *name, HashTable *list, rk_error *err)
{
	smart_str text = { 0 };
	zval *item;
	rk_status status;

	ZEND_HASH_FOREACH_VAL(list, item) {
		ZVAL_DEREF(item);
		if (Z_TYPE_P(item) != IS_STRING) {
			smart_str_free(&text);
			return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\" must be a list of strings", ZSTR_VAL(name));
		}
		if (text.s) {
			smart_str_appendc(&text, ',');
		}
		smart_str_append(&text, Z_STR_P(item));
	}
	ZEND_HASH_FOREACH_END();
	smart_str_0(&text);
	status = rk_config_set(config, ZSTR_VAL(name), ZSTR_LEN(name), text.s ? ZSTR_VAL(text.s) : "", text.s ? ZSTR_LEN(text.s) : 0, err);
	smart_str_free(&text);
	return status;
}

bool rk_handle_read_credentials(zval *credentials, zval **user, zval **password)
{
	HashTable *list;

	*user = NULL;
	*password = credentials;
	if (Z_TYPE_P(credentials) == IS_ARRAY) {
		list = Z_ARRVAL_P(credentials);
		*user = zend_hash_index_find_deref(list, 0);
		*password = zend_hash_index_find_deref(list, 1);
		if (!*password && *user) {
			*password = *user;
			*user = NULL;
		}
		if (!*password) {
			*user = zend_hash_str_find_deref(list, ZEND_STRL("user"));
			*password = zend_hash_str_find_deref(list, ZEND_STRL("pass"));
		}
	}
	return *password && Z_TYPE_P(*password) == IS_STRING && (!*user || Z_TYPE_P(*user) == IS_STRING);
}

static rk_status apply_credentials(rk_config *config, zval *credentials, rk_error *err)
{
	zval *user, *password;
	rk_status status;

	if (!rk_handle_read_credentials(credentials, &user, &password)) {
		return rk_error_set(err, RK_ERR_CONFIG, "The option \"auth\" must be a password, [password] or [user, password]");
	}
	status = user ? rk_config_set(config, "username", strlen("username"), Z_STRVAL_P(user), Z_STRLEN_P(user), err) : RK_OK;
	return status == RK_OK ? rk_config_set(config, "password", strlen("password"), Z_STRVAL_P(password), Z_STRLEN_P(password), err) : status;
}

static bool is_group(zend_string *name)
{
	return zend_string_equals_literal(name, "context") || zend_string_equals_literal(name, "ssl") ||
		zend_string_equals_literal(name, "tls") ||
		zend_string_equals_literal(name, "stream") || zend_string_equals_literal(name, "options");
}

static rk_status apply_option(rk_config *config, zend_string *name, zval *value, unsigned depth, rk_error *err)
{
	zend_string *text;
	rk_status status;

	ZVAL_DEREF(value);
	if (zend_string_equals_literal(name, "dictionary")) {
		return rk_codec_set_dictionaries(&config->codec, value, err);
	}
	if (is_group(name) && !zend_string_equals_literal(name, "tls") && Z_TYPE_P(value) > IS_NULL && Z_TYPE_P(value) != IS_ARRAY) {
		return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\" must be an array of options, %s given", ZSTR_VAL(name),
			zend_zval_type_name(value));
	}
	switch (Z_TYPE_P(value)) {
		case IS_NULL:
			return RK_OK;
		case IS_FALSE:
			return rk_config_set(config, ZSTR_VAL(name), ZSTR_LEN(name), "", 0, err);
		case IS_ARRAY:
			if (is_group(name) && depth < GROUPS_MAX) {
				return apply_options(config, Z_ARRVAL_P(value), depth + 1, err);
			}
			if (zend_string_equals_literal(name, "auth")) {
				return apply_credentials(config, value, err);
			}
			return zend_string_equals_literal(name, "allowed_classes") ? apply_list(config, name, Z_ARRVAL_P(value), err)
																	   : not_settable(name, value, err);
		case IS_OBJECT:
			if (!(Z_OBJCE_P(value)->ce_flags & ZEND_ACC_ENUM) || Z_OBJCE_P(value)->enum_backing_type != IS_STRING) {
				return not_settable(name, value, err);
			}
			value = zend_enum_fetch_case_value(Z_OBJ_P(value));
			break;
		case IS_TRUE:
		case IS_LONG:
		case IS_DOUBLE:
		case IS_STRING:
			break;
		default:
			return not_settable(name, value, err);
	}
	text = zval_get_string(value);
	status = rk_config_set(config, ZSTR_VAL(name), ZSTR_LEN(name), ZSTR_VAL(text), ZSTR_LEN(text), err);
	zend_string_release(text);
	return status;
}

/* A URL among the options comes last: it says where, and the options beside it are often a framework's defaults. */
static rk_status apply_options(rk_config *config, HashTable *options, unsigned depth, rk_error *err)
{
	static const char *const urls[] = { "url", "dsn" };
	zend_string *name;
	zval *value;
	size_t i;
	rk_status status = RK_OK;

	ZEND_HASH_FOREACH_STR_KEY_VAL(options, name, value) {
		if (!name) {
			return rk_error_set(err, RK_ERR_CONFIG, "Options are given by name, such as ['host' => '127.0.0.1'], not by position");
		}
		if (zend_string_equals_literal(name, "url") || zend_string_equals_literal(name, "dsn")) {
			continue;
		}
		status = apply_option(config, name, value, depth, err);
		if (status != RK_OK) {
			return status;
		}
	}
	ZEND_HASH_FOREACH_END();
	for (i = 0; i < sizeof(urls) / sizeof(*urls) && status == RK_OK; i++) {
		value = zend_hash_str_find_deref(options, urls[i], strlen(urls[i]));
		if (value && Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value)) {
			status = rk_config_parse_dsn(config, Z_STRVAL_P(value), Z_STRLEN_P(value), err);
		}
	}
	return status;
}

/* Do the options say which server is meant? Then the one of rediskit.dsn is not, and its password stays here. */
static bool name_a_server(HashTable *options)
{
	static const char *const names[] = { "host", "path", "socket", "url", "dsn" };
	size_t i;

	for (i = 0; options && i < sizeof(names) / sizeof(*names); i++) {
		zval *value = zend_hash_str_find_deref(options, names[i], strlen(names[i]));

		if (value && Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value)) {
			return true;
		}
	}
	return false;
}

rk_status rk_handle_set_option(rk_config *config, zend_string *name, zval *value, rk_error *err)
{
	return apply_option(config, name, value, 0, err);
}

rk_status rk_handle_read_config(rk_config *config, zend_string *dsn, HashTable *options, rk_error *err)
{
	const char *env = dsn || options ? NULL : getenv("REDIS_URL");
	rk_status status;

	if (!rk_config_init(config)) {
		return rk_error_set(err, RK_ERR_CONFIG, "Not enough memory for the connection's settings");
	}
	status = apply_ini(config, err);
	if (status == RK_OK && !dsn && (!env || !*env) && !name_a_server(options) && REDISKIT_G(dsn) && *REDISKIT_G(dsn)) {
		status = rk_config_parse_dsn(config, REDISKIT_G(dsn), strlen(REDISKIT_G(dsn)), err);
	}
	if (status == RK_OK && env && *env) {
		status = rk_config_parse_dsn(config, env, strlen(env), err);
	}
	if (status == RK_OK && dsn) {
		status = rk_config_parse_dsn(config, ZSTR_VAL(dsn), ZSTR_LEN(dsn), err);
	}
	if (status == RK_OK && options) {
		status = apply_options(config, options, 0, err);
	}
	if (status != RK_OK) {
		rk_config_destroy(config);
	}
	return status;
}
