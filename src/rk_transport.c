/* rk_transport.c: the two system calls of a command, and what happens when they are not enough.
 *
 * Timing: SO_RCVTIMEO is a constant slice, so the first recv() of a command needs no clock and no setsockopt(). If the slice
 * passes or a signal ends it, the deadline is computed then (wrong by a slice at most) and poll() waits for the rest,
 * recomputed after each signal. */
#include "rk_transport.h"

#include "rk_socket.h"
#include "rk_tls.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

rk_status rk_transport_open(rk_transport *transport, const rk_config *config, int64_t deadline_us, rk_error *err)
{
	*transport = RK_TRANSPORT_CLOSED;
	transport->config = config;
	transport->fd = rk_socket_connect(config, deadline_us, err);
	if (transport->fd < 0) {
		return err->status;
	}
	if (config->tls) {
		rk_status status = rk_tls_open(&transport->tls, transport->fd, config, deadline_us, err);

		if (status != RK_OK) {
			rk_transport_abandon(transport);
		}
		return status;
	}
	return RK_OK;
}

/* The peer closed or reset the connection. */
RK_COLD static rk_status lost(const rk_transport *transport, const char *how, rk_error *err)
{
	char name[RK_SOCKET_NAME_SIZE];
	const char *guess = "";

	if (!transport->heard && !transport->tls) {
		guess = transport->config->kind == RK_ENDPOINT_TCP ? " before it said a word; does it want TLS (rediss://), or has it reached maxclients?"
														   : " before it said a word; has it reached maxclients?";
	}
	return rk_error_set(err, RK_ERR_CONNECTION, "Connection lost: %s %s%s", rk_socket_name(transport->config, name), how, guess);
}

RK_COLD static rk_status broken(const rk_transport *transport, const char *doing, int error, rk_error *err)
{
	char name[RK_SOCKET_NAME_SIZE];

	switch (error) {
		case 0:
		case EPIPE:
			return lost(transport, "has closed the connection", err);
		case ECONNRESET:
			return lost(transport, "has reset the connection", err);
		default:
			return rk_error_set(err, RK_ERR_CONNECTION, "%s error on connection to %s: %s", doing,
				rk_socket_name(transport->config, name), strerror(error));
	}
}

RK_COLD static rk_status timed_out(const rk_transport *transport, bool for_sending, rk_error *err)
{
	char name[RK_SOCKET_NAME_SIZE];

	rk_socket_name(transport->config, name);
	if (for_sending) {
		return rk_error_set(err, RK_ERR_TIMEOUT, "write error on connection to %s: it takes no more bytes and the time is over", name);
	}
	return rk_error_set(err, RK_ERR_TIMEOUT,
		"read error on connection to %s: no answer in time; SLOWLOG GET shows slow commands, the option read_timeout sets how long to wait",
		name);
}

static rk_status send_tls(rk_transport *transport, const char *data, size_t len, size_t *sent, rk_error *err)
{
	rk_status status = rk_tls_send(transport->tls, data, len, sent, err);

	return status == RK_ERR_CONNECTION ? broken(transport, "write", errno, err) : status;
}

rk_status rk_transport_send(rk_transport *transport, const char *data, size_t len, size_t *sent, rk_error *err)
{
	if (RK_UNLIKELY(transport->tls != NULL)) {
		return send_tls(transport, data, len, sent, err);
	}

	ssize_t n = send(transport->fd, data, len, MSG_DONTWAIT | MSG_NOSIGNAL);

	if (RK_LIKELY(n > 0)) {
		*sent = (size_t) n;
		return RK_OK;
	}
	*sent = 0;
	if (n == 0 || errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || errno == ENOBUFS) {
		return RK_AGAIN;
	}
	return broken(transport, "write", errno, err);
}

static rk_status receive_tls(rk_transport *transport, char *buffer, size_t size, bool may_wait, size_t *received, rk_error *err)
{
	rk_status status = rk_tls_receive(transport->tls, buffer, size, may_wait, received, err);

	transport->heard = true;
	return status == RK_ERR_CONNECTION ? broken(transport, "read", errno, err) : status;
}

/* One try. RK_AGAIN: nothing there; if it was to wait, errno EAGAIN tells that a whole slice passed. */
static inline rk_status receive_once(rk_transport *transport, char *buffer, size_t size, bool may_wait, size_t *received,
	rk_error *err)
{
	if (RK_UNLIKELY(transport->tls != NULL)) {
		return receive_tls(transport, buffer, size, may_wait, received, err);
	}

	ssize_t n = recv(transport->fd, buffer, size, may_wait ? 0 : MSG_DONTWAIT);

	if (RK_LIKELY(n > 0)) {
		*received = (size_t) n;
		transport->heard = true;
		return RK_OK;
	}
	*received = 0;
	if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) {
		return RK_AGAIN;
	}
	return broken(transport, "read", n == 0 ? 0 : errno, err);
}

rk_status rk_transport_receive_now(rk_transport *transport, char *buffer, size_t size, size_t *received, rk_error *err)
{
	return receive_once(transport, buffer, size, false, received, err);
}

/* Nothing came in the first slice. */
RK_COLD static rk_status receive_until(rk_transport *transport, char *buffer, size_t size, int64_t deadline_us, size_t *received,
	rk_error *err)
{
	rk_status status;

	do {
		status = rk_transport_wait(transport, false, deadline_us, err);
		if (status == RK_OK) {
			status = receive_once(transport, buffer, size, false, received, err);
		}
	} while (status == RK_AGAIN);
	return status;
}

rk_status rk_transport_receive(rk_transport *transport, char *buffer, size_t size, int64_t timeout_us, size_t *received,
	rk_error *err)
{
	int64_t waited_us = 0;

	if (RK_LIKELY(timeout_us > RK_TRANSPORT_SLICE_US)) {
		rk_status status = receive_once(transport, buffer, size, true, received, err);

		if (RK_LIKELY(status != RK_AGAIN)) {
			return status;
		}
		waited_us = errno == EINTR ? 0 : RK_TRANSPORT_SLICE_US;
	}
	return receive_until(transport, buffer, size, timeout_us == RK_NO_DEADLINE ? RK_NO_DEADLINE : rk_now_us() + timeout_us - waited_us,
		received, err);
}

rk_status rk_transport_wait(rk_transport *transport, bool for_sending, int64_t deadline_us, rk_error *err)
{
	if (transport->tls && rk_tls_has_bytes(transport->tls)) {
		return RK_OK;
	}
	switch (rk_socket_poll(transport->fd, for_sending ? POLLIN | POLLOUT : POLLIN, deadline_us)) {
		case 0:
			return timed_out(transport, for_sending, err);
		case -1:
			return broken(transport, for_sending ? "write" : "read", errno, err);
		default:
			return RK_OK;
	}
}

bool rk_transport_is_quiet(rk_transport *transport)
{
	char byte;

	if (transport->tls) {
		return rk_tls_is_quiet(transport->tls);
	}

	ssize_t n = recv(transport->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);

	return n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
}

static void close_socket(rk_transport *transport, bool goodbye)
{
	int saved = errno;

	if (transport->tls) {
		rk_tls_close(transport->tls, goodbye);
		transport->tls = NULL;
	}
	if (transport->fd >= 0) {
		close(transport->fd);
		transport->fd = -1;
	}
	errno = saved;
}

void rk_transport_close(rk_transport *transport)
{
	close_socket(transport, true);
}

void rk_transport_abandon(rk_transport *transport)
{
	close_socket(transport, false);
}

void rk_transport_shutdown(void)
{
	rk_tls_shutdown();
}
