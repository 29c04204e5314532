/* rk_connection.c: see rk_connection.h. */
#include "rk_connection.h"

#include <zend_interfaces.h>

#define RECEIVE_BUFFER (32 * 1024)
#define FEED_SLICE 2048
#define PATIENCE_SLICE_US 500000 /* how long a wait for ever goes without looking at EG(vm_interrupt) */

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

rk_status rk_run_interrupts(rk_error *err)
{
	if (zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
		if (zend_atomic_bool_load_ex(&EG(timed_out))) {
			zend_timeout();
		} else if (zend_interrupt_function) {
			zend_interrupt_function(EG(current_execute_data));
		}
	}
	if (EG(exception)) {
		return rk_error_set(err, RK_ERR_EXCEPTION, "A signal handler threw while waiting");
	}
	return RK_OK;
}

/* Receives into the reader, as long as it takes. */
static rk_status receive_patiently(rk_connection *connection, char *buffer, size_t size, size_t *received, rk_error *err)
{
	rk_status status;

	do {
		status = rk_run_interrupts(err);
		if (status != RK_OK) {
			return status;
		}
		status = rk_transport_wait(&connection->transport, false, rk_now_us() + PATIENCE_SLICE_US, err);
	} while (status == RK_ERR_TIMEOUT);
	return status == RK_OK ? rk_transport_receive_now(&connection->transport, buffer, size, received, err) : status;
}

/* Receives what comes within timeout_us of clock_us. `first`: nothing was waited for since the clock was read. */
static rk_status receive_within(rk_connection *connection, bool first, int64_t timeout_us, char *buffer, size_t size,
	size_t *received, rk_error *err)
{
	rk_status status;

	if (RK_LIKELY(first)) {
		return rk_transport_receive(&connection->transport, buffer, size, timeout_us, received, err);
	}
	status = rk_transport_wait(&connection->transport, false, connection->clock_us + timeout_us, err);
	return status == RK_OK ? rk_transport_receive_now(&connection->transport, buffer, size, received, err) : status;
}

/* Bytes are fed in slices, because hiredis moves all that it has not parsed yet each time it has parsed a kilobyte. Feeds
 * slice after slice until a reply is whole. `*used`: how much was fed. */
static rk_status feed_one(rk_connection *connection, const char *data, size_t len, size_t *used, zval *out, rk_error *err)
{
	rk_status status = RK_AGAIN;

	*used = 0;
	while (status == RK_AGAIN && *used < len) {
		size_t slice = len - *used < FEED_SLICE ? len - *used : FEED_SLICE;

		status = rk_reader_feed(connection->reader, data + *used, slice, err);
		if (RK_LIKELY(status == RK_OK)) {
			*used += slice;
			status = rk_reader_next(connection->reader, out, err);
		}
	}
	return status;
}

/* Is the connection in step after `status`? Then it is no longer busy once all replies are in. */
static bool in_step(const rk_connection *connection, rk_status status)
{
	return status == RK_OK || ((status == RK_ERR_COMMAND || status == RK_ERR_AUTH) && !rk_reader_is_broken(connection->reader));
}

/* Feeds what came behind a reply that ended with `status`, which is returned unless the bytes are refused. */
static RK_COLD rk_status feed_rest(rk_connection *connection, rk_status status, const char *data, size_t len, zval *out,
	rk_error *err)
{
	rk_error refusal;
	rk_status fed = rk_reader_feed(connection->reader, data, len, &refusal);

	if (fed == RK_OK) {
		return status;
	}
	if (status == RK_OK) {
		zval_ptr_dtor(out);
	}
	*err = refusal;
	return fed;
}

/* Reads one reply. `*in_reader`: whether the reader may hold bytes; when it is false afterwards, it holds none. */
static rk_status read_reply(rk_connection *connection, int64_t timeout_us, bool *in_reader, zval *out, rk_error *err)
{
	char buffer[RECEIVE_BUFFER];
	size_t received;
	bool first = true;
	rk_status status = RK_AGAIN;

	if (RK_UNLIKELY(*in_reader) && rk_reader_is_pending(connection->reader)) {
		status = rk_reader_next(connection->reader, out, err);
		first = false;
	}
	while (status == RK_AGAIN) {
		if (RK_UNLIKELY(timeout_us == RK_NO_DEADLINE)) {
			status = receive_patiently(connection, buffer, sizeof(buffer), &received, err);
		} else {
			status = receive_within(connection, first, timeout_us, buffer, sizeof(buffer), &received, err);
		}
		if (RK_LIKELY(status == RK_OK)) {
			size_t used = first ? rk_reader_take(buffer, received, out) : 0;

			if (RK_LIKELY(used == received)) {
				return RK_OK;
			}
			*in_reader = true;
			if (used == 0 || used == RK_TAKE_PARTIAL) {
				status = feed_one(connection, buffer, received, &used, out, err);
			}
			if (RK_UNLIKELY(used < received) && in_step(connection, status)) { /* the beginning of the next reply */
				status = feed_rest(connection, status, buffer + used, received - used, out, err);
			}
		}
		first = false;
	}
	return status;
}

rk_status rk_connection_read(rk_connection *connection, int64_t timeout_us, zval *out, rk_error *err)
{
	bool in_reader = true;

	return read_reply(connection, timeout_us, &in_reader, out, err);
}

static bool begins_with(const char *text, const char *beginning)
{
	return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* A server that does not want us (too many clients, protected mode) says so instead of reading what we sent: nothing of it
 * was carried out. Told by its whole beginning, because a script may answer with any prefix. */
static RK_COLD rk_status explain_refusal(const rk_connection *connection, rk_status status, size_t *sent, rk_error *err)
{
	char server[RK_CONFIG_DESCRIPTION];
	const char *why;

	if (status != RK_ERR_COMMAND) {
		return status;
	}
	if (begins_with(err->message, "ERR max number of clients reached")) {
		why = "max number of clients reached: raise maxclients there, or lower the number of workers";
	} else if (begins_with(err->message, "DENIED Redis is running in protected mode")) {
		why = "it is in protected mode: give it a password (requirepass), or bind it to an address that only this machine reaches";
	} else {
		return status;
	}
	*sent = 0;
	rk_config_describe(connection->config, server, sizeof(server));
	return rk_error_set(err, RK_ERR_CONNECTION, "%s refused the connection, %s", server, why);
}

/* When sending failed: the peer may have said why before it closed. */
static RK_COLD rk_status hear_last_words(rk_connection *connection, rk_status status, size_t *sent, rk_error *err)
{
	char buffer[1024];
	size_t received;
	rk_status heard;
	rk_error words;
	zval reply;

	if (status != RK_ERR_CONNECTION || rk_reader_is_pending(connection->reader) ||
		rk_transport_receive_now(&connection->transport, buffer, sizeof(buffer), &received, &words) != RK_OK ||
		rk_reader_feed(connection->reader, buffer, received, &words) != RK_OK) {
		return status;
	}
	heard = rk_reader_next(connection->reader, &reply, &words);
	if (heard == RK_OK) {
		zval_ptr_dtor(&reply);
	} else if (heard == RK_ERR_COMMAND && explain_refusal(connection, heard, sent, &words) == RK_ERR_CONNECTION) {
		*err = words;
	}
	return status;
}

/* Where a request that did not leave at once stands. */
typedef struct {
	const rk_request *request;
	zval *replies;
	uint32_t received;
	size_t sent;
	size_t held; /* bytes of a cut-off scalar at the buffer's beginning */
	char buffer[RECEIVE_BUFFER];
} exchange;

/* All but the buffer, which need not be cleared. */
static void exchange_init(exchange *ex, const rk_request *request, zval *replies, size_t sent)
{
	ex->request = request;
	ex->replies = replies;
	ex->received = 0;
	ex->sent = sent;
	ex->held = 0;
}

/* Takes the replies that are whole already. */
static rk_status take_replies(rk_connection *connection, exchange *ex, rk_error *err)
{
	while (ex->received < ex->request->commands) {
		rk_status status = rk_reader_next(connection->reader, &ex->replies[ex->received], err);

		if (status == RK_AGAIN) {
			return RK_OK;
		}
		if (RK_UNLIKELY(status != RK_OK) && ex->received == 0) {
			status = explain_refusal(connection, status, &ex->sent, err);
		}
		if (!in_step(connection, status)) {
			return status;
		}
		if (status != RK_OK) {
			rk_reply_set_error(&ex->replies[ex->received], err);
		}
		ex->received++;
	}
	return RK_OK;
}

/* Takes up what was received behind the held bytes: plain replies directly, the rest through the reader. A small scalar that
 * is cut off is held. Each whole reply renews the deadline. */
static rk_status take_up(rk_connection *connection, exchange *ex, size_t received, rk_error *err)
{
	const char *data = ex->buffer;
	size_t len = ex->held + received;
	uint32_t before = ex->received;
	rk_status status = RK_OK;

	ex->held = 0;
	while (len > 0 && status == RK_OK) {
		size_t used = 0;

		if (RK_LIKELY(ex->received < ex->request->commands && !rk_reader_is_pending(connection->reader))) {
			used = rk_reader_take(data, len, &ex->replies[ex->received]);
			if (used == RK_TAKE_PARTIAL) {
				if (len <= RECEIVE_BUFFER / 2) {
					memmove(ex->buffer, data, len);
					ex->held = len;
					break;
				}
				used = 0;
			} else if (used) {
				ex->received++;
			}
		}
		if (used == 0) {
			used = len < FEED_SLICE ? len : FEED_SLICE;
			status = rk_reader_feed(connection->reader, data, used, err);
			if (status == RK_OK) {
				status = take_replies(connection, ex, err);
			}
		}
		data += used;
		len -= used;
	}
	if (ex->received > before) {
		connection->clock_us = rk_now_us();
	}
	return status;
}

/* Sends all of the request; while the socket is full, takes up what comes in. */
static rk_status send_all(rk_connection *connection, exchange *ex, int64_t timeout_us, rk_error *err)
{
	size_t n;
	rk_status status;

	if (timeout_us == RK_NO_DEADLINE) {
		timeout_us = connection->config->read_timeout_us; /* waiting for ever is for the reply */
	}
	while (ex->sent < ex->request->len) {
		status = rk_transport_send(&connection->transport, ex->request->data + ex->sent, ex->request->len - ex->sent, &n, err);
		if (status == RK_OK) {
			ex->sent += n;
			continue;
		}
		if (status != RK_AGAIN) {
			return status;
		}
		status = rk_transport_wait(&connection->transport, true, connection->clock_us + timeout_us, err);
		if (status != RK_OK) {
			return status;
		}
		status = rk_transport_receive_now(&connection->transport, ex->buffer + ex->held, sizeof(ex->buffer) - ex->held, &n, err);
		if (status == RK_AGAIN) {
			continue;
		}
		if (status == RK_OK) {
			status = ex->replies ? take_up(connection, ex, n, err) : rk_reader_feed(connection->reader, ex->buffer, n, err);
		}
		if (status != RK_OK) {
			return status;
		}
	}
	return RK_OK;
}

rk_status rk_connection_send(rk_connection *connection, const rk_request *request, int64_t timeout_us, size_t *sent, rk_error *err)
{
	exchange ex;
	rk_status status;

	exchange_init(&ex, request, NULL, 0);
	connection->busy = true;
	status = send_all(connection, &ex, timeout_us, err);
	*sent = ex.sent;
	return RK_LIKELY(status == RK_OK) ? RK_OK : hear_last_words(connection, status, sent, err);
}

/* After a wait: sets the clock to now and returns what is left of timeout_us, at least 1. */
static int64_t restart_clock(rk_connection *connection, int64_t timeout_us)
{
	int64_t before = connection->clock_us;

	connection->clock_us = rk_now_us();
	if (timeout_us == RK_NO_DEADLINE) {
		return timeout_us;
	}
	timeout_us -= connection->clock_us - before;
	return timeout_us > 0 ? timeout_us : 1;
}

/* After the last reply: bytes that nobody asked for would be taken for the next command's reply. The pool closes what is dirty. */
static inline void refuse_stray_bytes(rk_connection *connection)
{
	if (RK_UNLIKELY(rk_reader_is_pending(connection->reader))) {
		connection->dirty = true;
	}
}

/* Sends what is left after *sent bytes. */
static RK_COLD rk_status send_rest(rk_connection *connection, const rk_request *request, int64_t timeout_us, size_t *sent,
	rk_error *err)
{
	exchange ex;
	rk_status status;

	exchange_init(&ex, request, NULL, *sent);
	status = send_all(connection, &ex, timeout_us, err);
	*sent = ex.sent;
	return status;
}

rk_status rk_connection_exchange(rk_connection *connection, const rk_request *request, int64_t timeout_us, zval *out, size_t *sent,
	rk_error *err)
{
	bool in_reader = false;
	rk_status status;

	*sent = 0;
	connection->busy = true;
	status = rk_transport_send(&connection->transport, request->data, request->len, sent, err);
	if (RK_UNLIKELY(*sent < request->len) && (status == RK_OK || status == RK_AGAIN)) {
		status = send_rest(connection, request, timeout_us, sent, err);
		timeout_us = restart_clock(connection, timeout_us);
		in_reader = true;
	}
	if (RK_LIKELY(status == RK_OK)) {
		status = read_reply(connection, timeout_us, &in_reader, out, err);
		if (RK_UNLIKELY(status != RK_OK)) {
			status = explain_refusal(connection, status, sent, err);
		}
		connection->busy = !in_step(connection, status);
		if (RK_UNLIKELY(in_reader)) {
			refuse_stray_bytes(connection);
		}
	} else {
		status = hear_last_words(connection, status, sent, err);
	}
	return status;
}

rk_status rk_connection_exchange_many(rk_connection *connection, const rk_request *request, int64_t timeout_us, zval *replies,
	uint32_t *received, size_t *sent, rk_error *err)
{
	exchange ex;
	uint32_t renewed = 0; /* replies there were when the clock was last looked at */
	bool first = true;
	int64_t left_us;
	size_t n;
	rk_status status;

	exchange_init(&ex, request, replies, 0);
	connection->busy = true;
	status = send_all(connection, &ex, timeout_us, err);
	if (RK_UNLIKELY(status != RK_OK)) {
		status = hear_last_words(connection, status, &ex.sent, err);
	}
	left_us = restart_clock(connection, timeout_us);
	while (status == RK_OK && ex.received < request->commands) {
		if (RK_UNLIKELY(timeout_us == RK_NO_DEADLINE)) {
			status = receive_patiently(connection, ex.buffer + ex.held, sizeof(ex.buffer) - ex.held, &n, err);
		} else {
			status = receive_within(connection, first, left_us, ex.buffer + ex.held, sizeof(ex.buffer) - ex.held, &n, err);
		}
		if (status == RK_OK) {
			status = take_up(connection, &ex, n, err);
		} else if (status == RK_AGAIN) { /* part of a TLS record */
			status = RK_OK;
		}
		first = ex.received > renewed;
		if (first) {
			renewed = ex.received;
			left_us = timeout_us;
		}
	}
	connection->busy = status != RK_OK;
	connection->dirty |= ex.held > 0;
	refuse_stray_bytes(connection);
	*received = ex.received;
	*sent = ex.sent;
	return status;
}

/* Which answer of the handshake is refused, and what to do about it. */
static rk_status handshake_refused(const rk_config *config, const char *step, rk_error *err)
{
	char server[RK_CONFIG_DESCRIPTION], reason[256];

	rk_config_describe(config, server, sizeof(server));
	snprintf(reason, sizeof(reason), "%s", err->message);
	if (strcmp(step, "AUTH") == 0) {
		return rk_error_set(err, RK_ERR_AUTH, "%s refused the %s: check `username` and `password` (%s)", server,
			config->user ? "user name or password" : "password", reason);
	}
	if (err->status == RK_ERR_AUTH) {
		return rk_error_set(err, RK_ERR_AUTH, "%s wants a password: %s", server, reason);
	}
	if (strcmp(err->prefix, "ERR") == 0) {
		return rk_error_set(err, RK_ERR_CONFIG, "%s refused database %d: set `database` to one it has (%s)", server,
			config->database, reason);
	}
	return err->status;
}

/* Encodes AUTH, SELECT and CLIENT SETNAME, as far as they are configured, and returns how many; steps[] gets their names.
 * With none of these TLS gets a PING: a server refuses a client certificate (or its lack) only after our side of a TLS 1.3
 * handshake is over, and a first command would then not know whether it ran. */
static uint32_t encode_handshake(const rk_config *config, rk_request *request, const char *steps[3])
{
	uint32_t n = 0;

	if (config->password || config->user) {
		const char *password = config->password ? config->password : ""; /* an ACL user with nopass takes any */

		steps[n++] = "AUTH";
		rk_request_begin(request);
		rk_request_literal(request, "AUTH");
		if (config->user) {
			rk_request_arg(request, config->user, strlen(config->user));
		}
		rk_request_arg(request, password, strlen(password));
		rk_request_end(request);
	}
	if (config->database) {
		steps[n++] = "SELECT";
		rk_request_begin(request);
		rk_request_literal(request, "SELECT");
		rk_request_arg_long(request, config->database);
		rk_request_end(request);
	}
	if (config->name) {
		steps[n++] = "CLIENT";
		rk_request_begin(request);
		rk_request_literal(request, "CLIENT");
		rk_request_literal(request, "SETNAME");
		rk_request_arg(request, config->name, strlen(config->name));
		rk_request_end(request);
	}
	if (n == 0 && config->tls) {
		steps[n++] = "PING";
		rk_request_begin(request);
		rk_request_literal(request, "PING");
		rk_request_end(request);
	}
	return n;
}

/* Logs in with one write. All replies share one deadline. */
static rk_status shake_hands(rk_connection *connection, rk_request *request, int64_t timeout_us, rk_error *err)
{
	const char *steps[3];
	uint32_t i, n = encode_handshake(connection->config, request, steps);
	size_t sent;
	rk_status status;

	if (n == 0) {
		return RK_OK;
	}
	if (request->failed) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while connecting");
	}
	status = rk_connection_send(connection, request, timeout_us, &sent, err);
	for (i = 0; i < n && status == RK_OK; i++) {
		bool required = strcmp(steps[i], "AUTH") == 0 || strcmp(steps[i], "SELECT") == 0;
		zval reply;

		timeout_us = restart_clock(connection, timeout_us);
		status = rk_connection_read(connection, timeout_us, &reply, err);
		if (status != RK_OK && i == 0) {
			status = explain_refusal(connection, status, &sent, err);
		}
		if (status == RK_OK) {
			zval_ptr_dtor(&reply);
		} else if (in_step(connection, status)) {
			status = required ? handshake_refused(connection->config, steps[i], err) : RK_OK;
		}
	}
	if (status == RK_OK && rk_reader_is_pending(connection->reader)) {
		char server[RK_CONFIG_DESCRIPTION];

		rk_config_describe(connection->config, server, sizeof(server));
		status = rk_error_set(err, RK_ERR_CONNECTION, "%s answered more than it was asked: what is between us and it?", server);
	}
	connection->busy = status != RK_OK;
	return status;
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
	connection->fork_generation = rk_fork_generation;
	connection->reader = rk_reader_create(max_reply, max_depth);
	if (!connection->reader) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while connecting");
	}
	status = rk_transport_open(&connection->transport, config, deadline, err);
	if (status == RK_OK) {
		connection->clock_us = rk_now_us();
		status = shake_hands(connection, &request, deadline > connection->clock_us ? deadline - connection->clock_us : 1, err);
		if (request.data) {
			rk_wipe(request.data, request.cap); /* it held the password */
		}
		rk_request_free(&request);
	}
	if (status != RK_OK) {
		rk_connection_close(connection);
	}
	return status;
}
