/* rk_connection.h: one connection to one server: transport + reader + handshake, and the marks that keep replies from the
 * wrong caller.
 *
 * `busy` is set before the first byte of a request leaves and cleared when its last reply is whole. A connection found busy
 * at a lease, made under another fork generation, or that saw any error in mid-reply is closed, never reused. */
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
	int64_t clock_us;        /* when the exchange in progress began; at rest: the last one */
	uint32_t fork_generation;
	uint32_t request_serial; /* PHP request in which it was last checked */
	bool leased;             /* by the pool */
	bool unheard;            /* it has answered nothing yet: what it says may be that it does not want us */
	bool busy;
	bool dirty; /* WATCH or subscriptions may be set, bytes came that nobody asked for, or EXEC was refused: do not give it to anyone else */
} rk_connection;

/* Connects and shakes hands: AUTH, SELECT and CLIENT SETNAME in one write, one wait; an error of SETNAME is ignored.
 * RK_ERR_AUTH for a refused password, RK_ERR_CONFIG for a database the server does not have. On failure the connection is
 * closed. */
rk_status rk_connection_open(rk_connection *connection, const rk_config *config, int64_t timeout_us, size_t max_reply,
	uint32_t max_depth, rk_error *err);

/* Sends the request's one command and reads its reply within timeout_us of connection->clock_us (RK_NO_DEADLINE: as long as
 * it takes, in slices that look at EG(vm_interrupt)). RK_OK, RK_ERR_COMMAND and RK_ERR_AUTH leave the connection in step;
 * after anything else, and when `busy` is still set, the caller closes it. *sent: bytes that left, for the question whether a
 * retry is safe. */
rk_status rk_connection_exchange(rk_connection *connection, const rk_request *request, int64_t timeout_us, zval *out, size_t *sent,
	rk_error *err);

/* The same for all commands of the request: replies[0 … commands-1], failed ones as error values. The time renews with every
 * whole reply. Sending and receiving interleave, so that neither side can block the other. On failure *received tells how
 * many replies are set and to be freed. */
rk_status rk_connection_exchange_many(rk_connection *connection, const rk_request *request, int64_t timeout_us, zval *replies,
	uint32_t *received, size_t *sent, rk_error *err);

/* For subscriptions, on a pinned connection: sends without waiting for an answer, and waits for the next message. */
rk_status rk_connection_send(rk_connection *connection, const rk_request *request, int64_t timeout_us, size_t *sent, rk_error *err);
rk_status rk_connection_read(rk_connection *connection, int64_t timeout_us, zval *out, rk_error *err);

/* What the engine does between two opcodes, for those who wait in C for long: a pending time limit ends the request here,
 * signal handlers run. RK_ERR_EXCEPTION when one threw. Only while no connection is leased, or one that is marked busy: then
 * a handler that throws, exits or talks to the server itself can't meet its reply. */
rk_status rk_run_interrupts(rk_error *err);

bool rk_connection_is_open(const rk_connection *connection);

/* Usable for the next lease: open, not busy, ours, and (one peek) neither closed by the peer nor holding bytes nobody asked for? */
bool rk_connection_is_quiet(rk_connection *connection);

/* Closes in the way its state asks for: in a forked child close(2) only. */
void rk_connection_close(rk_connection *connection);
/* After a bailout: as close, but leaves the half-built reply alone. */
void rk_connection_close_after_bailout(rk_connection *connection);

#endif
