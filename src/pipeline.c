/* pipeline.c: Client's queueing mode: pipeline, multi, exec, discard, transaction, watch.
 *
 * Queued commands are encoded into one request at once, and nothing is on the wire until exec(): a pipeline is one round
 * trip, and so is a transaction, whose MULTI and EXEC are two more commands of the request. A transaction inside a pipeline
 * is such a pair in the middle.
 *
 * The replies are read straight into the array that is returned, and then shaped in place: an item's reply moves to where its
 * result belongs. */

#include "rk_client.h"

#include <zend_exceptions.h>

/* ---- the queue ---- */

static rk_queue *queue_open(rk_client *client)
{
	if (!client->queue) {
		client->queue = ecalloc(1, sizeof(rk_queue));
		client->queue->request = rk_request_borrow();
		client->queue->call_flags = RK_CALL_IDEMPOTENT;
	}
	return client->queue;
}

static void queue_free(rk_queue *queue)
{
	rk_request_give_back(queue->request);
	if (queue->items) {
		efree(queue->items);
	}
	efree(queue);
}

void rk_client_drop_queue(rk_client *client)
{
	if (client->queue) {
		queue_free(client->queue);
		client->queue = NULL;
	}
}

/* The item of the command that the request has just got. */
static rk_queued *queue_item(rk_queue *queue)
{
	uint32_t index = queue->request->commands - 1;

	if (index >= queue->capacity) {
		queue->capacity = queue->capacity ? queue->capacity * 2 : 16;
		queue->items = safe_erealloc(queue->items, queue->capacity, sizeof(rk_queued), 0);
	}
	return &queue->items[index];
}

rk_status rk_client_queue(rk_client *client, const rk_build *build, size_t shift, rk_error *err)
{
	rk_queue *queue = client->queue;
	size_t start = queue->request->len;
	rk_queued *item;

	rk_request_append(queue->request, build->request);
	if (UNEXPECTED(queue->request->failed)) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while queueing a command");
	}
	item = queue_item(queue);
	item->words = start + RK_REQUEST_HEADER_ROOM + shift;
	item->key = build->first_key ? start + build->first_key + shift : 0;
	item->key_len = build->first_key_len;
	item->shape = build->shape;
	item->kind = RK_QUEUED_COMMAND;
	queue->call_flags &= build->call_flags | RK_CALL_BLOCKING;
	if (UNEXPECTED(build->call_flags & RK_CALL_BLOCKING) && !queue->multi) {
		bool forever = build->block_us == 0 || (queue->call_flags & RK_CALL_BLOCKING && queue->block_us == 0);

		queue->block_us = forever ? 0 : queue->block_us + build->block_us;
		queue->call_flags |= RK_CALL_BLOCKING;
	}
	return RK_OK;
}

void rk_client_queue_key(rk_client *client, const rk_command *row, zend_string *name)
{
	rk_queue *queue = client->queue;
	rk_request *request = queue->request;
	zend_string *prefix = client->handle->prefix;
	size_t start = request->len;
	rk_queued *item;

	rk_request_begin_words(request, row->encoded, row->encoded_len);
	rk_request_arg2(request, ZSTR_VAL(prefix), ZSTR_LEN(prefix), ZSTR_VAL(name), ZSTR_LEN(name));
	rk_request_end(request);
	if (UNEXPECTED(request->failed)) {
		return;
	}
	item = queue_item(queue);
	item->words = start + RK_REQUEST_HEADER_ROOM;
	item->key_len = ZSTR_LEN(prefix) + ZSTR_LEN(name);
	item->key = request->len - item->key_len - 2;
	item->shape = row->shape;
	item->kind = RK_QUEUED_COMMAND;
	if (!(row->flags & RK_ROW_REPEAT)) {
		queue->call_flags &= ~RK_CALL_IDEMPOTENT;
	}
}

static void queue_word(rk_queue *queue, const char *encoded, rk_queued_kind kind)
{
	rk_queued *item;

	rk_request_begin(queue->request);
	rk_request_raw(queue->request, encoded, strlen(encoded), 1);
	rk_request_end(queue->request);
	if (!queue->request->failed) {
		item = queue_item(queue);
		*item = (rk_queued){ .shape = RK_SHAPE_RAW, .kind = (uint8_t) kind };
	}
}

static void queue_multi(rk_queue *queue)
{
	queue->multi = true;
	queue->multi_at = queue->request->commands;
	queue->multi_len = queue->request->len;
	queue_word(queue, "$5\r\nMULTI\r\n", RK_QUEUED_MULTI);
}

/* ---- results ---- */

/* Most replies are what they should be. */
static zend_always_inline bool needs_no_shape(const rk_queued *item, const zval *reply, bool transparent)
{
	return Z_TYPE_P(reply) == IS_TRUE || (Z_TYPE_P(reply) == IS_STRING && item->shape == RK_SHAPE_VALUE && transparent) ||
		(Z_TYPE_P(reply) == IS_LONG && item->shape != RK_SHAPE_BOOL);
}

/* `words`: of the command that failed ("$3\r\nGET\r\n…"), or NULL. */
static void error_to_exception(zval *reply, const rk_error *error, const char *words)
{
	rk_error named = *error;
	zval exception;

	if (words && !named.command[0]) {
		size_t len = ZEND_STRTOUL(words + 1, NULL, 10);

		len = MIN(len, sizeof(named.command) - 1);
		memcpy(named.command, strchr(words, '\n') + 1, len);
		named.command[len] = '\0';
	}
	rk_exception_from_error(&exception, &named);
	zval_ptr_dtor(reply);
	ZVAL_COPY_VALUE(reply, &exception);
}

static rk_status shape_item(const rk_handle *handle, const rk_queue *queue, const rk_queued *item, zval *reply,
	bool transparent, rk_error *err)
{
	const rk_error *error;
	rk_status status;

	if (EXPECTED(needs_no_shape(item, reply, transparent))) {
		return RK_OK;
	}
	error = rk_reply_error(reply);
	if (UNEXPECTED(error != NULL)) {
		error_to_exception(reply, error, queue->request->data + item->words);
		return RK_OK;
	}
	rk_shape_context context = {
		.handle = handle,
		.words = queue->request->data + item->words,
		.end = queue->request->data + queue->request->len,
		.key = queue->request->data + item->key,
		.key_len = item->key_len,
		.shape = item->shape,
		.transparent = transparent,
	};
	status = rk_shape_apply(&context, reply, err);
	if (UNEXPECTED(status != RK_OK && status != RK_ERR_EXCEPTION)) {
		rk_exception_from_error(reply, err);
		return RK_OK;
	}
	return status;
}

/* A transaction's commands are items[0 … count-1], their places in replies say QUEUED or why not; `exec` is the answer to
 * EXEC, changed in place. */
static rk_status shape_transaction(const rk_handle *handle, const rk_queue *queue, const rk_queued *items, zval *replies,
	uint32_t count, zval *exec, rk_error *err)
{
	rk_status status = RK_OK;

	if (Z_TYPE_P(exec) == IS_NULL) {
		rk_shape_nil(handle, exec);
		return RK_OK;
	}
	if (rk_reply_error(exec)) {
		const rk_error *why = NULL;
		rk_error aborted = *rk_reply_error(exec);

		for (uint32_t i = 0; i < count && !why; i++) {
			why = rk_reply_error(&replies[i]);
		}
		snprintf(aborted.command, sizeof(aborted.command), "EXEC");
		if (why) {
			size_t len = strlen(aborted.message);

			snprintf(aborted.message + len, sizeof(aborted.message) - len, " (%s)", why->message);
		}
		zval_ptr_dtor(exec);
		rk_reply_set_error(exec, &aborted);
		return RK_OK;
	}
	if (Z_TYPE_P(exec) != IS_ARRAY || zend_hash_num_elements(Z_ARRVAL_P(exec)) != count) {
		return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to EXEC does not match the commands queued");
	}
	for (uint32_t i = 0; i < count && status == RK_OK; i++) {
		status = shape_item(handle, queue, &items[i], zend_hash_index_find(Z_ARRVAL_P(exec), i),
			rk_codec_is_transparent(handle->codec), err);
	}
	return status;
}

static zend_always_inline void move_zval(zval *to, zval *from)
{
	if (to != from) {
		zval_ptr_dtor(to);
		ZVAL_COPY_VALUE(to, from);
		ZVAL_NULL(from);
	}
}

/* Shapes replies[0 … commands-1] and moves the results to the front; *results is their number. */
static rk_status shape_all(const rk_handle *handle, const rk_queue *queue, zval *replies, uint32_t *results, rk_error *err)
{
	uint32_t commands = queue->request->commands, to = 0, multi = 0;
	bool in_multi = false, transparent = rk_codec_is_transparent(handle->codec);
	rk_status status = RK_OK;

	for (uint32_t i = 0; i < commands && status == RK_OK; i++) {
		const rk_queued *item = &queue->items[i];

		if (item->kind == RK_QUEUED_MULTI) {
			in_multi = true;
			multi = i + 1;
		} else if (item->kind == RK_QUEUED_EXEC) {
			in_multi = false;
			status = shape_transaction(handle, queue, &queue->items[multi], &replies[multi], i - multi, &replies[i], err);
			move_zval(&replies[to++], &replies[i]);
		} else if (!in_multi) {
			status = shape_item(handle, queue, item, &replies[i], transparent, err);
			move_zval(&replies[to++], &replies[i]);
		}
	}
	*results = to;
	return status;
}

static bool has_exec(const rk_queue *queue)
{
	for (uint32_t i = queue->request->commands; i > 0; i--) {
		if (queue->items[i - 1].kind == RK_QUEUED_EXEC) {
			return true;
		}
	}
	return false;
}

/* Sends the queue. RK_OK: *out is the list of results, where errors of whole transactions are error values still. */
static rk_status queue_run(rk_client *client, rk_queue *queue, zval *out, rk_error *err)
{
	uint32_t commands = queue->request->commands, results;
	rk_handle *handle = rk_handle_share(client->handle);
	rk_call call = { .name = queue->pipeline ? "PIPELINE" : "EXEC", .flags = queue->call_flags, .block_us = queue->block_us, .pin = client->pin };
	zend_array *list = zend_new_array(commands);
	rk_status status;

	zend_hash_real_init_packed(list);
	if (commands && queue->items[0].key) {
		call.key = queue->request->data + queue->items[0].key;
		call.key_len = queue->items[0].key_len;
	}
	status = rk_exec_many(handle, &call, queue->request, list->arPacked, err);
	if (client->pin && call.pin == client->pin) {
		if (status == RK_OK && has_exec(queue)) {
			rk_client_unpin(client, true); /* EXEC forgot the keys: the connection can serve others again */
		} else {
			rk_client_check_pin(client);
		}
	}
	if (status == RK_OK) {
		list->nNumUsed = list->nNumOfElements = commands;
		list->nNextFreeElement = commands;
		status = shape_all(handle, queue, list->arPacked, &results, err);
	}
	if (status == RK_OK) {
		for (uint32_t i = results; i < commands; i++) {
			zval_ptr_dtor(&list->arPacked[i]);
		}
		list->nNumUsed = list->nNumOfElements = results;
		list->nNextFreeElement = results;
		ZVAL_ARR(out, list);
	} else {
		zend_array_destroy(list);
	}
	rk_handle_release(handle);
	return status;
}

/* Errors of whole transactions inside a pipeline become exception objects in their places. */
static void errors_to_exceptions(zval *results)
{
	zval *result;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(results), result) {
		const rk_error *error = rk_reply_error(result);

		if (error) {
			error_to_exception(result, error, NULL);
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Ends a transaction that stands alone: its one result is the answer, an error of it is thrown. */
static rk_status unwrap_transaction(zval *results, rk_error *err)
{
	zval *only = zend_hash_index_find(Z_ARRVAL_P(results), 0), result;
	const rk_error *error = rk_reply_error(only);

	if (error) {
		*err = *error;
		zval_ptr_dtor(results);
		return err->status;
	}
	ZVAL_COPY(&result, only);
	zval_ptr_dtor(results);
	ZVAL_COPY_VALUE(results, &result);
	return RK_OK;
}

static bool is_empty(const rk_client *client)
{
	const rk_queue *queue = client->queue;

	return queue->request->commands == (queue->multi ? 1 : 0) && !client->pin;
}

/* What exec() does. False: an exception is pending. */
static bool client_exec(rk_client *client, zval *return_value)
{
	rk_queue *queue = client->queue;
	rk_error err;
	rk_status status;

	if (!queue) {
		rk_client_throw("EXEC", "exec() without multi() or pipeline()");
		return false;
	}
	if (queue->pipeline && queue->multi) {
		queue_word(queue, "$4\r\nEXEC\r\n", RK_QUEUED_EXEC);
		queue->multi = false;
		RETVAL_OBJ_COPY(&client->std);
		return true;
	}
	if ((queue->request->commands == 0 || is_empty(client)) && !queue->request->failed) {
		rk_client_drop_queue(client);
		RETVAL_EMPTY_ARRAY();
		return true;
	}
	if (queue->multi) {
		queue_word(queue, "$4\r\nEXEC\r\n", RK_QUEUED_EXEC);
	}
	client->queue = NULL; /* decoding may run user code, which starts afresh */
	status = queue_run(client, queue, return_value, &err);
	if (status == RK_OK && !queue->pipeline) {
		status = unwrap_transaction(return_value, &err);
	} else if (status == RK_OK) {
		errors_to_exceptions(return_value);
	}
	queue_free(queue);
	if (status != RK_OK) {
		ZVAL_NULL(return_value);
		rk_throw(&err);
		return false;
	}
	return true;
}

/* ---- methods ---- */

/* A fatal error or time limit ends the request: what shutdown functions say to the client is not to be queued. */
static ZEND_COLD ZEND_NORETURN void drop_and_bail_out(rk_client *client)
{
	rk_client_drop_queue(client);
	if (client->pin) {
		rk_client_unpin(client, false);
	}
	zend_bailout();
}

/* Calls back with the client. False: it threw (or the request is ending). */
static bool call_back(zend_fcall_info fci, zend_fcall_info_cache *fcc, zval *client)
{
	volatile bool bailed_out = false;
	zval argument, result;

	ZVAL_OBJ_COPY(&argument, Z_OBJ_P(client));
	ZVAL_UNDEF(&result);
	fci.retval = &result;
	fci.params = &argument;
	fci.param_count = 1;
	/* clang-format off */
	zend_try {
		zend_call_function(&fci, fcc);
	} zend_catch {
		bailed_out = true;
	} zend_end_try();
	/* clang-format on */
	if (bailed_out) {
		drop_and_bail_out(Z_CLIENT_P(client));
	}
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&argument);
	return !EG(exception);
}

PHP_METHOD(Rediskit_Client, pipeline)
{
	zend_fcall_info fci = empty_fcall_info;
	zend_fcall_info_cache fcc = empty_fcall_info_cache;
	rk_client *client;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (client->queue) {
		rk_client_throw("PIPELINE", "pipeline() inside a %s: call exec() or discard() first", client->queue->multi ? "transaction" : "pipeline");
		RETURN_THROWS();
	}
	queue_open(client)->pipeline = true;
	if (!ZEND_FCI_INITIALIZED(fci)) {
		RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
	}
	if (!call_back(fci, &fcc, ZEND_THIS)) {
		rk_client_drop_queue(client);
		RETURN_THROWS();
	}
	if (client->queue && client->queue->multi) {
		rk_client_drop_queue(client);
		rk_client_throw("PIPELINE", "The pipeline's callback left a transaction open: call exec() or discard() in it; nothing was sent");
		RETURN_THROWS();
	}
	if (!client->queue) {
		RETURN_EMPTY_ARRAY(); /* the callback has discarded everything */
	}
	client_exec(client, return_value);
}

static bool open_multi(rk_client *client)
{
	if (client->queue && client->queue->multi) {
		rk_client_throw("MULTI", "multi() inside a transaction: they can't be nested");
		return false;
	}
	queue_multi(queue_open(client));
	return true;
}

PHP_METHOD(Rediskit_Client, multi)
{
	rk_client *client;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(client = rk_client_of_this(ZEND_THIS)) || !open_multi(client)) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

PHP_METHOD(Rediskit_Client, exec)
{
	rk_client *client;

	ZEND_PARSE_PARAMETERS_NONE();

	if ((client = rk_client_of_this(ZEND_THIS))) {
		client_exec(client, return_value);
	}
}

/* Drops the open transaction of a pipeline, and only that. */
static void cut_back(rk_queue *queue)
{
	rk_request_rollback(queue->request, queue->multi_len, queue->multi_at);
	queue->multi = false;
}

PHP_METHOD(Rediskit_Client, discard)
{
	rk_client *client;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!client->queue) {
		rk_client_throw("DISCARD", "discard() without multi() or pipeline()");
		RETURN_THROWS();
	}
	if (client->queue->pipeline && client->queue->multi) {
		cut_back(client->queue);
		RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
	}
	rk_client_drop_queue(client);
	if (client->pin) {
		rk_client_unpin(client, false);
	}
	RETURN_TRUE;
}

PHP_METHOD(Rediskit_Client, transaction)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	rk_client *client;
	bool nested;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	nested = client->queue != NULL;
	if (!open_multi(client)) {
		RETURN_THROWS();
	}
	if (!call_back(fci, &fcc, ZEND_THIS)) {
		if (client->queue && client->queue->multi && nested) {
			cut_back(client->queue);
		} else if (!nested) {
			rk_client_drop_queue(client);
			if (client->pin) {
				rk_client_unpin(client, false);
			}
		}
		RETURN_THROWS();
	}
	if (!client->queue || !client->queue->multi) {
		rk_client_throw("EXEC", "The transaction's callback has ended the transaction itself");
		RETURN_THROWS();
	}
	client_exec(client, return_value);
}

/* ---- watching ---- */

void rk_client_unpin(rk_client *client, bool clean)
{
	rk_connection *connection = client->pin;

	if (connection->busy && rk_connection_is_open(connection) && !CG(unclean_shutdown)) {
		return; /* we are in a signal handler, and the command it interrupted reads on from this connection */
	}
	client->pin = NULL;
	connection->dirty = !clean;
	rk_unpin(client->handle, connection);
}

void rk_client_check_pin(rk_client *client)
{
	if (!rk_connection_is_open(client->pin) || client->pin->fork_generation != rk_fork_generation) {
		rk_client_unpin(client, false);
	}
}

PHP_METHOD(Rediskit_Client, watch)
{
	rk_build build;
	rk_client *client;
	rk_error err;
	rk_status status = RK_OK;
	zval *args, reply;
	uint32_t count;
	bool pinned;

	ZEND_PARSE_PARAMETERS_START(1, -1)
		Z_PARAM_VARIADIC('+', args, count)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS)) || !rk_client_must_not_queue(client, "watch()")) {
		RETURN_THROWS();
	}
	rk_client_begin(client, &build, NULL, &err);
	rk_build_word(&build, "WATCH");
	for (uint32_t i = 0; i < count && status == RK_OK; i++) {
		status = rk_build_keys(&build, &args[i], i);
	}
	if (status == RK_OK && !rk_client_must_not_queue(client, "watch()")) { /* a key's __toString() may have called multi() */
		status = RK_ERR_EXCEPTION;
	}
	pinned = status == RK_OK && !client->pin;
	if (pinned) {
		status = rk_pin(client->handle, &client->pin, &err);
	}
	status = rk_client_finish(client, &build, status, "WATCH", &reply);
	if (status != RK_OK) {
		if (pinned && client->pin) {
			rk_client_unpin(client, false);
		}
		rk_throw(&err);
		RETURN_THROWS();
	}
	zval_ptr_dtor(&reply);
	RETURN_TRUE;
}

PHP_METHOD(Rediskit_Client, unwatch)
{
	rk_build build;
	rk_client *client;
	rk_error err;
	zval reply;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(client = rk_client_of_this(ZEND_THIS)) || !rk_client_must_not_queue(client, "unwatch()")) {
		RETURN_THROWS();
	}
	if (client->pin) {
		rk_client_begin(client, &build, NULL, &err);
		rk_build_word(&build, "UNWATCH");
		if (rk_client_finish(client, &build, RK_OK, "UNWATCH", &reply) != RK_OK) {
			if (client->pin) {
				rk_client_unpin(client, false);
			}
			rk_throw(&err);
			RETURN_THROWS();
		}
		zval_ptr_dtor(&reply);
		if (client->pin) {
			rk_client_unpin(client, true);
		}
	}
	RETURN_TRUE;
}
