/* rk_socket.c: from a configured endpoint to a connected socket.
 *
 * A name can have several addresses: they are tried in turn, each with an equal share of the time that is left, so that a
 * dead first one does not use it all up. What is sent later always says MSG_DONTWAIT; the socket itself stays blocking for
 * the one recv() of the common path. */
#include "rk_socket.h"

#include "rk_transport.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

const char *rk_socket_name(const rk_config *config, char name[RK_SOCKET_NAME_SIZE])
{
	if (config->kind == RK_ENDPOINT_UNIX) {
		snprintf(name, RK_SOCKET_NAME_SIZE, "unix:%s", config->host);
	} else {
		bool brackets = strchr(config->host, ':') != NULL;

		snprintf(name, RK_SOCKET_NAME_SIZE, "%s%s%s:%u", brackets ? "[" : "", config->host, brackets ? "]" : "",
			(unsigned) config->port);
	}
	return name;
}

int rk_socket_poll(int fd, short events, int64_t deadline_us)
{
	struct pollfd poller = { .fd = fd, .events = events };

	for (;;) {
		int timeout_ms = -1;

		if (deadline_us != RK_NO_DEADLINE) {
			int64_t left_us = deadline_us - rk_now_us();
			int64_t left_ms = left_us <= 0 ? 0 : (left_us + 999) / 1000;

			timeout_ms = left_ms > INT_MAX ? INT_MAX : (int) left_ms;
		}

		int ready = poll(&poller, 1, timeout_ms);

		if (ready >= 0) {
			return ready;
		}
		if (errno != EINTR) {
			return -1;
		}
	}
}

static void set_int(int fd, int level, int option, int value)
{
	setsockopt(fd, level, option, &value, sizeof(value));
}

/* What is wanted of every socket. A system that lacks one of these still works, with less comfort. */
static void set_options(int fd, bool tcp)
{
	struct timeval slice = { .tv_usec = RK_TRANSPORT_SLICE_US };

	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &slice, sizeof(slice));
#ifdef SO_NOSIGPIPE
	set_int(fd, SOL_SOCKET, SO_NOSIGPIPE, 1);
#endif
	if (!tcp) {
		return;
	}
	set_int(fd, IPPROTO_TCP, TCP_NODELAY, 1);
	set_int(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
	/* A peer that vanished without a word is noticed within about a minute and a half, also while we wait for ever. */
#ifdef TCP_KEEPIDLE
	set_int(fd, IPPROTO_TCP, TCP_KEEPIDLE, 60);
#endif
#ifdef TCP_KEEPINTVL
	set_int(fd, IPPROTO_TCP, TCP_KEEPINTVL, 10);
#endif
#ifdef TCP_USER_TIMEOUT
	set_int(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, 30000);
#endif
}

static int open_socket(int family)
{
#ifdef SOCK_CLOEXEC
	return socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
#else
	int fd = socket(family, SOCK_STREAM, 0);

	if (fd >= 0) {
		fcntl(fd, F_SETFD, FD_CLOEXEC);
	}
	return fd;
#endif
}

static int close_with_errno(int fd, int error)
{
	close(fd);
	errno = error;
	return -1;
}

/* One TCP address: a connected socket or -1 with errno (ETIMEDOUT: out of time). */
static int connect_address(const struct addrinfo *address, int64_t deadline_us)
{
	int fd = open_socket(address->ai_family);
	int flags, error = 0;
	socklen_t error_len = sizeof(error);

	if (fd < 0) {
		return -1;
	}
	flags = fcntl(fd, F_GETFL);
	fcntl(fd, F_SETFL, flags | O_NONBLOCK);
	set_options(fd, true);

	if (connect(fd, address->ai_addr, address->ai_addrlen) != 0) {
		if (errno != EINPROGRESS && errno != EINTR) {
			return close_with_errno(fd, errno);
		}

		int ready = rk_socket_poll(fd, POLLOUT, deadline_us);

		if (ready <= 0) {
			return close_with_errno(fd, ready ? errno : ETIMEDOUT);
		}
		if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &error_len) != 0 || error != 0) {
			return close_with_errno(fd, error ? error : errno);
		}
	}
	fcntl(fd, F_SETFL, flags);
	return fd;
}

static rk_status connect_error(const rk_config *config, int error, rk_error *err)
{
	char name[RK_SOCKET_NAME_SIZE];

	rk_socket_name(config, name);
	switch (error) {
		case ETIMEDOUT:
		case EAGAIN:
			return rk_error_set(err, RK_ERR_TIMEOUT,
				"No connection to %s in time: is the address right, and does no firewall drop packets? The option timeout sets how long to try",
				name);
		case ECONNREFUSED:
			return rk_error_set(err, RK_ERR_CONNECTION, "Connection refused by %s: is Redis running there, and is this its %s?", name,
				config->kind == RK_ENDPOINT_UNIX ? "socket" : "port");
		case ENOENT:
			return rk_error_set(err, RK_ERR_CONNECTION, "No socket at %s: is Redis running, and is this the unixsocket of its configuration?",
				name);
		case EACCES:
		case EPERM:
			return rk_error_set(err, RK_ERR_CONNECTION, "No permission to connect to %s: %s", name,
				config->kind == RK_ENDPOINT_UNIX ? "see unixsocketperm in Redis' configuration and the groups of PHP's user"
												 : "a firewall or security module of this machine forbids it");
		case EMFILE:
		case ENFILE:
			return rk_error_set(err, RK_ERR_CONNECTION, "Cannot connect to %s: too many open files in this process or machine (see ulimit -n)",
				name);
		default:
			return rk_error_set(err, RK_ERR_CONNECTION, "Cannot connect to %s: %s", name, strerror(error));
	}
}

static int connect_unix(const rk_config *config, int64_t deadline_us, rk_error *err)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	size_t len = strlen(config->host);
	int fd, result;

	if (config->host[0] != '/' || len >= sizeof(address.sun_path)) {
		rk_error_set(err, RK_ERR_CONFIG,
			"The scheme is unix, so the option path must name the socket, as in /run/redis/redis.sock (at most %zu bytes)",
			sizeof(address.sun_path) - 1);
		return -1;
	}
	memcpy(address.sun_path, config->host, len + 1);
	fd = open_socket(AF_UNIX);
	if (fd < 0) {
		connect_error(config, errno, err);
		return -1;
	}
	set_options(fd, false);

	/* A full backlog makes a non-blocking connect() fail at once with nothing to poll for; a blocking one keeps to SO_SNDTIMEO. */
	do {
		int64_t left_us = deadline_us - rk_now_us();
		struct timeval left;

		left_us = left_us > 0 ? left_us : 1; /* zero would be for ever */
		left = (struct timeval){ .tv_sec = left_us / 1000000, .tv_usec = left_us % 1000000 };
		setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &left, sizeof(left));
		result = connect(fd, (struct sockaddr *) &address, sizeof(address));
	} while (result != 0 && errno == EINTR);

	if (result != 0) {
		connect_error(config, errno, err);
		close(fd);
		return -1;
	}
	return fd;
}

/* The addresses of a host; `resolved` is NULL where nobody had to be asked. */
typedef struct {
	struct addrinfo *first;
	struct addrinfo *resolved;
	struct addrinfo loopback[2];
	struct sockaddr_in loopback4;
	struct sockaddr_in6 loopback6;
} address_list;

static void set_loopback(address_list *list, uint16_t port)
{
	list->loopback4 = (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	list->loopback6 = (struct sockaddr_in6){ .sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_addr = in6addr_loopback };
	list->loopback[0] = (struct addrinfo){ .ai_family = AF_INET,
		.ai_addr = (struct sockaddr *) &list->loopback4,
		.ai_addrlen = sizeof(list->loopback4),
		.ai_next = &list->loopback[1] };
	list->loopback[1] = (struct addrinfo){ .ai_family = AF_INET6,
		.ai_addr = (struct sockaddr *) &list->loopback6,
		.ai_addrlen = sizeof(list->loopback6) };
	list->first = &list->loopback[0];
}

/* Digits and localhost do not go to the resolver, which knows no deadline. */
static rk_status resolve(const rk_config *config, address_list *list, rk_error *err)
{
	struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV };
	char port[8];
	int error;

	list->resolved = NULL;
	if (strcmp(config->host, "localhost") == 0) {
		set_loopback(list, config->port);
		return RK_OK;
	}
	snprintf(port, sizeof(port), "%u", (unsigned) config->port);
	error = getaddrinfo(config->host, port, &hints, &list->resolved);
	if (error == EAI_NONAME) {
		hints.ai_flags = AI_NUMERICSERV;
		error = getaddrinfo(config->host, port, &hints, &list->resolved);
	}
	if (error != 0) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Cannot look up the host \"%s\" (%s): check its spelling and this machine's name server",
			config->host, error == EAI_SYSTEM ? strerror(errno) : gai_strerror(error));
	}
	list->first = list->resolved;
	return RK_OK;
}

static int connect_tcp(const rk_config *config, int64_t deadline_us, rk_error *err)
{
	address_list list;
	int fd = -1, error = ETIMEDOUT, left = 0;

	if (resolve(config, &list, err) != RK_OK) {
		return -1;
	}
	for (struct addrinfo *address = list.first; address; address = address->ai_next) {
		left++;
	}
	for (struct addrinfo *address = list.first; address && fd < 0; address = address->ai_next, left--) {
		int64_t now = rk_now_us();

		if (now >= deadline_us) {
			break;
		}
		fd = connect_address(address, now + (deadline_us - now) / left);
		/* The first address' error, unless a later one tells more than "no such route" or "no such family" does. */
		if (fd < 0 && (address == list.first || (error != ECONNREFUSED && errno != EAFNOSUPPORT && errno != ENETUNREACH))) {
			error = errno;
		}
	}
	if (list.resolved) {
		freeaddrinfo(list.resolved);
	}
	if (fd < 0) {
		connect_error(config, error, err);
	}
	return fd;
}

int rk_socket_connect(const rk_config *config, int64_t deadline_us, rk_error *err)
{
	return config->kind == RK_ENDPOINT_UNIX ? connect_unix(config, deadline_us, err) : connect_tcp(config, deadline_us, err);
}
