/* rk_standalone.c: the topology of one server: every key lives there. */
#include "rk_topology.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	rk_topology base;
	rk_pool_entry *entry;
	rk_pool_terms terms; /* of this handle, the entry may be another's */
} standalone;

static rk_pool_entry *standalone_entry(rk_topology *topology)
{
	return ((standalone *) topology)->entry;
}

static rk_status standalone_lease(rk_topology *topology, const char *key, size_t key_len, rk_connection **out, bool *fresh,
	rk_error *err)
{
	(void) key;
	(void) key_len;
	return rk_pool_lease(standalone_entry(topology), &((standalone *) topology)->terms, out, fresh, err);
}

static void standalone_give_back(rk_topology *topology, rk_connection *connection)
{
	rk_pool_return(standalone_entry(topology), connection);
}

/* Does it mean that the name now leads to another server than the one we are connected to, or will soon? Told by the whole beginning,
 * because a script that has written may answer with any prefix, and would be repeated. */
static bool leads_elsewhere(const rk_error *error)
{
	static const char *const beginnings[] = { "READONLY You can't write against a read only ", "MASTERDOWN Link with MASTER is down" };

	return strncmp(error->message, beginnings[0], strlen(beginnings[0])) == 0 || strncmp(error->message, beginnings[1], strlen(beginnings[1])) == 0;
}

static rk_verdict standalone_on_error(rk_topology *topology, rk_connection *connection, const rk_error *error)
{
	if (!leads_elsewhere(error)) {
		return RK_VERDICT_REPORT;
	}
	connection->dirty = true;
	rk_pool_drop_idle(standalone_entry(topology));
	return RK_VERDICT_RETRY;
}

static void standalone_free(rk_topology *topology)
{
	rk_pool_release(standalone_entry(topology));
	free(topology);
}

static const rk_topology_ops standalone_ops = {
	.name = "standalone",
	.lease = standalone_lease,
	.give_back = standalone_give_back,
	.on_error = standalone_on_error,
	.entry = standalone_entry,
	.free = standalone_free,
};

rk_topology *rk_standalone_create(const rk_config *config)
{
	standalone *topology = malloc(sizeof(*topology));

	if (!topology) {
		return NULL;
	}
	topology->base.ops = &standalone_ops;
	topology->terms = (rk_pool_terms){ .timeout_us = config->timeout_us, .fail_fast = config->fail_fast };
	topology->entry = rk_pool_acquire(config);
	if (!topology->entry) {
		free(topology);
		return NULL;
	}
	return (rk_topology *) topology;
}
