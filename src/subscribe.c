/* subscribe.c: Client's subscribe family: a connection pinned to a loop that calls back.
 *
 * The connection is busy for as long as it listens, so that nobody else can get it. When the last channel is left it is in
 * step again and goes back to the pool; however else the loop ends (an exception, exit, a time-out, a lost connection) it is
 * closed. Other commands of the client lease connections of their own meanwhile. */

#include "rk_client.h"

#include <zend_exceptions.h>

struct rk_subscription {
	rk_connection *connection;
	const char *wire; /* SUBSCRIBE, PSUBSCRIBE or SSUBSCRIBE */
	zend_fcall_info *fci;
	zend_fcall_info_cache *fcc;
	int64_t timeout_us; /* of silence; RK_NO_DEADLINE: none */
	bool ended;         /* the last channel was left */
	uint64_t channels;  /* how many there are, by the last answer */
	uint64_t owed;      /* answers that are still to come, one for each channel */
	bool unclear;       /* how many those are */
};

/* UNSUBSCRIBE for SUBSCRIBE, and so on. */
static bool is_opposite(const char *wire, const char *of)
{
	return strlen(wire) == strlen(of) + 2 && (strcmp(of, "SUBSCRIBE") == 0 || *wire == *of);
}

/* Counts the answers that a command with so many names will get; without names each channel that is left has one. */
static void expect_answers(struct rk_subscription *subscription, const char *wire, uint32_t names)
{
	if (names) {
		subscription->owed += names;
	} else if (subscription->owed == 0 && subscription->channels && is_opposite(wire, subscription->wire)) {
		subscription->owed = subscription->channels;
	} else {
		subscription->unclear = true;
	}
}

/* Sends a command on the listening connection, which answers among the messages. */
static rk_status send_words(rk_client *client, struct rk_subscription *subscription, const char *wire, zval *names, rk_error *err)
{
	rk_connection *connection = subscription->connection;
	rk_build build;
	size_t sent;
	rk_status status = RK_OK;

	rk_client_begin(client, &build, NULL, err);
	rk_request_arg(build.request, wire, strlen(wire));
	if (names) {
		status = rk_build_keys(&build, names, 0);
	}
	if (status == RK_OK) {
		expect_answers(subscription, wire, build.request->argc - 1);
		rk_request_end(build.request);
		if (build.request->failed) {
			status = rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while encoding %s", wire);
		} else if (!rk_connection_is_open(connection) || connection->fork_generation != rk_fork_generation) {
			status = rk_error_set(err, RK_ERR_CONNECTION, "Connection lost: the connection that subscribe() held is gone");
		} else {
			connection->clock_us = rk_now_us();
			status = rk_connection_send(connection, build.request, client->handle->config.read_timeout_us, &sent, err);
		}
	}
	rk_request_give_back(build.request);
	rk_handle_release(build.handle);
	return status;
}

static zval *part(zval *reply, uint32_t index)
{
	return zend_hash_index_find(Z_ARRVAL_P(reply), index);
}

static bool ends_with(const zval *text, const char *tail)
{
	size_t len = strlen(tail);

	return Z_TYPE_P(text) == IS_STRING && Z_STRLEN_P(text) >= len &&
		memcmp(Z_STRVAL_P(text) + Z_STRLEN_P(text) - len, tail, len) == 0;
}

/* Calls back with the client and the parts of a message after its kind. */
static rk_status call_back(rk_client *client, struct rk_subscription *subscription, zval *reply, uint32_t count)
{
	zval args[4], result;

	ZVAL_OBJ_COPY(&args[0], &client->std);
	for (uint32_t i = 1; i < count; i++) {
		ZVAL_COPY(&args[i], part(reply, i));
	}
	ZVAL_UNDEF(&result);
	subscription->fci->retval = &result;
	subscription->fci->params = args;
	subscription->fci->param_count = count;
	zend_call_function(subscription->fci, subscription->fcc);
	zval_ptr_dtor(&result);
	for (uint32_t i = 0; i < count; i++) {
		zval_ptr_dtor(&args[i]);
	}
	return EG(exception) ? RK_ERR_EXCEPTION : RK_OK;
}

/* [kind, channel, message], [pmessage, pattern, channel, message], [subscribe, channel, how many are left] and its opposites. */
static rk_status handle_reply(rk_client *client, struct rk_subscription *subscription, zval *reply, rk_error *err)
{
	uint32_t count = Z_TYPE_P(reply) == IS_ARRAY ? zend_hash_num_elements(Z_ARRVAL_P(reply)) : 0;
	zval *kind = count >= 3 && count <= 4 ? part(reply, 0) : NULL, *left;

	if (!kind || Z_TYPE_P(kind) != IS_STRING) {
		return rk_error_set(err, RK_ERR_CONNECTION, "The server sent something that is not a message to a subscriber");
	}
	if (ends_with(kind, "message")) {
		return call_back(client, subscription, reply, count);
	}
	left = part(reply, 2);
	subscription->owed -= subscription->owed > 0;
	subscription->channels = Z_TYPE_P(left) == IS_LONG && Z_LVAL_P(left) > 0 ? (uint64_t) Z_LVAL_P(left) : 0;
	if (ends_with(kind, "unsubscribe")) {
		subscription->ended = Z_TYPE_P(left) == IS_LONG && Z_LVAL_P(left) == 0;
	}
	return RK_OK;
}

static rk_status listen_once(rk_client *client, struct rk_subscription *subscription, rk_error *err)
{
	rk_connection *connection = subscription->connection;
	zval reply;
	rk_status status;

	if (connection->fork_generation != rk_fork_generation) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Connection lost: the subscription belongs to the parent process");
	}
	connection->clock_us = rk_now_us();
	status = rk_connection_read(connection, subscription->timeout_us, &reply, err);
	if (status == RK_ERR_TIMEOUT) {
		return rk_error_set(err, RK_ERR_TIMEOUT, "No message came within %g seconds: the subscription has ended",
			(double) subscription->timeout_us / 1e6);
	}
	if (status == RK_OK) {
		status = handle_reply(client, subscription, &reply, err);
		zval_ptr_dtor(&reply);
	}
	return status;
}

/* Subscribes and listens until the last channel is left, and each command has its answers: a second message may have come before the
 * answer to the first one's unsubscribe(). */
static rk_status listen_on(rk_client *client, struct rk_subscription *subscription, const char *wire, zval *names, rk_error *err)
{
	rk_status status = send_words(client, subscription, wire, names, err);

	client->subscription = subscription;
	while (status == RK_OK && (!subscription->ended || (subscription->owed && !subscription->unclear))) {
		status = listen_once(client, subscription, err);
	}
	return status;
}

/* The same; *bailed_out tells of a fatal error or time limit that is unwinding the request. */
static rk_status try_to_listen(rk_client *client, struct rk_subscription *subscription, const char *wire, zval *names,
	bool *bailed_out, rk_error *err)
{
	volatile rk_status status = RK_ERR_EXCEPTION;
	volatile bool unwinding = false;

	/* clang-format off */
	zend_try {
		status = listen_on(client, subscription, wire, names, err);
	} zend_catch {
		unwinding = true;
	} zend_end_try();
	/* clang-format on */
	client->subscription = NULL;
	*bailed_out = unwinding;
	return status;
}

static void subscribe(INTERNAL_FUNCTION_PARAMETERS, const char *wire)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	struct rk_subscription subscription = { .wire = wire, .fci = &fci, .fcc = &fcc, .timeout_us = RK_NO_DEADLINE };
	zend_string *name;
	HashTable *list;
	zval names;
	double timeout = 0;
	bool no_timeout = true, bailed_out = false, clean;
	rk_client *client;
	rk_handle *handle;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ARRAY_HT_OR_STR(list, name)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE_OR_NULL(timeout, no_timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!no_timeout && !(timeout > 0 && timeout < 1e9)) {
		zend_argument_value_error(3, "must be greater than 0");
		RETURN_THROWS();
	}
	if (!(client = rk_client_of_this(ZEND_THIS)) || !rk_client_must_be_idle(client, "subscribe()")) {
		RETURN_THROWS();
	}
	if (!no_timeout) {
		subscription.timeout_us = (int64_t) (timeout * 1e6);
	}
	if (list) {
		ZVAL_ARR(&names, list);
	} else {
		ZVAL_STR(&names, name);
	}
	handle = rk_handle_share(client->handle); /* a channel's __toString() may select() another, and the connection belongs to this one */
	status = rk_pin(handle, &subscription.connection, &err);
	if (status == RK_OK) {
		status = try_to_listen(client, &subscription, wire, &names, &bailed_out, &err);
		clean = subscription.ended && status == RK_OK && !subscription.unclear && !rk_reader_is_pending(subscription.connection->reader);
		subscription.connection->busy = !clean;
		rk_unpin(handle, subscription.connection, clean);
	}
	rk_handle_release(handle);
	if (bailed_out) {
		zend_bailout();
	}
	if (status == RK_ERR_EXCEPTION) {
		RETURN_THROWS();
	}
	if (status != RK_OK) {
		rk_throw(&err);
	}
}

static void unsubscribe(INTERNAL_FUNCTION_PARAMETERS, const char *wire)
{
	zend_string *name = NULL;
	HashTable *list = NULL;
	zval names;
	rk_client *client;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_STR_OR_NULL(list, name)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (!client->subscription) {
		rk_client_throw(wire, "This client is not subscribed: %s is called inside a subscription's callback", wire);
		RETURN_THROWS();
	}
	if (list) {
		ZVAL_ARR(&names, list);
	} else if (name) {
		ZVAL_STR(&names, name);
	}
	if (send_words(client, client->subscription, wire, list || name ? &names : NULL, &err) != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	RETURN_TRUE;
}

PHP_METHOD(Rediskit_Client, subscribe)
{
	subscribe(INTERNAL_FUNCTION_PARAM_PASSTHRU, "SUBSCRIBE");
}

PHP_METHOD(Rediskit_Client, pSubscribe)
{
	subscribe(INTERNAL_FUNCTION_PARAM_PASSTHRU, "PSUBSCRIBE");
}

PHP_METHOD(Rediskit_Client, sSubscribe)
{
	subscribe(INTERNAL_FUNCTION_PARAM_PASSTHRU, "SSUBSCRIBE");
}

PHP_METHOD(Rediskit_Client, unsubscribe)
{
	unsubscribe(INTERNAL_FUNCTION_PARAM_PASSTHRU, "UNSUBSCRIBE");
}

PHP_METHOD(Rediskit_Client, pUnsubscribe)
{
	unsubscribe(INTERNAL_FUNCTION_PARAM_PASSTHRU, "PUNSUBSCRIBE");
}

PHP_METHOD(Rediskit_Client, sUnsubscribe)
{
	unsubscribe(INTERNAL_FUNCTION_PARAM_PASSTHRU, "SUNSUBSCRIBE");
}
