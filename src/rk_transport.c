/* rk_transport.c: the two system calls of a command, and what happens when they are not enough.
 *
 * Timing: SO_RCVTIMEO is a constant slice, so the first recv() of a command needs no clock and no setsockopt(). If the slice passes or a signal
 * ends it, the deadline is computed then (wrong by a slice at most) and poll() waits for the rest, recomputed after each signal. */
#include "rk_transport.h"

#include "rk_socket.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

rk_status rk_transport_open(rk_transport *transport, const rk_config *config, int64_t deadline_us, rk_error *err)
{
	*transport = RK_TRANSPORT_CLOSED;
	transport->config = config;
	if (config->tls) {
		return rk_error_set(err, RK_ERR_TLS, "this build of rediskit has no TLS");
	}
	transport->fd = rk_socket_connect(config, deadline_us, err);
	return transport->fd < 0 ? err->status : RK_OK;
}

/* The peer closed or reset the connection. */
RK_COLD static rk_status lost(const rk_transport *transport, const char *how, rk_error *err)
{
	char name[RK_SOCKET_NAME_SIZE];

	return rk_error_set(err, RK_ERR_CONNECTION, "Connection lost: %s %s%s", rk_socket_name(transport->config, name), how,
						transport->heard || transport->tls ? "" : " before it said a word; does it want TLS (rediss://), or has it reached maxclients?");
}

RK_COLD static rk_status broken(const rk_transport *transport, const char *doing, int error, rk_error *err)
{
	char name[RK_SOCKET_NAME_SIZE];

	switch (error) {
	case EPIPE:
		return lost(transport, "has closed the connection", err);
	case ECONNRESET:
		return lost(transport, "has reset the connection", err);
	case ETIMEDOUT:
		return lost(transport, "does not answer any more", err);
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

rk_status rk_transport_send(rk_transport *transport, const char *data, size_t len, size_t *sent, rk_error *err)
{
	ssize_t n = send(transport->fd, data, len, MSG_DONTWAIT | MSG_NOSIGNAL);

	if (RK_LIKELY(n > 0)) {
		*sent = (size_t)n;
		return RK_OK;
	}
	*sent = 0;
	if (n == 0 || errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || errno == ENOBUFS) {
		return RK_AGAIN;
	}
	return broken(transport, "write", errno, err);
}

/* What one recv() said: RK_OK, RK_AGAIN (nothing there, or a signal), RK_ERR_CONNECTION. */
static inline rk_status take(rk_transport *transport, ssize_t n, size_t *received, rk_error *err)
{
	if (RK_LIKELY(n > 0)) {
		*received = (size_t)n;
		transport->heard = true;
		return RK_OK;
	}
	*received = 0;
	if (n == 0) {
		return lost(transport, "has closed the connection", err);
	}
	if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR) {
		return RK_AGAIN;
	}
	return broken(transport, "read", errno, err);
}

rk_status rk_transport_receive_now(rk_transport *transport, char *buffer, size_t size, size_t *received, rk_error *err)
{
	return take(transport, recv(transport->fd, buffer, size, MSG_DONTWAIT), received, err);
}

/* Nothing came in the first slice. */
RK_COLD static rk_status receive_patiently(rk_transport *transport, char *buffer, size_t size, size_t *received, rk_error *err)
{
	rk_status status;

	do {
		status = rk_transport_wait(transport, false, transport->deadline_us, err);
		if (status == RK_OK) {
			status = rk_transport_receive_now(transport, buffer, size, received, err);
		}
	} while (status == RK_AGAIN);
	return status;
}

rk_status rk_transport_receive(rk_transport *transport, char *buffer, size_t size, int64_t timeout_us, size_t *received,
							   rk_error *err)
{
	int64_t waited_us = 0;

	transport->deadline_us = 0;
	if (RK_LIKELY(timeout_us > RK_TRANSPORT_SLICE_US)) {
		rk_status status = take(transport, recv(transport->fd, buffer, size, 0), received, err);

		if (RK_LIKELY(status != RK_AGAIN)) {
			return status;
		}
		waited_us = errno == EINTR ? 0 : RK_TRANSPORT_SLICE_US;
	}
	transport->deadline_us = timeout_us == RK_NO_DEADLINE ? RK_NO_DEADLINE : rk_now_us() + timeout_us - waited_us;
	return receive_patiently(transport, buffer, size, received, err);
}

rk_status rk_transport_wait(rk_transport *transport, bool for_sending, int64_t deadline_us, rk_error *err)
{
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
	ssize_t n = recv(transport->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);

	return n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
}

void rk_transport_close(rk_transport *transport)
{
	rk_transport_abandon(transport);
}

void rk_transport_abandon(rk_transport *transport)
{
	int saved = errno;

	if (transport->fd >= 0) {
		close(transport->fd);
		transport->fd = -1;
	}
	errno = saved;
}
