/* client.c: Rediskit\Client: the class, and the one method behind all commands of the table.
 *
 * Every command method is an alias of Client::get(), which finds its row by the function's own name, checks the arguments
 * against the method's own signature as the engine would, encodes them into a borrowed request (user code may run there:
 * __toString, __serialize), and only then leases a connection. */

#include "rk_client.h"

#include <zend_attributes.h>

#include "../stubs/Client_arginfo.h"

#include <zend_exceptions.h>
#include <zend_interfaces.h>

zend_class_entry *rk_ce_client;

static zend_object_handlers client_handlers;

/* ---- one command ---- */

rk_client *rk_client_of_this(zval *object)
{
	rk_client *client = Z_CLIENT_P(object);

	if (UNEXPECTED(!client->handle)) {
		zend_throw_error(NULL, "The Rediskit\\Client was not constructed");
		return NULL;
	}
	return client;
}

void rk_client_begin(rk_client *client, rk_build *build, const rk_command *row, rk_error *err)
{
	build->row = row;
	build->handle = rk_handle_share(client->handle);
	build->request = rk_request_borrow();
	build->err = err;
	build->named = NULL;
	build->first_key = build->last_key = 0;
	build->first_key_len = build->last_key_len = 0;
	build->block_us = 0;
	build->transparent = rk_codec_is_transparent(client->handle->codec);
	if (row) {
		build->shape = row->shape;
		build->call_flags = row->flags & RK_ROW_REPEAT ? RK_CALL_IDEMPOTENT : 0;
		rk_request_begin_words(build->request, row->encoded, row->encoded_len);
	} else {
		rk_request_begin(build->request);
		build->shape = RK_SHAPE_RAW;
		build->call_flags = 0;
	}
}

/* The server answered with something that the method does not return. */
static RK_COLD rk_status refuse_reply(const rk_build *build, const char *name, zval *out)
{
	const char *type = zend_zval_type_name(out);

	zval_ptr_dtor(out);
	ZVAL_UNDEF(out);
	return rk_error_set(build->err, RK_ERR_CONNECTION, "The server answered %s with %s, which is not what Redis does: what is between us and it?", name, type);
}

/* Sends the one command of the build's request. `shift`: how far end() moved its words. */
static rk_status exchange(rk_client *client, const rk_build *build, size_t shift, const char *name, zval *out)
{
	const rk_request *request = build->request;
	rk_connection *pin = client->pin;
	rk_call call = {
		.name = name,
		.key = build->first_key ? request->data + build->first_key + shift : NULL,
		.key_len = build->first_key_len,
		.flags = build->call_flags,
		.block_us = build->block_us,
		.pin = pin,
	};
	rk_status status = rk_exec(build->handle, &call, request, out, build->err);

	if (EXPECTED(status == RK_OK)) {
		if (EXPECTED(build->transparent && build->shape == RK_SHAPE_VALUE && Z_TYPE_P(out) == IS_STRING)) {
			return RK_OK; /* text is what every method of this shape returns */
		}
		if (EXPECTED(Z_TYPE_P(out) == IS_TRUE)) {
			return EXPECTED(!build->row || build->row->returns & (1u << IS_TRUE)) ? RK_OK : refuse_reply(build, name, out);
		}
		rk_shape_context context = {
			.handle = build->handle,
			.words = request->data + RK_REQUEST_HEADER_ROOM + shift,
			.end = request->data + request->len,
			.key = call.key,
			.key_len = call.key_len,
			.shape = build->shape,
			.transparent = build->transparent,
		};
		status = rk_shape_apply(&context, out, build->err);
		if (EXPECTED(status == RK_OK) && build->row && UNEXPECTED(!(build->row->returns & (1u << Z_TYPE_P(out))))) {
			return refuse_reply(build, name, out);
		}
		return status;
	}
	if (UNEXPECTED(pin && client->pin == pin)) {
		rk_client_check_pin(client);
	}
	return status;
}

static RK_COLD rk_status refuse_named(const rk_build *build)
{
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(build->named, name) {
		zend_throw_error(NULL, "Unknown named parameter $%s", ZSTR_VAL(name));
		break;
	}
	ZEND_HASH_FOREACH_END();
	return RK_ERR_EXCEPTION;
}

rk_status rk_client_finish(rk_client *client, rk_build *build, rk_status status, const char *name, zval *out)
{
	if (EXPECTED(status == RK_OK) && UNEXPECTED(build->named)) {
		status = refuse_named(build);
	}
	if (EXPECTED(status == RK_OK)) {
		size_t before = build->request->len, shift;

		rk_request_end(build->request);
		shift = build->request->len - before;
		if (client->queue) {
			status = rk_queue_add(client->queue, build, shift, build->err);
			if (status == RK_OK) {
				ZVAL_OBJ_COPY(out, &client->std);
			}
		} else {
			status = exchange(client, build, shift, name, out);
		}
	}
	if (UNEXPECTED(status != RK_OK)) {
		build->err->status = status; /* who throws looks there: an exception may be pending already */
	}
	rk_request_give_back(build->request);
	rk_handle_release(build->handle);
	return status;
}

/* Types as the engine checks them for other internal functions: strictly or with conversion, as the caller's file says. */
static bool types_fit(zend_execute_data *execute_data, uint32_t count)
{
	const zend_internal_function *function = &EX(func)->internal_function;
	const zend_internal_arg_info *info = function->arg_info;
	zval *arg = ZEND_CALL_ARG(execute_data, 1);

	count = MIN(count, function->num_args);
	for (uint32_t i = 0; i < count; i++, arg++, info++) {
		uint32_t mask = ZEND_TYPE_PURE_MASK(info->type);

		if (EXPECTED(mask & (1u << Z_TYPE_P(arg)))) {
			continue;
		}
		if (!zend_verify_scalar_type_hint(mask, arg, ZEND_ARG_USES_STRICT_TYPES(), false)) {
			if (!EG(exception)) {
				zend_string *type = zend_type_to_string(info->type);

				zend_argument_type_error(i + 1, "must be of type %s, %s given", ZSTR_VAL(type), zend_zval_type_name(arg));
				zend_string_release(type);
			}
			return false;
		}
	}
	return true;
}

PHP_METHOD(Rediskit_Client, get)
{
	const rk_command *row = rk_command_of_function(EX(func));
	uint32_t count = ZEND_NUM_ARGS();
	rk_client *client = Z_CLIENT_P(ZEND_THIS);
	rk_build build;
	rk_error err;
	rk_status status;

	if (UNEXPECTED(count < row->min_args || count > row->max_args)) {
		zend_wrong_parameters_count_error(row->min_args, row->max_args);
		RETURN_THROWS();
	}
	if (UNEXPECTED(!types_fit(execute_data, count)) || UNEXPECTED(!client->handle && !rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (client->queue && row->only_key) { /* its type is string by now */
		rk_queue_add_key(client->queue, row, Z_STR_P(ZEND_CALL_ARG(execute_data, 1)), client->handle);
		RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
	}
	rk_client_begin(client, &build, row, &err);
	build.args = ZEND_CALL_ARG(execute_data, 1);
	build.num_args = count;
	if (UNEXPECTED(ZEND_CALL_INFO(execute_data) & ZEND_CALL_HAS_EXTRA_NAMED_PARAMS)) {
		build.named = EX(extra_named_params);
	}
	status = rk_build_row(&build);
	status = rk_client_finish(client, &build, status, row->wire, return_value);
	if (UNEXPECTED(status != RK_OK)) {
		ZVAL_NULL(return_value);
		rk_throw(&err);
	}
}

/* ---- refusals ---- */

void rk_client_throw(const char *command, const char *format, ...)
{
	rk_error err = { .status = RK_ERR_COMMAND };
	va_list args;

	snprintf(err.command, sizeof(err.command), "%s", command);
	va_start(args, format);
	vsnprintf(err.message, sizeof(err.message), format, args);
	va_end(args);
	rk_throw(&err);
}

bool rk_client_must_not_queue(const rk_client *client, const char *what)
{
	if (client->queue) {
		rk_client_throw(what, "%s can't be queued: call exec() or discard() first", what);
		return false;
	}
	return true;
}

bool rk_client_must_be_idle(const rk_client *client, const char *what)
{
	if (!rk_client_must_not_queue(client, what)) {
		return false;
	}
	if (client->pin) {
		rk_client_throw(what, "%s can't be called while keys are watched: call exec(), discard() or unwatch() first", what);
		return false;
	}
	if (client->subscription) {
		rk_client_throw(what, "%s can't be called from a subscribe() callback: use another client, or unsubscribe() first", what);
		return false;
	}
	return true;
}

/* ---- the object ---- */

static zend_object *client_create(zend_class_entry *ce)
{
	rk_client *client = zend_object_alloc(sizeof(rk_client), ce);

	zend_object_std_init(&client->std, ce);
	object_properties_init(&client->std, ce);
	client->std.handlers = &client_handlers;
	return &client->std;
}

static void client_free(zend_object *object)
{
	rk_client *client = rk_client_from_object(object);

	rk_client_drop_queue(client);
	if (client->pin) {
		rk_client_unpin(client, false);
	}
	if (client->handle) {
		rk_handle_release(client->handle);
	}
	zend_object_std_dtor(object);
}

/* What var_dump() shows: where it leads and how it works, no secrets. */
static HashTable *client_debug_info(zend_object *object, int *is_temp)
{
	const rk_client *client = rk_client_from_object(object);
	HashTable *info = zend_new_array(8);
	char endpoint[256];
	zval value;

	*is_temp = 1;
	if (!client->handle) {
		return info;
	}
	rk_config_describe(&client->handle->config, endpoint, sizeof(endpoint));
	ZVAL_STRING(&value, endpoint);
	zend_hash_str_add(info, ZEND_STRL("endpoint"), &value);
	ZVAL_STR_COPY(&value, client->handle->prefix);
	zend_hash_str_add(info, ZEND_STRL("prefix"), &value);
	ZVAL_STRING(&value, rk_codec_serializer_name(client->handle->codec));
	zend_hash_str_add(info, ZEND_STRL("serializer"), &value);
	ZVAL_STRING(&value, rk_codec_compression_name(client->handle->codec));
	zend_hash_str_add(info, ZEND_STRL("compression"), &value);
	ZVAL_STRING(&value, !client->queue ? "immediate" : client->queue->multi ? "multi"
																			: "pipeline");
	zend_hash_str_add(info, ZEND_STRL("mode"), &value);
	ZVAL_LONG(&value, client->queue ? client->queue->request->commands : 0);
	zend_hash_str_add(info, ZEND_STRL("queued"), &value);
	ZVAL_BOOL(&value, client->pin != NULL);
	zend_hash_str_add(info, ZEND_STRL("watching"), &value);
	return info;
}

rk_handle *rk_client_handle(zend_object *client)
{
	return rk_client_from_object(client)->handle;
}

rk_handle *rk_handle_from_argument(zend_object *client, zend_string *dsn, HashTable *options, bool use_ini_serializer)
{
	rk_config config;
	rk_handle *handle;
	rk_error err;
	rk_status status;

	if (client) {
		handle = rk_client_handle(client);
		if (!handle) {
			zend_throw_error(NULL, "The Rediskit\\Client was not constructed");
			return NULL;
		}
		return rk_handle_share(handle);
	}
	status = rk_handle_read_config(&config, dsn, options, &err);
	if (status == RK_OK) {
		status = rk_handle_create(&config, use_ini_serializer, &handle, &err);
	}
	if (status != RK_OK) {
		rk_throw(&err);
		return NULL;
	}
	return handle;
}

PHP_METHOD(Rediskit_Client, __construct)
{
	rk_client *client = Z_CLIENT_P(ZEND_THIS);
	zend_string *dsn = NULL;
	HashTable *options = NULL;
	rk_handle *handle;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_STR_OR_NULL(options, dsn)
	ZEND_PARSE_PARAMETERS_END();

	if (client->handle) {
		zend_throw_error(NULL, "Rediskit\\Client::__construct() can be called only once");
		RETURN_THROWS();
	}
	handle = rk_handle_from_argument(NULL, dsn, options, false);
	if (!handle) {
		RETURN_THROWS();
	}
	client->handle = handle;
}

zend_result rk_client_minit(void)
{
	rk_ce_client = register_class_Rediskit_Client();
	rk_ce_client->create_object = client_create;
	client_handlers = std_object_handlers;
	client_handlers.offset = offsetof(rk_client, std);
	client_handlers.free_obj = client_free;
	client_handlers.clone_obj = NULL; /* a queue and a pinned connection can't be had twice */
	client_handlers.get_debug_info = client_debug_info;
	return rk_commands_startup(rk_ce_client, ZEND_MN(Rediskit_Client_get));
}
