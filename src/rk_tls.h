/* rk_tls.h: TLS over a connected socket, with OpenSSL. Used by rk_transport.c, which also words what is not TLS' own fault:
 * functions that return RK_ERR_CONNECTION leave *err alone and say in errno what happened (0: the peer closed). */
#ifndef RK_TLS_H
#define RK_TLS_H

#include "rk_config.h"

typedef struct rk_tls rk_tls;

/* Shakes hands within the deadline and verifies the peer's certificate and name as configured. *out is owned by the caller;
 * the socket stays so. RK_ERR_TLS and RK_ERR_TIMEOUT come with a message. */
rk_status rk_tls_open(rk_tls **out, int fd, const rk_config *config, int64_t deadline_us, rk_error *err);

/* Sends what the socket takes at once. RK_AGAIN: full; call again with the same bytes (more may follow them). */
rk_status rk_tls_send(rk_tls *tls, const char *data, size_t len, size_t *sent, rk_error *err);

/* Receives at least one byte. RK_AGAIN: not all of a record is there. `may_wait`: one recv() may block for SO_RCVTIMEO; after
 * RK_AGAIN errno is then EAGAIN if that time passed, EINTR if something ended it before. */
rk_status rk_tls_receive(rk_tls *tls, char *buffer, size_t size, bool may_wait, size_t *received, rk_error *err);

/* Are there bytes that poll() knows nothing of? */
bool rk_tls_has_bytes(const rk_tls *tls);

/* Neither data nor the end of the connection is there; TLS' own messages (new tickets, keys) are taken in and do not count. */
bool rk_tls_is_quiet(rk_tls *tls);

/* Frees; with `goodbye` a close_notify is sent first, if the socket takes it at once. */
void rk_tls_close(rk_tls *tls, bool goodbye);

/* The version of OpenSSL this process runs with. */
const char *rk_tls_version(void);

/* Process end: frees the cache of the system's certificates. */
void rk_tls_shutdown(void);

#endif
