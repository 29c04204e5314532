/* pipeline.c: Client's queueing mode: pipeline, multi, exec, discard, transaction.
 *
 * Queued commands are encoded into one request at once (rk_queue.h), and nothing is on the wire until exec(): a pipeline is
 * one round trip, and so is a transaction, whose MULTI and EXEC are two more commands of the request. A transaction inside a
 * pipeline is such a pair in the middle.
 *
 * The replies are read straight into the array that is returned, and then shaped in place: an item's reply moves to where its
 * result belongs. */

#include "rk_client.h"

#include <zend_exceptions.h>

static rk_queue *queue_open(rk_client *client)
{
	if (!client->queue) {
		client->queue = rk_queue_create();
	}
	return client->queue;
}

void rk_client_drop_queue(rk_client *client)
{
	if (client->queue) {
		rk_queue_free(client->queue);
		client->queue = NULL;
	}
}

/* ---- exec ---- */

/* Sends the queue. RK_OK: *out is the list of results, where errors of whole transactions are error values still. */
static rk_status queue_run(rk_client *client, rk_queue *queue, zval *out, rk_error *err)
{
	uint32_t commands = queue->request->commands, results;
	rk_handle *handle = rk_handle_share(client->handle);
	rk_call call = { .name = queue->pipeline ? "PIPELINE" : "EXEC", .flags = queue->call_flags, .block_us = queue->block_us, .pin = client->pin };
	zend_array *list = zend_new_array(commands);
	rk_status status;

	if (queue->has_exec) {
		call.flags |= RK_CALL_TRANSACTION;
	}
	zend_hash_real_init_packed(list);
	if (commands && queue->items[0].key) {
		call.key = queue->request->data + queue->items[0].key;
		call.key_len = queue->items[0].key_len;
	}
	status = rk_exec_many(handle, &call, queue->request, list->arPacked, err);
	if (client->pin && call.pin == client->pin) {
		if (status == RK_OK && queue->has_exec) {
			rk_client_unpin(client, true); /* EXEC forgot the keys: the connection can serve others again */
		} else {
			rk_client_check_pin(client);
		}
	}
	if (status == RK_OK) {
		list->nNumUsed = list->nNumOfElements = commands;
		list->nNextFreeElement = commands;
		status = rk_queue_shape(queue, handle, list->arPacked, &results, err);
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
		rk_queue_end_transaction(queue);
		RETVAL_OBJ_COPY(&client->std);
		return true;
	}
	if ((queue->request->commands == 0 || is_empty(client)) && !queue->request->failed) {
		rk_client_drop_queue(client);
		RETVAL_EMPTY_ARRAY();
		return true;
	}
	if (queue->multi) {
		rk_queue_end_transaction(queue);
	}
	client->queue = NULL; /* decoding may run user code, which starts afresh */
	status = queue_run(client, queue, return_value, &err);
	if (status == RK_OK && !queue->pipeline) {
		status = unwrap_transaction(return_value, &err);
	} else if (status == RK_OK) {
		rk_queue_errors_to_exceptions(return_value);
	}
	rk_queue_free(queue);
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
	rk_queue_begin_transaction(queue_open(client));
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
		rk_queue_drop_transaction(client->queue);
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
			rk_queue_drop_transaction(client->queue);
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
