/* rk_connection.c: opening and closing a connection, and whether it can be used; see rk_connection.h. */
#include "rk_connection_parts.h"

bool rk_connection_is_open(const rk_connection *connection)
{
	return connection->transport.fd >= 0;
}

static void close_socket(rk_connection *connection)
{
	if (connection->transport.fd < 0) {
		return;
	}
	if (connection->fork_generation != rk_fork_generation) {
		rk_transport_abandon(&connection->transport);
	} else {
		rk_transport_close(&connection->transport);
	}
	connection->transport = RK_TRANSPORT_CLOSED;
}

void rk_connection_close(rk_connection *connection)
{
	close_socket(connection);
	if (connection->reader && CG(unclean_shutdown)) { /* a fatal error may have come in the middle of building a reply */
		rk_reader_abandon(connection->reader);
		connection->reader = NULL;
	}
	if (connection->reader) {
		rk_reader_destroy(connection->reader);
		connection->reader = NULL;
	}
}

void rk_connection_close_after_bailout(rk_connection *connection)
{
	close_socket(connection);
	if (connection->reader) {
		rk_reader_abandon(connection->reader);
		connection->reader = NULL;
	}
}

bool rk_connection_is_quiet(rk_connection *connection)
{
	return rk_connection_is_open(connection) && !connection->busy && connection->fork_generation == rk_fork_generation &&
		!rk_reader_is_pending(connection->reader) && rk_transport_is_quiet(&connection->transport);
}

rk_status rk_connection_open(rk_connection *connection, const rk_config *config, int64_t timeout_us, size_t max_reply,
	uint32_t max_depth, rk_error *err)
{
	int64_t now = rk_now_us(), deadline = now + timeout_us;
	rk_request request = { 0 };
	rk_status status;

	memset(connection, 0, sizeof(*connection));
	connection->transport = RK_TRANSPORT_CLOSED;
	connection->config = config;
	connection->unheard = true;
	connection->fork_generation = rk_fork_generation;
	connection->reader = rk_reader_create(max_reply, max_depth);
	if (!connection->reader) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while connecting");
	}
	status = rk_transport_open(&connection->transport, config, deadline, err);
	if (status == RK_OK) {
		connection->clock_us = rk_now_us();
		status = rk_connection_log_in(connection, &request, deadline > connection->clock_us ? deadline - connection->clock_us : 1, err);
		if (request.data) {
			rk_wipe(request.data, request.cap); /* it held the password */
		}
		rk_request_free(&request);
	}
	if (status != RK_OK) {
		rk_connection_close(connection);
	}
	connection->clock_us = rk_now_us(); /* where the first command's time begins */
	return status;
}
