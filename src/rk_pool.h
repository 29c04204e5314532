/* rk_pool.h: owns every connection of the process (of the thread under ZTS).
 *
 * An entry stands for one (endpoint, TLS, credentials, database, name); it holds its connections, idle ones last used first.
 * Leases are short: no user code runs while one is held, except for a pin. After a failed attempt to connect, or a time-out that cost a
 * connection, who wants to fail fast is refused new connections for rediskit.retry_after seconds. Entries of persistent configs live as long as the
 * process; the others go with their last user. */
#ifndef RK_POOL_H
#define RK_POOL_H

#include "rk_connection.h"

typedef struct rk_pool_entry rk_pool_entry;

/* Figures of one entry since the process began. */
typedef struct {
	uint32_t open, leased, limit;
	uint64_t connects, reuses, retries, errors, timeouts;
	uint64_t skipped; /* leases refused by RK_ERR_HELD_BACK */
} rk_pool_stats;

/* Finds or makes the entry for `config` and takes a reference. NULL only when memory is short. */
rk_pool_entry *rk_pool_acquire(const rk_config *config);
void rk_pool_release(rk_pool_entry *entry);

/* How a user of an entry wants to connect. */
typedef struct {
	int64_t timeout_us;
	bool fail_fast; /* RK_ERR_HELD_BACK rather than another attempt, for rediskit.retry_after seconds after one that failed */
} rk_pool_terms;

/* Leases a checked connection: the one used last, peeked at on its first lease in a request and after a second of idleness,
 * or a new one. *fresh tells whether it was just made. RK_ERR_POOL when the entry's limit (rediskit.pool_size) is reached. */
rk_status rk_pool_lease(rk_pool_entry *entry, const rk_pool_terms *terms, rk_connection **out, bool *fresh, rk_error *err);

/* Gives a lease back. A connection that is busy, dirty or closed is closed and forgotten. */
void rk_pool_return(rk_pool_entry *entry, rk_connection *connection);

/* Closes every idle connection of the entry (a failover, close()). */
void rk_pool_drop_idle(rk_pool_entry *entry);

void rk_pool_stats_of(const rk_pool_entry *entry, rk_pool_stats *stats);
/* For the figures. */
void rk_pool_count_retry(rk_pool_entry *entry);
/* A connection failed; a time-out also holds back those who want to fail fast. */
void rk_pool_count_failure(rk_pool_entry *entry, rk_status status);

/* Bits of what is known about the server behind this entry; they live as long as the entry. */
#define RK_SERVER_NO_GETDEL (1u << 0) /* older than 6.2 */
uint32_t *rk_pool_server_flags(rk_pool_entry *entry);

/* Request end, after the session was written: closes what a bailout left leased. */
void rk_pool_request_end(void);
/* Process (thread) end: closes everything. Given the place of the pool, because the globals may no longer be reachable. */
void rk_pool_shutdown(rk_pool_entry **pool);

#endif
