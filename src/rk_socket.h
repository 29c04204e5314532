/* rk_socket.h: a connected socket for an rk_config: names, addresses, options. Used by rk_transport.c alone. */
#ifndef RK_SOCKET_H
#define RK_SOCKET_H

#include "rk_config.h"

#include <sys/socket.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* there SO_NOSIGPIPE is set on the socket */
#endif

/* Connects within the deadline; a blocking socket with its options set, or -1 with *err filled (RK_ERR_CONNECTION,
 * RK_ERR_TIMEOUT, RK_ERR_CONFIG). */
int rk_socket_connect(const rk_config *config, int64_t deadline_us, rk_error *err);

/* "127.0.0.1:6379", "[::1]:6379" or "unix:/run/redis.sock", for messages. */
#define RK_SOCKET_NAME_SIZE 288
const char *rk_socket_name(const rk_config *config, char name[RK_SOCKET_NAME_SIZE]);

/* poll() for `events` until the deadline, whatever signals come: 1 ready (or broken, which the next call will tell), 0 out of
 * time, -1 errno. */
int rk_socket_poll(int fd, short events, int64_t deadline_us);

#endif
