/* rk_queue.c: see rk_queue.h. */
#include "rk_queue.h"

#include "rk_classes.h"

#define LONGEST_WAIT_US INT64_C(10000000000000000) /* 300 years: a sum of waits ends here */

/* ---- commands ---- */

rk_queue *rk_queue_create(void)
{
	rk_queue *queue = ecalloc(1, sizeof(*queue));

	queue->request = rk_request_borrow();
	queue->call_flags = RK_CALL_IDEMPOTENT;
	return queue;
}

void rk_queue_free(rk_queue *queue)
{
	rk_request_give_back(queue->request);
	if (queue->items) {
		efree(queue->items);
	}
	efree(queue);
}

/* The item of the command that the request has just got. */
static rk_queued *item_of_last(rk_queue *queue)
{
	uint32_t index = queue->request->commands - 1;

	if (index >= queue->capacity) {
		queue->capacity = queue->capacity ? queue->capacity * 2 : 16;
		queue->items = safe_erealloc(queue->items, queue->capacity, sizeof(rk_queued), 0);
	}
	return &queue->items[index];
}

rk_status rk_queue_add(rk_queue *queue, const rk_build *build, size_t shift, rk_error *err)
{
	size_t start = queue->request->len;
	rk_queued *item;

	rk_request_append(queue->request, build->request);
	if (UNEXPECTED(queue->request->failed)) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while queueing a command");
	}
	item = item_of_last(queue);
	item->words = start + RK_REQUEST_HEADER_ROOM + shift;
	item->key = build->first_key ? start + build->first_key + shift : 0;
	item->key_len = build->first_key_len;
	item->shape = build->shape;
	item->kind = RK_QUEUED_COMMAND;
	queue->call_flags &= build->call_flags | RK_CALL_BLOCKING;
	if (UNEXPECTED(build->call_flags & RK_CALL_BLOCKING) && !queue->multi) {
		bool forever = build->block_us == 0 || (queue->call_flags & RK_CALL_BLOCKING && queue->block_us == 0);

		queue->block_us = forever ? 0 : MIN(queue->block_us + build->block_us, LONGEST_WAIT_US);
		queue->call_flags |= RK_CALL_BLOCKING;
	}
	return RK_OK;
}

void rk_queue_add_key(rk_queue *queue, const rk_command *row, const zend_string *name, const rk_handle *handle)
{
	rk_request *request = queue->request;
	const zend_string *prefix = handle->prefix;
	size_t start = request->len;
	rk_queued *item;

	rk_request_begin_words(request, row->encoded, row->encoded_len);
	rk_request_arg2(request, ZSTR_VAL(prefix), ZSTR_LEN(prefix), ZSTR_VAL(name), ZSTR_LEN(name));
	rk_request_end(request);
	if (UNEXPECTED(request->failed)) {
		return;
	}
	item = item_of_last(queue);
	item->words = start + RK_REQUEST_HEADER_ROOM;
	item->key_len = ZSTR_LEN(prefix) + ZSTR_LEN(name);
	item->key = request->len - item->key_len - 2;
	item->shape = row->shape;
	item->kind = RK_QUEUED_COMMAND;
	if (!(row->flags & RK_ROW_REPEAT)) {
		queue->call_flags &= ~RK_CALL_IDEMPOTENT;
	}
}

static void add_word(rk_queue *queue, const char *encoded, rk_queued_kind kind)
{
	rk_queued *item;

	rk_request_begin(queue->request);
	rk_request_raw(queue->request, encoded, strlen(encoded), 1);
	rk_request_end(queue->request);
	if (!queue->request->failed) {
		item = item_of_last(queue);
		*item = (rk_queued){ .shape = RK_SHAPE_RAW, .kind = (uint8_t) kind };
	}
}

void rk_queue_begin_transaction(rk_queue *queue)
{
	queue->multi = true;
	queue->multi_at = queue->request->commands;
	queue->multi_len = queue->request->len;
	add_word(queue, "$5\r\nMULTI\r\n", RK_QUEUED_MULTI);
}

void rk_queue_end_transaction(rk_queue *queue)
{
	add_word(queue, "$4\r\nEXEC\r\n", RK_QUEUED_EXEC);
	queue->multi = false;
	queue->has_exec = true;
}

void rk_queue_drop_transaction(rk_queue *queue)
{
	rk_request_rollback(queue->request, queue->multi_len, queue->multi_at);
	queue->multi = false;
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

rk_status rk_queue_shape(const rk_queue *queue, const rk_handle *handle, zval *replies, uint32_t *results, rk_error *err)
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

/* Errors of whole transactions inside a pipeline become exception objects in their places. */
void rk_queue_errors_to_exceptions(zval *results)
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
