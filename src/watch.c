/* watch.c: Client's watch() and unwatch(), and the pin: the one connection that a client keeps while user code runs.
 *
 * It is given back clean when what it held is known to be over (EXEC, UNWATCH), and closed in every other case. */

#include "rk_client.h"

void rk_client_unpin(rk_client *client, bool clean)
{
	rk_connection *connection = client->pin;

	if (connection->busy && rk_connection_is_open(connection) && !CG(unclean_shutdown)) {
		return; /* we are in a signal handler, and the command it interrupted reads on from this connection */
	}
	client->pin = NULL;
	rk_unpin(client->handle, connection, clean);
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
