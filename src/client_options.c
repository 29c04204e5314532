/* client_options.c: what a Client can be told after it was made: options, database, user, close. A change makes a new handle;
 * objects made with the client before keep the old one. */

#include "rk_client.h"

#include <limits.h>

/* Puts a new handle made of `config` (which is taken over) in the place of the client's. */
static rk_status change_handle(rk_client *client, rk_config *config, rk_error *err)
{
	rk_handle *handle;
	rk_status status = rk_handle_create(config, false, &handle, err);

	if (status == RK_OK) {
		rk_handle_release(client->handle);
		client->handle = handle;
	}
	return status;
}

static rk_status copy_config(const rk_client *client, rk_config *config, rk_error *err)
{
	if (!rk_config_copy(config, &client->handle->config)) {
		return rk_error_set(err, RK_ERR_CONFIG, "Out of memory while changing an option");
	}
	return RK_OK;
}

/* Moves the client to where `config` leads, if the server there answers. */
static rk_status move(rk_client *client, rk_config *config, rk_error *err)
{
	rk_request *request;
	rk_handle *handle;
	rk_call call = { .name = "PING", .flags = RK_CALL_IDEMPOTENT };
	zval reply;
	rk_status status = rk_handle_create(config, false, &handle, err);

	if (status != RK_OK) {
		return status;
	}
	request = rk_request_borrow();
	rk_request_begin(request);
	rk_request_literal(request, "PING");
	rk_request_end(request);
	status = rk_exec(handle, &call, request, &reply, err);
	rk_request_give_back(request);
	if (status != RK_OK) {
		rk_handle_release(handle);
		return status;
	}
	zval_ptr_dtor(&reply);
	rk_handle_release(client->handle);
	client->handle = handle;
	return RK_OK;
}

static rk_status set_text(rk_config *config, const char *option, const char *value, size_t len, rk_error *err)
{
	return rk_config_set(config, option, strlen(option), value, len, err);
}

PHP_METHOD(Rediskit_Client, select)
{
	zend_long database;
	rk_client *client;
	rk_config config;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(database)
	ZEND_PARSE_PARAMETERS_END();

	if (database < 0 || database > INT_MAX) {
		zend_argument_value_error(1, "must be the number of a database");
		RETURN_THROWS();
	}
	if (!(client = rk_client_of_this(ZEND_THIS)) || !rk_client_must_be_idle(client, "select()")) {
		RETURN_THROWS();
	}
	status = copy_config(client, &config, &err);
	if (status == RK_OK) {
		config.database = (int) database;
		status = move(client, &config, &err);
	}
	if (status != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_TRUE;
}

PHP_METHOD(Rediskit_Client, auth)
{
	zval *credentials, *user, *password;
	rk_client *client;
	rk_config config;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(credentials)
	ZEND_PARSE_PARAMETERS_END();

	if (!rk_handle_read_credentials(credentials, &user, &password)) {
		zend_argument_type_error(1, "must be a password, [password] or [user, password]");
		RETURN_THROWS();
	}
	if (!(client = rk_client_of_this(ZEND_THIS)) || !rk_client_must_be_idle(client, "auth()")) {
		RETURN_THROWS();
	}
	status = copy_config(client, &config, &err);
	if (status == RK_OK) {
		status = set_text(&config, "username", user ? Z_STRVAL_P(user) : "", user ? Z_STRLEN_P(user) : 0, &err);
		if (status == RK_OK) {
			status = set_text(&config, "password", Z_STRVAL_P(password), Z_STRLEN_P(password), &err);
		}
		if (status == RK_OK) {
			status = move(client, &config, &err);
		} else {
			rk_config_destroy(&config);
		}
	}
	if (status != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_TRUE;
}

PHP_METHOD(Rediskit_Client, close)
{
	rk_client *client;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (client->subscription) {
		rk_client_throw("close()", "close() can't be called from a subscribe() callback: unsubscribe() first");
		RETURN_THROWS();
	}
	rk_client_drop_queue(client);
	if (client->pin) {
		rk_client_unpin(client, false);
	}
	rk_pool_drop_idle(client->handle->topology->ops->entry(client->handle->topology));
}

/* ---- options ---- */

PHP_METHOD(Rediskit_Client, setOption)
{
	zend_string *name;
	zval *value, none;
	rk_client *client;
	rk_config config;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS)) || !rk_client_must_be_idle(client, "setOption()")) {
		RETURN_THROWS();
	}
	if (Z_TYPE_P(value) == IS_NULL) { /* nothing, such as no prefix */
		ZVAL_EMPTY_STRING(&none);
		value = &none;
	}
	status = copy_config(client, &config, &err);
	if (status == RK_OK) {
		status = rk_handle_set_option(&config, name, value, &err);
		if (status == RK_OK) {
			status = change_handle(client, &config, &err);
		} else {
			rk_config_destroy(&config);
		}
	}
	if (status != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_TRUE;
}

static void return_text(zval *return_value, const char *text)
{
	if (text && *text) {
		RETVAL_STRING(text);
	}
}

static void return_number(zval *return_value, int64_t number, int64_t unset)
{
	if (number != unset) {
		RETVAL_LONG((zend_long) number);
	}
}

/* Options of the connection. False: none of that name. */
static bool connection_option(const rk_config *config, const char *name, zval *return_value)
{
	if (strcmp(name, "host") == 0) {
		return_text(return_value, config->kind == RK_ENDPOINT_TCP ? config->host : NULL);
	} else if (strcmp(name, "path") == 0) {
		return_text(return_value, config->kind == RK_ENDPOINT_UNIX ? config->host : NULL);
	} else if (strcmp(name, "port") == 0) {
		return_number(return_value, config->kind == RK_ENDPOINT_TCP ? config->port : -1, -1);
	} else if (strcmp(name, "scheme") == 0) {
		return_text(return_value, config->kind == RK_ENDPOINT_UNIX ? "unix" : (config->tls ? "rediss" : "redis"));
	} else if (strcmp(name, "database") == 0 || strcmp(name, "db") == 0) {
		RETVAL_LONG(config->database);
	} else if (strcmp(name, "username") == 0 || strcmp(name, "user") == 0) {
		return_text(return_value, config->user);
	} else if (strcmp(name, "name") == 0) {
		return_text(return_value, config->name);
	} else if (strcmp(name, "timeout") == 0) {
		RETVAL_DOUBLE((double) config->timeout_us / 1e6);
	} else if (strcmp(name, "read_timeout") == 0) {
		RETVAL_DOUBLE((double) config->read_timeout_us / 1e6);
	} else if (strcmp(name, "retries") == 0 || strcmp(name, "max_retries") == 0) {
		RETVAL_LONG(config->max_retries);
	} else if (strcmp(name, "persistent") == 0) {
		RETVAL_BOOL(config->persistent);
	} else if (strcmp(name, "nil_as_false") == 0) {
		RETVAL_BOOL(config->nil_as_false);
	} else {
		return false;
	}
	return true;
}

/* Options of values. False: none of that name. */
static bool value_option(const rk_handle *handle, const char *name, zval *return_value)
{
	const rk_codec_config *codec = &handle->config.codec;

	if (strcmp(name, "prefix") == 0) {
		RETVAL_STR_COPY(handle->prefix);
	} else if (strcmp(name, "serializer") == 0) {
		RETVAL_STRING(rk_codec_serializer_name(handle->codec));
	} else if (strcmp(name, "compression") == 0) {
		RETVAL_STRING(rk_codec_compression_name(handle->codec));
	} else if (strcmp(name, "compression_level") == 0) {
		return_number(return_value, codec->level, INT_MIN);
	} else if (strcmp(name, "compression_threshold") == 0) {
		return_number(return_value, codec->threshold, -1);
	} else if (strcmp(name, "max_value_size") == 0) {
		return_number(return_value, codec->max_value_size, -1);
	} else if (strcmp(name, "allowed_classes") == 0) {
		if (codec->allowed_classes) {
			RETVAL_STRING(codec->allowed_classes);
		}
	} else if (strcmp(name, "compat") == 0) {
		if (codec->compat >= 0) {
			RETVAL_BOOL(codec->compat);
		}
	} else if (strcmp(name, "dictionary") == 0) {
		rk_codec_get_dictionaries(codec, return_value);
	} else {
		return false;
	}
	return true;
}

PHP_METHOD(Rediskit_Client, getOption)
{
	zend_string *name, *lower;
	rk_client *client;
	rk_error err;
	bool known;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	lower = zend_string_tolower(name);
	known = connection_option(&client->handle->config, ZSTR_VAL(lower), return_value) ||
		value_option(client->handle, ZSTR_VAL(lower), return_value);
	if (!known) {
		bool secret = strcmp(ZSTR_VAL(lower), "password") == 0 || strcmp(ZSTR_VAL(lower), "mac_key") == 0;

		rk_error_set(&err, RK_ERR_CONFIG, secret ? "The option \"%s\" is a secret and can't be read" : "There is no option \"%s\" that can be read", ZSTR_VAL(lower));
		rk_throw(&err);
	}
	zend_string_release(lower);
}

/* ---- values and keys by hand ---- */

PHP_METHOD(Rediskit_Client, _prefix)
{
	zend_string *key;
	rk_client *client;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	RETURN_STR(rk_handle_key(client->handle, ZSTR_VAL(key), ZSTR_LEN(key)));
}

PHP_METHOD(Rediskit_Client, _pack)
{
	zval *value;
	rk_client *client;
	rk_handle *handle;
	rk_encoded encoded;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	handle = rk_handle_share(client->handle);
	if (rk_codec_encode(handle->codec, value, "", 0, NULL, &encoded, &err) == RK_OK) {
		RETVAL_STRINGL(encoded.data, encoded.len);
		rk_encoded_release(&encoded);
	} else {
		rk_throw(&err);
	}
	rk_handle_release(handle);
}

PHP_METHOD(Rediskit_Client, _unpack)
{
	zend_string *stored;
	rk_client *client;
	rk_handle *handle;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(stored)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	handle = rk_handle_share(client->handle);
	if (rk_codec_decode(handle->codec, stored, "", 0, return_value, NULL, &err) != RK_OK) {
		rk_throw(&err);
	}
	rk_handle_release(handle);
}
