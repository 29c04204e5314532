/* rk_connection.h: one connection to one server: transport + reader + handshake, and the marks that keep replies from the wrong caller.
 *
 * `busy` is set before the first byte of a request leaves and cleared when its last reply is whole. A connection found busy at a lease, made
 * under another fork generation, or that saw any error in mid-reply is closed, never reused. */
#ifndef RK_CONNECTION_H
#define RK_CONNECTION_H

#include "rk_config.h"
#include "rk_reply.h"
#include "rk_request.h"
#include "rk_transport.h"

typedef struct {
	rk_transport transport;
	rk_reader *reader;
	const rk_config *config; /* borrowed from the pool entry */
	uint32_t fork_generation;
	uint32_t request_serial; /* PHP request in which it was last checked */
	int64_t idle_since_us;
	uint32_t outstanding; /* replies still to be read */
	bool busy;
	bool dirty; /* WATCH, subscriptions or another database may be set: do not give it to anyone else */
} rk_connection;

/* Connects and shakes hands: AUTH, SELECT and CLIENT SETNAME in one write, one wait; an error of SETNAME is ignored.
 * RK_ERR_AUTH for WRONGPASS and friends. On failure the connection is closed. */
rk_status rk_connection_open(rk_connection *connection, const rk_config *config, size_t max_reply, uint32_t max_depth, rk_error *err);

/* Sends the request (all its commands) and marks the connection busy with request->commands outstanding replies. While a large request is
 * going out, replies that come in are taken up. *sent: bytes that left, for the question whether a retry is safe. */
rk_status rk_connection_send(rk_connection *connection, const rk_request *request, int64_t timeout_us, size_t *sent, rk_error *err);

/* Reads one reply. RK_OK or RK_ERR_COMMAND/RK_ERR_AUTH: the connection is in step. Anything else: the caller closes it. */
rk_status rk_connection_read(rk_connection *connection, int64_t timeout_us, zval *out, rk_error *err);

/* As rk_connection_read, but waits for ever, in slices that look at EG(vm_interrupt), so that signal handlers and time limits work. */
rk_status rk_connection_read_patiently(rk_connection *connection, zval *out, rk_error *err);

bool rk_connection_is_open(const rk_connection *connection);

/* Closes in the way its state asks for: in a forked child close(2) only. */
void rk_connection_close(rk_connection *connection);
/* After a bailout: as close, but leaves the half-built reply alone. */
void rk_connection_close_after_bailout(rk_connection *connection);

#endif
