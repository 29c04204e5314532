/* rk_exchange.c: commands out, replies in, over one connection.
 *
 * One command is one send() and one recv(). What does not leave or arrive at once, and requests of many commands, are an
 * `exchange`: sending and receiving interleave there, and a reply that is cut off waits in its buffer or in the reader. */
#include "rk_connection_parts.h"

#include <zend_interfaces.h>

#define RECEIVE_BUFFER (32 * 1024)
#define FEED_SLICE 2048
#define PATIENCE_SLICE_US 500000 /* how long a wait for ever goes without looking at EG(vm_interrupt) */

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

/* Receives, as long as it takes. A signal handler may fork: the reply is the parent's. */
static rk_status receive_patiently(rk_connection *connection, char *buffer, size_t size, size_t *received, rk_error *err)
{
	rk_status status;

	do {
		status = rk_run_interrupts(err);
		if (status != RK_OK) {
			return status;
		}
		if (connection->fork_generation != rk_fork_generation) {
			return rk_error_set(err, RK_ERR_CONNECTION, "Connection lost: a signal handler forked while waiting, and the reply belongs to the parent process");
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
			if (RK_UNLIKELY(used < received) && rk_connection_in_step(connection, status)) { /* the beginning of the next reply */
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

/* When sending failed, before any reply: the peer may have said why before it closed. */
static RK_COLD rk_status hear_last_words(rk_connection *connection, rk_status status, size_t *sent, rk_error *err)
{
	char buffer[1024];
	size_t received;
	rk_status heard;
	rk_error words;
	zval reply;

	if (status != RK_ERR_CONNECTION) {
		return status;
	}
	if (!rk_reader_is_pending(connection->reader) && /* else they came in while we were sending */
		(rk_transport_receive_now(&connection->transport, buffer, sizeof(buffer), &received, &words) != RK_OK ||
			rk_reader_feed(connection->reader, buffer, received, &words) != RK_OK)) {
		return status;
	}
	heard = rk_reader_next(connection->reader, &reply, &words);
	if (heard == RK_OK) {
		zval_ptr_dtor(&reply);
	} else if (heard == RK_ERR_COMMAND && rk_connection_explain_refusal(connection, heard, sent, &words) == RK_ERR_CONNECTION) {
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
			status = rk_connection_explain_refusal(connection, status, &ex->sent, err);
		}
		if (!rk_connection_in_step(connection, status)) {
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
		timeout_us = rk_connection_restart_clock(connection, timeout_us);
		in_reader = true;
	}
	if (RK_LIKELY(status == RK_OK)) {
		status = read_reply(connection, timeout_us, &in_reader, out, err);
		if (RK_UNLIKELY(status != RK_OK)) {
			status = rk_connection_explain_refusal(connection, status, sent, err);
		}
		connection->busy = !rk_connection_in_step(connection, status);
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
	if (RK_UNLIKELY(status != RK_OK) && ex.received == 0) {
		status = hear_last_words(connection, status, &ex.sent, err);
	}
	left_us = rk_connection_restart_clock(connection, timeout_us);
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
