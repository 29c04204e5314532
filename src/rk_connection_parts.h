/* rk_connection_parts.h: what the files of a connection share.
 *
 *   rk_connection.c  opening, closing, whether it can be used
 *   rk_exchange.c    commands out, replies in
 *   rk_handshake.c   logging in, and servers that do not want us */
#ifndef RK_CONNECTION_PARTS_H
#define RK_CONNECTION_PARTS_H

#include "rk_connection.h"

/* Logs in on a new connection: what is configured of AUTH, SELECT and CLIENT SETNAME, all within timeout_us of
 * connection->clock_us. `request` is empty, and holds the password afterwards. */
rk_status rk_connection_log_in(rk_connection *connection, rk_request *request, int64_t timeout_us, rk_error *err);

/* Was the error reply the server's way to say that it does not want us? Then RK_ERR_CONNECTION, with what to do about it, and *sent
 * is 0; else `status`. */
rk_status rk_connection_explain_refusal(const rk_connection *connection, rk_status status, size_t *sent, rk_error *err) RK_COLD;

/* Is the connection in step after `status`? Then it is no longer busy once all replies are in. */
static inline bool rk_connection_in_step(const rk_connection *connection, rk_status status)
{
	return status == RK_OK || ((status == RK_ERR_COMMAND || status == RK_ERR_AUTH) && !rk_reader_is_broken(connection->reader));
}

/* After a wait: sets the clock to now and returns what is left of timeout_us, at least 1. */
static inline int64_t rk_connection_restart_clock(rk_connection *connection, int64_t timeout_us)
{
	int64_t before = connection->clock_us;

	connection->clock_us = rk_now_us();
	if (timeout_us == RK_NO_DEADLINE) {
		return timeout_us;
	}
	timeout_us -= connection->clock_us - before;
	return timeout_us > 0 ? timeout_us : 1;
}

#endif
