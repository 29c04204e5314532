/* rk_handle.c: handles, and how a command finds its connection, is repeated or is given up; see rk_handle.h.
 * rk_handle_config.c reads what a handle is made of. */
#include "rk_handle.h"

#include "php_rediskit.h"

#include <time.h>

#define BACKOFF_FIRST_US 2000
#define BACKOFF_MAX_US 200000

/* --- the handle ------------------------------------------------------------------------------------------------ */

rk_status rk_handle_create(rk_config *config, bool use_ini_serializer, rk_handle **out, rk_error *err)
{
	rk_handle *handle;
	rk_codec *codec;
	rk_status status = rk_codec_create(&config->codec, use_ini_serializer, &codec, err);

	if (status != RK_OK) {
		rk_config_destroy(config);
		return status;
	}
	handle = emalloc(sizeof(*handle));
	handle->refcount = 1;
	handle->config = *config;
	handle->codec = codec;
	handle->prefix = config->prefix_len ? zend_string_init(config->prefix, config->prefix_len, false) : ZSTR_EMPTY_ALLOC();
	handle->topology = rk_standalone_create(config); /* last: from here on memory_limit ends nothing */
	if (!handle->topology) {
		zend_string_release(handle->prefix);
		rk_codec_free(codec);
		rk_config_destroy(config);
		efree(handle);
		return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while preparing a connection");
	}
	handle->previous = NULL;
	handle->next = REDISKIT_G(handles);
	if (handle->next) {
		handle->next->previous = handle;
	}
	REDISKIT_G(handles) = handle;
	*out = handle;
	return RK_OK;
}

static void unlink_handle(rk_handle *handle)
{
	if (handle->previous) {
		handle->previous->next = handle->next;
	} else {
		REDISKIT_G(handles) = handle->next;
	}
	if (handle->next) {
		handle->next->previous = handle->previous;
	}
}

void rk_handle_release(rk_handle *handle)
{
	if (--handle->refcount) {
		return;
	}
	unlink_handle(handle);
	handle->topology->ops->free(handle->topology);
	rk_codec_free(handle->codec);
	zend_string_release(handle->prefix);
	rk_config_destroy(&handle->config);
	efree(handle);
}

void rk_handle_request_end(void)
{
	rk_handle *handle;

	for (handle = REDISKIT_G(handles); handle; handle = handle->next) {
		handle->topology->ops->free(handle->topology);
		rk_config_destroy(&handle->config);
	}
	REDISKIT_G(handles) = NULL;
}

zend_string *rk_handle_key(const rk_handle *handle, const char *name, size_t len)
{
	return zend_string_concat2(ZSTR_VAL(handle->prefix), ZSTR_LEN(handle->prefix), name, len);
}

/* --- running commands ------------------------------------------------------------------------------------------ */

static int64_t call_timeout(const rk_handle *handle, const rk_call *call)
{
	if (RK_LIKELY(!(call->flags & RK_CALL_BLOCKING))) {
		return handle->config.read_timeout_us;
	}
	return call->block_us > 0 ? handle->config.read_timeout_us + call->block_us : RK_NO_DEADLINE;
}

/* Sleeps a little before another attempt: longer each time, with jitter, never beyond `left_us`. */
static void back_off(int attempt, int64_t left_us)
{
	uint32_t dice = 0;
	int64_t us = BACKOFF_FIRST_US << (attempt < 7 ? attempt : 7);
	struct timespec pause;

	rk_random_bytes(&dice, sizeof(dice));
	us = us > BACKOFF_MAX_US ? BACKOFF_MAX_US : us;
	us = us / 2 + dice % (uint32_t) us;
	us = us > left_us ? left_us : us;
	if (us > 0) {
		pause.tv_sec = us / 1000000;
		pause.tv_nsec = (us % 1000000) * 1000;
		nanosleep(&pause, NULL);
	}
}

static const char *call_name(const rk_call *call)
{
	return call->name ? call->name : "the command";
}

/* Turns the error of a call that failed into what the caller may conclude from it. `sent`: some of it may have reached the server. */
static RK_COLD rk_status conclude(const rk_call *call, rk_status status, bool sent, rk_error *err)
{
	bool tell = !(call->flags & RK_CALL_IDEMPOTENT) || (call->flags & RK_CALL_TELL);

	if (status != RK_ERR_EXCEPTION && status != RK_ERR_COMMAND && sent && tell) {
		char reason[320];

		snprintf(reason, sizeof(reason), "%s", err->message);
		status = rk_error_set(err, RK_ERR_OUTCOME_UNKNOWN,
			"%s was sent and no whole reply came (%s): it may or may not have been carried out; look before you repeat it",
			call_name(call), reason);
	}
	snprintf(err->command, sizeof(err->command), "%s", call->name ? call->name : "");
	return status;
}

/* May the exchange be repeated on another connection? */
static bool may_repeat(const rk_call *call, rk_status status, size_t sent)
{
	return status == RK_ERR_CONNECTION && (sent == 0 || (call->flags & RK_CALL_IDEMPOTENT));
}

/* Was an EXEC refused without an end to its transaction? EXECABORT is the end; servers before 6.2 answer other errors, too. */
static bool may_be_queueing(const zval *replies, uint32_t count)
{
	while (count) {
		const rk_error *error = rk_reply_error(&replies[--count]);

		if (error) {
			return strcmp(error->prefix, "EXECABORT") != 0;
		}
	}
	return false;
}

/* One exchange: replies[0 … commands-1]. `single`: the error of the one command is the status, else it becomes an error value. */
static zend_always_inline rk_status exchange_once(rk_connection *connection, const rk_call *call, const rk_request *request,
	int64_t timeout_us, bool single, zval *replies, size_t *sent, rk_error *err)
{
	uint32_t received = 0;
	rk_status status;

	if (RK_LIKELY(single)) {
		return rk_connection_exchange(connection, request, timeout_us, replies, sent, err);
	}
	status = rk_connection_exchange_many(connection, request, timeout_us, replies, &received, sent, err);
	if (status != RK_OK) {
		while (received) {
			zval_ptr_dtor(&replies[--received]);
		}
	} else if (call->flags & RK_CALL_TRANSACTION && may_be_queueing(replies, request->commands)) {
		connection->dirty = true;
	}
	return status;
}

static rk_status run_pinned(rk_handle *handle, const rk_call *call, const rk_request *request, bool single, zval *replies,
	rk_error *err)
{
	rk_connection *connection = call->pin;
	size_t sent = 0;
	rk_status status;

	if (!rk_connection_is_open(connection) || connection->fork_generation != rk_fork_generation) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Connection lost: the connection that watch() or subscribe() held is gone%s; start again",
			connection->fork_generation != rk_fork_generation ? " (it belongs to the parent process)" : "");
	}
	if (connection->busy) {
		return rk_error_set(err, RK_ERR_CONNECTION,
			"%s cannot be sent over the connection that watch() holds: another command waits there for its reply, or was cut off by a fatal error; "
			"use another client",
			call_name(call));
	}
	connection->clock_us = rk_now_us();
	status = exchange_once(connection, call, request, call_timeout(handle, call), single, replies, &sent, err);
	connection->unheard = false;
	if (connection->busy) {
		rk_connection_close(connection);
		return conclude(call, status, sent > 0, err);
	}
	if (connection->dirty) { /* bytes came that nobody asked for, or EXEC was refused */
		rk_connection_close(connection);
	}
	return status;
}

static rk_status run(rk_handle *handle, const rk_call *call, const rk_request *request, bool single, zval *replies, rk_error *err)
{
	rk_topology *topology = handle->topology;
	int64_t timeout_us = call_timeout(handle, call), left_us = timeout_us, began_us = 0;
	bool doubt = false; /* an attempt was sent and got no whole reply */
	int attempt;

	if (RK_UNLIKELY(request->failed)) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while encoding %s", call_name(call));
	}
	if (RK_UNLIKELY(call->pin != NULL)) {
		return run_pinned(handle, call, request, single, replies, err);
	}
	for (attempt = 0;; attempt++) {
		rk_connection *connection;
		bool fresh, repeat;
		size_t sent = 0;
		rk_status status = topology->ops->lease(topology, call->key, call->key_len, &connection, &fresh, err);

		if (RK_LIKELY(status == RK_OK)) {
			if (RK_LIKELY(attempt == 0)) {
				began_us = connection->clock_us;
			} else if (single && timeout_us != RK_NO_DEADLINE && (left_us = timeout_us - (connection->clock_us - began_us)) <= 0) {
				topology->ops->give_back(topology, connection);
				return conclude(call, err->status, doubt, err);
			}
			status = exchange_once(connection, call, request, left_us, single, replies, &sent, err);
			if (RK_LIKELY(status == RK_OK)) {
				topology->ops->give_back(topology, connection);
				return RK_OK;
			}
			if (!connection->busy) { /* an error reply: the server's answer */
				repeat = topology->ops->on_error(topology, connection, err) == RK_VERDICT_RETRY && !fresh && attempt == 0;
			} else {
				rk_pool_count_failure(topology->ops->entry(topology), status);
				repeat = may_repeat(call, status, sent) && attempt < handle->config.max_retries;
				rk_connection_close(connection);
				doubt |= sent > 0;
			}
			topology->ops->give_back(topology, connection);
		} else {
			repeat = status == RK_ERR_CONNECTION && attempt < handle->config.max_retries && !handle->config.fail_fast;
			fresh = true;
		}
		if (!repeat) {
			return conclude(call, status, doubt, err);
		}
		if (fresh) {
			int64_t now = rk_now_us(), limit = timeout_us == RK_NO_DEADLINE ? handle->config.read_timeout_us : timeout_us;

			began_us = began_us ? began_us : now;
			if (now - began_us >= limit) {
				return conclude(call, status, doubt, err);
			}
			back_off(attempt, limit - (now - began_us));
		}
		rk_pool_count_retry(topology->ops->entry(topology));
	}
}

rk_status rk_exec(rk_handle *handle, const rk_call *call, const rk_request *request, zval *out, rk_error *err)
{
	return run(handle, call, request, true, out, err);
}

rk_status rk_exec_many(rk_handle *handle, const rk_call *call, const rk_request *request, zval *replies, rk_error *err)
{
	if (request->commands == 0 && !request->failed) {
		return RK_OK;
	}
	return run(handle, call, request, false, replies, err);
}

rk_status rk_replies_error(const zval *replies, uint32_t count, rk_error *err)
{
	uint32_t i;

	for (i = 0; i < count; i++) {
		const rk_error *error = rk_reply_error(&replies[i]);

		if (RK_UNLIKELY(error != NULL)) {
			*err = *error;
			return err->status;
		}
	}
	return RK_OK;
}

void rk_replies_free(zval *replies, uint32_t count)
{
	uint32_t i;

	for (i = 0; i < count; i++) {
		zval_ptr_dtor(&replies[i]);
	}
}

rk_status rk_exec_all(rk_handle *handle, const char *name, const rk_request *request, zval **replies, rk_error *err)
{
	rk_call call = { .name = name, .flags = RK_CALL_IDEMPOTENT };
	rk_status status;

	*replies = safe_emalloc(request->commands, sizeof(zval), 0);
	status = rk_exec_many(handle, &call, request, *replies, err);
	if (status == RK_OK && (status = rk_replies_error(*replies, request->commands, err)) != RK_OK) {
		rk_replies_free(*replies, request->commands);
	}
	if (status != RK_OK) {
		efree(*replies);
	}
	return status;
}

/* What is sent over it will not be repeated, so a connection that was kept is looked at first, however short it was idle. */
rk_status rk_pin(rk_handle *handle, rk_connection **out, rk_error *err)
{
	const rk_topology_ops *ops = handle->topology->ops;
	rk_connection *connection;
	bool fresh;
	rk_status status = ops->lease(handle->topology, NULL, 0, &connection, &fresh, err);

	while (status == RK_OK && !fresh && !rk_connection_is_quiet(connection)) {
		rk_connection_close(connection);
		ops->give_back(handle->topology, connection);
		status = ops->lease(handle->topology, NULL, 0, &connection, &fresh, err);
	}
	if (status == RK_OK) {
		*out = connection;
	}
	return status;
}

void rk_unpin(rk_handle *handle, rk_connection *connection, bool clean)
{
	connection->dirty |= !clean;
	handle->topology->ops->give_back(handle->topology, connection);
}

rk_status rk_reply_long(const zval *reply, zend_long *out, rk_error *err)
{
	if (Z_TYPE_P(reply) == IS_LONG) {
		*out = Z_LVAL_P(reply);
		return RK_OK;
	}
	return rk_error_set(err, RK_ERR_CONNECTION, "The server answered with %s where an integer was expected",
		zend_zval_type_name(reply));
}

/* --- the cache of requests -------------------------------------------------------------------------------------- */

rk_request *rk_request_borrow(void)
{
	rk_request *request;
	int i;

	for (i = 0; i < RK_REQUEST_CACHE_SIZE; i++) {
		request = REDISKIT_G(request_cache)[i];
		if (RK_UNLIKELY(!request)) {
			request = calloc(1, sizeof(*request));
			if (!request) {
				break;
			}
			*(REDISKIT_G(request_cache) + i) = request;
		}
		if (RK_LIKELY(!request->in_use)) {
			request->in_use = true;
			return request;
		}
	}
	request = ecalloc(1, sizeof(*request)); /* nested deeper than the cache: in_use stays false */
	request->outer = REDISKIT_G(inner_request);
	REDISKIT_G(inner_request) = request;
	return request;
}

static RK_COLD void free_beyond_cache(rk_request *request)
{
	rk_request **link = &REDISKIT_G(inner_request);

	while (*link != request) {
		link = &(*link)->outer;
	}
	*link = request->outer;
	rk_request_free(request);
	efree(request);
}

void rk_request_give_back(rk_request *request)
{
	if (RK_UNLIKELY(!request->in_use)) {
		free_beyond_cache(request);
		return;
	}
	rk_request_reset(request);
	request->in_use = false;
}

void rk_requests_request_end(void)
{
	int i;

	for (; REDISKIT_G(inner_request); REDISKIT_G(inner_request) = REDISKIT_G(inner_request)->outer) {
		free(REDISKIT_G(inner_request)->data);
	}
	for (i = 0; i < RK_REQUEST_CACHE_SIZE; i++) {
		rk_request *request = REDISKIT_G(request_cache)[i];

		if (request) {
			rk_request_reset(request);
			request->in_use = false;
		}
	}
}
