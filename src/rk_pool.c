/* rk_pool.c: see rk_pool.h.
 *
 *   REDISKIT_G(pool) -> entry -> entry -> …        one per server, credentials, database and name
 *                         all[]: its connections; the first that is not leased is taken, so one connection serves an ordinary worker
 */
#include "rk_pool.h"

#include "php_rediskit.h"

#include <stdlib.h>
#include <string.h>

#define CHECK_AFTER_IDLE_US 1000000
#define UNUSED_ENTRIES_KEPT 32 /* a process whose DSN keeps changing does not collect entries */

struct rk_pool_entry {
	rk_config config;
	uint32_t users; /* handles */
	bool shared;    /* found by later handles; else it goes with its handle */
	rk_connection **all;
	uint32_t open, capacity;
	uint32_t server_flags;
	uint64_t connects, reuses, retries, errors, timeouts, skipped;
	int64_t failed_us; /* when the server was last found to be away (rk_now_us()); 0: it has answered since */
	struct rk_pool_entry *next;
};

uint32_t *rk_pool_server_flags(rk_pool_entry *entry)
{
	return &entry->server_flags;
}

void rk_pool_count_retry(rk_pool_entry *entry)
{
	entry->retries++;
}

void rk_pool_count_failure(rk_pool_entry *entry, rk_status status)
{
	entry->errors++;
	if (status == RK_ERR_TIMEOUT) {
		entry->timeouts++;
		entry->failed_us = rk_now_us();
	}
}

/* Takes all[index] out and frees it; the connection is closed already. */
static void forget(rk_pool_entry *entry, uint32_t index)
{
	free(entry->all[index]);
	entry->all[index] = entry->all[--entry->open];
}

/* Closes what it holds, leased or not, and frees it. */
static void entry_free(rk_pool_entry *entry)
{
	while (entry->open) {
		rk_connection_close(entry->all[0]);
		forget(entry, 0);
	}
	free(entry->all);
	rk_config_destroy(&entry->config);
	free(entry);
}

static void entry_unlink(rk_pool_entry *entry)
{
	rk_pool_entry **link = &REDISKIT_G(pool);

	while (*link && *link != entry) {
		link = &(*link)->next;
	}
	if (*link) {
		*link = entry->next;
	}
}

rk_pool_entry *rk_pool_acquire(const rk_config *config)
{
	rk_pool_entry *entry;

	for (entry = config->persistent ? REDISKIT_G(pool) : NULL; entry; entry = entry->next) {
		if (entry->shared && rk_config_same_connection(&entry->config, config)) {
			entry->users++;
			return entry;
		}
	}
	entry = calloc(1, sizeof(*entry));
	if (!entry) {
		return NULL;
	}
	if (!rk_config_copy(&entry->config, config)) {
		free(entry);
		return NULL;
	}
	rk_dictionaries_release(entry->config.codec.dictionaries); /* of no use here, and an entry outlives the request */
	entry->config.codec.dictionaries = NULL;
	entry->users = 1;
	entry->shared = config->persistent;
	entry->next = REDISKIT_G(pool);
	REDISKIT_G(pool) = entry;
	return entry;
}

/* Frees the entry that has been unused longest (the last of the list: new ones come first) when there are too many. */
static void trim_unused(void)
{
	rk_pool_entry *entry, *last = NULL;
	uint32_t unused = 0;

	for (entry = REDISKIT_G(pool); entry; entry = entry->next) {
		if (entry->users == 0) {
			unused++;
			last = entry;
		}
	}
	if (unused > UNUSED_ENTRIES_KEPT) {
		entry_unlink(last);
		entry_free(last);
	}
}

void rk_pool_release(rk_pool_entry *entry)
{
	if (--entry->users) {
		return;
	}
	if (entry->shared) {
		trim_unused();
	} else {
		entry_unlink(entry);
		entry_free(entry);
	}
}

/* Has the server been found to be away less than rediskit.retry_after ago? */
static bool is_away(rk_pool_entry *entry, rk_error *err)
{
	double since, pause = REDISKIT_G(retry_after);
	char server[RK_CONFIG_DESCRIPTION];

	if (!entry->failed_us || (since = (double) (rk_now_us() - entry->failed_us) / 1e6) >= pause) {
		return false;
	}
	rk_config_describe(&entry->config, server, sizeof(server));
	rk_error_set(err, RK_ERR_HELD_BACK, "%s could not be reached %.3f s ago, and is not tried again before rediskit.retry_after (%g s) has passed",
		server, since, pause);
	entry->skipped++;
	return true;
}

static rk_status lease_new(rk_pool_entry *entry, const rk_pool_terms *terms, rk_connection **out, rk_error *err)
{
	zend_long limit = REDISKIT_G(pool_size);
	rk_connection *connection;
	rk_status status;

	if (terms->fail_fast && is_away(entry, err)) {
		return RK_ERR_HELD_BACK;
	}
	if (entry->open >= limit) {
		char server[128];

		rk_config_describe(&entry->config, server, sizeof(server));
		return rk_error_set(err, RK_ERR_POOL,
			"All " ZEND_LONG_FMT " connections to %s are in use (watch(), subscribe() and fibers each hold one): end some, or raise "
			"rediskit.pool_size",
			limit, server);
	}
	if (entry->open == entry->capacity) {
		uint32_t capacity = entry->capacity ? entry->capacity * 2 : 2;
		rk_connection **all = realloc(entry->all, capacity * sizeof(*all));

		if (!all) {
			return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while connecting");
		}
		entry->all = all;
		entry->capacity = capacity;
	}
	connection = malloc(sizeof(*connection));
	if (!connection) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while connecting");
	}
	status = rk_connection_open(connection, &entry->config, terms->timeout_us, (size_t) REDISKIT_G(max_reply_size),
		(uint32_t) REDISKIT_G(max_reply_depth), err);
	if (status != RK_OK) {
		free(connection);
		rk_pool_count_failure(entry, status);
		if (rk_error_is_unavailable(err)) {
			entry->failed_us = rk_now_us();
		}
		return status;
	}
	entry->connects++;
	entry->failed_us = 0;
	connection->request_serial = REDISKIT_G(request_serial);
	connection->leased = true;
	entry->all[entry->open++] = connection;
	*out = connection;
	return RK_OK;
}

rk_status rk_pool_lease(rk_pool_entry *entry, const rk_pool_terms *terms, rk_connection **out, bool *fresh, rk_error *err)
{
	uint32_t i = 0;

	*fresh = false;
	while (i < entry->open) {
		rk_connection *connection = entry->all[i];
		int64_t now;

		if (RK_UNLIKELY(connection->leased)) {
			i++;
			continue;
		}
		now = rk_now_us();
		if (RK_UNLIKELY(connection->request_serial != REDISKIT_G(request_serial) ||
				now - connection->clock_us > CHECK_AFTER_IDLE_US || connection->fork_generation != rk_fork_generation)) {
			if (!rk_connection_is_quiet(connection)) {
				rk_connection_close(connection);
				forget(entry, i);
				continue;
			}
			connection->request_serial = REDISKIT_G(request_serial);
		}
		connection->clock_us = now;
		connection->leased = true;
		entry->reuses++;
		*out = connection;
		return RK_OK;
	}
	*fresh = true;
	return lease_new(entry, terms, out, err);
}

void rk_pool_return(rk_pool_entry *entry, rk_connection *connection)
{
	uint32_t i;

	connection->leased = connection->unheard = false;
	if (RK_LIKELY(!connection->busy && !connection->dirty && rk_connection_is_open(connection))) {
		return;
	}
	rk_connection_close(connection);
	for (i = 0; i < entry->open; i++) {
		if (entry->all[i] == connection) {
			forget(entry, i);
			return;
		}
	}
}

void rk_pool_drop_idle(rk_pool_entry *entry)
{
	uint32_t i = 0;

	while (i < entry->open) {
		if (entry->all[i]->leased) {
			i++;
			continue;
		}
		rk_connection_close(entry->all[i]);
		forget(entry, i);
	}
}

void rk_pool_stats_of(const rk_pool_entry *entry, rk_pool_stats *stats)
{
	uint32_t i;

	*stats = (rk_pool_stats){
		.open = entry->open,
		.limit = (uint32_t) REDISKIT_G(pool_size),
		.connects = entry->connects,
		.reuses = entry->reuses,
		.retries = entry->retries,
		.errors = entry->errors,
		.timeouts = entry->timeouts,
		.skipped = entry->skipped,
	};
	for (i = 0; i < entry->open; i++) {
		stats->leased += entry->all[i]->leased;
	}
}

void rk_pool_request_end(void)
{
	rk_pool_entry *entry;

	for (entry = REDISKIT_G(pool); entry; entry = entry->next) {
		uint32_t i = 0;

		while (i < entry->open) {
			if (entry->all[i]->leased) {
				rk_connection_close_after_bailout(entry->all[i]);
				forget(entry, i);
			} else {
				i++;
			}
		}
	}
}

void rk_pool_shutdown(rk_pool_entry **pool)
{
	rk_pool_entry *entry = *pool, *next;

	*pool = NULL;
	for (; entry; entry = next) {
		next = entry->next;
		entry_free(entry);
	}
}
