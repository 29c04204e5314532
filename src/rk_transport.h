/* rk_transport.h: bytes to and from one server over TCP, a unix socket or TLS, each call bounded by a monotonic deadline.
 *
 * The common path is two system calls a command: send(MSG_DONTWAIT) and one blocking recv() under a short SO_RCVTIMEO. After that
 * slice, EINTR, a partial send or a partial reply only poll() waits, with what is left. No Zend here. */
#ifndef RK_TRANSPORT_H
#define RK_TRANSPORT_H

#include "rk_config.h"

typedef struct {
	int fd;                  /* -1: closed */
	bool heard;              /* the peer has sent something since we connected */
	struct rk_tls *tls;      /* NULL: plain */
	const rk_config *config; /* borrowed, for messages; must outlive the transport */
} rk_transport;

#define RK_TRANSPORT_CLOSED ((rk_transport){ .fd = -1 })

/* SO_RCVTIMEO of every connection: how long a first recv() waits before the clock is asked, and so how late a time-out can be. */
#define RK_TRANSPORT_SLICE_US 20000

/* Connects: every address of the name in turn (IPv6 and IPv4) under the one deadline; TCP_NODELAY, keepalive,
 * TCP_USER_TIMEOUT, SOCK_CLOEXEC, TLS handshake with verification. getaddrinfo() has no deadline of its own (the resolver's
 * is 5 s and more); addresses in digits and localhost do not ask it. RK_ERR_CONNECTION (unknown host, refused, …),
 * RK_ERR_TIMEOUT, RK_ERR_TLS: the message names host and port and what to do; *transport is closed then. */
rk_status rk_transport_open(rk_transport *transport, const rk_config *config, int64_t deadline_us, rk_error *err);

/* Sends what the peer takes at once. RK_OK: *sent > 0. RK_AGAIN: the socket is full (*sent 0). Else RK_ERR_CONNECTION. Never
 * raises SIGPIPE. */
rk_status rk_transport_send(rk_transport *transport, const char *data, size_t len, size_t *sent, rk_error *err);

/* Receives at least one byte within `timeout_us`, which is the command's whole time: call it once, for the first bytes of an
 * answer, and go on with rk_transport_wait() and rk_transport_receive_now(). RK_ERR_TIMEOUT; RK_ERR_CONNECTION with
 * "Connection lost" or "read error on connection".
 *
 * The clock is not asked unless nothing comes for RK_TRANSPORT_SLICE_US: the first recv() waits that long under SO_RCVTIMEO,
 * then poll() waits for the rest. A signal that ends the recv() costs at most a slice. */
rk_status rk_transport_receive(rk_transport *transport, char *buffer, size_t size, int64_t timeout_us, size_t *received,
	rk_error *err);

/* Waits with poll() until the socket can be read (always asked) or, if `for_sending`, written. RK_OK, RK_ERR_TIMEOUT,
 * RK_ERR_CONNECTION. */
rk_status rk_transport_wait(rk_transport *transport, bool for_sending, int64_t deadline_us, rk_error *err);

/* Receives what is there without waiting. RK_OK, RK_AGAIN, RK_ERR_CONNECTION. */
rk_status rk_transport_receive_now(rk_transport *transport, char *buffer, size_t size, size_t *received, rk_error *err);

/* One non-blocking peek: true when the peer has neither closed nor sent anything unasked. */
bool rk_transport_is_quiet(rk_transport *transport);

/* Closes; TLS says goodbye without waiting. Keeps errno. */
void rk_transport_close(rk_transport *transport);

/* In a forked child: close(2) alone, not a byte on the parent's connection. */
void rk_transport_abandon(rk_transport *transport);

/* Process end: lets go of what connections share (the system's certificates). */
void rk_transport_shutdown(void);

#endif
