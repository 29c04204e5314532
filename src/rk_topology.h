/* rk_topology.h: which connection serves a key, and what an error reply means for the map of servers. One vtable per kind of
 * deployment; rk_standalone.c is the one with a single server. */
#ifndef RK_TOPOLOGY_H
#define RK_TOPOLOGY_H

#include "rk_pool.h"

typedef struct rk_topology rk_topology;

typedef enum {
	RK_VERDICT_REPORT, /* the error is the answer */
	RK_VERDICT_RETRY,  /* the command did not run: lease again and repeat */
} rk_verdict;

typedef struct {
	const char *name;
	/* Leases the connection for `key` (NULL: any). */
	rk_status (*lease)(rk_topology *topology, const char *key, size_t key_len, rk_connection **out, bool *fresh, rk_error *err);
	/* Gives it back; one that is closed, busy or dirty is forgotten. */
	void (*give_back)(rk_topology *topology, rk_connection *connection);
	/* Called for an error reply, before it is reported; may drop pools and learn. */
	rk_verdict (*on_error)(rk_topology *topology, rk_connection *connection, const rk_error *error);
	/* The pool entry whose figures and server flags stand for the deployment. */
	rk_pool_entry *(*entry)(rk_topology *topology);
	void (*free)(rk_topology *topology);
} rk_topology_ops;

struct rk_topology {
	const rk_topology_ops *ops;
};

/* One server. NULL when memory is short. */
rk_topology *rk_standalone_create(const rk_config *config);

#endif
